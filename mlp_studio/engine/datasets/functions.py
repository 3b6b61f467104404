"""Functions to be learned: where they are sampled, and their values before they are displaced."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Sampled = Callable[[int, np.random.Generator], tuple[Array, Array]]
"""Inputs (samples, columns) and values (samples,)."""

_HIGH, _LOW = (0.45, 0.45), (-0.45, -0.45)
_WIDTH = 0.35
"""Where the two bumps stand, and the standard deviation of each."""


def columns_of(inputs: Array) -> tuple[str, ...]:
    """x1, x2, …"""
    return tuple(f"x{number + 1}" for number in range(inputs.shape[1]))


def _on_a_line(function: Callable[[Array], Array]) -> Sampled:
    """Sampled in even steps over −1..1."""

    def sample(samples: int, _: np.random.Generator) -> tuple[Array, Array]:
        x = np.linspace(-1.0, 1.0, samples)
        return x[:, np.newaxis], function(x)

    return sample


def _on_the_plane(function: Callable[[Array, Array], Array]) -> Sampled:
    """Sampled at points drawn evenly from −1..1 by −1..1."""

    def sample(samples: int, rng: np.random.Generator) -> tuple[Array, Array]:
        points = rng.uniform(-1.0, 1.0, (samples, 2))
        return points, function(points[:, 0], points[:, 1])

    return sample


def _bump(x: Array, y: Array, centre: tuple[float, float]) -> Array:
    squares = (x - centre[0]) ** 2 + (y - centre[1]) ** 2
    return np.asarray(np.exp(-squares / (2.0 * _WIDTH**2)), np.float64)


FUNCTIONS: dict[str, Sampled] = {
    "line": _on_a_line(lambda x: 0.8 * x + 0.1),
    "sine": _on_a_line(lambda x: np.sin(np.pi * x)),
    "step": _on_a_line(lambda x: np.where(x < 0.0, -0.5, 0.5)),
    "plane": _on_the_plane(lambda x, y: 0.6 * x - 0.4 * y),
    "saddle": _on_the_plane(lambda x, y: x**2 - y**2),
    "bumps": _on_the_plane(lambda x, y: _bump(x, y, _HIGH) - _bump(x, y, _LOW)),
}
