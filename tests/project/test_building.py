"""Layers put in with features, onto a link, and marked with a colour."""

from __future__ import annotations

import pytest

from mlp_studio.project import edits
from mlp_studio.project.compile import Compiled, compile_project
from mlp_studio.project.edits import EditError
from mlp_studio.project.model import LAYER_COLOURS, Project
from tests.project.projects import XOR, chain, dataset, numbered


def test_a_layer_is_marked_with_one_of_the_colours_or_none() -> None:
    project = chain(2, 1)
    for colour in LAYER_COLOURS:
        project = edits.set_colour(project, "x", colour)
        assert project.layer("x").colour == colour
    assert edits.set_colour(project, "x", "") == chain(2, 1)
    with pytest.raises(EditError, match="“red” is not one of orange, sky"):
        edits.set_colour(project, "x", "red")


def test_the_units_of_an_input_layer_follow_its_features() -> None:
    project = edits.add_layer(Project(), "input", 7, features=["x1", "x2", "x1*x2"])
    assert project.layer("x").units == 3
    assert project.layer("x").features == ("x1", "x2", "x1*x2")
    with pytest.raises(EditError, match="h1 is not an input layer"):
        edits.add_layer(Project(), "dense", features=["x1"])


def test_the_first_feature_turns_the_columns_into_features() -> None:
    project = edits.set_unit_name(chain(2, 1, data=XOR), "x", 1, "second")
    project = edits.add_feature(project, "x", "x1*x2", 1)
    assert project.layer("x").features == ("x1", "x1*x2", "x2")
    assert project.layer("x").unit_names == ("", "", "second")
    result = compile_project(edits.add_feature(project, "x", "x1**2"))
    assert isinstance(result, Compiled)
    assert result.inputs.tolist() == [[0, 0, 0, 0], [0, 0, 1, 0], [1, 0, 0, 1], [1, 1, 1, 1]]


def test_a_feature_leaves_the_columns_of_other_input_layers_alone() -> None:
    data = dataset([[1, 2, 3]], [[0]])
    project = edits.add_layer(edits.set_data(chain(1, 1), data), "input", 2)
    project = edits.add_link(project, "x2", "o")
    result = compile_project(edits.add_feature(project, "x", "x1+x2"))
    assert isinstance(result, Compiled)
    assert result.inputs.tolist() == [[1, 3, 2, 3]]


def test_features_can_be_added_before_there_are_data() -> None:
    project = edits.add_feature(chain(2, 1), "x", "x1*x2")
    assert project.layer("x").features == ("x1", "x2", "x1*x2")
    with pytest.raises(EditError, match="not an input layer"):
        edits.add_feature(project, "o", "x1")
    with pytest.raises(EditError, match="no unit 4"):
        edits.add_feature(project, "x", "x1", 4)
    with pytest.raises(EditError, match="one line"):
        edits.add_feature(project, "x", "x1\n")


def test_a_layer_takes_the_place_of_a_link() -> None:
    project = edits.remove_edge(numbered(chain(2, 3, 1)), "h1->o", 0, 1)
    project = edits.move_layers(project, {"h1": (0, 10), "o": (220, 30)})
    grown = edits.insert_layer(project, "h1->o", "dense", 2, activation="relu")
    assert [link.id for link in grown.links] == ["x->h1", "h1->h2", "h2->o"]
    assert grown.link("x->h1") is project.link("x->h1")
    assert grown.link("h1->h2").mask is None
    assert grown.link("h2->o").weights is None
    new = grown.layer("h2")
    assert (new.units, new.activation, new.position) == (2, "relu", (110, 20))


def test_a_layer_on_a_link_stands_where_it_was_dropped_or_is_arranged() -> None:
    project = edits.move_layers(chain(2, 1), {"x": (0, 0)})
    assert edits.insert_layer(project, "x->o").layer("h1").position is None
    dropped = edits.insert_layer(project, "x->o", position=(5, 6), layer_id="mid")
    assert dropped.layer("mid").position == (5, 6)


def test_what_cannot_stand_on_a_link_is_refused() -> None:
    with pytest.raises(EditError, match="only the data flow into it"):
        edits.insert_layer(chain(2, 1), "x->o", "input")
    with pytest.raises(EditError, match="already a layer o"):
        edits.insert_layer(chain(2, 1), "x->o", layer_id="o")
    with pytest.raises(EditError, match="no link o->x"):
        edits.insert_layer(chain(2, 1), "o->x")
