"""Three lines on a logarithmic axis. Importing this imports pyqtgraph: do it late."""

from __future__ import annotations

import math
from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPen, QWheelEvent

from mlp_studio.engine.costs import Costs
from mlp_studio.ui.counting import power
from mlp_studio.ui.plots.growth import Growth, log10
from mlp_studio.ui.theme import Theme, ThemeModel

WAYS = ("finite_differences", "paths", "backpropagation")
_DASHES = {
    "finite_differences": Qt.PenStyle.DashLine,
    "paths": Qt.PenStyle.DotLine,
    "backpropagation": Qt.PenStyle.SolidLine,
}
_MARKERS = {"finite_differences": "s", "paths": "t1", "backpropagation": "o"}
_MARKER, _MARKER_HERE = 8, 15
_ROOM = 26.0
"""Pixels from one number of an axis to the next, at the least."""
_MARGIN = 0.14
"""Of the height, above and below the lines: names stand there."""


class _PowerAxis(pg.AxisItem):  # type: ignore[misc]  # pyqtgraph has no types
    """Values are decimal logarithms: whole ones are written as powers of ten."""

    def tickValues(self, minVal: float, maxVal: float, size: float) -> list[Any]:
        apart = max(1, math.ceil(_ROOM / max(size / max(maxVal - minVal, 1e-9), 1e-9)))
        first = math.ceil(minVal / apart) * apart
        return [(float(apart), [float(at) for at in range(first, math.floor(maxVal) + 1, apart)])]

    def tickStrings(self, values: list[float], _scale: float, _spacing: float) -> list[str]:
        return [power(round(value)) for value in values]


class CostCurves(pg.PlotWidget):  # type: ignore[misc]  # pyqtgraph has no types
    """Each way has its own colour, dash and marker, and its name at its line."""

    def __init__(self, theme: ThemeModel) -> None:
        super().__init__(axisItems={"left": _PowerAxis("left")}, enableMenu=False)
        self._theme = theme
        self._growth: Growth | None = None
        for part in (self, self.viewport()):
            part.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # no key does anything here
        item = self.getPlotItem()
        # Never shown, but made by pyqtgraph all the same: let it go with the plot.
        item.ctrlMenu.setParent(self, item.ctrlMenu.windowFlags())
        item.hideButtons()
        item.setMouseEnabled(x=False, y=False)
        item.showGrid(x=False, y=True, alpha=0.15)
        item.getAxis("bottom").enableAutoSIPrefix(False)
        self._lines = {way: item.plot(antialias=True) for way in WAYS}
        self._here = {way: item.plot(antialias=True) for way in WAYS}
        self._mark = pg.InfiniteLine(angle=90, movable=False)
        item.addItem(self._mark, ignoreBounds=True)
        self._names = {way: pg.TextItem(anchor=(1.0, 1.25)) for way in WAYS}
        self._mark_name = pg.TextItem(anchor=(0.0, 0.0))
        for text in (*self._names.values(), self._mark_name):
            item.addItem(text, ignoreBounds=True)
        for mark in self._here.values():
            mark.setZValue(10)
        theme.changed.connect(self._restyle)
        self._restyle()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the panel that the chart stands in."""
        event.ignore()

    def set_names(self, ways: tuple[str, str, str], here: str) -> None:
        """What the lines, and the mark of the present network, are called."""
        for way, name in zip(WAYS, ways, strict=True):
            self._names[way].setText(name)
        self._mark_name.setText(here)

    def set_text_font(self, font: QFont) -> None:
        """Take the window's font, for names and axes alike."""
        small = QFont(font)
        bold = QFont(font)
        bold.setWeight(QFont.Weight.DemiBold)
        for text in self._names.values():
            text.setFont(bold)
        self._mark_name.setFont(small)
        item = self.getPlotItem()
        width = QFontMetricsF(small).horizontalAdvance(power(100))
        for name in ("left", "bottom"):
            item.getAxis(name).setTickFont(small)
            item.getAxis(name).label.setFont(small)
        item.getAxis("left").setWidth(round(width) + 34)
        item.getAxis("bottom").setHeight(round(2.6 * QFontMetricsF(small).height()))

    def show_growth(self, growth: Growth, across: str, up: str) -> None:
        """Draw the lines and mark the present network."""
        self._growth = growth
        item = self.getPlotItem()
        item.setLabel("bottom", across)
        item.setLabel("left", up)
        places = [self._across(place) for place in growth.places]
        here = self._across(growth.here)
        ticks = [(at, str(place)) for at, place in zip(places, growth.places, strict=True)]
        item.getAxis("bottom").setTicks([ticks[:: max(1, math.ceil(len(ticks) / 9))]])
        for way in WAYS:
            self._lines[way].setData(places, self.heights(way))
            self._here[way].setData([here], [_height(growth.costs_here, way)])
        self._mark.setValue(here)
        self._place(places, here)

    def heights(self, way: str) -> list[float]:
        """Decimal logarithms of what a way costs, place by place."""
        return [] if self._growth is None else [_height(each, way) for each in self._growth.costs]

    def here(self, way: str) -> float:
        """The same of the present network, as it is drawn."""
        return float(self._here[way].getOriginalDataset()[1][0])

    def style_of(self, way: str) -> tuple[Qt.PenStyle, str]:
        """The dash and the marker of a way's line."""
        opts = self._lines[way].opts
        return opts["pen"].style(), str(opts["symbol"])

    def _across(self, place: int) -> float:
        assert self._growth is not None
        return float(place) if self._growth.along == "depth" else math.log2(max(place, 1))

    def _place(self, places: list[float], here: float) -> None:
        """Show everything, and put the names where their lines end, apart from one another."""
        item = self.getPlotItem()
        everything = [at for way in WAYS for at in (*self.heights(way), self.here(way))]
        low, high = min(everything), max(everything)
        margin = _MARGIN * max(high - low, 1.0)
        low, high = low - margin, high + margin
        room = 0.04 * (places[-1] - places[0])
        item.setRange(xRange=(places[0] - room, places[-1] + room), yRange=(low, high), padding=0)
        for way in WAYS:
            self._names[way].setPos(places[-1] + room, self.heights(way)[-1])
        is_right = here > (places[0] + places[-1]) / 2
        self._mark_name.setAnchor((1.0 if is_right else 0.0, 1.0))
        # Below all lines, whose names stand above them.
        self._mark_name.setPos(here, low)

    def _restyle(self) -> None:
        theme = self._theme.theme
        self.setBackground(theme.panel)
        for way, colour in zip(WAYS, _colours(theme), strict=True):
            self._lines[way].setPen(_pen(colour, 2.0, _DASHES[way]))
            for curve, size in ((self._lines[way], _MARKER), (self._here[way], _MARKER_HERE)):
                curve.setSymbol(_MARKERS[way])
                curve.setSymbolSize(size)
                curve.setSymbolPen(_pen(colour, 2.0))
                curve.setSymbolBrush(theme.panel if curve is self._here[way] else colour)
            self._names[way].setColor(colour)
            # The lines of the others run behind a name, and are still seen there.
            veil = QColor(theme.panel)
            veil.setAlphaF(0.8)
            self._names[way].fill = pg.mkBrush(veil)
        self._mark.setPen(_pen(theme.muted, 1.0))
        self._mark_name.setColor(theme.muted)
        for name in ("left", "bottom"):
            axis = self.getPlotItem().getAxis(name)
            axis.setPen(theme.line)
            axis.setTextPen(theme.muted)


def _colours(theme: Theme) -> tuple[QColor, QColor, QColor]:
    return theme.warning, theme.backward, theme.accent


def _pen(colour: QColor, width: float, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> QPen:
    """As wide at every scale: in a plot the two axes have scales of their own."""
    pen = QPen(colour, width, style)
    pen.setCosmetic(True)
    return pen


def _height(costs: Costs, way: str) -> float:
    return log10(getattr(costs, way))
