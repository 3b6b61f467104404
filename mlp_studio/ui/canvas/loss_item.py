"""The loss: the last node of the figure, with its formula, its targets and its value."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from mlp_studio.ui.canvas.canvas_item import CanvasItem
from mlp_studio.ui.canvas.column import HALF_WIDTH, RADIUS
from mlp_studio.ui.canvas.emphasis import Emphasis, ink, outline
from mlp_studio.ui.canvas.lettering import Lettering, enlargement
from mlp_studio.ui.theme import Theme, blend

HALF = 24.0
_FRAME = 6.0
"""From the loss to the frame around it."""
_ROW = 17.0
"""Height of a line of small text."""
_CENTRED = Qt.AlignmentFlag.AlignCenter


@dataclass(frozen=True, slots=True)
class LossFace:
    """`targets` are texts beside the output units that are shown, or none before the loss.

    `room` is a text as wide as the value will be: the figure does not grow when it appears. While
    `value_grows` the value is only the sum so far. `lit` says for which of the outputs the loss is
    computed now, if it is; `mean` is the loss of a batch, or empty.
    """

    title: str = ""
    formula: str = ""
    value: str = ""
    value_grows: bool = False
    mean: str = ""
    room: str = ""
    targets: tuple[str, ...] = ()
    lit: tuple[bool, ...] = ()
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
        aside = 60.0 if self.face.value else 4.0  # from far away the value is enlarged
        return bounds.adjusted(-aside, -4.0, aside, aside)

    @property
    def body(self) -> QRectF:
        """The node and its texts, without the lines that lead to it."""
        half = max(HALF, self._text_width() / 2)
        mean = _ROW if self.face.mean else 0.0
        return QRectF(-half, -HALF - 24.0, 2 * half, 2 * HALF + 68.0 + mean)

    def _text_width(self) -> float:
        widths = [self.lettering.width(text) for text in (self.face.formula, self.face.mean)]
        metrics = QFontMetricsF(self.lettering.number)
        widths += [metrics.horizontalAdvance(text) for text in (self.face.value, self.face.room)]
        if self.face.value_grows:
            widths[-2] += 2 * _FRAME
        return max(widths)

    def target_boxes(self) -> list[QRectF]:
        """Where the targets are written: on the lines from the outputs, relative to this item."""
        return [box for box in self._target_boxes() if not box.isEmpty()]

    def _target_boxes(self) -> list[QRectF]:
        """One for each output: empty where nothing is written."""
        boxes = []
        for output, text in zip(self._outputs, self.face.targets, strict=False):
            lines = text.split("\n")
            width = max(map(self.lettering.width, lines)) + 8.0
            height = _ROW * len(lines) + 3.0
            left = output.x() + HALF_WIDTH + 3.0
            share = (left + width / 2 - output.x() - RADIUS) / (-HALF - output.x() - RADIUS)
            top = output.y() * (1.0 - share) - height / 2
            boxes.append(QRectF(left, top, width, height) if text else QRectF())
        return boxes

    @property
    def lines(self) -> list[tuple[QPointF, QPointF, bool]]:
        """From each output to the node, and whether it is computed now; relative to this item."""
        lit = self.face.emphasis is Emphasis.LIT
        flags = self.face.lit or (True,) * len(self._outputs)
        return [
            (QPointF(output.x() + RADIUS, output.y()), QPointF(-HALF, 0.0), lit and flag)
            for output, flag in zip(self._outputs, flags, strict=False)
        ]

    def draw(self, painter: QPainter, zoom: float) -> None:
        theme, face = self.theme, self.face
        scale = enlargement(zoom)
        lit = face.emphasis is Emphasis.LIT
        lines = self.lines
        for start, end, at_work in lines:
            painter.setPen(QPen(self._lit if at_work else theme.line, 2.0 if at_work else 1.5))
            painter.drawLine(start, end)
        self._draw_node(painter, lit)
        if scale > 1.0:
            self._draw_enlarged(painter, lit, scale)
            return
        painter.setFont(self.lettering.small)
        painter.setPen(theme.muted)
        _centred(painter, -HALF - 22.0, 18.0, face.title)
        _centred(painter, HALF + 4.0, 18.0, face.formula)
        if face.value:
            self._draw_value(painter, lit)
        painter.setFont(self.lettering.small)
        if face.mean:
            painter.setPen(theme.muted)
            _centred(painter, HALF + 44.0, 18.0, face.mean)
        for (_, _, at_work), box, text in zip(
            lines, self._target_boxes(), face.targets, strict=False
        ):
            if not text:
                continue
            painter.setPen(QPen(self._lit, 1.2) if at_work else Qt.PenStyle.NoPen)
            painter.setBrush(theme.canvas)
            painter.drawRoundedRect(box, 4.0, 4.0)
            painter.setPen(theme.ink if at_work else theme.muted)
            painter.drawText(box, _CENTRED, text)

    def _draw_enlarged(self, painter: QPainter, lit: bool, scale: float) -> None:
        """Of all texts only the value, so large that it can be read from far away."""
        if self.face.value:
            painter.save()
            painter.translate(0.0, HALF)
            painter.scale(scale, scale)
            painter.translate(0.0, -HALF - _ROW)
            self._draw_value(painter, lit)
            painter.restore()

    def _draw_value(self, painter: QPainter, lit: bool) -> None:
        """The loss; while it is only the sum so far, in a dashed frame."""
        face = self.face
        colour = self._lit if lit else ink(self.theme, face.emphasis)
        if face.value_grows:
            width = QFontMetricsF(self.lettering.number).horizontalAdvance(face.value) + 2 * _FRAME
            painter.setPen(QPen(colour, 1.2, Qt.PenStyle.DashLine))
            painter.setBrush(self.theme.canvas)
            painter.drawRoundedRect(QRectF(-width / 2, HALF + 23.0, width, 20.0), 6.0, 6.0)
        painter.setFont(self.lettering.number)
        painter.setPen(colour)
        _centred(painter, HALF + 22.0, 22.0, face.value)

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
