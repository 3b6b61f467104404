"""What the lens looks at: the paths of one weight, bias or unit, each sum of them so far."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from mlp_studio.document.selection import Selected
from mlp_studio.engine.costs import Costs
from mlp_studio.engine.layout import Layout
from mlp_studio.engine.path_counts import Tails
from mlp_studio.engine.paths import Origin, Path, PathSum
from mlp_studio.project.model import Project
from mlp_studio.ui.parameters import parameter_of_bias, parameter_of_edge

MOST = 50
"""Paths that are listed; of the others there is the number and the sum."""


def origin_of(project: Project, layout: Layout, selected: Selected) -> Origin | None:
    """A single edge, the bias of a single unit, or the unit itself; None for anything else."""
    if selected.layers or selected.links or len(selected.edges) + len(selected.units) != 1:
        return None
    for edge in selected.edges:
        return Origin(parameter_of_edge(project, layout, edge))
    ((layer, unit),) = selected.units
    bias = parameter_of_bias(layout, (layer, unit))
    if bias is not None:
        return Origin(bias)
    rows = layout.rows.get(layer)
    if rows is None or layer == layout.output or rows.start + unit >= rows.stop:
        return None
    return Origin(row=rows.start + unit)


@dataclass(frozen=True, eq=False)
class Subject:
    """One origin in one pass: the strongest paths, and what they cost to multiply one by one."""

    layout: Layout
    origin: Origin
    found: PathSum
    tails: Tails
    costs: Costs
    """Of all gradients of the network."""

    @property
    def paths(self) -> tuple[Path, ...]:
        return self.found.paths

    @property
    def has_rest(self) -> bool:
        """Whether there are paths that are not listed."""
        return self.found.rest_count > 0

    @property
    def stages(self) -> int:
        """How often something is added: once for each path, and once for the rest together."""
        return len(self.paths) + self.has_rest

    @cached_property
    def growing(self) -> tuple[float, ...]:
        """The sum before anything is added and after each stage: the last is the gradient."""
        sums = (0.0, *self.found.sums)
        # Adding in another order than the engine rounds otherwise; at the end stands its number.
        return (*sums[: self.stages], self.found.gradient) if self.stages else sums

    @property
    def multiplications(self) -> int:
        """How many it takes to go every path from here on its own."""
        layout, tails, parameter = self.layout, self.tails, self.origin.parameter
        if parameter is None:
            row = self.origin.row
            return int(tails.factors_from_a[row] - tails.from_a[row])
        target = layout.targets[parameter]
        of_paths = int(tails.factors_from_z[target])
        # A bias is the weight of a constant 1, which is no factor to multiply with.
        return of_paths if layout.is_weight[parameter] else of_paths - int(tails.from_z[target])

    @property
    def multiplications_reused(self) -> int:
        """How many it takes with the δ that are there already."""
        is_bias = (
            self.origin.parameter is not None and not (self.layout.is_weight[self.origin.parameter])
        )
        return 0 if is_bias else len(self.found.reused)
