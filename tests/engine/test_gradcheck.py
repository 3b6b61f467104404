from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from mlp_studio.engine import activations, losses
from mlp_studio.engine.gradcheck import Checked, GradCheck, check, checking
from mlp_studio.engine.network import Network
from mlp_studio.engine.spec import LayerSpec, LinkSpec, NetworkSpec
from tests.engine.networks import (
    KINKED,
    SMOOTH,
    allowed_pairs,
    chain,
    random_graph,
    random_parameters,
    random_samples,
)


def checked(spec: NetworkSpec, seed: int = 0) -> GradCheck:
    inputs, targets = random_samples(spec, 3, seed)
    return check(Network(spec), random_parameters(spec, seed), inputs, targets)


def two_layers(activation: str, loss: str) -> NetworkSpec:
    layers = (
        LayerSpec("x", 2, True),
        LayerSpec("h", 3, activation="tanh"),
        LayerSpec("o", 2, activation=activation),
    )
    return NetworkSpec(layers, (LinkSpec("x", "h"), LinkSpec("h", "o"), LinkSpec("x", "o")), loss)


@pytest.mark.parametrize(("activation", "loss"), allowed_pairs((*SMOOTH, *KINKED, "softmax")))
def test_every_pair_of_activation_and_loss_passes(activation: str, loss: str) -> None:
    assert checked(two_layers(activation, loss)).largest < 1e-6


@pytest.mark.parametrize("seed", range(10))
def test_random_graphs_pass(seed: int) -> None:
    result = checked(random_graph(seed, "half_sse"), seed)
    assert result.largest < 1e-6
    assert result.relative_error[result.worst] == result.largest


@pytest.mark.parametrize("name", SMOOTH)
def test_a_wrong_derivative_is_found(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    right = activations._RECIPES[name]

    def off(k, z, a, out):  # type: ignore[no-untyped-def] # the recipe it stands in for is typed
        return [
            *right.derivative(k, z, a, out),
            lambda: np.multiply(out, 1.001, out=out),
        ]

    monkeypatch.setitem(activations._RECIPES, name, replace(right, derivative=off, slope=None))
    activations._get.cache_clear()
    try:
        assert checked(chain(2, 3, 1, activation=name)).largest > 1e-4
    finally:
        monkeypatch.undo()
        activations._get.cache_clear()
    assert checked(chain(2, 3, 1, activation=name)).largest < 1e-6


def test_a_wrong_derivative_of_a_loss_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    wrong = replace(losses._RECIPES["mse"], gradient_factor=1.0)
    monkeypatch.setitem(losses._RECIPES, "mse", wrong)
    losses._get.cache_clear()
    try:
        assert checked(chain(2, 3, 1, loss="mse")).largest > 0.3
    finally:
        monkeypatch.undo()
        losses._get.cache_clear()


def test_tiny_gradients_are_not_called_wrong() -> None:
    spec = chain(2, 3, 1, activation="sigmoid")
    parameters = 30 * random_parameters(spec, 0)
    result = check(Network(spec), parameters, [[3.0, -4.0]], [[1.0]])
    assert np.abs(result.analytic).max() < 1e-4
    assert result.largest < 1e-6


def test_a_network_that_learns_nothing_passes() -> None:
    result = checked(chain(2, 3, 1, activation="step"))
    assert result.largest < 1e-6
    assert not result.analytic[:9].any()


def test_a_gradient_that_is_not_a_number_is_the_worst() -> None:
    error = np.array([0.5, np.nan, 0.1])
    result = GradCheck(error, error, error)
    assert result.worst == 1
    assert not result.largest < 1e-6


def test_single_precision_networks_are_checked_in_double() -> None:
    spec = chain(2, 3, 1)
    inputs, targets = random_samples(spec, 3, 0)
    result = check(Network(spec, np.float32), random_parameters(spec, 0), inputs, targets)
    assert result.largest < 1e-6
    assert result.analytic.dtype == np.float64


def test_absent_edges_are_left_out() -> None:
    spec = random_graph(7, "mse")
    network = Network(spec)
    assert not network.layout.is_complete
    result = checked(spec, 7)
    absent = ~network.layout.exists
    assert not result.analytic[absent].any()
    assert not result.numeric[absent].any()
    assert not result.relative_error[absent].any()


def in_bits(spec: NetworkSpec, seed: int = 0, **how: object) -> list[Checked]:
    inputs, targets = random_samples(spec, 3, seed)
    return list(checking(Network(spec), random_parameters(spec, seed), inputs, targets, **how))


@pytest.mark.parametrize("seed", range(5))
def test_bit_by_bit_it_comes_to_the_same(seed: int) -> None:
    spec = random_graph(seed, "mse")
    whole, parts = checked(spec, seed), in_bits(spec, seed, seconds=0)
    present = np.flatnonzero(Network(spec).layout.exists)
    assert [part.parameters.tolist() for part in parts] == [[each] for each in present]
    assert [part.done for part in parts] == [*range(1, len(present) + 1)]
    assert {part.total for part in parts} == {len(present)}
    for name in ("analytic", "numeric", "relative_error"):
        together = np.concatenate([getattr(part, name) for part in parts])
        np.testing.assert_array_equal(together, getattr(whole, name)[present])
    assert all(part.agree().all() for part in parts)


def test_only_what_is_asked_for_is_compared_in_that_order() -> None:
    (part,) = in_bits(chain(2, 3, 1), only=[12, 4, 99, 0], seconds=60)
    assert part.parameters.tolist() == [12, 4, 0]
    assert (part.done, part.total) == (3, 3)
    assert in_bits(chain(2, 3, 1), only=[]) == []


def test_a_wrong_shape_is_said_before_the_first_bit() -> None:
    spec = chain(2, 3, 1)
    with pytest.raises(ValueError, match="inputs should be"):
        checking(Network(spec), random_parameters(spec, 0), [[1.0]], [[1.0]])


def test_a_wrong_derivative_is_red_and_no_kink_excuses_it(monkeypatch: pytest.MonkeyPatch) -> None:
    wrong = replace(losses._RECIPES["mse"], gradient_factor=1.0)
    monkeypatch.setitem(losses._RECIPES, "mse", wrong)
    losses._get.cache_clear()
    try:
        parts = in_bits(chain(2, 3, 1, loss="mse"), seconds=0)
    finally:
        monkeypatch.undo()
        losses._get.cache_clear()
    assert not any(part.agree().any() for part in parts)
    assert not any(part.at_kink().any() for part in parts)


def test_a_kink_is_told_from_a_mistake() -> None:
    # With all biases 0, the zero input puts every ReLU on its kink: only its bias sees that.
    spec = chain(1, 1, 1, activation="relu")
    (part,) = checking(Network(spec), [1.0, 0.0, 1.0, 0.0], [[0.0]], [[1.0]], seconds=60)
    assert part.parameters[~part.agree()].tolist() == [1, 3]
    assert part.parameters[part.at_kink()].tolist() == [1, 3]
    assert part.left[1] == pytest.approx(0.0, abs=1e-9)
    assert part.right[1] == pytest.approx(-1.0, abs=1e-4)


def test_an_error_that_is_not_a_number_does_not_agree() -> None:
    nan = np.array([np.nan])
    part = Checked(np.array([0]), nan, nan, nan, nan, nan, 1, 1)
    assert not part.agree().any()
    assert not part.at_kink().any()
