"""Which layer the loss belongs to, and where it stands: also while the network is half built."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QPointF, QRectF

from mlp_studio.project.model import Project
from mlp_studio.ui.canvas.loss_item import HALF
from mlp_studio.ui.canvas.routes import Placed

LOSS_GAP = 150.0
"""From the output layer's middle to the loss."""


def output_layer(project: Project, places: Mapping[str, QPointF]) -> str | None:
    """The layer that computes and leads nowhere: of several the rightmost, then the newest.

    None as long as nothing is linked.
    """
    sources = {link.source for link in project.links}
    ends = [
        layer.id for layer in project.layers if layer.kind != "input" and layer.id not in sources
    ]
    if not project.links or not ends:
        return None
    return max(reversed(ends), key=lambda layer: places[layer].x())


def loss_place(output: Placed, layers: Iterable[Placed], body: QRectF) -> QPointF:
    """Right of the output, beyond every layer in its row that stands in the way of `body`."""
    row = body.translated(output.at)
    in_the_way = [
        other.at.x()
        for other in layers
        if other.bounds.top() <= row.bottom() and other.bounds.bottom() >= row.top()
    ]
    right = max([output.at.x(), *in_the_way])
    return QPointF(right + LOSS_GAP + HALF, output.at.y())
