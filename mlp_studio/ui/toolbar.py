"""The toolbar: the commands one needs all the time, with their names where there is room."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QToolBar, QToolButton, QWidget

from mlp_studio.ui.actions import Actions
from mlp_studio.ui.icons import SIZE
from mlp_studio.ui.menu_table import TOOLBAR

_NAMED = ("build", "step", "train", "run", "pause")
"""Buttons that show their name beside the icon."""
_CHANGES_WIDTH = (
    QEvent.Type.FontChange,
    QEvent.Type.StyleChange,
    QEvent.Type.LanguageChange,
)


class Toolbar(QToolBar):
    """`controls` take the places that `menu_table.TOOLBAR` names."""

    def __init__(self, actions: Actions, controls: Mapping[str, QWidget]) -> None:
        super().__init__()
        self.setObjectName("toolbar")
        self.setMovable(False)
        self.toggleViewAction().setVisible(False)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._name_what_fits)
        self._fill(actions, controls)
        buttons = (self.widgetForAction(actions[name]) for name in _NAMED)
        self._named = [button for button in buttons if isinstance(button, QToolButton)]
        self.scale_icons(1.0)
        self.retranslate()

    def scale_icons(self, text_scale: float) -> None:
        """Keep the icons as large as the text."""
        size = round(SIZE * max(1.0, text_scale))
        self.setIconSize(QSize(size, size))

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Toolbar"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        if event.type() in _CHANGES_WIDTH:
            self._soon.start()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._soon.start()

    def _fill(self, actions: Actions, controls: Mapping[str, QWidget]) -> None:
        for item in TOOLBAR:
            if item == "-":
                self.addSeparator()
            elif item.startswith(">"):
                self.addWidget(controls[item[1:]])
            else:
                self.addAction(actions[item])

    def _name_what_fits(self) -> None:
        """Names beside the icons if the whole bar has room for them, otherwise icons alone."""
        self._set_style(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        if self.sizeHint().width() > self.width():
            self._set_style(Qt.ToolButtonStyle.ToolButtonIconOnly)

    def _set_style(self, style: Qt.ToolButtonStyle) -> None:
        for button in self._named:
            button.setToolButtonStyle(style)
        if (layout := self.layout()) is not None:
            layout.invalidate()
