"""A layer: a quiet column of units with their numbers, a header above and a curve below."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from mlp_studio.ui.canvas.canvas_item import CanvasItem, on_device
from mlp_studio.ui.canvas.column import PORT, Column
from mlp_studio.ui.canvas.emphasis import Emphasis
from mlp_studio.ui.canvas.glyphs import draw_badge
from mlp_studio.ui.canvas.layer_face import LayerFace, UnitFace
from mlp_studio.ui.canvas.layer_marks import (
    draw_activation_name,
    draw_at_work,
    draw_fold_button,
    draw_header,
    draw_ports,
    draw_slot,
)
from mlp_studio.ui.canvas.lettering import LEGIBLE, TITLE, Lettering, enlargement
from mlp_studio.ui.canvas.unit_drawing import UnitStyle, draw_unit, unit_boxes
from mlp_studio.ui.canvas.unit_numbers import UnitNumbers, capsule_width
from mlp_studio.ui.theme import Theme, blend

_LARGEST_TITLE = 2.5
"""A title is enlarged by as much at most: its neighbours have no more room."""
_BAND = 0.32
"""How much of the line colour tints the band behind a layer."""
_TINT, _RIM = 0.14, 0.55
"""How much of a layer's own colour tints its band, and the rim of it."""


class LayerItem(CanvasItem):
    """Draws a face on a column; it decides nothing itself."""

    def __init__(
        self, layer_id: str, column: Column, face: LayerFace, theme: Theme, lettering: Lettering
    ) -> None:
        super().__init__(theme, lettering, height=2.0)
        self.keep_picture()
        self.setFlag(LayerItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        self.layer_id = layer_id
        self.column = column
        self.face = face
        self.lit = theme.accent
        """The colour of what is computed at this step."""
        self.hot_unit: int | None = None
        self._hot_side = ""
        self._hot_port = ""
        self._hot_button = False
        self._slot: int | None = None
        self._target = False
        self._exposed = QRectF()
        self._reach = 44.0
        """How far capsules, or a long title, stick out to the left of the frame."""

    def set_column(self, column: Column) -> None:
        if column != self.column:
            self.redraw()
            self.column = column
            self.hot_unit = self._slot = None

    def set_face(self, face: LayerFace, lit: QColor) -> None:
        """Show other texts; `lit` is the colour of what is computed at this step."""
        if face != self.face or lit != self.lit:
            self.redraw()
            self.face, self.lit = face, lit
            lines = [
                line
                for unit in face.units
                if unit.bias is not None
                for line in unit.bias.text.split("\n")
            ]
            # Figures are equally wide: the longest line is the widest, give or take its sign.
            longest = max(lines, key=len, default="")
            self._reach = max(44.0, capsule_width(self.lettering, longest) + 4.0)

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

    def set_hot_unit(self, unit: int | None, side: str = "") -> None:
        """The unit under the pointer, which shows ports of its own; the one at `side` is hot."""
        if (unit, side) != (self.hot_unit, self._hot_side):
            self._update_unit(self.hot_unit)
            self.hot_unit, self._hot_side = unit, side
            self._update_unit(unit)

    def set_hot_button(self, hot: bool) -> None:
        """Whether the pointer is on the fold button."""
        if hot != self._hot_button:
            self._hot_button = hot
            self.update(self.column.fold_button.adjusted(-2.0, -2.0, 2.0, 2.0))

    def set_slot(self, at: int | None) -> None:
        """Show where a dropped unit would join: before unit `at`, or after the last; or nowhere."""
        if at != self._slot:
            self._update_slot()
            self._slot = at
            self._update_slot()

    def _update_unit(self, unit: int | None) -> None:
        disc = None if unit is None else self.column.disc(unit)
        if disc is not None:
            self.update(disc.adjusted(-20.0, -4.0, 20.0, 4.0))

    def _update_slot(self) -> None:
        if self._slot is not None:
            height = self.column.slot_height(self._slot)
            frame = self.column.frame
            self.update(QRectF(frame.left(), height - 12.0, frame.width() + 12.0, 24.0))

    @property
    def _unit_style(self) -> UnitStyle:
        # Of several units at work, enlarged numbers would not find room.
        lit = sum(face.emphasis is Emphasis.LIT for face in self.face.units)
        numbers = UnitNumbers(self.theme, self.lettering, self.lit)
        return UnitStyle(numbers, self.face.picture, is_alone_lit=lit == 1)

    def boundingRect(self) -> QRectF:
        return self.column.bounds.adjusted(-self._reach, -14.0, 44.0, 14.0)

    def bias_at(self, point: QPointF) -> int | None:
        """The unit whose bias's capsule contains the local `point`."""
        numbers = self._unit_style.numbers
        for centre, face in self._units_within(point.y(), point.y()):
            if face.bias is not None and numbers.capsule(centre, face.bias).contains(point):
                return face.unit
        return None

    def bias_box(self, unit: int) -> QRectF | None:
        """The capsule of a unit's bias, in local coordinates; None if it has none in sight."""
        centre = self.column.centre(unit)
        face = next((face for face in self.face.units if face.unit == unit), None)
        if centre is None or face is None or face.bias is None:
            return None
        return self._unit_style.numbers.capsule(centre, face.bias)

    def _units_within(self, top: float, bottom: float) -> Iterator[tuple[QPointF, UnitFace]]:
        for face in self.face.units[self.column.within(top, bottom)]:
            centre = self.column.centre(face.unit)
            if centre is not None:
                yield centre, face

    def obstacles(self, scale: float = 1.0) -> list[QRectF]:
        """Where no label of an edge may be put, in scene coordinates.

        With a `scale` above 1 the figure is seen from far away, with few numbers.
        """
        boxes = [self.column.header, self._footer_text_box(), self.column.fold_button]
        if self.face.ports:
            boxes += [_square(at, PORT + 2.0) for _, at in self._ports()]
        frame = self.column.frame
        style = self._unit_style
        for centre, face in self._units_within(frame.top(), frame.bottom()):
            boxes += unit_boxes(centre, face, style, scale)
        return [box.translated(self.pos()) for box in boxes if not box.isEmpty()]

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        exposed = QRectF(option.exposedRect)
        # A picture of the figure is painted without a view, and so without an exposed part.
        self._exposed = self.boundingRect() if exposed.isEmpty() else exposed
        self._exposed &= on_device(painter)
        super().paint(painter, option, widget)

    def draw(self, painter: QPainter, zoom: float) -> None:
        is_near = enlargement(zoom) == 1.0
        draw_ports(painter, self._ports(), self._hot_port, self.theme, quiet=self.face.ports)
        style = self._unit_style
        for centre, face in self._units_within(self._exposed.top(), self._exposed.bottom()):
            draw_unit(painter, centre, face, style, zoom)
        self._draw_header(painter, zoom)
        if is_near:
            self._draw_footer(painter)
        if self.column.foldable:
            text = self.face.folded if is_near else ""
            draw_fold_button(
                painter, self.column, text, self.theme, self.lettering, hot=self._hot_button
            )
        self._draw_unit_ports(painter)
        if self._slot is not None:
            draw_slot(painter, self.column.slot_height(self._slot), self.theme)
        if self.face.problem:
            draw_badge(painter, self.column.badge, self.theme)

    def paint_frame(self, painter: QPainter) -> None:
        """The box behind units and edges; the scene draws it as background."""
        theme = self.theme
        own = theme.layer_colours.get(self.face.colour)
        pen = QPen(Qt.PenStyle.NoPen)
        if self.face.selected or self._target:
            pen = QPen(theme.accent, 2.0)
        elif self.face.problem:
            pen = QPen(theme.warning, 1.5, Qt.PenStyle.DashLine)
        elif own is not None:
            pen = QPen(blend(own, theme.canvas, _RIM), 1.5)
        tint, share = (theme.line, _BAND) if own is None else (own, _TINT)
        if self._target:
            tint, share = theme.accent, _TINT
        painter.setPen(pen)
        painter.setBrush(blend(tint, theme.canvas, share))
        painter.drawRoundedRect(self.column.frame.translated(self.pos()), 12.0, 12.0)

    def _ports(self) -> list[tuple[str, QPointF]]:
        ports = [("right", self.column.right_port)]
        if self.face.activation:
            ports.append(("left", self.column.left_port))
        return ports

    def _draw_unit_ports(self, painter: QPainter) -> None:
        unit = self.hot_unit
        if unit is None or self.column.centre(unit) is None:
            return
        ports = [(side, self.column.unit_port(unit, side)) for side, _ in self._ports()]
        draw_ports(painter, ports, self._hot_side, self.theme)

    def _draw_header(self, painter: QPainter, zoom: float) -> None:
        """The title and the size; from far away only the title, enlarged if need be."""
        face, theme, header = self.face, self.theme, self.column.header
        own = theme.layer_colours.get(face.colour)
        if enlargement(zoom) == 1.0:
            draw_header(painter, header, face.title, face.subtitle, own, theme, self.lettering)
            return
        scale = max(1.0, LEGIBLE / (TITLE * zoom))
        if scale > _LARGEST_TITLE:
            return
        painter.save()
        painter.translate(header.center().x(), header.bottom())
        painter.scale(scale, scale)
        width = header.width() / scale
        box = QRectF(-width / 2, -header.height() + 12.0, width, header.height())
        draw_header(painter, box, face.title, "", own, theme, self.lettering)
        painter.restore()

    def _footer_text_box(self) -> QRectF:
        return self.column.footer.adjusted(0.0, 4.0, 0.0, 0.0)

    def _draw_footer(self, painter: QPainter) -> None:
        face = self.face
        if face.activation:
            draw_activation_name(
                painter,
                self._footer_text_box(),
                face.activation,
                face.activation_name,
                self.theme,
                self.lettering,
            )
            if face.curve_at is not None:
                draw_at_work(
                    painter,
                    self._footer_text_box(),
                    face.activation,
                    face.activation_name,
                    face.curve_at,
                    self.lit,
                    self.lettering,
                    slope=face.curve_slope,
                )


def _square(centre: QPointF, half: float) -> QRectF:
    return QRectF(centre.x() - half, centre.y() - half, 2 * half, 2 * half)
