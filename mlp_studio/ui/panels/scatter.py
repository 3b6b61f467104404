"""A small picture of the data: two columns, a colour and a shape for each class."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from mlp_studio.engine.tasks import task_of
from mlp_studio.project.model import Dataset
from mlp_studio.ui.class_marks import Mark, class_colours, stamp
from mlp_studio.ui.panels.panel import MARGIN, RADIUS
from mlp_studio.ui.spreading import spread_rows
from mlp_studio.ui.theme import Theme, ThemeModel, blend

_HEIGHT = 180
_MOST_POINTS = 1500
"""More than this is a cloud anyway, and slow to paint."""
_SIZE = 3.5
_MANY = 400
_SMALL_SIZE = 2.5
LEVELS = 9
"""Targets that are numbers are shown in so many shades."""
_ALIKE = 4.0
"""Columns whose ranges differ by no more than this share one scale: a circle stays a circle."""
Pair = tuple[int, int | None]
"""The columns to the right and upward; None: the target goes upward."""

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Points:
    """Points (n, 2) and what each is marked as, from 0: one of the classes, or of LEVELS shades.

    `is_plane` says that both coordinates are columns, not one the target.
    """

    places: Array
    classes: NDArray[np.intp]
    count: int
    is_numbers: bool = False
    is_plane: bool = True


def points_of(data: Dataset, pair: Pair = (0, 1)) -> Points:
    """Two coordinates and a mark for each sample; evenly thinned out if there are many.

    Of one column, the other coordinate is the first target.
    """
    rows = spread_rows(data.samples, _MOST_POINTS)
    inputs, targets = data.inputs.values[rows], data.targets.values[rows]
    across, up = pair
    is_plane = up is not None and inputs.shape[1] > 1
    other = inputs[:, up] if is_plane else targets[:, 0]
    places = np.column_stack([inputs[:, across], other])
    # What is asked for is seen from all targets: a few rows could have one class only.
    task = task_of(data.targets.values)
    if task.is_classification:
        return Points(places, task.labels(targets), task.classes, is_plane=is_plane)
    return Points(places, _levels(targets[:, 0]), LEVELS, is_numbers=True, is_plane=is_plane)


def _levels(values: Array) -> NDArray[np.intp]:
    """From the least value, 0, to the greatest, LEVELS − 1."""
    least, greatest = float(values.min()), float(values.max())
    share = (values - least) / (greatest - least) if greatest > least else np.full(len(values), 0.5)
    return np.minimum((share * LEVELS).astype(np.intp), LEVELS - 1)


def level_colours(theme: Theme) -> list[QColor]:
    """The shades of numbers, least first: through the quiet middle from one role to the other."""
    half = LEVELS // 2
    low = [blend(theme.negative, theme.muted, (half - at) / half) for at in range(half)]
    high = [blend(theme.positive, theme.muted, at / half) for at in range(half + 1)]
    return [*low, *high]


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

    def show_data(self, data: Dataset | None, pair: Pair = (0, 1)) -> None:
        self._points = points_of(data, pair) if data is not None and data.samples else None
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
        screen = _fitted(points, frame.adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN))
        size = _SIZE if len(screen) <= _MANY else _SMALL_SIZE
        is_numbers = points.is_numbers
        colours = level_colours(theme) if is_numbers else class_colours(theme, points.count)
        for number, colour in enumerate(colours):
            shape = 0 if is_numbers else number
            mark = stamp(Mark(shape, colour, filled=True), size, theme, self.devicePixelRatio())
            middle = mark.deviceIndependentSize() / 2
            for x, y in screen[points.classes == number].tolist():
                painter.drawPixmap(QPointF(x - middle.width(), y - middle.height()), mark)


def _fitted(points: Points, frame: QRectF) -> Array:
    """Places on the widget, y upward; with the same scale along both axes where that is fair."""
    low, high = points.places.min(axis=0), points.places.max(axis=0)
    extent = np.maximum(high - low, 1e-12)
    scale = np.array([frame.width(), frame.height()]) / extent
    if points.is_plane and extent.max() <= _ALIKE * extent.min():
        scale[:] = scale.min()
    middle = (low + high) / 2.0
    centre = np.array([frame.center().x(), frame.center().y()])
    fitted: Array = centre + (points.places - middle) * scale * np.array([1.0, -1.0])
    return fitted
