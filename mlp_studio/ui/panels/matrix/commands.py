"""What can be done with the chosen cells of a link's table, each one undoable change."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from PySide6.QtCore import QObject, Signal

from mlp_studio.document.document import Document
from mlp_studio.project.model import Project
from mlp_studio.ui.naming import link_name
from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.panels.attempt import attempt
from mlp_studio.ui.panels.fields import as_given
from mlp_studio.ui.panels.matrix import changes
from mlp_studio.ui.panels.matrix.changes import Cells
from mlp_studio.ui.panels.matrix.clipboard import Clipboard
from mlp_studio.ui.panels.matrix.grid import Flags, Grid


class CellCommands(QObject):
    """Changes the document; `answered` says in one sentence why not, or "" if it was done."""

    answered = Signal(str)

    def __init__(self, document: Document, numbers: NumberFormat, parent: QObject) -> None:
        super().__init__(parent)
        self._document = document
        self._numbers = numbers
        self.clipboard = Clipboard(numbers, self)

    def set(self, grid: Grid, chosen: Flags, value: float) -> str:
        """One number in all chosen cells that exist; the reason if that cannot be."""
        cells = np.argwhere(chosen & grid.exists)
        if not len(cells):
            return ""
        text = as_given(self._numbers, value)
        if len(cells) > 1:
            label = self.tr("Set {count} weights of {link} to {value}")
        elif grid.is_bias(int(cells[0, 1])):
            label = self.tr("Set bias of {edge} to {value}")
        else:
            label = self.tr("Set weight {edge} to {value}")
        label = label.format(**self._names(grid, cells), value=text)
        return self._do(label, changes.set_cells, grid.link.id, cells, value)

    def paste(self, grid: Grid, chosen: Flags, place: tuple[int, int], text: str) -> None:
        """A block from `place` on; a single number goes into all chosen cells."""
        try:
            rows = self.clipboard.read(text)
            single = rows[0][0] if len(rows) == len(rows[0]) == 1 else None
            if single is not None and np.count_nonzero(chosen) > 1:
                self.set(grid, chosen, single)
                return
            cells, values = self.clipboard.place(grid, rows, *place)
        except ValueError as error:
            self.answered.emit(str(error))
            return
        if not len(cells):
            self.answered.emit(self.tr("There is no number to paste."))
            return
        label = self.tr("Paste {count} weights into {link}")
        label = label.format(**self._names(grid, cells))
        self._do(label, changes.set_cells, grid.link.id, cells, values)

    def freeze(self, grid: Grid, chosen: Flags, frozen: bool) -> None:
        """Biases only all together: where some are chosen beside weights, they stay as they are."""
        wanted = chosen & grid.exists
        if grid.has_biases and wanted[:, : grid.sources].any() and not wanted[:, -1].all():
            wanted[:, -1] = False
        cells = np.argwhere(wanted)
        if not len(cells):
            return
        if not wanted[:, : grid.sources].any():
            text = self.tr("Freeze the biases of {layer}")
            if not frozen:
                text = self.tr("Let the biases of {layer} learn")
            label = text.format(layer=grid.target.title)
        else:
            label = self._freeze_label(grid, cells, frozen)
        self._do(label, changes.freeze_cells, grid.link.id, cells, frozen)

    def remove(self, grid: Grid, chosen: Flags) -> None:
        """The chosen edges go, as everywhere in the program; a bias cannot go alone."""
        cells = np.argwhere((chosen & grid.exists)[:, : grid.sources])
        if not len(cells):
            if chosen.any():
                self.answered.emit(
                    self.tr("A bias cannot be removed alone: set it to 0, or take all of them.")
                )
            return
        text = self.tr("Remove edge {edge}")
        if len(cells) > 1:
            text = self.tr("Remove {count} edges of {link}")
        label = text.format(**self._names(grid, cells))
        self._do(label, changes.remove_cells, grid.link.id, cells)

    def restore(self, grid: Grid, chosen: Flags) -> None:
        """Chosen edges that are absent come back with the weights they had."""
        cells = np.argwhere(chosen & ~grid.exists)
        if not len(cells):
            return
        text = self.tr("Bring back edge {edge}")
        if len(cells) > 1:
            text = self.tr("Bring back {count} edges of {link}")
        label = text.format(**self._names(grid, cells))
        self._do(label, changes.restore_cells, grid.link.id, cells)

    def _freeze_label(self, grid: Grid, cells: Cells, frozen: bool) -> str:
        if len(cells) == 1:
            text = self.tr("Freeze weight {edge}") if frozen else self.tr("Let weight {edge} learn")
        elif frozen:
            text = self.tr("Freeze {count} weights of {link}")
        else:
            text = self.tr("Let {count} weights of {link} learn")
        return text.format(**self._names(grid, cells))

    def _names(self, grid: Grid, cells: Cells) -> dict[str, str]:
        row, column = cells[0].tolist()
        return {
            "edge": grid.cell_name(row, column),
            "count": f"{len(cells):,}",
            "link": link_name(grid.project, grid.link),
        }

    def _do(self, label: str, edit: Callable[..., Project], *args: Any) -> str:
        reason = attempt(self._document, label, edit, *args)
        self.answered.emit(reason)
        return reason
