"""The toolbar: the commands one needs all the time, with their names where there is room."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QToolBar, QToolButton, QWidget

from mlp_studio.ui.actions import Actions
from mlp_studio.ui.icons import SIZE
from mlp_studio.ui.menu_table import TOOLBAR

_PERSPECTIVES = ("build", "step", "train")
_NAMED: tuple[tuple[str, ...], ...] = ((*_PERSPECTIVES, "run", "pause"), _PERSPECTIVES, ())
"""Buttons that show their name beside the icon; where these have no room, the next."""
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
        buttons = {name: self.widgetForAction(actions[name]) for name in _NAMED[0]}
        self._buttons = {
            name: button for name, button in buttons.items() if isinstance(button, QToolButton)
        }
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
        """As many names as the whole bar has room for."""
        for named in _NAMED:
            self._name(named)
            if self.sizeHint().width() <= self.width():
                return

    def _name(self, named: tuple[str, ...]) -> None:
        for name, button in self._buttons.items():
            button.setToolButtonStyle(
                Qt.ToolButtonStyle.ToolButtonTextBesideIcon
                if name in named
                else Qt.ToolButtonStyle.ToolButtonIconOnly
            )
        if (layout := self.layout()) is not None:
            layout.invalidate()
