"""Layers nobody has placed stand left to right, and stacked ones clear of each other."""

from __future__ import annotations

import pytest

from mlp_studio.project import edits
from mlp_studio.project.arrange import LAYER_GAP, UNIT_PITCH, arrange
from tests.project.projects import chain


@pytest.mark.parametrize(("units", "counted"), [(1, 1), (16, 16), (17, 9), (784, 9)])
def test_a_layer_the_canvas_folds_takes_the_height_of_nine_units(units: int, counted: int) -> None:
    project = edits.add_layer(chain(2, 1), "input", units)
    places = arrange(project)
    distance = places["x2"][1] - places["x"][1]
    assert distance == (2 + counted) / 2 * UNIT_PITCH + LAYER_GAP
