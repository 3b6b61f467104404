"""Parameters by their index and nodes by their row, as the things a person sees."""

from __future__ import annotations

from mlp_studio.document.selection import Edge, Selected, Unit
from mlp_studio.engine.layout import Block, Layout
from mlp_studio.project.model import Project
from mlp_studio.ui.naming import edge_name, unit_name


def parameter_of_edge(project: Project, layout: Layout, edge: Edge) -> int:
    """Where an edge's weight stands. Raises KeyError if the network has no such edge."""
    link_id, j, k = edge
    if not project.has_link(link_id):
        raise KeyError(link_id)
    link = project.link(link_id)
    block = layout.block(link.source, link.target)
    if j >= block.shape[0] or k >= block.shape[1] - block.has_bias:
        raise KeyError(edge)
    return block.start + j * block.shape[1] + k


def parameter_of_bias(layout: Layout, unit: Unit) -> int | None:
    """Where a unit's bias stands; None if it has none."""
    layer, j = unit
    if layer not in layout.computed:
        return None
    block = layout.blocks[layer][-1]
    if not block.has_bias or j >= block.shape[0]:
        return None
    return block.start + (j + 1) * block.shape[1] - 1


def unit_of_row(layout: Layout, row: int) -> Unit | None:
    """The unit of a node row; None for a constant 1."""
    for layer, rows in layout.rows.items():
        if rows.start <= row < rows.stop:
            return layer, row - rows.start
    return None


def selection_of(project: Project, layout: Layout, parameter: int) -> Selected:
    """The edge of a weight, or the unit of a bias, selected."""
    block, j, k = _place(layout, parameter)
    if not layout.is_weight[parameter]:
        return Selected(units=frozenset({(block.target, j)}))
    for link in project.links:
        if (link.source, link.target) == (block.source, block.target):
            return Selected(edges=frozenset({(link.id, j, k)}))
    return Selected()


def row_name(project: Project, layout: Layout, row: int) -> str:
    """A unit's name; 1 for a constant."""
    unit = unit_of_row(layout, row)
    return "1" if unit is None else unit_name(project, project.layer(unit[0]), unit[1])


def parameter_name(project: Project, layout: Layout, parameter: int) -> str:
    """x₁ → h¹₂ for a weight, the unit's name for a bias."""
    block, j, k = _place(layout, parameter)
    if not layout.is_weight[parameter]:
        return unit_name(project, project.layer(block.target), j)
    for link in project.links:
        if (link.source, link.target) == (block.source, block.target):
            return edge_name(project, link, j, k)
    return ""


def _place(layout: Layout, parameter: int) -> tuple[Block, int, int]:
    """The block of a parameter, and its row and column there."""
    block = next(each for each in layout.all_blocks if each.start <= parameter < each.stop)
    j, k = divmod(parameter - block.start, block.shape[1])
    return block, j, k
