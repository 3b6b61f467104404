"""The curves of both plots: what of them is in view, and how they are drawn. Imports pyqtgraph."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt

from mlp_studio.ui.plots.loss.crosshair import Dot
from mlp_studio.ui.plots.loss.line import Line
from mlp_studio.ui.plots.loss.panes import Panes
from mlp_studio.ui.plots.loss.record import Record
from mlp_studio.ui.theme import Theme, blend

MANY = 10_000
"""From here on lines are one pixel wide: wider ones are slow."""
SMOOTH_LIVE = 250
"""So many points are drawn smoothly also while they grow; more of them only at rest."""
_PALE = 0.35
_PER_AVERAGE = 3
"""Bins of the losses to one of their average, while a run is on."""
ROLES = ("accent", "warning", "forward")
"""The colours of training, test and validation."""
DASHES = (Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine, Qt.PenStyle.DashDotLine)
"""Their lines, so that they are told apart without colours too."""

Values = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Scores:
    """Accuracy or R² at some epochs, (n,) each; NaN where unknown."""

    epochs: Values
    train: Values
    test: Values
    validation: Values
    is_percent: bool

    @property
    def parts(self) -> tuple[Values, Values, Values]:
        return self.train, self.test, self.validation

    @property
    def lowest(self) -> float:
        """Infinite if none is known."""
        return float(np.fmin.reduce(np.concatenate(self.parts), initial=np.inf))


@dataclass(frozen=True, slots=True)
class _Triple:
    """The curves of one part of the data, in one colour."""

    loss: Line
    average: Line
    score: Line


class Lines:
    def __init__(self, panes: Panes) -> None:
        self._panes = panes
        self._pens_for: object = None
        loss, score = panes.loss.getViewBox(), panes.score.getViewBox()
        self.train = _Triple(Line(loss, 2.0), Line(loss, 4.0), Line(score, 2.0))
        self.test = _Triple(Line(loss, 3.0), Line(loss, 5.0), Line(score, 3.0))
        self.validation = _Triple(Line(loss, 3.5), Line(loss, 5.5), Line(score, 3.5))
        self._parts = (self.train, self.test, self.validation)

    def draw(self, record: Record, scores: Scores | None, *, live: bool) -> None:
        """What is in view, in as many points as there are pixels, or while `live` half as many."""
        across, up = self._panes.log_across, self._panes.log_up
        edges = self._panes.edges(2 if live else 1)
        # An average has no peaks to lose.
        coarse = edges[::_PER_AVERAGE] if live else edges
        for lines, series in zip(self._parts, record.parts, strict=True):
            epochs = record.epochs[: len(series)]
            lines.loss.draw(epochs, series.values, edges, log_across=across, log_up=up)
            if record.keep:
                smoothed = series.smoothed
                lines.average.draw(epochs, smoothed, coarse, log_across=across, log_up=up)
            else:
                lines.average.clear()
        if scores is not None and self._panes.is_scored:
            for lines, values in zip(self._parts, scores.parts, strict=True):
                known = np.isfinite(values)
                epochs, values = scores.epochs[known], values[known]
                lines.score.draw(epochs, values, edges, log_across=across, log_up=False)

    def clip(self) -> None:
        """Cut the curves off at the edges of what is in view."""
        across, loss, score = self._panes.spans()
        for lines in self._parts:
            lines.loss.clip(across, loss)
            lines.average.clip(across, loss)
            lines.score.clip(across, score)

    def set_pens(self, theme: Theme, points: int, *, live: bool, smoothed: bool) -> None:
        width = 1.0 if points > MANY else 2.0
        smooth = points <= (SMOOTH_LIVE if live else MANY)
        state = (theme, width, smooth, smoothed)
        if state == self._pens_for:
            return
        self._pens_for = state
        # Dashes are counted out along the whole line, which takes long if it has many points.
        dashes = DASHES if smooth else (Qt.PenStyle.SolidLine,) * len(DASHES)
        for lines, role, style in zip(self._parts, ROLES, dashes, strict=True):
            colour = getattr(theme, role)
            if smoothed:
                pale = blend(colour, theme.panel, _PALE)
                lines.loss.set_pen(pale, 1.0, Qt.PenStyle.SolidLine, smooth=True)
            else:
                lines.loss.set_pen(colour, width, style, smooth=smooth)
            lines.average.set_pen(colour, 2.0, style, smooth=smooth)
            lines.score.set_pen(colour, width, style, smooth=smooth)

    def dots(self, record: Record, place: int) -> tuple[Dot, ...]:
        """Where a crosshair at a place of the record meets the curves of the losses."""
        dots: list[Dot] = []
        for series, role in zip(record.parts, ROLES, strict=True):
            if len(series):
                value = float(series.smoothed[place])
                if self._panes.log_up:
                    value = math.log10(value) if value > 0.0 else math.nan
                dots.append((value, role))
        return tuple(dots)
