"""A small picture of the data: the first two columns, a colour and a shape for each class."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from mlp_studio.project.model import Dataset
from mlp_studio.ui.class_marks import Mark, class_colours, stamp
from mlp_studio.ui.panels.panel import MARGIN, RADIUS
from mlp_studio.ui.theme import ThemeModel

_HEIGHT = 180
_MOST_POINTS = 1500
"""More than this is a cloud anyway, and slow to paint."""
_SIZE = 3.5
_MANY = 400
_SMALL_SIZE = 2.5

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Points:
    """Points (n, 2) and the class of each, from 0."""

    places: Array
    classes: NDArray[np.intp]


def points_of(data: Dataset) -> Points:
    """Two coordinates and a class for each sample; evenly thinned out if there are many.

    Of one column, the other coordinate is the target. A single target column is two classes,
    below and above its middle; of several, the largest target is the class.
    """
    step = -(-data.samples // _MOST_POINTS)
    inputs, targets = data.inputs.values[::step], data.targets.values[::step]
    if inputs.shape[1] >= 2:
        places = inputs[:, :2]
    else:
        places = np.column_stack([inputs[:, 0], targets[:, 0]])
    if targets.shape[1] > 1:
        classes = targets.argmax(axis=1)
    else:
        middle = (targets.min() + targets.max()) / 2.0
        classes = (targets[:, 0] > middle).astype(np.intp)
    return Points(places, classes)


class Scatter(QWidget):
    """Painted, not plotted: no axes to read, only what the data look like."""

    def __init__(self, theme: ThemeModel) -> None:
        super().__init__()
        self._theme = theme
        self._points: Points | None = None
        self._hint = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(200, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, _HEIGHT)

    def show_data(self, data: Dataset | None) -> None:
        self._points = None if data is None else points_of(data)
        self.update()

    def set_hint(self, hint: str) -> None:
        """What an empty picture says."""
        self._hint = hint
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(theme.line)
        painter.setBrush(theme.canvas)
        painter.drawRoundedRect(frame, RADIUS, RADIUS)
        if self._points is None:
            painter.setPen(theme.muted)
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(frame.adjusted(MARGIN, 0, -MARGIN, 0), int(flags), self._hint)
        else:
            self._paint_points(painter, self._points, frame)
        painter.end()

    def _paint_points(self, painter: QPainter, points: Points, frame: QRectF) -> None:
        theme = self._theme.theme
        screen = _fitted(points.places, frame.adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN))
        size = _SIZE if len(screen) <= _MANY else _SMALL_SIZE
        classes = int(points.classes.max(initial=0)) + 1
        for number, colour in enumerate(class_colours(theme, classes)):
            mark = stamp(Mark(number, colour, filled=True), size, theme, self.devicePixelRatio())
            middle = mark.deviceIndependentSize() / 2
            for x, y in screen[points.classes == number].tolist():
                painter.drawPixmap(QPointF(x - middle.width(), y - middle.height()), mark)


def _fitted(places: Array, frame: QRectF) -> Array:
    """Places on the widget, with the same scale along both axes, y upward."""
    low, high = places.min(axis=0), places.max(axis=0)
    extent = np.maximum(high - low, 1e-12)
    scale = min(frame.width() / extent[0], frame.height() / extent[1])
    middle = (low + high) / 2.0
    centre = np.array([frame.center().x(), frame.center().y()])
    fitted: Array = centre + (places - middle) * scale * np.array([1.0, -1.0])
    return fitted
