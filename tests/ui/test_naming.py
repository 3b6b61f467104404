"""Units are called on the canvas and in the panels by one rule."""

from __future__ import annotations

import pytest

from mlp_studio.project import edits
from mlp_studio.project.model import Layer, Project
from mlp_studio.ui.naming import few, unit_name
from tests.project.projects import XOR, chain


@pytest.mark.parametrize(
    ("layer_id", "name"), [("h1", "h¹₂"), ("o", "o₂"), ("o12", "o¹²₂"), ("hidden", "h₂")]
)
def test_a_unit_is_its_layer_s_letter_and_its_number(layer_id: str, name: str) -> None:
    layer = Layer(layer_id, "dense", 2)
    assert unit_name(Project(layers=(layer,)), layer, 1) == name


def test_a_given_name_wins() -> None:
    project = edits.set_unit_name(chain(2, 2, 1), "h1", 0, "or1")
    assert unit_name(project, project.layer("h1"), 0) == "or₁"


def test_an_input_is_called_as_its_column_or_its_formula() -> None:
    project = edits.set_data(chain(2, 1), XOR)
    assert unit_name(project, project.layer("x"), 1) == "x₂"
    project = edits.set_features(project, "x", ["x1*x2", "x1"])
    names = [unit_name(project, project.layer("x"), unit) for unit in (0, 1)]
    assert names == ["x1*x2", "x₁"]


def test_of_many_names_the_rest_is_counted() -> None:
    assert few(["a", "b", "c"]) == "a, b, c"
    assert few(["a", "b", "c", "d"]) == "a, b + 2"
