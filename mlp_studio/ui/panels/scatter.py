"""A small picture of the data: the first two columns, a colour and a shape for each class."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from mlp_studio.project.model import Dataset
from mlp_studio.ui.panels.labels import role_colour
from mlp_studio.ui.panels.panel import MARGIN, RADIUS
from mlp_studio.ui.theme import ThemeModel

_HEIGHT = 180
_MOST_POINTS = 1500
"""More than this is a cloud anyway, and slow to paint."""
_ROLES = ("negative", "positive", "forward", "backward", "accent", "warning")
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
        for number in np.unique(points.classes):
            colour = role_colour(theme, _ROLES[number % len(_ROLES)])
            of_class = screen[points.classes == number].tolist()
            _paint_markers(painter, of_class, int(number), size, colour, theme.canvas)


def _fitted(places: Array, frame: QRectF) -> Array:
    """Places on the widget, with the same scale along both axes, y upward."""
    low, high = places.min(axis=0), places.max(axis=0)
    extent = np.maximum(high - low, 1e-12)
    scale = min(frame.width() / extent[0], frame.height() / extent[1])
    middle = (low + high) / 2.0
    centre = np.array([frame.center().x(), frame.center().y()])
    fitted: Array = centre + (places - middle) * scale * np.array([1.0, -1.0])
    return fitted


def _paint_markers(
    painter: QPainter,
    places: list[list[float]],
    number: int,
    size: float,
    colour: QColor,
    edge: QColor,
) -> None:
    """A disc for the first class, then polygons: diamond, triangle, square …"""
    painter.setPen(QPen(edge, 0.75))
    painter.setBrush(colour)
    if number == 0:
        for x, y in places:
            painter.drawEllipse(QPointF(x, y), size, size)
        return
    corners = {1: 4, 2: 3}.get(number, number + 2)
    turn = np.pi / 2.0 + 2.0 * np.pi * np.arange(corners) / corners
    reach = size * 1.35
    shape = QPolygonF([QPointF(reach * np.cos(at), -reach * np.sin(at)) for at in turn])
    for x, y in places:
        painter.drawPolygon(shape.translated(x, y))
