"""The window of a lab."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout
from shiboken6 import isValid

from mlp_studio.document.walk import Walk
from mlp_studio.ui.labs.lab import Lab
from mlp_studio.ui.labs.step_row import StepRow
from mlp_studio.ui.labs.window import LabWindow


class _Scene(Lab):
    name = "scene"

    def __init__(self, theme, numbers) -> None:
        super().__init__(theme, numbers)
        self.calls: list[str] = []
        self.walk = Walk(3)
        self.row = StepRow(self.walk, theme)
        QVBoxLayout(self).addWidget(self.row)

    def title(self) -> str:
        return "A scene"

    def opening(self) -> str:
        return "Try this."

    def question(self) -> str:
        return "Why?"

    def answer(self) -> str:
        return "Because."

    def start(self) -> None:
        self.calls.append("start")

    def rest(self) -> None:
        self.calls.append("rest")

    def retranslate(self) -> None:
        self.calls.append("retranslate")


@pytest.fixture
def window(theme, numbers, qtbot):
    window = LabWindow(_Scene(theme, numbers))
    with qtbot.waitExposed(window):
        window.show()
    yield window
    if isValid(window):
        window.close()


def test_it_opens_with_what_to_try_and_hides_the_answer(window) -> None:
    assert window.windowTitle() == "A scene"
    assert window.opening.text() == "Try this."
    assert not window.answer.isVisible()
    window.show_answer.click()
    assert (window.answer.text(), window.answer.isVisible()) == ("Because.", True)
    window.show_answer.click()
    assert not window.answer.isVisible()


def test_it_starts_the_lab_once_shown_and_rests_it_on_esc(window, qtbot) -> None:
    lab = window.lab
    assert lab.calls == ["start"]
    with qtbot.waitSignal(window.closed):
        QTest.keyClick(window, Qt.Key.Key_Escape)
    assert "rest" in lab.calls


def test_the_row_is_off_where_it_cannot_move(window) -> None:
    row, walk = window.lab.row, window.lab.walk
    assert [row.button(name).isEnabled() for name in ("to-start", "back", "forward")] == [
        False,
        False,
        True,
    ]
    row.button("to-end").click()
    assert walk.is_at_end
    assert not row.button("play").isEnabled()


def test_the_tool_tips_tell_the_keys(window) -> None:
    assert window.lab.row.button("forward").toolTip() == "One step on (Alt+Right)"
