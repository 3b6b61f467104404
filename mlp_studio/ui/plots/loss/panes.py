"""The two plots, one above the other, and where epochs lie on them. Imports pyqtgraph."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QFontMetricsF

from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.plots.loss.axes import EpochAxis, LossAxis, ScoreAxis
from mlp_studio.ui.plots.loss.following import Span
from mlp_studio.ui.theme import Theme

_WIDEST_NUMBER = "0.0005"
_LOWEST_PANE = 24
_NO_LIMIT = 16_777_215
"""Qt's own."""
_MARGIN_TOP, _MARGIN_RIGHT = 4, 12

Values = NDArray[np.float64]


class Panes:
    """Losses above, scores beneath with the same epochs; the scores come and go."""

    def __init__(self, view: pg.GraphicsLayoutWidget, numbers: NumberFormat) -> None:
        layout = view.ci
        layout.setContentsMargins(0, _MARGIN_TOP, _MARGIN_RIGHT, 0)
        layout.setSpacing(0)
        self.score_axis = ScoreAxis(numbers)
        self.loss = _plot({"left": LossAxis(numbers), "bottom": EpochAxis(numbers)})
        self.score = _plot({"left": self.score_axis, "bottom": EpochAxis(numbers)})
        layout.addItem(self.loss, row=0, col=0)
        layout.addItem(self.score, row=1, col=0)
        for plot in (self.loss, self.score):
            # Never shown, but made by pyqtgraph all the same: let it go with the view.
            plot.ctrlMenu.setParent(view, plot.ctrlMenu.windowFlags())
        self.score.hide()
        self._grid = layout.layout
        self._grid.setRowStretchFactor(0, 5)
        self.score.getViewBox().setMouseEnabled(x=True, y=False)
        # Not pyqtgraph's own link, which compares where the plots are while they still move there.
        self.loss.getViewBox().sigXRangeChanged.connect(self._lead_score)
        self.score.getViewBox().sigXRangeChanged.connect(self._lead_loss)
        self._font = view.font()
        self.log_across = self.log_up = False
        self._titles = ("", "", "")
        self._give_room(scored=False)

    @property
    def lowest(self) -> pg.PlotItem:
        """The plot that has the epochs beneath it."""
        return self.score if self.is_scored else self.loss

    @property
    def shown(self) -> tuple[pg.PlotItem, ...]:
        return (self.loss, self.score) if self.is_scored else (self.loss,)

    def rects(self) -> Iterator[QRectF]:
        """Where curves are drawn, in pixels of the scene."""
        for plot in self.shown:
            yield plot.getViewBox().sceneBoundingRect()

    def set_scored(self, on: bool) -> None:
        """Show the scores, or give all the room to the losses."""
        if on != self.is_scored:
            self._give_room(scored=on)
            # An axis that was hidden has forgotten how wide it is.
            self.set_text_font(self._font)

    def set_logarithmic(self, *, across: bool, up: bool) -> None:
        self.log_across, self.log_up = across, up
        self.loss.getAxis("left").setLogMode(False, up)
        for plot in (self.loss, self.score):
            plot.getAxis("bottom").setLogMode(across, False)

    def set_spans(self, across: Span, loss: Span, score: Span) -> None:
        """What is in view; in log10 where the scale is logarithmic."""
        self.loss.setRange(xRange=across, yRange=loss, padding=0)
        self.score.getViewBox().setYRange(*score, padding=0)

    def set_titles(self, epochs: str, loss: str, score: str) -> None:
        """Titles beside the axes; empty for none."""
        self._titles = (epochs, loss, score)
        for plot, title in ((self.loss, loss), (self.score, score)):
            plot.setLabel("left", title)
            plot.getAxis("left").showLabel(bool(title))
            plot.setLabel("bottom", epochs)
            plot.getAxis("bottom").showLabel(bool(epochs))

    def _lead_score(self, _box: pg.ViewBox, across: Span) -> None:
        self.score.getViewBox().setXRange(*across, padding=0)

    def _lead_loss(self, _box: pg.ViewBox, across: Span) -> None:
        self.loss.getViewBox().setXRange(*across, padding=0)

    def _give_room(self, *, scored: bool) -> None:
        self.is_scored = scored
        self.score.setVisible(scored)
        self.loss.showAxis("bottom", not scored)
        self.score.setMinimumHeight(_LOWEST_PANE if scored else 0)
        self._grid.setRowStretchFactor(1, 3 if scored else 0)
        self._grid.setRowMaximumHeight(1, _NO_LIMIT if scored else 0)

    def set_text_font(self, font: QFont) -> None:
        self._font = font
        metrics = QFontMetricsF(font)
        # The lowest number of the losses stands above the highest of the scores.
        self._grid.setVerticalSpacing(metrics.height() - 2.0 if self.is_scored else 0.0)
        epochs, loss, _score = self._titles
        for plot in (self.loss, self.score):
            for side in ("left", "bottom"):
                plot.getAxis(side).setTickFont(font)
                plot.getAxis(side).label.setFont(font)
            wide = metrics.horizontalAdvance(_WIDEST_NUMBER) + 12
            plot.getAxis("left").setWidth(math.ceil(wide + (1.7 * metrics.height() if loss else 0)))
            high = metrics.height() + 8
            plot.getAxis("bottom").setHeight(
                math.ceil(high + (1.3 * metrics.height() if epochs else 0))
            )

    def restyle(self, theme: Theme) -> None:
        for plot in (self.loss, self.score):
            for side in ("left", "bottom"):
                axis = plot.getAxis(side)
                axis.setPen(theme.line)
                axis.setTextPen(theme.muted)

    def pixel(self, epoch: float) -> float:
        """Where an epoch lies across the scene; left of everything if it is on no scale."""
        rect = self.loss.getViewBox().sceneBoundingRect()
        low, high = self.across()
        return float(rect.left() + (self.scaled(epoch) - low) / (high - low) * rect.width())

    def epoch_at(self, pixel: float) -> float:
        """The inverse of `pixel`."""
        rect = self.loss.getViewBox().sceneBoundingRect()
        low, high = self.across()
        value = low + (pixel - rect.left()) / max(rect.width(), 1.0) * (high - low)
        return float(10.0**value if self.log_across else value)

    def across(self) -> Span:
        low, high = self.loss.getViewBox().viewRange()[0]
        return low, high

    def spans(self) -> tuple[Span, Span, Span]:
        """What is in view of epochs, losses and scores."""
        (across, loss) = self.loss.getViewBox().viewRange()
        score = self.score.getViewBox().viewRange()[1]
        return tuple(across), tuple(loss), tuple(score)

    def scaled(self, epoch: float) -> float:
        """An epoch as the axis has it: −∞ if it is on no scale."""
        if not self.log_across:
            return epoch
        return math.log10(epoch) if epoch > 0.0 else -math.inf

    def edges(self, pixels: int) -> Values:
        """Epochs at the edges of bins, so many pixels wide, over what is in view."""
        low, high = self.across()
        bins = max(int(self.loss.getViewBox().width()) // pixels, 1)
        edges = np.linspace(low, high, bins + 1)
        return 10.0**edges if self.log_across else edges


def _plot(axes: dict[str, pg.AxisItem]) -> pg.PlotItem:
    plot = pg.PlotItem(axisItems=axes, enableMenu=False)
    plot.hideButtons()
    plot.disableAutoRange()
    plot.setMinimumHeight(_LOWEST_PANE)
    plot.layout.setContentsMargins(0, 0, 0, 0)
    return plot
