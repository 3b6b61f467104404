"""Sums that grow term by term while a unit is at work on them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mlp_studio.engine.layout import Layout
from mlp_studio.engine.steps import Step

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
Rows = NDArray[np.intp]


@dataclass(frozen=True, eq=False)
class Growing:
    """Sums by node row, NaN where nothing has been added yet or the sum is known as a whole.

    `is_whole` says where every summand is in, though what is made of the sum is still to come.
    """

    sums: Floats
    is_whole: Flags

    @staticmethod
    def nothing(layout: Layout) -> Growing:
        return Growing(np.full(layout.nodes, np.nan), np.zeros(layout.nodes, np.bool_))


def z_so_far(layout: Layout, step: Step, term: Floats, known: Flags) -> Growing:
    """Of each unit of the layer at work the sum of its terms so far; `known` says which z are."""
    if step.part != "term":
        return Growing.nothing(layout)
    blocks = layout.blocks[step.layer]
    parameters = np.arange(blocks[0].start, blocks[-1].stop)
    return _added_up(layout, parameters, layout.targets, term, known)


def arriving_so_far(layout: Layout, step: Step, message: Floats, known: Flags) -> Growing:
    """Of each unit of the layer at work the messages so far; `known` says which δ are."""
    if step.phase != "backward" or not step.part:
        return Growing.nothing(layout)
    leading_out = [block for block in layout.all_blocks if block.source == step.layer]
    numbers = [np.arange(block.start, block.stop) for block in leading_out]
    parameters = np.concatenate([np.empty(0, np.intp), *numbers])
    weights = parameters[layout.is_weight[parameters]]
    return _added_up(layout, weights, layout.sources, message, known)


def _added_up(
    layout: Layout, parameters: Rows, ends: Rows, summands: Floats, known: Flags
) -> Growing:
    present = parameters[layout.exists[parameters]]
    so_far = present[~np.isnan(summands[present])]
    there = np.bincount(ends[so_far], minlength=layout.nodes)
    expected = np.bincount(ends[present], minlength=layout.nodes)
    sums = np.bincount(ends[so_far], summands[so_far], layout.nodes)
    grows = (there > 0) & ~known
    return Growing(np.where(grows, sums, np.nan), grows & (there == expected))
