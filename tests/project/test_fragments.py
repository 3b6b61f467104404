"""Copied parts of a network bring every number along, wherever they are pasted."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mlp_studio.project import edits
from mlp_studio.project.compile import Compiled, compile_project
from mlp_studio.project.edits import EditError
from mlp_studio.project.errors import ProjectFileError
from mlp_studio.project.fragments import extract, from_text, insert, to_text
from mlp_studio.project.model import Project
from mlp_studio.project.projectfile import dumps
from mlp_studio.project.rules import MAX_LAYERS
from mlp_studio.project.starting import STARTING_PROJECT
from mlp_studio.project.validity import check_project
from tests.project.projects import XOR, chain, numbered, projects


def test_a_fragment_is_these_layers_and_the_links_among_them_with_the_weights_as_drawn() -> None:
    project = edits.move_layers(chain(2, 3, 3, 1, data=XOR), {"h1": (1, 2)})
    fragment = extract(project, ["h2", "h1"])
    assert [layer.id for layer in fragment.layers] == ["h1", "h2"]
    assert [link.id for link in fragment.links] == ["h1->h2"]
    assert fragment.link("h1->h2").weights == edits.materialised_weights(project, "h1->h2")
    assert fragment.layer("h2").biases.tolist() == [0, 0, 0]
    assert fragment.layer("h1").position == (1, 2)
    assert fragment.data is None
    with pytest.raises(EditError, match="no layer nowhere"):
        extract(project, ["nowhere"])


def test_pasted_layers_get_new_ids_and_a_place_of_their_own() -> None:
    project = edits.move_layers(numbered(chain(2, 3, 1, data=XOR)), {"h1": (1, 2)})
    fragment = extract(project, ["x", "h1", "o"])
    twice, names = insert(project, fragment, (10.0, 20.0))
    assert names == {"x": "x2", "h1": "h2", "o": "o2"}
    assert twice.link("x2->h2").weights == project.link("x->h1").weights
    assert twice.layer("h2").position == (11, 22)
    assert twice.layer("o2").position is None
    assert twice.layers[:3] == project.layers
    assert twice.data is project.data
    _, again = insert(twice, fragment)
    assert again == {"x": "x3", "h1": "h3", "o": "o3"}


def test_a_copy_in_another_project_computes_the_same_there() -> None:
    project = edits.set_bias(chain(2, 3, 1, data=XOR), "h1", 0, 0.3)
    pasted, _ = insert(edits.set_seed(edits.set_data(Project(), XOR), 9), extract(project, "x"))
    assert pasted.layer("x").units == 2
    copy = from_text(to_text(extract(project, ["x", "h1", "o"])))
    other, names = insert(edits.set_seed(edits.set_data(Project(), XOR), 9), copy)
    assert names == {"x": "x", "h1": "h1", "o": "o"}
    one, two = compile_project(project), compile_project(other)
    assert isinstance(one, Compiled)
    assert isinstance(two, Compiled)
    assert two.parameters.tolist() == one.parameters.tolist()


def test_an_empty_project_takes_data_loss_and_training_too() -> None:
    whole = edits.set_loss(edits.set_seed(chain(2, 1, data=XOR), 7), "bce")
    taken, _ = insert(STARTING_PROJECT, whole)
    assert (taken.data, taken.loss, taken.training) == (XOR, "bce", whole.training)
    with_data = edits.set_data(STARTING_PROJECT, XOR)
    kept, _ = insert(with_data, whole)
    assert (kept.loss, kept.training) == ("half_sse", STARTING_PROJECT.training)
    with_layers = edits.add_layer(STARTING_PROJECT, "input")
    assert insert(with_layers, whole)[0].data is None


def test_ids_stay_short_and_do_not_meet_each_other() -> None:
    long = "h" * 64
    project = edits.add_layer(edits.add_layer(Project(), "dense", layer_id=long), "dense")
    project = edits.add_layer(project, "dense", layer_id="12")
    twice, names = insert(project, project)
    check_project(twice)
    assert len(set(names.values())) == 3
    assert names["h1"] == "h2"


def test_what_makes_the_network_too_large_is_refused() -> None:
    many = Project()
    for _ in range(MAX_LAYERS // 2 + 1):
        many = edits.add_layer(many, "dense")
    with pytest.raises(EditError, match="at most 256 layers"):
        insert(many, many)
    far = edits.move_layers(chain(1, 1), {"x": (1e308, 0)})
    with pytest.raises(EditError, match="finite"):
        insert(Project(), far, (1e308, 0.0))


@settings(max_examples=60, deadline=None)
@given(projects())
def test_any_project_passes_through_the_clipboard(project: Project) -> None:
    fragment = extract(project, [layer.id for layer in project.layers])
    assert from_text(to_text(fragment)) == fragment
    pasted, names = insert(project, fragment)
    check_project(pasted)
    assert names.keys() == {layer.id for layer in project.layers}
    for link in fragment.links:
        copy = f"{names[link.source]}->{names[link.target]}"
        assert edits.materialised_weights(pasted, copy) == link.weights


@settings(max_examples=100)
@given(st.text())
def test_other_text_is_refused(text: str) -> None:
    with pytest.raises(ProjectFileError):
        from_text(text)


@pytest.mark.parametrize("text", ["", "PK\x03\x04", "\ud800", '{"format": "mlp-studio"}', "[]"])
def test_text_that_only_looks_like_a_fragment_is_refused(text: str) -> None:
    with pytest.raises(ProjectFileError):
        from_text(text)


def test_a_zipped_project_read_as_text_is_refused() -> None:
    with pytest.raises(ProjectFileError):
        from_text(dumps(Project()).decode("latin-1"))


def test_a_copy_of_learned_layers_returns_to_what_they_returned_to() -> None:
    project = chain(2, 1, data=XOR)
    compiled = compile_project(project)
    assert isinstance(compiled, Compiled)
    learned = edits.set_parameters(project, compiled.network.layout, compiled.parameters + 1)
    pasted, _ = insert(learned, extract(learned, ["x", "o"]))
    reset = edits.reset_parameters(pasted)
    first = edits.materialised_weights(project, "x->o").values
    assert np.array_equal(edits.materialised_weights(reset, "x2->o2").values, first)
