"""Writing the loss plot to a file: as a picture, or its numbers for a spreadsheet."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal

from mlp_studio.document.document import Document
from mlp_studio.ui.dialogs import Ask
from mlp_studio.ui.plots.loss import LossPlot


class Exports(QObject):
    """Asks for a file and writes it. `said` tells in a sentence what came of it."""

    said = Signal(str)

    def __init__(self, *, plot: LossPlot, document: Document, ask: Ask, parent: QObject) -> None:
        super().__init__(parent)
        self._plot = plot
        self._document = document
        self._ask = ask

    def export(self, kind: str) -> None:
        """`kind` is png, svg or csv."""
        suggested = self._suggested(kind)
        is_table = kind == "csv"
        asked = self._ask.values_to_save if is_table else self._ask.picture_to_save
        chosen = asked(suggested)
        if chosen is None:
            return
        path = chosen.absolute()
        try:
            if is_table:
                self._plot.export_values(path)
            else:
                self._plot.export_picture(path)
        except OSError as error:
            self._ask.tell_error(str(error))
        else:
            self.said.emit(self.tr("The loss is in “{name}”.").format(name=path.name))

    def _suggested(self, kind: str) -> Path:
        """Beside the project, else among the person's documents."""
        path, name = self._document.path, self.tr("loss")
        if path is not None and path.parent.is_dir():
            return path.with_name(f"{path.stem} {name}.{kind}")
        place = QStandardPaths.StandardLocation.DocumentsLocation
        return Path(QStandardPaths.writableLocation(place)) / f"{name}.{kind}"
