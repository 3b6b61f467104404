"""Commands that bring a panel, in the perspective it belongs to."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from mlp_studio.ui.actions import Actions
from mlp_studio.ui.main_window import MainWindow


class Openers(QObject):
    """`panels` names the panel of each command; `perspective` is itself a command."""

    def __init__(
        self,
        panels: Mapping[str, str],
        perspective: str,
        *,
        actions: Actions,
        window: MainWindow,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._panels = dict(panels)
        self._perspective = actions[perspective]
        self._window = window
        for name in self._panels:
            actions[name].triggered.connect(self._bring)

    def _bring(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self._perspective.trigger()
            self._window.bring(self._panels[action.objectName()])
