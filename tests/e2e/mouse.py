"""A real mouse and keyboard: xdotool on the X display the tests run on."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPoint, QPointF, QRect
from PySide6.QtWidgets import QGraphicsView, QWidget
from pytestqt.qtbot import QtBot

STEPS = 12
"""Moves of one drag: Qt begins a drag only when the pointer has travelled, as a hand does."""


@dataclass(frozen=True)
class Mouse:
    """The pointer of the display. Every act is over, and the window has answered, on return."""

    qtbot: QtBot

    def click(self, at: QPoint, button: int = 1) -> None:
        self._do("mousemove", at.x(), at.y(), "sleep", 0.05, "click", button)

    def double_click(self, at: QPoint) -> None:
        self._do("mousemove", at.x(), at.y(), "sleep", 0.05, "click", "--repeat", 2, 1)

    def point(self, at: QPoint) -> None:
        """Move there and press nothing."""
        self._do("mousemove", at.x() - 3, at.y(), "sleep", 0.03, "mousemove", at.x(), at.y())

    def turn(self, at: QPoint, clicks: int, holding: str = "") -> None:
        """Turn the wheel: away for a positive number of clicks."""
        button = 4 if clicks > 0 else 5
        words: list[object] = ["mousemove", at.x(), at.y(), "sleep", 0.05]
        words += ["keydown", holding] if holding else []
        words += ["click", "--repeat", abs(clicks), "--delay", 40, button]
        words += ["keyup", holding] if holding else []
        self._do(*words)

    def type(self, text: str) -> None:
        self._do("type", "--delay", 25, text)

    def drag(self, *path: QPoint, button: int = 1, holding: str = "") -> None:
        """Press at the first point, visit the others, release at the last."""
        words: list[object] = ["mousemove", path[0].x(), path[0].y(), "sleep", 0.05]
        words += ["keydown", holding] if holding else []
        words += ["mousedown", button, "sleep", 0.05]
        for start, end in pairwise(path):
            for step in range(1, STEPS + 1):
                x = start.x() + (end.x() - start.x()) * step // STEPS
                y = start.y() + (end.y() - start.y()) * step // STEPS
                words += ["mousemove", x, y, "sleep", 0.02]
        words += ["sleep", 0.1, "mouseup", button]
        words += ["keyup", holding] if holding else []
        self._do(*words)

    def press_key(self, keys: str) -> None:
        """Keys as xdotool names them: `ctrl+z`, `Delete`, `Right`."""
        self._do("key", keys)

    def _do(self, *words: object) -> None:
        running = subprocess.Popen(["xdotool", *map(str, words)])
        # The window must live while the hand moves: a drag is a dialogue between the two.
        self.qtbot.waitUntil(lambda: running.poll() is not None, timeout=20_000)
        assert running.returncode == 0
        self.qtbot.wait(80)


def middle(widget: QWidget, area: QRect | None = None) -> QPoint:
    """Where on the screen the middle of a widget, or of an area within it, is."""
    return widget.mapToGlobal((area or widget.rect()).center())


def on_canvas(view: QGraphicsView, at: QPointF) -> QPoint:
    """Where on the screen a point of the scene is."""
    return view.viewport().mapToGlobal(view.mapFromScene(at))
