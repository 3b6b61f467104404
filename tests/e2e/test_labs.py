"""Each lab from its menu to its answer, with a real mouse; the project is left as it was."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QTabWidget, QWidget
from pytestqt.qtbot import QtBot

from mlp_studio.ui.app import Studio
from mlp_studio.ui.labs.lift import LiftLab
from mlp_studio.ui.labs.perceptron import PerceptronLab
from mlp_studio.ui.labs.step_row import StepRow
from mlp_studio.ui.labs.window import LabWindow
from tests.e2e.mouse import Mouse, middle


def opened(studio: Studio, qtbot: QtBot, name: str) -> LabWindow:
    studio.actions[name].trigger()
    window = studio.laboratory.windows[name]
    window.setGeometry(100, 60, 1240, 800)
    qtbot.waitExposed(window)
    qtbot.wait(200)
    return window


def row_in_sight(window: QWidget) -> StepRow:
    return next(row for row in window.findChildren(StepRow) if row.isVisible())


def play_through(window: LabWindow, mouse: Mouse, qtbot: QtBot) -> None:
    """On, back, to the end and to the start, each a press of the mouse."""
    row = row_in_sight(window)
    for name in ("to-start", "forward", "forward", "back", "forward", "to-end"):
        if row.button(name).isEnabled():
            mouse.click(middle(row.button(name)))
            qtbot.wait(40)
    qtbot.waitUntil(lambda: not row.button("forward").isEnabled())
    mouse.click(middle(row.button("to-start")))
    qtbot.waitUntil(lambda: not row.button("back").isEnabled())
    mouse.click(middle(row.button("play")))
    qtbot.waitUntil(lambda: row.button("back").isEnabled(), timeout=10_000)
    mouse.click(middle(row.button("play")))


@pytest.mark.display
@pytest.mark.parametrize("name", ["lab_perceptron", "lab_descent", "lab_chain"])
def test_a_lab_is_played_from_its_menu_to_its_answer(
    studio: Studio, mouse: Mouse, qtbot: QtBot, name: str
) -> None:
    before = studio.document.project
    window = opened(studio, qtbot, name)
    pages = window.findChild(QTabWidget)
    for page in range(pages.count() if pages else 1):
        if pages is not None:
            mouse.click(middle(pages.tabBar(), pages.tabBar().tabRect(page)))
            qtbot.waitUntil(lambda page=page: pages.currentIndex() == page)
        if any(row.isVisible() for row in window.findChildren(StepRow)):
            play_through(window, mouse, qtbot)
    mouse.click(middle(window.show_answer))
    qtbot.waitUntil(window.answer.isVisible)
    assert studio.document.project is before
    window.close()


@pytest.mark.display
def test_two_lines_that_solve_xor_open_on_the_canvas(
    studio: Studio, mouse: Mouse, qtbot: QtBot
) -> None:
    window = opened(studio, qtbot, "lab_perceptron")
    lab = window.lab
    assert isinstance(lab, PerceptronLab)
    mouse.click(middle(lab.pages.tabBar(), lab.pages.tabBar().tabRect(1)))
    qtbot.waitUntil(lab.pair.isVisible)
    for button in (lab.pair.show_one, lab.pair.open):
        mouse.click(middle(button))
        qtbot.wait(50)
    qtbot.waitUntil(lambda: studio.document.compiled is not None)
    compiled = studio.document.compiled
    assert compiled is not None
    outputs = compiled.network.predict(compiled.parameters, compiled.inputs)
    assert (outputs.round() == compiled.targets).all()
    window.close()


@pytest.mark.display
def test_a_hidden_layer_learns_the_lift(studio: Studio, mouse: Mouse, qtbot: QtBot) -> None:
    before = studio.document.project
    window = opened(studio, qtbot, "lab_lift")
    lab = window.lab
    assert isinstance(lab, LiftLab)
    mouse.click(middle(lab.trained.play))

    def is_separated() -> bool:
        space = lab.trained.space
        return space is not None and bool(space.right.all())

    qtbot.waitUntil(is_separated, timeout=30_000)
    mouse.click(middle(window.show_answer))
    qtbot.waitUntil(window.answer.isVisible)
    assert studio.document.project is before
    window.close()
