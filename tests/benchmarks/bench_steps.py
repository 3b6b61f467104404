"""Stepping through a pass and asking about its paths, against one trace of the same network.

A trace is what every step waits for anyway: what costs a few of them, nobody notices.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from mlp_studio.engine.costs import costs
from mlp_studio.engine.initializers import initial_parameters
from mlp_studio.engine.network import Network
from mlp_studio.engine.paths import Origin, Paths
from mlp_studio.engine.steps import place_of, steps
from mlp_studio.engine.trace import trace
from tests.benchmarks.bench_engine import chain
from tests.benchmarks.harness import Row, Work, within

STEPPED = (64, 64, 64, 10)
LARGE = (784, 128, 64, 10)
SHOWN = 20


def rows() -> Iterator[Row]:
    yield from stepping()
    yield from paths()


def tracing(sizes: tuple[int, ...]) -> tuple[Network, Work]:
    rng = np.random.default_rng(0)
    inputs, targets = rng.normal(size=(1, sizes[0])), rng.normal(size=(1, sizes[-1]))
    network, parameters = Network(chain(*sizes)), initial_parameters(chain(*sizes), 0)
    return network, lambda: trace(network, parameters, inputs, targets)


def stepping() -> Iterator[Row]:
    network, one_trace = tracing(STEPPED)
    layout = network.layout
    by_term, by_unit = steps(layout, "term"), steps(layout)
    yield within(
        f"opening {len(by_term):,} steps by term, 64-64-64-10, over a trace",
        lambda: steps(layout, "term"),
        one_trace,
        25,
    )
    middle = len(by_term) // 2
    yield within("reading one of them, over a trace", lambda: by_term[middle], one_trace, 0.15)
    place = len(by_unit) // 2
    yield within(
        "from unit to term, keeping the place, over a trace",
        lambda: place_of(by_unit, place, by_term),
        one_trace,
        3,
    )
    known = by_term.when("gradient")
    yield within(
        "which gradients are known at a step, over a trace",
        lambda: known <= middle,
        one_trace,
        0.4,
    )


def paths() -> Iterator[Row]:
    network, one_trace = tracing(LARGE)
    recorded = one_trace()
    yield within(
        f"{SHOWN} strongest paths of a weight, 784-128-64-10, over a trace",
        lambda: Paths(recorded).strongest(Origin(0), SHOWN),
        one_trace,
        12,
    )
    yield within(
        "counting what its gradients cost three ways, over a trace",
        lambda: costs(network.layout),
        one_trace,
        10,
    )
