"""Residuals over outputs: what is left to learn, and whether there is a pattern in it."""

from __future__ import annotations

from math import ceil

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.panels.metrics.residual_points import Points, Scale, scale_of
from mlp_studio.ui.panels.panel import RADIUS
from mlp_studio.ui.theme import Theme, ThemeModel

_LINES = 13
"""The height, in lines of text."""
_PAD = 6.0
_SIZE, _SMALL_SIZE, _MANY = 7.0, 5.0, 400
_HOLE = 0.55
"""Of an open point's width."""
_REACH = 12.0
"""Pixels from a point within which the mouse means it."""
_Align = Qt.AlignmentFlag
_RIGHT = int(_Align.AlignRight | _Align.AlignVCenter)
_LEFT = int(_Align.AlignLeft | _Align.AlignVCenter)
_MIDDLE = int(_Align.AlignHCenter | _Align.AlignVCenter)
_WRAPPED = int(_Align.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}


class ResidualPlot(QWidget):
    """Shows points, and says which one is looked at or chosen; does nothing itself.

    Train filled, what is set aside open; the colour is the residual's sign.
    """

    looked_at = Signal()
    chosen = Signal(int)
    """A row of the data whose point was clicked, or Enter pressed on it."""

    def __init__(self, theme: ThemeModel, numbers: NumberFormat) -> None:
        super().__init__()
        self._theme = theme
        self._numbers = numbers
        self._points: Points | None = None
        self._scale = Scale(0.0, 1.0, 1.0)
        self._places: NDArray[np.float64] = np.zeros((0, 2))
        self._marked: int | None = None
        self._hovered: int | None = None
        self._current: int | None = None
        self._has_keyboard = False
        self._captions = ("", "", "")
        self._picture: QPixmap | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        theme.changed.connect(self._redraw)

    @property
    def points(self) -> Points | None:
        return self._points

    @property
    def looked(self) -> int | None:
        """Which of the points is under the mouse, else under the keyboard while it is here."""
        if self._hovered is not None:
            return self._hovered
        return self._current if self._has_keyboard else None

    def place(self, point: int) -> QPointF:
        """Where a point is on the widget."""
        return QPointF(float(self._places[point, 0]), float(self._places[point, 1]))

    def set_captions(self, output: str, residual: str, nothing: str) -> None:
        """What goes across and up, and what an empty plot says."""
        self._captions = (output, residual, nothing)
        self._redraw()

    def show_points(self, points: Points, marked: int | None) -> None:
        """Show these; `marked` is the row of the current sample."""
        row = self._row(self._current)
        self._points, self._marked = points, marked
        self._scale = scale_of(points)
        found = [] if row is None else np.flatnonzero(points.rows == row).tolist()
        self._current = found[0] if found else None
        self._hovered = None
        self._redraw()
        self._look_under_mouse()

    def mark(self, row: int | None) -> None:
        """Another sample is the current one."""
        self._marked = row
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, _LINES * self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()
            self._redraw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._redraw()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._has_keyboard = True
        self._tell()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._has_keyboard = False
        self._tell()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self._point_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        point = self._point_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and point is not None:
            self._current = self._hovered = point
            self._choose(point)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._has_keyboard = True
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None and len(self._places):
            self._go(step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            if self._current is not None:
                self._choose(self._current)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._picture is None:
            self._picture = self._paint_picture()
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, points = self._theme.theme, self._points
        if points is not None and self._marked is not None:
            painter.setPen(QPen(theme.accent, 2.0))
            for point in np.flatnonzero(points.rows == self._marked).tolist():
                painter.drawEllipse(self.place(point), 6.0, 6.0)
        looked = self.looked
        if looked is not None:
            painter.setPen(QPen(theme.ink, 1.5))
            painter.drawEllipse(self.place(looked), 8.0, 8.0)
        if self._has_keyboard:
            painter.setPen(QPen(theme.accent, 1.0))
            box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(box, RADIUS, RADIUS)
        painter.end()

    def _paint_picture(self) -> QPixmap:
        """All that stays as it is while the mouse moves."""
        theme, ratio = self._theme.theme, self.devicePixelRatioF()
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(theme.panel)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.font())
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(theme.line)
        painter.setBrush(theme.canvas)
        painter.drawRoundedRect(box, RADIUS, RADIUS)
        points = self._points
        if points is None or not len(points.rows):
            painter.setPen(theme.muted)
            painter.drawText(box.adjusted(_PAD, 0, -_PAD, 0), _WRAPPED, self._captions[2])
        else:
            frame = self._frame()
            self._paint_axes(painter, theme, frame)
            self._paint_points(painter, theme, points)
        painter.end()
        return picture

    def _paint_axes(self, painter: QPainter, theme: Theme, frame: QRectF) -> None:
        scale, line = self._scale, self.fontMetrics().height()
        painter.setPen(theme.line)
        for y in (frame.top(), frame.bottom()):
            painter.drawLine(QPointF(frame.left(), y), QPointF(frame.right(), y))
        painter.setPen(QPen(theme.muted, 1.0))
        middle = frame.center().y()
        painter.drawLine(QPointF(frame.left(), middle), QPointF(frame.right(), middle))
        for text, y in (
            (f"+{self._numbers.exact(scale.reach)}", frame.top()),
            ("0", middle),
            (self._numbers.exact(-scale.reach), frame.bottom()),
        ):
            place = QRectF(_PAD, y - line / 2, frame.left() - 2 * _PAD, line)
            painter.drawText(place, _RIGHT, text)
        below = QRectF(frame.left(), frame.bottom() + _PAD + 2, frame.width(), line)
        painter.drawText(below, _LEFT, self._numbers.exact(scale.left))
        painter.drawText(below, _RIGHT, self._numbers.exact(scale.right))
        painter.drawText(below, _MIDDLE, self._captions[0])
        above = QRectF(_PAD, _PAD, frame.right() - _PAD, line)
        painter.drawText(above, _LEFT, self._captions[1])

    def _paint_points(self, painter: QPainter, theme: Theme, points: Points) -> None:
        size = _SIZE if len(points.rows) <= _MANY else _SMALL_SIZE
        for is_open in (False, True):
            for is_positive, colour in ((False, theme.negative), (True, theme.positive)):
                dot = _dot(colour, size, self.devicePixelRatioF(), is_open=is_open)
                half = dot.deviceIndependentSize().width() / 2
                chosen = ((points.parts > 0) == is_open) & ((points.residuals > 0) == is_positive)
                for x, y in (self._places[chosen] - half).tolist():
                    painter.drawPixmap(QPointF(x, y), dot)

    def _frame(self) -> QRectF:
        """The part of the widget that the points are in."""
        metrics = self.fontMetrics()
        texts = (f"+{self._numbers.exact(self._scale.reach)}", "0")
        left = max(map(metrics.horizontalAdvance, texts)) + 3 * _PAD
        line = metrics.height()
        # The uppermost figure stands half a line above the frame, and the caption above that.
        top, bottom = 1.5 * line + 1.5 * _PAD, line + 2 * _PAD + 2
        return QRectF(self.rect()).adjusted(left, top, -2 * _PAD, -bottom)

    def _redraw(self) -> None:
        """Points, size or colours are others."""
        self._picture = None
        if self._points is not None:
            frame, scale, points = self._frame(), self._scale, self._points
            across = (points.outputs - scale.left) / (scale.right - scale.left)
            up = points.residuals / scale.reach
            self._places = np.column_stack(
                [
                    frame.left() + across * frame.width(),
                    frame.center().y() - up * frame.height() / 2,
                ]
            )
        self.update()

    def _point_at(self, place: QPointF) -> int | None:
        if not len(self._places):
            return None
        away = ((self._places - (place.x(), place.y())) ** 2).sum(axis=1)
        nearest = int(away.argmin())
        return nearest if away[nearest] <= _REACH**2 else None

    def _look_under_mouse(self) -> None:
        if self.underMouse():
            self._hovered = self._point_at(QPointF(self.mapFromGlobal(self.cursor().pos())))
        self._tell()

    def _go(self, step: int) -> None:
        """To the next point across."""
        order = np.lexsort((self._places[:, 1], self._places[:, 0]))
        if self._current is None:
            at = 0 if step > 0 else len(order) - 1
        else:
            at = int(np.flatnonzero(order == self._current)[0]) + step
        self._current = int(order[min(max(at, 0), len(order) - 1)])
        self._hovered = None
        self._tell()

    def _hover(self, point: int | None) -> None:
        if point != self._hovered:
            self._hovered = point
            self._tell()

    def _choose(self, point: int) -> None:
        row = self._row(point)
        if row is not None:
            self.chosen.emit(row)
        self._tell()

    def _row(self, point: int | None) -> int | None:
        if point is None or self._points is None:
            return None
        return int(self._points.rows[point])

    def _tell(self) -> None:
        self.update()
        self.looked_at.emit()


def _dot(colour: QColor, size: float, ratio: float, *, is_open: bool) -> QPixmap:
    """A point, ready to be put down thousands of times: drawing each takes ten times as long."""
    side = size + 2.0
    dot = QPixmap(ceil(side * ratio), ceil(side * ratio))
    dot.setDevicePixelRatio(ratio)
    dot.fill(Qt.GlobalColor.transparent)
    painter = QPainter(dot)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = size * (1 - _HOLE) / 2 if is_open else 0.0
    painter.setPen(QPen(colour, pen) if is_open else Qt.PenStyle.NoPen)
    painter.setBrush(Qt.BrushStyle.NoBrush if is_open else colour)
    painter.drawEllipse(QPointF(side / 2, side / 2), (size - pen) / 2, (size - pen) / 2)
    painter.end()
    return dot
