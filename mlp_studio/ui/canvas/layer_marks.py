"""What marks a layer besides its units: its header, its curve, its fold button, a slot, ports."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from mlp_studio.ui.canvas.column import HALF_WIDTH, PORT, Column
from mlp_studio.ui.canvas.glyphs import draw_activation, draw_chevron, draw_curve_point
from mlp_studio.ui.canvas.lettering import Lettering
from mlp_studio.ui.theme import Theme, blend

_CENTRED = Qt.AlignmentFlag.AlignCenter
_BESIDE = 40.0
"""How far a long title may stick out of its frame to each side."""
_BAR = 3.0
_SLOT_DISC = 9.0
_SMALLEST = 8
"""Pixels of the smallest letters on a button."""


def draw_header(
    painter: QPainter,
    box: QRectF,
    title: str,
    subtitle: str,
    colour: QColor | None,
    theme: Theme,
    lettering: Lettering,
) -> None:
    """The title, a bar in the layer's colour if it has one, and the subtitle."""
    painter.setFont(lettering.title)
    painter.setPen(theme.ink)
    shown = _elided(lettering.title, title, box.width() + 2 * _BESIDE)
    upper = QRectF(box.left() - _BESIDE, box.top() - 2.0, box.width() + 2 * _BESIDE, 20.0)
    painter.drawText(upper, _CENTRED, shown)
    if colour is not None:
        width = max(28.0, QFontMetricsF(lettering.title).horizontalAdvance(shown))
        bar = QRectF(box.center().x() - width / 2, upper.bottom() + 0.5, width, _BAR)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(bar, _BAR / 2, _BAR / 2)
    painter.setFont(lettering.small)
    painter.setPen(theme.muted)
    lower = QRectF(upper.left(), box.top() + 22.0, upper.width(), 16.0)
    painter.drawText(lower, _CENTRED, subtitle)


def draw_activation_name(
    painter: QPainter, box: QRectF, activation: str, name: str, theme: Theme, lettering: Lettering
) -> None:
    """A small curve with the activation's name beside it, centred in `box`."""
    curve, beside = _of_activation(box, name, lettering)
    draw_activation(painter, curve, activation, theme)
    painter.setFont(lettering.small)
    painter.setPen(theme.muted)
    painter.drawText(beside, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)


def draw_at_work(
    painter: QPainter,
    box: QRectF,
    activation: str,
    name: str,
    z: float,
    colour: QColor,
    lettering: Lettering,
    *,
    slope: bool,
) -> None:
    """Over the curve that `draw_activation_name` drew in `box`: where on it a unit is now.

    With `slope` it is the derivative there that is at work: the tangent is drawn.
    """
    curve, beside = _of_activation(box, name, lettering)
    draw_curve_point(painter, curve, activation, z, colour, slope=slope)
    painter.setFont(lettering.small)
    painter.setPen(colour)
    painter.drawText(beside, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)


def _of_activation(box: QRectF, name: str, lettering: Lettering) -> tuple[QRectF, QRectF]:
    """Where the curve of an activation is, and where its name."""
    width = 34.0 + 8.0 + lettering.width(name)
    left = box.center().x() - width / 2
    beside = QRectF(left + 42.0, box.top() + 2.0, width, 22.0)
    return QRectF(left, box.top() + 2.0, 34.0, 22.0), beside


def draw_ports(
    painter: QPainter,
    ports: Sequence[tuple[str, QPointF]],
    hot: str,
    theme: Theme,
    *,
    quiet: bool = True,
) -> None:
    """Ports by side; the `hot` one is filled and larger, the others are drawn if `quiet`."""
    for side, at in ports:
        if not (quiet or side == hot):
            continue
        painter.setPen(QPen(theme.accent if side == hot else theme.muted, 1.5))
        painter.setBrush(theme.accent if side == hot else theme.canvas)
        radius = PORT + (2.0 if side == hot else 0.0)
        painter.drawEllipse(at, radius, radius)


def draw_fold_button(
    painter: QPainter, column: Column, text: str, theme: Theme, lettering: Lettering, *, hot: bool
) -> None:
    """A plate that can be pressed; in a folded column with "⋮" over it. No `text`: a blank one."""
    box = column.fold_button
    if column.folded:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.muted)
        for above in (7.0, 15.0, 23.0):
            painter.drawEllipse(QPointF(box.center().x(), box.top() - above), 2.2, 2.2)
    painter.setPen(QPen(theme.accent if hot else blend(theme.muted, theme.panel, 0.6), 1.2))
    painter.setBrush(blend(theme.accent, theme.panel, 0.12) if hot else theme.panel)
    painter.drawRoundedRect(box, 6.0, 6.0)
    if not text:
        return
    font = _fitted(lettering.small, text, box.width() - 26.0)
    width = QFontMetricsF(font).horizontalAdvance(text)
    left = box.center().x() - (width + 16.0) / 2
    colour = theme.accent if hot else theme.ink
    painter.setFont(font)
    painter.setPen(colour)
    at = QRectF(left, box.top(), width + 2.0, box.height())
    painter.drawText(at, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
    middle = QPointF(left + width + 11.0, box.center().y() + 0.5)
    draw_chevron(painter, middle, colour, up=not column.folded)


def draw_slot(painter: QPainter, height: float, theme: Theme) -> None:
    """Where a unit would join: a dashed line across the column, with a plus beside all names."""
    painter.setPen(QPen(theme.accent, 2.0, Qt.PenStyle.DashLine))
    painter.drawLine(QPointF(-HALF_WIDTH, height), QPointF(HALF_WIDTH - _SLOT_DISC - 1.0, height))
    middle = QPointF(HALF_WIDTH, height)
    painter.setPen(QPen(theme.accent, 2.0))
    painter.setBrush(blend(theme.accent, theme.panel, 0.2))
    painter.drawEllipse(middle, _SLOT_DISC, _SLOT_DISC)
    arm = _SLOT_DISC / 2
    painter.drawLine(middle - QPointF(arm, 0.0), middle + QPointF(arm, 0.0))
    painter.drawLine(middle - QPointF(0.0, arm), middle + QPointF(0.0, arm))


def _fitted(font: QFont, text: str, width: float) -> QFont:
    fitted = QFont(font)
    while QFontMetricsF(fitted).horizontalAdvance(text) > width and fitted.pixelSize() > _SMALLEST:
        fitted.setPixelSize(fitted.pixelSize() - 1)
    return fitted


def _elided(font: QFont, text: str, width: float) -> str:
    return QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, width)
