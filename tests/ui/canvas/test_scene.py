"""The scene holds the items of the project, all of them, and no others."""

import gc
import weakref

import numpy as np
import pytest
from PySide6.QtCore import QPointF

from mlp_studio.document.selection import Selected
from mlp_studio.project import edits
from mlp_studio.project.model import Project
from mlp_studio.ui.canvas.edges_item import EdgesItem
from mlp_studio.ui.canvas.hits import Hit, hit
from mlp_studio.ui.canvas.layer_item import LayerItem
from mlp_studio.ui.canvas.pointing import Pointing
from mlp_studio.ui.mime import PaletteItem
from tests.ui.canvas.conftest import chain_project, xor_project
from tests.ui.canvas.mouse import Dragged, hover, middle_of, on_edge
from tests.ui.canvas.test_painting import with_random_data


def layer_items(studio) -> set[str]:
    return {item.layer_id for item in studio.figure.items() if isinstance(item, LayerItem)}


def test_there_is_one_item_for_each_layer_and_one_for_all_edges(xor) -> None:
    assert layer_items(xor) == {"x", "h1", "o"}
    others = [item for item in xor.figure.items() if not isinstance(item, LayerItem)]
    assert sum(isinstance(item, EdgesItem) for item in others) == 1
    xor.document.apply("Add", edits.add_layer, "dense", 4)
    xor.figure.ensure_fresh()
    more = [item for item in xor.figure.items() if not isinstance(item, LayerItem)]
    assert len(more) == len(others)


def test_a_removed_layer_leaves_nothing_behind(xor) -> None:
    count = len(xor.figure.items())
    gone = weakref.ref(xor.figure.layers["h1"])
    xor.document.apply("", edits.remove_layer, "h1")
    xor.figure.ensure_fresh()
    gc.collect()
    assert gone() is None
    assert layer_items(xor) == {"x", "o"}
    assert len(xor.figure.items()) == count - 1
    assert len(xor.figure.table) == 1  # the bias of the output
    assert not xor.figure.labels.plates


def test_undo_brings_it_back(xor) -> None:
    texts = xor.texts()
    xor.document.apply("", edits.remove_layer, "h1")
    xor.document.undo()
    xor.figure.ensure_fresh()
    assert layer_items(xor) == {"x", "h1", "o"}
    assert xor.texts() == texts


def test_another_project_replaces_every_item(xor) -> None:
    xor.document.new(with_random_data(chain_project(3, 4, 2)))
    xor.figure.ensure_fresh()
    assert layer_items(xor) == {"x", "h1", "o"}
    assert len(xor.figure.table) == 3 * 4 + 4 + 4 * 2 + 2
    xor.document.new(Project())
    assert layer_items(xor) == set()
    assert len(xor.figure.table) == 0


def test_the_document_is_followed(xor) -> None:
    xor.document.apply("", edits.rename_layer, "h1", "Hidden")
    xor.document.apply("", edits.set_activation, "h1", "tanh")
    xor.document.apply("", edits.add_unit, "h1")
    xor.figure.ensure_fresh()
    face = xor.figure.layers["h1"].face
    assert (face.title, face.subtitle, face.activation) == ("Hidden", "3 units", "tanh")
    assert len(face.units) == 3


def test_a_weight_edit_shows_at_once(xor) -> None:
    xor.document.apply("", edits.set_weight, "x->h1", 1, 0, 2.5)
    xor.figure.ensure_fresh()
    assert xor.texts()["x->h1", 1, 0] == ["+2.5000"]


def test_the_loss_node_shows_the_formula_of_the_projects_loss(xor) -> None:
    assert xor.figure.loss.isVisible()
    assert xor.figure.loss.face.formula == "½ Σ (a − t)²"
    xor.document.apply("", edits.set_loss, "sse")
    xor.figure.ensure_fresh()
    assert xor.figure.loss.face.formula == "Σ (a − t)²"


def test_the_loss_node_stands_right_of_the_output(xor) -> None:
    spots = xor.figure.project_places
    assert spots["x"].x() < spots["h1"].x() < spots["o"].x() < xor.figure.loss.pos().x()


def test_a_layers_problem_is_a_badge_with_the_sentence(show) -> None:
    studio = show(edits.add_layer(xor_project(), "dense", 2, layer_id="h9"))
    assert "h9" in studio.figure.layers["h9"].face.problem
    assert not studio.figure.layers["x"].face.problem
    tips = Pointing(studio.figure, studio.view)
    badge = studio.figure.layers["h9"].column.badge.center() + studio.figure.layers["h9"].pos()
    found = hit(studio.figure, badge)
    assert found.kind == "badge"
    assert tips.explain(studio.project, found) == studio.figure.layers["h9"].face.problem


def test_a_layer_with_many_units_is_folded(show) -> None:
    studio = show(with_random_data(chain_project(784, 17, 16, 1)))
    columns = {layer: item.column for layer, item in studio.figure.layers.items()}
    assert columns["x"].folded == 776
    assert columns["x"].shown.tolist() == [0, 1, 2, 3, 4, 5, 782, 783]
    assert columns["h1"].folded == 9
    assert columns["h2"].folded == 0
    assert studio.figure.layers["x"].face.folded == "776 more"
    assert columns["x"].centre(400) is None


def test_training_weights_change_the_pens_and_their_numbers_only(xor) -> None:
    compiled = xor.document.compiled
    before = xor.figure.edges.buckets.copy()
    vector = np.array(compiled.parameters)
    layout = compiled.network.layout
    layout.weights(vector, "x", "h1")[0, 0] = -3.0
    for _ in range(2):
        xor.view.show_parameters(vector)
    assert (xor.figure.edges.buckets != before).any()
    assert xor.texts()["x->h1", 0, 0] == ["−3.0000"]
    assert xor.document.undo_stack.count() == 0
    xor.view.show_parameters(None)
    xor.figure.ensure_fresh()
    assert (xor.figure.edges.buckets == before).all()
    assert xor.texts()["x->h1", 0, 0] == ["+0.5000"]


def test_edges_are_drawn_fast_while_training_and_smoothly_once_still(qtbot, xor) -> None:
    qtbot.waitUntil(lambda: xor.figure.edges.at_rest)
    xor.view.show_parameters(np.array(xor.document.compiled.parameters))
    assert not xor.figure.edges.at_rest
    qtbot.waitUntil(lambda: xor.figure.edges.at_rest)


def test_training_weights_give_way_to_an_edit(xor) -> None:
    xor.view.show_parameters(np.zeros(xor.document.compiled.network.layout.size))
    xor.document.apply("", edits.set_weight, "x->h1", 0, 0, 1.25)
    xor.figure.ensure_fresh()
    assert xor.texts()["x->h1", 0, 0] == ["+1.2500"]


def test_the_edge_under_the_pointer_is_marked_and_explained(xor) -> None:
    at = on_edge(xor.view, "x->h1", 1, 0, share=0.2)
    hover(xor.view, at)
    assert xor.figure.hover.isVisible()
    hover(xor.view, middle_of(xor.view, "h1", 0))
    assert not xor.figure.hover.isVisible()


def test_a_number_under_the_pointer_is_never_stale(xor) -> None:
    hover(xor.view, on_edge(xor.view, "x->h1", 1, 0, share=0.2))
    xor.document.apply("", edits.set_weight, "x->h1", 1, 0, 4.0)
    xor.figure.ensure_fresh()
    assert not xor.figure.hover.isVisible()


@pytest.mark.parametrize(
    ("phase", "layer", "unit", "line"),
    [
        ("forward", "h1", 1, "w · a = −1.0000 · 1.0000 = −1.0000"),
        ("backward", "h1", 1, "∂L/∂w = δ · a = "),
        ("update", "h1", 1, "w + Δw = −1.0000 "),
    ],
)
def test_an_edges_tooltip_holds_the_formula_with_its_numbers(xor, phase, layer, unit, line) -> None:
    xor.cursor.set_sample(2)
    xor.step_to(phase, layer, unit)
    row = xor.figure.table.find("x->h1", 1, 0)
    text = Pointing(xor.figure, xor.view).explain(xor.project, Hit("edge", edge=row))
    assert text.splitlines()[:2] == ["x₁ → h¹₂", "w = −1.0000"]
    assert line in text


def test_symbols_are_those_of_a_textbook(xor) -> None:
    def symbols(layer: str) -> list[str]:
        return [face.symbol for face in xor.figure.layers[layer].face.units]

    assert symbols("x") == ["x₁", "x₂"]
    assert symbols("h1") == ["h¹₁", "h¹₂"]
    assert symbols("o") == ["o₁"]


def test_selecting_what_does_not_exist_is_harmless(xor) -> None:
    xor.selection.set(
        Selected(
            layers=frozenset({"h7"}),
            units=frozenset({("h7", 1), ("x", 99)}),
            links=frozenset({"h7->o"}),
            edges=frozenset({("h7->o", 1, 1)}),
        )
    )
    xor.figure.ensure_fresh()
    xor.view.acts.add(PaletteItem("dense"))
    assert len(xor.project.layers) == 4


def loss_box(studio):
    return studio.figure.loss.body.translated(studio.figure.loss.pos())


def test_the_loss_belongs_to_the_rightmost_layer_that_leads_nowhere(show) -> None:
    project = edits.add_layer(chain_project(2, 2), "output", 1, layer_id="end")
    places = {"x": (0.0, 0.0), "o": (220.0, 0.0), "end": (440.0, 0.0)}
    studio = show(edits.move_layers(project, places))
    spots = studio.figure.project_places
    assert spots["end"].x() < loss_box(studio).left()
    assert studio.figure.content_rect().contains(loss_box(studio))


def test_of_layers_above_each_other_the_newest_has_the_loss(show) -> None:
    project = edits.add_layer(chain_project(2, 2), "output", 1, layer_id="end")
    places = {"x": (0.0, 0.0), "o": (220.0, 0.0), "end": (220.0, 300.0)}
    studio = show(edits.move_layers(project, places))
    assert studio.figure.loss.pos().y() == studio.figure.project_places["end"].y()


def test_the_loss_stands_beyond_a_layer_in_its_way(show) -> None:
    project = edits.add_layer(chain_project(2, 2, 1), "input", 2, layer_id="late")
    places = {"x": (0.0, 0.0), "h1": (220.0, 0.0), "o": (440.0, 0.0), "late": (560.0, 0.0)}
    studio = show(edits.move_layers(project, places))
    item = studio.figure.layers["late"]
    assert not item.column.bounds.translated(item.pos()).intersects(loss_box(studio))
    assert loss_box(studio).left() > item.pos().x()


def test_the_loss_of_a_network_built_by_drops_is_in_view(empty) -> None:
    for kind, x in (("input", 0.0), ("dense", 300.0), ("output", 600.0)):
        Dragged(empty.view, kind).drop(QPointF(x, 0.0))
    empty.document.apply("", edits.add_link, "x", "h1")
    empty.document.apply("", edits.add_link, "h1", "o")
    empty.figure.ensure_fresh()
    shown = empty.view.mapToScene(empty.view.viewport().rect()).boundingRect()
    assert shown.contains(loss_box(empty))


def test_a_look_in_the_middle_of_an_announcement_sees_the_whole_change(xor) -> None:
    """Several layers go at once; whoever hears of the first must not meet the others' ghosts."""
    seen = []
    xor.document.layer_removed.connect(lambda _: seen.append(set(xor.figure.project_places)))
    xor.document.apply("", edits.remove, layers=["h1", "x"])
    assert seen == [{"o"}, {"o"}]
    xor.document.layer_added.connect(lambda _: seen.append(set(xor.figure.project_places)))
    xor.document.undo()
    assert seen[2:] == [{"x", "h1", "o"}] * 2
