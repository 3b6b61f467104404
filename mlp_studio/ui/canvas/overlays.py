"""What a gesture shows while it lasts: a ghost, a wire, a band, the edge under the pointer."""

from __future__ import annotations

from collections.abc import Sequence

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
        self._columns: tuple[tuple[Column, QPointF], ...] = ()
        self._discs: tuple[QPointF, ...] = ()

    def show_columns(self, columns: Sequence[tuple[Column, QPointF]]) -> None:
        """Layers that would be made, each with its place in the scene."""
        self._show(tuple(columns), ())

    def show_discs(self, discs: Sequence[QPointF]) -> None:
        """Units that are carried, by their middles in the scene."""
        self._show((), tuple(discs))

    @property
    def columns(self) -> tuple[tuple[Column, QPointF], ...]:
        return self._columns

    def _show(
        self, columns: tuple[tuple[Column, QPointF], ...], discs: tuple[QPointF, ...]
    ) -> None:
        self.prepareGeometryChange()
        self._columns, self._discs = columns, discs
        self.setVisible(True)
        self.update()

    def boundingRect(self) -> QRectF:
        bounds = QRectF()
        for column, at in self._columns:
            bounds |= column.frame.translated(at)
        for at in self._discs:
            bounds |= QRectF(at.x() - RADIUS, at.y() - RADIUS, 2 * RADIUS, 2 * RADIUS)
        return bounds.adjusted(-2.0, -2.0, 2.0, 2.0)

    def draw(self, painter: QPainter, _zoom: float) -> None:
        painter.setPen(QPen(self.theme.accent, 1.5, Qt.PenStyle.DashLine))
        painter.setBrush(blend(self.theme.accent, self.theme.canvas, 0.08))
        for column, at in self._columns:
            painter.drawRoundedRect(column.frame.translated(at), 12.0, 12.0)
            for height in column.heights.tolist():
                painter.drawEllipse(at + QPointF(0.0, height), RADIUS, RADIUS)
        for disc in self._discs:
            painter.drawEllipse(disc, RADIUS, RADIUS)


class Wire(Overlay):
    """The link being drawn, from a port to the pointer."""

    def __init__(self, theme: Theme, lettering: Lettering) -> None:
        super().__init__(theme, lettering)
        self._start, self._end = QPointF(), QPointF()
        self._refused = False

    def stretch(self, start: QPointF, end: QPointF, *, refused: bool) -> None:
        """Both ends in scene coordinates; a wire that cannot be is dashed."""
        self.prepareGeometryChange()
        self._start, self._end, self._refused = start, end, refused
        self.setVisible(True)
        self.update()

    def boundingRect(self) -> QRectF:
        bounds = QRectF(self._start, self._end).normalized()
        return bounds.adjusted(-80.0, -20.0, 80.0, 20.0)

    def draw(self, painter: QPainter, _zoom: float) -> None:
        colour = self.theme.error if self._refused else self.theme.accent
        reach = max(40.0, abs(self._end.x() - self._start.x()) / 2)
        path = QPainterPath(self._start)
        path.cubicTo(self._start + QPointF(reach, 0.0), self._end - QPointF(reach, 0.0), self._end)
        pen = QPen(colour, 2.5, Qt.PenStyle.DashLine if self._refused else Qt.PenStyle.SolidLine)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)
        painter.setBrush(colour)
        painter.drawEllipse(self._end, 4.0, 4.0)


class Note(Overlay):
    """A sentence at the pointer: what letting go would do, or why it cannot be done."""

    _AWAY = 16.0
    _PADDING = 8.0
    _HEIGHT = 26.0

    def __init__(self, theme: Theme, lettering: Lettering) -> None:
        super().__init__(theme, lettering)
        self.setZValue(11.0)
        # The same size however far the figure is zoomed out.
        self.setFlag(self.GraphicsItemFlag.ItemIgnoresTransformations)
        self.text = ""
        self.is_refusal = False
        self._leftward = False

    def say(self, text: str, at: QPointF, *, refusal: bool = False) -> None:
        """Show a sentence beside a place of the scene; an empty one hides the note."""
        self.prepareGeometryChange()
        self.text, self.is_refusal = text, refusal
        self._leftward = self._would_be_cut_off(at)
        self.setPos(at)
        self.setVisible(bool(text))
        self.update()

    def hush(self) -> None:
        self.text = ""
        self.setVisible(False)

    def boundingRect(self) -> QRectF:
        return self._box().adjusted(-1.0, -1.0, 1.0, 1.0)

    def draw(self, painter: QPainter, _zoom: float) -> None:
        colour = self.theme.error if self.is_refusal else self.theme.accent
        box = self._box()
        painter.setPen(QPen(colour, 1.0))
        painter.setBrush(self.theme.panel)
        painter.drawRoundedRect(box, 6.0, 6.0)
        painter.setFont(self.lettering.small)
        painter.setPen(colour)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.text)

    def _width(self) -> float:
        return self.lettering.width(self.text) + 2 * self._PADDING

    def _box(self) -> QRectF:
        width = self._width()
        left = -self._AWAY - width if self._leftward else self._AWAY
        return QRectF(left, self._AWAY, width, self._HEIGHT)

    def _would_be_cut_off(self, at: QPointF) -> bool:
        for view in self.scene().views() if self.scene() else ():
            room = view.viewport().width() - view.mapFromScene(at).x()
            return room < self._AWAY + self._width()
        return False


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
