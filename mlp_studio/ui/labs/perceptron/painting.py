"""Painting a Sight: tint, axes, hulls, lines, samples, in this order."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPixmap, QPolygonF

from mlp_studio.ui.class_marks import Mark, class_colours, ring, stamp
from mlp_studio.ui.labs.perceptron import ground as geometry
from mlp_studio.ui.labs.perceptron.grip import foot, tip
from mlp_studio.ui.labs.perceptron.ground import Ground, Place
from mlp_studio.ui.labs.perceptron.sight import Dot, Hulls, Line, Sight
from mlp_studio.ui.theme import Theme, blend

MARK = 7.5
TINT, HULL = 0.14, 0.22
_LINE, _ARROW = 2.2, 2.2
_HEAD = 9.0
_HANDLE = 5.5
_COMMON = 9.0
_PAD = 4.0


class PlanePainting:
    """One painting of one plane."""

    def __init__(
        self, painter: QPainter, ground: Ground, theme: Theme, font: QFont, ratio: float
    ) -> None:
        self._painter = painter
        self._ground = ground
        self._theme = theme
        self._ratio = ratio
        self._font = font
        self._metrics = QFontMetricsF(font)
        self._square = QRectF(ground.left, ground.top, ground.side, ground.side)
        self._colours = class_colours(theme, 2)

    def paint(self, sight: Sight) -> None:
        painter = self._painter
        painter.fillRect(self._square, self._theme.canvas)
        painter.save()
        painter.setClipRect(self._square)
        painter.setPen(Qt.PenStyle.NoPen)
        for region in sight.regions:
            painter.setBrush(self._tinted(region.shape, TINT))
            painter.drawPolygon(self._polygon(region.corners))
        self._axes()
        if sight.hulls is not None:
            self._hulls(sight.hulls)
        for line in sight.lines:
            self._line(line)
        painter.restore()
        self._frame(sight)
        for line in sight.lines:
            self._arrow(line, sight)
        for number, dot in enumerate(sight.dots):
            self._dot(dot, is_at_hand=number == sight.ring)
        if sight.hulls is not None and sight.hulls.common is not None:
            self._cross(sight.hulls.common)
        if sight.note:
            top = QPointF(self._square.center().x(), self._square.top() + self._metrics.height())
            self._plate(top, sight.note, self._theme.ink)

    def _axes(self) -> None:
        painter, ground = self._painter, self._ground
        (left, low), span = ground.low, ground.span
        for tick in ground.ticks():
            is_axis = abs(tick) < 1e-9
            share = 0.9 if is_axis else 0.5
            painter.setPen(QPen(blend(self._theme.line, self._theme.canvas, share), 1.0))
            painter.drawLine(self._at((tick, low)), self._at((tick, low + span)))
            painter.drawLine(self._at((left, tick)), self._at((left + span, tick)))

    def _frame(self, sight: Sight) -> None:
        painter, ground, height = self._painter, self._ground, self._metrics.height()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._theme.line, 1.0))
        painter.drawRect(self._square)
        painter.setFont(self._font)
        painter.setPen(self._theme.muted)
        for tick in ground.ticks():
            text = f"{tick:g}".replace("-", "−")
            x, _ = ground.to_pixel((tick, ground.low[1]))
            _, y = ground.to_pixel((ground.low[0], tick))
            below = QRectF(x - 40.0, self._square.bottom() + 2.0, 80.0, height)
            painter.drawText(below, int(Qt.AlignmentFlag.AlignCenter), text)
            beside = QRectF(self._square.left() - 85.0, y - height / 2, 80.0, height)
            flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(beside, int(flags), text)
        painter.setPen(self._theme.ink)
        across = QRectF(self._square.left(), self._square.bottom() + height, ground.side, height)
        painter.drawText(across, int(Qt.AlignmentFlag.AlignCenter), sight.names[0])
        up = QRectF(self._square.left() + 6.0, self._square.top() + 3.0, 120.0, height)
        painter.drawText(up, int(Qt.AlignmentFlag.AlignLeft), sight.names[1])

    def _hulls(self, hulls: Hulls) -> None:
        painter = self._painter
        for shape, corners in enumerate(hulls.corners):
            pen = QPen(self._colours[shape], 1.6, Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.setBrush(self._tinted(shape, HULL))
            painter.drawPolygon(self._polygon(corners))
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _cross(self, common: Place) -> None:
        painter, at = self._painter, self._at(common)
        for colour, width in ((self._theme.canvas, 5.0), (self._theme.error, 2.4)):
            painter.setPen(QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            for x, y in ((_COMMON, _COMMON), (_COMMON, -_COMMON)):
                painter.drawLine(at - QPointF(x, y), at + QPointF(x, y))

    def _line(self, line: Line) -> None:
        ends = geometry.segment(line.weights, self._ground)
        if ends is None:
            return
        for colour, width in ((self._theme.canvas, _LINE + 2.5), (line.colour, _LINE)):
            self._painter.setPen(QPen(colour, width))
            self._painter.drawLine(self._at(ends[0]), self._at(ends[1]))
        if line.name:
            a, b = sorted(ends, key=lambda end: (end[1], end[0]))
            upper = self._at((b[0] + 0.12 * (a[0] - b[0]), b[1] + 0.12 * (a[1] - b[1])))
            self._plate(upper, line.name, self._theme.ink)

    def _arrow(self, line: Line, sight: Sight) -> None:
        painter = self._painter
        start = self._at(foot(line, self._ground))
        end = self._at(tip(line, sight, self._ground))
        along = end - start
        size = math.hypot(along.x(), along.y())
        painter.setPen(QPen(line.colour, _ARROW))
        painter.setBrush(line.colour)
        if size > _HEAD:
            way = along / size
            across = QPointF(-way.y(), way.x())
            neck = end - way * _HEAD
            painter.drawLine(start, neck)
            wing = across * (_HEAD * 0.45)
            painter.drawPolygon(QPolygonF([end, neck + wing, neck - wing]))
        else:
            painter.setBrush(self._theme.canvas)
            painter.drawEllipse(end, _HANDLE, _HANDLE)
            way = QPointF(1.0, 0.0)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        beside = QPointF(-way.y(), way.x()) * (self._metrics.height() * 0.95)
        self._plate(start + along * 0.5 + beside, line.normal, self._theme.ink)

    def _dot(self, dot: Dot, *, is_at_hand: bool) -> None:
        painter, at = self._painter, self._at(dot.place)
        if is_at_hand:
            circle = ring(MARK, self._theme.accent, self._theme.canvas, self._ratio)
            self._put(circle, at)
        mark = Mark(dot.shape, self._colours[dot.shape], filled=dot.is_right)
        self._put(stamp(mark, MARK, self._theme, self._ratio), at)
        text = dot.name if dot.count < 2 else f"{dot.name} ×{dot.count}".strip()
        if text:
            painter.setFont(self._font)
            painter.setPen(self._theme.ink)
            beside = QRectF(at.x() + MARK + 5.0, at.y() - 2 * MARK - 8.0, 200.0, 20.0)
            painter.drawText(beside, int(Qt.AlignmentFlag.AlignLeft), text)

    def _put(self, picture: QPixmap, at: QPointF) -> None:
        size = picture.deviceIndependentSize()
        self._painter.drawPixmap(at - QPointF(size.width() / 2, size.height() / 2), picture)

    def _plate(self, middle: QPointF, text: str, ink: QColor) -> None:
        """Words on a plate of the canvas's colour, moved to lie within the square."""
        width = self._metrics.horizontalAdvance(text) + 2 * _PAD
        height = self._metrics.height() + 2.0
        plate = QRectF(middle.x() - width / 2, middle.y() - height / 2, width, height)
        plate.moveLeft(min(max(plate.left(), self._square.left()), self._square.right() - width))
        plate.moveTop(min(max(plate.top(), self._square.top()), self._square.bottom() - height))
        painter = self._painter
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.canvas)
        painter.drawRoundedRect(plate, _PAD, _PAD)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setFont(self._font)
        painter.setPen(ink)
        painter.drawText(plate, int(Qt.AlignmentFlag.AlignCenter), text)

    def _tinted(self, shape: int, share: float) -> QColor:
        return blend(self._colours[shape], self._theme.canvas, share)

    def _at(self, place: Place) -> QPointF:
        return QPointF(*self._ground.to_pixel(place))

    def _polygon(self, corners: tuple[Place, ...]) -> QPolygonF:
        return QPolygonF([self._at(corner) for corner in corners])
