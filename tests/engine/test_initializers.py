from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest

from mlp_studio.engine import initializers
from mlp_studio.engine.arrays import FrozenArray
from mlp_studio.engine.initializers import draw, initial_parameters
from mlp_studio.engine.layout import Layout
from mlp_studio.engine.spec import InitializerSpec, LayerSpec, LinkSpec, NetworkSpec, SpecError
from tests.engine.networks import chain

FAN_IN, FAN_OUT = 300, 200


@pytest.mark.parametrize(
    ("name", "deviation"),
    [
        ("uniform", 0.5 / math.sqrt(3)),
        ("normal", 0.5),
        ("xavier_uniform", math.sqrt(2 / 500)),
        ("xavier_normal", math.sqrt(2 / 500)),
        ("he_uniform", math.sqrt(2 / 300)),
        ("he_normal", math.sqrt(2 / 300)),
        ("lecun_uniform", math.sqrt(1 / 300)),
        ("lecun_normal", math.sqrt(1 / 300)),
    ],
)
def test_weights_are_spread_as_their_authors_say(name: str, deviation: float) -> None:
    rng = np.random.default_rng(0)
    weights = draw(InitializerSpec(name, scale=0.5), rng, FAN_IN, FAN_OUT, (FAN_OUT, FAN_IN))
    assert weights.std() == pytest.approx(deviation, rel=0.02)
    assert weights.mean() == pytest.approx(0, abs=0.02 * deviation)
    if "uniform" in name:
        assert np.abs(weights).max() <= deviation * math.sqrt(3)
    else:
        assert np.abs(weights).max() > 3 * deviation


def test_zeros_and_constants_draw_nothing() -> None:
    rng = np.random.default_rng(0)
    assert not draw(InitializerSpec("zeros"), rng, 2, 3, (3, 2)).any()
    constant = draw(InitializerSpec("constant", value=0.25), rng, 2, 3, (3, 2))
    assert (constant == 0.25).all()
    assert rng.random() == np.random.default_rng(0).random()


def test_every_name_is_known_and_another_is_refused() -> None:
    for name in initializers.NAMES:
        weights = draw(InitializerSpec(name), np.random.default_rng(1), 2, 3, (3, 2))
        assert weights.shape == (3, 2)
    with pytest.raises(SpecError, match=r"'xavier'.*xavier_uniform"):
        draw(InitializerSpec("xavier"), np.random.default_rng(1), 2, 3, (3, 2))


def test_the_same_seed_draws_the_same_and_another_does_not() -> None:
    spec = chain(3, 4, 2)
    first = initial_parameters(spec, 5)
    np.testing.assert_array_equal(first, initial_parameters(spec, 5))
    assert (
        first[Layout(spec).is_weight] != initial_parameters(spec, 6)[Layout(spec).is_weight]
    ).all()


def test_a_layer_added_elsewhere_leaves_a_links_weights_alone() -> None:
    small, large = chain(3, 4, 2), chain(3, 4, 2, 5)
    for link in small.links:
        before = Layout(small).weights(initial_parameters(small, 1), link.source, link.target)
        after = Layout(large).weights(initial_parameters(large, 1), link.source, link.target)
        np.testing.assert_array_equal(before, after)


def test_biases_start_at_0_and_absent_edges_stay_there() -> None:
    mask = FrozenArray([[True, False, True]], bool)
    layers = (LayerSpec("x", 3, True), LayerSpec("o", 1))
    spec = NetworkSpec(layers, (LinkSpec("x", "o", mask=mask),))
    parameters = initial_parameters(spec, 0)
    assert (parameters != 0).tolist() == [True, False, True, False]
    whole = replace(spec, links=(LinkSpec("x", "o"),))
    np.testing.assert_array_equal(parameters[[0, 2]], initial_parameters(whole, 0)[[0, 2]])


def test_single_precision_is_the_double_rounded() -> None:
    spec = chain(3, 4, 2)
    single = initial_parameters(spec, 2, np.float32)
    assert single.dtype == np.float32
    np.testing.assert_array_equal(single, initial_parameters(spec, 2).astype(np.float32))
