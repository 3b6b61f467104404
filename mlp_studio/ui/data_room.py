"""Everything around the data: the panels that show them, and the ways in which they come in."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from mlp_studio.document.document import Document
from mlp_studio.document.live import LiveWeights
from mlp_studio.document.stepper import StepCursor
from mlp_studio.document.training import TrainingRun
from mlp_studio.project import edits, importing
from mlp_studio.project.fitting_whole import fit_to_data
from mlp_studio.ui.actions import Actions
from mlp_studio.ui.dialogs import Ask
from mlp_studio.ui.files import Files
from mlp_studio.ui.importing import ImportDialog
from mlp_studio.ui.main_window import MainWindow
from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.panels.attempt import attempt
from mlp_studio.ui.panels.data import DataPanel
from mlp_studio.ui.panels.table import TablePanel
from mlp_studio.ui.plots.drawing_data import DrawPanel
from mlp_studio.ui.theme import ThemeModel

TABLES = (".csv", ".tsv", ".txt")
ARRAYS = ".npz"
MAX_TABLE_BYTES = 200 * 2**20


class DataRoom(QObject):
    """Builds the panels of the data, and brings tables in."""

    said = Signal(str)
    """What happened, or why something could not be done, in one sentence."""

    def __init__(
        self,
        *,
        document: Document,
        run: TrainingRun,
        live: LiveWeights,
        cursor: StepCursor,
        theme: ThemeModel,
        numbers: NumberFormat,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._theme = theme
        self.data = DataPanel(document=document, theme=theme, numbers=numbers)
        self.table = TablePanel(
            document=document, cursor=cursor, live=live, run=run, numbers=numbers, theme=theme
        )
        self.drawing = DrawPanel(document=document, theme=theme, numbers=numbers)
        self.dialog: ImportDialog | None = None
        """The import under way."""

    @property
    def panels(self) -> dict[str, QWidget]:
        """The contents of the docks by name."""
        return {"data": self.data, "table": self.table, "drawing": self.drawing}

    def wire(self, *, actions: Actions, window: MainWindow, ask: Ask, files: Files) -> None:
        self._window, self._ask, self._files = window, ask, files
        for name, act in {
            "import_data": self.ask_and_import,
            "paste_data": self.paste,
            "fit_to_data": self.fit,
        }.items():
            actions[name].triggered.connect(act)
        for name, panel in {"show_table": "table", "show_drawing": "drawing"}.items():
            actions[name].triggered.connect(lambda _on=False, panel=panel: window.bring(panel))
        self.data.import_asked.connect(actions["import_data"].trigger)
        self.data.paste_asked.connect(actions["paste_data"].trigger)
        self.data.table_asked.connect(actions["show_table"].trigger)
        self.data.draw_asked.connect(actions["show_drawing"].trigger)

    def ask_and_import(self) -> None:
        path = self._ask.table_to_read(self._files.folder())
        if path is not None:
            self.import_file(path)

    def open_path(self, path: Path) -> None:
        """Import a table, open anything else as a project."""
        if path.suffix.lower() in (*TABLES, ARRAYS):
            self.import_file(path)
        else:
            self._files.open_path(path)

    def import_file(self, path: Path) -> None:
        """Look at a table before it is taken; the arrays of an NPZ file leave nothing to choose."""
        name = path.name
        try:
            if path.suffix.lower() == ARRAYS:
                self._take(importing.from_npz(path), name)
                return
            if path.stat().st_size > MAX_TABLE_BYTES:
                self._ask.tell_error(
                    self.tr("“{name}” is larger than {most} MB: take a part of it.").format(
                        name=name, most=MAX_TABLE_BYTES // 2**20
                    )
                )
                return
            content = path.read_bytes()
        except OSError as error:
            sentence = self.tr("“{name}” cannot be read.").format(name=name)
            self._ask.tell_error(sentence, error.strerror or str(error))
        except importing.ImportTableError as error:
            self._ask.tell_error(self.tr("“{name}” cannot be read.").format(name=name), str(error))
        else:
            self._present(content, name, path)

    def paste(self) -> None:
        """Look at the table on the clipboard before it is taken."""
        text = QGuiApplication.clipboard().text()
        if not text.strip():
            self.said.emit(self.tr("Copy some cells in a spreadsheet first."))
            return
        self._present(text.encode(), self.tr("the clipboard"), None)

    def fit(self) -> None:
        reason = attempt(self._document, self.tr("Fit the network to the data"), fit_to_data)
        if reason:
            self.said.emit(reason)

    def _present(self, content: bytes, name: str, path: Path | None) -> None:
        self._close_dialog()
        dialog = self.dialog = ImportDialog(content, name, self._theme, self._window, path=path)
        dialog.accepted_data.connect(lambda imported: self._take(imported.data, name))
        dialog.finished.connect(self._close_dialog)
        dialog.open()

    def _take(self, data: object, name: str) -> None:
        label = self.tr("Import {name}").format(name=name)
        reason = attempt(self._document, label, edits.set_data, data)
        if reason:
            self._ask.tell_error(self.tr("“{name}” cannot be used.").format(name=name), reason)
            return
        self._window.bring("data")

    def _close_dialog(self) -> None:
        dialog, self.dialog = self.dialog, None
        if dialog is not None:
            # It may be its own signal that brought us here.
            QTimer.singleShot(0, dialog.deleteLater)

    def shutdown(self) -> None:
        """Let no reading outlive the window."""
        if self.dialog is not None:
            self.dialog.reject()
