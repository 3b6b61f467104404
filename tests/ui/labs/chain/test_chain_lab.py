"""The chain-rule lab: typed formulas become a graph, and steps become its gradients."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from mlp_studio.engine.chain import evaluate
from mlp_studio.project.formulas import formulas_of
from mlp_studio.project.templates import TEMPLATES
from mlp_studio.ui.labs.chain import ChainLab
from mlp_studio.ui.labs.chain.examples import EXAMPLES
from mlp_studio.ui.labs.chain.lab import MAX_DRAWN
from mlp_studio.ui.labs.window import LabWindow

BY_HAND = (
    ({"t": 36.0}, (2, 2)),
    ({"x1": 17.0, "x2": 5.0}, (4, 4)),
    ({"u": 7.0, "v": 16.0}, (4, 4)),
)
"""The course's examples: gradients, and multiplications along the paths and from the back.

z = t²·3t, so 9t² at t = 2. o = 2h₁ + 3h₂: 2·1 + 3·5 and 2·4 − 3·1. z = xy with x = 5, y = 2:
2·1 + 5·1 and 2·3 + 5·2. Each path has two edges, each input as many paths as there are middles.
"""


@pytest.fixture
def lab(theme, numbers, qtbot):
    lab = ChainLab(theme, numbers)
    window = LabWindow(lab)
    window.resize(1024, 700)
    with qtbot.waitExposed(window):
        window.show()
    yield lab
    window.close()


def type_formulas(lab: ChainLab, text: str) -> None:
    lab.editor.field.selectAll()
    QTest.keyClick(lab.editor.field, Qt.Key.Key_Delete)
    QTest.keyClicks(lab.editor.field, text)


@pytest.mark.parametrize("number", range(3))
def test_the_courses_examples_come_to_what_is_computed_by_hand(lab, number) -> None:
    gradients, (along_paths, from_back) = BY_HAND[number]
    lab.show_formulas(EXAMPLES[number].text, EXAMPLES[number].values)
    for way in ("paths", "reuse"):
        lab.ways[way].click()
        lab.walk.to_end()
        place = lab.graph.place
        assert {name: place.gradients[name] for name in gradients} == gradients
    made = lab.found.multiplications
    assert (made.paths, made.backprop) == (along_paths, from_back)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.title)
def test_every_example_has_the_numbers_of_the_command(lab, example) -> None:
    lab.show_formulas(example.text, example.values)
    answer = evaluate(example.text, example.values)
    assert lab.found.values == pytest.approx(answer["values"])
    assert {name: lab.found.gradients[name] for name in lab.inputs.fields} == pytest.approx(
        answer["gradients"]
    )


def test_typing_draws_the_graph_anew(lab) -> None:
    type_formulas(lab, "f = q*p; q = p + 1")
    assert lab.editor.message.text() == ""
    assert list(lab.inputs.fields) == ["p"]
    assert set(lab.graph.sheet.centres) == {"p", "q", "f"}
    lab.walk.to_end()
    assert lab.graph.place.gradients["p"] == 3.0


def test_an_input_typed_anew_changes_every_number_at_once(lab) -> None:
    lab.walk.to_end()
    assert lab.graph.place.gradients["u"] == 7.0
    field = lab.inputs.fields["v"].line
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "4")
    QTest.keyClick(field, Qt.Key.Key_Return)
    # ∂(xy)/∂u = y·1 + x·v with x = 14 and y = 8.
    assert lab.walk.is_at_end
    assert lab.graph.place.gradients["u"] == 8.0 + 14.0 * 4.0
    assert "z = x·y = 14 · 8" not in lab.telling.text()
    assert lab.graph.texts.values["z"] == "112"


@pytest.mark.parametrize(
    ("text", "position", "marked"),
    [
        ("z = x +* y", 7, "*"),
        ("z = (x", 4, "("),
        ("z = x +", 7, "+"),
        ("𝑧 = x + ?", 8, "?"),
        ("z = 1/x; x = u - u", 5, "/"),
    ],
)
def test_an_error_points_at_its_character(lab, text, position, marked) -> None:
    lab.editor.field.setPlainText(text)
    assert lab.editor.position == position
    assert lab.editor.message.isVisible()
    assert lab.editor.message.text().startswith(f"At character {position + 1}: ")
    (mark,) = lab.editor.field.extraSelections()
    assert mark.cursor.selectedText() == marked


def test_an_error_takes_every_number_away_and_the_next_good_text_brings_them_back(lab) -> None:
    lab.walk.to_end()
    lab.editor.field.setPlainText("z = x*")
    assert lab.found is None
    assert lab.graph.place is None
    assert lab.telling.text() == lab.counts.text() == ""
    assert not lab.steps_row.button("forward").isEnabled()
    lab.editor.field.setPlainText("z = x*y")
    assert lab.editor.position is None
    assert lab.editor.field.extraSelections() == []
    assert lab.steps_row.button("forward").isEnabled()


def test_a_graph_without_numbers_here_still_shows_its_form(lab) -> None:
    lab.editor.field.setPlainText("z = log(x)")
    lab.inputs.fields["x"].value_entered.emit(-1.0)
    assert lab.graph.place is None
    assert set(lab.graph.sheet.centres) == {"x", "z"}
    assert "log of the negative number" in lab.editor.message.text()


def test_a_graph_too_large_to_draw_says_so(lab) -> None:
    lines = [f"y{number} = y{number + 1}" for number in range(MAX_DRAWN)]
    lab.editor.field.setPlainText("\n".join(lines[1:]))
    assert lab.found is not None
    lab.editor.field.setPlainText("\n".join(lines))
    assert lab.found is None
    assert f"{MAX_DRAWN + 1} variables are too many" in lab.editor.message.text()


def test_steps_on_and_back_show_the_same(lab) -> None:
    for way in ("paths", "reuse"):
        lab.ways[way].click()
        lab.walk.to_start()
        seen = []
        while lab.walk.can_go_forward:
            seen.append((lab.graph.place, lab.telling.text(), lab.counts.text()))
            lab.steps_row.button("forward").click()
        while seen:
            lab.steps_row.button("back").click()
            assert (lab.graph.place, lab.telling.text(), lab.counts.text()) == seen.pop()


def test_paths_are_written_out_and_their_sum_grows(lab) -> None:
    lab.walk.go_to(4)
    assert "u → x → z" in lab.telling.text()
    assert "∂z/∂x · ∂x/∂u = y · 1 = 2 · 1 = 2" in lab.telling.text()
    assert "∂z/∂u = 2 · 1 + …" in lab.telling.text()
    assert lab.graph.gradients() == {"u": "Σ = 2 …"}
    lab.walk.forward()
    assert "∂z/∂u = 2 · 1 + 5 · 1 = 7" in lab.telling.text()
    assert lab.graph.gradients() == {"u": "Σ = 7"}


def test_from_the_back_each_delta_is_written_at_its_variable(lab) -> None:
    lab.ways["reuse"].click()
    lab.walk.to_end()
    assert lab.graph.gradients() == {
        "z": "δ = 1",
        "y": "δ = 5",
        "x": "δ = 2",
        "u": "δ = 7",
        "v": "δ = 16",
    }
    assert "= 2 · 3 + 5 · 2 = 16" in lab.telling.text()


def test_both_counts_stand_side_by_side(lab) -> None:
    lab.show_formulas(EXAMPLES[4].text, EXAMPLES[4].values)
    lab.ways["reuse"].click()
    lab.walk.to_end()
    made = evaluate(EXAMPLES[4].text, EXAMPLES[4].values)["multiplications"]
    counts = lab.counts.text()
    assert f"{made['paths']} along the paths" in counts
    assert f"{made['backprop']} of {made['backprop']} from the back" in counts
    assert made["backprop"] < made["paths"]
    assert str(made["paths"]) in lab.answer()


def test_the_keys_of_the_stepper_take_its_steps(lab, qtbot) -> None:
    lab.graph.setFocus()
    qtbot.waitUntil(lab.graph.hasFocus)
    QTest.keyClick(lab.graph, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(lab.graph, Qt.Key.Key_BracketRight)
    assert lab.walk.place == 2
    QTest.keyClick(lab.graph, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert lab.walk.place == 1


def test_it_plays_to_the_end_and_rests_when_closed(lab, qtbot) -> None:
    lab.walk.player.set_speed(60.0)
    lab.steps_row.button("play").click()
    qtbot.waitUntil(lambda: lab.walk.is_at_end, timeout=3000)
    assert not lab.walk.player.is_playing
    lab.walk.to_start()
    lab.walk.player.set_speed(0.25)
    lab.steps_row.button("play").click()
    assert lab.walk.player.is_playing
    lab.rest()
    assert not lab.walk.player.is_playing


def test_keys_zoom_the_graph_and_fit_it_again(lab) -> None:
    fitted = lab.graph.grab().toImage()
    QTest.keyClick(lab.graph, Qt.Key.Key_Plus)
    assert lab.graph.grab().toImage() != fitted
    QTest.keyClick(lab.graph, Qt.Key.Key_0)
    assert lab.graph.grab().toImage() == fitted


def test_where_the_graph_was_zoomed_by_hand_a_step_comes_into_sight(lab) -> None:
    lab.ways["reuse"].click()
    lab.graph.zoom(4.0, QPointF(0.0, lab.graph.height() / 2))
    for place in range(1, lab.walk.last + 1):
        lab.walk.go_to(place)
        (name,) = lab.graph.place.nodes
        assert lab.graph.rect().contains(lab.graph.spot(name).toPoint())


def test_every_plate_of_the_examples_has_a_place(lab) -> None:
    for example in EXAMPLES:
        lab.show_formulas(example.text, example.values)
        assert not lab.graph.sheet.crowded


def test_pointing_at_an_edge_tells_its_derivative(lab) -> None:
    edge = next(e for e in lab.graph.sheet.paths if (e.source, e.target) == ("u", "y"))
    assert lab.graph.edge_text(edge) == "∂y/∂u = v"
    lab.walk.to_end()
    assert lab.graph.edge_text(edge) == "∂y/∂u = v = 1"
    assert lab.graph.edge_at(QPointF(-50.0, -50.0)) is None


def test_no_plate_covers_a_number_with_twenty_variables(lab) -> None:
    lab.show_formulas(EXAMPLES[4].text, EXAMPLES[4].values)
    sheet = lab.graph.sheet
    assert len(sheet.centres) == 19
    assert not sheet.crowded
    for one, other in combinations(sheet.plates.values(), 2):
        assert not one.intersects(other)
    for plate in sheet.plates.values():
        for at in sheet.centres.values():
            nearest_x = min(max(at.x(), plate.left()), plate.right())
            nearest_y = min(max(at.y(), plate.top()), plate.bottom())
            away = QPointF(nearest_x, nearest_y) - at
            assert (away.x() ** 2 + away.y() ** 2) ** 0.5 >= sheet.radius


def test_a_network_of_the_canvas_opens_in_it(lab) -> None:
    perceptron = next(template for template in TEMPLATES if template.name == "xor")
    written = formulas_of(perceptron.project, 1)
    lab.show_formulas(written.text, written.values)
    assert lab.found.graph.output == "L"
    assert lab.inputs.values == written.values
    assert lab.walk.is_at_start


def test_the_example_is_named_and_ones_own_formulas_are_none(lab) -> None:
    assert lab.examples.currentIndex() == 2
    lab.editor.field.setPlainText("z = x")
    assert lab.examples.currentIndex() == -1
    lab.examples.setCurrentIndex(0)
    lab.examples.activated.emit(0)
    assert set(lab.graph.sheet.centres) == {"t", "x", "y", "z"}


def test_another_language_and_another_size_of_text_change_no_number(lab) -> None:
    lab.walk.to_end()
    place = lab.graph.place
    QApplication.sendEvent(lab, QEvent(QEvent.Type.LanguageChange))
    font = lab.font()
    font.setPointSizeF(18.0)
    lab.setFont(font)
    assert lab.graph.place == place
    assert lab.walk.is_at_end
