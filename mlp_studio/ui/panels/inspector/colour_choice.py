"""The colour a layer is marked with: a box with a patch of each colour beside its name."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

from mlp_studio.project.model import LAYER_COLOURS
from mlp_studio.project.translation import QT_TRANSLATE_NOOP
from mlp_studio.ui.panels.choice import Choice
from mlp_studio.ui.theme import ThemeModel

_NAMES = {
    "": QT_TRANSLATE_NOOP("LayerColours", "none"),
    "orange": QT_TRANSLATE_NOOP("LayerColours", "orange"),
    "sky": QT_TRANSLATE_NOOP("LayerColours", "sky"),
    "green": QT_TRANSLATE_NOOP("LayerColours", "green"),
    "yellow": QT_TRANSLATE_NOOP("LayerColours", "yellow"),
    "blue": QT_TRANSLATE_NOOP("LayerColours", "blue"),
    "vermillion": QT_TRANSLATE_NOOP("LayerColours", "vermillion"),
    "purple": QT_TRANSLATE_NOOP("LayerColours", "purple"),
}
_SIZE = 16
_SCALE = 3
"""Painted so much larger, for screens with small pixels."""


def colour_name(name: str) -> str:
    """What a layer's colour is called in the window."""
    return QCoreApplication.translate("LayerColours", _NAMES[name])


class ColourChoice(Choice):
    """None, or one of the model's layer colours as the theme shows them."""

    def __init__(self, theme: ThemeModel) -> None:
        super().__init__(("", *LAYER_COLOURS), colour_name)
        self._theme = theme
        theme.changed.connect(self._tint)
        self._tint()

    def _tint(self) -> None:
        theme = self._theme.theme
        for at in range(self.count()):
            colour = theme.layer_colours.get(self.itemData(at))
            self.setItemIcon(at, _patch(colour, theme.muted))


def _patch(colour: QColor | None, edge: QColor) -> QIcon:
    """A filled square with a thin edge; an empty one for no colour."""
    picture = QPixmap(_SIZE * _SCALE, _SIZE * _SCALE)
    picture.setDevicePixelRatio(_SCALE)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(edge)
    if colour is not None:
        painter.setPen(colour)
        painter.setBrush(colour)
    painter.drawRoundedRect(QRectF(1.5, 1.5, _SIZE - 3, _SIZE - 3), 4, 4)
    painter.end()
    return QIcon(picture)
