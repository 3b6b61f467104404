"""What the rule's plane shows of an experiment at some weights."""

from __future__ import annotations

from mlp_studio.ui.labs.perceptron import ground as geometry
from mlp_studio.ui.labs.perceptron.experiment import Experiment
from mlp_studio.ui.labs.perceptron.ground import Ground, Place, Weights
from mlp_studio.ui.labs.perceptron.rule_words import RuleWords
from mlp_studio.ui.labs.perceptron.sight import Array, Dot, Hulls, Line, Region, Sight
from mlp_studio.ui.theme import Theme

LOW, SPAN = (-0.75, -0.75), 2.5
"""The square in sight: the four corners of a truth table with room around them."""


def sight_of(
    says: RuleWords,
    experiment: Experiment,
    weights: Weights,
    theme: Theme,
    *,
    arrow: float,
    ring: int | None,
    with_hulls: bool,
) -> Sight:
    """The line, the sides, the samples (open where they are answered wrong), the hulls."""
    right = experiment.is_right(weights)
    dots = tuple(
        Dot(place, shape, is_right, name=str(number))
        for number, (place, shape, is_right) in enumerate(
            zip(experiment.places, experiment.classes, right, strict=True), 1
        )
    )
    hulls = _hulls(experiment) if with_hulls else None
    low = "−1" if experiment.activation == "sign" else "0"
    return Sight(
        lines=(Line(weights, theme.ink, "z = 0"),),
        dots=dots,
        regions=_regions(weights),
        hulls=hulls,
        ring=ring,
        arrow=arrow,
        note=says.no_line(weights) if geometry.length(weights) == 0.0 else "",
        entries=says.legend(low, hulls),
    )


def _regions(weights: Weights) -> tuple[Region, ...]:
    """Each side in the colour of its answer; without a line there is at most one side."""
    corners = Ground(LOW, SPAN).corners
    if geometry.length(weights) == 0.0:
        return (Region(corners, int(weights[2] > 0.0)),) if weights[2] else ()
    sides = (geometry.part(corners, weights, sign) for sign in (-1.0, 1.0))
    return tuple(Region(side, shape) for shape, side in enumerate(sides) if len(side) > 2)


def _hulls(experiment: Experiment) -> Hulls:
    found = experiment.separability
    common = None if found.common is None else _places(found.common.reshape(1, 2))[0]
    return Hulls((_places(found.hulls[0]), _places(found.hulls[1])), common)


def _places(points: Array) -> tuple[Place, ...]:
    return tuple((x, y) for x, y in points.tolist())
