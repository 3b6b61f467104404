"""The inspector: what is changed there is in the document, and can be undone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

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
    texts = [label.text() for label in inspector.summary.problem_labels]
    assert len(texts) == len(mazur.problems) > 0
    assert "Hidden" in " ".join(texts)
    inspector.summary.problem_labels[-1].linkActivated.emit("h")
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
    assert mazur.undo_stack.undoText() == "Set the activation of Hidden to ReLU"


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
    label = mazur.undo_stack.undoText()
    assert label.endswith("+ 3598")
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
