"""What each edit does, what it leaves alone, and what it refuses."""

from __future__ import annotations

import math

import numpy as np
import pytest

from mlp_studio.engine.spec import InitializerSpec
from mlp_studio.project import edits
from mlp_studio.project.arrange import COLUMN_GAP, UNIT_PITCH, arrange
from mlp_studio.project.compile import Compiled, compile_project
from mlp_studio.project.edits import EditError
from mlp_studio.project.model import Project
from mlp_studio.project.rules import MAX_UNITS
from tests.project.projects import XOR, chain, numbered


def compiled(project: Project) -> Compiled:
    result = compile_project(project)
    assert isinstance(result, Compiled), result.text
    return result


def test_layers_get_ids_one_would_choose() -> None:
    project = Project()
    for kind in ("input", "dense", "neuron", "output", "input", "output"):
        project = edits.add_layer(project, kind)
    assert [layer.id for layer in project.layers] == ["x", "h1", "h2", "o", "x2", "o2"]
    assert [layer.kind for layer in project.layers][:4] == ["input", "dense", "dense", "dense"]


@pytest.mark.parametrize("layer_id", ["", "a->b", " a", "a\n", "a" * 65])
def test_an_id_that_could_be_misread_is_refused(layer_id: str) -> None:
    with pytest.raises(EditError, match="A layer's id is"):
        edits.add_layer(Project(), "dense", layer_id=layer_id)


@pytest.mark.parametrize("units", [0, -1, MAX_UNITS + 1, 10**12, True, 1.5])
def test_a_layer_has_a_sensible_number_of_units(units: int) -> None:
    with pytest.raises(EditError, match="1 to 4096 units"):
        edits.add_layer(Project(), "dense", units)
    with pytest.raises(EditError, match="1 to 4096 units"):
        edits.set_units(chain(1, 1), "o", units)


def test_an_edit_shares_what_it_does_not_change() -> None:
    before = numbered(chain(2, 3, 1, data=XOR))
    after = edits.set_weight(before, "h1->o", 0, 1, 9.0)
    assert after.layers is before.layers
    assert after.data is before.data
    assert after.link("x->h1") is before.link("x->h1")
    assert before.link("h1->o").weights != after.link("h1->o").weights


def test_a_link_that_would_close_a_circle_is_refused_naming_the_layers() -> None:
    project = edits.rename_layer(chain(2, 3, 3, 1), "h1", "First")
    with pytest.raises(EditError, match="circle: First → h2 → o → First"):
        edits.add_link(project, "o", "h1")


def test_links_that_make_no_sense_are_refused() -> None:
    project = chain(2, 3, 1)
    with pytest.raises(EditError, match="to itself"):
        edits.add_link(project, "h1", "h1")
    with pytest.raises(EditError, match="linked already"):
        edits.add_link(project, "x", "h1")
    with pytest.raises(EditError, match="only the data can flow into it"):
        edits.add_link(project, "h1", "x")
    with pytest.raises(EditError, match="no layer nowhere"):
        edits.add_link(project, "x", "nowhere")
    assert edits.add_link(project, "x", "o").has_link("x->o"), "a link may skip a layer"


def test_a_removed_unit_takes_its_own_weights_and_no_others() -> None:
    project = edits.remove_unit(numbered(chain(2, 3, 1)), "h1", 1)
    assert project.link("x->h1").weights is not None
    assert project.link("x->h1").weights.tolist() == [[1.0, 2.0], [5.0, 6.0]]
    assert project.link("h1->o").weights.tolist() == [[1.0, 3.0]]
    assert project.layer("h1").biases.tolist() == [100.0, 102.0]
    assert project.layer("o").biases.tolist() == [100.0]


def test_an_added_unit_leaves_the_other_weights_and_draws_its_own() -> None:
    before = numbered(chain(2, 3, 1))
    after = edits.add_unit(before, "h1", 1)
    rows, columns = after.link("x->h1").weights.values, after.link("h1->o").weights.values
    assert rows[[0, 2, 3]].tolist() == before.link("x->h1").weights.tolist()
    assert columns[:, [0, 2, 3]].tolist() == before.link("h1->o").weights.tolist()
    assert after.layer("h1").biases.tolist() == [100.0, 0.0, 101.0, 102.0]
    assert np.all(np.abs(rows[1]) < 2), "drawn by Xavier's rule"
    assert np.all(rows[1] != 0)
    assert edits.add_unit(before, "h1", 1) == after, "the same draw each time"


def test_a_unit_that_replaces_a_removed_one_is_no_twin() -> None:
    project = edits.set_weight(chain(2, 2, 1), "x->h1", 0, 0, 0.5)
    project = edits.add_unit(project, "h1")
    drawn = project.link("x->h1").weights.values[2]
    project = edits.add_unit(edits.remove_unit(project, "h1", 0), "h1")
    again = project.link("x->h1").weights.values
    assert again[1].tolist() == drawn.tolist()
    assert again[2].tolist() != drawn.tolist()


def test_weights_that_are_drawn_stay_drawn_when_units_come_and_go() -> None:
    project = edits.set_units(chain(2, 3, 1), "h1", 7)
    assert project.link("x->h1").weights is None
    assert project.layer("h1").biases is None


def test_everything_else_of_a_unit_goes_and_comes_with_it() -> None:
    project = edits.set_unit_activation(chain(2, 3, 1), "h1", 2, "tanh")
    project = edits.set_unit_name(project, "h1", 0, "first")
    project = edits.remove_edge(project, "x->h1", 2, 1)
    project = edits.set_edge_frozen(project, "h1->o", 0, 2)
    moved = edits.add_unit(edits.remove_unit(project, "h1", 1), "h1", 0)
    assert moved.layer("h1").unit_activations == (None, None, "tanh")
    assert moved.layer("h1").unit_names == ("", "first", "")
    assert moved.link("x->h1").mask.tolist() == [[True, True], [True, True], [True, False]]
    assert moved.link("h1->o").frozen_edges.tolist() == [[False, False, True]]
    gone = edits.remove_unit(moved, "h1", 2)
    assert gone.layer("h1").unit_activations is None
    assert gone.link("x->h1").mask is None
    assert gone.link("h1->o").frozen_edges is None


def test_features_follow_the_units_of_their_layer() -> None:
    project = edits.set_features(chain(2, 1, data=XOR), "x", ["x1*x2"])
    assert project.layer("x").units == 1
    assert edits.set_units(project, "x", 3).layer("x").features == ("x1*x2", "x1", "x2")
    with pytest.raises(EditError, match="no features"):
        edits.set_features(project, "o", ["x1"])


def test_the_last_unit_stays() -> None:
    with pytest.raises(EditError, match="remove the layer instead"):
        edits.remove_unit(chain(2, 1, 1), "h1", 0)


def test_a_weight_set_by_hand_keeps_the_numbers_the_seed_drew_for_the_others() -> None:
    project = chain(2, 3, 1, data=XOR)
    start = compiled(project)
    drawn = start.network.layout.weights(start.parameters, "x", "h1").copy()
    edited = edits.set_weight(project, "x->h1", 2, 0, 1 / 3)
    drawn[2, 0] = 1 / 3
    assert edited.link("x->h1").weights.tolist() == drawn.tolist()
    assert edited.link("h1->o").weights is None


def test_drawn_weights_can_be_seen_before_the_network_is_whole() -> None:
    whole = chain(2, 3, 1)
    half = edits.remove_link(whole, "h1->o")
    seen = edits.materialised_weights(half, "x->h1")
    assert seen == edits.materialised_weights(whole, "x->h1")


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf])
def test_values_must_be_finite(value: float) -> None:
    project = chain(2, 3, 1)
    for edit in (
        lambda: edits.set_weight(project, "x->h1", 0, 0, value),
        lambda: edits.set_bias(project, "o", 0, value),
        lambda: edits.set_weights(project, "h1->o", [[1.0, value, 1.0]]),
        lambda: edits.move_layers(project, {"x": (0.0, value)}),
        lambda: edits.set_optimizer(project, learning_rate=value),
    ):
        with pytest.raises(EditError, match=r"finite|at least 0"):
            edit()


def test_a_matrix_of_another_shape_is_refused() -> None:
    with pytest.raises(EditError, match="must be 1 × 3, not 3 × 1"):
        edits.set_weights(chain(2, 3, 1), "h1->o", [[1], [2], [3]])
    with pytest.raises(EditError, match="rows of equal length"):
        edits.set_weights(chain(2, 3, 1), "h1->o", [[1], [2, 3]])


def test_a_removed_edge_comes_back_with_its_weight() -> None:
    before = numbered(chain(2, 3, 1))
    without = edits.remove_edge(before, "x->h1", 1, 0)
    assert without.link("x->h1").mask.tolist() == [[True, True], [False, True], [True, True]]
    with pytest.raises(EditError, match="restore it before"):
        edits.set_weight(without, "x->h1", 1, 0, 1.0)
    assert edits.restore_edge(without, "x->h1", 1, 0) == before


def test_a_link_goes_with_its_last_edge() -> None:
    project = edits.remove_edge(chain(2, 1), "x->o", 0, 0)
    assert not edits.remove_edge(project, "x->o", 0, 1).has_link("x->o")
    assert not edits.remove_unit(project, "x", 1).has_link("x->o")


def test_a_link_is_frozen_exactly_when_all_its_edges_are() -> None:
    project = edits.set_edge_frozen(chain(2, 1), "x->o", 0, 0)
    assert project.link("x->o").frozen_edges.tolist() == [[True, False]]
    project = edits.set_edge_frozen(project, "x->o", 0, 1)
    assert project.link("x->o").frozen
    assert project.link("x->o").frozen_edges is None
    project = edits.set_edge_frozen(project, "x->o", 0, 0, False)
    assert project.link("x->o").frozen_edges.tolist() == [[False, True]]


def test_biases_are_kept_while_they_are_off() -> None:
    before = numbered(chain(2, 1))
    off = edits.set_bias_enabled(before, "o", False)
    with pytest.raises(EditError, match="switched off"):
        edits.set_bias(off, "o", 0, 1.0)
    assert edits.set_bias_enabled(off, "o", True) == before


def test_what_was_learned_can_be_reset_to_what_the_seed_drew() -> None:
    project = chain(2, 3, 1, data=XOR)
    start = compiled(project)
    layout = start.network.layout
    once = edits.set_parameters(project, layout, start.parameters + 1.0)
    twice = edits.set_parameters(once, layout, start.parameters + 2.0)
    assert compiled(twice).parameters.tolist() == (start.parameters + 2.0).tolist()
    assert twice.link("x->h1").initial_weights == once.link("x->h1").initial_weights
    assert edits.reset_parameters(twice) == project


def test_a_reset_returns_to_weights_set_by_hand() -> None:
    project = edits.set_bias(edits.set_weight(chain(2, 1, data=XOR), "x->o", 0, 0, 5), "o", 0, 2)
    start = compiled(project)
    learned = edits.set_parameters(project, start.network.layout, start.parameters * 3)
    assert learned.layer("o").biases.tolist() == [6.0]
    assert edits.reset_parameters(learned) == project


def test_learning_that_changed_nothing_changes_nothing() -> None:
    project = numbered(chain(2, 3, 1, data=XOR))
    start = compiled(project)
    after = edits.set_parameters(project, start.network.layout, start.parameters)
    assert after == project


def test_learning_leaves_removed_edges_the_weight_they_had() -> None:
    project = edits.remove_edge(numbered(chain(2, 3, 1, data=XOR)), "x->h1", 0, 0)
    start = compiled(project)
    assert start.network.layout.weights(start.parameters, "x", "h1")[0, 0] == 0.0
    learned = edits.set_parameters(project, start.network.layout, start.parameters * 2)
    assert learned.link("x->h1").weights.tolist() == [[1.0, 4.0], [6.0, 8.0], [10.0, 12.0]]


def test_weights_of_another_network_are_refused() -> None:
    start = compiled(chain(2, 3, 1, data=XOR))
    for other in (chain(2, 4, 1), chain(2, 1), chain(2, 3, 3, 1)):
        with pytest.raises(EditError, match="another network"):
            edits.set_parameters(other, start.network.layout, start.parameters)


def test_a_new_draw_forgets_what_was_set_and_learned() -> None:
    project = edits.redraw_parameters(numbered(chain(2, 3, 1)), 7)
    assert project == edits.set_seed(chain(2, 3, 1), 7)
    other = edits.redraw_parameters(project, 8)
    assert edits.materialised_weights(project, "x->h1") != edits.materialised_weights(
        other, "x->h1"
    )


def test_a_selection_is_removed_in_one_edit_by_the_numbers_it_had() -> None:
    project = numbered(chain(2, 3, 3, 1))
    left = edits.remove(
        project, units=[("h1", 0), ("h1", 2)], edges=[("h1->h2", 0, 1), ("h2->o", 0, 2)]
    )
    assert left.layer("h1").units == 1
    assert left.link("x->h1").weights.tolist() == [[3.0, 4.0]]
    assert left.link("h1->h2").mask.tolist() == [[False], [True], [True]]
    assert left.link("h2->o").mask.tolist() == [[True, True, False]]


def test_removing_all_units_removes_the_layer_and_its_links() -> None:
    project = chain(2, 2, 1)
    left = edits.remove(
        project,
        layers=["o"],
        units=[("h1", 0), ("h1", 1)],
        links=["x->h1"],
        edges=[("x->h1", 0, 0)],
    )
    assert [layer.id for layer in left.layers] == ["x"]
    assert left.links == ()


def test_softmax_belongs_to_whole_layers() -> None:
    project = edits.set_unit_activation(chain(2, 3), "o", 1, "relu")
    with pytest.raises(EditError, match="joins all units"):
        edits.set_unit_activation(project, "o", 0, "softmax")
    project = edits.set_activation(project, "o", "softmax")
    assert project.layer("o").unit_activations is None
    with pytest.raises(EditError, match="joins all units"):
        edits.set_unit_activation(project, "o", 0, "relu")


def test_an_input_layer_has_nothing_to_set() -> None:
    project = chain(2, 1)
    for edit in (
        lambda: edits.set_activation(project, "x", "tanh"),
        lambda: edits.set_bias(project, "x", 0, 1.0),
        lambda: edits.set_initializer(project, "x", "zeros"),
    ):
        with pytest.raises(EditError, match="is an input layer"):
            edit()


def test_another_optimizer_keeps_only_the_settings_it_knows() -> None:
    project = edits.set_optimizer(Project(), name="rmsprop", learning_rate=0.3, alpha=0.5)
    assert edits.set_optimizer(project, momentum=0.2).training.optimizer.alpha == 0.5
    adam = edits.set_optimizer(project, name="adam").training.optimizer
    assert (adam.name, adam.learning_rate, adam.alpha) == ("adam", 0.3, None)
    with pytest.raises(EditError, match="adam has no setting “alpha”"):
        edits.set_optimizer(project, name="adam", alpha=0.5)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"epochs": -1}, "epochs must be at least 0"),
        ({"batch_size": 0}, "batch_size must be at least 1"),
        ({"seed": -1}, "seed must be at least 0"),
        ({"seed": 2**63}, "seed must be at least 0"),
        ({"test_fraction": 1.0}, "at least 0 and less than 1"),
        ({"clip_norm": 0.0}, "above 0"),
        ({"epochs": True}, "epochs"),
        ({"rule": "hebb"}, "“hebb” is not one of gradient, perceptron"),
        ({"precision": "float16"}, "not one of float64, float32"),
    ],
)
def test_settings_out_of_range_are_refused(changes: dict[str, object], words: str) -> None:
    with pytest.raises(EditError, match=words):
        edits.set_training(Project(), **changes)


def test_an_initializer_that_cannot_draw_is_refused() -> None:
    for spec in (InitializerSpec("magic"), InitializerSpec("normal", scale=-1.0)):
        with pytest.raises(EditError, match=r"not one of|scale of an initializer"):
            edits.set_initializer(chain(2, 1), "o", spec)


def test_an_error_can_be_said_in_another_language() -> None:
    korean = {"There is no layer {layer}.": "{layer} 층이 없습니다."}
    with pytest.raises(EditError) as caught:
        edits.remove_layer(Project(), "h1")
    assert str(caught.value) == "There is no layer h1."
    said = caught.value.translated(lambda context, text: korean[text])
    assert said == "h1 층이 없습니다."


def test_layers_are_arranged_left_to_right_around_the_middle() -> None:
    project = edits.add_layer(chain(2, 3, 1), "input", 1)
    project = edits.add_link(project, "x2", "o")
    places = arrange(project)
    assert [places[layer_id][0] for layer_id in ("x", "h1", "o")] == [-COLUMN_GAP, 0.0, COLUMN_GAP]
    assert places["h1"][1] == places["o"][1] == 0.0
    assert places["x2"][0] == places["x"][0]
    assert places["x2"][1] - places["x"][1] >= 1.5 * UNIT_PITCH, "one below the other"


def test_an_empty_project_is_arranged_too() -> None:
    assert arrange(Project()) == {}
