"""What is shown over the plane at one moment, as values: colours, lines, a curve."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor

Pieces = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """A contour: `pieces` (n, 4) in the plane's units, what is above on their left.

    `level` is written on it, if there is one, as that of the `quantity`. A strong line is thicker,
    and a toothed one has teeth towards what is above.
    """

    pieces: Pieces
    level: float | None = None
    quantity: str = ""
    strong: bool = False
    toothed: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Curve:
    """Of a single column: the output (n, 2) along it; NaN interrupts it."""

    places: Pieces
    colour: QColor | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """`colours` (rows, columns), the lowest row first; None where there is no map."""

    colours: NDArray[np.uint32] | None = None
    lines: tuple[Line, ...] = ()
    curves: tuple[Curve, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Bar:
    """The colours of a map from its lower end (row 0) to its upper, and values along it.

    `ticks` are (share of the way up, value).
    """

    colours: NDArray[np.uint32]
    ticks: tuple[tuple[float, float], ...]
