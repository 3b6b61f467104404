"""Deleting what is selected."""

from __future__ import annotations

from PySide6.QtCore import QObject

from mlp_studio.document.selection import Selected
from mlp_studio.project import edits
from mlp_studio.ui.canvas.applying import Applier
from mlp_studio.ui.naming import edge_name, link_name, unit_name


class Removing(QObject):
    """Everything selected goes in one undo entry."""

    def __init__(self, applier: Applier) -> None:
        super().__init__(applier)
        self._applier = applier

    def remove(self, selected: Selected) -> bool:
        """Delete what is selected, as far as it still exists."""
        present = selected.within(self._applier.project)
        if not present:
            return False
        return self._applier.apply(
            self._label(present),
            edits.remove,
            layers=present.layers,
            units=present.units,
            links=present.links,
            edges=present.edges,
        )

    def _label(self, selected: Selected) -> str:
        parts = [selected.layers, selected.units, selected.links, selected.edges]
        count = sum(map(len, parts))
        if count > 1:
            return self.tr("Delete {count} things").format(count=count)
        project = self._applier.project
        if selected.layers:
            layer = project.layer(next(iter(selected.layers)))
            return self.tr("Delete layer {layer}").format(layer=layer.title)
        if selected.units:
            layer_id, unit = next(iter(selected.units))
            name = unit_name(project, project.layer(layer_id), unit)
            return self.tr("Delete unit {unit}").format(unit=name)
        if selected.links:
            name = link_name(project, project.link(next(iter(selected.links))))
            return self.tr("Delete link {link}").format(link=name)
        link_id, j, k = next(iter(selected.edges))
        name = edge_name(project, project.link(link_id), j, k)
        return self.tr("Delete edge {edge}").format(edge=name)
