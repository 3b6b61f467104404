"""What a plane shows, as values."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor

from mlp_studio.ui.labs.perceptron.ground import Place, Weights

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Line:
    """The line z = 0 with its normal vector. `name` stands beside it."""

    weights: Weights
    colour: QColor
    name: str = ""
    normal: str = "w"


@dataclass(frozen=True, slots=True)
class Dot:
    """A sample of class 0 or 1; `count` of them lie there, `name` stands beside it."""

    place: Place
    shape: int
    is_right: bool = True
    count: int = 1
    name: str = ""


@dataclass(frozen=True, slots=True)
class Region:
    """A polygon tinted with the colour of the class that is answered there."""

    corners: tuple[Place, ...]
    shape: int


@dataclass(frozen=True, slots=True)
class Hulls:
    """The convex hulls of the two classes, and a point of both."""

    corners: tuple[tuple[Place, ...], tuple[Place, ...]]
    common: Place | None = None


@dataclass(frozen=True, slots=True)
class Sight:
    """Everything on a plane. `arrow` is how long a weight of 1 is drawn, in units of the plane."""

    lines: tuple[Line, ...] = ()
    dots: tuple[Dot, ...] = ()
    regions: tuple[Region, ...] = ()
    hulls: Hulls | None = None
    ring: int | None = None
    """The dot of the sample at hand."""
    arrow: float = 0.3
    note: str = ""
    """Stands in the plane where there is something to say about it."""
    names: tuple[str, str] = ("x1", "x2")
    entries: tuple[tuple[str, str], ...] = field(default=())
    """The legend: what is drawn ("0", "1", "wrong", "ring", "tint", "hulls", "common"), and its
    words."""
