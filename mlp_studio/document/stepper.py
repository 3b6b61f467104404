"""The cursor: forward and back through the steps of a pass, and from pass to pass in time.

A trace holds every number of its pass as arrays computed once, so going back is the same move as
going forward: only the index changes. Where a pass ends its update becomes an entry of the undo
history, and that history is the line of all passes that one can go to.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject

from mlp_studio.document.document import Document
from mlp_studio.document.order import Scope
from mlp_studio.document.pass_at_hand import GRANULARITIES, UNITS, Granularity
from mlp_studio.document.pass_to_pass import PassToPass
from mlp_studio.document.passes import PassRecord
from mlp_studio.document.player import StepPlayer
from mlp_studio.document.updates import ROOM, Unit

__all__ = ["GRANULARITIES", "Granularity", "PassRecord", "Scope", "StepCursor"]

_PHASE, _LAYER, _UNIT = 0, 2, 3
"""Rows of the table of a StepList."""


class StepCursor(PassToPass):
    """Steps through forward, loss, backward and update, pass after pass.

    `index` −1 stands before the first step of the pass. Stepping on from the last step makes the
    update (one undo entry) and begins the next pass; stepping back from the start undoes it and
    returns to the end of the pass before. By sample, batch and epoch a step completes as much
    with its updates (one undo entry), and a step back goes to where as much began.
    """

    def __init__(
        self, document: Document, parent: QObject | None = None, *, memory: int = ROOM
    ) -> None:
        super().__init__(document, parent, memory=memory)
        self.player = StepPlayer(self, self)
        document.replaced.connect(self.player.pause)

    @property
    def is_at_start(self) -> bool:
        """Before the first step of the pass."""
        return self._index < 0

    @property
    def is_at_end(self) -> bool:
        """At the last step of the pass."""
        return self._index + 1 >= len(self._steps)

    @property
    def can_go_back(self) -> bool:
        return self._index >= 0 or self._line.present.continues

    @property
    def can_go_forward(self) -> bool:
        return bool(self._steps)

    def forward(self) -> None:
        """One step on; past the last step, make the update and begin the next pass.

        Raises EditError if an update is not finite; then nothing has changed.
        """
        if self._granularity in UNITS:
            self._complete(self._unit)
        elif self._index + 1 < len(self._steps):
            self.go_to(self._index + 1)
        elif self._steps:
            self._complete("sample")

    def back(self) -> None:
        """One step back; at the start, undo the update before and stand at its pass's end."""
        if self._granularity in UNITS:
            self._return_to_start(self._unit)
        elif self._index >= 0:
            self.go_to(self._index - 1)
        else:
            self._reopen()

    def advance(self, count: int) -> None:
        """Take so many steps on, but none past the first update on the way."""
        ahead = len(self._steps) - 1 - self._index
        if self._granularity in UNITS or ahead <= 0:
            self.forward()
        else:
            self.go_to(self._index + min(count, ahead))

    def to_start(self) -> None:
        self.go_to(-1)

    def to_end(self) -> None:
        self.go_to(len(self._steps) - 1)

    def finish_layer(self) -> None:
        """Go to the last step of the layer at hand; from there, of the next."""
        self._finish_alike(_PHASE, _LAYER)

    def finish_phase(self) -> None:
        """Go to the last step of the phase at hand; from there, of the next."""
        self._finish_alike(_PHASE)

    def run_to(self, layer: str, unit: int) -> None:
        """Go to the next step about that unit, in this pass or, after its end, in the next.

        Does nothing for a unit that no step is about: those of inputs.
        """
        if not self._places_about(layer, unit).size:
            return
        ahead = self._places_about(layer, unit, self._index + 1)
        if not ahead.size:
            self._complete("sample")
            ahead = self._places_about(layer, unit)
        if ahead.size:
            self.go_to(int(ahead[0]))

    def _finish_alike(self, *rows: int) -> None:
        """Go to the last of the steps ahead that agree in these rows of the table."""
        ahead = self._steps.table[list(rows), self._index + 1 :]
        if not ahead.size:
            self._complete("sample")
            return
        others = np.flatnonzero((ahead != ahead[:, :1]).any(axis=0))
        count = int(others[0]) if others.size else ahead.shape[1]
        self.go_to(self._index + count)

    def _places_about(self, layer: str, unit: int, start: int = 0) -> NDArray[np.intp]:
        """The places, from `start` on, of the steps about a unit."""
        steps = self._steps
        if layer not in steps.layout.computed:
            return np.empty(0, np.intp)
        layers, units = steps.table[[_LAYER, _UNIT], start:]
        number = steps.layout.computed.index(layer)
        about = np.isin(layers, (number, -1)) & np.isin(units, (unit, -1))
        return start + np.flatnonzero(about)

    @property
    def _unit(self) -> Unit:
        """What is completed at a time."""
        return self._granularity if self._granularity in UNITS else "sample"
