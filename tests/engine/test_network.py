from __future__ import annotations

import pickle
import threading
from dataclasses import replace

import numpy as np
import pytest

from mlp_studio.engine import activations, losses
from mlp_studio.engine.arrays import FrozenArray
from mlp_studio.engine.initializers import initial_parameters
from mlp_studio.engine.network import CHUNK, KEPT_PASSES, Network
from mlp_studio.engine.spec import LayerSpec, LinkSpec, NetworkSpec, SpecError
from tests.engine.networks import chain, mazur, random_graph, random_parameters, random_samples


def network_with_output(activation: str, loss: str) -> Network:
    return Network(chain(2, 3, 2, activation=activation, loss=loss))


def test_mazurs_worked_example_comes_out_to_the_last_published_digit() -> None:
    spec, parameters, inputs, targets = mazur()
    network = Network(spec)
    loss, gradient = network.gradient(parameters, inputs, targets)
    assert loss == pytest.approx(0.298371109, abs=5e-10)
    after = np.where(network.layout.trainable, parameters - 0.5 * gradient, parameters)
    np.testing.assert_allclose(
        network.layout.weights(after, "x", "h"),
        [[0.149780716, 0.19956143], [0.24975114, 0.29950229]],
        atol=5e-9,
    )
    np.testing.assert_allclose(
        network.layout.weights(after, "h", "o"),
        [[0.35891648, 0.408666186], [0.511301270, 0.561370121]],
        atol=5e-9,
    )
    assert network.loss_value(after, inputs, targets) == pytest.approx(0.29102777, abs=5e-9)
    np.testing.assert_allclose(
        network.predict(parameters, inputs), [[0.75136507, 0.772928465]], atol=5e-9
    )


@pytest.mark.parametrize("loss", losses.NAMES)
def test_all_ways_to_ask_agree(loss: str) -> None:
    spec = random_graph(3, loss)
    network, parameters = Network(spec), random_parameters(spec, 3)
    inputs, targets = random_samples(spec, 7, 3)
    z, a = network.forward(parameters, inputs)
    outputs = network.predict(parameters, inputs)
    rows = network.layout.rows[network.layout.output]
    np.testing.assert_array_equal(outputs, a[rows].T)
    per_sample = network.loss.value(z[rows], a[rows], targets.T, network.output_activation)
    value = network.loss_value(parameters, inputs, targets)
    assert value == pytest.approx(per_sample.mean(), rel=1e-13)
    assert network.gradient(parameters, inputs, targets)[0] == pytest.approx(value, rel=1e-13)


def test_a_node_block_holds_inputs_constants_and_layers() -> None:
    layers = (LayerSpec("x", 2, True), LayerSpec("y", 1, True), LayerSpec("o", 1))
    spec = NetworkSpec(layers, (LinkSpec("x", "o"), LinkSpec("y", "o")))
    z, a = Network(spec).forward([1.0, 10.0, 100.0, 0.5], [[1.0, 2.0, 3.0], [0.0, 1.0, 0.0]])
    assert a.T.tolist() == [[1, 2, 1, 3, 1, 321.5, 1], [0, 1, 1, 0, 1, 10.5, 1]]
    assert z.T.tolist() == [[0, 0, 0, 0, 0, 321.5, 0], [0, 0, 0, 0, 0, 10.5, 0]]


def test_predictions_in_chunks_are_those_of_one_go() -> None:
    spec = chain(2, 3, 1)
    network, parameters = Network(spec), initial_parameters(spec, 0)
    inputs = np.random.default_rng(0).normal(size=(CHUNK + 5, 2))
    targets = np.zeros((CHUNK + 5, 1))
    outputs = network.predict(parameters, inputs)
    np.testing.assert_allclose(outputs[-5:], network.predict(parameters, inputs[-5:]), rtol=1e-13)
    assert network.loss_value(parameters, inputs, targets) == pytest.approx(
        0.5 * (outputs**2).mean()
    )


def test_answers_do_not_depend_on_what_was_asked_before() -> None:
    spec = random_graph(8, "mse")
    network, parameters = Network(spec), random_parameters(spec, 8)
    inputs, targets = random_samples(spec, 4, 8)
    before = network.gradient(parameters, inputs, targets)[1]
    kept = before.copy()
    for count in range(1, KEPT_PASSES + 3):
        network.predict(2 * parameters, np.ones((count, inputs.shape[1])))
    network.gradient(-parameters, -inputs, -targets)
    np.testing.assert_array_equal(before, kept)
    np.testing.assert_array_equal(network.gradient(parameters, inputs, targets)[1], kept)


def test_threads_do_not_disturb_each_other() -> None:
    spec = chain(3, 8, 2)
    network = Network(spec)
    inputs = np.random.default_rng(0).normal(size=(5, 3))
    vectors = [initial_parameters(spec, seed) for seed in range(4)]
    expected = [network.predict(vector, inputs) for vector in vectors]
    wrong: list[int] = []

    def ask(number: int) -> None:
        outputs = (network.predict(vectors[number], inputs) for _ in range(300))
        if not all(np.array_equal(each, expected[number]) for each in outputs):
            wrong.append(number)

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []


def test_absent_edges_count_as_0_and_have_gradient_0() -> None:
    mask = FrozenArray([[True, False]], bool)
    layers = (LayerSpec("x", 2, True), LayerSpec("o", 1))
    network = Network(NetworkSpec(layers, (LinkSpec("x", "o", mask=mask),)))
    assert network.predict([2.0, 9.0, 0.5], [[1.0, 1.0]]).tolist() == [[2.5]]
    _, gradient = network.gradient([2.0, 9.0, 0.5], [[1.0, 3.0]], [[0.5]])
    assert gradient.tolist() == [2.0, 0.0, 2.0]
    with pytest.raises(ValueError, match="absent edge"):
        network.bind(np.array([2.0, 9.0, 0.5]), 1)


def test_frozen_edges_and_biases_still_have_their_true_gradient() -> None:
    spec = random_graph(2, "mse")
    frozen = replace(
        spec,
        links=tuple(replace(link, frozen=True) for link in spec.links),
        layers=tuple(replace(layer, freeze_biases=True) for layer in spec.layers),
    )
    parameters = random_parameters(spec, 2)
    inputs, targets = random_samples(spec, 3, 2)
    _, gradient = Network(frozen).gradient(parameters, inputs, targets)
    np.testing.assert_array_equal(gradient, Network(spec).gradient(parameters, inputs, targets)[1])
    assert not Network(frozen).layout.trainable.any()


def test_a_bound_pass_sees_parameters_change_in_place() -> None:
    spec = chain(2, 4, 2, 1)
    network, parameters = Network(spec), initial_parameters(spec, 0)
    inputs, targets = random_samples(spec, 10, 0)
    bound = network.bind(parameters, 10)
    bound.load(inputs, targets)
    losses_seen = []
    for _ in range(50):
        bound.forward()
        losses_seen.append(bound.loss())
        expected = network.gradient(parameters, inputs, targets)[1]
        bound.backward()
        np.testing.assert_allclose(bound.gradient, expected, rtol=1e-12, atol=1e-15)
        parameters -= 0.1 * bound.gradient
    assert losses_seen == sorted(losses_seen, reverse=True)


def test_the_gradient_can_carry_the_learning_rate() -> None:
    spec = chain(2, 3, 1, loss="mse")
    network, parameters = Network(spec), initial_parameters(spec, 0)
    inputs, targets = random_samples(spec, 8, 0)
    bound = network.bind(parameters, 8)
    bound.load(inputs, targets)
    bound.set_scale(0.25 / 8)
    bound.forward()
    bound.backward()
    expected = network.gradient(parameters, inputs, targets)[1]
    np.testing.assert_allclose(bound.gradient, 0.25 * expected, rtol=1e-12)
    bound.set_scale()
    bound.backward()
    np.testing.assert_allclose(bound.gradient, expected, rtol=1e-12)


@pytest.mark.parametrize("loss", ["half_sse", "mse"])
def test_a_summed_pass_gives_the_sum_over_the_samples(loss: str) -> None:
    spec = chain(2, 3, 2, loss=loss)
    network, parameters = Network(spec), initial_parameters(spec, 0)
    inputs, targets = random_samples(spec, 8, 0)
    bound = network.bind(parameters, 8, summed=True)
    bound.load(inputs, targets)
    bound.forward()
    bound.backward()
    expected = network.gradient(parameters, inputs, targets)[1]
    np.testing.assert_allclose(bound.gradient, 8 * expected, rtol=1e-12)


def test_the_scale_of_a_summed_pass_is_not_to_be_set() -> None:
    spec = chain(2, 2)
    bound = Network(spec).bind(initial_parameters(spec, 0), 2, summed=True)
    with pytest.raises(ValueError, match="always"):
        bound.set_scale(1.0)


@pytest.mark.parametrize("seed", range(6))
def test_a_pass_over_gathered_samples_is_the_pass_over_loaded_ones(seed: int) -> None:
    spec = random_graph(seed, "half_sse")
    network, parameters = Network(spec), random_parameters(spec, seed)
    inputs, targets = random_samples(spec, 12, seed)
    rows = network.input_rows(inputs)
    first = network.bind(parameters, 4)
    passes = [first.over(rows[i : i + 4], targets[i : i + 4]) for i in range(0, 12, 4)]
    for start, bound in zip(range(0, 12, 4), passes, strict=True):
        bound.forward()
        bound.backward()
        piece = slice(start, start + 4)
        loss, gradient = network.gradient(parameters, inputs[piece], targets[piece])
        np.testing.assert_allclose(first.gradient, gradient, rtol=1e-12, atol=1e-15)
        assert bound.loss() == pytest.approx(loss)


def test_samples_of_the_wrong_shape_or_precision_are_refused_by_over() -> None:
    spec = chain(2, 2)
    network = Network(spec)
    bound = network.bind(initial_parameters(spec, 0), 3)
    rows, targets = network.input_rows(np.zeros((3, 2))), np.zeros((3, 2))
    with pytest.raises(ValueError, match=r"\(3, 3\)"):
        bound.over(rows[:2], targets)
    with pytest.raises(ValueError, match="float64"):
        bound.over(rows.astype(np.float32), targets)


def test_a_smaller_last_batch_can_share_the_gradient() -> None:
    spec = chain(2, 3, 1)
    network, parameters = Network(spec), initial_parameters(spec, 0)
    inputs, targets = random_samples(spec, 3, 0)
    bound = network.bind(parameters, 8)
    rest = network.bind(parameters, 3, gradient=bound.gradient)
    rest.load(inputs, targets)
    rest.forward()
    rest.backward()
    expected = network.gradient(parameters, inputs, targets)[1]
    np.testing.assert_allclose(bound.gradient, expected, rtol=1e-12)


@pytest.mark.parametrize(
    ("activation", "wrong", "right"), [("sign", -1.0, 1.0), ("step", 0.0, 1.0)]
)
def test_the_perceptron_rule_moves_by_target_minus_hard_output(
    activation: str, wrong: float, right: float
) -> None:
    spec = chain(2, 1, activation=activation)
    parameters = np.array([1.0, -2.0, 0.5])
    bound = Network(spec).bind(parameters, 1, rule="perceptron")
    bound.load(np.array([[1.0, 1.0]]), np.array([[right]]))
    bound.forward()
    bound.backward()
    parameters -= 0.1 * bound.gradient
    step = 0.1 * (right - wrong)
    np.testing.assert_allclose(parameters, [1.0 + step, -2.0 + step, 0.5 + step])


def test_the_perceptron_rule_is_for_one_layer() -> None:
    spec = chain(2, 2, 1, activation="step")
    with pytest.raises(SpecError, match="single layer"):
        Network(spec).bind(initial_parameters(spec, 0), 1, rule="perceptron")


def test_units_of_a_layer_may_differ_in_any_order() -> None:
    names = ("tanh", "relu", "tanh", None, "sine", "relu")
    hidden = LayerSpec("h", 6, activation="sigmoid", unit_activations=names)
    layers = (LayerSpec("x", 2, True), hidden, LayerSpec("o", 1))
    spec = NetworkSpec(layers, (LinkSpec("x", "h"), LinkSpec("h", "o")))
    network, parameters = Network(spec), random_parameters(spec, 0)
    z, a = network.forward(parameters, [[0.3, -0.8]])
    for row, name in enumerate(names):
        node = network.layout.rows["h"].start + row
        assert a[node] == pytest.approx(activations.value(name or "sigmoid", z[node]))


def test_a_softmax_for_some_units_of_a_layer_is_refused() -> None:
    mixed = LayerSpec("o", 2, activation="tanh", unit_activations=("softmax", None))
    spec = NetworkSpec((LayerSpec("x", 1, True), mixed), (LinkSpec("x", "o"),))
    with pytest.raises(SpecError, match="layer 'o': softmax is for all units"):
        Network(spec)


def test_overrides_for_the_wrong_number_of_units_are_refused() -> None:
    mixed = LayerSpec("o", 2, unit_activations=("tanh",))
    spec = NetworkSpec((LayerSpec("x", 1, True), mixed), (LinkSpec("x", "o"),))
    with pytest.raises(SpecError, match="2 units, but activations for 1"):
        Network(spec)


def test_a_loss_that_does_not_fit_the_output_is_refused() -> None:
    with pytest.raises(SpecError, match="Cross-entropy needs a softmax output"):
        network_with_output("tanh", "cross_entropy")
    with pytest.raises(SpecError, match="Binary cross-entropy needs outputs between 0 and 1"):
        network_with_output("relu", "bce")
    assert network_with_output("softmax", "cross_entropy").loss.name == "cross_entropy"


def test_samples_that_do_not_fit_are_refused_with_their_shape() -> None:
    spec = chain(2, 1)
    network, parameters = Network(spec), initial_parameters(spec, 0)
    with pytest.raises(ValueError, match=r"inputs should be \(samples, 2\), not \(1, 3\)"):
        network.predict(parameters, [[1.0, 2.0, 3.0]])
    with pytest.raises(ValueError, match=r"targets should be \(samples, 1\)"):
        network.loss_value(parameters, [[1.0, 2.0]], [1.0])
    with pytest.raises(ValueError, match="2 inputs, but 1 targets"):
        network.gradient(parameters, [[1.0, 2.0], [0.0, 0.0]], [[1.0]])
    with pytest.raises(ValueError, match="at least one sample"):
        network.predict(parameters, np.zeros((0, 2)))


def test_memory_that_does_not_fit_is_refused() -> None:
    spec = chain(2, 1)
    network = Network(spec)
    with pytest.raises(ValueError, match=r"parameters should be contiguous, \(3,\)"):
        network.bind(np.zeros(4), 1)
    with pytest.raises(ValueError, match="float32"):
        network.bind(np.zeros(3, np.float32), 1)
    with pytest.raises(ValueError, match="gradient should be contiguous"):
        network.bind(np.zeros(3), 1, gradient=np.zeros(6)[::2])


def test_nothing_overflows_with_huge_weights() -> None:
    for loss, output in (("bce", "sigmoid"), ("cross_entropy", "softmax"), ("mse", "silu")):
        layers = (
            LayerSpec("x", 2, True),
            LayerSpec("h", 3, activation="sigmoid"),
            LayerSpec("o", 2, activation=output),
        )
        spec = NetworkSpec(layers, (LinkSpec("x", "h"), LinkSpec("h", "o")), loss)
        network = Network(spec)
        parameters = 1e4 * random_parameters(spec, 0)
        value, gradient = network.gradient(parameters, [[1.0, -2.0]], [[0.0, 1.0]])
        assert np.isfinite(value)
        assert np.isfinite(gradient).all()


def test_a_network_can_be_sent_to_another_process() -> None:
    spec = random_graph(1, "mse")
    network = Network(spec, np.float32)
    copy = pickle.loads(pickle.dumps(network))
    inputs, _ = random_samples(spec, 2, 1)
    parameters = random_parameters(spec, 1)
    assert copy.dtype == np.float32
    np.testing.assert_array_equal(
        copy.predict(parameters, inputs), network.predict(parameters, inputs)
    )
