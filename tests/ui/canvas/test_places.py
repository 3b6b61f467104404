"""A layer that was arranged has the room the canvas needs to draw it."""

from __future__ import annotations

import pytest

from mlp_studio.project import edits
from mlp_studio.project.arrange import FOLDED_UNITS, arrange
from mlp_studio.ui.canvas.column import Column
from mlp_studio.ui.canvas.places import in_scene
from tests.project.projects import chain


@pytest.mark.parametrize("units", [1, 2, 16, 17, 300])
def test_layers_arranged_above_each_other_do_not_overlap(units: int) -> None:
    project = edits.add_layer(chain(3, 1), "input", units)
    places = arrange(project)
    upper = Column(3).bounds.translated(in_scene(places["x"]))
    lower = Column(units).bounds.translated(in_scene(places["x2"]))
    assert upper.bottom() < lower.top()


def test_a_folded_layer_is_as_high_as_the_arrangement_counts() -> None:
    assert Column(17).slots == FOLDED_UNITS
