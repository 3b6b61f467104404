"""Names of classes on the output units: in the disc where they fit, else under it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPointF

from mlp_studio.project import edits
from mlp_studio.ui.canvas.column import ROW, below
from mlp_studio.ui.canvas.unit_drawing import unit_boxes
from tests.ui.canvas.conftest import chain_project
from tests.ui.canvas.test_painting import with_random_data


def with_classes(*names: str, columns: int = 3):
    """Units are discs; over two columns they are maps."""
    project = with_random_data(chain_project(columns, 3, len(names)))
    return edits.set_data(project, replace(project.data, classes=names))


def boxes_of(item, unit: int, **changes: str):
    """What a unit takes up around the origin."""
    face = replace(item.face.units[unit], **changes)
    return list(unit_boxes(QPointF(), face, item._unit_style, 1.0))


def test_output_units_are_called_by_their_classes(show) -> None:
    studio = show(with_classes("no", "versicolor"))
    assert [face.symbol for face in studio.figure.layers["o"].face.units] == ["no", "versicolor"]
    assert studio.figure.layers["h1"].face.units[0].symbol == "h¹₁"


def test_a_long_name_stands_under_its_disc_until_delta_is_known(show) -> None:
    item = show(with_classes("no", "versicolor")).figure.layers["o"]
    under = below(QPointF(), 40.0)
    assert not any(box.intersects(under) for box in boxes_of(item, 0)[1:])
    (name,) = [box for box in boxes_of(item, 1)[1:] if box.intersects(under)]
    assert name.height() == ROW
    assert len(boxes_of(item, 1, delta="δ 0.1")) == len(boxes_of(item, 1)), "δ takes its place"


def test_a_very_long_name_is_cut_and_reaches_no_neighbour(show) -> None:
    for columns in (2, 3):
        project = with_classes("no", "a class with a name of many words", columns=columns)
        item = show(project).figure.layers["o"]
        assert max(box.width() for box in boxes_of(item, 1)) < 100.0
