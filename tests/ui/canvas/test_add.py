"""Placing things without a mouse."""

from mlp_studio.document.selection import Selected
from mlp_studio.ui.mime import PaletteItem


def bounds(studio, layer):
    item = studio.figure.layers[layer]
    return item.column.bounds.translated(item.pos())


def test_the_first_layer_stands_in_the_middle_of_the_view(empty) -> None:
    empty.view.acts.add(PaletteItem("input"))
    (layer,) = empty.project.layers
    middle = empty.view.mapToScene(empty.view.viewport().rect().center())
    assert empty.figure.project_places[layer.id] == middle


def test_layers_are_placed_beside_one_another_and_cover_nothing(empty) -> None:
    for kind in ("input", "dense", "dense", "output"):
        empty.selection.clear()
        empty.view.acts.add(PaletteItem(kind))
    empty.figure.ensure_fresh()
    boxes = [bounds(empty, layer.id) for layer in empty.project.layers]
    for number, box in enumerate(boxes):
        assert not any(box.intersects(other) for other in boxes[number + 1 :])
    assert not empty.project.links


def test_a_layer_added_while_one_is_selected_is_linked_from_it_in_the_same_undo(empty) -> None:
    for kind in ("input", "dense", "output"):
        empty.view.acts.add(PaletteItem(kind))
    assert [link.id for link in empty.project.links] == ["x->h1", "h1->o"]
    assert empty.document.undo_stack.count() == 3
    empty.document.undo()
    assert [layer.id for layer in empty.project.layers] == ["x", "h1"]
    assert [link.id for link in empty.project.links] == ["x->h1"]


def test_a_neuron_joins_the_selected_layer(xor) -> None:
    xor.selection.set(Selected(layers=frozenset({"h1"})))
    xor.view.acts.add(PaletteItem("neuron"))
    assert xor.project.layer("h1").units == 3


def test_an_input_is_never_linked_to(xor) -> None:
    xor.selection.set(Selected(layers=frozenset({"h1"})))
    xor.view.acts.add(PaletteItem("input"))
    assert [link.id for link in xor.project.links] == ["x->h1", "h1->o"]
    assert not xor.refusals
