"""How many paths lead from each node to the loss, without walking a single one.

A path goes from a unit's z to its a (through a softmax to every a of the layer), from an a along
an edge to the z it leads to, and from an output to the loss. A network of ten layers has more of
them than there are atoms, so they are counted from the back, as exact whole numbers.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mlp_studio.engine import losses
from mlp_studio.engine.layout import Layout

Array = NDArray[Any]


@dataclass(frozen=True, slots=True, eq=False)
class Tails:
    """How many paths lead on to the loss, and how many factors those have taken together.

    From each unit's z and from its a, (nodes,), whole numbers of any size. `from_z` and `from_a`
    are the paths, `factors_from_z` and `factors_from_a` their factors.
    """

    from_z: Array
    factors_from_z: Array
    from_a: Array
    factors_from_a: Array


def tails(layout: Layout) -> Tails:
    """Count from the back: each node's paths are those of the nodes it leads to, added up."""
    zeros = np.zeros((4, layout.nodes), np.int64).astype(object)
    tail = Tails(*zeros)
    ending = tail.from_z, tail.factors_from_z
    if not ends_at_z(layout):
        ending = tail.from_a, tail.factors_from_a
    for counts in ending:
        counts[layout.rows[layout.output]] = 1
    for name in reversed(layout.computed):
        rows = layout.rows[name]
        if not (name == layout.output and ends_at_z(layout)):
            _count_through(layout, name, tail)
        for block in layout.blocks[name]:
            exists, source = block.weights(layout.exists), layout.rows[block.source]
            paths = tail.from_z[rows]
            factors = tail.factors_from_z[rows] + paths
            if exists.all():
                tail.from_a[source] += paths.sum()
                tail.factors_from_a[source] += factors.sum()
                continue
            for unit, present in enumerate(exists):
                tail.from_a[source][present] += paths[unit]
                tail.factors_from_a[source][present] += factors[unit]
    return tail


def _count_through(layout: Layout, name: str, tail: Tails) -> None:
    """From the outputs of a layer to its pre-activations."""
    rows = layout.rows[name]
    paths, factors = tail.from_a[rows], tail.factors_from_a[rows] + tail.from_a[rows]
    is_coupled = couples(layout, name)
    tail.from_z[rows] = paths.sum() if is_coupled else paths
    tail.factors_from_z[rows] = factors.sum() if is_coupled else factors


def ends_at_z(layout: Layout) -> bool:
    """Whether the loss is differentiated from the output's z: paths then end there."""
    output = layout.spec.output
    names = {output.activation_of(unit) for unit in range(output.units)}
    return losses.get(layout.spec.loss).fuses(names.pop() if len(names) == 1 else "")


def couples(layout: Layout, name: str) -> bool:
    """Whether every output of the layer depends on every z of it."""
    return layout.spec.layer(name).activation_of(0) == "softmax"
