"""The row of tools: what the mouse does, how near the plane is looked at, and starting over."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QWidget

from mlp_studio.ui.icons import icon
from mlp_studio.ui.plots.drawing_data.gestures import TOOLS, Tool
from mlp_studio.ui.theme import ThemeModel

_SIDE, _ICON = 30, 18
_ICONS: dict[Tool, str] = {"point": "draw", "spray": "spray", "erase": "erase", "move": "move"}


class Tools(QWidget):
    """Icons only, each with a tooltip: the panel is narrow."""

    chosen = Signal(str)

    def __init__(self, theme: ThemeModel) -> None:
        super().__init__()
        self._theme = theme
        self.tools = {tool: QToolButton() for tool in TOOLS}
        self.out, self.nearer, self.fit = QToolButton(), QToolButton(), QToolButton()
        self.clear = QToolButton()
        group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for tool, button in self.tools.items():
            button.setCheckable(True)
            group.addButton(button)
            button.clicked.connect(lambda _on=False, tool=tool: self.chosen.emit(tool))
            row.addWidget(button)
        row.addStretch()
        for button in (self.out, self.nearer, self.fit, self.clear):
            row.addWidget(button)
        for button in self._icons():
            button.setFixedSize(_SIDE, _SIDE)
            button.setIconSize(QSize(_ICON, _ICON))
        self.tools["point"].setChecked(True)
        theme.changed.connect(self._show_icons)
        self._show_icons()
        self.retranslate()

    def retranslate(self) -> None:
        for button, name, tip in (
            (
                self.tools["point"],
                self.tr("Point"),
                self.tr("Place samples one by one, or in a row by dragging"),
            ),
            (self.tools["spray"], self.tr("Spray"), self.tr("Scatter samples under the brush")),
            (self.tools["erase"], self.tr("Eraser"), self.tr("Erase the samples under the brush")),
            (self.tools["move"], self.tr("Move"), self.tr("Drag a sample to another place")),
            (self.out, self.tr("Zoom out"), self.tr("Zoom out (Ctrl+wheel)")),
            (self.nearer, self.tr("Zoom in"), self.tr("Zoom in (Ctrl+wheel)")),
            (self.fit, self.tr("Fit"), self.tr("Show all samples")),
            (self.clear, self.tr("Clear"), self.tr("Erase all samples")),
        ):
            button.setAccessibleName(name)
            button.setToolTip(tip)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _icons(self) -> dict[QToolButton, str]:
        named = {button: _ICONS[tool] for tool, button in self.tools.items()}
        others = {self.out: "zoom-out", self.nearer: "zoom-in", self.fit: "fit"}
        return named | others | {self.clear: "delete"}

    def _show_icons(self) -> None:
        for button, name in self._icons().items():
            button.setIcon(icon(name, self._theme.theme))
