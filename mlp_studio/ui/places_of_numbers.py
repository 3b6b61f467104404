"""Where a number of the pass stands on the canvas: said by one part of the window to another.

Canvas and panels know nothing of one another; what the pointer is at in one of them can be pointed
out in the other.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A unit, an edge or bias by its parameter's number in the flat vector, or else the loss."""

    layer: str = ""
    unit: int | None = None
    parameter: int | None = None

    @staticmethod
    def of_unit(layer: str, unit: int) -> Place:
        return Place(layer=layer, unit=unit)

    @staticmethod
    def of_parameter(parameter: int) -> Place:
        return Place(parameter=parameter)


LOSS = Place()
"""The place of the loss."""
