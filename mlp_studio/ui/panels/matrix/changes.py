"""What is done to many cells of a link's table at once: pure functions Project → Project.

Cells are (n, 2): target unit and column. The column after the last source unit holds the biases.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from mlp_studio.project import edits
from mlp_studio.project.model import Project

Cells = NDArray[np.intp]


def set_cells(
    project: Project, link_id: str, cells: Cells, values: NDArray[np.float64] | float
) -> Project:
    """These weights and biases; a link's matrix is copied once, not once for each cell."""
    link = project.link(link_id)
    numbers = np.broadcast_to(np.asarray(values, np.float64), len(cells))
    biases = cells[:, 1] == project.layer(link.source).units
    weights = cells[~biases]
    if len(weights):
        matrix = edits.materialised_weights(project, link_id).values.copy()
        matrix[weights[:, 0], weights[:, 1]] = numbers[~biases]
        project = edits.set_weights(project, link_id, matrix)
    for unit, value in zip(cells[biases, 0], numbers[biases], strict=True):
        project = edits.set_bias(project, link.target, int(unit), float(value))
    return project


def remove_cells(project: Project, link_id: str, cells: Cells) -> Project:
    """Without these edges; the link goes with its last one. Biases stay."""
    return edits.remove(project, edges=_edges(project, link_id, cells))


def restore_cells(project: Project, link_id: str, cells: Cells) -> Project:
    """These edges back again, with the weights they had."""
    for _, j, k in _edges(project, link_id, cells):
        project = edits.restore_edge(project, link_id, j, k)
    return project


def freeze_cells(project: Project, link_id: str, cells: Cells, frozen: bool) -> Project:
    """Whether training leaves these as they are; the biases of a layer only all together."""
    link = project.link(link_id)
    edges = _edges(project, link_id, cells)
    if len(edges) == project.layer(link.source).units * project.layer(link.target).units:
        project = edits.set_link_frozen(project, link_id, frozen)
    else:
        for _, j, k in edges:
            project = edits.set_edge_frozen(project, link_id, j, k, frozen)
    if len(edges) < len(cells):
        project = edits.set_freeze_biases(project, link.target, frozen)
    return project


def _edges(project: Project, link_id: str, cells: Cells) -> list[tuple[str, int, int]]:
    """The cells that stand for edges."""
    sources = project.layer(project.link(link_id).source).units
    return [(link_id, j, k) for j, k in cells.tolist() if k < sources]
