from __future__ import annotations

import math
import re

import numpy as np
import pytest

from mlp_studio.engine import activations, losses
from mlp_studio.engine.spec import SpecError
from tests.engine.networks import KINKED, SMOOTH, allowed_pairs

A = np.array([[0.75], [0.25]])
T = np.array([[1.0], [0.0]])


def column(*values: float) -> np.ndarray:
    return np.array(values)[:, None]


@pytest.mark.parametrize(
    ("name", "a", "t", "expected"),
    [
        ("half_sse", (1.0, 3.0), (0.0, 1.0), 2.5),
        ("sse", (1.0, 3.0), (0.0, 1.0), 5.0),
        ("mse", (1.0, 3.0), (0.0, 1.0), 2.5),
        ("mae", (1.0, 3.0), (0.0, 1.0), 1.5),
        ("huber", (0.5, 3.0), (0.0, 0.0), (0.125 + 2.5) / 2),
        ("huber", (0.5, -3.0), (0.0, 0.0), (0.125 + 2.5) / 2),
        ("bce", (0.75, 0.25), (1.0, 0.0), -math.log(0.75)),
        ("hinge", (0.5, -3.0), (1.0, -1.0), 0.25),
    ],
)
def test_values_follow_the_stated_convention(
    name: str, a: tuple[float, ...], t: tuple[float, ...], expected: float
) -> None:
    value = losses.get(name).value(column(*a), column(*a), column(*t))
    assert value.shape == (1,)
    assert value[0] == pytest.approx(expected)


def test_cross_entropy_is_minus_the_log_of_the_right_share() -> None:
    z = np.log(column(1.0, 2.0, 5.0))
    a = activations.value("softmax", z)
    value = losses.get("cross_entropy").value(z, a, column(0.0, 0.0, 1.0))
    assert value[0] == pytest.approx(math.log(8 / 5))


def test_cross_entropy_takes_targets_that_do_not_sum_to_one() -> None:
    z = column(0.3, -1.0, 2.0)
    a = activations.value("softmax", z)
    t, delta = column(0.5, 2.0, 0.0), np.empty((3, 1))
    loss = losses.get("cross_entropy")
    assert loss.value(z, a, t)[0] == pytest.approx(float((-t * np.log(a)).sum()))
    loss.delta("softmax", z, a, t, delta)
    np.testing.assert_allclose(delta, 2.5 * a - t)


def test_the_perceptron_loss_is_on_z_and_counts_undecided_as_a_mistake() -> None:
    loss = losses.get("perceptron")
    z, t = np.array([[2.0, -2.0, 0.0]]), np.array([[1.0, 1.0, 1.0]])
    a, delta = np.sign(z), np.empty((1, 3))
    assert loss.value(z, a, t).tolist() == [0.0, 2.0, 0.0]
    loss.delta("sign", z, a, t, delta)
    assert delta.tolist() == [[0.0, -1.0, -1.0]]


@pytest.mark.parametrize(
    ("name", "a", "t"), [("mae", 0.5, 0.5), ("hinge", 1.0, 1.0), ("hinge", -1.0, -1.0)]
)
def test_the_slope_at_a_kink_is_0_and_told(name: str, a: float, t: float) -> None:
    loss, gradient = losses.get(name), np.empty((1, 1))
    loss.gradient(column(a), column(a), column(t), gradient)
    assert gradient[0, 0] == 0.0
    assert loss.kink.endswith("= 0")


@pytest.mark.parametrize("dtype", [np.float64, np.float32])
@pytest.mark.parametrize(("loss", "activation"), [("bce", "sigmoid"), ("cross_entropy", "softmax")])
def test_a_fused_loss_stays_exact_where_the_output_has_saturated(
    loss: str, activation: str, dtype: type
) -> None:
    z = np.array([[1e4], [-1e4]], dtype)
    t = np.array([[0.0], [1.0]], dtype)
    a, delta = np.empty_like(z), np.empty_like(z)
    with np.errstate(all="raise", under="ignore"):
        activations.get(activation, dtype).value(z, a)
        value = losses.get(loss, dtype).value(z, a, t, activation)
        losses.get(loss, dtype).delta(activation, z, a, t, delta)
    assert value[0] == (1e4 if loss == "bce" else 2e4)
    np.testing.assert_allclose(delta, [[0.5], [-0.5]] if loss == "bce" else [[1.0], [-1.0]])


@pytest.mark.parametrize("dtype", [np.float64, np.float32])
def test_bce_of_outputs_at_0_and_1_is_cut_off_not_infinite(dtype: type) -> None:
    a, t = np.array([[0.0, 1.0]], dtype), np.array([[1.0, 0.0]], dtype)
    gradient = np.empty_like(a)
    with np.errstate(all="raise", under="ignore"):
        value = losses.get("bce", dtype).value(a, a, t)
        losses.get("bce", dtype).gradient(a, a, t, gradient)
    assert value.tolist() == [100.0, 100.0]
    assert np.isfinite(gradient).all()


@pytest.mark.parametrize(("activation", "loss"), allowed_pairs((*SMOOTH, *KINKED, "softmax")))
def test_the_fused_delta_is_the_gradient_through_the_activation(activation: str, loss: str) -> None:
    if loss == "perceptron":
        return
    rng = np.random.default_rng(2)
    z, t = rng.normal(size=(3, 5)), rng.random((3, 5))
    chosen, function = losses.get(loss), activations.get(activation)
    a, gradient, expected, delta = (np.empty_like(z) for _ in range(4))
    function.value(z, a)
    chosen.gradient(z, a, t, gradient)
    function.message_to_delta(z, a, gradient, expected)
    chosen.delta(activation, z, a, t, delta)
    np.testing.assert_allclose(delta, expected, rtol=1e-10, atol=1e-14)


def test_each_sample_has_its_own_loss() -> None:
    rng = np.random.default_rng(4)
    a, t = rng.random((3, 6)), rng.random((3, 6))
    for name in losses.NAMES:
        together = losses.get(name).value(a, a, t)
        apart = [losses.get(name).value(a[:, [i]], a[:, [i]], t[:, [i]])[0] for i in range(6)]
        np.testing.assert_allclose(together, apart, err_msg=name)


def test_incompatible_pairs_are_explained_in_a_sentence() -> None:
    assert losses.compatible("cross_entropy", ["softmax", "softmax"]) is None
    assert losses.compatible("bce", ["sigmoid", "gaussian"]) is None
    assert losses.compatible("bce", ["softmax"]) is None
    assert (
        losses.compatible("cross_entropy", ["sigmoid"])
        == "Cross-entropy needs a softmax output, but the output is sigmoid."
    )
    assert (
        losses.compatible("bce", ["sigmoid", "tanh"])
        == "Binary cross-entropy needs outputs between 0 and 1, but tanh can leave that range."
    )
    others = [name for name in losses.NAMES if name not in ("bce", "cross_entropy")]
    assert all(losses.compatible(name, [a]) is None for name in others for a in activations.NAMES)


@pytest.mark.parametrize("name", losses.NAMES)
def test_a_formula_has_symbols_only_and_shows_the_mean(name: str) -> None:
    loss = losses.get(name)
    words = set(re.findall("[A-Za-z]{2,}", f"{loss.formula}; {loss.where}; {loss.kink}"))
    assert words <= {"ln", "max"}
    assert loss.is_mean == loss.formula.startswith("(1/m) Σ") == (loss.term_factor(4) == 0.25)


def test_an_unknown_name_is_refused_with_the_known_ones() -> None:
    for ask in (losses.get, lambda name: losses.compatible(name, [])):
        with pytest.raises(SpecError, match=r"'mes'.*half_sse, sse, mse"):
            ask("mes")


def test_only_a_fused_loss_has_a_fused_delta() -> None:
    assert not losses.get("mse").fuses("softmax")
    with pytest.raises(SpecError, match="mse"):
        losses.get("mse").fused_delta_calls(A, A, T, np.empty_like(A))
