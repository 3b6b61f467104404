"""Where parameters start: weights drawn from a seed, biases 0.

Each link draws from a stream of its own, so that adding or removing a layer elsewhere leaves its
weights as they were. For the same reason fan-in and fan-out are the link's own: its source and
target units. Sources: Glorot & Bengio 2010 (Xavier), He et al. 2015, LeCun et al. 1998.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any
from zlib import crc32

import numpy as np
from numpy.typing import DTypeLike, NDArray

from mlp_studio.engine.layout import Layout
from mlp_studio.engine.spec import InitializerSpec, NetworkSpec, SpecError

Array = NDArray[Any]
Draw = Callable[[np.random.Generator, float, tuple[int, ...]], Array]


def _uniform(rng: np.random.Generator, deviation: float, shape: tuple[int, ...]) -> Array:
    # A uniform distribution on ±r has the standard deviation r / √3.
    reach = deviation * math.sqrt(3)
    return rng.uniform(-reach, reach, shape)


def _normal(rng: np.random.Generator, deviation: float, shape: tuple[int, ...]) -> Array:
    return rng.normal(0.0, deviation, shape)


_SCALED: dict[str, tuple[Draw, Callable[[int, int], float]]] = {
    "xavier_uniform": (_uniform, lambda fan_in, fan_out: math.sqrt(2 / (fan_in + fan_out))),
    "xavier_normal": (_normal, lambda fan_in, fan_out: math.sqrt(2 / (fan_in + fan_out))),
    "he_uniform": (_uniform, lambda fan_in, _: math.sqrt(2 / fan_in)),
    "he_normal": (_normal, lambda fan_in, _: math.sqrt(2 / fan_in)),
    "lecun_uniform": (_uniform, lambda fan_in, _: math.sqrt(1 / fan_in)),
    "lecun_normal": (_normal, lambda fan_in, _: math.sqrt(1 / fan_in)),
}
"""How to draw, and the standard deviation that keeps signals from growing or fading."""
NAMES: tuple[str, ...] = ("zeros", "constant", "uniform", "normal", *_SCALED)


def draw(
    initializer: InitializerSpec,
    rng: np.random.Generator,
    fan_in: int,
    fan_out: int,
    shape: tuple[int, ...],
) -> Array:
    """Weights of the given shape, float64. Raises SpecError for an unknown initializer."""
    name = initializer.name
    if name == "zeros":
        return np.zeros(shape)
    if name == "constant":
        return np.full(shape, initializer.value, np.float64)
    if name == "uniform":
        return rng.uniform(-initializer.scale, initializer.scale, shape)
    if name == "normal":
        return rng.normal(0.0, initializer.scale, shape)
    if name not in _SCALED:
        raise SpecError(f"unknown initializer {name!r}; known are {', '.join(NAMES)}")
    distribution, deviation = _SCALED[name]
    return distribution(rng, deviation(fan_in, fan_out), shape)


def initial_parameters(spec: NetworkSpec, seed: int, dtype: DTypeLike = np.float64) -> Array:
    """The flat parameter vector (P,) a network starts from; absent edges are 0.

    The same seed gives the same weights, in float32 those of float64 rounded. Raises SpecError
    for an unknown initializer.
    """
    layout = Layout(spec)
    parameters = np.zeros(layout.size)
    for link in spec.links:
        rng = np.random.default_rng([seed, crc32(link.name.encode())])
        initializer = spec.layer(link.target).initializer
        weights = layout.weights(parameters, link.source, link.target)
        fan_out, fan_in = weights.shape
        weights[...] = draw(initializer, rng, fan_in, fan_out, weights.shape)
    parameters[~layout.exists] = 0
    return parameters.astype(dtype)
