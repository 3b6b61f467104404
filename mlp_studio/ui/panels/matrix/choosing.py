"""Which link the table shows for a selection, and how its cells and the selected edges match."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QItemSelection, QItemSelectionRange

from mlp_studio.document.selection import Selected
from mlp_studio.project.model import Project
from mlp_studio.ui.panels.matrix.grid import Flags, Grid
from mlp_studio.ui.panels.matrix.model import MatrixModel


def candidates(project: Project, selected: Selected) -> list[str]:
    """The links a selection asks for, in the project's order.

    Links that are selected, or hold a selected edge, or lead into a selected layer or unit.
    """
    links = selected.links | {edge[0] for edge in selected.edges}
    targets = selected.layers | {unit[0] for unit in selected.units}
    return [link.id for link in project.links if link.id in links or link.target in targets]


def selection_of(grid: Grid, chosen: Flags) -> Selected:
    """What the window selects for chosen cells: their edges.

    All edges of a link are the link. So is none of them: the table goes on showing it.
    """
    wanted = (chosen & grid.exists)[:, : grid.sources]
    count, present = np.count_nonzero(wanted), np.count_nonzero(grid.exists[:, : grid.sources])
    if count in (0, present):
        return Selected(links=frozenset({grid.link.id}))
    places = np.argwhere(wanted).tolist()
    return Selected(edges=frozenset((grid.link.id, j, k) for j, k in places))


def cells_of(grid: Grid, selected: Selected) -> Flags:
    """The cells of the selected edges that belong to this link, and are still in it."""
    chosen = np.zeros(grid.shape, bool)
    rows = grid.shape[0]
    places = [
        (j, k)
        for link_id, j, k in selected.edges
        if link_id == grid.link.id and j < rows and k < grid.sources
    ]
    if places:
        down, across = np.array(places).T
        chosen[down, across] = True
    return chosen


def flags_of(ranges: QItemSelection, shape: tuple[int, int]) -> Flags:
    """The cells in some ranges of the table."""
    chosen = np.zeros(shape, bool)
    for part in map(ranges.at, range(ranges.count())):
        chosen[part.top() : part.bottom() + 1, part.left() : part.right() + 1] = True
    return chosen


def ranges_of(model: MatrixModel, chosen: Flags) -> QItemSelection:
    """The chosen cells as few ranges: each run of neighbours in a row is one."""
    ranges = QItemSelection()
    for row in np.flatnonzero(chosen.any(axis=1)).tolist():
        columns = np.flatnonzero(chosen[row])
        for run in np.split(columns, np.flatnonzero(np.diff(columns) > 1) + 1):
            first, last = model.index(row, int(run[0])), model.index(row, int(run[-1]))
            ranges.append(QItemSelectionRange(first, last))
    return ranges
