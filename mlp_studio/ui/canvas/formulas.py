"""What is known of an edge or a unit at a step of the pass, as formulas with their numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from mlp_studio.ui.canvas.annotations import Reading
from mlp_studio.ui.canvas.lettering import factor, signed
from mlp_studio.ui.numbers import MINUS, NumberFormat

MOST_SUMMANDS = 6
"""Of a longer sum the first half of as many are written out, and the rest as one number."""


@dataclass(frozen=True, eq=False)
class Formulas:
    """Lines of plain text, the same in every language but for `rest`, filled with {count}."""

    reading: Reading
    numbers: NumberFormat
    rest: str

    def of_edge(self, parameter: int, weight: float, letter: str) -> list[str]:
        """The products an edge takes part in; `letter` is "w", or "b" of a bias."""
        reading, lines = self.reading, []
        if letter == "w":
            a = float(reading.a[reading.layout.sources[parameter]])
            delta = float(reading.delta[reading.layout.targets[parameter]])
            lines += self._product("w · a", weight, a, reading.term[parameter])
            lines += self._product("w · δ", weight, delta, reading.message[parameter])
        return [*lines, *self._gradient(parameter, letter), *self._update(parameter, letter)]

    def of_unit(self, row: int, *, is_softmax: bool) -> list[str]:
        """z written out, a, and δ with all that it is made of."""
        reading, text = self.reading, self.numbers.text
        z, a = float(reading.z[row]), float(reading.a[row])
        lines = self._sum_of_terms(row)
        if not np.isnan(a):
            lines.append(f"a = {text(a)}" if is_softmax else f"a = f({text(z)}) = {text(a)}")
        return [*lines, *self._delta(row, is_softmax=is_softmax)]

    def of_sum(self, summands: Sequence[float]) -> list[str]:
        """Numbers that are added, in part written out if they are many; nothing of only one."""
        written = [factor(self.numbers, each) for each in summands]
        return [self._summed(written, summands)] if len(written) > 1 else []

    def _product(self, name: str, weight: float, other: float, result: float) -> list[str]:
        if np.isnan(result):
            return []
        made = signed(self.numbers, float(result))
        return [f"{name} = {signed(self.numbers, weight)} · {factor(self.numbers, other)} = {made}"]

    def _gradient(self, parameter: int, letter: str) -> list[str]:
        reading, layout = self.reading, self.reading.layout
        gradient = float(reading.gradient[parameter])
        if np.isnan(gradient):
            return []
        delta = float(reading.delta[layout.targets[parameter]])
        made = "δ"
        if letter == "w":
            a = float(reading.a[layout.sources[parameter]])
            made = f"δ · a = {self.numbers.text(delta)} · {factor(self.numbers, a)}"
        if not reading.shows_mean:
            return [f"∂L/∂{letter} = {made} = {signed(self.numbers, gradient)}"]
        summed = "δ · a" if letter == "w" else "δ"
        own = delta * (a if letter == "w" else 1.0)
        mean = f"∂L/∂{letter} = Σ {summed} / {reading.samples} = {signed(self.numbers, gradient)}"
        return [f"{made} = {signed(self.numbers, own)}", mean]

    def _update(self, parameter: int, letter: str) -> list[str]:
        reading, numbers = self.reading, self.numbers
        new = float(reading.updated[parameter])
        if np.isnan(new):
            return []
        old = float(reading.moment.trace.parameters[parameter])
        change = f"{MINUS if new < old else '+'} {numbers.text(abs(new - old))}"
        lines = [
            f"{letter} + Δ{letter} = {signed(numbers, old)} {change} → {signed(numbers, new)}",
        ]
        if reading.layout.trainable[parameter]:
            lines += [
                f"{state.letter}: {numbers.text(float(state.before[parameter]))} → "
                f"{numbers.text(float(state.after[parameter]))}"
                for state in reading.states
            ]
        return lines

    def _sum_of_terms(self, row: int) -> list[str]:
        """z as the sum of its terms; while it grows, of those so far."""
        reading, layout = self.reading, self.reading.layout
        incoming = np.flatnonzero((layout.targets == row) & layout.exists)
        known = incoming[~np.isnan(reading.term[incoming])]
        if not len(known):
            return []
        weights = reading.moment.trace.parameters
        written = [
            self._term(float(weights[p]), float(reading.a[layout.sources[p]]))
            if layout.is_weight[p]
            else factor(self.numbers, float(weights[p]))
            for p in known.tolist()
        ]
        so_far = float(reading.z_so_far.sums[row])
        grows = not np.isnan(so_far)
        result = f"{self.numbers.text(so_far)} …" if grows else self.numbers.text(reading.z[row])
        return [f"z = {self._summed(written, reading.term[known].tolist())} = {result}"]

    def _term(self, weight: float, a: float) -> str:
        return f"{factor(self.numbers, weight)}·{factor(self.numbers, a)}"

    def _delta(self, row: int, *, is_softmax: bool) -> list[str]:
        reading, numbers = self.reading, self.numbers
        arriving = self._arriving(row)
        delta = float(reading.delta[row])
        if np.isnan(delta):
            return [f"∂L/∂a = {arriving}"] if arriving else []
        text = signed(numbers, delta)
        if is_softmax or not arriving:
            return [f"δ = ∂L/∂z = {text}"]
        slope = float(reading.moment.trace.slopes[row, reading.moment.column])
        return [
            f"∂L/∂a = {arriving}",
            f"δ = f′(z) · ∂L/∂a = {numbers.text(slope)} · {factor(numbers, self._sent(row))}"
            f" = {text}",
        ]

    def _arriving(self, row: int) -> str:
        """∂L/∂a as the sum of the messages known; "" before the first, and where there is none."""
        reading, layout = self.reading, self.reading.layout
        outgoing = np.flatnonzero((layout.sources == row) & layout.exists & layout.is_weight)
        if not len(outgoing):
            sent = self._sent(row)
            return "" if np.isnan(sent) else signed(self.numbers, sent)
        known = outgoing[~np.isnan(reading.message[outgoing])]
        if not len(known):
            return ""
        messages = reading.message[known].tolist()
        whole = len(known) == len(outgoing)
        total = self.numbers.text(self._sent(row) if whole else float(sum(messages)))
        total += "" if whole else " …"
        return " = ".join(("Σ w·δ", *self.of_sum(messages), total))

    def _sent(self, row: int) -> float:
        """∂L/∂a of a unit as the engine has it: NaN where the loss goes straight to δ."""
        moment = self.reading.moment
        return float(moment.trace.arriving[row, moment.column])

    def _summed(self, written: Sequence[str], summands: Sequence[float]) -> str:
        """A sum, in part written out if it is long."""
        if len(written) <= MOST_SUMMANDS:
            return " + ".join(written)
        shown = MOST_SUMMANDS // 2
        left = factor(self.numbers, float(sum(summands[shown:])))
        rest = self.rest.format(count=len(written) - shown)
        return f"{' + '.join(written[:shown])} + {left} ({rest})"
