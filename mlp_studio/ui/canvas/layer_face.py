"""What a layer and its units show, as texts and marks: values that can be compared."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from mlp_studio.ui.canvas.emphasis import Emphasis

Picture = Literal["", "map", "bar"]
"""What units show of their output: nothing, their response over the inputs, this sample's value."""


@dataclass(frozen=True, slots=True)
class Bias:
    """The satellite of a unit: its value as text, or nothing yet."""

    text: str
    value: float
    emphasis: Emphasis = Emphasis.REST


@dataclass(frozen=True, slots=True)
class UnitFace:
    """What one disc shows: its symbol until its value is known; z above, δ below."""

    unit: int
    symbol: str
    value: str = ""
    z: str = ""
    z_grows: bool = False
    """Whether `z` is only the sum so far; as with `delta_grows`."""
    delta: str = ""
    delta_grows: bool = False
    emphasis: Emphasis = Emphasis.REST
    selected: bool = False
    bias: Bias | None = None


@dataclass(frozen=True, slots=True)
class LayerFace:
    """Everything a layer shows, as text. `activation` is empty for an input.

    `folded` is what the fold button says. `colour` names one of the theme's layer colours, or none.
    """

    title: str = ""
    subtitle: str = ""
    activation: str = ""
    activation_name: str = ""
    folded: str = ""
    units: tuple[UnitFace, ...] = field(default=())
    problem: str = ""
    selected: bool = False
    ports: bool = True
    """Whether ports are seen that are not pointed at: not while stepping, among the numbers."""
    colour: str = ""
    picture: Picture = ""
    curve_at: float | None = None
    """The z at which the activation is computed now, or with `curve_slope` its derivative."""
    curve_slope: bool = False
