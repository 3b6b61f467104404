from __future__ import annotations

import numpy as np
import pytest

from mlp_studio.engine.arrays import FrozenArray
from mlp_studio.engine.layout import Layout
from mlp_studio.engine.spec import LayerSpec, LinkSpec, NetworkSpec, SpecError
from tests.engine.networks import chain, random_graph

MASK = FrozenArray([[True, False], [True, True]], bool)


def skip() -> NetworkSpec:
    """x (2) and y (1) feed h (2); h and, past it, x feed o (1), which has no bias."""
    layers = (
        LayerSpec("x", 2, True),
        LayerSpec("y", 1, True),
        LayerSpec("h", 2, freeze_biases=True),
        LayerSpec("o", 1, bias=False),
    )
    links = (
        LinkSpec("x", "h", mask=MASK),
        LinkSpec("y", "h", frozen=True),
        LinkSpec("h", "o", frozen_edges=FrozenArray([[True, False]], bool)),
        LinkSpec("x", "o"),
    )
    return NetworkSpec(layers, links)


def test_a_chain_is_one_block_per_layer_with_the_bias_last() -> None:
    layout = Layout(chain(2, 3, 1))
    assert layout.size == 3 * 3 + 1 * 4
    assert [(block.start, block.shape) for block in layout.all_blocks] == [(0, (3, 3)), (9, (1, 4))]
    vector = np.arange(13.0)
    assert layout.weights(vector, "l0", "l1").tolist() == [[0, 1], [3, 4], [6, 7]]
    assert layout.biases(vector, "l1").tolist() == [2, 5, 8]
    assert layout.weights(vector, "l1", "l2").tolist() == [[9, 10, 11]]
    assert layout.biases(vector, "l2").tolist() == [12]


def test_nodes_are_layers_each_followed_by_a_constant() -> None:
    layout = Layout(skip())
    assert layout.rows == {"x": slice(0, 2), "y": slice(3, 4), "h": slice(5, 7), "o": slice(8, 9)}
    assert layout.ones_row == {"x": 2, "y": 4, "h": 7, "o": 9}
    assert (layout.nodes, layout.input_rows) == (10, 5)
    assert layout.constant_rows.tolist() == [2, 4, 7, 9]
    assert (layout.computed, layout.output) == (("h", "o"), "o")


def test_every_parameter_knows_its_two_ends() -> None:
    layout = Layout(skip())
    assert layout.sources.tolist() == [0, 1, 0, 1, 3, 4, 3, 4, 5, 6, 0, 1]
    assert layout.targets.tolist() == [5, 5, 6, 6, 5, 5, 6, 6, 8, 8, 8, 8]


def test_what_exists_may_learn_and_is_a_weight() -> None:
    layout = Layout(skip())
    yes, no = True, False
    assert layout.exists.tolist() == [yes, no, yes, yes] + [yes] * 8
    assert layout.is_weight.tolist() == [yes] * 5 + [no, yes, no] + [yes] * 4
    assert layout.trainable.tolist() == [yes, no, yes, yes] + [no] * 4 + [no, yes, yes, yes]
    assert not layout.is_complete
    assert Layout(chain(2, 2)).is_complete


def test_a_unit_knows_its_incoming_parameters_in_order() -> None:
    layout = Layout(skip())
    assert layout.incoming("h", 1).tolist() == [2, 3, 6, 7]
    assert layout.incoming("o", 0).tolist() == [8, 9, 10, 11]


@pytest.mark.parametrize("seed", range(20))
def test_the_tables_of_any_graph_agree_with_each_other(seed: int) -> None:
    layout = Layout(random_graph(seed, "half_sse"))
    numbers = np.arange(layout.size)
    seen = []
    for name in layout.computed:
        for unit in range(layout.spec.layer(name).units):
            mine = layout.incoming(name, unit)
            assert (layout.targets[mine] == layout.rows[name].start + unit).all()
            assert {layout.layer_of(parameter) for parameter in mine} == {name}
            seen += mine.tolist()
    assert sorted(seen) == numbers.tolist()
    biases = np.flatnonzero(~layout.is_weight)
    assert np.isin(layout.sources[biases], layout.constant_rows).all()
    assert not np.isin(layout.sources[layout.is_weight], layout.constant_rows).any()


def test_views_write_through_to_the_vector() -> None:
    layout = Layout(chain(2, 3, 1))
    vector = np.zeros(layout.size)
    layout.weights(vector, "l0", "l1")[2, 1] = 5
    layout.biases(vector, "l2")[0] = 7
    assert vector[7] == 5
    assert vector[12] == 7


def test_what_is_not_there_is_a_key_error() -> None:
    layout, vector = Layout(skip()), np.zeros(12)
    with pytest.raises(KeyError):
        layout.biases(vector, "o")
    with pytest.raises(KeyError):
        layout.weights(vector, "y", "o")


def test_a_mask_that_does_not_fit_is_refused_with_both_shapes() -> None:
    layers = (LayerSpec("x", 3, True), LayerSpec("o", 2))
    for wrong in ({"mask": MASK}, {"frozen_edges": MASK}):
        with pytest.raises(SpecError, match=r"x->o should be \(2, 3\), not \(2, 2\)"):
            Layout(NetworkSpec(layers, (LinkSpec("x", "o", **wrong),)))


def test_a_layer_without_units_and_a_network_of_inputs_are_refused() -> None:
    with pytest.raises(SpecError, match="'o' has no units"):
        Layout(NetworkSpec((LayerSpec("x", 1, True), LayerSpec("o", 0)), (LinkSpec("x", "o"),)))
    with pytest.raises(SpecError, match="no layer besides its input"):
        Layout(NetworkSpec((LayerSpec("x", 1, True),), ()))


def test_the_tables_are_read_only() -> None:
    layout = Layout(chain(1, 1))
    with pytest.raises(ValueError, match="read-only"):
        layout.exists[0] = False
