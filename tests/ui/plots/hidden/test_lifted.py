"""The kernel idea: features lift the data, and the input layer shows where to."""

from __future__ import annotations

import numpy as np
import pytest

from mlp_studio.project import edits
from mlp_studio.ui.plots.hidden.passage import MOST_SAMPLES, Passage
from tests.ui.plots.hidden.conftest import Open, generated, network

RADIAL = "exp(-(x1**2 + x2**2))"


def test_without_a_hidden_layer_the_lifted_data_are_what_is_shown_first(open_room: Open) -> None:
    flat = network(generated("circles"))
    assert open_room(flat).view.chooser.layer.currentData() == "o", "nothing is lifted yet"
    room = open_room(edits.add_feature(flat, "x", RADIAL))
    assert room.view.chooser.layer.currentData() == "x"
    seen = room.view.seen
    assert seen is not None
    assert seen.aim.choice.units == (0, 1, 2)
    assert seen.aim.unit == ("o", 0), "the output's plane stands in it"


def test_with_a_hidden_layer_the_input_layer_can_be_chosen(open_room: Open) -> None:
    lifted = edits.add_feature(network(generated("circles"), 3), "x", RADIAL)
    room = open_room(lifted)
    chooser = room.view.chooser
    assert chooser.layer.currentData() == "h"
    chooser.layer.setCurrentIndex(chooser.layer.findData("x"))
    chooser.layer.activated.emit(chooser.layer.currentIndex())
    assert room.view.seen is not None
    assert room.view.seen.aim.layer == "x"


def test_the_third_coordinate_is_the_formula_of_the_other_two(open_room: Open) -> None:
    room = open_room(edits.add_feature(network(generated("circles")), "x", RADIAL))
    document = room.document
    assert document.compiled is not None
    assert document.project.data is not None
    passage = Passage(document.project, document.compiled, document.project.data, 4)
    passage.run(document.compiled.parameters)
    samples, grid = passage.outputs("x")
    for points in (samples, grid):
        height = np.exp(-(points[:, :2] ** 2).sum(axis=1))
        assert points[:, 2] == pytest.approx(height)


def test_of_many_samples_those_of_every_class_are_drawn(open_room: Open) -> None:
    room = open_room(network(generated("moons", samples=2 * MOST_SAMPLES), 2))
    document = room.document
    assert document.compiled is not None
    assert document.project.data is not None
    passage = Passage(document.project, document.compiled, document.project.data, 4)
    targets = document.project.data.targets.values[passage.rows]
    assert float(targets.mean()) == pytest.approx(0.5, abs=0.02), "the classes take turns"
