"""What a gesture shows while it lasts: a ghost, a wire, a band, the edge under the pointer."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from mlp_studio.ui.canvas.canvas_item import CanvasItem
from mlp_studio.ui.canvas.column import RADIUS, Column
from mlp_studio.ui.canvas.labels import Label, Plate, draw_plate, size_of
from mlp_studio.ui.canvas.lettering import Lettering
from mlp_studio.ui.theme import Theme, blend


class Overlay(CanvasItem):
    """Hidden until a gesture shows it; above everything, deaf to the mouse."""

    def __init__(self, theme: Theme, lettering: Lettering) -> None:
        super().__init__(theme, lettering, height=10.0)
        self.setVisible(False)


class Ghost(Overlay):
    """The dashed outline of what a drop would make."""

    def __init__(self, theme: Theme, lettering: Lettering) -> None:
        super().__init__(theme, lettering)
        self._column: Column | None = None

    def show_column(self, column: Column, at: QPointF) -> None:
        self.prepareGeometryChange()
        self._column = column
        self.setPos(at)
        self.setVisible(True)

    def show_unit(self, at: QPointF) -> None:
        """A single disc that would join a layer, at a place in the scene."""
        self.prepareGeometryChange()
        self._column = None
        self.setPos(at)
        self.setVisible(True)

    def boundingRect(self) -> QRectF:
        if self._column is not None:
            return self._column.frame.adjusted(-2.0, -2.0, 2.0, 2.0)
        return QRectF(-RADIUS - 2.0, -RADIUS - 2.0, 2 * RADIUS + 4.0, 2 * RADIUS + 4.0)

    def draw(self, painter: QPainter, _zoom: float) -> None:
        painter.setPen(QPen(self.theme.accent, 1.5, Qt.PenStyle.DashLine))
        painter.setBrush(blend(self.theme.accent, self.theme.canvas, 0.08))
        if self._column is None:
            painter.drawEllipse(QPointF(), RADIUS, RADIUS)
            return
        painter.drawRoundedRect(self._column.frame, 12.0, 12.0)
        for height in self._column.heights.tolist():
            painter.drawEllipse(QPointF(0.0, height), RADIUS, RADIUS)


class Wire(Overlay):
    """The link being drawn, from a port to the pointer, with the reason if it cannot be."""

    def __init__(self, theme: Theme, lettering: Lettering) -> None:
        super().__init__(theme, lettering)
        self._start, self._end = QPointF(), QPointF()
        self.reason = ""

    def stretch(self, start: QPointF, end: QPointF, reason: str) -> None:
        """Both ends in scene coordinates; `reason` is empty if the link can be made."""
        self.prepareGeometryChange()
        self._start, self._end, self.reason = start, end, reason
        self.setVisible(True)
        self.update()

    def boundingRect(self) -> QRectF:
        bounds = QRectF(self._start, self._end).normalized()
        return bounds.adjusted(-80.0, -20.0, 80.0, 20.0) | self._reason_box()

    def _reason_box(self) -> QRectF:
        width = self.lettering.width(self.reason) + 16.0
        return QRectF(self._end.x() + 14.0, self._end.y() + 14.0, width, 24.0)

    def draw(self, painter: QPainter, _zoom: float) -> None:
        colour = self.theme.error if self.reason else self.theme.accent
        reach = max(40.0, abs(self._end.x() - self._start.x()) / 2)
        path = QPainterPath(self._start)
        path.cubicTo(self._start + QPointF(reach, 0.0), self._end - QPointF(reach, 0.0), self._end)
        pen = QPen(colour, 2.5, Qt.PenStyle.DashLine if self.reason else Qt.PenStyle.SolidLine)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)
        painter.setBrush(colour)
        painter.drawEllipse(self._end, 4.0, 4.0)
        if self.reason:
            box = self._reason_box()
            painter.setPen(QPen(colour, 1.0))
            painter.setBrush(self.theme.panel)
            painter.drawRoundedRect(box, 6.0, 6.0)
            painter.setFont(self.lettering.small)
            painter.setPen(colour)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.reason)


class Band(Overlay):
    """The rectangle that selects what it touches."""

    def __init__(self, theme: Theme, lettering: Lettering) -> None:
        super().__init__(theme, lettering)
        self.box = QRectF()

    def stretch(self, box: QRectF) -> None:
        self.prepareGeometryChange()
        self.box = box
        self.setVisible(True)

    def boundingRect(self) -> QRectF:
        return self.box.adjusted(-1.0, -1.0, 1.0, 1.0)

    def draw(self, painter: QPainter, _zoom: float) -> None:
        pen = QPen(self.theme.accent, 1.0)
        pen.setCosmetic(True)
        fill = QColor(self.theme.accent)
        fill.setAlphaF(0.10)
        painter.setPen(pen)
        painter.setBrush(fill)
        painter.drawRect(self.box)


class HoverEdge(Overlay):
    """The edge under the pointer, drawn over the others with its label."""

    def __init__(self, theme: Theme, lettering: Lettering) -> None:
        super().__init__(theme, lettering)
        self.setZValue(1.5)
        self._lines: list[QLineF] = []
        self._plate: Plate | None = None
        self._colour = theme.accent
        self._bounds = QRectF()

    def show_edge(self, lines: list[QLineF], colour: QColor, label: Label, at: QPointF) -> None:
        """`at` is where the label's plate has its middle."""
        self.prepareGeometryChange()
        width, height = size_of(label, self.lettering)
        box = QRectF(at.x() - width / 2, at.y() - height / 2, width, height)
        self._plate = Plate(label, box)
        self._lines, self._colour = lines, colour
        self._bounds = box
        for line in lines:
            self._bounds |= QRectF(line.p1(), line.p2()).normalized()
        self._bounds.adjust(-6.0, -6.0, 6.0, 6.0)
        self.setVisible(True)

    def boundingRect(self) -> QRectF:
        return self._bounds

    def draw(self, painter: QPainter, _zoom: float) -> None:
        if self._plate is None:
            return
        for width, colour in ((8.0, self.theme.canvas), (4.0, self._colour)):
            pen = QPen(colour, width)
            pen.setCosmetic(True)
            painter.setPen(pen)
            painter.drawLines(self._lines)
        painter.setFont(self.lettering.small)
        draw_plate(painter, self._plate, self.theme)
