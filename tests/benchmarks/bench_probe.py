"""All response maps of a network against the tanh calls they cannot do without."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from mlp_studio.engine.initializers import initial_parameters
from mlp_studio.engine.network import Network
from mlp_studio.engine.probe import Probe
from tests.benchmarks.bench_engine import chain
from tests.benchmarks.harness import Row, within

SIZES = (2, 8, 8, 1)
RESOLUTION = 100


def rows() -> Iterator[Row]:
    network = Network(chain(*SIZES))
    parameters = initial_parameters(network.spec, 0)
    probe = Probe(network, (-1.0, 1.0, -1.0, 1.0), RESOLUTION)
    rng = np.random.default_rng(0)
    z = [rng.normal(size=(units, RESOLUTION**2)) for units in SIZES[1:]]
    a = [np.empty_like(block) for block in z]

    def tanh_alone() -> None:
        for source, target in zip(z, a, strict=True):
            np.tanh(source, target)

    yield within(
        "decision grid 100², 2-8-8-1, all unit maps, over its tanh calls",
        lambda: probe.run(parameters),
        tanh_alone,
        1.3,
    )
