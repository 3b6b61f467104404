"""Gestures of the mouse: what each has done so far, and the one edit that comes of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF

from mlp_studio.project import edits
from mlp_studio.project.model import Project
from mlp_studio.ui.plots.drawing_data.board import Board, Brush, moved, painted
from mlp_studio.ui.plots.plane.frame import Frame

Array = NDArray[np.float64]
Mask = NDArray[np.bool_]
Edit = Callable[[Project], Project]
Tool = Literal["point", "spray", "erase", "move"]
TOOLS: tuple[Tool, ...] = ("point", "spray", "erase", "move")

REACH = 10.0
"""How near a sample has to be to be taken hold of, in pixels."""
_APART = 14.0
"""Pixels between the samples that a drag of the point tool leaves behind."""
_PUFF = 4
"""Samples sprayed at once."""


@dataclass(frozen=True, slots=True, eq=False)
class Means:
    """What every gesture works with; `radius` of the brush in pixels."""

    board: Board
    frame: Frame
    brush: Brush
    radius: float
    random: np.random.Generator


class Gesture:
    """Begun where the button was pressed; `move` follows the mouse, `edit` is asked at the end."""

    tool: Tool = "point"

    def __init__(self, means: Means, at: QPointF) -> None:
        self._means = means
        self._at = at

    @property
    def places(self) -> Array:
        """Samples (n, 2) there will be more."""
        return np.empty((0, 2))

    @property
    def kind(self) -> int:
        """What these are shown as."""
        return self._means.board.kind(self._means.brush)

    @property
    def hidden(self) -> Mask | None:
        """Which samples (n,) of the data are gone, or are elsewhere."""
        return None

    def move(self, at: QPointF) -> None:
        self._at = at

    def tick(self) -> None:
        """Time passes while the button is held."""

    def edit(self) -> Edit | None:
        """The change to the project; None if there is none."""
        return None


class _Painting(Gesture):
    def __init__(self, means: Means, at: QPointF) -> None:
        super().__init__(means, at)
        self._painted: list[tuple[float, float]] = []
        self._paint(at)

    @property
    def places(self) -> Array:
        return self._means.board.settled(self._painted, self._means.brush)

    def edit(self) -> Edit | None:
        if not self._painted:
            return None
        means = self._means
        return partial(painted, board=means.board, places=self._painted, brush=means.brush)

    def _paint(self, at: QPointF) -> None:
        """A sample at this point of the widget, if the plane is there."""
        frame = self._means.frame
        if frame.rect.contains(at):
            self._painted.append(frame.place(at))


class Dots(_Painting):
    """One sample where the button goes down, and more along a drag."""

    def move(self, at: QPointF) -> None:
        way = at - self._at
        steps = int(np.hypot(way.x(), way.y()) / _APART)
        for _ in range(steps):
            self._at += way * (_APART / np.hypot(way.x(), way.y()))
            self._paint(self._at)


class Spray(_Painting):
    """Samples scattered under the brush, as long as the button is held."""

    tool: Tool = "spray"

    def move(self, at: QPointF) -> None:
        self._at = at
        self.tick()

    def tick(self) -> None:
        self._paint(self._at)

    def _paint(self, at: QPointF) -> None:
        means = self._means
        # The root spreads them evenly over the disc.
        reach = means.radius * np.sqrt(means.random.random(_PUFF))
        turn = means.random.random(_PUFF) * 2.0 * np.pi
        for x, y in zip(reach * np.cos(turn), reach * np.sin(turn), strict=True):
            super()._paint(at + QPointF(x, y))


class Erasing(Gesture):
    """All samples that the brush passes over."""

    tool: Tool = "erase"

    def __init__(self, means: Means, at: QPointF) -> None:
        super().__init__(means, at)
        self._screen = means.frame.on_screen(means.board.places)
        self._hidden = np.zeros(means.board.samples, np.bool_)
        self.move(at)

    @property
    def hidden(self) -> Mask:
        return self._hidden

    def move(self, at: QPointF) -> None:
        self._hidden |= _distances(self._screen, self._at, at) <= self._means.radius
        self._at = at

    def edit(self) -> Edit | None:
        rows = np.flatnonzero(self._hidden)
        return partial(edits.delete_samples, samples=rows) if len(rows) else None


class Moving(Gesture):
    """The sample nearest to where the button went down, if there was one."""

    tool: Tool = "move"

    def __init__(self, means: Means, at: QPointF) -> None:
        super().__init__(means, at)
        self._row = nearest(means.board, means.frame, at)
        self._begun = at
        self._place: tuple[float, float] | None = None

    @property
    def places(self) -> Array:
        board = self._means.board
        if self._row is None:
            return np.empty((0, 2))
        if self._place is None:
            return board.places[[self._row]]
        return board.settled([self._place], Brush(self.kind))

    @property
    def kind(self) -> int:
        return 0 if self._row is None else int(self._means.board.kinds[self._row])

    @property
    def hidden(self) -> Mask | None:
        return None if self._row is None else np.arange(self._means.board.samples) == self._row

    def move(self, at: QPointF) -> None:
        super().move(at)
        if self._row is None:
            return
        frame, rect = self._means.frame, self._means.frame.rect
        x, y = self._means.board.places[self._row].tolist()
        target = frame.at(x, y) + at - self._begun
        target.setX(min(max(target.x(), rect.left()), rect.right()))
        target.setY(min(max(target.y(), rect.top()), rect.bottom()))
        self._place = frame.place(target)

    def edit(self) -> Edit | None:
        if self._row is None or self._place is None:
            return None
        return partial(moved, board=self._means.board, row=self._row, place=self._place)


GESTURES: dict[Tool, type[Gesture]] = {each.tool: each for each in (Dots, Spray, Erasing, Moving)}


def nearest(board: Board, frame: Frame, at: QPointF, reach: float = REACH) -> int | None:
    """The row of the sample nearest to a point of the widget, none further than `reach`."""
    if not board.samples:
        return None
    far = _distances(frame.on_screen(board.places), at, at)
    row = int(far.argmin())
    return row if far[row] <= reach else None


def _distances(points: Array, start: QPointF, end: QPointF) -> Array:
    """How far points (n, 2) are from the way between two points."""
    origin = np.array([start.x(), start.y()])
    way = np.array([end.x(), end.y()]) - origin
    length = float(way @ way)
    share = np.clip((points - origin) @ way / length, 0.0, 1.0) if length else np.zeros(len(points))
    return np.asarray(np.linalg.norm(points - origin - share[:, None] * way, axis=1))
