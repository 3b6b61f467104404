from __future__ import annotations

import math
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mlp_studio.engine import losses
from mlp_studio.engine.costs import (
    Costs,
    costs,
    dense_costs,
    growth_with_depth,
    growth_with_width,
    measure,
)
from mlp_studio.engine.layout import Layout
from mlp_studio.engine.network import Network
from mlp_studio.engine.paths import Origin, Paths
from mlp_studio.engine.spec import LayerSpec, LinkSpec, NetworkSpec
from mlp_studio.engine.trace import Trace, trace
from tests.engine.networks import (
    KINKED,
    SMOOTH,
    chain,
    mazur,
    random_graph,
    random_parameters,
    random_samples,
)

ALL = (*SMOOTH, *KINKED)
MANY = 20_000


def traced(spec: NetworkSpec, seed: int = 0) -> Trace:
    inputs, targets = random_samples(spec, 1, seed)
    return trace(Network(spec), random_parameters(spec, seed), inputs, targets)


def test_a_1_2_1_network_costs_what_one_counts_by_hand() -> None:
    assert costs(Layout(chain(1, 2, 1))) == Costs(
        forward=4,
        finite_differences=7 * 2 * 4,
        # x·f′·v·f′·∂L/∂a for 2 weights, f′·v·f′·∂L/∂a for 2 biases, a·f′·∂L/∂a twice, f′·∂L/∂a.
        paths=2 * 4 + 2 * 3 + 2 * 2 + 1,
        # 2 messages, 3 times f′, 4 times δ·a.
        backpropagation=2 + 3 + 4,
        path_count=7,
    )


def test_a_2_2_1_network_costs_what_one_counts_by_hand() -> None:
    assert costs(Layout(chain(2, 2, 1))) == Costs(
        forward=6,
        finite_differences=9 * 2 * 6,
        paths=4 * 4 + 2 * 3 + 2 * 2 + 1,
        backpropagation=2 + 3 + 6,
        path_count=9,
    )


def test_a_skip_network_costs_what_one_counts_by_hand() -> None:
    layers = (LayerSpec("x", 1, True), LayerSpec("h", 1), LayerSpec("o", 1, bias=False))
    links = (LinkSpec("x", "h"), LinkSpec("h", "o"), LinkSpec("x", "o"))
    assert costs(Layout(NetworkSpec(layers, links))) == Costs(
        forward=3,
        finite_differences=4 * 2 * 3,
        paths=4 + 3 + 2 + 2,
        backpropagation=1 + 2 + 3,
        path_count=4,
    )


def test_a_loss_fused_with_its_softmax_saves_the_slopes_and_a_softmax_inside_costs_its_square() -> (
    None
):
    fused = chain(2, 3, activation="softmax", loss="cross_entropy")
    assert costs(Layout(fused)) == Costs(6, 9 * 2 * 6, 6, 6, 9)
    apart = chain(2, 3, activation="softmax", loss="mse")
    # a · ∂a_j/∂z_i · ∂L/∂a_j for each of three j.
    assert costs(Layout(apart)) == Costs(6, 9 * 2 * 6, 6 * 3 * 2 + 3 * 3, 9 + 6, 27)


def test_frozen_parameters_ask_for_no_gradient_but_let_paths_through() -> None:
    spec, *_ = mazur()
    both_ways = 4 * 2 * 4 + 4 * 2
    assert costs(Layout(spec)) == Costs(8, 8 * 2 * 8, both_ways, 4 + 4 + 8, 4 * 2 + 4)


@settings(max_examples=120, deadline=None)
@given(st.integers(0, 100_000), st.sampled_from(losses.NAMES))
def test_costs_are_what_counting_one_by_one_gives(seed: int, loss: str) -> None:
    recorded = traced(random_graph(seed, loss, ALL), seed)
    layout, paths = recorded.network.layout, Paths(recorded)
    counted = costs(layout)
    if counted.path_count > MANY:
        return
    learns = np.flatnonzero(layout.trainable).tolist()
    weights = np.flatnonzero(layout.exists & layout.is_weight).tolist()
    of_paths = path_count = 0
    for parameter in learns:
        for path in paths.every(Origin(parameter)):
            of_paths += len(path.factors) - 1 - (not layout.is_weight[parameter])
            path_count += 1
    messages = sum(layout.sources[each] >= layout.input_rows for each in weights)
    through = 0
    for name in layout.computed:
        layer = layout.spec.layer(name)
        fused = recorded.network.loss.fuses(recorded.network.output_activation)
        if not (fused and name == layout.output):
            through += layer.units ** (2 if layer.activation_of(0) == "softmax" else 1)
    products = sum(layout.is_weight[each] for each in learns)
    assert counted == Costs(
        forward=len(weights),
        finite_differences=2 * len(learns) * len(weights),
        paths=of_paths,
        backpropagation=messages + through + products,
        path_count=path_count,
    )


@pytest.mark.parametrize("sizes", [(2, 1), (1, 2, 1), (3, 5, 4, 2), (2, 6, 6, 6, 6, 3)])
def test_the_formula_for_dense_networks_gives_what_counting_the_graph_gives(
    sizes: tuple[int, ...],
) -> None:
    assert dense_costs(sizes) == costs(Layout(chain(*sizes)))
    spec = chain(*sizes)
    bare = [LayerSpec(each.name, each.units, each.is_input, bias=False) for each in spec.layers]
    assert dense_costs(sizes, bias=False) == costs(Layout(NetworkSpec(tuple(bare), spec.links)))
    *inner, last = spec.layers
    output = LayerSpec(last.name, last.units, activation="softmax")
    fused = NetworkSpec((*inner, output), spec.links, "cross_entropy")
    assert dense_costs(sizes, fused=True) == costs(Layout(fused))


def test_paths_grow_with_depth_by_the_width_and_backpropagation_by_a_layer() -> None:
    grown = growth_with_depth(range(1, 201), 10, inputs=3, outputs=2)
    assert [each.path_count for each in grown[1:3]] == [
        4 * 10 * 20 + 11 * 10 * 2 + 11 * 2,
        4 * 10 * 200 + 11 * 10 * 20 + 11 * 10 * 2 + 11 * 2,
    ]
    assert grown[-1].path_count > 10**200
    assert 200 < math.log10(grown[-1].paths) < 210
    back = [each.backpropagation for each in grown]
    assert {more - less for less, more in pairwise(back)} == {10 * 10 * 2 + 10}


def test_growth_with_width_is_of_the_network_of_each_width() -> None:
    grown = growth_with_width((1, 4), 2, inputs=3, outputs=2, fused=True)
    assert grown == (
        dense_costs((3, 1, 1, 2), fused=True),
        dense_costs((3, 4, 4, 2), fused=True),
    )
    assert grown[1] == growth_with_depth((2,), 4, inputs=3, outputs=2, fused=True)[0]


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 100_000), st.sampled_from(losses.NAMES))
def test_the_three_ways_come_to_the_same_gradient(seed: int, loss: str) -> None:
    spec = random_graph(seed, loss, SMOOTH)
    if costs(Layout(spec)).path_count > MANY:
        return
    inputs, targets = random_samples(spec, 1, seed)
    parameters = random_parameters(spec, seed)
    times = measure(Network(spec), parameters, inputs, targets, budget=60)
    gradient = times.backpropagation.gradient
    size = max(1.0, np.abs(gradient).max())
    np.testing.assert_allclose(times.paths.gradient, gradient, rtol=1e-9, atol=1e-12 * size)
    # The perceptron and hinge losses have kinks; differences across one are no derivative.
    if loss not in ("perceptron", "hinge", "mae"):
        differences = times.finite_differences.gradient
        np.testing.assert_allclose(differences, gradient, rtol=1e-5, atol=1e-6 * size)
    for way in (times.finite_differences, times.paths, times.backpropagation):
        assert way.seconds == way.estimate
        assert way.estimate > 0


def test_frozen_parameters_are_not_measured() -> None:
    spec, parameters, inputs, targets = mazur()
    times = measure(Network(spec), parameters, inputs, targets)
    biases = ~Layout(spec).is_weight
    for way in (times.finite_differences, times.paths, times.backpropagation):
        assert not way.gradient[biases].any()
        # Mazur's article has ∂E/∂w5 = 0.082167041 and ∂E/∂w1 = 0.000438568.
        assert way.gradient[6] == pytest.approx(0.082167041, abs=1e-9)
        assert way.gradient[0] == pytest.approx(0.000438568, abs=1e-9)


def test_what_takes_too_long_is_broken_off_and_estimated() -> None:
    spec = chain(3, *[40] * 6, 2)
    inputs, targets = random_samples(spec, 1, 0)
    times = measure(Network(spec), random_parameters(spec, 0), inputs, targets, budget=0.02)
    assert times.backpropagation.seconds is not None
    for way in (times.finite_differences, times.paths):
        assert way.seconds is None
        assert way.estimate > 0.002
        known = ~np.isnan(way.gradient)
        assert 0 <= known.sum() < len(known)
    # Two milliseconds are for some hundreds of the 41 thousand million paths.
    assert times.paths.estimate > 60


def test_more_paths_than_a_float_can_count_take_forever() -> None:
    spec = chain(1, *[30] * 220, 1)
    inputs, targets = random_samples(spec, 1, 0)
    times = measure(Network(spec), random_parameters(spec, 0), inputs, targets, budget=0.05)
    assert times.paths.estimate == math.inf


def test_a_person_who_has_seen_enough_can_stop_it() -> None:
    spec = chain(3, *[40] * 6, 2)
    inputs, targets = random_samples(spec, 1, 0)
    network, parameters = Network(spec), random_parameters(spec, 0)
    looks = iter([False, False, True])
    times = measure(
        network, parameters, inputs, targets, budget=3600, stopped=lambda: next(looks, True)
    )
    assert times.finite_differences.seconds is None
    assert np.count_nonzero(~np.isnan(times.finite_differences.gradient)) == 3
    assert times.paths.seconds is None


def test_costs_are_measured_on_one_sample() -> None:
    spec = chain(2, 2, 1)
    inputs, targets = random_samples(spec, 2, 0)
    with pytest.raises(ValueError, match="one sample, not on 2"):
        measure(Network(spec), random_parameters(spec, 0), inputs, targets)
