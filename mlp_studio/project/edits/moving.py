"""Units that change places: within their layer, into another one, and doubled."""

from __future__ import annotations

from collections.abc import Iterable

from mlp_studio.project.edits.features import with_columns_as_features
from mlp_studio.project.edits.parts import find_layer, find_unit
from mlp_studio.project.edits.rearranging import Origin, rearranged
from mlp_studio.project.errors import EditError
from mlp_studio.project.model import Layer, Project
from mlp_studio.project.translation import QT_TRANSLATE_NOOP


def move_units(project: Project, units: Iterable[Origin], layer_id: str, at: int) -> Project:
    """These units together in layer `layer_id`, before the one now at index `at`, in this order.

    `at` may be the number of units: the end. Bias, name and own activation go along (but none
    into a softmax layer), between input layers the feature; so does every edge to a layer that is
    linked with the old layer and with the new one. Other edges are new. A layer without units
    left goes.
    """
    moved = _found(project, units)
    orders = _orders_after_move(project, moved, layer_id, at)
    target = project.layer(layer_id)
    for each in dict.fromkeys(layer for layer, _ in moved):
        _check_kinds(project.layer(each), target)
    if all(order == _order(project.layer(each)) for each, order in orders.items()):
        return project
    if target.kind == "input":
        project = _with_named_inputs(project, orders)
    return rearranged(project, orders)


def units_after_move(
    project: Project, units: Iterable[Origin], layer_id: str, at: int
) -> tuple[Origin, ...]:
    """Where `move_units` with the same arguments puts these units."""
    moved = _found(project, units)
    order = _orders_after_move(project, moved, layer_id, at)[layer_id]
    return tuple((layer_id, order.index(unit)) for unit in moved)


def duplicate_units(project: Project, units: Iterable[Origin]) -> Project:
    """A copy of each right below it, with its weights in and out, bias, name and activation."""
    orders = _orders_after_duplicate(project, _found(project, units))
    if any(project.layer(each).kind == "input" for each in orders):
        project = _with_named_inputs(project, orders)
    return rearranged(project, orders)


def units_after_duplicate(project: Project, units: Iterable[Origin]) -> tuple[Origin, ...]:
    """Where `duplicate_units` puts the copies of these units."""
    found = _found(project, units)
    orders = _orders_after_duplicate(project, found)
    # The copy is the second of the two that come from the same unit.
    return tuple((unit[0], orders[unit[0]].index(unit) + 1) for unit in found)


def _found(project: Project, units: Iterable[Origin]) -> tuple[Origin, ...]:
    found = {(each, find_unit(find_layer(project, each), unit)): None for each, unit in units}
    return tuple(found)


def _order(layer: Layer) -> list[Origin]:
    return [(layer.id, unit) for unit in range(layer.units)]


def _orders_after_move(
    project: Project, moved: tuple[Origin, ...], layer_id: str, at: int
) -> dict[str, list[Origin]]:
    target = find_layer(project, layer_id)
    if at != target.units:
        find_unit(target, at)
    gone = set(moved)
    orders = {
        each: [unit for unit in _order(project.layer(each)) if unit not in gone]
        for each, _ in moved
    }
    order = _order(target)
    before = [unit for unit in order[:at] if unit not in gone]
    after = [unit for unit in order[at:] if unit not in gone]
    return {**orders, layer_id: [*before, *moved, *after]}


def _orders_after_duplicate(
    project: Project, doubled: tuple[Origin, ...]
) -> dict[str, list[Origin]]:
    twice = set(doubled)
    return {
        each: [
            copy
            for unit in _order(project.layer(each))
            for copy in ([unit, unit] if unit in twice else [unit])
        ]
        for each, _ in doubled
    }


def _check_kinds(source: Layer, target: Layer) -> None:
    if source.kind == target.kind:
        return
    if target.kind == "input":
        raise EditError(
            QT_TRANSLATE_NOOP(
                "EditError",
                "{layer} is an input layer: it takes units of other input layers only.",
            ),
            layer=target.title,
        )
    raise EditError(
        QT_TRANSLATE_NOOP(
            "EditError", "The units of {layer} are inputs: only another input layer takes them."
        ),
        layer=source.title,
    )


def _with_named_inputs(project: Project, orders: Iterable[str]) -> Project:
    """What an input unit takes goes along with it, once there is something to take."""
    named = any(project.layer(each).features is not None for each in orders)
    return with_columns_as_features(project) if named or project.data else project
