"""The ways in which data come in, or are looked at closely: four buttons."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QGridLayout, QPushButton, QSizePolicy, QWidget

from mlp_studio.ui.icons import icon
from mlp_studio.ui.panels.panel import CONTROL_HEIGHT
from mlp_studio.ui.theme import ThemeModel

_ICON = 16


class Ways(QWidget):
    """Two rows of two: from elsewhere, and by hand."""

    def __init__(self, theme: ThemeModel) -> None:
        super().__init__()
        self._theme = theme
        self.read, self.paste, self.table, self.draw = (QPushButton() for _ in range(4))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(4)
        for at, button in enumerate((self.read, self.paste, self.table, self.draw)):
            button.setMinimumHeight(CONTROL_HEIGHT)
            button.setIconSize(QSize(_ICON, _ICON))
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            grid.addWidget(button, at // 2, at % 2)
            grid.setColumnStretch(at % 2, 1)
        theme.changed.connect(self._show_icons)
        self._show_icons()
        self.retranslate()

    def retranslate(self) -> None:
        for button, text, tip in (
            (self.read, self.tr("Import…"), self.tr("Read data from a CSV, TSV or NPZ file")),
            (self.paste, self.tr("Paste"), self.tr("Take a table from the clipboard")),
            (self.table, self.tr("Table"), self.tr("See and edit every sample")),
            (self.draw, self.tr("Draw"), self.tr("Paint samples with the mouse")),
        ):
            button.setText(text)
            button.setToolTip(tip)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _show_icons(self) -> None:
        names = ("import", "paste", "table", "draw")
        buttons = (self.read, self.paste, self.table, self.draw)
        for button, name in zip(buttons, names, strict=True):
            button.setIcon(icon(name, self._theme.theme))
