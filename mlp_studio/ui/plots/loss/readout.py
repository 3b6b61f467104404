"""The numbers above the curves: at the crosshair, where the window stands, or the newest."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject

from mlp_studio.document.run_log import ScoreHistory
from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.plots.legend import LegendEntry
from mlp_studio.ui.plots.loss.head import Head

if TYPE_CHECKING:
    from mlp_studio.ui.plots.loss.curves import Curves
    from mlp_studio.ui.plots.loss.record import Series


class Readout(QObject):
    def __init__(self, head: Head, numbers: NumberFormat, parent: QObject) -> None:
        super().__init__(parent)
        self._head = head
        self._numbers = numbers

    def clear(self) -> None:
        for entry in self._head.entries:
            entry.setVisible(False)

    def write(self, curves: Curves, scores: ScoreHistory, shown_epoch: int | None) -> None:
        """The values of one epoch. There must be one in the curves' record."""
        record, place = curves.record, curves.crosshair
        if place is None and shown_epoch is not None:
            place = record.nearest(shown_epoch)
        is_newest = place is None
        place = len(record) - 1 if place is None else place
        epoch = int(record.epochs[place])
        text = self.tr("epoch {number}") if is_newest else self.tr("at epoch {number}")
        self._head.epoch.setText(text.format(number=f"{epoch:,}"))
        for entry, series in zip(self._head.losses, record.parts, strict=True):
            entry.setVisible(len(series) > 0)
            if len(series):
                self._write_loss(entry, series, place, smoothed=record.keep > 0.0)
        self._write_scores(curves, scores, None if is_newest else epoch)

    def _write_loss(
        self, entry: LegendEntry, series: Series, place: int, *, smoothed: bool
    ) -> None:
        aside = short = ""
        if smoothed:
            average = self._numbers.text(float(series.smoothed[place]))
            aside = self.tr("smoothed {number}").format(number=average)
            short = self.tr("avg {number}").format(number=average)
        entry.set_value(self._numbers.text(float(series.values[place])), aside, short)

    def _write_scores(self, curves: Curves, scores: ScoreHistory, epoch: int | None) -> None:
        """The newest at or before an epoch, and of which epoch it is if that is an earlier one."""
        parts = (scores.train, scores.test, scores.validation)
        for entry, values in zip(self._head.scores, parts, strict=True):
            known = np.flatnonzero(np.isfinite(values))
            # Also where their curves have no room: else the room would depend on the legend.
            entry.setVisible(len(known) > 0)
            if entry.isHidden():
                continue
            if epoch is not None:
                known = known[scores.epochs[known] <= epoch]
            if not len(known):
                entry.set_value("–")
                continue
            at = int(scores.epochs[known[-1]])
            aside = ""
            if epoch is not None and at != epoch:
                aside = self.tr("epoch {number}").format(number=f"{at:,}")
            entry.set_value(self._score_text(curves, float(values[known[-1]])), aside)

    def _score_text(self, curves: Curves, value: float) -> str:
        if curves.scores is None or not curves.scores.is_percent:
            return self._numbers.text(value)
        return self.tr("{percent} %").format(percent=self._numbers.exact(round(100 * value, 1)))
