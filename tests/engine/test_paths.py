from __future__ import annotations

import math
from itertools import islice

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mlp_studio.engine import losses
from mlp_studio.engine.arrays import FrozenArray
from mlp_studio.engine.initializers import initial_parameters
from mlp_studio.engine.network import Network
from mlp_studio.engine.path_counts import tails
from mlp_studio.engine.paths import Origin, Path, Paths
from mlp_studio.engine.spec import LayerSpec, LinkSpec, NetworkSpec
from mlp_studio.engine.trace import Trace, trace
from tests.engine.networks import (
    KINKED,
    SMOOTH,
    chain,
    random_graph,
    random_parameters,
    random_samples,
)

ALL = (*SMOOTH, *KINKED)
MANY = 3000
"""Paths that a test still walks one by one."""
SEEDS = st.integers(0, 100_000)
LOSSES = st.sampled_from(losses.NAMES)


def traced(spec: NetworkSpec, seed: int = 0, samples: int = 1) -> Trace:
    inputs, targets = random_samples(spec, samples, seed)
    return trace(Network(spec), random_parameters(spec, seed), inputs, targets)


def origins(recorded: Trace) -> list[Origin]:
    """Every parameter, and every unit that is not an output."""
    layout = recorded.network.layout
    units = [layout.rows[name] for name in layout.order if name != layout.output]
    rows = [row for each in units for row in range(each.start, each.stop)]
    return [*(Origin(each) for each in range(layout.size)), *(Origin(row=each) for each in rows)]


def values(path: Path) -> list[tuple[str, int, float]]:
    return [(factor.kind, factor.place, factor.value) for factor in path.factors]


def test_a_1_2_1_network_has_one_path_from_a_weight_and_two_from_its_input() -> None:
    x, t, w, b, v, c = 0.5, 1.0, (0.3, -0.2), (0.1, 0.4), (0.7, -0.6), 0.2
    parameters = [w[0], b[0], w[1], b[1], *v, c]
    recorded = trace(Network(chain(1, 2, 1)), parameters, [[x]], [[t]])
    h = [math.tanh(w[j] * x + b[j]) for j in range(2)]
    slope = [1 - each * each for each in h]
    y = math.tanh(v[0] * h[0] + v[1] * h[1] + c)
    paths = Paths(recorded)

    (path,) = paths.every(Origin(0))
    # Rows: the input 0 and its constant 1, hidden 2 and 3 and theirs 4, the output 5.
    assert (path.edges, path.nodes) == ((0, 4), (0, 2, 5))
    kinds, places, numbers = zip(*values(path), strict=True)
    assert kinds == ("output", "slope", "weight", "slope", "loss")
    assert places == (0, 2, 4, 5, 5)
    assert numbers == pytest.approx((x, slope[0], v[0], 1 - y * y, y - t), rel=1e-14)

    (bias,) = paths.every(Origin(1))
    assert (bias.edges, bias.nodes) == ((1, 4), (1, 2, 5))
    assert values(bias)[0] == ("output", 1, 1.0)
    assert bias.product == pytest.approx(slope[0] * v[0] * (1 - y * y) * (y - t), rel=1e-14)

    both = {path.nodes: path.product for path in paths.every(Origin(row=0))}
    assert both == {
        (0, 2 + j, 5): pytest.approx(w[j] * slope[j] * v[j] * (1 - y * y) * (y - t), rel=1e-14)
        for j in range(2)
    }


def test_a_2_2_1_network_has_as_many_paths_as_one_counts_by_hand() -> None:
    paths = Paths(traced(chain(2, 2, 1)))
    assert [paths.count(Origin(each)) for each in range(9)] == [1] * 9
    assert [paths.count(Origin(row=row)) for row in (0, 1, 3, 4)] == [2, 2, 1, 1]


def test_a_skip_is_a_path_of_its_own() -> None:
    layers = (LayerSpec("x", 1, True), LayerSpec("h", 1, bias=False), LayerSpec("o", 1, bias=False))
    links = (LinkSpec("x", "h"), LinkSpec("h", "o"), LinkSpec("x", "o"))
    recorded = trace(Network(NetworkSpec(layers, links)), [2.0, 3.0, 5.0], [[7.0]], [[0.0]])
    loss_slope = 7.0 * (2 * 3 + 5)
    paths = Paths(recorded)
    found = paths.strongest(Origin(row=0), 10)
    assert [(path.edges, path.product) for path in found.paths] == [
        ((0, 1), 2 * 3 * loss_slope),
        ((2,), 5 * loss_slope),
    ]
    assert found.sums == (6 * loss_slope, 11 * loss_slope)
    assert found.gradient == 11 * loss_slope
    assert (found.rest_count, found.rest) == (0, 0.0)
    assert [path.product for path in paths.every(Origin(0))] == [7.0 * 3 * loss_slope]


def test_each_layer_multiplies_the_paths_by_its_units() -> None:
    paths = Paths(traced(chain(2, 3, 4, 5, 1)))
    assert paths.count(Origin(0)) == 4 * 5
    assert paths.count(Origin(row=0)) == 3 * 4 * 5


def test_a_softmax_leads_from_every_z_to_every_a() -> None:
    layers = (LayerSpec("x", 1, True), LayerSpec("s", 3, activation="softmax"), LayerSpec("o", 1))
    recorded = traced(NetworkSpec(layers, (LinkSpec("x", "s"), LinkSpec("s", "o"))))
    paths = Paths(recorded)
    assert paths.count(Origin(0)) == 3
    assert paths.count(Origin(row=0)) == 9
    found = list(paths.every(Origin(0)))
    assert {path.nodes for path in found} == {(0, 2, 6), (0, 2, 3, 6), (0, 2, 4, 6)}
    a = recorded.a[2:5, 0]
    couplings = {path.factors[1].towards: path.factors[1].value for path in found}
    assert couplings == pytest.approx({2: a[0] - a[0] ** 2, 3: -a[0] * a[1], 4: -a[0] * a[2]})


def test_a_path_into_a_fused_loss_ends_with_delta() -> None:
    spec = chain(2, 3, activation="softmax", loss="cross_entropy")
    recorded = traced(spec)
    (path,) = Paths(recorded).every(Origin(0))
    assert [factor.kind for factor in path.factors] == ["output", "delta"]
    assert path.factors[1].value == recorded.delta[3, 0]


@settings(max_examples=150, deadline=None)
@given(SEEDS, LOSSES)
def test_the_paths_of_a_random_graph_add_up_to_its_gradient(seed: int, loss: str) -> None:
    recorded = traced(random_graph(seed, loss, ALL), seed)
    paths = Paths(recorded)
    for origin in origins(recorded):
        if paths.count(origin) > MANY:
            continue
        products = [path.product for path in paths.every(origin)]
        assert len(products) == paths.count(origin)
        assert products == list(paths.products(origin))
        close = 1e-12 * sum(map(abs, products))
        assert paths.gradient(origin) == pytest.approx(math.fsum(products), rel=0, abs=close)
        if origin.parameter is not None:
            assert paths.gradient(origin) == recorded.gradient[origin.parameter]
        reused = [math.prod(each.value for each in product) for product in paths.reused(origin)]
        close = 1e-12 * sum(map(abs, reused))
        assert paths.gradient(origin) == pytest.approx(math.fsum(reused), rel=0, abs=close)


@settings(max_examples=100, deadline=None)
@given(SEEDS, LOSSES, st.integers(1, 12))
def test_the_strongest_are_those_that_walking_all_paths_finds(
    seed: int, loss: str, most: int
) -> None:
    recorded = traced(random_graph(seed, loss, ALL), seed)
    paths = Paths(recorded)
    for origin in origins(recorded):
        if paths.count(origin) > MANY:
            continue
        every = list(paths.every(origin))
        sizes = sorted((abs(path.product) for path in every), reverse=True)
        found = paths.strongest(origin, most)
        assert [abs(path.product) for path in found.paths] == pytest.approx(
            sizes[:most], rel=1e-9, abs=0
        )
        assert set(found.paths) <= set(every)
        assert len(set(found.paths)) == len(found.paths) == min(most, len(every))
        assert found.rest_count == len(every) - len(found.paths)
        rest = math.fsum(path.product for path in set(every) - set(found.paths))
        assert found.rest == pytest.approx(rest, rel=0, abs=1e-12 * sum(sizes))


@settings(max_examples=60, deadline=None)
@given(SEEDS)
def test_a_path_is_a_walk_along_edges_that_exist(seed: int) -> None:
    recorded = traced(random_graph(seed, "mse", ALL), seed)
    layout = recorded.network.layout
    paths = Paths(recorded)
    outputs = range(layout.rows[layout.output].start, layout.rows[layout.output].stop)
    for origin in origins(recorded):
        for path in islice(paths.every(origin), 50):
            nodes = iter(path.nodes)
            assert all(layout.sources[each] in nodes for each in path.edges)
            assert layout.exists[list(path.edges)].all()
            assert path.nodes[-1] in outputs
            if origin.parameter is not None:
                assert path.edges[0] == origin.parameter
            else:
                assert path.nodes[0] == origin.row


def test_an_absent_edge_and_a_dead_end_have_no_paths() -> None:
    mask = FrozenArray([[True, False]], bool)
    layers = (LayerSpec("x", 1, True), LayerSpec("h", 2), LayerSpec("o", 1))
    spec = NetworkSpec(layers, (LinkSpec("x", "h"), LinkSpec("h", "o", mask)))
    paths = Paths(traced(spec))
    # x→h is [w, b] for two units; then h→o, the second of which is absent.
    for origin in (Origin(2), Origin(3), Origin(5), Origin(row=3)):
        found = paths.strongest(origin, 5)
        assert (found.paths, found.count, found.gradient, found.rest) == ((), 0, 0.0, 0.0)
    assert paths.reused(Origin(5)) == ()
    assert list(paths.every(Origin(5))) == []
    assert paths.count(Origin(row=0)) == 1


def test_paths_of_a_deep_network_are_counted_exactly_and_the_strongest_found_at_once() -> None:
    spec = chain(3, *[50] * 30, 2)
    recorded = traced(spec)
    found = Paths(recorded).strongest(Origin(row=0), 20)
    assert found.count == 50**30 * 2
    sizes = [abs(path.product) for path in found.paths]
    assert sizes == sorted(sizes, reverse=True)
    assert len(set(found.paths)) == 20
    assert tails(recorded.network.layout).from_a[0] == found.count


def test_a_sample_of_a_batch_has_paths_of_its_own() -> None:
    spec = random_graph(3, "mse", ALL)
    inputs, targets = random_samples(spec, 4, 0)
    network, parameters = Network(spec), random_parameters(spec, 3)
    together = trace(network, parameters, inputs, targets)
    alone = trace(network, parameters, inputs[2:3], targets[2:3])
    for parameter in range(network.layout.size):
        origin = Origin(parameter)
        mine, theirs = Paths(together, 2), Paths(alone)
        assert mine.gradient(origin) == pytest.approx(theirs.gradient(origin), rel=1e-12)
        total = math.fsum(islice(mine.products(origin), MANY))
        assert total == pytest.approx(theirs.gradient(origin), rel=1e-9, abs=1e-12)


def test_single_precision_paths_add_up_as_well_as_its_numbers_allow() -> None:
    spec = chain(3, 4, 2)
    inputs, targets = random_samples(spec, 1, 0)
    recorded = trace(Network(spec, np.float32), initial_parameters(spec, 0), inputs, targets)
    paths = Paths(recorded)
    total = math.fsum(paths.products(Origin(0)))
    assert total == pytest.approx(paths.gradient(Origin(0)), rel=1e-5)


def test_numbers_that_are_not_finite_are_shown_as_they_are() -> None:
    spec = chain(2, 3, 2, activation="linear")
    with np.errstate(all="ignore"):
        recorded = trace(Network(spec), np.full(17, 1e200), [[1e200, 1.0]], [[0.0, 0.0]])
        found = Paths(recorded).strongest(Origin(0), 5)
    assert len(found.paths) == found.count == 2
    assert not math.isfinite(found.gradient)


@pytest.mark.parametrize(
    "origin", [Origin(9), Origin(-1), Origin(row=2), Origin(row=6), Origin(row=99)]
)
def test_what_is_not_there_or_constant_or_an_output_is_refused(origin: Origin) -> None:
    paths = Paths(traced(chain(2, 2, 1)))
    with pytest.raises(ValueError, match=r"there is no parameter|no path begins"):
        paths.strongest(origin, 1)


def test_an_origin_is_a_parameter_or_a_unit() -> None:
    for both in ((None, None), (0, 0)):
        with pytest.raises(ValueError, match="either"):
            Origin(*both)


@pytest.mark.parametrize("loss", losses.NAMES)
@pytest.mark.parametrize("seed", range(5))
def test_what_arrives_at_a_unit_times_its_slope_is_its_delta(loss: str, seed: int) -> None:
    recorded = traced(random_graph(seed, loss, ALL), seed, samples=2)
    spec, layout = recorded.network.spec, recorded.network.layout
    arriving, slopes = recorded.arriving, recorded.slopes
    fused = recorded.network.loss.fuses(recorded.network.output_activation)
    assert np.isnan(arriving).any() == np.isnan(recorded.loss_slopes).any() == fused
    for name in layout.computed:
        rows, activation = layout.rows[name], spec.layer(name).activation_of(0)
        if activation == "softmax" or (name == layout.output and fused):
            continue
        np.testing.assert_allclose(
            arriving[rows] * slopes[rows], recorded.delta[rows], rtol=1e-11, atol=1e-14
        )
    np.testing.assert_allclose(recorded.loss_shares.sum(axis=0).mean(), recorded.loss, rtol=1e-12)
