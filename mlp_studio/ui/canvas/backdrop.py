"""What is drawn on the view rather than in the scene: the legend, and what an empty canvas says."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPicture, QPixmap

from mlp_studio.project.model import Layer
from mlp_studio.ui.canvas.annotations import Reading
from mlp_studio.ui.canvas.column import RADIUS
from mlp_studio.ui.canvas.legend import (
    LegendEntry,
    arrow_entry,
    bars_entry,
    draw_legend,
    line_entry,
    shades_entry,
    text_entry,
)
from mlp_studio.ui.canvas.lettering import Lettering
from mlp_studio.ui.canvas.scene import NetworkScene
from mlp_studio.ui.naming import unit_name
from mlp_studio.ui.theme import Theme, ThemeModel, blend

_COLUMNS = (2, 3, 1)
_SKETCH_GAP = 150.0
_SKETCH_PITCH = 64.0


class Backdrop(QObject):
    """Chooses what to draw and says it in the window's language."""

    def __init__(self, scene: NetworkScene, theme: ThemeModel, parent: QObject) -> None:
        super().__init__(parent)
        self._scene = scene
        self._theme = theme
        self._kept: tuple[tuple[object, ...], QRectF, QPixmap] | None = None
        """What the legend says, where it stands, and its picture."""

    def show(self, painter: QPainter, area: QRectF) -> None:
        """As `draw`, from a picture that is kept as long as it says the same: for every frame."""
        if self._scene.is_empty:
            self.draw(painter, area)
            return
        ratio = painter.device().devicePixelRatio()
        theme, lettering = self._theme.theme, self._scene.lettering
        says = tuple(entry.text for entry in self.entries())
        key = (area.size(), ratio, theme, lettering, self._scene.pictures.picture, says)
        if self._kept is None or self._kept[0] != key:
            self._kept = (key, *self._legend(area, ratio))
        _, box, pixmap = self._kept
        painter.drawPixmap(box.topLeft(), pixmap)

    def _legend(self, area: QRectF, ratio: float) -> tuple[QRectF, QPixmap]:
        """Where the legend stands, and its picture."""
        notes = QPicture()
        painter = QPainter(notes)
        self.draw(painter, area)
        painter.end()
        box = QRectF(QRectF(notes.boundingRect()).adjusted(-2.0, -2.0, 2.0, 2.0).toAlignedRect())
        pixmap = QPixmap((box.size() * ratio).toSize())
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setFont(self._scene.lettering.small)
        painter.translate(-box.topLeft())
        self.draw(painter, area)
        painter.end()
        return box, pixmap

    def draw(self, painter: QPainter, area: QRectF) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, lettering = self._theme.theme, self._scene.lettering
        if not self._scene.is_empty:
            draw_legend(painter, area, self.entries(), theme, lettering)
            return
        draw_invitation(
            painter,
            area,
            self.tr("Drag an Input here from the palette"),
            self.tr("or choose a finished network under File → Examples."),
            theme,
            lettering,
        )

    def entries(self) -> list[LegendEntry]:
        """What the legend explains: the colours that are on the canvas now."""
        theme = self._theme.theme
        reading = self._scene.wording.reading
        if reading is None:
            entries = [
                line_entry(self.tr("negative weight"), theme.negative),
                line_entry(self.tr("positive weight"), theme.positive),
            ]
        else:
            # Edges at work show what they carry, the others their weights.
            entries = [
                line_entry(self.tr("negative"), theme.negative),
                line_entry(self.tr("positive"), theme.positive),
                arrow_entry(self.tr("forward"), theme.forward, 1),
                arrow_entry(self.tr("backward"), theme.backward, -1),
                *map(text_entry, self._about_batch(reading)),
            ]
        picture = self._scene.pictures.picture
        if picture == "map":
            text = self.tr("output of a unit over {columns}").format(columns=self._columns())
            entries.append(shades_entry(text, theme))
        elif picture == "bar":
            entries.append(bars_entry(self.tr("output of a unit"), theme))
        return entries

    def _about_batch(self, reading: Reading) -> list[str]:
        """Of a batch: whose numbers these are."""
        if reading.samples == 1:
            return []
        sample = self._scene.observed.cursor.sample + 1
        whose = self.tr("sample {number}, one of a batch of {count}").format(
            number=sample, count=reading.samples
        )
        if reading.shows_mean:
            return [whose, self.tr("∂L/∂w: mean of the batch")]
        return [whose, self.tr("∂L/∂w: what sample {number} contributes").format(number=sample)]

    def _columns(self) -> str:
        """The names of the columns, written as those of input units are."""
        project = self._scene.observed.document.project
        names = project.data.columns if project.data else ()
        layer = Layer("", "input", len(names), unit_names=names)
        return ", ".join(unit_name(project, layer, unit) for unit in range(layer.units))


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
