"""Published figures against the engine: computed now, and held against their printed digits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from mlp_studio.engine.trace import Trace, trace, update
from mlp_studio.project.compile import Compiled, compile_project
from mlp_studio.project.model import Project
from mlp_studio.project.worked.example import Figure, Value, Way, WorkedExample
from mlp_studio.project.worked.recognising import recognise, start
from mlp_studio.project.worked.values import value_in

Verdict = Literal["agrees", "last digit", "explained", "fails"]
"""Rounds to what was printed; is off by one in the last printed digit; is not what was printed,
but another computation is, which an erratum names; or none of these."""
Vector = NDArray[Any]
_ROUNDS_AT_A_TIME = 100


@dataclass(frozen=True, slots=True)
class FigureResult:
    """`made_by` is the number that the source printed instead, where there is one."""

    figure: Figure
    computed: float
    verdict: Verdict
    made_by: float | None = None


class Check:
    """The numbers of one worked example, computed by the engine as they are asked for.

    Raises ValueError if `project` is not a worked example.
    """

    def __init__(self, project: Project) -> None:
        example = recognise(project)
        compiled = compile_project(start(project))
        if example is None or not isinstance(compiled, Compiled):
            raise ValueError("this project is not one of the worked examples")
        self.example: WorkedExample = example
        self._compiled = compiled
        self._lines: dict[Way, dict[int, Vector]] = {
            "at once": {0: compiled.parameters},
            "outer first": {0: compiled.parameters},
        }

    def value(self, value: Value) -> float:
        """The number. What comes after many updates takes as long as these.

        A weight is the one that the pass's update makes, and that the next pass has.
        """
        if value.quantity == "weight":
            value = replace(value, after=value.after + 1)
        return value_in(self.trace(value), value)

    def trace(self, value: Value) -> Trace:
        """The pass in which the number stands."""
        for _ in self._learning(value):
            pass
        return self._trace(self._lines[value.way][value.after], value.sample)

    def parameters(self, after: int) -> Vector:
        """The flat vector after so many updates, made as the program makes them."""
        return self.trace(Value("loss", after=after)).parameters

    def knows(self, value: Value) -> bool:
        """Whether the updates before the number's pass were made already."""
        return value.after in self._lines[value.way]

    def results(self) -> Iterator[FigureResult | None]:
        """Every figure's result in their order; None now and then while one is worked at."""
        for figure in self.example.figures:
            for value in (figure.value, figure.made_by):
                if value is not None:
                    yield from self._learning(value)
            yield self._result(figure)

    def _result(self, figure: Figure) -> FigureResult:
        computed = self.value(figure.value)
        verdict = compare(computed, figure.published)
        if figure.made_by is None:
            return FigureResult(figure, computed, verdict)
        made_by = self.value(figure.made_by)
        if verdict == "fails" and compare(made_by, figure.published) == "agrees":
            verdict = "explained"
        return FigureResult(figure, computed, verdict, made_by)

    def _learning(self, value: Value) -> Iterator[None]:
        """Make the updates that a number comes after, all by the first sample.

        With a pause every hundred, from where a later call goes on.
        """
        line = self._lines[value.way]
        number = max(n for n in line if n <= value.after)
        parameters = line[number]
        while number < value.after:
            traced = self._trace(parameters, 0)
            if value.way == "at once":
                parameters = update(traced, self._compiled.training).parameters
            else:
                parameters = _outer_first(traced, self._compiled)
            number += 1
            if number % _ROUNDS_AT_A_TIME == 0:
                line[number] = parameters
                yield None
        line[number] = parameters

    def _trace(self, parameters: Vector, sample: int) -> Trace:
        compiled, row = self._compiled, slice(sample, sample + 1)
        return trace(compiled.network, parameters, compiled.inputs[row], compiled.targets[row])


def check_figures(project: Project) -> tuple[FigureResult, ...]:
    """All published figures of a worked example. Raises ValueError if it is none."""
    return tuple(result for result in Check(project).results() if result is not None)


def compare(computed: float, published: str) -> Verdict:
    """How a number stands to a printed one, at as many digits as were printed."""
    printed = Decimal(published)
    exponent = printed.as_tuple().exponent
    assert isinstance(exponent, int)
    if not np.isfinite(computed):
        return "fails"
    off = abs(Decimal(computed) - printed).scaleb(-exponent)
    if off <= Decimal("0.5"):
        return "agrees"
    return "last digit" if off <= Decimal("1.5") else "fails"


def _outer_first(traced: Trace, compiled: Compiled) -> Vector:
    """The parameters after an update that goes wrong: layer by layer, the output's first.

    The messages back then pass through weights that were changed already: what comes out is not
    the gradient of any loss. By plain gradient descent, w ← w − η ∂L/∂w.
    """
    layout = traced.network.layout
    rate = compiled.training.optimizer.learning_rate
    parameters, slopes, a = traced.parameters.copy(), traced.slopes[:, 0], traced.a[:, 0]
    arriving = np.zeros_like(a)
    for name in reversed(layout.computed):
        rows = layout.rows[name]
        is_output = name == layout.output
        delta = traced.delta[rows, 0] if is_output else arriving[rows] * slopes[rows]
        for block in layout.blocks[name]:
            own = block.of(parameters)
            sources = block.of(layout.sources)[0]
            own -= rate * np.outer(delta, a[sources]) * block.of(layout.trainable)
            arriving[layout.rows[block.source]] += block.weights(parameters).T @ delta
    return parameters
