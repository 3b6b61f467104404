"""How a path reads: its chain of names, its factors in symbols, and the same with numbers."""

from __future__ import annotations

from mlp_studio.engine.layout import Layout
from mlp_studio.engine.local_derivatives import Factor
from mlp_studio.engine.paths import Factors, Origin, Path
from mlp_studio.project.model import Project
from mlp_studio.ui.numbers import MINUS, NumberFormat
from mlp_studio.ui.parameters import parameter_name, row_name

_JOINED = "\u2060"
"""No line breaks here."""
_TIMES = "\u00a0· "
"""A line breaks after it, not before."""


class Telling:
    """Names from the project, numbers in the format set."""

    def __init__(self, project: Project, layout: Layout, numbers: NumberFormat) -> None:
        self._project = project
        self._layout = layout
        self._numbers = numbers

    def symbol(self, origin: Origin) -> str:
        """The letter that the loss is differentiated by."""
        if origin.parameter is None:
            return "a"
        return "w" if self._layout.is_weight[origin.parameter] else "b"

    def name(self, origin: Origin) -> str:
        if origin.parameter is not None:
            return parameter_name(self._project, self._layout, origin.parameter)
        assert origin.row is not None
        return row_name(self._project, self._layout, origin.row)

    def chain(self, path: Path) -> str:
        """x₁ → h¹₂ → o₁ → L; a bias begins with the constant 1."""
        names = [row_name(self._project, self._layout, row) for row in path.nodes]
        return " → ".join([*names, "L"])

    def symbols(self, factors: Factors) -> str:
        """a(x₁) · f′(h¹₂) · w(h¹₂ → o₁) · δ(o₁)."""
        return _TIMES.join(self._symbol(factor) for factor in self._shown(factors))

    def numbers(self, factors: Factors, *, leading: bool = True) -> str:
        """The same with what each is: 1.0000 · 0.2350 · (−0.5000) · 0.1286.

        A sign stands in brackets, but for that of the first factor of a `leading` product.
        """
        shown = self._shown(factors)
        return _TIMES.join(
            self._number(factor.value, bare=leading and not at) for at, factor in enumerate(shown)
        )

    def signed(self, value: float) -> str:
        """A number with its sign always in sight."""
        text = self._numbers.text(value)
        return f"+{text}" if value > 0 else text

    def _shown(self, factors: Factors) -> Factors:
        """A bias's constant 1 is left out, where anything else is there."""
        if len(factors) > 1 and factors[0].kind == "output" and self._is_one(factors[0].place):
            return factors[1:]
        return tuple(factor for factor in factors if not self._is_constant(factor)) or factors

    def _is_one(self, row: int) -> bool:
        return bool((self._layout.constant_rows == row).any())

    def _is_constant(self, factor: Factor) -> bool:
        return factor.kind == "output" and self._is_one(factor.place)

    def _symbol(self, factor: Factor) -> str:
        if factor.kind == "weight":
            ends = parameter_name(self._project, self._layout, factor.place)
            return f"w({ends})".replace(" ", "\u00a0")
        name = row_name(self._project, self._layout, factor.place)
        if factor.kind == "coupling":
            assert factor.towards is not None
            towards = row_name(self._project, self._layout, factor.towards)
            return f"∂a({towards})/{_JOINED}∂z({name})"
        letters = {"output": "a", "slope": f"f′{_JOINED}", "loss": f"∂L/{_JOINED}∂a", "delta": "δ"}
        return f"{letters[factor.kind]}({name})"

    def _number(self, value: float, *, bare: bool) -> str:
        text = self._numbers.text(value)
        return f"({text})" if text.startswith(MINUS) and not bare else text
