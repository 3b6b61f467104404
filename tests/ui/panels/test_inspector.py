"""The inspector: what is changed there is in the document, and can be undone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from mlp_studio.document.document import Document
from mlp_studio.document.selection import Selected, Selection
from mlp_studio.document.stepper import StepCursor
from mlp_studio.project import edits
from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.panels.inspector import Inspector
from mlp_studio.ui.theme import ThemeModel
from tests.ui.panels.conftest import Enter, Shown


def layers(*ids: str) -> Selected:
    return Selected(layers=frozenset(ids))


def units(*pairs: tuple[str, int]) -> Selected:
    return Selected(units=frozenset(pairs))


def edges(*triples: tuple[str, int, int]) -> Selected:
    return Selected(edges=frozenset(triples))


def links(*ids: str) -> Selected:
    return Selected(links=frozenset(ids))


@pytest.fixture
def inspector(
    mazur: Document,
    cursor: StepCursor,
    selection: Selection,
    theme: ThemeModel,
    numbers: NumberFormat,
    shown: Shown,
) -> Inspector:
    panel = Inspector(
        document=mazur, selection=selection, theme=theme, numbers=numbers, cursor=cursor
    )
    shown(panel)
    return panel


def choose(inspector: Inspector, name: str) -> None:
    """Choose an activation for the selected layers, as a person does."""
    combo = inspector.layers.activation
    combo.activated.emit(combo.findData(name))


def test_with_nothing_selected_the_network_is_summed_up(inspector: Inspector) -> None:
    assert inspector.page is inspector.summary
    assert inspector.summary.parameters.text() == "12, of which 8 learn"
    assert "½ Σ (a − t)²" in inspector.summary.loss.text()
    assert inspector.summary.state.isVisible()


def test_problems_are_listed_and_lead_to_their_layer(
    inspector: Inspector, mazur: Document, selection: Selection
) -> None:
    mazur.apply("", edits.remove_link, "x->h")
    texts = [label.text() for label in inspector.summary.problems.labels]
    assert len(texts) == len(mazur.problems) > 0
    assert "Hidden" in " ".join(texts)
    inspector.summary.problems.labels[-1].linkActivated.emit("h")
    assert selection.current == layers("h")
    assert inspector.page is inspector.layers


def test_a_layers_units_name_and_activation_go_into_the_document_and_back(
    inspector: Inspector, mazur: Document, selection: Selection, enter: Enter
) -> None:
    selection.set(layers("h"))
    page = inspector.layers
    page.units.setValue(3)
    enter(page.name.line, "middle")
    choose(inspector, "tanh")
    layer = mazur.project.layer("h")
    assert (layer.units, layer.name, layer.activation) == (3, "middle", "tanh")
    assert mazur.undo_stack.count() == 3
    for _ in range(3):
        mazur.undo()
    assert page.units.value() == 2
    assert page.name.line.text() == "Hidden"
    assert page.activation.currentText() == "sigmoid"


def test_an_edit_is_labelled_in_words(
    inspector: Inspector, mazur: Document, selection: Selection
) -> None:
    selection.set(layers("h"))
    choose(inspector, "relu")
    assert mazur.undo_stack.undo_text() == "Set activation of Hidden to ReLU"


def test_several_layers_are_changed_in_one_step(
    inspector: Inspector, mazur: Document, selection: Selection
) -> None:
    mazur.apply("", edits.set_activation, "o", "tanh")
    count = mazur.undo_stack.count()
    selection.set(layers("h", "o"))
    assert inspector.layers.activation.currentIndex() == -1, "they differ"
    choose(inspector, "relu")
    assert {mazur.project.layer(each).activation for each in "ho"} == {"relu"}
    assert mazur.undo_stack.count() == count + 1


def test_layers_of_different_sizes_show_no_size_of_their_own(
    inspector: Inspector, mazur: Document, selection: Selection
) -> None:
    mazur.apply("", edits.set_units, "h", 5)
    selection.set(layers("h", "o"))
    assert inspector.layers.units.text() == "several"
    assert mazur.project.layer("h").units == 5


def test_biases_can_be_taken_frozen_and_drawn_differently(
    inspector: Inspector, mazur: Document, selection: Selection, enter: Enter
) -> None:
    selection.set(layers("h"))
    page = inspector.layers
    page.bias.click()
    assert not mazur.project.layer("h").bias
    assert not page.freeze.isEnabled()
    page.bias.click()
    page.freeze.click()
    assert not mazur.project.layer("h").freeze_biases
    page.initializer.activated.emit(page.initializer.findData("normal"))
    enter(page.number.line, "1/4")
    initializer = mazur.project.layer("h").initializer
    assert (initializer.name, initializer.scale) == ("normal", 0.25)


def test_features_are_formulas_separated_by_semicolons(
    inspector: Inspector, mazur: Document, selection: Selection, enter: Enter
) -> None:
    selection.set(layers("x"))
    enter(inspector.layers.features.line, "x1; x2; x1*x2")
    layer = mazur.project.layer("x")
    assert (layer.features, layer.units) == (("x1", "x2", "x1*x2"), 3)
    enter(inspector.layers.features.line, "")
    assert mazur.project.layer("x").features is None


def test_a_units_bias_takes_a_fraction_and_refuses_a_word(
    inspector: Inspector, mazur: Document, selection: Selection, enter: Enter
) -> None:
    selection.set(units(("h", 1)))
    bias = inspector.units.bias
    assert bias.line.text() == "0.35"
    enter(bias.line, "1/3")
    assert mazur.project.layer("h").biases is not None
    assert mazur.project.layer("h").biases.values.tolist() == [0.35, 1 / 3]
    project = mazur.project
    enter(bias.line, "much")
    assert mazur.project is project
    assert bias.line.text() == "much"
    assert bias.message.isVisible()


def test_selecting_something_else_drops_what_was_refused(
    inspector: Inspector, selection: Selection, enter: Enter
) -> None:
    selection.set(units(("h", 0)))
    enter(inspector.units.bias.line, "much")
    selection.set(units(("h", 1)))
    assert inspector.units.bias.line.text() == "0.35"
    assert not inspector.units.bias.message.isVisible()


def test_a_unit_can_leave_its_layers_activation_and_come_back(
    inspector: Inspector, mazur: Document, selection: Selection
) -> None:
    selection.set(units(("h", 0)))
    combo = inspector.units.activation
    assert combo.itemText(0) == "as the layer (sigmoid)"
    combo.setCurrentIndex(combo.findData("tanh"))
    combo.activated.emit(combo.currentIndex())
    assert mazur.project.layer("h").unit_activations == ("tanh", None)
    combo.setCurrentIndex(0)
    combo.activated.emit(0)
    assert mazur.project.layer("h").unit_activations is None


def test_a_unit_cannot_have_softmax_alone_and_is_told_why(
    inspector: Inspector, mazur: Document, selection: Selection
) -> None:
    selection.set(units(("h", 0)))
    combo = inspector.units.activation
    combo.setCurrentIndex(combo.findData("softmax"))
    combo.activated.emit(combo.currentIndex())
    assert "Softmax joins all units" in inspector.units.message.text()
    assert combo.currentIndex() == 0, "the field shows what holds"


def test_the_units_place_on_its_activation_is_the_traces(
    inspector: Inspector, selection: Selection
) -> None:
    selection.set(units(("h", 0)))
    place = inspector.units.view.place.text().replace("\u00a0", " ").replace("\u2060", "")
    assert "z = 0.3775" in place
    assert "f(z) = 0.5933" in place
    assert "f′(z) = 0.2413" in place


def test_an_edges_weight_is_set_frozen_and_removed(
    inspector: Inspector, mazur: Document, selection: Selection, enter: Enter
) -> None:
    selection.set(edges(("x->h", 0, 1)))
    page = inspector.edges
    assert page.heading.text() == "Edge i₂ → h₁"
    assert page.weight.line.text() == "0.2"
    enter(page.weight.line, "-1/8")
    link = mazur.project.link("x->h")
    assert link.weights is not None
    assert link.weights.values[0, 1] == -0.125
    page.frozen.click()
    link = mazur.project.link("x->h")
    assert link.frozen_edges is not None
    assert link.frozen_edges.tolist() == [[False, True], [False, False]]
    page.remove.click()
    link = mazur.project.link("x->h")
    assert link.mask is not None
    assert link.mask.tolist() == [[True, False], [True, True]]
    assert inspector.page is inspector.summary, "the edge is gone"
    mazur.undo()
    assert inspector.page is inspector.edges, "and back"


def test_edges_of_different_weights_show_none_and_take_one(
    inspector: Inspector, mazur: Document, selection: Selection, enter: Enter
) -> None:
    selection.set(edges(("x->h", 0, 0), ("x->h", 1, 1)))
    assert inspector.edges.weight.line.text() == ""
    assert inspector.edges.weight.line.placeholderText() == "several"
    enter(inspector.edges.weight.line, "0,5")
    link = mazur.project.link("x->h")
    assert link.weights is not None
    assert link.weights.tolist() == [[0.5, 0.2], [0.25, 0.5]]
    assert mazur.undo_stack.count() == 1


def test_thousands_of_edges_are_set_at_once_and_named_in_few_words(
    inspector: Inspector, mazur: Document, selection: Selection, enter: Enter
) -> None:
    mazur.apply("", edits.set_units, "h", 60)
    mazur.apply("", edits.set_units, "o", 60)
    selection.set(edges(*[("h->o", j, k) for j in range(60) for k in range(60)]))
    enter(inspector.edges.weight.line, "1/2")
    link = mazur.project.link("h->o")
    assert link.weights is not None
    assert (link.weights.values == 0.5).all()
    label = mazur.undo_stack.undo_text()
    assert "+ 3598" in label
    assert len(label) < 60


def test_a_link_is_frozen_as_a_whole_and_brings_removed_edges_back(
    inspector: Inspector, mazur: Document, selection: Selection
) -> None:
    mazur.apply("", edits.set_edge_frozen, "x->h", 0, 0, True)
    mazur.apply("", edits.remove_edge, "x->h", 1, 0)
    selection.set(Selected(links=frozenset({"x->h"})))
    page = inspector.links
    assert page.facts.text() == "Edges: 3"
    assert page.frozen.checkState() is Qt.CheckState.PartiallyChecked
    page.frozen.click()
    assert mazur.project.link("x->h").frozen
    page.restore.click()
    assert mazur.project.link("x->h").mask is None
    assert not page.restore.isVisible()


def test_things_of_several_kinds_can_only_be_removed(
    inspector: Inspector, mazur: Document, selection: Selection
) -> None:
    selection.set(Selected(units=frozenset({("h", 0)}), links=frozenset({"h->o"})))
    assert inspector.page is inspector.mixed
    assert inspector.mixed.heading.text() == "units: 1, links: 1"
    inspector.mixed.remove.click()
    assert mazur.project.layer("h").units == 1
    assert not mazur.project.has_link("h->o")
    assert mazur.undo_stack.count() == 1


def test_the_remove_button_comes_last_for_the_tab_key(
    inspector: Inspector, selection: Selection
) -> None:
    selection.set(layers("h"))
    page = inspector.layers
    chain = [page.name.line]
    while len(chain) < 40:
        chain.append(chain[-1].nextInFocusChain())
    assert chain.index(page.remove) > chain.index(page.initializer) > chain.index(page.units)


def test_a_layer_is_marked_with_a_colour_and_freed_of_it(
    inspector: Inspector, mazur: Document, selection: Selection
) -> None:
    selection.set(layers("h", "o"))
    colour = inspector.layers.colour
    assert colour.currentText() == "none"
    colour.activated.emit(colour.findData("sky"))
    assert {mazur.project.layer(each).colour for each in "ho"} == {"sky"}
    assert mazur.undo_stack.undo_text() == "Set colour of Hidden, Output to sky"
    assert colour.currentText() == "sky"
    selection.set(layers("h"))
    colour.activated.emit(colour.findData(""))
    assert mazur.project.layer("h").colour == ""
    assert mazur.undo_stack.undo_text() == "Take the colour from Hidden"
    selection.set(layers("h", "o"))
    assert colour.currentIndex() == -1, "they differ"


def test_a_patch_beside_each_colour_is_the_themes(inspector: Inspector, theme: ThemeModel) -> None:
    colour = inspector.layers.colour
    for name in ("light", "dark"):
        theme.set(name)  # type: ignore[arg-type]
        for at in range(1, colour.count()):
            middle = colour.itemIcon(at).pixmap(16, 16).toImage()
            shown = middle.pixelColor(middle.width() // 2, middle.height() // 2)
            assert shown == theme.theme.layer_colours[colour.itemData(at)]


def test_units_set_by_arrows_in_a_row_are_one_change_and_esc_forgets(
    inspector: Inspector, mazur: Document, selection: Selection, qtbot: QtBot
) -> None:
    selection.set(layers("h"))
    units = inspector.layers.units
    for _ in range(3):
        qtbot.keyClick(units, Qt.Key.Key_Up)
    assert mazur.project.layer("h").units == 5
    assert mazur.undo_stack.count() == 1
    assert mazur.undo_stack.undo_text() == "Give Hidden 5 units"
    units.lineEdit().selectAll()
    qtbot.keyClicks(units, "9")
    qtbot.keyClick(units, Qt.Key.Key_Escape)
    assert units.text() == "5"
    qtbot.keyClick(units, Qt.Key.Key_Return)
    assert mazur.project.layer("h").units == 5


def test_a_layers_problem_is_mended_by_its_button(
    inspector: Inspector, mazur: Document, selection: Selection
) -> None:
    mazur.apply("", edits.set_units, "o", 3)
    selection.set(layers("o"))
    problems = inspector.layers.problems
    assert len(problems.labels) == 1
    assert "2 target columns" in problems.labels[0].text()
    (button,) = problems.buttons
    label = button.text()
    button.click()
    assert mazur.problems == ()
    assert mazur.undo_stack.undo_text() == label
    assert not problems.isVisible()


def test_the_summary_mends_problems_too(inspector: Inspector, mazur: Document) -> None:
    mazur.apply("", edits.remove_link, "h->o")
    assert inspector.summary.problems.buttons
    while mazur.problems:
        before = mazur.problems
        inspector.summary.problems.buttons[0].click()
        assert mazur.problems != before
    assert inspector.summary.state.isVisible()


def test_a_layers_numbers_appear_as_the_steps_compute_them(
    inspector: Inspector, cursor: StepCursor, selection: Selection
) -> None:
    selection.set(layers("h"))
    figures = inspector.layers.figures
    assert figures.caption.text() == "For sample 1"
    assert "0.3775" in figures.table.text()
    assert "0.5933" in figures.table.text()
    cursor.go_to(0)
    assert "0.3775" in figures.table.text(), "the first unit's z"
    assert "0.3925" not in figures.table.text(), "the second's is yet to come"
    cursor.to_end()
    assert "0.3925" in figures.table.text()
    assert "–" not in figures.table.text()


def test_of_many_units_the_first_are_shown_and_the_rest_counted(
    inspector: Inspector, mazur: Document, selection: Selection
) -> None:
    mazur.apply("", edits.set_units, "h", 20)
    selection.set(layers("h"))
    assert "… 14 more" in inspector.layers.figures.table.text()


def test_a_frozen_bias_says_so(inspector: Inspector, mazur: Document, selection: Selection) -> None:
    selection.set(units(("h", 0)))
    assert "Frozen" in inspector.units.note.text()
    mazur.apply("", edits.set_freeze_biases, "h", False)
    assert not inspector.units.note.isVisible()


def test_a_links_weights_are_summed_up_and_shown_on_request(
    inspector: Inspector, selection: Selection, qtbot: QtBot
) -> None:
    selection.set(links("x->h"))
    text = inspector.links.statistics.text()
    # 0.15, 0.20, 0.25, 0.30: their mean, and the root of the sum of their squares.
    for number in ("0.1500", "0.2250", "0.3000", "0.4637"):
        assert number in text
    with qtbot.waitSignal(inspector.matrix_wanted):
        inspector.links.weights.click()


def test_a_links_pattern_is_chosen_and_recognised(
    inspector: Inspector, mazur: Document, selection: Selection, enter: Enter
) -> None:
    selection.set(links("x->h"))
    page = inspector.links
    assert page.pattern.currentText() == "all to all"
    page.pattern.activated.emit(page.pattern.findData("one_to_one"))
    mask = mazur.project.link("x->h").mask
    assert mask is not None
    assert mask.tolist() == [[True, False], [False, True]]
    assert mazur.undo_stack.undo_text() == "Link Inputs → Hidden one to one"
    assert page.density.line.text() == "0.5"
    mazur.apply("", edits.restore_edge, "x->h", 0, 1)
    assert page.pattern.currentIndex() == -1
    assert page.pattern.placeholderText() == "something else"
    page.pattern.activated.emit(page.pattern.findData("dense"))
    assert mazur.project.link("x->h").mask is None
    project = mazur.project
    enter(page.density.line, "2")
    assert mazur.project is project
    assert page.density.line.text() == "2"
    assert page.density.message.isVisible()


def test_one_to_one_between_unequal_layers_says_why_not(
    inspector: Inspector, mazur: Document, selection: Selection
) -> None:
    mazur.apply("", edits.set_units, "h", 3)
    selection.set(links("x->h"))
    page = inspector.links
    page.pattern.activated.emit(page.pattern.findData("one_to_one"))
    assert "as many units on both sides" in page.message.text()
    assert page.pattern.currentText() == "all to all", "the field shows what holds"


def test_a_weight_dragged_is_one_change_and_its_reach_follows(
    inspector: Inspector, mazur: Document, selection: Selection, enter: Enter
) -> None:
    selection.set(edges(("x->h", 0, 1)))
    page = inspector.edges
    slider = page.slider
    assert slider.reach == 2.0
    slider.setSliderDown(True)
    for place in (120, 140, 150):
        slider.setSliderPosition(place)
        slider.setValue(place)
    slider.setSliderDown(False)
    link = mazur.project.link("x->h")
    assert link.weights is not None
    assert link.weights.values[0, 1] == 1.0
    assert mazur.undo_stack.count() == 1
    assert mazur.undo_stack.undo_text() == "Set weight i₂ → h₁ to 1"
    assert page.weight.line.text() == "1"
    slider.setValue(151)
    assert mazur.undo_stack.count() == 2, "the next drag is another change"
    enter(page.weight.line, "-3")
    assert slider.reach == 6.0
    assert slider.value() == 50


def test_an_edge_shows_what_it_carries_once_that_is_computed(
    inspector: Inspector, cursor: StepCursor, selection: Selection
) -> None:
    selection.set(edges(("h->o", 0, 0)))
    table = inspector.edges.figures
    trace = cursor.trace
    assert trace is not None
    at = trace.network.layout.block("h", "o").start
    # The published numbers of Mazur's example: 0.4 · 0.5933, and ∂L/∂w₅ = 0.0822.
    assert f"{trace.terms[at]:.4f}" == "0.2373"
    for text in ("0.2373", "0.0822", "0.0554"):
        assert text in table.text()
    cursor.go_to(0)
    assert table.text().count("–") == 3
    steps = list(cursor.steps)
    forward = next(n for n, s in enumerate(steps) if (s.phase, s.layer) == ("forward", "o"))
    cursor.go_to(forward)
    assert "0.2373" in table.text()
    assert table.text().count("–") == 2
