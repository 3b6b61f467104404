"""The first rows of a table, with what each column is and becomes in its header."""

from __future__ import annotations

from typing import Any, Literal

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush

from mlp_studio.project import importing
from mlp_studio.project.recipe import Recipe
from mlp_studio.ui.theme import ThemeModel

Role = Literal["input", "target", "none"]
ROLES: tuple[Role, ...] = ("input", "target", "none")
Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_LONGEST = 60
"""Characters of a cell that are shown."""


def role_of(recipe: Recipe, column: int) -> Role:
    """What becomes of a column."""
    if column in recipe.targets:
        return "target"
    return "input" if column in recipe.inputs else "none"


class PreviewModel(QAbstractTableModel):
    """Nothing can be edited here: cells are what the file holds."""

    def __init__(self, theme: ThemeModel) -> None:
        super().__init__()
        self._theme = theme
        self._preview: importing.Preview | None = None
        self._recipe = Recipe()

    def show_preview(self, preview: importing.Preview | None, recipe: Recipe) -> None:
        self.beginResetModel()
        self._preview, self._recipe = preview, recipe
        self.endResetModel()

    def show_recipe(self, recipe: Recipe) -> None:
        """The same cells with other choices."""
        self._recipe = recipe
        if columns := self.columnCount():
            self.retranslate()
            last = self.index(self.rowCount() - 1, columns - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def retranslate(self) -> None:
        """Have the headings read anew."""
        if columns := self.columnCount():
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, columns - 1)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() or self._preview is None else len(self._preview.head)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() or self._preview is None else len(self._preview.names)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if self._preview is None or not index.isValid():
            return None
        row, column = index.row(), index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            cells = self._preview.head[row]
            text = cells[column] if column < len(cells) else ""
            return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
        if role == Qt.ItemDataRole.ForegroundRole:
            is_left_out = role_of(self._recipe, column) == "none"
            return QBrush(self._theme.theme.muted) if is_left_out else None
        if role == Qt.ItemDataRole.TextAlignmentRole and self._preview.kinds[column] == "number":
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if role != Qt.ItemDataRole.DisplayRole or self._preview is None:
            return None
        if orientation == Qt.Orientation.Vertical:
            return None
        name = self._preview.names[section]
        return f"{name}\n{self._role_text(section)} · {self._kind_text(section)}"

    def _role_text(self, column: int) -> str:
        return {
            "input": self.tr("input"),
            "target": self.tr("target"),
            "none": self.tr("left out"),
        }[role_of(self._recipe, column)]

    def _kind_text(self, column: int) -> str:
        assert self._preview is not None
        return {
            "number": self.tr("numbers"),
            "words": self.tr("words"),
            "empty": self.tr("empty"),
        }[self._preview.kinds[column]]
