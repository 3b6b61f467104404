"""A picture of edges that keeps up: quickly while something moves, in full once it is still.

Pixels are what costs: smooth lines take four to eight times as long as plain ones, and a dense
network has tens of thousands. So a change is drawn at once as well as a frame allows, and the whole
picture is drawn behind it in slices, to be swapped in.
"""

from __future__ import annotations

from time import perf_counter

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QPainter

from mlp_studio.ui.canvas.edge_sheet import Pane, Sheet
from mlp_studio.ui.canvas.edge_strokes import Rows, Strokes

SMOOTH_MOVING, SMOOTH_AT_REST = 300, 1500
"""As many segments are smooth at once, while things move and while they are at rest."""
BUDGET = 3000
"""Segments drawn in a frame while things move, the strongest: past that a picture is soup."""
AT_ONCE = 15_000
"""Segments drawn in the frame after a single change."""
ON_TOP = 200
"""The strongest segments stay above whatever is drawn over a picture."""
SLICE = 0.004
"""Seconds of drawing before events have their turn."""
CATCH_UP_AFTER = 80
"""Milliseconds for which a pan or zoom stretches what was drawn before."""
_CHUNK = 32


class EdgePicture(QObject):
    """Paints strokes as a pixmap of its own, as large as what is seen, never as the scene."""

    changed = Signal()
    """There is a better picture than the one painted last."""

    def __init__(self) -> None:
        super().__init__()
        self._strokes: Strokes | None = None
        self._sheet: Sheet | None = None
        self._outdated = True
        """Whether nothing on the sheet can be kept."""
        self._fine: Sheet | None = None
        """The full picture as far as it is drawn."""
        self._queue: Rows = np.zeros(0, dtype=np.intp)
        self._is_full = False
        """Whether the sheet is the full picture."""
        self._at_rest = True
        self.slices = QTimer(self)
        self.slices.setInterval(0)
        self.slices.timeout.connect(self.draw_slice)
        self.catching_up = QTimer(self)
        self.catching_up.setSingleShot(True)
        self.catching_up.setInterval(CATCH_UP_AFTER)
        self.catching_up.timeout.connect(self.catch_up)

    @property
    def is_full(self) -> bool:
        """Whether everything is shown as it is, smoothly."""
        return self._is_full

    def set_strokes(self, strokes: Strokes) -> None:
        """Show these. The same arrays and pens as before say that only `numbers` differ."""
        old, self._strokes = self._strokes, strokes
        if old is None or not strokes.differs_in_numbers_only(old):
            self._outdated = True
        elif np.array_equal(old.numbers, strokes.numbers):
            return
        self._change()

    def set_at_rest(self, at_rest: bool) -> None:
        self._at_rest = at_rest
        if not at_rest:
            self._drop_fine()
        elif not self._is_full:
            self.changed.emit()

    def _change(self) -> None:
        self._drop_fine()
        self._is_full = False
        self.changed.emit()

    def _drop_fine(self) -> None:
        self.slices.stop()
        self._fine = None

    def paint(self, painter: QPainter, pane: Pane) -> None:
        """Paint on a widget that looks at the scene through this pane."""
        strokes = self._strokes
        if strokes is None or not len(strokes):
            self._sheet = None
            return
        sheet = self._brought_up(strokes, pane)
        sheet.show(painter, pane)
        if self._at_rest and not self._is_full and not self.catching_up.isActive():
            self.slices.start()

    def _brought_up(self, strokes: Strokes, pane: Pane) -> Sheet:
        sheet = self._sheet
        if sheet is None or self._outdated:
            return self._redrawn(strokes, pane)
        if sheet.covers(pane):
            return self._overdrawn(sheet, strokes, pane)
        if int(strokes.costs.sum()) <= SMOOTH_MOVING:
            return self._redrawn(strokes, pane)
        self._drop_fine()
        self._is_full = False
        if not self.catching_up.isActive():
            self.catching_up.start()
        return sheet

    def _redrawn(self, strokes: Strokes, pane: Pane) -> Sheet:
        """A new sheet with as much on it as one frame allows."""
        still = self._at_rest and (self._sheet is None or self._sheet.covers(pane))
        sheet = Sheet(pane, strokes)
        cost = int(strokes.costs[sheet.seen].sum())
        smooth = cost <= (SMOOTH_AT_REST if still else SMOOTH_MOVING)
        rows = strokes.strongest(sheet.seen, AT_ONCE if still else BUDGET)
        sheet.draw(strokes, rows, smooth=smooth)
        self.catching_up.stop()
        self._drop_fine()
        self._sheet, self._outdated, self._is_full = sheet, False, smooth
        return sheet

    def _overdrawn(self, sheet: Sheet, strokes: Strokes, pane: Pane) -> Sheet:
        """The same sheet with what changed drawn over it, or a new one once that is half of it."""
        if self._is_full:
            return sheet
        stale = sheet.stale(strokes)
        if not len(stale):
            return sheet
        cost = int(strokes.costs[stale].sum())
        held = int(strokes.costs[sheet.drawn >= 0].sum())
        sheet.overdrawn += cost
        if cost > BUDGET - ON_TOP or 2 * sheet.overdrawn > held or held <= SMOOTH_AT_REST:
            return self._redrawn(strokes, pane)
        above = strokes.strongest(sheet.seen, ON_TOP)
        sheet.draw(strokes, strokes.ordered(np.union1d(stale, above)), smooth=False)
        return sheet

    def catch_up(self) -> None:
        """The pane has moved: draw what it shows now."""
        self._outdated = True
        self.changed.emit()

    def draw_slice(self) -> None:
        """Draw a few milliseconds of the full picture; show it when that was the last."""
        strokes, sheet = self._strokes, self._sheet
        if strokes is None or sheet is None:
            self._drop_fine()
            return
        if self._fine is None:
            self._fine = Sheet(sheet.pane, strokes)
            self._queue = strokes.ordered(self._fine.seen)
        self._queue = _draw_for(SLICE, self._fine, strokes, self._queue)
        if not len(self._queue):
            self._fine.draw(strokes, self._queue, smooth=True)
            self._fine.drawn[self._fine.seen] = strokes.numbers[self._fine.seen]
            self._sheet, self._is_full = self._fine, True
            self._drop_fine()
            self.changed.emit()

    def finish(self) -> None:
        """Draw the rest of the full picture now."""
        while self.slices.isActive():
            self.draw_slice()


def _draw_for(seconds: float, sheet: Sheet, strokes: Strokes, queue: Rows) -> Rows:
    """Draw smoothly from the front of the queue for so long; what is left of it."""
    end = perf_counter() + seconds
    pens = strokes.pens.cosmetic(sheet.pane.ratio)
    painter = sheet.painter(smooth=True)
    while len(queue) and perf_counter() < end:
        strokes.draw(painter, pens, queue[:_CHUNK])
        queue = queue[_CHUNK:]
    painter.end()
    return queue
