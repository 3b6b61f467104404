"""What a worked example is made of: figures as they were printed, and where the engine has them.

Only what was published is written down; every other number is computed when it is asked for.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

Quantity = Literal[
    "z", "a", "slope", "delta", "arriving", "share", "loss", "term", "message", "gradient", "weight"
]
"""What of a unit (z, a, f′(z), δ, ∂L/∂a, its share of the loss), of the pass, or of an edge (w·a,
w·δ, ∂L/∂w, and the weight that the update makes of it)."""
Way = Literal["at once", "outer first"]
"""How an update is made: all weights from the old ones, or the output's first, whose new weights
the messages to the layer before then pass through. The second is wrong, and the program never
does it."""
EDGES: frozenset[Quantity] = frozenset({"term", "message", "gradient", "weight"})


@dataclass(frozen=True, slots=True)
class Value:
    """One number of one pass: of unit `unit` of `layer`, or of the edge that leads into it.

    `source` is the edge's other end, (layer, unit); None means the bias. The pass is that of
    sample number `sample`, with the weights that stand after so many updates, made that `way`.
    """

    quantity: Quantity
    layer: str = ""
    unit: int = 0
    source: tuple[str, int] | None = None
    sample: int = 0
    after: int = 0
    way: Way = "at once"


@dataclass(frozen=True, slots=True)
class Figure:
    """A published number.

    `what` is the source's own name for it, with _ before an index and ^ before what is raised;
    where it has words they are marked for the context "Worked". `published` is as printed.
    `made_by` is another number that rounds to what was printed, where `value` does not: the source
    computed something else than it says.
    """

    what: str
    value: Value
    published: str
    made_by: Value | None = None

    @property
    def decimals(self) -> int:
        """How many digits stand after the point."""
        exponent = Decimal(self.published).as_tuple().exponent
        assert isinstance(exponent, int)
        return max(-exponent, 0)


@dataclass(frozen=True, slots=True)
class Source:
    """Where the figures stand. None of it is translated, as no title in a list of literature is."""

    author: str
    title: str
    year: int
    section: str = ""


@dataclass(frozen=True, slots=True)
class Computed:
    """A number to be computed and written with so many decimals; `what` names it as in `Figure`."""

    value: Value
    decimals: int
    what: str = ""


@dataclass(frozen=True, slots=True)
class Erratum:
    """What is to be known about figures that differ, or would mislead.

    `text` is marked for the context "Worked", and its places are filled with the `numbers` of that
    name. `about` are the figures, by `what`, that it explains.
    """

    text: str
    about: tuple[str, ...] = ()
    numbers: Mapping[str, Computed] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class WorkedExample:
    """`name` is that of its file among the examples, without the suffix.

    `title` is that of its project, as `ui/examples.py` translates it; `notes`, what to look at,
    are marked for the context "Worked". `compared` are numbers to be shown both ways of updating.
    """

    name: str
    title: str
    source: Source
    notes: tuple[str, ...]
    figures: tuple[Figure, ...]
    errata: tuple[Erratum, ...] = ()
    compared: tuple[Computed, ...] = ()
