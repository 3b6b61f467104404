"""A table before it is taken: what was understood, what is left out, and every choice."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QPlainTextEdit,
    QProgressBar,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from mlp_studio.engine.tasks import task_of
from mlp_studio.project import importing
from mlp_studio.project.model import Source
from mlp_studio.project.recipe import Recipe
from mlp_studio.project.sources import digest
from mlp_studio.ui.importing.choices import Choices
from mlp_studio.ui.importing.preview import ROLES, PreviewModel, Role, role_of
from mlp_studio.ui.importing.reading import Format, Reading, Request, Result
from mlp_studio.ui.panels.labels import Message, RoleLabel
from mlp_studio.ui.panels.panel import MARGIN, SPACING, Panel
from mlp_studio.ui.theme import ThemeModel

_SIZE = QSize(900, 600)
_CHOICES_WIDTH = 280
_WIDEST_CHOICES = 400
_CHOICES_LINES = 16
"""How wide the choices are, in heights of a line of text."""
_DROPPED_LINES = 4
_MOST_NOTES = 500
"""Rows left out that are listed; all are counted."""
_LARGE = 200_000
"""Values from which on it is said that the data may stay in their file."""
_KEYS: dict[int, Role] = {
    Qt.Key.Key_I.value: "input",
    Qt.Key.Key_T.value: "target",
    Qt.Key.Key_Delete.value: "none",
}


class ImportDialog(QDialog):
    """Reads anew with each choice. `path` is the file the bytes are from, if they are from one."""

    accepted_data = Signal(object)
    """What was read (`importing.Imported`)."""

    def __init__(
        self,
        content: bytes,
        name: str,
        theme: ThemeModel,
        parent: QWidget | None = None,
        *,
        path: Path | None = None,
    ) -> None:
        super().__init__(parent)
        self._content = content
        self._name = name
        self._path = path
        self._form = Format()
        self._preview: importing.Preview | None = None
        self._recipe: Recipe | None = None
        self._imported: importing.Imported | None = None
        self._problem: importing.ImportTableError | None = None
        self.model = PreviewModel(theme)
        self.table = QTableView()
        self.choices = Choices()
        self.summary = RoleLabel()
        self.message = Message("error")
        self.dropped = QPlainTextEdit()
        self.refer = QCheckBox()
        self.advice = Message("muted")
        self.progress = QProgressBar()
        standard = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(standard.Ok | standard.Cancel)
        self.reading = Reading(content, self)
        self._arrange()
        self._connect()
        self.retranslate()
        self.resize(_SIZE)
        self._ask()

    def _arrange(self) -> None:
        self.table.setModel(self.model)
        self.table.setSelectionBehavior(QTableView.SelectionBehavior.SelectColumns)
        self.table.setWordWrap(False)
        self.table.setCornerButtonEnabled(False)
        self.table.horizontalHeader().setStretchLastSection(True)
        self.table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        # Rows are told by their number in the file, and those that do not fit are not shown.
        self.table.verticalHeader().hide()
        self.table.installEventFilter(self)
        self.dropped.setReadOnly(True)
        self.dropped.setVisible(False)
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(4)
        self.progress.setRange(0, 1000)
        self.refer.setVisible(self._path is not None)
        side = self._side = Panel()
        side.column.setContentsMargins(0, 0, MARGIN, 0)
        side.column.addWidget(self.choices)
        middle = QHBoxLayout()
        middle.setSpacing(MARGIN)
        middle.addWidget(side)
        middle.addWidget(self.table, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(SPACING)
        column.addLayout(middle, 1)
        for part in (self.progress, self.summary, self.message, self.dropped):
            column.addWidget(part)
        column.addWidget(self.refer)
        column.addWidget(self.advice)
        column.addWidget(self.buttons)

    def _connect(self) -> None:
        self.choices.form_chosen.connect(self._take_form)
        self.choices.recipe_chosen.connect(self._take_recipe)
        self.table.selectionModel().currentColumnChanged.connect(self._show_column)
        self.table.horizontalHeader().sectionClicked.connect(self._show_section)
        self.table.horizontalHeader().sectionDoubleClicked.connect(self._turn_role)
        self.reading.advanced.connect(lambda share: self.progress.setValue(round(1000 * share)))
        self.reading.finished.connect(self._on_read)
        self.buttons.accepted.connect(self._accept)
        self.buttons.rejected.connect(self.reject)
        self.finished.connect(self.reading.stop)

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Import {name}").format(name=self._name))
        self.table.setAccessibleName(self.tr("The first rows"))
        self.table.setToolTip(
            self.tr(
                "I: input, T: target, Delete: leave the column out. "
                "Space, or a double click on a heading: the next of these."
            )
        )
        self.dropped.setAccessibleName(self.tr("Rows that are left out"))
        self.refer.setText(self.tr("Leave the data in the file: the project refers to it"))
        standard = QDialogButtonBox.StandardButton
        self.buttons.button(standard.Ok).setText(self.tr("Import"))
        self.buttons.button(standard.Cancel).setText(self.tr("Cancel"))
        self.model.retranslate()
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._measure()

    def _measure(self) -> None:
        """Room for text of the size that was chosen."""
        line = self.fontMetrics().height()
        width = min(max(_CHOICES_WIDTH, _CHOICES_LINES * line), _WIDEST_CHOICES)
        self._side.setFixedWidth(width)
        self.dropped.setFixedHeight(_DROPPED_LINES * line + 2 * SPACING)
        self.table.verticalHeader().setMinimumSectionSize(line + SPACING)
        self.table.verticalHeader().setDefaultSectionSize(line + SPACING)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if watched is self.table and isinstance(event, QKeyEvent) and self._is_role_key(event):
            column = self.table.currentIndex().column()
            if event.key() == Qt.Key.Key_Space:
                self._turn_role(column)
            else:
                self.choices.set_role(column, _KEYS[event.key()])
            return True
        return False

    def _is_role_key(self, event: QKeyEvent) -> bool:
        is_press = event.type() == QEvent.Type.KeyPress and not event.modifiers()
        is_known = event.key() in _KEYS or event.key() == Qt.Key.Key_Space
        return is_press and is_known and self.table.currentIndex().isValid()

    def _take_form(self, form: Format) -> None:
        self._form = form
        self._ask()

    def _take_recipe(self, recipe: Recipe) -> None:
        self._recipe = recipe
        self.model.show_recipe(recipe)
        self._ask()

    def _ask(self) -> None:
        self._imported = self._problem = None
        self.reading.ask(Request(self._form, self._recipe))
        self._show()

    def _on_read(self, result: Result) -> None:
        self._imported, self._problem = result.imported, result.problem
        if result.preview is not None:
            self._show_preview(result.preview, result.recipe)
        elif result.problem is not None:
            self._preview = None
            self.model.show_preview(None, result.recipe)
            self.choices.show_nothing()
        self._show()

    def _show_preview(self, preview: importing.Preview, recipe: Recipe) -> None:
        if preview != self._preview:
            self.model.show_preview(preview, recipe)
            self.table.resizeColumnsToContents()
        else:
            self.model.show_recipe(recipe)
        self._preview = preview
        if self._recipe is not None:
            self._recipe = recipe
        self.choices.show_choices(self._form, preview, recipe)

    def _show_column(self, current: QModelIndex, _before: QModelIndex) -> None:
        self.choices.show_column(current.column())

    def _show_section(self, section: int) -> None:
        self.table.setCurrentIndex(self.model.index(0, section))
        self.choices.show_column(section)

    def _turn_role(self, section: int) -> None:
        recipe = self._recipe or (self._preview.recipe if self._preview else Recipe())
        at = ROLES.index(role_of(recipe, section))
        self.choices.set_role(section, ROLES[(at + 1) % len(ROLES)])

    def _show(self) -> None:
        imported, is_busy = self._imported, self.reading.is_busy
        self.progress.setVisible(is_busy)
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(imported is not None)
        self.message.say("" if self._problem is None else self._sentence(self._problem))
        if imported is not None:
            self.summary.setText(self._summary(imported))
        else:
            self.summary.setText(self.tr("Reading…") if is_busy else "")
        self._show_dropped(() if imported is None else imported.dropped)
        is_large = imported is not None and _values(imported) > _LARGE
        advice = self.tr("So much data makes the project file large: it can stay in its own file.")
        self.advice.say(advice if is_large and self._path is not None else "")

    def _show_dropped(self, dropped: tuple[importing.RowNote, ...]) -> None:
        lines = [self._note(note) for note in dropped[:_MOST_NOTES]]
        if len(dropped) > _MOST_NOTES:
            lines.append(self.tr("and {count} more").format(count=len(dropped) - _MOST_NOTES))
        self.dropped.setPlainText("\n".join(lines))
        self.dropped.setVisible(bool(lines))

    def _note(self, note: importing.RowNote) -> str:
        reason = self._sentence(note)
        if not note.column:
            return self.tr("row {row}: {reason}").format(row=note.row, reason=reason)
        return self.tr("row {row}, {column}: {reason}").format(
            row=note.row, column=note.column, reason=reason
        )

    def _sentence(self, said: importing.ImportTableError | importing.RowNote) -> str:
        return said.translated(QCoreApplication.translate)

    def _summary(self, imported: importing.Imported) -> str:
        data = imported.data
        task = task_of(data.targets.values)
        if task.is_classification:
            what = self.tr("{count} classes").format(count=task.classes)
        else:
            one, many = self.tr("{count} number to learn"), self.tr("{count} numbers to learn")
            what = _counted(data.targets.shape[1], one, many)
        rows = _counted(data.samples, self.tr("{count} row"), self.tr("{count} rows"))
        inputs = _counted(len(data.columns), self.tr("{count} input"), self.tr("{count} inputs"))
        parts = [f"{rows}: {inputs}, {what}"]
        if imported.dropped:
            one, many = self.tr("{count} row is left out"), self.tr("{count} rows are left out")
            parts.append(_counted(len(imported.dropped), one, many))
        if imported.filled:
            one = self.tr("{count} empty cell is filled in")
            many = self.tr("{count} empty cells are filled in")
            parts.append(_counted(imported.filled, one, many))
        return "; ".join(parts) + "."

    def _accept(self) -> None:
        imported = self._imported
        if imported is None:
            return
        if self.refer.isChecked() and self._path is not None:
            source = Source(str(self._path.absolute()), digest(self._content), imported.recipe)
            imported = replace(imported, data=replace(imported.data, source=source))
        self.accepted_data.emit(imported)
        self.accept()


def _counted(count: int, one: str, many: str) -> str:
    return (one if count == 1 else many).format(count=f"{count:,}")


def _values(imported: importing.Imported) -> int:
    data = imported.data
    return int(data.inputs.values.size + data.targets.values.size)
