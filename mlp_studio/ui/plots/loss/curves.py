"""Losses and scores on two pyqtgraph plots. Importing this imports pyqtgraph: do it late."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QFontMetricsF, QResizeEvent

from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.plots.loss.crosshair import Crosshair
from mlp_studio.ui.plots.loss.following import Following, Span, loss_span, score_span
from mlp_studio.ui.plots.loss.ground import Ground
from mlp_studio.ui.plots.loss.lines import Lines, Scores
from mlp_studio.ui.plots.loss.markers import Marker, Markers
from mlp_studio.ui.plots.loss.panes import Panes
from mlp_studio.ui.plots.loss.record import Record
from mlp_studio.ui.theme import ThemeModel

ROOM_FOR_SCORES = 150
"""Pixels of height below which there are no scores beneath the losses, ..."""
LINES_FOR_SCORES = 7.5
"""... and the same in lines of text, which may be large."""

Values = NDArray[np.float64]
Data = tuple[Values, Values] | tuple[None, None]


class Curves(pg.GraphicsLayoutWidget):  # type: ignore[misc]  # pyqtgraph has no types
    """Losses of training and, if there are such parts, test and validation; beneath them scores."""

    following_changed = Signal(bool)
    """Whether all of the curves is kept in view; not while a person looks at a part of them."""
    pointed = Signal()
    """The crosshair moved, came or went."""

    _is_built = False

    def __init__(self, theme: ThemeModel, numbers: NumberFormat) -> None:
        super().__init__()
        self._theme = theme
        self.record = Record()
        self.scores: Scores | None = None
        self._live = False
        self._following = Following()
        self._is_following = False
        self.panes = Panes(self, numbers)
        self.lines = Lines(self.panes)
        self._train = self.lines.train.loss
        self._ground = Ground(self.panes, theme)
        self.markers = Markers(self.panes, theme)
        self._crosshair = Crosshair(self.panes, theme)
        for layer in (self._ground, self.markers, self._crosshair):
            self.scene().addItem(layer)
        for plot in (self.panes.loss, self.panes.score):
            plot.getViewBox().sigRangeChangedManually.connect(self._let_go)
            plot.getViewBox().sigRangeChanged.connect(self._on_range)
            plot.getViewBox().sigResized.connect(self._on_range)
        self._is_built = True
        theme.changed.connect(self._restyle)
        self.set_titles("", "", "")
        self._restyle()

    @property
    def crosshair(self) -> int | None:
        """The place in the record where the crosshair is; None while it is hidden."""
        epoch = self._crosshair.epoch
        return None if epoch is None or not len(self.record) else self.record.nearest(epoch)

    @property
    def follows(self) -> bool:
        return self._following.is_on

    @property
    def line_width(self) -> float:
        return self._train.width

    @property
    def is_logarithmic(self) -> bool:
        return self.panes.log_up

    @property
    def is_scored(self) -> bool:
        """Whether there are scores, and room for them."""
        return self.panes.is_scored

    def getViewBox(self) -> Any:
        """Of the losses, as a plot of pyqtgraph has it."""
        return self.panes.loss.getViewBox()

    def show_losses(
        self,
        epochs: Values,
        train: Values,
        test: Values | None,
        validation: Values | None = None,
        *,
        live: bool = False,
    ) -> None:
        """Draw the curves so far; `test` and `validation` are None without such a part.

        `live` while more is to come at once: then the picture is drawn fast rather than smoothly.
        """
        self.record.take(epochs, train, test, validation)
        self._live = live
        self._set_pens()
        self._follow()
        self._draw()
        self.point_at(self.crosshair)

    def show_scores(self, scores: Scores | None) -> None:
        """Beneath the losses, from the next time that those are shown."""
        self.scores = scores
        if scores is not None:
            self.panes.score_axis.set_percent(scores.is_percent)
        self._make_room()

    def train_data(self) -> Data:
        """Epochs and training losses as they were given; (None, None) for none."""
        record = self.record
        return (record.epochs, record.train.values) if len(record) else (None, None)

    def test_data(self) -> Data:
        record = self.record
        return (record.epochs, record.test.values) if record.is_tested else (None, None)

    def validation_data(self) -> Data:
        record = self.record
        return (record.epochs, record.validation.values) if record.is_validated else (None, None)

    def forget(self) -> None:
        """Draw nothing. Not named `clear`: pyqtgraph sets its own, which removes the curves."""
        self.point_at(None)
        self.record.forget()
        self.markers.set_markers(())
        self.show_scores(None)
        self._following.begin()
        self.following_changed.emit(True)
        self._draw()

    def set_logarithmic(self, on: bool) -> None:
        self._set_scales(across=self.panes.log_across, up=on)

    def set_logarithmic_epochs(self, on: bool) -> None:
        """Epoch 0 has no place on a logarithmic scale and is left out."""
        self._set_scales(across=on, up=self.panes.log_up)

    def set_smoothing(self, keep: float) -> None:
        """From 0, not at all, to below 1; the losses themselves stay as pale lines behind."""
        self.record.smooth(keep)
        self._set_pens()
        self._draw()
        self.point_at(self.crosshair)

    def fit(self) -> None:
        """Look at all of the curves again, and follow them."""
        self._following.is_on = True
        self._follow()
        self._draw()
        self.following_changed.emit(True)

    def look_at(self, low: float, high: float) -> None:
        """See the epochs from `low` to `high`, in log10 where their scale is logarithmic."""
        self._let_go()
        self.panes.loss.setXRange(low, high, padding=0)

    def look_like(self, other: Curves) -> None:
        """Show what another plot shows, in this one's size and at rest."""
        record, panes = other.record, other.panes
        self.record.smooth(record.keep)
        self.panes.set_logarithmic(across=panes.log_across, up=panes.log_up)
        self.show_scores(other.scores)
        test = record.test.values if record.is_tested else None
        validation = record.validation.values if record.is_validated else None
        self.show_losses(record.epochs, record.train.values, test, validation)
        self.markers.set_markers(other.markers.markers)
        self.markers.setCacheMode(Markers.CacheMode.NoCache)  # a file has them as vectors
        if not other.follows:
            self._let_go()
            self.panes.set_spans(*panes.spans())

    def point_at(self, place: int | None) -> None:
        """Put the crosshair at a place in the record, or hide it."""
        before = self._crosshair.epoch
        if place is None:
            self._crosshair.show_at(None)
        else:
            epoch = float(self.record.epochs[place])
            self._crosshair.show_at(epoch, self.lines.dots(self.record, place))
        if before != self._crosshair.epoch:
            self.pointed.emit()

    def set_markers(self, markers: Sequence[Marker]) -> None:
        self.markers.set_markers(markers)

    def name_epochs(self, name: str) -> None:
        """Written small where their axis begins."""
        self._ground.name = name
        self._ground.update()

    def set_titles(self, epochs: str, loss: str, score: str) -> None:
        """Titles beside the axes, as a picture for others needs them; empty for none."""
        self.panes.set_titles(epochs, loss, score)
        self.set_text_font(self.font())

    def set_text_font(self, font: QFont) -> None:
        self.panes.set_text_font(font)
        self._ground.font = self.markers.font = font
        self._make_room()
        self._refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # pyqtgraph calls this while it builds the view, and while it takes it apart.
        if self._is_built and not self.closed:
            for layer in (self._ground, self.markers, self._crosshair):
                layer.set_rect(QRectF(self.rect()))
            self._make_room()
            self._draw()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self._is_built:
            self.set_text_font(self.font())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._ground.set_focused(event.reason() != Qt.FocusReason.MouseFocusReason)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._ground.set_focused(False)

    def _set_scales(self, *, across: bool, up: bool) -> None:
        self.panes.set_logarithmic(across=across, up=up)
        self.fit()
        self.point_at(self.crosshair)

    def _follow(self) -> None:
        if self._following.is_on and len(self.record):
            self._is_following = True
            self.panes.set_spans(*self._spans())
            self._is_following = False

    def _spans(self) -> tuple[Span, Span, Span]:
        """Of epochs, losses and scores, so that all is in view."""
        record, panes, scores = self.record, self.panes, self.scores
        last = float(record.epochs[-1])
        lowest = min(series.lowest for series in record.parts)
        highest = max(series.highest for series in record.parts)
        return (
            self._following.across(last, live=self._live, logarithmic=panes.log_across),
            loss_span(lowest, highest, logarithmic=panes.log_up),
            score_span(0.0 if scores is None or scores.is_percent else scores.lowest),
        )

    def _let_go(self) -> None:
        """The person looks at a part of the curves: leave it there."""
        if self._following.is_on:
            self._following.is_on = False
            self.following_changed.emit(False)

    def _on_range(self) -> None:
        if not self._is_following:
            self._draw()
        self._refresh()

    def _refresh(self) -> None:
        for layer in (self._ground, self.markers, self._crosshair):
            layer.update()

    def _make_room(self) -> None:
        """Show the scores if there are any and there is room for them."""
        room = max(ROOM_FOR_SCORES, LINES_FOR_SCORES * QFontMetricsF(self.font()).height())
        self.panes.set_scored(self.scores is not None and self.height() >= room)

    def _draw(self) -> None:
        self.lines.draw(self.record, self.scores, live=self._live)

    def _set_pens(self) -> None:
        smoothed = self.record.keep > 0.0
        points = len(self.record)
        self.lines.set_pens(self._theme.theme, points, live=self._live, smoothed=smoothed)

    def _restyle(self) -> None:
        theme = self._theme.theme
        self.setBackground(theme.panel)
        self.panes.restyle(theme)
        self._set_pens()
        self._refresh()
