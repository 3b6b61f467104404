"""A layer: a quiet column of discs with their numbers, a header above and a curve below."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from mlp_studio.ui.canvas import column as geometry
from mlp_studio.ui.canvas.canvas_item import CanvasItem
from mlp_studio.ui.canvas.column import PORT, RADIUS, Column
from mlp_studio.ui.canvas.emphasis import Emphasis, ink, outline, signed_ink
from mlp_studio.ui.canvas.glyphs import draw_activation, draw_badge
from mlp_studio.ui.canvas.lettering import Lettering
from mlp_studio.ui.theme import Theme, blend

_CENTRED = Qt.AlignmentFlag.AlignCenter
_LEGIBLE = 0.3
"""Below this zoom numbers are specks and are left out."""
_CAPSULE_PADDING = 5.0
_BAND = 0.32
"""How much of the line colour tints the band behind a layer."""


@dataclass(frozen=True, slots=True)
class Bias:
    """The satellite of a unit: its value as text, or nothing yet."""

    text: str
    value: float
    emphasis: Emphasis = Emphasis.REST


@dataclass(frozen=True, slots=True)
class UnitFace:
    """What one disc shows: its symbol until its value is known; z above, δ below."""

    unit: int
    symbol: str
    value: str = ""
    z: str = ""
    delta: str = ""
    emphasis: Emphasis = Emphasis.REST
    selected: bool = False
    bias: Bias | None = None


@dataclass(frozen=True, slots=True)
class LayerFace:
    """Everything a layer shows, as text. `activation` is empty for an input."""

    title: str = ""
    subtitle: str = ""
    activation: str = ""
    activation_name: str = ""
    folded: str = ""
    units: tuple[UnitFace, ...] = field(default=())
    problem: str = ""
    selected: bool = False
    ports: bool = True
    """Whether ports are seen that are not pointed at: not while stepping, among the numbers."""


def capsule_width(lettering: Lettering, text: str) -> float:
    return max(map(lettering.width, text.split("\n"))) + 2 * _CAPSULE_PADDING


class LayerItem(CanvasItem):
    """Draws a face on a column; it decides nothing itself."""

    def __init__(
        self, layer_id: str, column: Column, face: LayerFace, theme: Theme, lettering: Lettering
    ) -> None:
        super().__init__(theme, lettering, height=2.0)
        self.keep_picture()
        self.layer_id = layer_id
        self.column = column
        self.face = face
        self._lit = theme.accent
        self._hot_port = ""
        self._target = False
        self._reach = 44.0
        """How far capsules, or a long title, stick out to the left of the frame."""

    def set_column(self, column: Column) -> None:
        if column != self.column:
            self.redraw()
            self.column = column

    def set_face(self, face: LayerFace, lit: QColor) -> None:
        """Show other texts; `lit` is the colour of what is computed at this step."""
        if face != self.face or lit != self._lit:
            self.redraw()
            self.face, self._lit = face, lit
            texts = [unit.bias.text for unit in face.units if unit.bias is not None]
            widths = [capsule_width(self.lettering, text) for text in texts]
            self._reach = max(44.0, *widths) if widths else 44.0

    def set_hot_port(self, side: str) -> None:
        """ "left" or "right": the port under the pointer grows; "" for none."""
        if side != self._hot_port:
            self._hot_port = side
            self.update()

    def set_target(self, target: bool) -> None:
        """Whether a gesture would end on this layer."""
        if target != self._target:
            self._target = target
            self.update()

    def boundingRect(self) -> QRectF:
        return self.column.bounds.adjusted(-self._reach, -14.0, 44.0, 14.0)

    def obstacles(self) -> list[QRectF]:
        """Where no label of an edge may be put, in scene coordinates."""
        boxes = [self.column.header, self._footer_text_box()]
        if self.face.ports:
            boxes += [_square(at, PORT + 2.0) for _, at in self._ports()]
        for face in self.face.units:
            centre = self.column.centre(face.unit)
            if centre is None:
                continue
            boxes.append(_square(centre, RADIUS + 2.0))
            if face.bias is not None:
                boxes.append(self._capsule(centre, face.bias))
            if face.z:
                boxes.append(geometry.above(centre, self.lettering.width(face.z) + 2.0))
            if face.delta:
                boxes.append(geometry.below(centre, self.lettering.width(face.delta) + 2.0))
        return [box.translated(self.pos()) for box in boxes]

    def draw(self, painter: QPainter, zoom: float) -> None:
        legible = zoom >= _LEGIBLE
        self._draw_ports(painter)
        for face in self.face.units:
            centre = self.column.centre(face.unit)
            if centre is not None:
                self._draw_unit(painter, centre, face, legible)
        if legible:
            self._draw_header(painter)
            self._draw_footer(painter)
        if self.column.folded:
            self._draw_ellipsis(painter, legible)
        if self.face.problem:
            draw_badge(painter, self.column.badge, self.theme)

    def paint_frame(self, painter: QPainter) -> None:
        """The box behind discs and edges; the scene draws it as background."""
        theme = self.theme
        pen = QPen(Qt.PenStyle.NoPen)
        if self.face.selected or self._target:
            pen = QPen(theme.accent, 2.0)
        elif self.face.problem:
            pen = QPen(theme.warning, 1.5, Qt.PenStyle.DashLine)
        tint, share = (theme.accent, 0.14) if self._target else (theme.line, _BAND)
        painter.setPen(pen)
        painter.setBrush(blend(tint, theme.canvas, share))
        painter.drawRoundedRect(self.column.frame.translated(self.pos()), 12.0, 12.0)

    def _ports(self) -> list[tuple[str, QPointF]]:
        ports = [("right", self.column.right_port)]
        if self.face.activation:
            ports.append(("left", self.column.left_port))
        return ports

    def _draw_ports(self, painter: QPainter) -> None:
        theme = self.theme
        for side, at in self._ports():
            hot = side == self._hot_port
            if not (hot or self.face.ports):
                continue
            painter.setPen(QPen(theme.accent if hot else theme.muted, 1.5))
            painter.setBrush(theme.accent if hot else theme.canvas)
            radius = PORT + (2.0 if hot else 0.0)
            painter.drawEllipse(at, radius, radius)

    def _draw_unit(self, painter: QPainter, centre: QPointF, face: UnitFace, legible: bool) -> None:
        theme = self.theme
        lit = face.emphasis is Emphasis.LIT
        if face.selected:
            painter.setPen(QPen(theme.accent, 2.0))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(centre, RADIUS + 4.0, RADIUS + 4.0)
        painter.setPen(QPen(outline(theme, face.emphasis, self._lit), 2.5 if lit else 1.5))
        painter.setBrush(blend(self._lit, theme.panel, 0.12) if lit else theme.panel)
        painter.drawEllipse(centre, RADIUS, RADIUS)
        if not legible:
            return
        painter.setPen(ink(theme, face.emphasis))
        text = face.value or face.symbol
        font = self.lettering.fitted(text, 2 * RADIUS - 8.0)
        font.setItalic(not face.value)
        painter.setFont(font)
        painter.drawText(_square(centre, RADIUS), _CENTRED, text)
        self._draw_numbers(painter, centre, face)
        if face.bias is not None:
            self._draw_bias(painter, centre, face.bias)

    def _draw_numbers(self, painter: QPainter, centre: QPointF, face: UnitFace) -> None:
        theme = self.theme
        back = face.emphasis is Emphasis.BACK
        painter.setFont(self.lettering.small)
        if face.z:
            painter.setPen(ink(theme, face.emphasis))
            box = geometry.above(centre, self.lettering.width(face.z) + 2.0)
            painter.drawText(box, _CENTRED, face.z)
        if face.delta:
            painter.setPen(blend(theme.backward, theme.panel, 0.85) if back else theme.backward)
            box = geometry.below(centre, self.lettering.width(face.delta) + 2.0)
            painter.drawText(box, _CENTRED, face.delta)

    def _capsule(self, centre: QPointF, bias: Bias) -> QRectF:
        text = bias.text or "b"
        width = capsule_width(self.lettering, text)
        return geometry.bias_capsule(centre, width, 1 + text.count("\n"))

    def _draw_bias(self, painter: QPainter, centre: QPointF, bias: Bias) -> None:
        theme = self.theme
        box = self._capsule(centre, bias)
        lit = bias.emphasis is Emphasis.LIT
        painter.setPen(QPen(outline(theme, bias.emphasis, self._lit), 1.8 if lit else 1.0))
        painter.setBrush(blend(self._lit, theme.panel, 0.12) if lit else theme.panel)
        painter.drawRoundedRect(box, geometry.ROW / 2, geometry.ROW / 2)
        painter.setFont(self.lettering.small)
        painter.setPen(signed_ink(theme, bias.value, bias.emphasis))
        painter.drawText(box, _CENTRED, bias.text or "b")

    def _draw_header(self, painter: QPainter) -> None:
        theme, box = self.theme, self.column.header
        painter.setFont(self.lettering.title)
        painter.setPen(theme.ink)
        title = _elided(self.lettering.title, self.face.title, box.width() + 80.0)
        upper = QRectF(box.left() - 40.0, box.top(), box.width() + 80.0, 20.0)
        painter.drawText(upper, _CENTRED, title)
        painter.setFont(self.lettering.small)
        painter.setPen(theme.muted)
        lower = QRectF(box.left() - 40.0, box.top() + 20.0, box.width() + 80.0, 16.0)
        painter.drawText(lower, _CENTRED, self.face.subtitle)

    def _footer_text_box(self) -> QRectF:
        return self.column.footer.adjusted(0.0, 4.0, 0.0, 0.0)

    def _draw_footer(self, painter: QPainter) -> None:
        if not self.face.activation:
            return
        box = self._footer_text_box()
        name = self.face.activation_name
        width = 34.0 + 8.0 + self.lettering.width(name)
        left = box.center().x() - width / 2
        curve = QRectF(left, box.top() + 2.0, 34.0, 22.0)
        draw_activation(painter, curve, self.face.activation, self.theme)
        painter.setFont(self.lettering.small)
        painter.setPen(self.theme.muted)
        beside = QRectF(left + 42.0, box.top() + 2.0, width, 22.0)
        painter.drawText(beside, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)

    def _draw_ellipsis(self, painter: QPainter, legible: bool) -> None:
        at = self.column.ellipsis
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.muted)
        for y in (-24.0, -15.0, -6.0):
            painter.drawEllipse(at + QPointF(0.0, y), 2.2, 2.2)
        if legible:
            painter.setFont(self.lettering.small)
            painter.setPen(self.theme.muted)
            box = QRectF(at.x() - 60.0, at.y() + 2.0, 120.0, 18.0)
            painter.drawText(box, _CENTRED, self.face.folded)


def _square(centre: QPointF, half: float) -> QRectF:
    return QRectF(centre.x() - half, centre.y() - half, 2 * half, 2 * half)


def _elided(font: QFont, text: str, width: float) -> str:
    return QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, width)
