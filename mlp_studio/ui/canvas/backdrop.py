"""What is drawn on the view rather than in the scene: the legend, and what an empty canvas says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from mlp_studio.ui.canvas.column import PORT, RADIUS
from mlp_studio.ui.canvas.edge_pens import THINNEST, WIDEST
from mlp_studio.ui.canvas.glyphs import draw_arrowhead
from mlp_studio.ui.canvas.lettering import Lettering
from mlp_studio.ui.canvas.scene import NetworkScene
from mlp_studio.ui.theme import Theme, ThemeModel, blend

_MARGIN = 14.0
_SAMPLE = 30.0
_COLUMNS = (2, 3, 1)
_SKETCH_GAP = 150.0
_SKETCH_PITCH = 64.0


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """A sample of a line and what it means.

    `arrow` is 1 for an arrowhead to the right, −1 to the left, 0 for a line that grows thicker.
    """

    text: str
    colour: QColor
    arrow: int = 0


class Backdrop(QObject):
    """Chooses what to draw and says it in the window's language."""

    def __init__(self, scene: NetworkScene, theme: ThemeModel, parent: QObject) -> None:
        super().__init__(parent)
        self._scene = scene
        self._theme = theme

    def draw(self, painter: QPainter, area: QRectF) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, lettering = self._theme.theme, self._scene.lettering
        if not self._scene.is_empty:
            draw_legend(painter, area, self._legend(theme), theme, lettering)
            return
        draw_invitation(
            painter,
            area,
            self.tr("Drag an Input here from the palette"),
            self.tr("or choose a finished network under File → Examples."),
            theme,
            lettering,
        )

    def _legend(self, theme: Theme) -> list[LegendEntry]:
        entries = [
            LegendEntry(self.tr("negative weight"), theme.negative),
            LegendEntry(self.tr("positive weight"), theme.positive),
        ]
        if self._scene.wording.reading is not None:
            entries += [
                LegendEntry(self.tr("forward"), theme.forward, arrow=1),
                LegendEntry(self.tr("backward"), theme.backward, arrow=-1),
            ]
        return entries


def draw_invitation(
    painter: QPainter, area: QRectF, first: str, second: str, theme: Theme, lettering: Lettering
) -> None:
    """A faint network and two lines of text, in the middle of `area`."""
    middle = area.center() - QPointF(0.0, 36.0)
    faint = blend(theme.line, theme.canvas, 0.8)
    columns = [
        [
            middle + QPointF((number - 1) * _SKETCH_GAP, (unit - (units - 1) / 2) * _SKETCH_PITCH)
            for unit in range(units)
        ]
        for number, units in enumerate(_COLUMNS)
    ]
    painter.setPen(QPen(faint, 1.5))
    for sources, targets in pairwise(columns):
        for source in sources:
            for target in targets:
                painter.drawLine(source, target)
    painter.setPen(QPen(theme.line, 1.8, Qt.PenStyle.DashLine))
    painter.setBrush(theme.canvas)
    for column in columns:
        for unit in column:
            painter.drawEllipse(unit, RADIUS, RADIUS)
    below = middle.y() + _SKETCH_PITCH + RADIUS + 28.0
    painter.setFont(lettering.title)
    painter.setPen(theme.ink)
    width = min(area.width() - 48.0, 640.0)
    left = area.center().x() - width / 2
    flags = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
    box = painter.boundingRect(QRectF(left, below, width, 60.0), flags, first)
    painter.drawText(QRectF(left, below, width, 60.0), flags, first)
    painter.setFont(lettering.text)
    painter.setPen(theme.muted)
    painter.drawText(QRectF(left, box.bottom() + 8.0, width, 60.0), flags, second)


def draw_legend(
    painter: QPainter,
    area: QRectF,
    entries: Sequence[LegendEntry],
    theme: Theme,
    lettering: Lettering,
) -> None:
    """A row of entries in the lower left corner of `area`, on a plate of the canvas's colour."""
    painter.setFont(lettering.small)
    metrics = QFontMetricsF(lettering.small)
    widths = [_SAMPLE + 8.0 + metrics.horizontalAdvance(entry.text) + 18.0 for entry in entries]
    plate = QRectF(area.left() + 8.0, area.bottom() - 34.0, sum(widths) + 2.0, 26.0)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.canvas)
    painter.drawRoundedRect(plate, 6.0, 6.0)
    x, y = area.left() + _MARGIN, plate.center().y()
    for entry, width in zip(entries, widths, strict=True):
        _draw_sample(painter, x, y, entry)
        painter.setPen(theme.muted)
        text = QRectF(x + _SAMPLE + 8.0, y - 10.0, width, 20.0)
        painter.drawText(
            text, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, entry.text
        )
        x += width


def _draw_sample(painter: QPainter, x: float, y: float, entry: LegendEntry) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(entry.colour)
    if not entry.arrow:
        thin, thick = THINNEST / 2, WIDEST / 2
        painter.drawPolygon(
            [
                QPointF(x, y - thin),
                QPointF(x + _SAMPLE, y - thick),
                QPointF(x + _SAMPLE, y + thick),
                QPointF(x, y + thin),
            ]
        )
        return
    painter.drawRect(QRectF(x + 4.0, y - 1.0, _SAMPLE - 8.0, 2.0))
    tip = x + _SAMPLE if entry.arrow > 0 else x
    draw_arrowhead(painter, QPointF(tip, y), float(entry.arrow), 0.0, 2 * PORT)
