"""Where the numbers of edges go among all that stands on the canvas."""

from __future__ import annotations

from collections.abc import Collection

import numpy as np

from mlp_studio.ui.canvas.attention import Attention
from mlp_studio.ui.canvas.emphasis import Emphasis
from mlp_studio.ui.canvas.labels import Plate, placed
from mlp_studio.ui.canvas.layer_item import LayerItem
from mlp_studio.ui.canvas.lettering import widest
from mlp_studio.ui.canvas.loss_item import LossItem
from mlp_studio.ui.canvas.routes import Routes, sides
from mlp_studio.ui.canvas.wording import Wording


def plates(
    wording: Wording,
    attention: Attention,
    routes: Routes,
    layers: Collection[LayerItem],
    loss: LossItem,
) -> list[Plate]:
    """The labels that find a place beside discs, headers, the loss, and one another."""
    obstacles = [box for item in layers for box in item.obstacles()]
    if loss.isVisible():
        at = loss.pos()
        obstacles.append(loss.body.translated(at))
        obstacles += [box.translated(at) for box in loss.target_boxes()]
    frames = [item.column.frame.translated(item.pos()) for item in layers]
    # An edge that steps back may be hidden by the number of one that does not.
    importance = np.where(attention.edges == Emphasis.BACK, 0.15, 1.0)
    lettering = loss.lettering
    return placed(
        wording.labels(),
        lettering,
        routes,
        sides(obstacles),
        sides(frames),
        importance,
        least=lettering.width(widest(wording.numbers)),
    )
