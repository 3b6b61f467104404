"""Aligning, distributing, arranging: pure geometry, one undo entry each, and a glide."""

import pytest
from PySide6.QtCore import QPointF, QRectF

from mlp_studio.document.selection import Selected
from mlp_studio.project import edits
from mlp_studio.ui.canvas.moving import aligned, distributed

PLACES = {"a": QPointF(0, 0), "b": QPointF(100, 50), "c": QPointF(300, -20)}
FRAMES = {
    "a": QRectF(-40, -100, 80, 200),
    "b": QRectF(60, 0, 80, 100),
    "c": QRectF(260, -70, 80, 100),
}


@pytest.mark.parametrize(
    ("side", "edge"),
    [
        ("left", QRectF.left),
        ("right", QRectF.right),
        ("top", QRectF.top),
        ("bottom", QRectF.bottom),
        ("centre", lambda box: box.center().x()),
        ("middle", lambda box: box.center().y()),
    ],
)
def test_one_side_of_all_frames_is_level(side, edge) -> None:
    moved = aligned(side, PLACES, FRAMES)
    edges = {edge(FRAMES[layer].translated(moved[layer] - PLACES[layer])) for layer in PLACES}
    assert len(edges) == 1


def test_distributing_makes_gaps_equal_and_leaves_the_outermost() -> None:
    moved = distributed("across", PLACES, FRAMES)
    boxes = [FRAMES[layer].translated(moved[layer] - PLACES[layer]) for layer in "abc"]
    assert boxes[1].left() - boxes[0].right() == boxes[2].left() - boxes[1].right()
    assert (moved["a"], moved["c"]) == (PLACES["a"], PLACES["c"])
    assert [moved[layer].y() for layer in "abc"] == [0, 50, -20]


def test_two_layers_cannot_be_distributed() -> None:
    two = {layer: PLACES[layer] for layer in "ab"}
    assert distributed("down", two, FRAMES) == two


def test_aligning_selected_layers_is_one_undo_entry(xor) -> None:
    xor.selection.set(Selected(layers=frozenset({"h1", "o"})))
    xor.view.acts.align("top")
    xor.view.motion.stop()
    tops = {
        xor.figure.layers[layer].column.frame.translated(xor.figure.project_places[layer]).top()
        for layer in ("h1", "o")
    }
    assert len(tops) == 1
    assert xor.document.undo_stack.undo_text() == "Align 2 layers at the top"
    xor.document.undo()
    assert xor.project.layer("o").position is None


def test_arranging_glides_to_the_places_and_is_one_undo_entry(qtbot, xor) -> None:
    orderly = xor.figure.project_places
    xor.view.acts.moving.move({layer: at + QPointF(0, 300) for layer, at in orderly.items()})
    scattered = {"x": QPointF(0, 0), "h1": QPointF(-200, 300), "o": QPointF(100, -300)}
    xor.view.acts.moving.move(scattered)
    before = xor.document.undo_stack.count()
    xor.view.acts.arrange()
    assert xor.document.undo_stack.count() == before + 1
    if xor.view.motion.is_on:
        qtbot.waitUntil(lambda: not xor.view.motion.is_on)
    assert xor.figure.project_places == orderly


def test_motion_can_be_switched_off(xor) -> None:
    xor.view.motion.wanted = False
    xor.view.acts.moving.move({"x": QPointF(0, 300)})
    xor.view.acts.arrange()
    assert not xor.view.motion.is_on


def test_a_layer_removed_while_it_glides_is_no_trouble(xor) -> None:
    xor.view.acts.moving.move({"x": QPointF(0, 300)})
    xor.view.acts.arrange()
    xor.document.apply("", edits.remove_layer, "x")
    assert not xor.view.motion.is_on
    assert "x" not in xor.figure.project_places
