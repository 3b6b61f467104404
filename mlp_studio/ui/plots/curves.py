"""Two growing curves on a pyqtgraph plot. Importing this imports pyqtgraph: do it late."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QPen

from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.plots.loss_axis import LossAxis
from mlp_studio.ui.theme import ThemeModel

MANY = 10_000
"""From here on lines are one pixel wide and not antialiased: wider ones are slow."""
SMOOTH_LIVE = 500
"""So many points are drawn smoothly also while they grow; more of them only at rest."""
_ROOM_AHEAD = 1.25
"""How much further than the last epoch the axis reaches: it moves now and then, not each frame."""
_TEXT_ROOM = 52

Values = NDArray[np.float64]
Data = tuple[Values, Values] | tuple[None, None]


class Curves(pg.PlotWidget):  # type: ignore[misc]  # pyqtgraph has no types
    """Training loss and, if there is one, test loss."""

    def __init__(self, theme: ThemeModel, numbers: NumberFormat) -> None:
        super().__init__(axisItems={"left": LossAxis(numbers)}, enableMenu=False)
        self._theme = theme
        self._points = 0
        self._live = False
        self._follows = True
        self._reach = 0.0
        item = self.getPlotItem()
        # Never shown, but made by pyqtgraph all the same: let it go with the plot.
        item.ctrlMenu.setParent(self, item.ctrlMenu.windowFlags())
        item.hideButtons()
        item.setDownsampling(auto=True, mode="peak")
        item.setClipToView(True)
        item.showGrid(x=False, y=True, alpha=0.15)
        item.getAxis("left").setWidth(_TEXT_ROOM)
        item.getAxis("bottom").enableAutoSIPrefix(False)
        self._train: Any = item.plot()
        self._test: Any = item.plot()
        item.disableAutoRange()
        item.getViewBox().sigRangeChangedManually.connect(self._let_go)
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_losses(
        self, epochs: Values, train: Values, test: Values | None, *, live: bool = False
    ) -> None:
        """Draw the curves so far; `test` is None where there is no test set.

        `live` while more is to come at once: then the picture is drawn fast rather than smoothly.
        """
        style = self._style
        self._points, self._live = len(epochs), live
        if style != self._style:
            self._restyle()
        self._train.setData(epochs, train, skipFiniteCheck=True)
        if test is None:
            self._test.clear()
        else:
            self._test.setData(epochs, test, skipFiniteCheck=True)
        if self._follows:
            self._follow(epochs, train, test)

    @property
    def _style(self) -> tuple[float, bool]:
        """Line width, and whether lines are antialiased."""
        many = self._points > MANY
        return (1.0 if many else 2.0, self._points <= (SMOOTH_LIVE if self._live else MANY))

    def _follow(self, epochs: Values, train: Values, test: Values | None) -> None:
        """Keep the curves in view, moving the axes seldom: each move lays all their texts anew."""
        last = float(epochs[-1])
        if not self._live:
            self._reach = max(last, 1.0)
        elif last > self._reach:
            self._reach = max(last * _ROOM_AHEAD, 20.0)
        lows = [float(train.min()), *([float(test.min())] if test is not None else [])]
        highs = [float(train.max()), *([float(test.max())] if test is not None else [])]
        low, high = self._span(min(lows), max(highs))
        self.getPlotItem().setRange(
            xRange=(-0.01 * self._reach, self._reach), yRange=(low, high), padding=0
        )

    def _span(self, low: float, high: float) -> tuple[float, float]:
        """From 0, or on the logarithmic scale from half a decade to half a decade."""
        if not self.is_logarithmic:
            return 0.0, 1.05 * high or 1.0
        tiny = np.finfo(float).tiny
        bottom = math.floor(2 * math.log10(max(low, tiny))) / 2
        return bottom, max(math.ceil(2 * math.log10(max(high, tiny))) / 2, bottom + 0.5)

    def _let_go(self) -> None:
        """The person looks at a part of the curves: leave it there."""
        self._follows = False

    def train_data(self) -> Data:
        """Epochs and training losses as they were given; (None, None) for none."""
        return _given(self._train)

    def test_data(self) -> Data:
        return _given(self._test)

    @property
    def line_width(self) -> float:
        width: float = self._train.opts["pen"].widthF()
        return width

    @property
    def is_logarithmic(self) -> bool:
        return bool(self._train.opts["logMode"][1])

    def forget(self) -> None:
        """Draw nothing. Not named `clear`: pyqtgraph sets its own, which removes the curves."""
        self._train.clear()
        self._test.clear()
        self._follows, self._reach = True, 0.0

    def set_logarithmic(self, on: bool) -> None:
        self.getPlotItem().setLogMode(y=on)
        self._follows = True
        epochs, train = self.train_data()
        if epochs is not None and train is not None:
            self._follow(epochs, train, self.test_data()[1])

    def name_axis(self, across: str) -> None:
        self.getPlotItem().setLabel("bottom", across)

    def _restyle(self) -> None:
        theme = self._theme.theme
        width, smooth = self._style
        self.setBackground(theme.panel)
        # Dashes are counted out along the whole line, which takes long if it has many points.
        dash = Qt.PenStyle.DashLine if smooth else Qt.PenStyle.SolidLine
        for curve, colour, style in (
            (self._train, theme.accent, Qt.PenStyle.SolidLine),
            (self._test, theme.warning, dash),
        ):
            pen = QPen(colour, width, style)
            pen.setCosmetic(True)
            curve.setPen(pen)
            curve.opts["antialias"] = smooth
        for name in ("left", "bottom"):
            axis = self.getPlotItem().getAxis(name)
            axis.setPen(theme.line)
            axis.setTextPen(theme.muted)


def _given(curve: Any) -> Data:
    data: Data = curve.getOriginalDataset()
    return data
