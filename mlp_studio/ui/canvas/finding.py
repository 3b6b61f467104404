"""Where things of the network are in the figure."""

from __future__ import annotations

from collections.abc import Collection

import numpy as np
from PySide6.QtCore import QPointF, QRectF

from mlp_studio.document.selection import Selected
from mlp_studio.project.model import Project
from mlp_studio.ui.canvas.scene import NetworkScene
from mlp_studio.ui.canvas.weighing import Weight

_ASIDE = 60.0
"""How far biases stick out of their column."""


def layers_of(project: Project, chosen: Selected) -> frozenset[str]:
    """The layers that are selected, or have a unit or an edge that is."""
    layers = set(chosen.layers) | {layer for layer, _ in chosen.units}
    for link_id in {*chosen.links, *(edge[0] for edge in chosen.edges)}:
        link = project.link(link_id)
        layers |= {link.source, link.target}
    return frozenset(layers)


def rect_of(scene: NetworkScene, layers: Collection[str]) -> QRectF:
    """The box around some layers with their headers; empty for none."""
    bounds = QRectF()
    for layer in layers:
        item = scene.layers[layer]
        bounds |= item.column.bounds.translated(item.pos())
    return bounds.adjusted(-_ASIDE, 0.0, 12.0, 0.0) if layers else bounds


def place_of(scene: NetworkScene, weight: Weight) -> QPointF | None:
    """Where the number of an edge or a bias is, or would be; None if it is folded away."""
    table = scene.table
    if weight.k is None:
        row = table.bias_row(weight.owner, weight.j)
    else:
        row = table.find(weight.owner, weight.j, weight.k)
    if row is None:
        return None
    for plate in scene.labels.plates:
        if plate.label.edge == row:
            return plate.box.center()
    share = 0.0 if weight.k is None else 0.5
    x, y = scene.routes.points(row, np.array([share]))[0].tolist()
    return QPointF(x, y)
