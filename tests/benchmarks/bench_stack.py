"""Seeds trained together against the same seeds one by one."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from mlp_studio.engine.initializers import initial_parameters
from mlp_studio.engine.network import Network
from mlp_studio.engine.spec import TrainingSpec
from mlp_studio.engine.stack import train_stack
from tests.benchmarks.bench_engine import chain
from tests.benchmarks.bench_training import steps
from tests.benchmarks.harness import Row, ratio

SEEDS = 256
STEPS = 100


def rows() -> Iterator[Row]:
    inputs = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
    targets = np.array([[0.0], [1.0], [1.0], [0.0]])
    spec = chain(2, 4, 1)
    network = Network(spec)
    parameters = np.stack([initial_parameters(spec, seed) for seed in range(SEEDS)], axis=1)
    one = steps(network, inputs, targets, TrainingSpec())

    def together() -> None:
        train_stack(network, parameters, inputs, targets, 0.1, STEPS)

    def alone() -> None:
        for _ in range(STEPS):
            one()

    # One seed stands for all 256: they take the same time, but not the whole turn.
    speedup = SEEDS * ratio(together, alone)
    yield Row("256 seeds of 2-4-1 XOR together, against one by one", speedup, 33, "at_least")
