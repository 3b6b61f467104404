"""The window: menus, toolbar, panels around the canvas. Layout only: `app.py` gives it meaning."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

from PySide6.QtCore import (
    QChildEvent,
    QCoreApplication,
    QEvent,
    QMimeData,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QDockWidget, QMainWindow, QMenu, QStyle, QTabBar, QWidget

from mlp_studio.ui.actions import Actions
from mlp_studio.ui.menu_table import MENUS, SUBMENUS, Menu
from mlp_studio.ui.perspectives import PANELS, Perspectives
from mlp_studio.ui.presentation import Presentation
from mlp_studio.ui.settings import Settings
from mlp_studio.ui.toolbar import Toolbar

SMALLEST = QSize(1024, 700)
_USUAL = QSize(1440, 900)
MESSAGE_MS = 8000


class MainWindow(QMainWindow):
    """The canvas in the middle, the panels around it, the status line below.

    `panels` are the contents of the docks by name; `controls` those of the toolbar's named places.
    `may_close` is asked before the window closes; `while_painting` surrounds each repaint.
    """

    file_dropped = Signal(Path)
    closed = Signal()
    first_shown = Signal()

    def __init__(
        self,
        *,
        actions: Actions,
        settings: Settings,
        canvas: QWidget,
        panels: Mapping[str, QWidget],
        controls: Mapping[str, QWidget],
        status: QWidget,
        may_close: Callable[[], bool],
        while_painting: Callable[[], AbstractContextManager[None]] = nullcontext,
    ) -> None:
        super().__init__()
        self.setObjectName("main")
        self.actions_by_name = actions
        self._settings = settings
        self._may_close = may_close
        self._while_painting = while_painting
        self._shown = False
        self._menus: dict[str, QMenu] = {}
        self.setCentralWidget(canvas)
        self.setMinimumSize(640, 480)
        self.setAcceptDrops(True)
        # Shortcuts of menus do not work while the menu bar is hidden, as in a presentation.
        self.addActions(list(actions))
        self.docks = {spec.name: self._dock(spec.name, panels[spec.name]) for spec in PANELS}
        self._fill_menu_bar()
        self.toolbar = Toolbar(actions, controls)
        self.addToolBar(self.toolbar)
        self.statusBar().addWidget(status, 1)
        self.statusBar().setSizeGripEnabled(False)
        self.perspectives = Perspectives(self, self.docks, settings)
        self.presentation = Presentation(
            self,
            actions["presentation"],
            forward=actions["step_forward"],
            back=actions["step_back"],
        )
        actions["run"].triggered.connect(self._show_learning)
        self._take_up_geometry()
        self.retranslate()

    def submenu(self, name: str) -> QMenu:
        return self._menus[name]

    def bring(self, panel: str) -> None:
        """Show a panel, before others that share its place."""
        self.docks[panel].show()
        self.docks[panel].raise_()

    def say(self, sentence: str) -> None:
        """Show a sentence in the status line for a while."""
        self.statusBar().showMessage(sentence, MESSAGE_MS)

    def show_document(self, name: str, *, modified: bool) -> None:
        """Name the project in the title bar."""
        self.setWindowTitle(f"{name}[*] — MLP Studio")
        self.setWindowModified(modified)

    def retranslate(self) -> None:
        self.actions_by_name.retranslate()
        for menu in (*MENUS, *SUBMENUS):
            self._menus[menu.name].setTitle(QCoreApplication.translate("CommandTable", menu.text))
        for spec in PANELS:
            title = QCoreApplication.translate("Panels", spec.title)
            self.docks[spec.name].setWindowTitle(title)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._shown:
            self._shown = True
            self.perspectives.start(self.size())
            QTimer.singleShot(0, self._fit_again)
            QTimer.singleShot(0, self.first_shown.emit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.presentation.place_way_out()
        if not self.presentation.on:
            self.perspectives.fit_size(event.size())

    def childEvent(self, event: QChildEvent) -> None:
        super().childEvent(event)
        bar = event.child()
        if event.polished() and isinstance(bar, QTabBar):
            # The tabs of the docks: where they do not all fit, arrows reach the rest.
            bar.setElideMode(Qt.TextElideMode.ElideNone)
            bar.setUsesScrollButtons(True)

    def event(self, event: QEvent) -> bool:
        # All that needs repainting in the window is painted in answer to this one event.
        if event.type() != QEvent.Type.UpdateRequest:
            return super().event(event)
        with self._while_painting():
            return super().event(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._may_close():
            event.ignore()
            return
        self.presentation.leave()
        self.perspectives.remember()
        self._settings.geometry = self.saveGeometry()
        self._settings.save()
        event.accept()
        self.closed.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _single_file(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = _single_file(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            # A dialog must not open, nor the program end, inside the drop itself.
            QTimer.singleShot(0, lambda: self.file_dropped.emit(path))

    def _show_learning(self) -> None:
        """Training begins: its curve must be somewhere in sight."""
        if self.isVisible() and not self.presentation.on and not self.docks["loss"].isVisible():
            self.actions_by_name["train"].trigger()

    def _take_up_geometry(self) -> None:
        if not self.restoreGeometry(self._settings.geometry):
            self.resize(_USUAL)
        # How thick the frame is turns out when it is shown; a title bar there will be.
        title = self.style().pixelMetric(QStyle.PixelMetric.PM_TitleBarHeight)
        self._fit_screen(QSize(0, title))
        self._taken_up = self.size()

    def _fit_again(self) -> None:
        """Now that the frame is known; a size that was asked for meanwhile stands."""
        if self.size() == self._taken_up:
            self._fit_screen(self.frameGeometry().size() - self.size())

    def _fit_screen(self, frame: QSize) -> None:
        """Bring the window and its `frame` within what the screen has free."""
        if self.isMaximized() or self.isFullScreen():
            return
        free = self.screen().availableGeometry()
        size = self.size().boundedTo(free.size() - frame)
        if size != self.size():
            self.resize(size)
        room = free.size() - size - frame
        x = min(max(self.x(), free.x()), free.x() + max(0, room.width()))
        y = min(max(self.y(), free.y()), free.y() + max(0, room.height()))
        if (x, y) != (self.x(), self.y()):
            self.move(x, y)

    def _dock(self, name: str, contents: QWidget) -> QDockWidget:
        dock = QDockWidget(self)
        dock.setObjectName(name)
        dock.setWidget(contents)
        return dock

    def _fill_menu_bar(self) -> None:
        for menu in SUBMENUS:
            self._menus[menu.name] = QMenu(self)
        self._menus["panels"].addActions([dock.toggleViewAction() for dock in self.docks.values()])
        for menu in MENUS:
            self._menus[menu.name] = self.menuBar().addMenu("")
        for menu in (*SUBMENUS, *MENUS):
            self._fill(self._menus[menu.name], menu)

    def _fill(self, target: QMenu, menu: Menu) -> None:
        for item in menu.items:
            if item == "-":
                target.addSeparator()
            elif item.startswith(">"):
                target.addMenu(self._menus[item[1:]])
            else:
                target.addAction(self.actions_by_name[item])


def _single_file(data: QMimeData) -> Path | None:
    """The one local file that is dragged, or None."""
    urls = data.urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    path = Path(urls[0].toLocalFile())
    return path if path.is_file() else None
