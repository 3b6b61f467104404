"""Units: adding and removing them, with every weight that stays kept."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from mlp_studio.project.edits.parts import find_layer, find_unit
from mlp_studio.project.edits.rearranging import NEW, Origin, rearranged
from mlp_studio.project.errors import EditError
from mlp_studio.project.model import Layer, Project
from mlp_studio.project.rules import check_units
from mlp_studio.project.translation import QT_TRANSLATE_NOOP


def add_unit(project: Project, layer_id: str, at: int | None = None) -> Project:
    """One more unit, at index `at` (None: the last).

    Where weights are set, those of the new unit are drawn by the initializer of the layer they
    lead into; its bias is 0.
    """
    layer = find_layer(project, layer_id)
    at = layer.units if at is None else at
    if at != layer.units:
        find_unit(layer, at)
    old = _units(layer, range(layer.units))
    return _reorder(project, layer, [*old[:at], NEW, *old[at:]])


def remove_unit(project: Project, layer_id: str, unit: int) -> Project:
    """Without one unit; a layer keeps at least one."""
    return remove_units(project, layer_id, (unit,))


def remove_units(project: Project, layer_id: str, units: Sequence[int]) -> Project:
    """Without several units of a layer at once."""
    layer = find_layer(project, layer_id)
    gone = {find_unit(layer, unit) for unit in units}
    if len(gone) == layer.units:
        raise EditError(
            QT_TRANSLATE_NOOP(
                "EditError", "{layer} needs at least one unit: remove the layer instead."
            ),
            layer=layer.title,
        )
    left = (unit for unit in range(layer.units) if unit not in gone)
    return _reorder(project, layer, _units(layer, left))


def set_units(project: Project, layer_id: str, units: int) -> Project:
    """So many units: the last ones go, or new ones follow; the rest keep their weights."""
    layer = find_layer(project, layer_id)
    count = check_units(units)
    if count == layer.units:
        return project
    kept = _units(layer, range(min(count, layer.units)))
    return _reorder(project, layer, [*kept, *[NEW] * (count - len(kept))])


def _reorder(project: Project, layer: Layer, order: Sequence[Origin]) -> Project:
    # A draw is a draw whatever its size: what nobody has set or seen learned stays with the seed.
    return rearranged(project, {layer.id: order}, keep_drawn=True)


def _units(layer: Layer, units: Iterable[int]) -> list[Origin]:
    return [(layer.id, unit) for unit in units]
