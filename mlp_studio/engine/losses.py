"""Losses: how wrong the outputs a are, given the targets t, one number per sample.

Arrays are feature-major: (outputs × samples). A network's loss is the mean over its samples. Each
loss is a sum over the outputs, or a mean over them where the name says so; the constant that comes
with it (½, 1, 2, 1/outputs …) is kept apart as a factor, which a training loop folds into the
1/batch it multiplies by anyway.

Where the loss undoes the output's activation the two are differentiated as one, from z: softmax
with cross-entropy, sigmoid with binary cross-entropy, and the perceptron loss, which is defined
on z. Those stay exact where the outputs have saturated.
"""

# ruff: noqa: ARG001 (recipes of one kind share one signature, and not each needs all of it)

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, partial
from typing import Any

import numpy as np
from numpy.typing import DTypeLike, NDArray

from mlp_studio.engine import activations
from mlp_studio.engine.activations import Call, Constants, constants, run
from mlp_studio.engine.spec import SpecError

Array = NDArray[Any]
Calls = Callable[[Constants, Array, Array, Array, Array], list[Call]]
"""From z, a, t and where to write the result, to the calls that do it."""

LOG_FLOOR = -100.0
"""Logarithms of outputs are cut off here, as in PyTorch's `binary_cross_entropy`."""


@dataclass(frozen=True, slots=True)
class _Recipe:
    terms: Calls
    gradient: Calls
    formula: str
    term_factor: float = 1.0
    gradient_factor: float = 1.0
    mean_over_outputs: bool = False
    fused_activation: str | None = None
    """The output activation that `fused_terms` and `fused_delta` are for; "any" for all."""
    fused_terms: Calls | None = None
    fused_delta: Calls | None = None
    where: str = ""
    kink: str = ""


@dataclass(frozen=True, slots=True)
class Loss:
    """A loss for one dtype.

    `formula` has symbols only, m the number of outputs, and `where` says what a function in it is;
    `kink` says what the derivative is where there is none.
    """

    name: str
    dtype: np.dtype[Any]
    formula: str
    where: str
    kink: str
    _recipe: _Recipe
    _constants: Constants

    def fuses(self, activation: str) -> bool:
        """Whether loss and output activation are differentiated as one, from z."""
        return self._recipe.fused_activation in (activation, "any")

    def term_calls(
        self, z: Array, a: Array, t: Array, out: Array, activation: str = ""
    ) -> list[Call]:
        """The calls that write each output's share of the loss into `out`.

        Their sum over the outputs, times `term_factor`, is the loss of a sample.
        """
        recipe = self._recipe
        fused = recipe.fused_terms if self.fuses(activation) else None
        return (fused or recipe.terms)(self._constants, z, a, t, out)

    def gradient_calls(self, z: Array, a: Array, t: Array, out: Array) -> list[Call]:
        """The calls that write ∂L/∂a, without `gradient_factor`, into `out`."""
        return self._recipe.gradient(self._constants, z, a, t, out)

    def fused_delta_calls(self, z: Array, a: Array, t: Array, out: Array) -> list[Call]:
        """The calls that write ∂L/∂z, without `gradient_factor`; only where `fuses` says so."""
        fused = self._recipe.fused_delta
        if fused is None:
            raise SpecError(f"{self.name} has no derivative that is fused with an activation")
        return fused(self._constants, z, a, t, out)

    @property
    def is_mean(self) -> bool:
        """Whether the loss of a sample is the mean over its outputs, not their sum."""
        return self._recipe.mean_over_outputs

    def term_factor(self, outputs: int) -> float:
        recipe = self._recipe
        return recipe.term_factor / outputs if recipe.mean_over_outputs else recipe.term_factor

    def gradient_factor(self, outputs: int) -> float:
        recipe = self._recipe
        factor = recipe.gradient_factor
        return factor / outputs if recipe.mean_over_outputs else factor

    def value(self, z: Array, a: Array, t: Array, activation: str = "") -> Array:
        """The loss of each sample, (samples,); knowing the output's activation makes it stable."""
        out = np.empty_like(a)
        run(self.term_calls(z, a, t, out, activation))
        per_sample: Array = out.sum(axis=0) * self.term_factor(len(a))
        return per_sample

    def gradient(self, z: Array, a: Array, t: Array, out: Array) -> None:
        """Write each sample's ∂L/∂a into `out` (for the perceptron loss: ∂L/∂z)."""
        run(self.gradient_calls(z, a, t, out))
        out *= self.gradient_factor(len(a))

    def delta(self, activation: str, z: Array, a: Array, t: Array, out: Array) -> None:
        """Write each sample's ∂L/∂z into `out`."""
        if self.fuses(activation):
            run(self.fused_delta_calls(z, a, t, out))
            out *= self.gradient_factor(len(a))
        else:
            self.gradient(z, a, t, out)
            activations.get(activation, self.dtype).message_to_delta(z, a, out, out)


def get(name: str, dtype: DTypeLike = np.float64) -> Loss:
    """The loss called `name`. Raises SpecError, naming the known ones, if there is none."""
    return _get(name, np.dtype(dtype))


@cache
def _get(name: str, dtype: np.dtype[Any]) -> Loss:
    recipe = _recipe(name)
    return Loss(name, dtype, recipe.formula, recipe.where, recipe.kink, recipe, constants(dtype))


def _recipe(name: str) -> _Recipe:
    recipe = _RECIPES.get(name)
    if recipe is None:
        raise SpecError(f"unknown loss {name!r}; known are {', '.join(NAMES)}")
    return recipe


def unfit(loss: str, output_activations: Sequence[str]) -> str | None:
    """The first of the output's activations that `loss` cannot be used with; None if all fit."""
    _recipe(loss)
    for name in output_activations:
        if loss == "cross_entropy" and name != "softmax":
            return name
        if loss == "bce" and activations.get(name).bounds != (0, 1):
            return name
    return None


def compatible(loss: str, output_activations: Sequence[str]) -> str | None:
    """Why `loss` cannot be used with an output of these activations, or None if it can."""
    name = unfit(loss, output_activations)
    if name is None:
        return None
    if loss == "cross_entropy":
        return f"Cross-entropy needs a softmax output, but the output is {name}."
    return f"Binary cross-entropy needs outputs between 0 and 1, but {name} can leave that range."


def _difference(k: Constants, z: Array, a: Array, t: Array, out: Array) -> list[Call]:
    return [partial(np.subtract, a, t, out)]


def _squares(k: Constants, z: Array, a: Array, t: Array, out: Array) -> list[Call]:
    error = np.empty_like(a)
    return [partial(np.subtract, a, t, error), partial(np.multiply, error, error, out)]


def _distances(k: Constants, z: Array, a: Array, t: Array, out: Array) -> list[Call]:
    return [partial(np.subtract, a, t, out), partial(np.absolute, out, out)]


def _distances_gradient(k: Constants, z: Array, a: Array, t: Array, out: Array) -> list[Call]:
    return [partial(np.subtract, a, t, out), partial(np.sign, out, out)]


def _huber(k: Constants, z: Array, a: Array, t: Array, out: Array) -> list[Call]:
    # With d = a − t cut off at ±1 to c: c · (d − c/2) is ½d² within, |d| − ½ beyond.
    cut = np.empty_like(a)
    return [
        *_huber_gradient(k, z, a, t, cut),
        partial(np.multiply, cut, k(-0.5), out),
        partial(np.add, out, a, out),
        partial(np.subtract, out, t, out),
        partial(np.multiply, out, cut, out),
    ]


def _huber_gradient(k: Constants, z: Array, a: Array, t: Array, out: Array) -> list[Call]:
    return [
        partial(np.subtract, a, t, out),
        partial(np.minimum, out, k(1), out=out),
        partial(np.maximum, out, k(-1), out=out),
    ]


def _bce(k: Constants, z: Array, a: Array, t: Array, out: Array) -> list[Call]:
    # −t ln a − (1 − t) ln(1 − a); ln 0 is kept from happening by the least positive number.
    other, tiny = np.empty_like(a), k(float(np.finfo(a.dtype).smallest_subnormal))
    return [
        partial(np.maximum, a, tiny, out=out),
        partial(np.log, out, out),
        partial(np.maximum, out, k(LOG_FLOOR), out=out),
        partial(np.subtract, k(1), a, other),
        partial(np.maximum, other, tiny, out=other),
        partial(np.log, other, other),
        partial(np.maximum, other, k(LOG_FLOOR), out=other),
        partial(np.subtract, out, other, out),
        partial(np.multiply, out, t, out),
        partial(np.add, out, other, out),
        partial(np.negative, out, out),
    ]


def _bce_gradient(k: Constants, z: Array, a: Array, t: Array, out: Array) -> list[Call]:
    # (a − t) / (a (1 − a)), the denominator at least 1e-12 as in PyTorch.
    spread = np.empty_like(a)
    return [
        partial(np.subtract, k(1), a, spread),
        partial(np.multiply, spread, a, spread),
        partial(np.maximum, spread, k(1e-12), out=spread),
        partial(np.subtract, a, t, out),
        partial(np.divide, out, spread, out),
    ]


def _bce_from_sigmoid(k: Constants, z: Array, a: Array, t: Array, out: Array) -> list[Call]:
    # ln(1 + e^z) − t z
    product = np.empty_like(a)
    return [
        partial(np.multiply, z, t, product),
        partial(np.logaddexp, z, k(0), out),
        partial(np.subtract, out, product, out),
    ]


def _hinge(k: Constants, z: Array, a: Array, t: Array, out: Array) -> list[Call]:
    return [
        partial(np.multiply, a, t, out),
        partial(np.subtract, k(1), out, out),
        partial(np.maximum, out, k(0), out=out),
    ]


def _hinge_gradient(k: Constants, z: Array, a: Array, t: Array, out: Array) -> list[Call]:
    return [
        *_hinge(k, z, a, t, out),
        partial(np.sign, out, out),
        partial(np.multiply, out, t, out),
        partial(np.negative, out, out),
    ]


def _cross_entropy(k: Constants, z: Array, a: Array, t: Array, out: Array) -> list[Call]:
    # t · (ln Σ e^s − s) with s = z − max z: no logarithm of an output that has underflowed to 0.
    powers, column = np.empty_like(a), np.empty((1, *a.shape[1:]), a.dtype)
    return [
        partial(np.maximum.reduce, z, 0, None, column, True),
        partial(np.subtract, z, column, out),
        partial(np.exp, out, powers),
        partial(np.add.reduce, powers, 0, None, column, True),
        partial(np.log, column, column),
        partial(np.subtract, column, out, out),
        partial(np.multiply, out, t, out),
    ]


def _cross_entropy_gradient(k: Constants, z: Array, a: Array, t: Array, out: Array) -> list[Call]:
    tiny = k(float(np.finfo(a.dtype).tiny))
    return [
        partial(np.maximum, a, tiny, out=out),
        partial(np.divide, t, out, out),
        partial(np.negative, out, out),
    ]


def _cross_entropy_delta(k: Constants, z: Array, a: Array, t: Array, out: Array) -> list[Call]:
    # a · Σ t − t, which is the usual a − t where the targets sum to one.
    column = np.empty((1, *a.shape[1:]), a.dtype)
    return [
        partial(np.add.reduce, t, 0, None, column, True),
        partial(np.multiply, a, column, out),
        partial(np.subtract, out, t, out),
    ]


def _perceptron(k: Constants, z: Array, a: Array, t: Array, out: Array) -> list[Call]:
    return [
        partial(np.multiply, z, t, out),
        partial(np.negative, out, out),
        partial(np.maximum, out, k(0), out=out),
    ]


def _perceptron_delta(k: Constants, z: Array, a: Array, t: Array, out: Array) -> list[Call]:
    # Undecided, z = 0, counts as a mistake: otherwise weights of 0 would never move.
    return [
        partial(np.multiply, z, t, out),
        partial(np.negative, out, out),
        partial(np.heaviside, out, k(1), out),
        partial(np.multiply, out, t, out),
        partial(np.negative, out, out),
    ]


_RECIPES = {
    "half_sse": _Recipe(_squares, _difference, "½ Σ (a − t)²", term_factor=0.5),
    "sse": _Recipe(_squares, _difference, "Σ (a − t)²", gradient_factor=2.0),
    "mse": _Recipe(
        _squares,
        _difference,
        "(1/m) Σ (a − t)²",
        gradient_factor=2.0,
        mean_over_outputs=True,
    ),
    "mae": _Recipe(
        _distances,
        _distances_gradient,
        "(1/m) Σ |a − t|",
        mean_over_outputs=True,
        kink="a = t: ∂L/∂a = 0",
    ),
    "huber": _Recipe(
        _huber,
        _huber_gradient,
        "(1/m) Σ H(a − t)",
        mean_over_outputs=True,
        where="H(d) = ½ d² (|d| ≤ 1), |d| − ½ (|d| > 1)",
    ),
    "bce": _Recipe(
        _bce,
        _bce_gradient,
        "(1/m) Σ [−t ln a − (1 − t) ln(1 − a)]",
        mean_over_outputs=True,
        fused_activation="sigmoid",
        fused_terms=_bce_from_sigmoid,
        fused_delta=_difference,
    ),
    "hinge": _Recipe(
        _hinge,
        _hinge_gradient,
        "(1/m) Σ max(0, 1 − t·a)",
        mean_over_outputs=True,
        kink="t·a = 1: ∂L/∂a = 0",
    ),
    "cross_entropy": _Recipe(
        _cross_entropy,
        _cross_entropy_gradient,
        "−Σ t ln a",
        fused_activation="softmax",
        fused_terms=_cross_entropy,
        fused_delta=_cross_entropy_delta,
    ),
    "perceptron": _Recipe(
        _perceptron,
        _perceptron_delta,
        "Σ max(0, −t·z)",
        fused_activation="any",
        fused_terms=_perceptron,
        fused_delta=_perceptron_delta,
        kink="t·z = 0: ∂L/∂z = −t",
    ),
}
NAMES: tuple[str, ...] = tuple(_RECIPES)
