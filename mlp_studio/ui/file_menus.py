"""The submenus of files: recent ones and examples, filled anew whenever they are opened."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from mlp_studio.ui.examples import examples, in_language
from mlp_studio.ui.files import Files
from mlp_studio.ui.settings import Settings


class FileMenus(QObject):
    """Fills two submenus; a file that is chosen is opened by `files`."""

    def __init__(self, *, files: Files, settings: Settings, recent: QMenu, shipped: QMenu) -> None:
        super().__init__()
        self._files = files
        self._settings = settings
        self._recent = recent
        self._shipped = shipped
        recent.setToolTipsVisible(True)
        recent.aboutToShow.connect(self._fill_recent)
        shipped.aboutToShow.connect(self._fill_shipped)
        # A menu without entries cannot be opened, and so would never be filled.
        self.fill()

    def fill(self) -> None:
        self._fill_recent()
        self._fill_shipped()

    def _fill_recent(self) -> None:
        self._recent.clear()
        for path in self._settings.recent_files:
            action = self._recent.addAction(path.name)
            action.setToolTip(str(path))
            action.setData(str(path))
            action.triggered.connect(self._open_recent)
        if self._recent.isEmpty():
            self._recent.addAction(self.tr("No recent files")).setEnabled(False)
            return
        self._recent.addSeparator()
        self._recent.addAction(self.tr("Forget recent files")).triggered.connect(self._forget)

    def _fill_shipped(self) -> None:
        self._shipped.clear()
        for path, title in examples():
            action = self._shipped.addAction(in_language(title))
            action.setData((str(path), title))
            action.triggered.connect(self._open_example)

    def _open_recent(self) -> None:
        self._files.open_path(Path(str(self._chosen_action().data())))

    def _open_example(self) -> None:
        path, title = self._chosen_action().data()
        self._files.open_example(Path(path), title)

    def _forget(self) -> None:
        self._settings.forget_recent_files()

    def _chosen_action(self) -> QAction:
        action = self.sender()
        assert isinstance(action, QAction)
        return action
