"""Copy, cut, paste, duplicate: layers travel as a project in plain JSON, weights included."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QObject, QPointF, Signal
from PySide6.QtGui import QGuiApplication

from mlp_studio.document.selection import Selected, Selection
from mlp_studio.project import edits, fragments
from mlp_studio.project.errors import ProjectFileError
from mlp_studio.project.model import Project
from mlp_studio.ui.canvas.applying import points
from mlp_studio.ui.canvas.building import Building
from mlp_studio.ui.canvas.column import Column
from mlp_studio.ui.canvas.places import places
from mlp_studio.ui.canvas.scene import NetworkScene

FRAGMENT = "application/x-mlp-studio-network"
_ASIDE = 44.0
"""How far a copy stands from what it was made of."""
_LONGEST = 40_000_000


class Copying(QObject):
    """Whole layers go through the clipboard; single units are duplicated in their layer.

    The clipboard also holds the JSON as text, for other programs.
    """

    refused = Signal(str)

    def __init__(self, scene: NetworkScene, building: Building) -> None:
        super().__init__(building)
        self._scene = scene
        self._building = building
        self._selection: Selection = scene.observed.selection

    def copy(self) -> bool:
        """What is selected into the clipboard: layers, or the layers of units with only those."""
        fragment = self.fragment()
        if fragment is None:
            self.refused.emit(self.tr("Select layers or units to copy."))
            return False
        data = QMimeData()
        text = fragments.to_text(fragment)
        data.setData(FRAGMENT, text.encode())
        data.setText(text)
        QGuiApplication.clipboard().setMimeData(data)
        return True

    def paste(self) -> Selected | None:
        """The clipboard's layers beside what is there already; what to select then."""
        data = QGuiApplication.clipboard().mimeData()
        try:
            fragment = fragments.from_text(_text(data))
        except ProjectFileError:
            self.refused.emit(
                self.tr("There is no network in the clipboard: copy layers of one first.")
            )
            return None
        return self._insert(self.tr("Paste {layers}"), fragment)

    def duplicate(self) -> Selected | None:
        """A copy of what is selected, weights too."""
        chosen = self._selection.current.within(self._project)
        if chosen.units and not chosen.layers:
            return self._building.duplicate_units(sorted(chosen.units))
        fragment = self.fragment()
        if fragment is None:
            self.refused.emit(self.tr("Select layers or units to duplicate."))
            return None
        return self._insert(self.tr("Duplicate {layers}"), fragment)

    def fragment(self) -> Project | None:
        """What is selected as a network of its own; None if that is nothing."""
        chosen = self._selection.current.within(self._project)
        layers = set(chosen.layers) | {layer for layer, _ in chosen.units}
        if not layers:
            return None
        seen = self._scene.project_places
        fragment = fragments.extract(self._project, layers)
        for layer in layers - chosen.layers:
            wanted = {unit for owner, unit in chosen.units if owner == layer}
            rest = [unit for unit in range(fragment.layer(layer).units) if unit not in wanted]
            fragment = edits.remove(fragment, units=[(layer, unit) for unit in rest])
        return edits.move_layers(fragment, points({layer: seen[layer] for layer in layers}))

    @property
    def _project(self) -> Project:
        return self._scene.observed.document.project

    def _insert(self, text: str, fragment: Project) -> Selected | None:
        titles = ", ".join(layer.title for layer in fragment.layers)
        columns = {layer.id: Column(layer.units) for layer in fragment.layers}
        positions = places(fragment, columns)
        step = self._free_step(positions, columns)
        return self._building.paste(
            text.format(layers=titles),
            fragment,
            {layer: at + step for layer, at in positions.items()},
            self._scene.project_places,
        )

    def _free_step(self, positions: dict[str, QPointF], columns: dict[str, Column]) -> QPointF:
        """How far the copy has to go to cover nothing: a little aside, then below."""
        self._scene.ensure_fresh()
        taken = [item.column.bounds.translated(item.pos()) for item in self._scene.layers.values()]
        step = QPointF(0.0, 0.0)
        boxes = [columns[layer].bounds.translated(at) for layer, at in positions.items()]
        while any(box.translated(step).intersects(other) for box in boxes for other in taken):
            step += QPointF(0.0, _ASIDE)
        return step


def _text(data: QMimeData | None) -> str:
    # An empty clipboard may have nothing at all, whatever its type promises.
    if data is None:
        return ""
    content = bytes(data.data(FRAGMENT).data())
    text = content.decode("utf-8", errors="replace") if content else data.text()
    return text[:_LONGEST]
