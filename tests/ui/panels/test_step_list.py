"""The list of steps: its lines say what the engine says, and lead to their steps."""

from __future__ import annotations

from collections.abc import Iterator
from time import perf_counter

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mlp_studio.document.document import Document
from mlp_studio.document.stepper import StepCursor
from mlp_studio.engine.steps import Step
from mlp_studio.project import edits
from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.panels.step_list import StepListPanel
from mlp_studio.ui.panels.step_model import BEGINS_PHASE, IS_HERE, PHASE
from mlp_studio.ui.theme import ThemeModel
from tests.ui.panels.conftest import Shown, moons_project
from tests.ui.panels.test_language_and_room import MARK, Korean


@pytest.fixture
def walker(moons: Document) -> StepCursor:
    return StepCursor(moons)


@pytest.fixture
def panel(
    moons: Document, walker: StepCursor, theme: ThemeModel, numbers: NumberFormat, shown: Shown
) -> StepListPanel:
    panel = StepListPanel(document=moons, cursor=walker, theme=theme, numbers=numbers)
    shown(panel)
    return panel


def lines(panel: StepListPanel) -> list[str]:
    model = panel.model
    return [model.index(row).data() for row in range(model.rowCount())]


def expected(cursor: StepCursor, text: NumberFormat) -> Iterator[str]:
    """What the lines by term say of 2-4-1, from the engine's own arrays."""
    trace, updated = cursor.trace, cursor.update
    assert trace is not None
    assert updated is not None
    layout = trace.network.layout
    names = {0: "x₁", 1: "x₂", 8: "o₁"} | {3 + unit: f"h¹{'₁₂₃₄'[unit]}" for unit in range(4)}
    for step in cursor.steps:
        assert isinstance(step, Step)
        part, row = step.part, -1
        if step.unit is not None:
            row = layout.rows[step.layer].start + step.unit
        if part == "activation":
            z, a = text.text(trace.z[row, 0]), text.text(trace.a[row, 0])
            yield f"{names[row]}: z = {z}, a = {a}"
        elif part == "loss":
            yield f"{names[row]}: {text.text(trace.loss_shares[step.unit, 0])} of L"
        elif part == "delta":
            yield f"δ of {names[row]} = {text.text(trace.delta[row, 0])}"
        else:
            yield _of_parameter(cursor, step, names, text)


def _of_parameter(cursor: StepCursor, step: Step, names: dict[int, str], text: NumberFormat) -> str:
    trace, updated, parameter = cursor.trace, cursor.update, step.parameter
    assert trace is not None
    assert updated is not None
    assert parameter is not None
    layout = trace.network.layout
    target = names[layout.targets[parameter]]
    is_bias = not layout.is_weight[parameter]
    name = target if is_bias else f"{names[layout.sources[parameter]]} → {target}"
    old, new = trace.parameters[parameter], updated.parameters[parameter]
    return {
        "term": f"{name}: {'b' if is_bias else 'w·a'} = {text.text(trace.terms[parameter])}",
        "message": f"{name}: w·δ = {text.text(trace.messages[parameter])}",
        "gradient": f"{name}: ∂L/∂{'b' if is_bias else 'w'} = "
        f"{text.text(trace.gradient[parameter])}",
        "update": f"{'b' if is_bias else 'w'} of {name}: {text.text(old)} → {text.text(new)}",
    }[step.part]


def test_at_the_end_every_line_has_the_engines_numbers(
    panel: StepListPanel, walker: StepCursor, numbers: NumberFormat
) -> None:
    walker.set_granularity("term")
    walker.to_end()

    assert lines(panel) == list(expected(walker, numbers))


def test_what_is_not_computed_yet_has_no_numbers(panel: StepListPanel, walker: StepCursor) -> None:
    walker.set_granularity("term")
    walker.go_to(1)

    first, second, *rest = lines(panel)
    assert "=" in first
    assert "=" in second
    assert rest[:3] == ["h¹₁: b", "h¹₁: z, a", "x₁ → h¹₂: w·a"]
    assert not any("=" in line for line in rest)


def test_by_unit_layer_and_phase_the_lines_are_short(
    panel: StepListPanel, walker: StepCursor, numbers: NumberFormat
) -> None:
    trace, updated = walker.trace, walker.update
    assert trace is not None
    assert updated is not None
    walker.to_end()
    loss = f"loss L = {numbers.text(trace.loss)}"
    assert lines(panel)[5] == loss
    assert lines(panel)[6] == f"δ of o₁ = {numbers.text(trace.delta[8, 0])}"
    change = np.abs(updated.change)[trace.network.layout.targets == 3].max()
    assert lines(panel)[11] == f"weights into h¹₁: Δw up to {numbers.text(change)}"

    walker.set_granularity("layer")
    walker.to_end()
    shown = ", ".join(numbers.text(value) for value in trace.a[3:6, 0])
    assert lines(panel)[0].endswith(f": a = {shown}, …")

    walker.set_granularity("phase")
    walker.to_end()
    steepest, farthest = np.abs(trace.gradient).max(), np.abs(updated.change).max()
    assert lines(panel) == [
        f"forward: outputs a = {numbers.text(trace.a[8, 0])}",
        loss,
        f"backward: ∂L/∂w up to {numbers.text(steepest)}",
        f"update: Δw up to {numbers.text(farthest)}",
    ]


def test_in_a_batch_the_lines_are_of_the_sample_shown(
    panel: StepListPanel, walker: StepCursor, moons: Document, numbers: NumberFormat
) -> None:
    moons.apply("", edits.set_training, batch_size=10)
    walker.set_scope("batch")
    walker.set_sample(3)
    walker.to_end()
    trace = walker.trace
    assert trace is not None

    z, a = numbers.text(trace.z[3, 3]), numbers.text(trace.a[3, 3])
    assert lines(panel)[0] == f"h¹₁: z = {z}, a = {a}"
    assert lines(panel)[5] == f"mean loss L = {numbers.text(trace.loss)}"
    walker.set_mean(False)
    assert lines(panel)[5] == f"loss L = {numbers.text(trace.loss_shares[:, 3].sum())}"


def test_the_lines_follow_the_digits(
    panel: StepListPanel, walker: StepCursor, numbers: NumberFormat
) -> None:
    walker.go_to(5)
    numbers.set_digits(2)
    assert walker.trace is not None
    assert lines(panel)[5] == f"loss L = {walker.trace.loss:.2f}"


def test_a_click_goes_to_the_step(panel: StepListPanel, walker: StepCursor, qtbot: QtBot) -> None:
    place = panel.rows.visualRect(panel.model.index(6)).center()
    qtbot.mouseClick(panel.rows.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert walker.index == 6


def test_arrows_walk_and_enter_goes(panel: StepListPanel, walker: StepCursor, qtbot: QtBot) -> None:
    walker.go_to(2)
    qtbot.keyClick(panel.rows, Qt.Key.Key_Down)
    qtbot.keyClick(panel.rows, Qt.Key.Key_Down)
    assert walker.index == 2
    qtbot.keyClick(panel.rows, Qt.Key.Key_Return)
    assert walker.index == 4
    qtbot.keyClicks(panel.rows, "x")
    assert panel.rows.currentIndex().row() == 4


def test_the_current_step_is_marked_and_in_sight(panel: StepListPanel, walker: StepCursor) -> None:
    walker.set_granularity("term")
    for index in (50, 3, 65):
        walker.go_to(index)
        here = [row for row in range(66) if panel.model.index(row).data(IS_HERE)]
        assert here == [index]
        assert panel.rows.currentIndex().row() == index
        box = panel.rows.visualRect(panel.model.index(index))
        assert panel.rows.viewport().rect().contains(box)


def test_each_phase_is_named_where_it_begins(panel: StepListPanel) -> None:
    model = panel.model
    begins = {
        row: model.index(row).data(PHASE)
        for row in range(model.rowCount())
        if model.index(row).data(BEGINS_PHASE)
    }
    assert begins == {0: "forward", 5: "loss", 6: "backward", 11: "update"}


def test_other_numbers_do_not_make_another_list(
    panel: StepListPanel, walker: StepCursor, qtbot: QtBot
) -> None:
    with qtbot.assertNotEmitted(panel.model.modelReset):
        walker.to_end()
        walker.forward()
        walker.back()
    with qtbot.waitSignal(panel.model.modelReset):
        walker.set_granularity("layer")


def test_without_a_network_it_says_what_will_be_here(panel: StepListPanel, moons: Document) -> None:
    moons.apply("", edits.remove_link, "h1->o")
    assert panel.model.rowCount() == 0
    assert panel.hint.isVisible()
    moons.undo()
    assert panel.rows.isVisible()


def test_ten_thousand_steps_open_at_once(
    theme: ThemeModel, numbers: NumberFormat, shown: Shown, qtbot: QtBot
) -> None:
    """And a step of theirs is shown at once: 2-1600-1 has 24,006 of them by term."""
    document = Document(moons_project(hidden=1600))
    cursor = StepCursor(document, document)
    panel = StepListPanel(document=document, cursor=cursor, theme=theme, numbers=numbers)
    shown(panel)
    cursor.set_granularity("term")
    count = len(cursor.steps)
    assert count == 24_006
    cursor.set_granularity("unit")
    begin = perf_counter()
    cursor.set_granularity("term")
    cursor.to_end()
    panel.rows.viewport().grab()
    assert panel.model.rowCount() == count
    assert perf_counter() - begin < 0.15


def test_it_changes_with_the_language(
    panel: StepListPanel, walker: StepCursor, qapp: QApplication
) -> None:
    walker.to_end()
    translator = Korean()
    qapp.installTranslator(translator)
    qapp.processEvents()
    spoken = [line for line in lines(panel) if not line.startswith(MARK)]
    name = panel.rows.accessibleName()
    qapp.removeTranslator(translator)
    qapp.processEvents()

    assert spoken == []
    assert name.startswith(MARK)


def test_both_themes_are_painted_and_differ(panel: StepListPanel, theme: ThemeModel) -> None:
    light = panel.grab().toImage()
    theme.set("dark")
    assert panel.grab().toImage() != light
