"""How a click changes a selection."""

from __future__ import annotations

from mlp_studio.document.selection import Selected


def toggled(current: Selected, chosen: Selected) -> Selected:
    """With Shift: what is chosen is turned on or off among the others."""
    return Selected(
        layers=current.layers ^ chosen.layers,
        units=current.units ^ chosen.units,
        links=current.links ^ chosen.links,
        edges=current.edges ^ chosen.edges,
    )


def contains(current: Selected, chosen: Selected) -> bool:
    """Whether all that is chosen is selected already."""
    return (
        chosen.layers <= current.layers
        and chosen.units <= current.units
        and chosen.links <= current.links
        and chosen.edges <= current.edges
    )
