"""Which edges of a link exist: single ones added, and whole patterns."""

from __future__ import annotations

import math

import numpy as np
import pytest

from mlp_studio.project import edits
from mlp_studio.project.edits import EditError
from mlp_studio.project.edits.freezing import set_frozen
from tests.project.projects import chain, numbered


def test_one_edge_between_unlinked_layers_makes_a_link_with_only_it() -> None:
    project = edits.add_edges(chain(2, 3, 2), "x", "o", source_unit=1, target_unit=0)
    assert project.link("x->o").mask.tolist() == [[False, True], [False, False]]
    assert project.link("x->o").weights is None


def test_no_unit_stands_for_all_of_its_layer() -> None:
    project = chain(2, 3, 2)
    row = edits.add_edges(project, "x", "o", target_unit=1)
    assert row.link("x->o").mask.tolist() == [[False, False], [True, True]]
    column = edits.add_edges(project, "x", "o", source_unit=0)
    assert column.link("x->o").mask.tolist() == [[True, False], [True, False]]
    assert edits.add_edges(project, "x", "o") == edits.add_link(project, "x", "o")


def test_missing_edges_come_back_with_the_weights_they_had() -> None:
    before = numbered(chain(2, 3, 1))
    without = edits.remove_edge(before, "x->h1", 2, 0)
    without = edits.remove_edge(without, "x->h1", 0, 0)
    assert edits.add_edges(without, "x", "h1") == before
    one = edits.add_edges(without, "x", "h1", source_unit=0, target_unit=2)
    assert one.link("x->h1").mask.tolist() == [[False, True], [True, True], [True, True]]


def test_a_drawn_weight_comes_back_though_others_were_set_meanwhile() -> None:
    project = chain(2, 3, 1)
    drawn = edits.materialised_weights(project, "x->h1").values[1, 0]
    project = edits.remove_edge(project, "x->h1", 1, 0)
    project = edits.set_weight(project, "x->h1", 2, 1, 5.0)
    project = edits.add_edges(project, "x", "h1", 0, 1)
    assert project.link("x->h1").weights.values[1, 0] == drawn


def test_edges_that_cannot_be_are_refused_as_links_are() -> None:
    project = edits.rename_layer(chain(2, 3, 2), "h1", "First")
    with pytest.raises(EditError, match="to itself"):
        edits.add_edges(project, "h1", "h1", 0, 1)
    with pytest.raises(EditError, match="only the data can flow into it"):
        edits.add_edges(project, "h1", "x", 0, 0)
    with pytest.raises(EditError, match="circle: First → o → First"):
        edits.add_edges(project, "o", "h1", 0, 0)
    with pytest.raises(EditError, match="no edges missing there from x to First"):
        edits.add_edges(project, "x", "h1", 0, 0)
    with pytest.raises(EditError, match="no unit 3"):
        edits.add_edges(project, "x", "h1", 0, 3)


def test_one_to_one_leaves_the_edges_between_units_of_the_same_number() -> None:
    before = numbered(chain(3, 3, 2))
    project = edits.set_link_pattern(before, "x->h1", "one_to_one")
    assert project.link("x->h1").mask.tolist() == np.eye(3, dtype=bool).tolist()
    assert project.link("x->h1").weights == before.link("x->h1").weights
    assert edits.pattern_of(project, "x->h1") == "one_to_one"
    assert edits.set_link_pattern(project, "x->h1", "dense") == before
    assert edits.pattern_of(before, "x->h1") == "dense"
    with pytest.raises(EditError, match="h1 has 3, o has 2"):
        edits.set_link_pattern(before, "h1->o", "one_to_one")


@pytest.mark.parametrize("density", [0.1, 0.5, 0.9])
def test_a_sparse_link_has_about_so_many_edges_and_one_into_every_unit(density: float) -> None:
    project = edits.set_link_pattern(chain(60, 50, 1), "x->h1", "sparse", density, seed=3)
    mask = project.link("x->h1").mask.values
    # Three standard deviations of a binomial share of 3000 edges.
    assert abs(mask.mean() - density) < 3 * math.sqrt(density * (1 - density) / 3000)
    assert mask.any(axis=1).all()
    assert edits.pattern_of(project, "x->h1") is None


def test_a_very_sparse_link_keeps_exactly_one_edge_into_every_unit() -> None:
    project = edits.set_link_pattern(chain(4, 6, 1), "x->h1", "sparse", 1e-9)
    assert project.link("x->h1").mask.values.sum(axis=1).tolist() == [1] * 6


def test_the_same_seed_leaves_the_same_edges_and_another_others() -> None:
    project = chain(8, 8, 8)
    one = edits.set_link_pattern(project, "x->h1", "sparse", 0.5, seed=1)
    assert edits.set_link_pattern(one, "x->h1", "sparse", 0.5, seed=1) == one
    assert edits.set_link_pattern(one, "x->h1", "sparse", 0.5, seed=2) != one
    other = edits.set_link_pattern(project, "h1->o", "sparse", 0.5, seed=1)
    assert one.link("x->h1").mask != other.link("h1->o").mask, "each link has its own draw"


def test_all_edges_of_a_sparse_link_make_it_dense() -> None:
    project = chain(2, 3, 1)
    assert edits.set_link_pattern(project, "x->h1", "sparse", 1.0) == project


@pytest.mark.parametrize("density", [0.0, -0.5, 1.01, math.nan, math.inf])
def test_a_density_out_of_range_is_refused(density: float) -> None:
    with pytest.raises(EditError, match=r"above 0 and at most 1|finite"):
        edits.set_link_pattern(chain(2, 1), "x->o", "sparse", density)


def test_unknown_patterns_and_seeds_are_refused() -> None:
    with pytest.raises(EditError, match="not one of dense, one_to_one, sparse"):
        edits.set_link_pattern(chain(2, 1), "x->o", "random")
    with pytest.raises(EditError, match="seed must be at least 0"):
        edits.set_link_pattern(chain(2, 1), "x->o", "sparse", 0.5, -1)


def test_a_link_can_be_added_in_a_pattern() -> None:
    project = chain(3, 2, 3)
    linked = edits.add_link(project, "x", "o", "one_to_one")
    assert edits.pattern_of(linked, "x->o") == "one_to_one"
    sparse = edits.add_link(project, "x", "o", "sparse", 1e-9)
    assert sparse.link("x->o").mask.values.sum() == 3
    with pytest.raises(EditError, match="x has 3, h2 has 1"):
        edits.add_link(edits.add_layer(project, "dense"), "x", "h2", "one_to_one")


def test_a_selection_is_frozen_and_freed_in_one_edit() -> None:
    project = edits.add_link(chain(2, 3, 1), "x", "o")
    frozen = set_frozen(project, True, layers=["h1"], units=[("o", 0)])
    assert [link.frozen for link in frozen.links] == [True, True, True]
    assert frozen.layer("h1").freeze_biases
    assert not frozen.layer("o").freeze_biases, "biases only with their whole layer"
    one = set_frozen(project, True, links=["x->o"], edges=[("h1->o", 0, 2)])
    assert one.link("h1->o").frozen_edges.tolist() == [[False, False, True]]
    assert one.link("x->o").frozen
    assert set_frozen(frozen, False, layers=["h1", "o"]) == project
