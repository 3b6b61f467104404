"""Paths over the figure: along the edges they take, to the loss, and gone when stale."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPointF

from mlp_studio.engine.paths import Origin, Paths
from mlp_studio.project import edits
from mlp_studio.ui.canvas.loss_item import HALF
from mlp_studio.ui.canvas.path_strokes import LOSS, factors_by_hop, hops, strokes
from tests.project.projects import chain, dataset
from tests.ui.canvas.conftest import Show, Studio, xor_project


def paths_of(studio: Studio, origin: Origin, most: int = 9):
    return Paths(studio.cursor.trace).strongest(origin, most).paths


def test_a_path_runs_along_its_edges_and_ends_at_the_loss(xor: Studio) -> None:
    layout = xor.document.compiled.network.layout
    (path,) = paths_of(xor, Origin(layout.block("x", "h1").start))
    xor.view.path_overlay.show_paths((path,))
    found = strokes(xor.figure, (path,))
    assert [hop[1:] for hop in found] == [(0, 3), (3, 6), (6, LOSS)]
    row = xor.figure.table.find("x->h1", 0, 0)
    first = next(iter(found.values()))
    points = xor.figure.routes.points(row, np.array([0.0, 1.0]))
    ends = [first.points.at(0), first.points.at(first.points.size() - 1)]
    assert [(at.x(), at.y()) for at in ends] == [tuple(each) for each in points.tolist()]
    last = list(found.values())[-1].points
    assert last.at(1) == xor.figure.loss.pos() - QPointF(HALF, 0.0)
    assert len(xor.view.path_overlay.lines.strokes) == 2
    assert len(xor.view.path_overlay.ends.strokes) == 1


def test_the_plates_of_one_path_hold_its_factors_and_its_product(xor: Studio) -> None:
    layout = xor.document.compiled.network.layout
    (path,) = paths_of(xor, Origin(layout.block("x", "h1").start + 1))
    xor.cursor.set_sample(1)
    (path,) = paths_of(xor, Origin(layout.block("x", "h1").start + 1))
    xor.view.path_overlay.show_paths((path,))
    text = xor.numbers.text
    lines = [
        [line.text for line in plate.label.lines] for plate in xor.view.path_overlay.notes.plates
    ]
    values = [text(factor.value) for factor in path.factors]
    product = text(path.product)
    assert lines[0] == [product if path.product < 0 else f"+{product}", f"a {values[0]}"]
    assert lines[1] == [f"f′ {values[1]}", f"w {values[2]}"]
    assert lines[2][0] == f"f′ {values[3]}"


def test_the_stronger_path_is_drawn_wider(xor: Studio) -> None:
    xor.cursor.set_sample(3)
    paths = paths_of(xor, Origin(row=0))
    found = strokes(xor.figure, paths)
    assert len(paths) == 2
    along = [next(hops(path)) for path in paths]
    ratio = abs(paths[1].product / paths[0].product)
    assert found[along[1]].share == pytest.approx(ratio * found[along[0]].share)
    # Both go on to the loss together: there the line is widest.
    assert max(found.values(), key=lambda stroke: stroke.share) is found[(-1, 6, LOSS)]


@pytest.mark.parametrize("change", ["edit", "undo", "replaced"])
def test_paths_of_another_network_do_not_stay(xor: Studio, change: str) -> None:
    xor.document.apply("Weight", edits.set_weight, "x->h1", 0, 0, 2.0)
    xor.view.path_overlay.show_paths(paths_of(xor, Origin(row=0)))
    assert xor.view.path_overlay.paths
    if change == "edit":
        xor.document.apply("Weight", edits.set_weight, "x->h1", 0, 0, 1.0)
    elif change == "undo":
        xor.document.undo()
    else:
        xor.document.new(xor_project())
    xor.figure.ensure_fresh()
    assert xor.view.path_overlay.paths == ()
    assert not xor.view.path_overlay.notes.isVisible()


def test_they_follow_a_moved_layer_and_step_aside_for_a_training_run(xor: Studio) -> None:
    overlay = xor.view.path_overlay
    overlay.show_paths(paths_of(xor, Origin(row=0)))
    before = overlay.ends.strokes[0].points.at(0)
    xor.document.apply("Move", edits.move_layers, {"o": (900.0, 100.0)})
    xor.figure.ensure_fresh()
    assert overlay.ends.strokes[0].points.at(0) != before
    xor.view.show_parameters(xor.document.compiled.parameters + 1.0)
    assert overlay.paths == ()
    xor.view.show_parameters(None)
    xor.figure.ensure_fresh()
    assert overlay.paths


def test_clear_takes_all_away(xor: Studio) -> None:
    xor.view.path_overlay.show_paths(paths_of(xor, Origin(row=0)))
    xor.view.path_overlay.clear()
    assert xor.view.path_overlay.paths == ()
    assert not xor.view.path_overlay.lines.isVisible()


def test_through_a_folded_unit_the_line_is_dashed(show: Show) -> None:
    data = dataset([[0.5, 1.0]], [[1.0]])
    studio = show(chain(2, 20, 1, data=data))
    layout = studio.document.compiled.network.layout
    block = layout.block("x", "h1")
    shown = paths_of(studio, Origin(block.start))[0]
    folded = paths_of(studio, Origin(block.start + 10 * block.shape[1]))[0]
    assert not any(stroke.is_hidden for stroke in strokes(studio.figure, (shown,)).values())
    hidden = [stroke.is_hidden for stroke in strokes(studio.figure, (folded,)).values()]
    assert hidden == [True, True, False]
    studio.view.path_overlay.show_paths((shown, folded))
    assert studio.view.path_overlay.lines.zValue() > 1.2


def test_a_softmax_between_is_crossed_from_unit_to_unit(show: Show) -> None:
    data = dataset([[0.5, 1.0]], [[1.0]])
    project = edits.set_activation(chain(2, 2, 1, data=data), "h1", "softmax")
    studio = show(project)
    paths = paths_of(studio, Origin(0))
    assert len(paths) == 2
    for path in paths:
        assert len(list(hops(path))) == len(path.nodes)
        grouped = factors_by_hop(path)
        assert [factor for group in grouped for factor in group] == list(path.factors)
    crossing = next(path for path in paths if len(path.nodes) == 4)
    assert (-1, 3, 4) in list(hops(crossing))
    studio.view.path_overlay.show_paths((crossing,))
    assert len(studio.view.path_overlay.ends.strokes) == 2
