"""One curve of the plot: where its points are drawn, and with which pen. Imports pyqtgraph."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPen

from mlp_studio.ui.plots.loss.clipping import clip
from mlp_studio.ui.plots.loss.following import Span
from mlp_studio.ui.plots.loss.thinning import thin

_FLOOR = float(np.log10(np.finfo(np.float64).tiny))
"""Where a logarithmic scale puts what is not above 0: the curve falls out of the picture."""

Values = NDArray[np.float64]


class Line:
    def __init__(self, box: pg.ViewBox, height: float) -> None:
        """A line in a view box; one of greater `height` runs over the others."""
        self.curve = pg.PlotCurveItem(connect="finite", skipFiniteCheck=True)
        self.curve.setZValue(height)
        box.addItem(self.curve, ignoreBounds=True)

    @property
    def width(self) -> float:
        width: float = self.curve.opts["pen"].widthF()
        return width

    @property
    def style(self) -> Qt.PenStyle:
        style: Qt.PenStyle = self.curve.opts["pen"].style()
        return style

    @property
    def points(self) -> tuple[Values, Values]:
        """What is drawn, as the axes have it."""
        across, up = self.curve.getData()
        return (np.empty(0), np.empty(0)) if across is None else (across, up)

    def clear(self) -> None:
        self.curve.setData([], [])

    def draw(
        self, epochs: Values, values: Values, edges: Values, *, log_across: bool, log_up: bool
    ) -> None:
        """The part of (n,) values in view; `edges` of bins are epochs, ascending."""
        across, up = thin(epochs, values, edges)
        if log_across:
            seen = across > 0.0
            across, up = np.log10(across[seen]), up[seen]
        if log_up:
            above = up > 0.0
            up = np.where(above, np.log10(up, where=above, out=np.full(len(up), _FLOOR)), _FLOOR)
        up = np.where(np.isfinite(up), up, np.nan)
        if len(across) == 1:
            # The two ends of a line without length are a dot.
            across, up = np.repeat(across, 2), np.repeat(up, 2)
        self.curve.setData(across, up, skipFiniteCheck=True)

    def clip(self, width: Span, height: Span) -> None:
        """Cut off what is drawn, as the axes have it, where it leaves a frame."""
        across, up = self.points
        if len(across):
            self.curve.setData(*clip(across, up, width, height), skipFiniteCheck=True)

    def set_pen(self, colour: QColor, width: float, style: Qt.PenStyle, *, smooth: bool) -> None:
        """`smooth` edges look better and take longer, unless the line is one pixel wide."""
        pen = QPen(colour, width, style)
        pen.setCosmetic(True)
        self.curve.opts["antialias"] = smooth
        self.curve.setPen(pen)
