"""The whole picture of what is seen: composed once, painted from the back to the front."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPolygonF

from mlp_studio.engine.projection import Camera, Plane, cut
from mlp_studio.ui.plots.hidden import backdrop, divide
from mlp_studio.ui.plots.hidden.backdrop import AxisWords
from mlp_studio.ui.plots.hidden.crowd import Crowd
from mlp_studio.ui.plots.hidden.eye import Eye
from mlp_studio.ui.plots.hidden.inks import Inks
from mlp_studio.ui.plots.hidden.legend import LegendWords
from mlp_studio.ui.plots.hidden.lettering import Letters
from mlp_studio.ui.plots.hidden.markers import Stamps, radius_for
from mlp_studio.ui.plots.hidden.seen import Seen
from mlp_studio.ui.plots.hidden.sheet import Sheet

_MARGIN = 14.0
_WIDEST = 1.5
"""Of a flat picture of units, its width to its height."""

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Words:
    """All texts on the picture: `axes` of the layer's space, `given` of the input plane."""

    axes: tuple[AxisWords, ...]
    given: tuple[AxisWords, ...]
    plane: str
    legend: LegendWords


@dataclass(frozen=True, slots=True)
class Pose:
    """How one looks: from where, and how far from the input plane (0) to the layer's space (1)."""

    camera: Camera
    share: float = 1.0


class Picture:
    """What is seen, in an area of a widget, in one pose."""

    def __init__(
        self, seen: Seen, pose: Pose, area: QRectF, words: Words, letters: Letters
    ) -> None:
        self._seen = seen
        self._share = pose.share
        self._area = area
        self._letters = letters
        self._words = words
        self.eye = self._look(pose)
        self.crowd = Crowd(seen, self._between(seen.given, seen.mapped), self.eye)
        self.radius = radius_for(len(seen.rows), min(area.width(), area.height()))
        self._plane: Plane | None = seen.plane if self._share == 1.0 else None
        self._corners = None if self._plane is None or seen.is_flat else cut(self._plane)
        self._sheet = None
        if seen.lattice is not None:
            places = self._between(seen.grid_given, seen.grid_mapped)
            self._sheet = Sheet(seen.lattice, places, seen.cell_colours, self._plane, self.eye)

    def draw_behind(self, painter: QPainter, inks: Inks) -> None:
        """What does not change while only weights do: frame or cube, and the names of the axes."""
        theme, eye, words, letters = inks.theme, self.eye, self._axis_words, self._letters
        if self._seen.is_flat:
            backdrop.draw_frame(painter, eye, theme)
            if words:
                backdrop.name_frame(painter, eye, words, theme, letters)
            return
        backdrop.draw_panes(painter, eye, theme)
        if words:
            bounds = self._area.adjusted(-4, 0, 4, 6)
            backdrop.name_panes(painter, eye, words, bounds, theme, letters)

    def draw(self, painter: QPainter, inks: Inks, stamps: Stamps) -> None:
        """From back to front."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._seen.is_flat:
            self._draw_flat(painter, inks, stamps)
        else:
            self._draw_deep(painter, inks, stamps)

    def _draw_flat(self, painter: QPainter, inks: Inks, stamps: Stamps) -> None:
        plane, eye = self._plane, self.eye
        painter.save()
        painter.setClipRect(eye.field.adjusted(-9, -9, 9, 9))
        if plane is not None:
            divide.draw_sides(painter, plane, eye, inks)
        if self._sheet is not None:
            self._sheet.draw(painter, inks, front=True)
        if plane is not None:
            divide.draw_line(painter, plane, eye, inks, self._words.plane, self._letters)
        self._draw_crowd(painter, inks, stamps, None, front=True)
        painter.restore()

    def _draw_deep(self, painter: QPainter, inks: Inks, stamps: Stamps) -> None:
        plane, corners, eye = self._plane, self._corners, self.eye
        outline = QPolygonF()
        for front in (False, True):
            if self._sheet is not None:
                self._sheet.draw(painter, inks, front=front)
            if plane is not None and corners is not None and eye.faces(plane) == front:
                divide.draw_arrow(painter, plane, corners, eye, inks, self._letters)
            self._draw_crowd(painter, inks, stamps, plane, front=front)
            if corners is not None and not front:
                outline = divide.draw_pane(painter, corners, eye, inks)
        if corners is not None:
            bounds = self._area.adjusted(4, 4, -4, -4)
            divide.name_pane(painter, outline, self._words.plane, bounds, inks, self._letters)

    def _draw_crowd(
        self, painter: QPainter, inks: Inks, stamps: Stamps, plane: Plane | None, *, front: bool
    ) -> None:
        self.crowd.draw(painter, inks, stamps, plane, front=front)
        self.crowd.draw_wrong(painter, inks, self.radius, plane, front=front)

    @property
    def _axis_words(self) -> tuple[AxisWords, ...]:
        """On the way from one space to the other no axis has a name."""
        if self._share == 1.0:
            return self._words.axes
        return self._words.given if self._share == 0.0 else ()

    def _between(self, given: Array, mapped: Array) -> Array:
        if self._share == 1.0:
            return mapped
        return given + self._share * (mapped - given)

    def _look(self, pose: Pose) -> Eye:
        if not self._seen.is_flat:
            # What is written below the cube hangs lower than what stands on top.
            return Eye(self._area.adjusted(0, 0, 0, -1.1 * self._letters.height), pose.camera)
        left, above, below = backdrop.flat_margins(self._words.axes, self._letters)
        field = self._area.adjusted(left, above, -_MARGIN, -below)
        widest = 1.0 if self._seen.aim.choice.is_components else _WIDEST
        width = min(field.width(), widest * field.height())
        height = min(field.height(), widest * width)
        fitted = QRectF(0.0, 0.0, max(width, 1.0), max(height, 1.0))
        fitted.moveCenter(field.center())
        return Eye(fitted, None)
