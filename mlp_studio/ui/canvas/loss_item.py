"""The loss: the last node of the figure, with its formula, its targets and its value."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from mlp_studio.ui.canvas.canvas_item import CanvasItem
from mlp_studio.ui.canvas.column import HALF_WIDTH, RADIUS
from mlp_studio.ui.canvas.emphasis import Emphasis, ink, outline
from mlp_studio.ui.canvas.lettering import Lettering
from mlp_studio.ui.theme import Theme, blend

HALF = 24.0
_CENTRED = Qt.AlignmentFlag.AlignCenter


@dataclass(frozen=True, slots=True)
class LossFace:
    """`targets` are texts beside the output units that are shown, or none before the loss.

    `room` is a text as wide as the value will be: the figure does not grow when it appears.
    """

    title: str = ""
    formula: str = ""
    value: str = ""
    room: str = ""
    targets: tuple[str, ...] = ()
    emphasis: Emphasis = Emphasis.REST


class LossItem(CanvasItem):
    """▣ to the right of the output layer, joined to its units."""

    def __init__(self, theme: Theme, lettering: Lettering) -> None:
        super().__init__(theme, lettering, height=2.0)
        self.keep_picture()
        self.face = LossFace()
        self._lit = theme.accent
        self._outputs: tuple[QPointF, ...] = ()

    def set_outputs(self, outputs: Sequence[QPointF]) -> None:
        """The middles of the output units' discs, relative to this item."""
        self.redraw()
        self._outputs = tuple(outputs)

    def set_face(self, face: LossFace, lit: QColor) -> None:
        if face != self.face or lit != self._lit:
            self.redraw()
            self.face, self._lit = face, lit
            self.update()

    def boundingRect(self) -> QRectF:
        bounds = self.body
        for output in self._outputs:
            bounds |= QRectF(output.x(), output.y() - 20.0, -output.x(), 40.0)
        return bounds.adjusted(-4.0, -4.0, 4.0, 4.0)

    @property
    def body(self) -> QRectF:
        """The node and its texts, without the lines that lead to it."""
        half = max(HALF, self._text_width() / 2)
        return QRectF(-half, -HALF - 24.0, 2 * half, 2 * HALF + 68.0)

    def _text_width(self) -> float:
        widths = [self.lettering.width(self.face.formula)]
        metrics = QFontMetricsF(self.lettering.number)
        widths += [metrics.horizontalAdvance(text) for text in (self.face.value, self.face.room)]
        return max(widths)

    def target_boxes(self) -> list[QRectF]:
        """Where the targets are written: on the lines from the outputs, relative to this item."""
        boxes = []
        for output, text in zip(self._outputs, self.face.targets, strict=False):
            width = self.lettering.width(text) + 8.0
            left = output.x() + HALF_WIDTH + 10.0
            share = (left + width / 2 - output.x() - RADIUS) / (-HALF - output.x() - RADIUS)
            boxes.append(QRectF(left, output.y() * (1.0 - share) - 10.0, width, 20.0))
        return boxes

    def draw(self, painter: QPainter, _zoom: float) -> None:
        theme, face = self.theme, self.face
        lit = face.emphasis is Emphasis.LIT
        painter.setPen(QPen(self._lit if lit else theme.line, 2.0 if lit else 1.5))
        for output in self._outputs:
            painter.drawLine(QPointF(output.x() + RADIUS, output.y()), QPointF(-HALF, 0.0))
        self._draw_node(painter, lit)
        painter.setFont(self.lettering.small)
        painter.setPen(theme.muted)
        _centred(painter, -HALF - 22.0, 18.0, face.title)
        _centred(painter, HALF + 4.0, 18.0, face.formula)
        if face.value:
            painter.setFont(self.lettering.number)
            painter.setPen(self._lit if lit else ink(theme, face.emphasis))
            _centred(painter, HALF + 22.0, 22.0, face.value)
        painter.setFont(self.lettering.small)
        for box, text in zip(self.target_boxes(), face.targets, strict=False):
            painter.setPen(QPen(self._lit, 1.2) if lit else Qt.PenStyle.NoPen)
            painter.setBrush(theme.canvas)
            painter.drawRoundedRect(box, 4.0, 4.0)
            painter.setPen(theme.ink if lit else theme.muted)
            painter.drawText(box, _CENTRED, text)

    def _draw_node(self, painter: QPainter, lit: bool) -> None:
        theme = self.theme
        edge = outline(theme, self.face.emphasis, self._lit)
        painter.setPen(QPen(edge, 2.5 if lit else 1.5))
        painter.setBrush(theme.panel)
        painter.drawRoundedRect(QRectF(-HALF, -HALF, 2 * HALF, 2 * HALF), 6.0, 6.0)
        inner = QRectF(-HALF, -HALF, 2 * HALF, 2 * HALF).adjusted(6.0, 6.0, -6.0, -6.0)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(blend(edge, theme.panel, 0.16))
        painter.drawRoundedRect(inner, 3.0, 3.0)
        painter.setFont(self.lettering.symbol)
        painter.setPen(ink(theme, self.face.emphasis))
        painter.drawText(inner, _CENTRED, "L")


def _centred(painter: QPainter, top: float, height: float, text: str) -> None:
    painter.drawText(QRectF(-200.0, top, 400.0, height), _CENTRED, text)
