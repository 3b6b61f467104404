"""How the costs of networks like this one grow: the numbers that the chart draws."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from mlp_studio.engine.costs import Costs, costs, growth_with_depth, growth_with_width
from mlp_studio.engine.layout import Layout
from mlp_studio.engine.path_counts import ends_at_z

Along = Literal["depth", "width"]
_LEAST_DEPTH = 8
"""Hidden layers that the chart shows at the least."""
_LEAST_WIDTH = 64
_AHEAD = 2
"""How far beyond the present network the chart goes, in layers or doublings."""


@dataclass(frozen=True, slots=True)
class Growth:
    """Costs of dense networks by depth or width, and those of the present network.

    `here` is where the present one stands among them; `costs_here` are its own, counted from its
    graph, which need not be dense or even.
    """

    along: Along
    places: tuple[int, ...]
    costs: tuple[Costs, ...]
    here: int
    costs_here: Costs
    inputs: int
    outputs: int
    width: int
    depth: int


def growth(layout: Layout, along: Along) -> Growth:
    """Networks with the inputs and outputs of this one, and its typical width, or its depth."""
    spec = layout.spec
    hidden = [spec.layer(name).units for name in layout.computed if name != layout.output]
    inputs = sum(layer.units for layer in spec.inputs)
    outputs = spec.output.units
    width = max(1, round(sum(hidden) / len(hidden))) if hidden else max(inputs, outputs)
    depth, fused = len(hidden), ends_at_z(layout)
    places: Sequence[int]
    if along == "depth":
        places = range(max(_LEAST_DEPTH, depth + _AHEAD) + 1)
        found = growth_with_depth(places, width, inputs=inputs, outputs=outputs, fused=fused)
    else:
        places = _doublings(max(_LEAST_WIDTH, width * 2**_AHEAD))
        found = growth_with_width(
            places, max(depth, 1), inputs=inputs, outputs=outputs, fused=fused
        )
    return Growth(
        along=along,
        places=tuple(places),
        costs=found,
        here=depth if along == "depth" else width,
        costs_here=costs(layout),
        inputs=inputs,
        outputs=outputs,
        width=width,
        depth=depth,
    )


def log10(count: int) -> float:
    """Of whole numbers of any size; 0 for none, which no network costs."""
    return math.log10(count) if count > 0 else 0.0


def _doublings(most: int) -> Sequence[int]:
    return [2**power for power in range(math.ceil(math.log2(most)) + 1)]
