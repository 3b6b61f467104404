"""What is under a point of the scene."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QLineF, QPointF, QRectF

from mlp_studio.ui.canvas.scene import NetworkScene

Kind = Literal[
    "nothing",
    "layer",
    "unit",
    "unit port",
    "badge",
    "fold",
    "left port",
    "right port",
    "edge",
    "matrix",
    "loss",
]
Side = Literal["", "left", "right"]
_PORT_REACH = 12.0
_UNIT_PORT_REACH = 8.0
_EDGE_REACH = 6.0


@dataclass(frozen=True, slots=True)
class Hit:
    kind: Kind
    layer: str = ""
    unit: int = 0
    edge: int = -1
    """The row of the scene's edge table."""
    side: Side = ""
    """Of a unit's port."""
    link: str = ""
    """Whose weights a matrix shows."""
    on_number: bool = False
    """Whether it is the number of the edge, or of a bias, that is hit."""


NOTHING = Hit("nothing")


def hit(scene: NetworkScene, at: QPointF, zoom: float = 1.0) -> Hit:
    """The foremost thing at a point; `zoom` keeps the reach of thin things the same on screen."""
    scene.ensure_fresh()
    reach = max(1.0, 1.0 / zoom)
    solid = [_in_layer(scene, layer, at, reach) for layer in scene.layers]
    for kinds in (("unit port", "badge", "fold"), ("unit",), ("left port", "right port")):
        for found in solid:
            if found.kind in kinds:
                return found
    plate = next((plate for plate in scene.labels.plates if plate.box.contains(at)), None)
    if plate is not None:
        return Hit("edge", edge=plate.label.edge, on_number=True)
    bias = _bias_at(scene, at)
    if bias is not None:
        return Hit("edge", edge=bias, on_number=True)
    edge = scene.routes.nearest(at.x(), at.y(), _EDGE_REACH * reach)
    if edge is not None:
        return Hit("edge", edge=edge)
    if scene.loss.isVisible() and scene.loss.body.translated(scene.loss.pos()).contains(at):
        return Hit("loss")
    return next((found for found in solid if found.kind == "layer"), NOTHING)


def layer_at(scene: NetworkScene, at: QPointF) -> str | None:
    """The layer whose header, frame or footer holds a point, or one of its ports."""
    for layer, item in scene.layers.items():
        # Ports lie on the frame's sides: half of each is outside.
        area = item.column.bounds.adjusted(-_PORT_REACH, 0.0, _PORT_REACH, 0.0)
        if area.translated(item.pos()).contains(at):
            return layer
    return None


def units_in(scene: NetworkScene, box: QRectF) -> frozenset[tuple[str, int]]:
    """The units whose disc's middle a rectangle contains."""
    found = set()
    for layer, item in scene.layers.items():
        for unit, height in zip(item.column.shown, item.column.heights, strict=True):
            if box.contains(item.pos() + QPointF(0.0, float(height))):
                found.add((layer, int(unit)))
    return frozenset(found)


def layers_in(scene: NetworkScene, box: QRectF) -> frozenset[str]:
    """The layers whose frame a rectangle touches."""
    return frozenset(
        layer
        for layer, item in scene.layers.items()
        if item.column.frame.translated(item.pos()).intersects(box)
    )


def _bias_at(scene: NetworkScene, at: QPointF) -> int | None:
    """The row of the bias whose capsule holds a point."""
    for layer, item in scene.layers.items():
        unit = item.bias_at(at - item.pos())
        if unit is not None:
            return scene.table.bias_row(layer, unit)
    return None


def _unit_port_at(scene: NetworkScene, layer: str, local: QPointF) -> Hit | None:
    """The port of the unit that the pointer is at: only its ports are drawn."""
    item = scene.layers[layer]
    unit = item.hot_unit
    if unit is None or item.column.centre(unit) is None:
        return None
    sides: tuple[Side, ...] = ("right", "left") if item.face.activation else ("right",)
    for side in sides:
        if QLineF(local, item.column.unit_port(unit, side)).length() <= _UNIT_PORT_REACH:
            return Hit("unit port", layer, unit, side=side)
    return None


def _in_layer(scene: NetworkScene, layer: str, at: QPointF, reach: float) -> Hit:
    item = scene.layers[layer]
    local = at - item.pos()
    column = item.column
    if item.face.problem and column.badge.contains(local):
        return Hit("badge", layer)
    if column.fold_button.contains(local):
        return Hit("fold", layer)
    side = _unit_port_at(scene, layer, local)
    if side is not None:
        return side
    unit = column.unit_at(local)
    if unit is not None:
        return Hit("unit", layer, unit)
    if QLineF(local, column.right_port).length() <= _PORT_REACH * reach:
        return Hit("right port", layer)
    if item.face.activation and QLineF(local, column.left_port).length() <= _PORT_REACH * reach:
        return Hit("left port", layer)
    if column.bounds.contains(local):
        return Hit("layer", layer)
    return NOTHING
