"""The network as a tree: layers with their units, then links with their edges."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from mlp_studio.document.document import Document
from mlp_studio.document.selection import Selected
from mlp_studio.project.model import Layer, Link, Project
from mlp_studio.ui.conventions import activation_label
from mlp_studio.ui.naming import edge_name, link_name, unit_name

Index = QModelIndex | QPersistentModelIndex
_TOP = 0
"""Internal id of a layer's or link's index; a child carries the number of its parent's entry.

Not its row: Qt keeps the indexes of children while rows above their parents come and go.
"""


@dataclass(frozen=True, slots=True)
class _Entry:
    """A top-level row as the tree shows it."""

    kind: Literal["layer", "link"]
    id: str
    text: str
    children: int
    looks: Hashable
    """Changes whenever the text of a child does."""

    @property
    def key(self) -> tuple[str, str]:
        return self.kind, self.id


class OutlineModel(QAbstractItemModel):
    """Follows the document row by row, so that what is open in the tree stays open."""

    syncing = Signal()
    """Rows are about to come and go; what a view selects meanwhile means nothing."""
    synced = Signal()

    def __init__(self, document: Document) -> None:
        super().__init__()
        self._document = document
        self._project = document.project
        self._entries = _entries(self._project)
        self._numbers: dict[tuple[str, str], int] = {}
        """What stands for each entry in the indexes of its children; never used twice."""
        self._rows: dict[int, int] = {}
        self._number_entries()
        for signal in (
            document.layer_added,
            document.layer_removed,
            document.layer_changed,
            document.link_added,
            document.link_removed,
            document.link_changed,
        ):
            signal.connect(self._sync)
        document.data_changed.connect(self._sync)
        document.replaced.connect(self._reset)

    def retranslate(self) -> None:
        """The texts changed, the rows did not."""
        for row in range(len(self._entries)):
            self._announce(row)

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008  # Qt's own signature
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        number = self._numbers[self._entries[parent.row()].key] if parent.isValid() else _TOP
        return self.createIndex(row, column, number)

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]  # overloaded in Qt
        if not index.isValid() or index.internalId() == _TOP:
            return QModelIndex()
        row = self._rows.get(index.internalId())
        return QModelIndex() if row is None else self.createIndex(row, 0, _TOP)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own signature
        if not parent.isValid():
            return len(self._entries)
        if parent.internalId() != _TOP or parent.column() != 0:
            return 0
        return self._entries[parent.row()].children

    def columnCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own signature
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(index)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(index)
        return None

    def thing_at(self, index: Index) -> Selected:
        """What a row stands for, as a selection of that one thing."""
        if index.internalId() == _TOP:
            entry = self._entries[index.row()]
            only = frozenset({entry.id})
            return Selected(layers=only) if entry.kind == "layer" else Selected(links=only)
        entry = self._parent_entry(index)
        if entry.kind == "layer":
            return Selected(units=frozenset({(entry.id, index.row())}))
        j, k = self._edge(entry, index.row())
        return Selected(edges=frozenset({(entry.id, j, k)}))

    def indexes_of(self, selected: Selected) -> list[QModelIndex]:
        """The rows of everything selected that is in the tree."""
        rows = {entry.key: row for row, entry in enumerate(self._entries)}
        tops = [("layer", each) for each in selected.layers]
        tops += [("link", each) for each in selected.links]
        found = [self.index(rows[key], 0) for key in tops if key in rows]
        for layer_id, unit in selected.units:
            row = rows.get(("layer", layer_id))
            if row is not None and unit < self._entries[row].children:
                found.append(self.index(unit, 0, self.index(row, 0)))
        for link_id, j, k in selected.edges:
            row = rows.get(("link", link_id))
            place = None if row is None else self._place(self._project.link(link_id), j, k)
            if row is not None and place is not None:
                found.append(self.index(place, 0, self.index(row, 0)))
        return found

    def _text(self, index: Index) -> str:
        if index.internalId() == _TOP:
            return self._entries[index.row()].text
        entry = self._parent_entry(index)
        if entry.kind == "layer":
            return unit_name(self._project, self._project.layer(entry.id), index.row())
        j, k = self._edge(entry, index.row())
        return edge_name(self._project, self._project.link(entry.id), j, k)

    def _spoken(self, index: Index) -> str:
        """The row with what it is, for a screen reader."""
        is_top = index.internalId() == _TOP
        entry = self._entries[index.row()] if is_top else self._parent_entry(index)
        if entry.kind == "layer":
            text = self.tr("layer {name}") if is_top else self.tr("unit {name}")
        else:
            text = self.tr("link {name}") if is_top else self.tr("edge {name}")
        return text.format(name=self._text(index))

    def _parent_entry(self, index: Index) -> _Entry:
        """The layer of a unit's index, the link of an edge's."""
        return self._entries[self._rows[index.internalId()]]

    def _number_entries(self) -> None:
        """Call whenever entries come or go."""
        for entry in self._entries:
            self._numbers.setdefault(entry.key, len(self._numbers) + 1)
        self._rows = {self._numbers[entry.key]: row for row, entry in enumerate(self._entries)}

    def _edge(self, entry: _Entry, row: int) -> tuple[int, int]:
        """Target unit and source unit of a link's edge number `row`, absent ones not counted."""
        link = self._project.link(entry.id)
        if link.mask is None:
            j, k = divmod(row, self._project.layer(link.source).units)
        else:
            flat = np.flatnonzero(link.mask.values)[row]
            j, k = divmod(int(flat), link.mask.shape[1])
        return j, k

    def _place(self, link: Link, j: int, k: int) -> int | None:
        """The row of an edge under its link; None if it is absent."""
        sources = self._project.layer(link.source).units
        if j >= self._project.layer(link.target).units or k >= sources:
            return None
        if link.mask is None:
            return j * sources + k
        if not link.mask.values[j, k]:
            return None
        return int(np.count_nonzero(link.mask.values.ravel()[: j * sources + k]))

    def _reset(self) -> None:
        self.syncing.emit()
        self.beginResetModel()
        self._project = self._document.project
        self._entries = _entries(self._project)
        self._number_entries()
        self.endResetModel()
        self.synced.emit()

    def _sync(self, _changed: str = "") -> None:
        """Bring the rows in line with the document, as one change of the document."""
        project = self._document.project
        if project is self._project:
            return
        wanted = _entries(project)
        if wanted == self._entries:
            self._project = project
            return
        kept = {entry.key for entry in self._entries} & {entry.key for entry in wanted}
        mine = [entry.key for entry in self._entries if entry.key in kept]
        if mine != [entry.key for entry in wanted if entry.key in kept]:
            self._reset()
            return
        self.syncing.emit()
        self._remove_gone(kept)
        self._project = project
        for row, entry in enumerate(wanted):
            if row >= len(self._entries) or self._entries[row].key != entry.key:
                self.beginInsertRows(QModelIndex(), row, row)
                self._entries.insert(row, entry)
                self._number_entries()
                self.endInsertRows()
            elif self._entries[row] != entry:
                self._update(row, entry)
        self.synced.emit()

    def _remove_gone(self, kept: set[tuple[str, str]]) -> None:
        for row in range(len(self._entries) - 1, -1, -1):
            if self._entries[row].key not in kept:
                self.beginRemoveRows(QModelIndex(), row, row)
                del self._entries[row]
                self._number_entries()
                self.endRemoveRows()

    def _update(self, row: int, entry: _Entry) -> None:
        before = self._entries[row].children
        parent = self.index(row, 0)
        if entry.children < before:
            self.beginRemoveRows(parent, entry.children, before - 1)
            self._entries[row] = entry
            self.endRemoveRows()
        elif entry.children > before:
            self.beginInsertRows(parent, before, entry.children - 1)
            self._entries[row] = entry
            self.endInsertRows()
        else:
            self._entries[row] = entry
        self._announce(row)

    def _announce(self, row: int) -> None:
        top = self.index(row, 0)
        self.dataChanged.emit(top, top)
        children = self._entries[row].children
        if children:
            self.dataChanged.emit(self.index(0, 0, top), self.index(children - 1, 0, top))


def _entries(project: Project) -> list[_Entry]:
    columns = project.data.columns if project.data else ()
    looks = {layer.id: _looks(layer, columns) for layer in project.layers}
    layers = [
        _Entry("layer", layer.id, _layer_text(layer), layer.units, looks[layer.id])
        for layer in project.layers
    ]
    links = [
        _Entry(
            "link",
            link.id,
            link_name(project, link),
            _edges(project, link),
            (looks[link.source], looks[link.target], link.mask),
        )
        for link in project.links
    ]
    return layers + links


def _looks(layer: Layer, columns: tuple[str, ...]) -> Hashable:
    return layer.title, layer.units, layer.unit_names, layer.features, columns


def _layer_text(layer: Layer) -> str:
    what = (
        layer.units
        if layer.kind == "input"
        else f"{layer.units} · {activation_label(layer.activation)}"
    )
    return f"{layer.title}  {what}"


def _edges(project: Project, link: Link) -> int:
    if link.mask is not None:
        return int(np.count_nonzero(link.mask.values))
    return project.layer(link.source).units * project.layer(link.target).units
