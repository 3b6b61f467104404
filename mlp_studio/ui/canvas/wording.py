"""What is written on edges and units: numbers and symbols, the same in every language."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor

from mlp_studio.ui.canvas.annotations import Reading, Role
from mlp_studio.ui.canvas.edge_table import NONE, EdgeTable
from mlp_studio.ui.canvas.edge_texts import EdgeTexts, Forms
from mlp_studio.ui.canvas.emphasis import Emphasis, signed_ink
from mlp_studio.ui.canvas.labels import Label, Line
from mlp_studio.ui.canvas.layer_face import Bias
from mlp_studio.ui.canvas.lettering import signed
from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.theme import Theme

SMALL = 12
"""In a network of no more edges every one is labelled, whatever it takes."""
CROWDED = 30
"""A link with more edges than this is only labelled where something happens."""
SOUP = 40
"""If more edges than this are lit, only those with the largest numbers are labelled."""

_ALONE = 1.2
"""How much larger the label of the only edge at work is written."""


def flow_colour(theme: Theme, reading: Reading | None) -> QColor:
    """The colour of the motion of this step."""
    if reading is None:
        return theme.accent
    return theme.forward if reading.phase in ("forward", "loss") else theme.backward


@dataclass(frozen=True, eq=False)
class Wording:
    """Writes labels for the edges of a table as they are at one step of the pass, or at rest."""

    table: EdgeTable
    values: NDArray[np.float64]
    emphasis: NDArray[np.int8]
    reading: Reading | None
    numbers: NumberFormat
    theme: Theme
    only_lit: bool = False
    """Whether edges that are not lit have no numbers."""

    def worth_saying(self, *, lit_only: bool = False) -> list[int]:
        """The edges to be labelled if there is room, the most important first."""
        weights = ~self.table.is_bias
        lit = self._lit
        wanted = lit if self.only_lit or lit_only else lit | self._roomy()
        chosen = np.flatnonzero(weights & ~np.isnan(self.values) & wanted)
        # The lit ones come first, by what they carry, or else by their weights.
        order = np.lexsort(
            (-np.abs(self.values[chosen]), -np.abs(self.carried[chosen]), ~lit[chosen])
        )
        edges: list[int] = chosen[order].tolist()
        return edges

    @property
    def is_crowd(self) -> bool:
        """Whether more edges are lit than can all be labelled."""
        return int(self._lit.sum()) > SOUP

    def labels(self, edges: Iterable[int]) -> list[Label]:
        small = int((~self.table.is_bias).sum()) <= SMALL
        return [replace(self.label(edge), always=small) for edge in edges]

    @cached_property
    def _lit(self) -> NDArray[np.bool_]:
        lit: NDArray[np.bool_] = (self.emphasis == Emphasis.LIT) & ~self.table.is_bias
        return lit

    def _roomy(self) -> NDArray[np.bool_]:
        """The edges of links that have few."""
        weights = ~self.table.is_bias
        sizes = np.bincount(self.table.link[weights], minlength=len(self.table.links))
        roomy = np.zeros(len(self.table), dtype=np.bool_)
        roomy[weights] = sizes[self.table.link[weights]] <= CROWDED
        return roomy

    def label(self, edge: int) -> Label:
        emphasis = Emphasis(int(self.emphasis[edge]))
        lit = emphasis is Emphasis.LIT
        role = self.role(edge)
        forms = self._forms(edge, role, emphasis)
        return Label(
            edge,
            forms.lines,
            must=lit,
            short=forms.short,
            long=forms.long,
            size=_ALONE if lit and self._is_about_one else 1.0,
            border=flow_colour(self.theme, self.reading) if lit and role else None,
            group=int(self.table.link[edge]),
        )

    @property
    def _is_about_one(self) -> bool:
        return self.reading is not None and self.reading.step.parameter is not None

    def role(self, edge: int) -> Role:
        """What the edge does at this step."""
        return Role(int(self.roles[edge]))

    @cached_property
    def roles(self) -> NDArray[np.int8]:
        """What each edge does at this step: `Role` numbers, (E,)."""
        roles = np.zeros(len(self.table), dtype=np.int8)
        if self.reading is not None:
            known = self.table.parameter != NONE
            roles[known] = self.reading.role[self.table.parameter[known]]
        return roles

    @cached_property
    def carried(self) -> NDArray[np.float64]:
        """What each edge carries at this step, against the most that one does in the whole pass.

        From −1 to 1, (E,); 0 where nothing is carried.
        """
        carried = np.zeros(len(self.table))
        for role in Role if self.reading is not None else ():
            edges = self.roles == role
            if role is Role.NONE or self.reading is None or not edges.any():
                continue
            flow = self.reading.flows[role]
            most = float(np.abs(flow).max(initial=0.0))
            if most > 0.0 and np.isfinite(most):
                carried[edges] = flow[self.table.parameter[edges]] / most
        return carried

    def _forms(self, edge: int, role: Role, emphasis: Emphasis) -> Forms:
        value, parameter = float(self.values[edge]), int(self.table.parameter[edge])
        if self.reading is None or parameter == NONE:
            colour = signed_ink(self.theme, value, emphasis)
            return Forms((Line(signed(self.numbers, value), colour),))
        texts = EdgeTexts(self.reading, self.numbers, self.theme)
        return texts.of(parameter, value, role, emphasis)

    def bias(self, layer: str, unit: int) -> Bias | None:
        """What a unit's satellite shows; None if the unit has no bias."""
        row = self.table.bias_row(layer, unit)
        if row is None:
            return None
        value, emphasis = float(self.values[row]), Emphasis(int(self.emphasis[row]))
        if np.isnan(value):
            return Bias("", value, emphasis)
        text = signed(self.numbers, value)
        reading, parameter = self.reading, int(self.table.parameter[row])
        if reading is None or parameter == NONE:
            return Bias(text, value, emphasis)
        updated, role = float(reading.updated[parameter]), self.role(row)
        if role is Role.GRADIENT and reading.step.parameter is not None:
            text = f"{text}\n∂L/∂b {signed(self.numbers, float(reading.gradient[parameter]))}"
        elif role is Role.UPDATE:
            text = f"{text}\n→ {signed(self.numbers, updated)}"
        elif not np.isnan(updated):
            text, value = signed(self.numbers, updated), updated
        return Bias(text, value, emphasis)
