"""The lines that are written on an edge at one step of the pass, in longer and shorter forms."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from PySide6.QtGui import QColor

from mlp_studio.ui.canvas.annotations import Floats, Reading, Role
from mlp_studio.ui.canvas.emphasis import Emphasis, signed_ink
from mlp_studio.ui.canvas.labels import Line
from mlp_studio.ui.canvas.lettering import factor, signed
from mlp_studio.ui.numbers import MINUS, NumberFormat
from mlp_studio.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class Forms:
    """The same said in its `lines`; `long` says more and `short` less, or they are empty."""

    lines: tuple[Line, ...]
    short: tuple[Line, ...] = ()
    long: tuple[Line, ...] = ()


@dataclass(frozen=True, eq=False)
class EdgeTexts:
    """Numbers and symbols of edges, the same in every language; only what is known."""

    reading: Reading
    numbers: NumberFormat
    theme: Theme

    def of(self, parameter: int, weight: float, role: Role, emphasis: Emphasis) -> Forms:
        """What is said of an edge with this `weight` at this step."""
        if role is Role.TERM:
            a = float(self.reading.a[self.reading.layout.sources[parameter]])
            return self._product("w·a", weight, a, self.reading.term[parameter])
        if role is Role.MESSAGE:
            delta = float(self.reading.delta[self.reading.layout.targets[parameter]])
            return self._product("w·δ", weight, delta, self.reading.message[parameter])
        if role is Role.GRADIENT:
            return self._gradient(parameter)
        if role is Role.UPDATE:
            return self._update(parameter, weight)
        return Forms(self._beside(parameter, weight, emphasis))

    @property
    def _is_named(self) -> bool:
        """Whether formulas have their names: where a step is about one edge, there is room."""
        return self.reading.step.parameter is not None

    def _product(self, name: str, weight: float, other: float, result: float) -> Forms:
        """What flows along: the weight times a, or times δ, and what it makes."""
        product = f"{self._signed(weight)} · {factor(self.numbers, other)}"
        made = Line(f"= {self._signed(result)}", self._ink(result))
        colour = self._ink(weight)
        brief = Line(f"{name} {self._signed(result)}", self._ink(result))
        return Forms(
            lines=(Line(product, colour), made),
            short=(Line(self._signed(weight), colour), brief),
            long=(Line(product, colour), replace(made, text=f"{name} {made.text}"))
            if self._is_named
            else (),
        )

    def _gradient(self, parameter: int) -> Forms:
        reading, colour = self.reading, self.theme.backward
        gradient = float(reading.gradient[parameter])
        made = Line(f"∂L/∂w {self._signed(gradient)}", colour)
        return Forms(
            lines=(Line(self._made_of(parameter), self.theme.ink), made),
            short=(Line("∂L/∂w", colour), Line(self._signed(gradient), colour)),
            long=(
                Line(f"δ·a = {self._made_of(parameter)}", self.theme.ink),
                Line(f"∂L/∂w = {self._signed(gradient)}", colour),
            )
            if self._is_named and not self.reading.shows_mean
            else (),
        )

    def _made_of(self, parameter: int) -> str:
        """The product of a gradient; of a batch's mean only that it is the mean of them."""
        reading = self.reading
        if reading.shows_mean:
            return f"Σ δ·a / {reading.samples}"
        delta = self.numbers.text(float(reading.delta[reading.layout.targets[parameter]]))
        a = factor(self.numbers, float(reading.a[reading.layout.sources[parameter]]))
        return f"{delta} · {a}"

    def _update(self, parameter: int, weight: float) -> Forms:
        new = float(self.reading.updated[parameter])
        change = new - weight
        sign = MINUS if change < 0 else "+"
        moved = f"{self._signed(weight)} {sign} {self.numbers.text(abs(change))}"
        becomes = Line(f"→ {self._signed(new)}", self._ink(new))
        lines = (Line(moved, self._ink(change)), becomes)
        named = (lines[0], replace(becomes, text=f"w + Δw {becomes.text}"))
        return Forms(
            lines=lines,
            short=(Line(f"Δw {self._signed(change)}", self._ink(change)), becomes),
            long=(*(named if self._is_named else lines), *self._state(parameter)),
        )

    def _state(self, parameter: int) -> tuple[Line, ...]:
        """What the optimizer remembers of a parameter after this update, on one quiet line."""
        layout = self.reading.layout
        texts = [
            f"{letter} {self.numbers.text(float(after[parameter]))}"
            for letter, _, after in self.reading.states
            if layout.trainable[parameter]
        ]
        return (Line("  ".join(texts), self.theme.muted),) if texts else ()

    def _beside(self, parameter: int, weight: float, emphasis: Emphasis) -> tuple[Line, ...]:
        """Of an edge that is not lit: its weight, and what is known and still matters."""
        reading = self.reading
        updated, gradient = float(reading.updated[parameter]), float(reading.gradient[parameter])
        line = Line(self._signed(weight), signed_ink(self.theme, weight, emphasis))
        if not np.isnan(updated):
            return (Line(self._signed(updated), line.colour),)
        if not np.isnan(gradient):
            return line, Line(f"∂L/∂w {self._signed(gradient)}", self.theme.muted)
        summand = self._summand(parameter)
        return (line, summand) if summand is not None else (line,)

    def _summand(self, parameter: int) -> Line | None:
        """What the edge has added to the sum that the unit at work is growing."""
        reading, row = self.reading, self.reading.row
        if not reading.step.part or row is None:
            return None
        name: str
        added: Floats
        if reading.phase == "forward" and reading.layout.targets[parameter] == row:
            name, added = "w·a", reading.term
        elif reading.phase == "backward" and reading.layout.sources[parameter] == row:
            name, added = "w·δ", reading.message
        else:
            return None
        value = float(added[parameter])
        return None if np.isnan(value) else Line(f"{name} {self._signed(value)}", self.theme.muted)

    def _signed(self, value: float) -> str:
        return signed(self.numbers, float(value))

    def _ink(self, value: float) -> QColor:
        return signed_ink(self.theme, float(value), Emphasis.LIT)
