"""The numbers around a disc: z above it, δ below, the bias to its upper left."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from mlp_studio.ui.canvas import column as geometry
from mlp_studio.ui.canvas.column import RADIUS
from mlp_studio.ui.canvas.emphasis import Emphasis, ink, outline, signed_ink
from mlp_studio.ui.canvas.layer_face import Bias, UnitFace
from mlp_studio.ui.canvas.lettering import Lettering
from mlp_studio.ui.theme import Theme, blend

_CAPSULE_PADDING = 5.0
_CLEAR_OF_BIAS = 31.0
"""How far left of a disc's middle there is room beside the bias's capsule."""
_CENTRED = Qt.AlignmentFlag.AlignCenter


def capsule_width(lettering: Lettering, text: str) -> float:
    return max(map(lettering.width, text.split("\n"))) + 2 * _CAPSULE_PADDING


@dataclass(frozen=True, slots=True, eq=False)
class UnitNumbers:
    """Where they go, and how they are drawn; `lit` is the colour of what is computed now."""

    theme: Theme
    lettering: Lettering
    lit: QColor

    def boxes(self, centre: QPointF, face: UnitFace) -> Iterator[QRectF]:
        """What the numbers of a unit take up."""
        if face.bias is not None:
            yield self.capsule(centre, face.bias)
        if face.z:
            yield self._z_box(centre, face)
        if face.delta:
            yield geometry.below(centre, self._width(face.delta))

    def enlarged_boxes(self, centre: QPointF, face: UnitFace, scale: float) -> Iterator[QRectF]:
        """The same, as `draw_enlarged` draws them."""
        for text, side in ((face.z or face.value, -1.0), (face.delta, 1.0)):
            width, height = self._width(text) * scale, (geometry.ROW + 2.0) * scale
            middle = centre + QPointF(0.0, side * (RADIUS + height / 2))
            if text:
                yield QRectF(middle.x() - width / 2, middle.y() - height / 2, width, height)

    def draw_enlarged(
        self, painter: QPainter, centre: QPointF, face: UnitFace, scale: float
    ) -> None:
        """The numbers of the unit at work, seen from far away: z, or a, above it and δ below."""
        above = face if face.z else replace(face, z=face.value)
        near = (replace(above, delta="", bias=None), -RADIUS), (replace(face, z=""), RADIUS)
        for box in self.enlarged_boxes(centre, face, scale):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.theme.canvas)
            painter.drawRoundedRect(box, 6.0 * scale, 6.0 * scale)
        for part, edge in near:
            painter.save()
            painter.translate(centre.x(), centre.y() + edge)
            painter.scale(scale, scale)
            self.draw(painter, QPointF(0.0, -edge), part)
            painter.restore()

    def draw(self, painter: QPainter, centre: QPointF, face: UnitFace) -> None:
        """z and δ, without the bias."""
        theme = self.theme
        back = face.emphasis is Emphasis.BACK
        painter.setFont(self.lettering.small)
        if face.z:
            colour = theme.forward if face.z_grows else ink(theme, face.emphasis)
            box = self._z_box(centre, face)
            self._draw_sum(painter, box, face.z, colour, grows=face.z_grows)
        if face.delta:
            colour = blend(theme.backward, theme.panel, 0.85) if back else theme.backward
            box = geometry.below(centre, self._width(face.delta))
            self._draw_sum(painter, box, face.delta, colour, grows=face.delta_grows)

    def _draw_sum(
        self, painter: QPainter, box: QRectF, text: str, colour: QColor, *, grows: bool
    ) -> None:
        """A number over or under a disc; one that still grows is in a dashed frame."""
        if grows:
            painter.setPen(QPen(colour, 1.2, Qt.PenStyle.DashLine))
            painter.setBrush(self.theme.canvas)
            painter.drawRoundedRect(box.adjusted(-4.0, 0.0, 4.0, 0.0), 6.0, 6.0)
        painter.setPen(colour)
        painter.drawText(box, _CENTRED, text)

    def _z_box(self, centre: QPointF, face: UnitFace) -> QRectF:
        """Over the disc; a sum that still grows is wider, and stands clear of the bias."""
        box = geometry.above(centre, self._width(face.z))
        if face.z_grows and face.bias is not None:
            box.translate(max(0.0, centre.x() - _CLEAR_OF_BIAS - box.left()), 0.0)
        return box

    def _width(self, text: str) -> float:
        return self.lettering.width(text) + 2.0

    def capsule(self, centre: QPointF, bias: Bias) -> QRectF:
        """The box of a bias."""
        text = bias.text or "b"
        width = capsule_width(self.lettering, text)
        return geometry.bias_capsule(centre, width, 1 + text.count("\n"))

    def draw_bias(self, painter: QPainter, centre: QPointF, bias: Bias) -> None:
        """The capsule with its text."""
        theme = self.theme
        box = self.capsule(centre, bias)
        lit = bias.emphasis is Emphasis.LIT
        painter.setPen(QPen(outline(theme, bias.emphasis, self.lit), 1.8 if lit else 1.0))
        painter.setBrush(blend(self.lit, theme.panel, 0.12) if lit else theme.panel)
        painter.drawRoundedRect(box, geometry.ROW / 2, geometry.ROW / 2)
        painter.setFont(self.lettering.small)
        painter.setPen(signed_ink(theme, bias.value, bias.emphasis))
        painter.drawText(box, _CENTRED, bias.text or "b")
