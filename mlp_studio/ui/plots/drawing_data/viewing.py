"""Which part of the plane is in view: fitted to the samples, zoomed, moved along."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from mlp_studio.engine.probe import Extent

Array = NDArray[np.float64]
USUAL: Extent = (-1.5, 1.5, -1.5, 1.5)
_MARGIN = 0.1
_ALIKE = 4.0
"""Axes whose ranges differ by no more than this share one scale: a circle stays a circle."""
_FAR = 3.0
"""A view so many times as wide as it would have to be is fitted anew."""
_LEAST, _MOST = 1e-6, 1e9
"""How wide a view may become."""


def fitted(places: Array) -> Extent:
    """All places (n, 2) with room around them; the usual range if they lie within it."""
    if not len(places) or (np.abs(places) <= USUAL[1]).all():
        return USUAL
    low, high = places.min(axis=0), places.max(axis=0)
    span = (high - low) * (1.0 + 2 * _MARGIN)
    size = np.maximum(np.abs(low), np.abs(high))
    span = np.where(span > _LEAST * np.maximum(size, 1.0), span, np.maximum(size, 1.0))
    if span.max() <= _ALIKE * span.min():
        span = np.full(2, span.max())
    middle = (low + high) / 2.0
    x0, y0 = (middle - span / 2.0).tolist()
    x1, y1 = (middle + span / 2.0).tolist()
    return x0, x1, y0, y1


def kept(view: Extent, places: Array) -> Extent:
    """The same view if it shows all places and is not far too wide for them, else a fitted one."""
    best = fitted(places)
    x0, x1, y0, y1 = view
    if len(places):
        low, high = places.min(axis=0), places.max(axis=0)
        if (low < (x0, y0)).any() or (high > (x1, y1)).any():
            return best
    is_far = x1 - x0 > _FAR * (best[1] - best[0]) or y1 - y0 > _FAR * (best[3] - best[2])
    return best if is_far else view


def zoomed(view: Extent, factor: float, at: tuple[float, float] | None = None) -> Extent:
    """`factor` times as near; the place `at` stays where it is, or else the middle."""
    x0, x1, y0, y1 = view
    x, y = at if at is not None else ((x0 + x1) / 2.0, (y0 + y1) / 2.0)
    wanted = (x1 - x0) / factor, (y1 - y0) / factor
    if min(wanted) < _LEAST or max(wanted) > _MOST:
        return view
    return (
        x - (x - x0) / factor,
        x + (x1 - x) / factor,
        y - (y - y0) / factor,
        y + (y1 - y) / factor,
    )


def panned(view: Extent, across: float, up: float) -> Extent:
    """Moved along by these shares of its width and height."""
    x0, x1, y0, y1 = view
    dx, dy = across * (x1 - x0), up * (y1 - y0)
    return x0 + dx, x1 + dx, y0 + dy, y1 + dy
