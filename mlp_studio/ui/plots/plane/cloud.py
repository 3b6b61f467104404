"""The samples over the plane: where they are, how they look, and which is near a place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter, QPixmap

from mlp_studio.document.live import Samples
from mlp_studio.ui.class_marks import Mark, class_colours, stamp
from mlp_studio.ui.plots.plane.frame import Frame
from mlp_studio.ui.plots.plane.shading import Scale, point_colours
from mlp_studio.ui.spreading import spread_rows
from mlp_studio.ui.theme import Theme

Array = NDArray[Any]
Indices = NDArray[np.intp]

MOST_RUNNING, MOST_AT_REST = 1500, 6000
"""More samples are thinned out: they are a cloud anyway, and slow to draw and to predict."""
_SIZES = ((150, 4.5), (500, 3.75), (1500, 3.0))
_SMALLEST = 2.5
_HUES = 24
"""Targets that are numbers are drawn in so many shades."""


@dataclass(frozen=True, slots=True, eq=False)
class Cloud:
    """`places` (n, 2) of the samples drawn, their `rows` of the data, and which are set aside.

    `labels` are their classes, of so many `classes`; for numbers `values` are their targets, with
    the `scale` of the map, or without one where there is no map.
    """

    rows: Indices
    places: Array
    is_test: NDArray[np.bool_]
    """For testing or for validation: not learned from."""
    classes: int = 0
    labels: Indices | None = None
    values: Array | None = None
    scale: Scale | None = None

    def __len__(self) -> int:
        return len(self.rows)

    @property
    def size(self) -> float:
        """Half the width of a mark: smaller where there are many."""
        return next((size for most, size in _SIZES if len(self) <= most), _SMALLEST)

    def nearest(self, frame: Frame, point: QPointF, reach: float) -> int | None:
        """The row of the sample nearest to a point of the widget, none further than `reach`."""
        if not len(self):
            return None
        screen = frame.on_screen(self.places)
        squares = (screen[:, 0] - point.x()) ** 2 + (screen[:, 1] - point.y()) ** 2
        nearest = int(squares.argmin())
        return int(self.rows[nearest]) if squares[nearest] <= reach**2 else None

    def draw(self, painter: QPainter, frame: Frame, theme: Theme, ratio: float) -> None:
        """Each sample by its stamp; those for testing first, so that they do not hide others."""
        stamps, kinds = self._stamps(theme, ratio)
        screen = frame.on_screen(self.places)
        for is_test in (True, False):
            for kind in np.unique(kinds[self.is_test == is_test]).tolist():
                places = screen[(kinds == kind) & (self.is_test == is_test)]
                draw_all_centred(painter, stamps[kind], places.tolist())

    def _stamps(self, theme: Theme, ratio: float) -> tuple[list[QPixmap], Indices]:
        """Stamps, and which of them each sample has."""
        shapes, colours, kinds = self._looks(theme)
        outline = theme.ink if self.scale is not None else None
        stamps = [
            stamp(Mark(shape, colour, filled, outline), self.size, theme, ratio)
            for filled in (True, False)
            for shape, colour in zip(shapes, colours, strict=True)
        ]
        return stamps, kinds + len(colours) * self.is_test

    def _looks(self, theme: Theme) -> tuple[list[int], list[QColor], Indices]:
        """A shape and a colour for each kind of sample, and the kind of each."""
        if self.labels is not None:
            return list(range(self.classes)), class_colours(theme, self.classes), self.labels
        if self.values is None or self.scale is None:
            return [0], [theme.muted], np.zeros(len(self), np.intp)
        edges = np.linspace(self.scale.least, self.scale.greatest, _HUES)
        kinds = np.abs(self.values[:, None] - edges).argmin(axis=1)
        return [0] * _HUES, point_colours(self.scale, edges, theme), kinds


def cloud_of(
    samples: Samples,
    places: Array,
    most: int,
    scale: Scale | None = None,
    output: int = 0,
) -> Cloud:
    """The samples at `places` (samples, 2), at most so many of them."""
    rows = spread_rows(len(places), most)
    is_test = np.zeros(len(places), np.bool_)
    is_test[samples.test_rows] = is_test[samples.validation_rows] = True
    task, targets = samples.task, samples.targets[rows]
    if task.is_classification:
        classes = max(task.classes, 2)
        labels = task.labels(targets)
        return Cloud(rows, places[rows], is_test[rows], classes, labels)
    values = targets[:, output]
    return Cloud(rows, places[rows], is_test[rows], values=values, scale=scale)


def draw_centred(painter: QPainter, pixmap: QPixmap, x: float, y: float) -> None:
    draw_all_centred(painter, pixmap, [(x, y)])


def draw_all_centred(painter: QPainter, pixmap: QPixmap, places: Iterable[Sequence[float]]) -> None:
    """The same picture at many places of the widget."""
    size = pixmap.deviceIndependentSize()
    across, up = size.width() / 2, size.height() / 2
    for x, y in places:
        painter.drawPixmap(QPointF(x - across, y - up), pixmap)
