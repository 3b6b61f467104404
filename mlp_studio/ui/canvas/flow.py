"""Values on their way: arrowheads that run along what is lit, for a moment after each step.

Nothing waits for them. The next step ends them, and while steps come in quick succession there are
none.
"""

from __future__ import annotations

from time import perf_counter

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEasingCurve, QObject, QPointF, QRectF, Qt, QVariantAnimation
from PySide6.QtGui import QColor, QPainter

from mlp_studio.engine.steps import StepList
from mlp_studio.ui.canvas.annotations import Reading, Role
from mlp_studio.ui.canvas.canvas_item import CanvasItem
from mlp_studio.ui.canvas.glyphs import draw_arrowhead
from mlp_studio.ui.canvas.lettering import Lettering
from mlp_studio.ui.canvas.motion import system_moves
from mlp_studio.ui.canvas.routes import Floats, Routes
from mlp_studio.ui.canvas.scene import NetworkScene
from mlp_studio.ui.canvas.wording import flow_colour
from mlp_studio.ui.theme import Theme

MILLISECONDS = 240
MOST = 200
"""Arrowheads at most; of more edges those that carry most have one."""
FASTEST = 4.0
"""Steps in a second beyond which nothing moves: motion that is cut short tells nothing."""
_TRAIN = (0.0, 0.14, 0.28)
"""How far behind the first of its edge each arrowhead runs, as long as there are few edges."""
_SIZE, _LEAST = 11.0, 0.55
"""Size of the first arrowhead of an edge that carries most, and the share of it that the least has.
"""
_POINTS = 24
"""Points that a way is known by."""
_DIRECTIONS = {Role.TERM: 1, Role.MESSAGE: -1, Role.GRADIENT: -1}


class FlowItem(CanvasItem):
    """Draws all arrowheads: above the edges, under their numbers."""

    def __init__(self, theme: Theme, lettering: Lettering) -> None:
        super().__init__(theme, lettering, height=0.85)
        self.setVisible(False)
        self._ways: Floats = np.zeros((0, _POINTS, 2))
        self._sizes: Floats = np.zeros(0)
        self._colour = theme.accent
        self._share = 0.0
        self._bounds = QRectF()

    @property
    def arrowheads(self) -> int:
        return len(self._ways) * self._cars

    @property
    def _cars(self) -> int:
        return len(_TRAIN) if len(self._ways) * len(_TRAIN) <= MOST else 1

    def begin(self, ways: Floats, sizes: Floats, colour: QColor) -> None:
        """Ways (n, points, 2) in the direction to run; `sizes` (n,) of the arrowheads on them."""
        self.prepareGeometryChange()
        self._ways, self._sizes, self._colour = ways, sizes, colour
        low, high = ways.min(axis=(0, 1)), ways.max(axis=(0, 1))
        box = QRectF(QPointF(*low.tolist()), QPointF(*high.tolist()))
        self._bounds = box.adjusted(-_SIZE, -_SIZE, _SIZE, _SIZE)
        self._share = 0.0
        self.setVisible(True)

    def move(self, share: float) -> None:
        """So much of the way is done, from 0 to 1."""
        self._share = share
        self.update()

    def boundingRect(self) -> QRectF:
        return self._bounds

    def draw(self, painter: QPainter, zoom: float) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colour)
        enlarged = max(1.0, 0.7 / zoom)
        for number, behind in enumerate(_TRAIN[: self._cars]):
            # The last arrives when all is done.
            share = self._share * (1.0 + behind) - behind
            if share > 0.0:
                self._draw_at(painter, share, enlarged * (1.0 - 0.22 * number))

    def _draw_at(self, painter: QPainter, share: float, scale: float) -> None:
        at = min(share, 1.0) * (_POINTS - 1)
        piece = min(int(at), _POINTS - 2)
        starts, ends = self._ways[:, piece], self._ways[:, piece + 1]
        along = ends - starts
        tips = starts + along * (at - piece)
        along = along / np.maximum(np.hypot(along[:, 0], along[:, 1]), 1e-9)[:, None]
        sizes = (self._sizes * scale).tolist()
        for (x, y), (dx, dy), size in zip(tips.tolist(), along.tolist(), sizes, strict=True):
            draw_arrowhead(painter, QPointF(x, y), dx, dy, size)


class Flow(QObject):
    """Sets the arrowheads going whenever the cursor moves by one step, if motion is wanted."""

    def __init__(self, scene: NetworkScene) -> None:
        super().__init__(scene)
        self._scene = scene
        self._cursor = scene.observed.cursor
        self.wanted = True
        """Whether the person wants motion at all."""
        self.item = FlowItem(scene.observed.theme.theme, scene.lettering)
        scene.addItem(self.item)
        self._clock = QVariantAnimation(self)
        self._clock.setDuration(MILLISECONDS)
        self._clock.setEasingCurve(QEasingCurve.Type.InOutSine)
        self._clock.setStartValue(0.0)
        self._clock.setEndValue(1.0)
        self._clock.valueChanged.connect(self.item.move)
        self._clock.finished.connect(self.stop)
        self._steps: StepList = self._cursor.steps
        self._index = self._cursor.index
        self._moved_at = -np.inf
        self._is_due = False
        self._cursor.moved.connect(self._on_moved)
        self._cursor.trace_changed.connect(self._on_moved)
        scene.refreshed.connect(self._on_refreshed)

    @property
    def is_on(self) -> bool:
        return self._clock.state() == QVariantAnimation.State.Running

    def stop(self) -> None:
        """Nothing runs any more."""
        self._clock.stop()
        self.item.setVisible(False)

    def _on_moved(self) -> None:
        """One step forward or back is followed with the eye; a leap, or quick steps, are not."""
        self.stop()
        cursor, now = self._cursor, perf_counter()
        by_one = cursor.steps is self._steps and abs(cursor.index - self._index) == 1
        at_start = cursor.steps is self._steps and cursor.index == self._index
        in_haste = now - self._moved_at < 1.0 / FASTEST or self._plays_fast
        if not at_start:
            self._moved_at = now
        self._steps, self._index = cursor.steps, cursor.index
        self._is_due = by_one and not in_haste and self.wanted and system_moves()

    @property
    def _plays_fast(self) -> bool:
        player = self._cursor.player
        return player.is_playing and player.steps_per_second > FASTEST

    def _on_refreshed(self) -> None:
        """Items stand where the step put them: off they go."""
        is_due, self._is_due = self._is_due, False
        scene = self._scene
        if self.item.theme is not scene.observed.theme.theme:
            self.item.set_style(scene.observed.theme.theme, scene.lettering)
        reading = scene.wording.reading
        if reading is None:
            self.stop()
            return
        if not is_due:
            return
        ways, carried = self._ways(reading)
        if len(ways):
            sizes = _SIZE * (_LEAST + (1.0 - _LEAST) * np.minimum(carried, 1.0))
            self.item.begin(ways, sizes, flow_colour(scene.observed.theme.theme, reading))
            self._clock.start()

    def _ways(self, reading: Reading) -> tuple[Floats, Floats]:
        """The ways to run (n, points, 2), and how much is carried along each, from 0 to 1."""
        wording = self._scene.wording
        roles = wording.roles * ~wording.table.is_bias
        edges = np.flatnonzero(np.isin(roles, list(_DIRECTIONS)))
        carried = np.abs(wording.carried[edges])
        strongest = np.argsort(-carried, kind="stable")[:MOST]
        edges, carried = edges[strongest], carried[strongest]
        ways = _along(self._scene.routes, edges)
        back = np.array([_DIRECTIONS[Role(role)] < 0 for role in roles[edges].tolist()], np.bool_)
        ways[back] = ways[back, ::-1]
        loss = self._loss_ways(reading)
        room = max(0, MOST - len(ways))
        ways = np.concatenate([ways, loss[:room]])
        return ways, np.concatenate([carried, np.full(len(ways) - len(carried), 0.6)])

    def _loss_ways(self, reading: Reading) -> Floats:
        """Between outputs and the loss: there in its own step, back with the outputs' δ."""
        loss, step = self._scene.loss, reading.step
        to_outputs = step.phase == "backward" and step.part in ("", "delta")
        is_output = step.layer in ("", reading.layout.output)
        if not loss.isVisible() or not (step.phase == "loss" or (to_outputs and is_output)):
            return np.zeros((0, _POINTS, 2))
        at, shown = loss.pos(), self._scene.layers[reading.layout.output].column.shown.tolist()
        ends = [
            (start + at, end + at)
            for unit, (start, end, _) in zip(shown, loss.lines, strict=True)
            if step.unit in (None, unit)
        ]
        points = np.array([[(p.x(), p.y()) for p in pair] for pair in ends]).reshape(-1, 2, 2)
        share = np.linspace(0.0, 1.0, _POINTS)[None, :, None]
        ways: Floats = points[:, :1] + share * (points[:, 1:] - points[:, :1])
        return ways[:, ::-1] if to_outputs else ways


def _along(routes: Routes, edges: NDArray[np.intp]) -> Floats:
    """Points at equal distances along edges, from their sources: (n, points, 2)."""
    share = np.linspace(0.0, 1.0, _POINTS)
    first, last = routes.segments[routes.first[edges]], routes.segments[routes.first[edges + 1] - 1]
    starts, ends = first[:, None, :2], last[:, None, 2:]
    ways: Floats = starts + share[None, :, None] * (ends - starts)
    for number in np.flatnonzero(np.diff(routes.first)[edges] > 1).tolist():
        ways[number] = routes.points(int(edges[number]), share)
    return ways
