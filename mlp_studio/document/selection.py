"""What is selected, shared by the canvas, the inspector and the outline: none of them owns it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from mlp_studio.project.model import Project

Unit = tuple[str, int]
"""Layer id and unit number."""
Edge = tuple[str, int, int]
"""Link id, target unit, source unit."""


@dataclass(frozen=True, slots=True)
class Selected:
    """An immutable selection: by id, so that it survives edits of the things it names."""

    layers: frozenset[str] = frozenset()
    units: frozenset[Unit] = frozenset()
    links: frozenset[str] = frozenset()
    edges: frozenset[Edge] = frozenset()

    def within(self, project: Project) -> Selected:
        """What of it still exists in `project`."""
        sizes = {layer.id: layer.units for layer in project.layers}
        return Selected(
            layers=frozenset(layer for layer in self.layers if layer in sizes),
            units=frozenset(unit for unit in self.units if unit[1] < sizes.get(unit[0], 0)),
            links=frozenset(link for link in self.links if project.has_link(link)),
            edges=frozenset(edge for edge in self.edges if _exists(project, edge)),
        )

    def __bool__(self) -> bool:
        return bool(self.layers or self.units or self.links or self.edges)


def _exists(project: Project, edge: Edge) -> bool:
    link_id, target, source = edge
    if not project.has_link(link_id):
        return False
    link = project.link(link_id)
    sizes = project.layer(link.target).units, project.layer(link.source).units
    if target >= sizes[0] or source >= sizes[1]:
        return False
    return link.mask is None or bool(link.mask.values[target, source])


class Selection(QObject):
    """The one current selection of a window."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._current = Selected()

    @property
    def current(self) -> Selected:
        return self._current

    def set(self, selected: Selected) -> None:
        """Replace the selection; `changed` is emitted only if it differs."""
        if selected != self._current:
            self._current = selected
            self.changed.emit()

    def clear(self) -> None:
        self.set(Selected())
