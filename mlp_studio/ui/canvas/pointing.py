"""What happens under a pointer that is not pressed: ports grow, edges speak."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QObject, QPointF, Qt

from mlp_studio.document.selection import Selected
from mlp_studio.project.model import Project
from mlp_studio.ui.canvas.edge_table import NONE
from mlp_studio.ui.canvas.emphasis import Emphasis, signed_ink
from mlp_studio.ui.canvas.hits import Hit
from mlp_studio.ui.canvas.scene import NetworkScene
from mlp_studio.ui.canvas.tooltips import Tooltips
from mlp_studio.ui.places_of_numbers import LOSS, Place

_HANDS = {
    "right port": Qt.CursorShape.CrossCursor,
    "left port": Qt.CursorShape.CrossCursor,
    "unit port": Qt.CursorShape.CrossCursor,
    "unit": Qt.CursorShape.PointingHandCursor,
    "fold": Qt.CursorShape.PointingHandCursor,
    "badge": Qt.CursorShape.PointingHandCursor,
    "edge": Qt.CursorShape.PointingHandCursor,
    "matrix": Qt.CursorShape.PointingHandCursor,
    "layer": Qt.CursorShape.SizeAllCursor,
}


class Pointing:
    """Keeps what is under the pointer marked."""

    def __init__(self, scene: NetworkScene, parent: QObject) -> None:
        self._scene = scene
        self._tooltips = Tooltips(parent)

    def point(self, found: Hit, at: QPointF) -> Qt.CursorShape:
        """Mark what is under the pointer; the cursor to show there."""
        for layer, item in self._scene.layers.items():
            side = found.kind.split()[0] if found.kind.endswith("port") else ""
            item.set_hot_port(side if layer == found.layer else "")
            item.set_hot_button(found.kind == "fold" and layer == found.layer)
            on_unit = layer == found.layer and found.kind in ("unit", "unit port")
            item.set_hot_unit(found.unit if on_unit else None, found.side)
        if found.kind == "edge":
            self._show_edge(found.edge, at)
        else:
            self._scene.hover.setVisible(False)
        self._scene.point_at(self._place(found))
        if found.on_number:
            return Qt.CursorShape.SizeVerCursor
        return _HANDS.get(found.kind, Qt.CursorShape.ArrowCursor)

    def leave(self, *, keep_unit: bool = False) -> None:
        """The pointer went away, or a gesture begins (perhaps at the ports of the unit there)."""
        for item in self._scene.layers.values():
            item.set_hot_port("")
            item.set_hot_button(False)
            if not keep_unit:
                item.set_hot_unit(None)
        self._scene.hover.setVisible(False)
        self._scene.point_at(None)

    def explain(self, project: Project, found: Hit) -> str:
        """The tooltip of what is under the pointer; empty if there is nothing to say."""
        wording = self._scene.wording
        if found.kind == "edge":
            return self._tooltips.of_edge(project, wording, found.edge)
        if found.kind == "unit":
            return self._tooltips.of_unit(project, wording, found.layer, found.unit)
        if found.kind == "loss":
            return self._tooltips.of_loss(project, wording)
        if found.kind in ("badge", "layer"):
            return self._scene.layers[found.layer].face.problem
        return ""

    def selected_by(self, found: Hit) -> Selected:
        """What a click there selects; a bias belongs to its unit."""
        if found.kind == "unit":
            return Selected(units=frozenset({(found.layer, found.unit)}))
        if found.kind == "edge":
            table = self._scene.table
            edge = table.edge(found.edge)
            if edge is not None:
                return Selected(edges=frozenset({edge}))
            unit = (table.layers[table.target[found.edge]], int(table.j[found.edge]))
            return Selected(units=frozenset({unit}))
        if found.kind == "matrix":
            return Selected(links=frozenset({found.link}))
        return Selected(layers=frozenset({found.layer}))

    def _place(self, found: Hit) -> Place | None:
        """Of which numbers of the pass this is the place, if of any."""
        if found.kind == "unit":
            return Place.of_unit(found.layer, found.unit)
        if found.kind == "edge":
            parameter = int(self._scene.table.parameter[found.edge])
            return None if parameter == NONE else Place.of_parameter(parameter)
        return LOSS if found.kind == "loss" else None

    def _show_edge(self, row: int, at: QPointF) -> None:
        scene = self._scene
        wording, routes = scene.wording, scene.routes
        shown = next((plate for plate in scene.labels.plates if plate.label.edge == row), None)
        first, last = routes.first[row], routes.first[row + 1]
        lines = [QLineF(*segment) for segment in routes.segments[first:last].tolist()]
        colour = signed_ink(wording.theme, float(wording.values[row]), Emphasis.LIT)
        middle = shown.box.center() if shown else at - QPointF(0.0, 22.0)
        scene.hover.show_edge(lines, colour, wording.label(row), middle)
