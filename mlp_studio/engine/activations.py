"""Activations: how a unit turns its pre-activation z into its output a.

Each is written as a recipe: the list of NumPy calls that compute it, with every operand bound.
`value` and `derivative` run a recipe once; a training loop binds the recipes of a whole network
before it starts and then only calls them. Derivatives are written from the output where they can
be (tanh′ = 1 − a²), which is cheaper than from z and lets neighbouring layers share one call.

No recipe overflows, also not at |z| = 10⁴: the sigmoid is ½ + ½·tanh(z/2), exponentials only ever
see arguments ≤ 0. Conventions at kinks are PyTorch's.
"""

# ruff: noqa: ARG001 (recipes of one kind share one signature, and not each needs all of it)

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, partial
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, DTypeLike, NDArray

from mlp_studio.engine.spec import SpecError

Array = NDArray[Any]
Call = Callable[[], object]
Constants = Callable[[float], Array]
"""Turns a number into a 0-d array of the recipe's dtype: a Python scalar doubles a small call."""

LEAKY_SLOPE = 0.01
GELU_CUBIC = 0.044715
GELU_SCALE = math.sqrt(2 / math.pi)


@dataclass(frozen=True, slots=True)
class _Recipe:
    value: Callable[[Constants, Array, Array], list[Call]]
    derivative: Callable[[Constants, Array, Array, Array], list[Call]]
    formula: str
    derivative_formula: str
    kink: str = ""
    bounds: tuple[float, float] = (-math.inf, math.inf)
    slope: float | None = None
    elementwise: bool = True


@dataclass(frozen=True, slots=True)
class Activation:
    """An activation for one dtype.

    `formula` and `derivative_formula` have symbols only, each case before its "(condition)"; `kink`
    says what the derivative is where there is none. `bounds` are the least and greatest possible
    output. `slope` is the derivative if it is the same everywhere, else None. `elementwise` is
    False only for softmax, which works down the columns of a (units × samples) array.
    """

    name: str
    dtype: np.dtype[Any]
    formula: str
    derivative_formula: str
    kink: str
    bounds: tuple[float, float]
    slope: float | None
    elementwise: bool
    _recipe: _Recipe
    _constants: Constants

    def value_calls(self, z: Array, out: Array) -> list[Call]:
        """The calls that write a = f(z) into `out`."""
        return self._recipe.value(self._constants, z, out)

    def derivative_calls(self, z: Array, a: Array, out: Array) -> list[Call]:
        """The calls that write ∂a/∂z into `out`; for softmax its diagonal."""
        return self._recipe.derivative(self._constants, z, a, out)

    def message_to_delta_calls(self, z: Array, a: Array, message: Array, out: Array) -> list[Call]:
        """The calls that write ∂L/∂z into `out` from the message ∂L/∂a, which may be `out`."""
        if not self.elementwise:
            return _softmax_delta(a, message, out)
        slopes = np.empty_like(a)
        return [*self.derivative_calls(z, a, slopes), partial(np.multiply, message, slopes, out)]

    def value(self, z: Array, out: Array) -> None:
        run(self.value_calls(z, out))

    def derivative(self, z: Array, a: Array, out: Array) -> None:
        run(self.derivative_calls(z, a, out))

    def message_to_delta(self, z: Array, a: Array, message: Array, out: Array) -> None:
        run(self.message_to_delta_calls(z, a, message, out))

    @property
    def hard(self) -> str:
        """The activation that is this unit's hard decision: `step` if a ≥ 0 always, else `sign`."""
        return "step" if self.bounds[0] >= 0 else "sign"


def run(calls: list[Call]) -> None:
    """Make the calls in order."""
    for call in calls:
        call()


def get(name: str, dtype: DTypeLike = np.float64) -> Activation:
    """The activation called `name`. Raises SpecError, naming the known ones, if there is none."""
    return _get(name, np.dtype(dtype))


@cache
def _get(name: str, dtype: np.dtype[Any]) -> Activation:
    recipe = _RECIPES.get(name)
    if recipe is None:
        raise SpecError(f"unknown activation {name!r}; known are {', '.join(NAMES)}")
    return Activation(
        name,
        dtype,
        recipe.formula,
        recipe.derivative_formula,
        recipe.kink,
        recipe.bounds,
        recipe.slope,
        recipe.elementwise,
        recipe,
        constants(dtype),
    )


@cache
def constants(dtype: np.dtype[Any]) -> Constants:
    """A function from a number to a read-only 0-d array of `dtype`, the same one each time."""

    @cache
    def constant(number: float) -> Array:
        array = np.array(number, dtype)
        array.setflags(write=False)
        return array

    return constant


def value(name: str, z: ArrayLike) -> Array:
    """f(z) as a new float64 array."""
    z = np.asarray(z, np.float64)
    out = np.empty_like(z)
    get(name).value(z, out)
    return out


def derivative(name: str, z: ArrayLike) -> Array:
    """f′(z) as a new float64 array."""
    z = np.asarray(z, np.float64)
    a, out = np.empty_like(z), np.empty_like(z)
    activation = get(name)
    activation.value(z, a)
    activation.derivative(z, a, out)
    return out


def _linear(k: Constants, z: Array, a: Array) -> list[Call]:
    return [partial(np.positive, z, a)]


def _fill(number: float) -> Callable[[Constants, Array, Array, Array], list[Call]]:
    def derivative(k: Constants, z: Array, a: Array, out: Array) -> list[Call]:
        return [partial(out.fill, k(number))]

    return derivative


def _sigmoid(k: Constants, z: Array, a: Array) -> list[Call]:
    return [
        partial(np.multiply, z, k(0.5), a),
        partial(np.tanh, a, a),
        partial(np.multiply, a, k(0.5), a),
        partial(np.add, a, k(0.5), a),
    ]


def _sigmoid_derivative(k: Constants, z: Array, a: Array, out: Array) -> list[Call]:
    return [partial(np.subtract, k(1), a, out), partial(np.multiply, out, a, out)]


def _tanh(k: Constants, z: Array, a: Array) -> list[Call]:
    return [partial(np.tanh, z, a)]


def _tanh_derivative(k: Constants, z: Array, a: Array, out: Array) -> list[Call]:
    return [partial(np.multiply, a, a, out), partial(np.subtract, k(1), out, out)]


def _relu(k: Constants, z: Array, a: Array) -> list[Call]:
    return [partial(np.maximum, z, k(0), out=a)]


def _relu_derivative(k: Constants, z: Array, a: Array, out: Array) -> list[Call]:
    return [partial(np.sign, a, out)]


def _leaky_relu(k: Constants, z: Array, a: Array) -> list[Call]:
    return [partial(np.multiply, z, k(LEAKY_SLOPE), a), partial(np.maximum, z, a, out=a)]


def _leaky_relu_derivative(k: Constants, z: Array, a: Array, out: Array) -> list[Call]:
    # a has the sign of z: 1 above the kink, and −1 or 0, raised to the slope, at and below it.
    return [partial(np.sign, a, out), partial(np.maximum, out, k(LEAKY_SLOPE), out=out)]


def _elu(k: Constants, z: Array, a: Array) -> list[Call]:
    below = np.empty_like(z)
    return [
        partial(np.minimum, z, k(0), out=below),
        partial(np.expm1, below, below),
        partial(np.maximum, z, k(0), out=a),
        partial(np.add, a, below, a),
    ]


def _elu_derivative(k: Constants, z: Array, a: Array, out: Array) -> list[Call]:
    return [partial(np.minimum, a, k(0), out=out), partial(np.add, out, k(1), out)]


def _softplus(k: Constants, z: Array, a: Array) -> list[Call]:
    return [partial(np.logaddexp, z, k(0), a)]


def _softplus_derivative(k: Constants, z: Array, a: Array, out: Array) -> list[Call]:
    # e^z / (1 + e^z) = 1 − e^−a: keeps its relative precision where it is tiny.
    return [
        partial(np.negative, a, out),
        partial(np.expm1, out, out),
        partial(np.negative, out, out),
    ]


def _silu(k: Constants, z: Array, a: Array) -> list[Call]:
    return [*_sigmoid(k, z, a), partial(np.multiply, a, z, a)]


def _silu_derivative(k: Constants, z: Array, a: Array, out: Array) -> list[Call]:
    # σ + a·(1 − σ)
    rest = np.empty_like(z)
    return [
        *_sigmoid(k, z, out),
        partial(np.subtract, k(1), out, rest),
        partial(np.multiply, a, rest, rest),
        partial(np.add, out, rest, out),
    ]


def _gelu_tanh(k: Constants, z: Array, out: Array) -> list[Call]:
    return [
        partial(np.multiply, z, z, out),
        partial(np.multiply, out, k(GELU_CUBIC), out),
        partial(np.add, out, k(1), out),
        partial(np.multiply, out, z, out),
        partial(np.multiply, out, k(GELU_SCALE), out),
        partial(np.tanh, out, out),
    ]


def _gelu(k: Constants, z: Array, a: Array) -> list[Call]:
    return [
        *_gelu_tanh(k, z, a),
        partial(np.add, a, k(1), a),
        partial(np.multiply, a, z, a),
        partial(np.multiply, a, k(0.5), a),
    ]


def _gelu_derivative(k: Constants, z: Array, a: Array, out: Array) -> list[Call]:
    # With T = tanh(u): ½(1 + T) + ½ z (1 − T²) u′, where u′ = √(2/π) (1 + 3·0.044715 z²).
    tanh, curve = np.empty_like(z), np.empty_like(z)
    return [
        *_gelu_tanh(k, z, tanh),
        partial(np.multiply, tanh, tanh, curve),
        partial(np.subtract, k(1), curve, curve),
        partial(np.multiply, curve, z, curve),
        partial(np.multiply, z, z, out),
        partial(np.multiply, out, k(3 * GELU_CUBIC * GELU_SCALE), out),
        partial(np.add, out, k(GELU_SCALE), out),
        partial(np.multiply, out, curve, out),
        partial(np.add, out, tanh, out),
        partial(np.add, out, k(1), out),
        partial(np.multiply, out, k(0.5), out),
    ]


def _sine(k: Constants, z: Array, a: Array) -> list[Call]:
    return [partial(np.sin, z, a)]


def _sine_derivative(k: Constants, z: Array, a: Array, out: Array) -> list[Call]:
    return [partial(np.cos, z, out)]


def _gaussian(k: Constants, z: Array, a: Array) -> list[Call]:
    return [partial(np.multiply, z, z, a), partial(np.negative, a, a), partial(np.exp, a, a)]


def _gaussian_derivative(k: Constants, z: Array, a: Array, out: Array) -> list[Call]:
    return [partial(np.multiply, z, a, out), partial(np.multiply, out, k(-2), out)]


def _sign(k: Constants, z: Array, a: Array) -> list[Call]:
    return [partial(np.sign, z, a)]


def _step(k: Constants, z: Array, a: Array) -> list[Call]:
    return [partial(np.heaviside, z, k(1), a)]


def _softmax(k: Constants, z: Array, a: Array) -> list[Call]:
    column = np.empty((1, *z.shape[1:]), z.dtype)
    return [
        partial(np.maximum.reduce, z, 0, None, column, True),
        partial(np.subtract, z, column, a),
        partial(np.exp, a, a),
        partial(np.add.reduce, a, 0, None, column, True),
        partial(np.divide, a, column, a),
    ]


def _softmax_delta(a: Array, message: Array, out: Array) -> list[Call]:
    """δ = a ∘ (m − Σ m a): the Jacobian diag(a) − a aᵀ applied without building it."""
    weighted, column = np.empty_like(a), np.empty((1, *a.shape[1:]), a.dtype)
    return [
        partial(np.multiply, message, a, weighted),
        partial(np.add.reduce, weighted, 0, None, column, True),
        partial(np.subtract, message, column, out),
        partial(np.multiply, out, a, out),
    ]


_RECIPES = {
    "linear": _Recipe(_linear, _fill(1), "z", "1", slope=1.0),
    "sigmoid": _Recipe(_sigmoid, _sigmoid_derivative, "1 / (1 + e^−z)", "a · (1 − a)", "", (0, 1)),
    "tanh": _Recipe(_tanh, _tanh_derivative, "tanh z", "1 − a²", bounds=(-1, 1)),
    "relu": _Recipe(
        _relu, _relu_derivative, "max(0, z)", "1 (z > 0), 0 (z ≤ 0)", "f′(0) = 0", (0, math.inf)
    ),
    "leaky_relu": _Recipe(
        _leaky_relu,
        _leaky_relu_derivative,
        "z (z > 0), 0.01·z (z ≤ 0)",
        "1 (z > 0), 0.01 (z ≤ 0)",
        "f′(0) = 0.01",
    ),
    "elu": _Recipe(
        _elu,
        _elu_derivative,
        "z (z > 0), e^z − 1 (z ≤ 0)",
        "1 (z > 0), a + 1 (z ≤ 0)",
        kink="f′(0) = 1",
        bounds=(-1, math.inf),
    ),
    "softplus": _Recipe(
        _softplus, _softplus_derivative, "ln(1 + e^z)", "1 − e^−a", bounds=(0, math.inf)
    ),
    "silu": _Recipe(
        _silu, _silu_derivative, "z · σ(z)", "σ(z) + a · (1 − σ(z))", bounds=(-0.279, math.inf)
    ),
    "gelu": _Recipe(
        _gelu,
        _gelu_derivative,
        "½ z (1 + tanh u), u = √(2/π) (z + 0.044715 z³)",
        "½ (1 + tanh u) + ½ z (1 − tanh² u) u′",
        bounds=(-0.171, math.inf),
    ),
    "sine": _Recipe(_sine, _sine_derivative, "sin z", "cos z", bounds=(-1, 1)),
    "gaussian": _Recipe(_gaussian, _gaussian_derivative, "e^(−z²)", "−2 z a", bounds=(0, 1)),
    "softmax": _Recipe(
        _softmax,
        _sigmoid_derivative,
        "e^z_i / Σ e^z_k",
        "∂a_i/∂z_k = a_i · ([i = k] − a_k)",
        bounds=(0, 1),
        elementwise=False,
    ),
    "sign": _Recipe(
        _sign,
        _fill(0),
        "−1 (z < 0), 0 (z = 0), 1 (z > 0)",
        "0",
        kink="f(0) = 0, f′(0) = 0",
        bounds=(-1, 1),
        slope=0.0,
    ),
    "step": _Recipe(
        _step,
        _fill(0),
        "0 (z < 0), 1 (z ≥ 0)",
        "0",
        kink="f(0) = 1, f′(0) = 0",
        bounds=(0, 1),
        slope=0.0,
    ),
}
NAMES: tuple[str, ...] = tuple(_RECIPES)
