"""What the canvas asks of the document: every change it makes is one of these, with its label."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Concatenate, ParamSpec

from PySide6.QtCore import QCoreApplication, QObject, QPointF, Signal

from mlp_studio.document.document import Document
from mlp_studio.document.selection import Selected
from mlp_studio.project import edits
from mlp_studio.project.edits import EditError
from mlp_studio.project.model import Point, Project
from mlp_studio.ui.canvas import additions
from mlp_studio.ui.canvas.places import in_project

P = ParamSpec("P")
_NUDGE = "canvas.nudge"


class Commands(QObject):
    """Applies edits under translated labels; `refused` says why one could not be done."""

    refused = Signal(str)

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document

    def add_layer(
        self,
        kind: str,
        at: QPointF,
        seen: Mapping[str, QPointF],
        link_from: str | None = None,
    ) -> str | None:
        """A new layer at a place of the scene; its id, or None if refused."""
        layer_id = edits.fresh_layer_id(self._document.project, kind)
        label = self.tr("Add layer {layer}").format(layer=layer_id)
        pinned = self._unplaced(seen)
        done = self._apply(label, additions.add_layer_at, kind, in_project(at), pinned, link_from)
        return layer_id if done else None

    def add_unit(self, layer: str) -> bool:
        """One more unit at the end of a layer."""
        title = self._document.project.layer(layer).title
        label = self.tr("Add unit to {layer}").format(layer=title)
        return self._apply(label, edits.add_unit, layer)

    def link(self, source: str, target: str, seen: Mapping[str, QPointF]) -> bool:
        project = self._document.project
        label = self.tr("Link {source} to {target}").format(
            source=project.layer(source).title, target=project.layer(target).title
        )
        pinned = self._unplaced(seen)
        return self._apply(label, additions.add_link_pinned, source, target, pinned)

    def why_not_link(self, source: str, target: str) -> str:
        """Why a link cannot be made, or "" if it can."""
        try:
            edits.add_link(self._document.project, source, target)
        except EditError as error:
            return error.translated(QCoreApplication.translate)
        return ""

    def move(self, positions: Mapping[str, QPointF]) -> None:
        """Put layers elsewhere: one entry for a whole drag."""
        self._apply(self._move_label(positions), edits.move_layers, _points(positions))

    def nudge(self, positions: Mapping[str, QPointF]) -> None:
        """As `move`; successive nudges of the same layers are one entry."""
        key = ".".join([_NUDGE, *sorted(positions)])
        self._document.apply_merged(
            key, self._move_label(positions), edits.move_layers, _points(positions)
        )

    def remove(self, selected: Selected) -> bool:
        """Delete what is selected, as far as it still exists, in one entry."""
        present = self._present(selected)
        if not present:
            return False
        return self._apply(
            self._remove_label(present),
            edits.remove,
            layers=present.layers,
            units=present.units,
            links=present.links,
            edges=present.edges,
        )

    def _apply(
        self,
        label: str,
        edit: Callable[Concatenate[Project, P], Project],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> bool:
        """Whether the edit could be done; if not, `refused` has said why."""
        try:
            self._document.apply(label, edit, *args, **kwargs)
        except EditError as error:
            self.refused.emit(error.translated(QCoreApplication.translate))
            return False
        return True

    def _unplaced(self, seen: Mapping[str, QPointF]) -> dict[str, Point]:
        """Where the layers are seen that have no place of their own."""
        layers = self._document.project.layers
        return _points({layer.id: seen[layer.id] for layer in layers if layer.position is None})

    def _present(self, selected: Selected) -> Selected:
        project = self._document.project
        return Selected(
            layers=frozenset(layer for layer in selected.layers if project.has_layer(layer)),
            units=frozenset(
                (layer, unit)
                for layer, unit in selected.units
                if project.has_layer(layer) and unit < project.layer(layer).units
            ),
            links=frozenset(link for link in selected.links if project.has_link(link)),
            edges=frozenset(edge for edge in selected.edges if project.has_link(edge[0])),
        )

    def _move_label(self, positions: Mapping[str, QPointF]) -> str:
        if len(positions) == 1:
            layer = self._document.project.layer(next(iter(positions)))
            return self.tr("Move {layer}").format(layer=layer.title)
        return self.tr("Move {count} layers").format(count=len(positions))

    def _remove_label(self, selected: Selected) -> str:
        parts = [selected.layers, selected.units, selected.links, selected.edges]
        if sum(map(len, parts)) > 1:
            return self.tr("Delete {count} things").format(count=sum(map(len, parts)))
        project = self._document.project
        if selected.layers:
            layer = project.layer(next(iter(selected.layers)))
            return self.tr("Delete layer {layer}").format(layer=layer.title)
        if selected.units:
            layer = project.layer(next(iter(selected.units))[0])
            return self.tr("Delete a unit of {layer}").format(layer=layer.title)
        return self.tr("Delete link") if selected.links else self.tr("Delete edge")


def _points(positions: Mapping[str, QPointF]) -> dict[str, Point]:
    return {layer: in_project(at) for layer, at in positions.items()}
