"""What is written on edges and units: numbers and symbols, the same in every language."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor

from mlp_studio.ui.canvas.annotations import Reading, Role
from mlp_studio.ui.canvas.edge_table import NONE, EdgeTable
from mlp_studio.ui.canvas.emphasis import Emphasis, signed_ink
from mlp_studio.ui.canvas.labels import Label, Line
from mlp_studio.ui.canvas.layer_face import Bias
from mlp_studio.ui.canvas.lettering import factor, signed
from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.theme import Theme

SMALL = 12
"""In a network of no more edges every one is labelled, whatever it takes."""
CROWDED = 30
"""A link with more edges than this is only labelled where something happens."""


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

    def labels(self) -> list[Label]:
        """The labels worth placing, the most important first."""
        sizes = np.bincount(self.table.link[~self.table.is_bias], minlength=len(self.table.links))
        roomy = np.zeros(len(self.table), dtype=np.bool_)
        weights = ~self.table.is_bias
        roomy[weights] = sizes[self.table.link[weights]] <= CROWDED
        lit = self.emphasis == Emphasis.LIT
        wanted = lit if self.only_lit else roomy | lit
        chosen = np.flatnonzero(weights & ~np.isnan(self.values) & wanted)
        strength = np.abs(self.values[chosen]) + 1e6 * lit[chosen]
        small = int(weights.sum()) <= SMALL
        ordered = chosen[np.argsort(-strength)].tolist()
        return [replace(self.label(edge), always=small) for edge in ordered]

    def label(self, edge: int) -> Label:
        emphasis = Emphasis(int(self.emphasis[edge]))
        lit = emphasis is Emphasis.LIT
        role = self.role(edge)
        return Label(
            edge,
            self._lines(edge, role, emphasis),
            must=lit,
            short=self._short(edge, role),
            border=flow_colour(self.theme, self.reading) if lit and role else None,
            group=int(self.table.link[edge]),
        )

    def role(self, edge: int) -> Role:
        """What the edge does at this step."""
        parameter = self.table.parameter[edge]
        if self.reading is None or parameter == NONE:
            return Role.NONE
        return Role(int(self.reading.role[parameter]))

    def _lines(self, edge: int, role: Role, emphasis: Emphasis) -> tuple[Line, ...]:
        value = float(self.values[edge])
        weight = Line(signed(self.numbers, value), signed_ink(self.theme, value, emphasis))
        reading = self.reading
        if reading is None:
            return (weight,)
        parameter = int(self.table.parameter[edge])
        if role in (Role.TERM, Role.MESSAGE):
            return self._product(reading, edge, role)
        gradient = float(reading.gradient[parameter])
        updated = float(reading.updated[parameter])
        lines = [weight]
        if role is Role.UPDATE:
            text = f"{weight.text} → {signed(self.numbers, updated)}"
            return (Line(text, signed_ink(self.theme, updated, emphasis)),)
        if not np.isnan(updated):
            lines = [Line(signed(self.numbers, updated), weight.colour)]
        elif not np.isnan(gradient):
            colour = self.theme.backward if role is Role.GRADIENT else self.theme.muted
            lines.append(Line(f"∂L/∂w {signed(self.numbers, gradient)}", colour))
        return tuple(lines)

    def _product(self, reading: Reading, edge: int, role: Role) -> tuple[Line, ...]:
        """w · a of the source, or w · δ of the target, and what it makes."""
        parameter = int(self.table.parameter[edge])
        forward = role is Role.TERM
        other = (
            reading.a[reading.layout.sources[parameter]]
            if forward
            else reading.delta[reading.layout.targets[parameter]]
        )
        result = float(reading.term[parameter] if forward else reading.message[parameter])
        value = float(self.values[edge])
        product = f"{signed(self.numbers, value)} · {factor(self.numbers, float(other))}"
        return (
            Line(product, signed_ink(self.theme, value, Emphasis.LIT)),
            Line(f"= {signed(self.numbers, result)}", self.theme.ink),
        )

    def _short(self, edge: int, role: Role) -> tuple[Line, ...]:
        """A product without its factors; other long lines broken in two."""
        reading = self.reading
        if reading is None or self.table.parameter[edge] == NONE:
            return ()
        parameter = int(self.table.parameter[edge])
        if role not in (Role.TERM, Role.MESSAGE):
            return self._broken(reading, edge, role)
        name, carried = ("w·a", reading.term) if role is Role.TERM else ("w·δ", reading.message)
        value = float(self.values[edge])
        return (
            Line(signed(self.numbers, value), signed_ink(self.theme, value, Emphasis.LIT)),
            Line(f"{name} {signed(self.numbers, float(carried[parameter]))}", self.theme.ink),
        )

    def _broken(self, reading: Reading, edge: int, role: Role) -> tuple[Line, ...]:
        """A gradient under its name, without the weight; a new weight under the old one."""
        parameter = int(self.table.parameter[edge])
        gradient, updated = float(reading.gradient[parameter]), float(reading.updated[parameter])
        value = float(self.values[edge])
        if role is Role.UPDATE:
            return (
                Line(signed(self.numbers, value), self.theme.muted),
                Line(
                    f"→ {signed(self.numbers, updated)}",
                    signed_ink(self.theme, updated, Emphasis.LIT),
                ),
            )
        if np.isnan(gradient) or not np.isnan(updated):
            return ()
        colour = self.theme.backward if role is Role.GRADIENT else self.theme.muted
        return Line("∂L/∂w", colour), Line(signed(self.numbers, gradient), colour)

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
        if reading is not None and parameter != NONE:
            updated = float(reading.updated[parameter])
            if self.role(row) is Role.UPDATE:
                text = f"{text}\n→ {signed(self.numbers, updated)}"
            elif not np.isnan(updated):
                text, value = signed(self.numbers, updated), updated
        return Bias(text, value, emphasis)
