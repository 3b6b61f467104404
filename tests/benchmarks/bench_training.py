"""Training steps against PyTorch, scikit-learn and the least that NumPy could take for them.

All work on the same network, data and rule. An epoch, ours and the peers', is a shuffle and its
steps; what `train` adds to that, the losses on all samples and a snapshot, is measured apart.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from itertools import pairwise

import numpy as np
import torch
from sklearn.neural_network import MLPClassifier, MLPRegressor

from mlp_studio.engine.batches import FullBatch, MiniBatches, Samples
from mlp_studio.engine.descent import Descent
from mlp_studio.engine.initializers import initial_parameters
from mlp_studio.engine.network import Network
from mlp_studio.engine.propagation import Pass
from mlp_studio.engine.spec import LayerSpec, LinkSpec, NetworkSpec, OptimizerSpec, TrainingSpec
from mlp_studio.engine.splitting import Data
from mlp_studio.engine.trainer import train
from tests.benchmarks.bench_engine import chain
from tests.benchmarks.harness import Row, Work, faster, within

SMALL = (2, 4, 2, 1)
XOR = (2, 2, 1)
LARGE = (784, 128, 64, 10)
SMALL_BATCH, LARGE_BATCH = 10, 128
RATE = 0.01
ENDLESS = 10**9


def rows() -> Iterator[Row]:
    yield from small_rows()
    yield from xor_rows()
    yield from large_rows("float64", products=1.55, pytorch=1.2, scikit=1.35)
    yield from large_rows("float32", products=1.45, pytorch=1.35, scikit=1.55)


def small_rows() -> Iterator[Row]:
    rng = np.random.default_rng(0)
    inputs, targets = rng.normal(size=(200, 2)), rng.uniform(-1, 1, size=(200, 1))
    network = Network(chain(*SMALL))
    training = TrainingSpec(
        optimizer=OptimizerSpec(learning_rate=RATE), batch_size=SMALL_BATCH, epochs=ENDLESS
    )
    epoch = steps(network, inputs, targets, training)
    name = "2-4-2-1 tanh, batch 10, SGD, epochs"
    yield faster(f"{name}, against PyTorch", epoch, torch_regression(SMALL, inputs, targets), 40)
    yield faster(f"{name}, against scikit-learn", epoch, scikit_regression(inputs, targets), 12)
    unshuffled = steps(network, inputs, targets, replace(training, shuffle=False))
    yield within(
        "2-4-2-1 tanh, batch 10, SGD, steps, over as many empty calls",
        unshuffled,
        empty_calls(network, count=20),
        1.5,
    )
    run = train(network, initial_parameters(network.spec, 0), Data(inputs, targets), training)
    yield within(f"{name}, with losses and snapshots, over without", partial(next, run), epoch, 1.3)


def xor_rows() -> Iterator[Row]:
    inputs = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
    targets = np.array([[0.0], [1.0], [1.0], [0.0]])
    training = TrainingSpec(optimizer=OptimizerSpec(learning_rate=RATE))
    yield faster(
        "XOR 2-2-1, full batch, steps, against PyTorch",
        steps(Network(chain(*XOR)), inputs, targets, training),
        torch_regression(XOR, inputs, targets, batch_size=4),
        38,
    )


def large_rows(precision: str, products: float, pytorch: float, scikit: float) -> Iterator[Row]:
    rng = np.random.default_rng(0)
    inputs = rng.uniform(size=(1280, LARGE[0])).astype(precision)
    classes = rng.integers(LARGE[-1], size=1280)
    training = TrainingSpec(
        optimizer=OptimizerSpec("adam", learning_rate=1e-3), batch_size=LARGE_BATCH
    )
    network = Network(classifier(), precision)
    ours = steps(network, inputs, np.eye(LARGE[-1])[classes], training)
    name = f"784-128-64-10, batch 128, Adam, {precision}"
    bare = matrix_products(precision, count=10)
    yield within(f"{name}, over its matrix products", ours, bare, products)
    peer = torch_classifier(inputs, classes)
    yield faster(f"{name}, against PyTorch fused", ours, peer, pytorch)
    yield faster(f"{name}, against scikit-learn", ours, scikit_classifier(inputs, classes), scikit)


def classifier() -> NetworkSpec:
    """784-128-64-10 with relu, softmax and cross-entropy."""
    layers = (
        LayerSpec("x", LARGE[0], is_input=True),
        LayerSpec("h1", LARGE[1], activation="relu"),
        LayerSpec("h2", LARGE[2], activation="relu"),
        LayerSpec("o", LARGE[3], activation="softmax"),
    )
    links = (LinkSpec("x", "h1"), LinkSpec("h1", "h2"), LinkSpec("h2", "o"))
    return NetworkSpec(layers, links, "cross_entropy")


def steps(
    network: Network, inputs: np.ndarray, targets: np.ndarray, training: TrainingSpec
) -> Work:
    """The steps of an epoch as `train` makes them."""
    parameters = initial_parameters(network.spec, 0, network.dtype)
    gradient = np.zeros_like(parameters)
    descent = Descent(network.layout, training, network.dtype)
    update = descent.bind(parameters, gradient)

    def bind(count: int, batch_size: int) -> Pass:
        bound = network.bind(parameters, count, gradient=gradient)
        bound.set_scale(descent.scale(batch_size))
        return bound

    samples = Samples.of(network, inputs, targets)
    batches: MiniBatches | FullBatch
    if training.batch_size is None:
        batches = FullBatch(samples, bind, update)
    else:
        batches = MiniBatches(samples, training.batch_size, bind, update)
    rng = np.random.default_rng(0)

    def work() -> None:
        if training.shuffle:
            batches.shuffle(rng)
        batches.run(0, batches.steps)

    return work


def empty_calls(network: Network, count: int) -> Work:
    """As many calls as `count` steps make, on a single number each: the floor of such a step.

    (Without any number at all NumPy returns before it has chosen a loop, which no real call can.)
    """
    bound = network.bind(np.zeros(network.layout.size), SMALL_BATCH)
    calls = len(bound.forward_calls) + len(bound.backward_calls) + 1  # and the update
    program = [partial(np.multiply, *np.full((3, 1, 1), 0.5)) for _ in range(calls)]

    def work() -> None:
        for _ in range(count):
            for call in program:
                call()

    return work


def matrix_products(precision: str, count: int) -> Work:
    """The matrix products of `count` steps, bias columns included, nothing else."""
    rng = np.random.default_rng(0)
    calls = []
    for number, (fan_in, fan_out) in enumerate(pairwise(LARGE)):
        weights = rng.normal(size=(fan_out, fan_in + 1)).astype(precision)
        inputs = rng.normal(size=(fan_in + 1, LARGE_BATCH)).astype(precision)
        deltas = rng.normal(size=(fan_out, LARGE_BATCH)).astype(precision)
        calls.append(partial(weights.dot, inputs, np.empty_like(deltas)))
        calls.append(partial(deltas.dot, inputs.T, np.empty_like(weights)))
        if number:
            calls.append(partial(weights.T.dot, deltas, np.empty_like(inputs)))

    def work() -> None:
        for _ in range(count):
            for call in calls:
                call()

    return work


def torch_regression(
    sizes: tuple[int, ...], inputs: np.ndarray, targets: np.ndarray, batch_size: int = SMALL_BATCH
) -> Work:
    """An epoch of SGD on ½ Σ (a − t)², all layers tanh."""
    modules: list[torch.nn.Module] = []
    for fan_in, fan_out in pairwise(sizes):
        modules += [torch.nn.Linear(fan_in, fan_out, dtype=torch.float64), torch.nn.Tanh()]
    model = torch.nn.Sequential(*modules)
    optimizer = torch.optim.SGD(model.parameters(), lr=RATE)
    x, t = torch.from_numpy(inputs), torch.from_numpy(targets)

    def loss(outputs: torch.Tensor, expected: torch.Tensor) -> torch.Tensor:
        return 0.5 * ((outputs - expected) ** 2).sum() / len(expected)

    return torch_epoch(model, optimizer, loss, x, t, batch_size)


def torch_classifier(inputs: np.ndarray, classes: np.ndarray) -> Work:
    """An epoch of fused Adam on the cross-entropy of the classifier."""
    x, t = torch.from_numpy(inputs), torch.from_numpy(classes)
    modules: list[torch.nn.Module] = []
    for fan_in, fan_out in pairwise(LARGE):
        modules += [torch.nn.Linear(fan_in, fan_out, dtype=x.dtype), torch.nn.ReLU()]
    model = torch.nn.Sequential(*modules[:-1])
    optimizer = torch.optim.Adam(model.parameters(), lr=1e-3, fused=True)
    return torch_epoch(model, optimizer, torch.nn.functional.cross_entropy, x, t, LARGE_BATCH)


def torch_epoch(
    model: torch.nn.Module,
    optimizer: torch.optim.Optimizer,
    loss: object,
    x: torch.Tensor,
    t: torch.Tensor,
    batch_size: int,
) -> Work:
    def work() -> None:
        for batch in torch.randperm(len(x)).split(batch_size):
            optimizer.zero_grad()
            loss(model(x[batch]), t[batch]).backward()  # type: ignore[operator]
            optimizer.step()

    return work


def scikit_regression(inputs: np.ndarray, targets: np.ndarray) -> Work:
    """An epoch of the small network by `partial_fit`; its output is linear."""
    model = MLPRegressor(
        hidden_layer_sizes=SMALL[1:-1],
        activation="tanh",
        solver="sgd",
        alpha=0.0,
        batch_size=SMALL_BATCH,
        learning_rate_init=RATE,
        momentum=0.0,
    )
    return partial(model.partial_fit, inputs, targets[:, 0])


def scikit_classifier(inputs: np.ndarray, classes: np.ndarray) -> Work:
    """An epoch of the classifier by `partial_fit`."""
    model = MLPClassifier(hidden_layer_sizes=LARGE[1:-1], alpha=0.0, batch_size=LARGE_BATCH)
    model.partial_fit(inputs, classes, classes=np.arange(LARGE[-1]))
    return partial(model.partial_fit, inputs, classes)
