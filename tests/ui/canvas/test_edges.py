"""Edges as arrays: what is in the table, how they run, which pen they get."""

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF

from mlp_studio.project import edits
from mlp_studio.project.compile import Compiled, compile_project
from mlp_studio.ui.canvas import edge_table
from mlp_studio.ui.canvas.column import Column
from mlp_studio.ui.canvas.edge_pens import UNSIGNED, buckets
from mlp_studio.ui.canvas.edge_table import NONE
from mlp_studio.ui.canvas.routes import Placed, _cleared, distance_to_segments, route
from tests.ui.canvas.conftest import chain_project, xor_project
from tests.ui.canvas.test_painting import with_random_data


def table_of(project):
    compiled = compile_project(project)
    columns = {layer.id: Column(layer.units) for layer in project.layers}
    return edge_table.build(project, compiled if isinstance(compiled, Compiled) else None, columns)


def routes_of(project, **places):
    placed = {
        layer.id: Placed(Column(layer.units), QPointF(*places[layer.id]))
        for layer in project.layers
    }
    return route(table_of(project), placed)


def test_the_table_has_every_weight_and_bias_with_its_place_in_the_vector() -> None:
    project = xor_project()
    table = table_of(project)
    vector = compile_project(project).parameters
    assert len(table) == 4 + 2 + 2 + 1
    assert table.value.tolist() == vector[table.parameter].tolist()
    row = table.find("x->h1", 1, 0)
    assert table.value[row] == -1.0
    assert table.value[table.bias_row("h1", 0)] == 0.1


def test_without_a_network_the_weights_are_known_and_only_their_places_are_not() -> None:
    project = edits.set_weights(chain_project(1, 1, 1), "x->h1", [[0.3]])
    table = table_of(project)
    assert (table.parameter == NONE).all()
    assert table.value[table.find("x->h1", 0, 0)] == 0.3
    drawn = edits.materialised_weights(project, "h1->o").values
    assert table.value[table.find("h1->o", 0, 0)] == drawn[0, 0]
    assert table.value[table.bias_row("o", 0)] == 0.0


def test_absent_edges_are_not_in_the_table_and_frozen_ones_are_marked() -> None:
    project = edits.remove_edge(xor_project(), "x->h1", 0, 1)
    project = edits.set_edge_frozen(project, "x->h1", 1, 1)
    table = table_of(project)
    assert table.find("x->h1", 0, 1) is None
    assert np.flatnonzero(table.frozen).tolist() == [table.find("x->h1", 1, 1)]


def test_a_layer_without_biases_has_none() -> None:
    table = table_of(edits.set_bias_enabled(xor_project(), "h1", False))
    assert table.bias_row("h1", 0) is None
    assert table.bias_row("o", 0) is not None


def test_straight_edges_run_from_disc_to_disc() -> None:
    project = xor_project()
    routes = routes_of(project, x=(0, 0), h1=(300, 0), o=(600, 0))
    assert routes.segments.flags.c_contiguous
    assert routes.segments.dtype == np.float64
    assert routes.segments[0].tolist() == [24, -44, 276, -44]
    assert routes.segments[1].tolist() == [24, 44, 276, -44]


def test_a_skip_link_goes_around_the_layer_between() -> None:
    project = edits.add_link(xor_project(), "x", "o")
    routes = routes_of(project, x=(0, 0), h1=(300, 0), o=(600, 0))
    table = table_of(project)
    box = Column(2).bounds.translated(300, 0)
    for row in np.flatnonzero(table.of_link("x->o")).tolist():
        points = routes.points(row, np.linspace(0, 1, 200))
        assert not any(box.contains(QPointF(x, y)) for x, y in points.tolist())
        assert points[0].tolist() == [24, -44 if table.k[row] == 0 else 44]
        assert points[-1].tolist() == [576, 0]
    assert routes.arcs == (2,)


def test_a_link_past_a_layer_that_is_out_of_the_way_is_straight() -> None:
    project = edits.add_link(xor_project(), "x", "o")
    assert not routes_of(project, x=(0, 0), h1=(300, 900), o=(600, 0)).arcs


def test_a_layer_below_the_edges_is_not_in_their_way() -> None:
    project = edits.add_layer(xor_project(), "dense", 2, layer_id="h9")
    routes = routes_of(project, x=(0, 0), h1=(300, 0), o=(600, 0), h9=(330, 220))
    assert not routes.arcs


def test_an_arc_goes_around_what_stands_in_its_own_way_too() -> None:
    project = edits.add_link(xor_project(), "x", "o")
    project = edits.add_layer(project, "dense", 2, layer_id="h9")
    routes = routes_of(project, x=(0, 0), h1=(300, 0), o=(600, 0), h9=(300, -290))
    table = table_of(project)
    box = Column(2).bounds.translated(300, -290)
    for row in np.flatnonzero(table.of_link("x->o")).tolist():
        points = routes.points(row, np.linspace(0, 1, 200))
        assert not any(box.contains(QPointF(x, y)) for x, y in points.tolist())


def test_the_nearest_edge_is_found_by_distance() -> None:
    routes = routes_of(xor_project(), x=(0, 0), h1=(300, 0), o=(600, 0))
    assert routes.nearest(150.0, -42.0, within=6.0) == 0
    assert routes.nearest(150.0, -120.0, within=6.0) is None


def test_distance_is_to_the_segment_not_to_its_line() -> None:
    segments = np.array([[0.0, 0.0, 10.0, 0.0], [0.0, 0.0, 0.0, 0.0]])
    assert distance_to_segments(segments, 13.0, 4.0) == pytest.approx([5.0, 185.0**0.5])


def test_pens_tell_sign_and_magnitude() -> None:
    negative, weak, positive, zero, unknown = buckets(np.array([-2.0, 0.1, 2.0, 0.0, np.nan]))
    assert zero == unknown == UNSIGNED
    assert (negative - 1) % 2 == 0
    assert (positive - 1) % 2 == 1
    assert weak < positive == negative + 1


def test_pens_are_relative_to_the_largest_weight() -> None:
    values = np.array([0.5, -0.25, 0.125])
    assert buckets(values).tolist() == buckets(values / 1000).tolist()


def test_a_folded_network_has_few_edges() -> None:
    table = table_of(with_random_data(chain_project(784, 128, 64, 10)))
    assert len(table) == 8 * 8 + 8 + 8 * 8 + 8 + 8 * 10 + 10
    assert table.find("x->h1", 127, 783) is not None
    assert table.find("x->h1", 127, 400) is None


def test_a_layer_that_only_touches_the_ribbon_does_not_keep_it_searching() -> None:
    """Found by the monkey: by rounding the strip met a box that begins where it ends, for ever."""
    around = QRectF(0.0, -51.0, 90.0, 200.0)
    ribbon = 49.77777777777778
    touching = QRectF(10.0, -51.0, 40.0, 30.0)
    assert _cleared(QRectF(around), [touching], ribbon, above=True) == around
    upside = QRectF(0.0, -149.0, 90.0, 200.0)
    below = QRectF(10.0, 21.0, 40.0, 30.0)
    assert _cleared(QRectF(upside), [below], ribbon, above=False) == upside
