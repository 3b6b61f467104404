"""Paints the samples: by depth, those behind the plane before it, some of them ringed."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from mlp_studio.engine.projection import Plane
from mlp_studio.ui.plots.hidden.eye import Eye
from mlp_studio.ui.plots.hidden.inks import Inks
from mlp_studio.ui.plots.hidden.markers import Stamps, depth_steps
from mlp_studio.ui.plots.hidden.seen import Seen
from mlp_studio.ui.plots.hidden.sheet import finite

_MOST_STEMS = 24
"""So many samples, at most, are each joined to the plane."""

Array = NDArray[np.float64]
Indices = NDArray[np.intp]


class Crowd:
    """The samples of what is seen, at `places` (n, 3) in the cube, as an eye sees them."""

    def __init__(self, seen: Seen, places: Array, eye: Eye) -> None:
        self._seen = seen
        self._places = places
        self._eye = eye
        self.screen = eye.see(places)
        """(n, 3): x and y in the widget, NaN where an output is not finite, and the depth."""
        exists = finite(self.screen)
        order = np.argsort(self.screen[:, 2], kind="stable")
        self._order: Indices = order[exists[order]]

    def nearest(self, x: float, y: float, reach: float) -> int | None:
        """The place in the crowd of the mark at a point of the widget; the foremost of several."""
        if not len(self.screen):
            return None
        away = np.hypot(self.screen[:, 0] - x, self.screen[:, 1] - y)
        away = np.where(np.isnan(away), np.inf, away)
        closest = float(away.min())
        if closest > reach:
            return None
        alike = np.flatnonzero(away <= closest + 1.0)
        return int(alike[self.screen[alike, 2].argmax()])

    def draw(
        self, painter: QPainter, inks: Inks, stamps: Stamps, plane: Plane | None, *, front: bool
    ) -> None:
        """Those before or behind the plane; all are in front if there is none."""
        members = self._members(plane, front=front)
        if plane is not None and len(self._places) <= _MOST_STEMS:
            self._draw_stems(painter, inks, plane, members)
        stamps.draw(
            painter,
            self.screen[members].tolist(),
            self._seen.colours[members].tolist(),
            self._seen.tested[members].tolist(),
            depth_steps(self.screen[:, 2])[members].tolist(),
            flat=self._eye.is_flat,
        )

    def draw_wrong(
        self, painter: QPainter, inks: Inks, radius: float, plane: Plane | None, *, front: bool
    ) -> None:
        """A ring around each sample that gets another class than its own."""
        members = self._members(plane, front=front)
        members = members[self._seen.wrong[members]]
        painter.setPen(QPen(inks.theme.error, max(1.4, 0.3 * radius)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for x, y, _ in self.screen[members].tolist():
            painter.drawEllipse(QPointF(x, y), radius + 3.4, radius + 3.4)

    def ring(
        self, painter: QPainter, member: int, radius: float, colour: QColor, halo: QColor
    ) -> None:
        """Mark one of them for being looked at."""
        x, y, _ = self.screen[member].tolist()
        if not np.isfinite(x + y):
            return
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for pen in (QPen(halo, 5.0), QPen(colour, 2.4)):
            painter.setPen(pen)
            painter.drawEllipse(QPointF(x, y), radius + 6.0, radius + 6.0)

    def _members(self, plane: Plane | None, *, front: bool) -> Indices:
        if plane is None:
            return self._order if front else self._order[:0]
        are_there = self._eye.in_front(plane, self._places[self._order]) == front
        members: Indices = self._order[are_there]
        return members

    def _draw_stems(self, painter: QPainter, inks: Inks, plane: Plane, members: Indices) -> None:
        """The way from each sample straight to the plane, where it meets it within the cube."""
        size = float(plane.normal @ plane.normal)
        if not 0.0 < size < np.inf:
            return
        places = self._places[members]
        feet = places - np.outer(plane.values(places) / size, plane.normal)
        inside = (np.abs(feet) <= 1.0 + 1e-9).all(axis=1)
        seen = self._eye.see(feet[inside])[:, :2].tolist()
        starts = self.screen[members[inside], :2].tolist()
        numbers = self._seen.colours[members[inside]].tolist()
        for start, end, number in zip(starts, seen, numbers, strict=True):
            painter.setPen(QPen(inks.sample(number), 1.3, Qt.PenStyle.DotLine))
            painter.drawLine(QLineF(*start, *end))
