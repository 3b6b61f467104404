"""From a number of a calculation to the step that made it."""

from __future__ import annotations

from mlp_studio.engine.steps import NEVER, Quantity, StepList
from mlp_studio.ui.typeset.nodes import Leaf

START = -1
"""Where the inputs and targets stand: before the first step."""
_BY_ROW: dict[str, Quantity] = {"z": "z", "a": "a", "delta": "delta", "arriving": "delta"}
_BY_PARAMETER: dict[str, Quantity] = {
    "term": "term",
    "message": "message",
    "gradient": "gradient",
    "new w": "parameter",
}


def step_of(leaf: Leaf, steps: StepList) -> int | None:
    """The place of the step that makes a number; None if no step of this pass does.

    Old weights come from the pass before.
    """
    layout, place = steps.layout, leaf.place
    if place is None or leaf.quantity in ("", "w"):
        return None
    if leaf.quantity in _BY_PARAMETER:
        if place.parameter is None or place.parameter >= layout.size:
            return None
        return _known(int(steps.when(_BY_PARAMETER[leaf.quantity])[place.parameter]))
    if leaf.quantity == "loss":
        shares = steps.when("loss")
        is_share = place.unit is not None and place.unit < len(shares)
        return int(shares[place.unit if is_share else -1])
    if place.unit is None or place.layer not in layout.rows:
        return None
    row = layout.rows[place.layer].start + place.unit
    quantity = _BY_ROW[leaf.quantity]
    return _known(int(steps.when(quantity)[row]))


def _known(place: int) -> int:
    return START if place == NEVER else place
