"""Two growing curves on a pyqtgraph plot. Importing this imports pyqtgraph: do it late."""

from __future__ import annotations

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
_TEXT_ROOM = 52

Values = NDArray[np.float64]
Data = tuple[Values, Values] | tuple[None, None]


class Curves(pg.PlotWidget):  # type: ignore[misc]  # pyqtgraph has no types
    """Training loss and, if there is one, test loss."""

    def __init__(self, theme: ThemeModel, numbers: NumberFormat) -> None:
        super().__init__(axisItems={"left": LossAxis(numbers)}, enableMenu=False)
        self._theme = theme
        self._points = 0
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
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_losses(self, epochs: Values, train: Values, test: Values | None) -> None:
        """Draw the curves so far; `test` is None where there is no test set."""
        was_many = self._points > MANY
        self._points = len(epochs)
        if was_many != (self._points > MANY):
            self._restyle()
        self._train.setData(epochs, train, skipFiniteCheck=True)
        if test is None:
            self._test.clear()
        else:
            self._test.setData(epochs, test, skipFiniteCheck=True)

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

    def set_logarithmic(self, on: bool) -> None:
        self.getPlotItem().setLogMode(y=on)

    def name_axis(self, across: str) -> None:
        self.getPlotItem().setLabel("bottom", across)

    def _restyle(self) -> None:
        theme = self._theme.theme
        many = self._points > MANY
        width = 1.0 if many else 2.0
        self.setBackground(theme.panel)
        dash = Qt.PenStyle.SolidLine if many else Qt.PenStyle.DashLine
        for curve, colour, style in (
            (self._train, theme.accent, Qt.PenStyle.SolidLine),
            (self._test, theme.warning, dash),
        ):
            pen = QPen(colour, width, style)
            pen.setCosmetic(True)
            curve.setPen(pen)
            curve.opts["antialias"] = not many
        for name in ("left", "bottom"):
            axis = self.getPlotItem().getAxis(name)
            axis.setPen(theme.line)
            axis.setTextPen(theme.muted)


def _given(curve: Any) -> Data:
    data: Data = curve.getOriginalDataset()
    return data
