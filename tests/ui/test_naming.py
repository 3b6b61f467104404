"""Units are called on the canvas and in the panels by one rule."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mlp_studio.engine.arrays import FrozenArray
from mlp_studio.project import edits
from mlp_studio.project.model import Dataset, Layer, Project
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


def test_an_output_is_called_as_its_class() -> None:
    three = Dataset(
        ("a", "b"),
        FrozenArray([[0.0, 1.0]] * 3),
        FrozenArray([[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
        classes=("setosa", "versicolor", "virginica"),
    )
    project = edits.set_data(chain(2, 3, 3), three)
    assert names_of(project, "o") == ["setosa", "versicolor", "virginica"]
    assert names_of(project, "h1") == ["h¹₁", "h¹₂", "h¹₃"], "a hidden layer learns no class"
    own = edits.set_unit_name(project, "o", 1, "mine")
    assert names_of(own, "o") == ["setosa", "mine", "virginica"]
    wide = edits.set_units(project, "o", 4)
    assert names_of(wide, "o")[0] == "o₁", "which unit is which class is not known"


def test_a_single_output_is_called_as_the_class_it_is_high_for() -> None:
    named = replace(XOR, classes=("no", "yes"))
    assert names_of(edits.set_data(chain(2, 1), named), "o") == ["yes"]


def test_an_output_of_a_regression_is_called_as_what_it_learns() -> None:
    named = replace(XOR, target_columns=("price",))
    assert names_of(edits.set_data(chain(2, 1), named), "o") == ["price"]


def names_of(project: Project, layer_id: str) -> list[str]:
    layer = project.layer(layer_id)
    return [unit_name(project, layer, unit) for unit in range(layer.units)]


def test_of_many_names_the_rest_is_counted() -> None:
    assert few(["a", "b", "c"]) == "a, b, c"
    assert few(["a", "b", "c", "d"]) == "a, b + 2"
