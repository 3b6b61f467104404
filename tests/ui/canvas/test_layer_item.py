"""A layer on the canvas: its column's geometry, its colour, folding, slots and the units' ports."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, QRectF

from mlp_studio.project import edits
from mlp_studio.ui.canvas import layer_item
from mlp_studio.ui.canvas.column import PITCH, RADIUS, ROW, Column, above
from mlp_studio.ui.canvas.hits import hit
from mlp_studio.ui.theme import blend
from tests.ui.canvas.conftest import chain_project, xor_project
from tests.ui.canvas.test_painting import colour_at, near, with_random_data


def rows_of(column: Column) -> list[QRectF]:
    """The discs of a column with the rows of numbers above and below each."""
    reach = RADIUS + ROW + 1.0
    return [
        QRectF(-RADIUS, height - reach, 2 * RADIUS, 2 * reach) for height in column.heights.tolist()
    ]


# Folding ------------------------------------------------------------------------------------


def test_a_small_layer_has_no_fold_button() -> None:
    assert Column(16).fold_button.isEmpty()
    assert not Column(17).fold_button.isEmpty()


@pytest.mark.parametrize("unfolded", [False, True])
def test_the_fold_button_is_inside_the_frame_and_clear_of_units_and_their_numbers(unfolded) -> None:
    column = Column(40, unfolded)
    assert column.frame.contains(column.fold_button)
    assert not any(box.intersects(column.fold_button) for box in rows_of(column))


def test_the_button_of_a_folded_column_stands_where_units_are_missing() -> None:
    column = Column(40)
    assert column.centre(5).y() < column.fold_button.top()
    assert column.fold_button.bottom() < column.centre(38).y()


def test_the_button_of_an_unfolded_column_stands_between_header_and_units() -> None:
    column = Column(40, unfolded=True)
    assert column.header.bottom() < column.fold_button.top()
    assert column.fold_button.bottom() < column.centre(0).y() - RADIUS - ROW


def test_the_button_says_what_it_brings_and_is_hit(show) -> None:
    studio = show(with_random_data(chain_project(40, 2, 1)))
    item = studio.figure.layers["x"]
    assert item.face.folded == "32 more"
    assert hit(studio.figure, item.pos() + item.column.fold_button.center()).kind == "fold"
    studio.figure.set_unfolded("x", True)
    assert item.face.folded == "Fold"
    assert len(item.face.units) == 40
    assert hit(studio.figure, item.pos() + item.column.fold_button.center()).kind == "fold"
    assert studio.figure.layers["h1"].face.folded == ""


def test_of_784_unfolded_units_only_those_in_sight_are_painted(show, monkeypatch) -> None:
    studio = show(with_random_data(chain_project(784, 2, 1)))
    studio.figure.set_unfolded("x", True)
    painted = []
    monkeypatch.setattr(
        layer_item, "draw_unit", lambda _painter, _centre, face, *_, **__: painted.append(face.unit)
    )
    studio.view.paper.zoom_reset()
    studio.view.centerOn(studio.figure.layers["x"].pos())
    studio.figure.layers["x"].update()
    painted.clear()
    studio.view.grab()
    seen = {unit for unit in painted if unit > 2}
    assert 4 <= len(seen) < 30
    assert all(380 <= unit <= 405 for unit in seen)


# Slots --------------------------------------------------------------------------------------


def test_a_slot_is_the_place_between_the_units_around_the_point() -> None:
    column = Column(3)
    assert [column.slot_at(QPointF(5.0, y)) for y in (-200.0, -44.0, 44.0, 200.0)] == [0, 1, 2, 3]
    assert [column.slot_height(at) for at in range(4)] == [-1.5 * PITCH, -44.0, 44.0, 1.5 * PITCH]


def test_slots_of_a_folded_column_are_on_both_sides_of_the_gap() -> None:
    column = Column(40)
    gap = column.ellipsis.y()
    assert column.slot_at(QPointF(0.0, gap - 30.0)) == 6
    assert column.slot_at(QPointF(0.0, gap + 30.0)) == 38
    assert column.slot_height(6) == gap - PITCH / 2
    assert column.slot_height(38) == gap + PITCH / 2
    assert column.slot_height(20) == gap
    assert column.slot_at(QPointF(0.0, 1e6)) == 40
    assert column.slot_height(40) == column.heights[-1] + PITCH / 2


def test_every_slot_is_found_at_its_own_height() -> None:
    for column in (Column(1), Column(5), Column(40, unfolded=True)):
        for at in range(column.units + 1):
            assert column.slot_at(QPointF(0.0, column.slot_height(at))) == at


def test_a_slot_is_drawn_in_the_accent_colour_and_goes_away(xor, theme) -> None:
    item = xor.figure.layers["h1"]
    item.set_slot(1)
    plus = item.pos() + QPointF(item.column.frame.right(), item.column.slot_height(1))
    assert near(colour_at(xor, plus), theme.theme.accent)
    item.set_slot(None)
    assert not near(colour_at(xor, plus), theme.theme.accent, most=60)


# Ports of units -----------------------------------------------------------------------------


def test_ports_of_a_unit_are_beside_its_disc_and_clear_of_those_of_the_layer() -> None:
    column = Column(3)
    left, right = column.unit_port(1, "left"), column.unit_port(1, "right")
    assert (left.y(), right.y()) == (0.0, 0.0)
    assert left.x() == -right.x()
    assert RADIUS < right.x() < column.right_port.x() - 10.0


def test_a_unit_that_is_folded_away_has_no_port() -> None:
    with pytest.raises(KeyError):
        Column(40).unit_port(20, "left")


def test_the_unit_under_the_pointer_shows_its_ports(xor, theme) -> None:
    item = xor.figure.layers["h1"]
    port = item.pos() + item.column.unit_port(1, "right")
    item.set_hot_unit(1, "right")
    assert near(colour_at(xor, port), theme.theme.accent)
    item.set_hot_unit(None)
    assert not near(colour_at(xor, port), theme.theme.accent, most=60)


def test_a_unit_is_hit_in_the_whole_square_of_its_map() -> None:
    column = Column(2)
    centre = column.centre(1)
    assert column.unit_at(centre + QPointF(RADIUS - 1.0, RADIUS - 1.0)) == 1
    assert column.unit_at(centre + QPointF(RADIUS + 4.0, 0.0)) is None


def test_a_bias_is_found_by_its_capsule(xor) -> None:
    item = xor.figure.layers["h1"]
    capsule = item.column.centre(1) + QPointF(-50.0, -RADIUS)
    assert item.bias_at(capsule) == 1
    assert item.bias_at(item.column.centre(1)) is None
    assert xor.figure.layers["x"].bias_at(capsule) is None


# Colour and faces ---------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["light", "dark"])
def test_a_layers_colour_tints_its_frame_and_underlines_its_title(show, theme, name) -> None:
    theme.set(name)
    studio = show(edits.set_colour(xor_project(), "h1", "green"))
    item, colours = studio.figure.layers["h1"], theme.theme.layer_colours
    frame, header = item.column.frame, item.column.header
    inside = item.pos() + QPointF(frame.right() - 10.0, frame.bottom() - 10.0)
    bar = item.pos() + QPointF(0.0, header.top() + 20.0)
    assert near(colour_at(studio, inside), blend(colours["green"], theme.theme.canvas, 0.14), 6)
    assert near(colour_at(studio, bar), colours["green"], 40)
    studio.document.apply("", edits.set_colour, "h1", "")
    assert not near(colour_at(studio, bar), colours["green"], 40)


def test_over_a_map_stands_the_symbol_and_no_label_of_an_edge_may(xor) -> None:
    item = xor.figure.layers["h1"]
    assert item.face.picture == "map"
    symbol = above(item.column.centre(0), 10.0).center() + item.pos()
    assert any(box.contains(symbol) for box in item.obstacles())


def test_the_symbol_over_a_map_is_clear_of_the_unit_above_and_in_the_frame() -> None:
    column = Column(2)
    symbol = above(column.centre(1), 40.0).translated(0.0, -3.0)
    assert symbol.top() > column.centre(0).y() + RADIUS
    assert column.frame.adjusted(0.0, -1.0, 0.0, 0.0).contains(
        above(column.centre(0), 40.0).translated(0.0, -3.0)
    )
