"""Where things from the palette land: in a layer at a place, in a link, as features, templates."""

from functools import partial

import pytest
from PySide6.QtCore import QPointF, Qt

from mlp_studio.document.selection import Selected
from mlp_studio.project import edits
from mlp_studio.project.model import Project
from mlp_studio.project.templates import TEMPLATES
from mlp_studio.ui.canvas.emphasis import Emphasis
from mlp_studio.ui.canvas.places import COLUMN_GAP
from mlp_studio.ui.mime import PaletteItem
from mlp_studio.ui.own_templates import OwnTemplates, template_of
from tests.ui.canvas.mouse import Dragged, click, hover, middle_of


def between(studio, source: str, target: str) -> QPointF:
    spots = studio.figure.project_places
    return (spots[source] + spots[target]) / 2


@pytest.fixture
def with_templates(empty, folder):
    empty.view.acts.fragment_of = partial(template_of, own=OwnTemplates(folder))
    return empty


def test_a_neuron_joins_a_layer_at_the_place_where_it_is_dropped(xor) -> None:
    Dragged(xor.view, "neuron").drop(middle_of(xor.view, "h1", 0) + QPointF(0.0, 40.0))
    matrix = edits.materialised_weights(xor.project, "x->h1").values
    assert matrix[[0, 2]].tolist() == [[0.5, -0.25], [-1.0, 0.75]]
    assert xor.selection.current.units == {("h1", 1)}


def test_between_two_linked_layers_the_link_lights_up_and_takes_the_layer_in(xor) -> None:
    dragged = Dragged(xor.view, "dense")
    dragged.over(between(xor, "h1", "o"))
    xor.figure.ensure_fresh()
    lit = xor.figure.edges.emphasis == Emphasis.LIT
    assert set(lit.nonzero()[0]) == set(xor.figure.table.of_link("h1->o").nonzero()[0])
    assert xor.figure.note.text == "Inserted here and wired"
    dragged.drop(between(xor, "h1", "o"))
    assert {link.id for link in xor.project.links} == {"x->h1", "h1->h2", "h2->o"}
    assert xor.document.undo_stack.undo_text() == "Insert layer h2 (2 units)"
    xor.figure.ensure_fresh()
    assert not (xor.figure.edges.emphasis == Emphasis.LIT).any()


def test_an_inserted_layer_finds_room_where_layers_were_placed_by_hand(xor) -> None:
    spots = xor.figure.project_places
    xor.view.acts.moving.move(spots)
    Dragged(xor.view, "neuron").drop(between(xor, "h1", "o"))
    after = xor.figure.project_places
    order = sorted(after, key=lambda layer: after[layer].x())
    assert order == ["x", "h1", "h2", "o"]
    assert after["h2"].x() - after["h1"].x() == pytest.approx(COLUMN_GAP)
    assert after["o"].x() - after["h2"].x() == pytest.approx(COLUMN_GAP)
    assert (after["x"], after["h1"]) == (spots["x"], spots["h1"])


def test_a_feature_joins_an_input_layer_and_no_other(xor) -> None:
    dragged = Dragged(xor.view, "feature", "x1*x2")
    dragged.over(middle_of(xor.view, "h1", 0))
    assert xor.figure.note.is_refusal
    dragged.drop(middle_of(xor.view, "x", 1) + QPointF(0.0, 40.0))
    assert xor.project.layer("x").features == ("x1", "x2", "x1*x2")
    assert xor.document.undo_stack.undo_text() == "Add feature x1*x2 to x"


def test_a_feature_on_the_empty_canvas_starts_an_input_layer(empty) -> None:
    Dragged(empty.view, "feature", "x1**2").drop(QPointF())
    (layer,) = empty.project.layers
    assert (layer.kind, layer.features) == ("input", ("x1**2",))


@pytest.mark.parametrize("name", [template.name for template in TEMPLATES])
def test_a_template_dropped_on_an_empty_canvas_stands_around_the_pointer(
    with_templates, name: str
) -> None:
    studio = with_templates
    dragged = Dragged(studio.view, "template", name)
    dragged.over(QPointF(40.0, 20.0))
    ghosts = studio.figure.ghost.columns
    dragged.drop(QPointF(40.0, 20.0))
    shipped = next(template.project for template in TEMPLATES if template.name == name)
    assert len(studio.project.layers) == len(shipped.layers) == len(ghosts)
    spots = studio.figure.project_places
    assert [spots[layer.id] for layer in studio.project.layers] == [at for _, at in ghosts]
    assert studio.document.undo_stack.count() == 1
    assert studio.selection.current.layers == {layer.id for layer in studio.project.layers}


def test_a_template_dropped_on_a_network_covers_nothing(with_templates) -> None:
    studio = with_templates
    for _ in range(2):
        Dragged(studio.view, "template", "xor").drop(QPointF())
    studio.figure.ensure_fresh()
    boxes = [item.column.bounds.translated(item.pos()) for item in studio.figure.layers.values()]
    assert len(boxes) == 6
    assert not any(box.intersects(other) for n, box in enumerate(boxes) for other in boxes[n + 1 :])


def test_an_unreadable_template_is_refused_in_a_sentence(empty) -> None:
    event = Dragged(empty.view, "own_template", "gone").over(QPointF())
    assert not event.isAccepted()
    assert len(empty.refusals) == 1


def test_what_is_armed_is_placed_by_a_click_and_then_no_more(empty) -> None:
    given_up: list[bool] = []
    empty.view.placed.connect(lambda: given_up.append(True))
    empty.view.arm(PaletteItem("dense"))
    hover(empty.view, QPointF(60.0, 20.0))
    assert empty.figure.ghost.isVisible()
    click(empty.view, QPointF(60.0, 20.0))
    assert [layer.units for layer in empty.project.layers] == [2]
    assert given_up == [True]
    click(empty.view, QPointF(200.0, 200.0))
    assert len(empty.project.layers) == 1


def test_esc_puts_down_what_was_armed(qtbot, empty) -> None:
    empty.view.arm(PaletteItem("dense"))
    hover(empty.view, QPointF())
    qtbot.keyClick(empty.view, Qt.Key.Key_Escape)
    assert not empty.figure.ghost.isVisible()
    click(empty.view, QPointF())
    assert empty.project == Project()


def test_a_selected_link_takes_a_layer_in_without_a_mouse(xor) -> None:
    xor.selection.set(Selected(links=frozenset({"x->h1"})))
    xor.view.acts.add(PaletteItem("dense"))
    assert {link.id for link in xor.project.links} == {"x->h2", "h2->h1", "h1->o"}


def test_a_feature_goes_to_the_only_input_layer_without_a_mouse(xor) -> None:
    xor.view.acts.add(PaletteItem("feature", "x1*x2"))
    assert xor.project.layer("x").features == ("x1", "x2", "x1*x2")
