"""The few questions a window has to ask. Whoever asks is handed an `Ask`, and a test its own."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Literal, Protocol

from PySide6.QtCore import QDateTime, QLocale, QObject
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from mlp_studio.ui.drawing import SUFFIXES
from mlp_studio.ui.recovery import LostWork

SUFFIX = ".mlps"

Unsaved = Literal["save", "discard", "cancel"]
Lost = Literal["restore", "discard", "later"]


class Ask(Protocol):
    """What the program needs to ask a person, or tell them in a way they cannot miss."""

    def about_unsaved_changes(self, name: str) -> Unsaved: ...

    def about_lost_work(self, work: LostWork) -> Lost: ...

    def file_to_open(self, folder: Path) -> Path | None: ...

    def table_to_read(self, folder: Path) -> Path | None: ...

    def where_data_went(self, missing: Path, reason: str) -> Path | None: ...

    def file_to_save(self, suggested: Path) -> Path | None: ...

    def picture_to_save(self, suggested: Path) -> Path | None: ...

    def values_to_save(self, suggested: Path) -> Path | None: ...

    def may_remove_template(self, name: str) -> bool: ...

    def tell_error(self, sentence: str, details: str = "") -> None: ...


class Dialogs(QObject):
    """Asks with message boxes and file dialogs on top of `window`."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window

    def about_unsaved_changes(self, name: str) -> Unsaved:
        box = self._box(QMessageBox.Icon.Warning)
        box.setText(self.tr("Save the changes to “{name}”?").format(name=name))
        box.setInformativeText(self.tr("If you do not save them, they are lost."))
        save = box.addButton(self.tr("Save"), QMessageBox.ButtonRole.AcceptRole)
        discard = box.addButton(self.tr("Discard"), QMessageBox.ButtonRole.DestructiveRole)
        cancel = box.addButton(self.tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(save)
        box.setEscapeButton(cancel)
        box.exec()
        if box.clickedButton() is save:
            return "save"
        return "discard" if box.clickedButton() is discard else "cancel"

    def about_lost_work(self, work: LostWork) -> Lost:
        box = self._box(QMessageBox.Icon.Question)
        name = work.path.name if work.path else work.project.title or self.tr("Untitled")
        moment = QDateTime.fromSecsSinceEpoch(int(work.saved_at.timestamp()))
        when = QLocale().toString(moment, QLocale().dateTimeFormat(QLocale.FormatType.ShortFormat))
        box.setText(self.tr("There are unsaved changes to “{name}”.").format(name=name))
        box.setInformativeText(
            self.tr(
                "The program ended on {when} before they were saved. "
                "Restoring them does not change the file until you save."
            ).format(when=when)
        )
        restore = box.addButton(self.tr("Restore"), QMessageBox.ButtonRole.AcceptRole)
        discard = box.addButton(self.tr("Discard"), QMessageBox.ButtonRole.DestructiveRole)
        later = box.addButton(self.tr("Decide later"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(restore)
        box.setEscapeButton(later)
        box.exec()
        if box.clickedButton() is restore:
            return "restore"
        return "discard" if box.clickedButton() is discard else "later"

    def file_to_open(self, folder: Path) -> Path | None:
        name, _ = QFileDialog.getOpenFileName(
            self._window, self.tr("Open a project"), str(folder), self._filters()
        )
        return Path(name) if name else None

    def table_to_read(self, folder: Path) -> Path | None:
        tables = self.tr("Tables (*.csv *.tsv *.txt *.npz)")
        name, _ = QFileDialog.getOpenFileName(
            self._window,
            self.tr("Import a table"),
            str(folder),
            f"{tables};;{self.tr('All files (*)')}",
        )
        return Path(name) if name else None

    def where_data_went(self, missing: Path, reason: str) -> Path | None:
        """The file that a project's data are in now; None to give up opening it."""
        box = self._box(QMessageBox.Icon.Warning)
        box.setText(reason)
        box.setInformativeText(
            self.tr("Choose where “{name}” is now, or cancel: nothing is changed.").format(
                name=missing.name
            )
        )
        choose = box.addButton(self.tr("Choose…"), QMessageBox.ButtonRole.AcceptRole)
        cancel = box.addButton(self.tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(choose)
        box.setEscapeButton(cancel)
        box.exec()
        return self.table_to_read(missing.parent) if box.clickedButton() is choose else None

    def file_to_save(self, suggested: Path) -> Path | None:
        dialog = QFileDialog(self._window, self.tr("Save the project"), str(suggested.parent))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([self.tr("MLP Studio projects (*.mlps)")])
        # The dialog itself asks before a file is overwritten, with the suffix already added.
        dialog.setDefaultSuffix(SUFFIX)
        dialog.selectFile(suggested.name)
        chosen = dialog.selectedFiles() if dialog.exec() else []
        dialog.deleteLater()
        return Path(chosen[0]) if chosen else None

    def picture_to_save(self, suggested: Path) -> Path | None:
        """A path that ends in one of `drawing.SUFFIXES`: the one typed, else the filter's."""
        dialog = QFileDialog(self._window, self.tr("Export a picture"), str(suggested.parent))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        filters = (
            self.tr("PNG image (*.png)"),
            self.tr("SVG drawing (*.svg)"),
            self.tr("PDF page (*.pdf)"),
        )
        dialog.setNameFilters(filters)
        dialog.filterSelected.connect(partial(_take_suffix, dialog))
        dialog.setDefaultSuffix(SUFFIXES[0])
        dialog.selectFile(suggested.name)
        chosen = _picture_chosen(dialog)
        dialog.deleteLater()
        return chosen

    def values_to_save(self, suggested: Path) -> Path | None:
        dialog = QFileDialog(self._window, self.tr("Export values"), str(suggested.parent))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([self.tr("Table (*.csv)")])
        dialog.setDefaultSuffix("csv")
        dialog.selectFile(suggested.name)
        chosen = dialog.selectedFiles() if dialog.exec() else []
        dialog.deleteLater()
        return Path(chosen[0]) if chosen else None

    def may_remove_template(self, name: str) -> bool:
        box = self._box(QMessageBox.Icon.Question)
        box.setText(self.tr("Delete the template “{name}”?").format(name=name))
        box.setInformativeText(self.tr("This cannot be undone."))
        delete = box.addButton(self.tr("Delete"), QMessageBox.ButtonRole.DestructiveRole)
        cancel = box.addButton(self.tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(cancel)
        box.setEscapeButton(cancel)
        box.exec()
        return box.clickedButton() is delete

    def tell_error(self, sentence: str, details: str = "") -> None:
        box = self._box(QMessageBox.Icon.Critical)
        box.setText(sentence)
        if details:
            box.setInformativeText(details)
        box.addButton(QMessageBox.StandardButton.Close)
        box.exec()

    def _filters(self) -> str:
        return ";;".join((self.tr("MLP Studio projects (*.mlps *.json)"), self.tr("All files (*)")))

    def _box(self, icon: QMessageBox.Icon) -> QMessageBox:
        box = QMessageBox(self._window)
        box.setIcon(icon)
        box.setWindowTitle("MLP Studio")
        box.finished.connect(box.deleteLater)
        return box


def _picture_chosen(dialog: QFileDialog) -> Path | None:
    while dialog.exec():
        path = Path(dialog.selectedFiles()[0])
        if path.suffix.lower() in SUFFIXES:
            return path
        whole = path.with_name(f"{path.name}.{dialog.defaultSuffix()}")
        if not whole.exists():
            return whole
        # The dialog has asked about another name; shown again, it asks about this one.
        dialog.selectFile(whole.name)
    return None


def _take_suffix(dialog: QFileDialog, name_filter: str) -> None:
    """A name without a suffix gets that of the filter chosen."""
    number = dialog.nameFilters().index(name_filter)
    dialog.setDefaultSuffix(SUFFIXES[number])
