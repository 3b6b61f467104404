"""One pass recorded: every number of forward and backward as arrays, and the update it would make.

A trace is an edge list, not a tree of objects: `Layout.sources` and `Layout.targets` say which
node rows each parameter joins, so that what flows along all edges of a network is a take and a
product. All numbers stand in one array, because a small network is traced in less time than it
takes to make a dozen arrays.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from mlp_studio.engine import activations, optimizers, penalties, schedules
from mlp_studio.engine.activations import run
from mlp_studio.engine.descent import clipping
from mlp_studio.engine.network import Network
from mlp_studio.engine.optimizers import Optimizer
from mlp_studio.engine.spec import TrainingSpec

Array = NDArray[Any]


@dataclass(frozen=True, slots=True, eq=False)
class Trace:
    """The numbers of a pass over one or more samples. Nothing in it shares memory with a network.

    `targets` are sample-major, (samples, outputs); `loss` is the mean over the samples. `record`
    holds the rest, which the properties give out: the flat vectors parameters and gradient, then
    the node blocks z, a and δ.
    """

    network: Network
    targets: Array
    record: Array
    loss: float

    @property
    def inputs(self) -> Array:
        """The samples' inputs, (samples, d)."""
        a, layout = self.a, self.network.layout
        return np.concatenate([a[layout.rows[layer.name]] for layer in layout.spec.inputs]).T

    @property
    def parameters(self) -> Array:
        """The parameters of the pass, (P,)."""
        return self.record[: self.network.layout.size]

    @property
    def gradient(self) -> Array:
        """The gradient of the mean loss, (P,): also of frozen edges; 0 for absent ones."""
        size = self.network.layout.size
        return self.record[size : 2 * size]

    @property
    def z(self) -> Array:
        """Pre-activations, (nodes, samples), by `Layout.rows`; 0 for inputs and constants."""
        return self._block(0)

    @property
    def a(self) -> Array:
        """What all nodes give on, inputs and constants among them, (nodes, samples)."""
        return self._block(1)

    @property
    def delta(self) -> Array:
        """∂L/∂z, each column of that sample's own loss, (nodes, samples); 0 where `z` is."""
        return self._block(2)

    @property
    def terms(self) -> Array:
        """What each edge carries forward: w·a of its source, (P,); (P, samples) for several.

        The terms into a unit, its bias among them, sum to its z.
        """
        return self._along_edges(self.a, self.network.layout.sources)

    @property
    def messages(self) -> Array:
        """What each edge carries back: w·δ of its target, (P,); (P, samples) for several.

        The messages out of a unit sum to its ∂L/∂a.
        """
        return self._along_edges(self.delta, self.network.layout.targets)

    @property
    def slopes(self) -> Array:
        """f′(z) of each unit, (nodes, samples); 0 where `z` is. For softmax ∂a/∂z of the same."""
        z, a, spec = self.z, self.a, self.network.spec
        slopes = np.zeros_like(a)
        for name, rows in self.network.layout.rows.items():
            layer = spec.layer(name)
            if layer.is_input:
                continue
            names = [layer.activation_of(unit) for unit in range(layer.units)]
            for activation in dict.fromkeys(names):
                own = rows.start + np.flatnonzero(np.array(names) == activation)
                out = np.empty_like(a[own])
                activations.get(activation, a.dtype).derivative(z[own], a[own], out)
                slopes[own] = out
        return slopes

    @property
    def arriving(self) -> Array:
        """∂L/∂a of each unit, inputs too, (nodes, samples); each column of that sample's own loss.

        The messages out of a unit, or what the loss sends to an output: NaN where the loss is
        differentiated with the output's activation as one, straight to δ. 0 for constants.
        """
        layout, arriving = self.network.layout, np.zeros_like(self.a)
        for block in layout.all_blocks:
            weights = block.weights(self.parameters)
            arriving[layout.rows[block.source]] += weights.T @ self.delta[layout.rows[block.target]]
        arriving[layout.rows[layout.output]] = self.loss_slopes
        return arriving

    @property
    def loss_slopes(self) -> Array:
        """∂L/∂a of each output, (outputs, samples); NaN where `arriving` is."""
        network = self.network
        rows = network.layout.rows[network.layout.output]
        slopes = np.full_like(self.a[rows], np.nan)
        if not network.loss.fuses(network.output_activation):
            targets = np.ascontiguousarray(self.targets.T)
            network.loss.gradient(self.z[rows], self.a[rows], targets, slopes)
        return slopes

    @property
    def loss_shares(self) -> Array:
        """What each output adds to its sample's loss, (outputs, samples)."""
        network = self.network
        rows, loss = network.layout.rows[network.layout.output], network.loss
        z, a = self.z[rows], self.a[rows]
        shares = np.empty_like(a)
        targets = np.ascontiguousarray(self.targets.T)
        run(loss.term_calls(z, a, targets, shares, network.output_activation))
        shares *= loss.term_factor(len(a))
        return shares

    def _block(self, number: int) -> Array:
        layout, samples = self.network.layout, len(self.targets)
        start = 2 * layout.size + number * layout.nodes * samples
        block = self.record[start : start + layout.nodes * samples]
        return block.reshape(layout.nodes, samples)

    def _along_edges(self, block: Array, ends: NDArray[np.intp]) -> Array:
        carried: Array = self.parameters[:, None] * block.take(ends, 0)
        return carried if len(self.targets) > 1 else carried[:, 0]


@dataclass(frozen=True, slots=True, eq=False)
class Update:
    """What a training step would do with a trace's gradient.

    `change` and the new `parameters` are (P,); frozen and absent edges do not change. `gradient`
    is what the rule worked with: penalty added, clipped, 0 where nothing may change; for the
    perceptron rule the mean of (y − t)·x. `penalty` is that of the old weights; `loss_after` the
    mean loss on the same samples, without penalty. `optimizer` holds the state after the step.
    """

    change: Array
    parameters: Array
    gradient: Array
    learning_rate: float
    loss_after: float
    penalty: float
    optimizer: Optimizer


def trace(network: Network, parameters: ArrayLike, inputs: ArrayLike, targets: ArrayLike) -> Trace:
    """Record a pass over inputs (n, d) and targets (n, outputs).

    Absent edges count as 0 whatever `parameters` holds there. Raises ValueError if a shape does
    not fit.
    """
    inputs, targets = network.pairs(inputs, targets)
    bound, record = network.loaded(parameters, inputs, targets)
    for call in bound.calls:
        call()
    recorded = Trace(network, targets.copy(), record.copy(), bound.loss())
    if len(targets) > 1:
        # The pass gives the sum, so that each column of δ belongs to its own sample.
        np.divide(recorded.gradient, len(targets), out=recorded.gradient)
    return recorded


def update(
    trace: Trace, training: TrainingSpec, optimizer: Optimizer | None = None, step: int = 0
) -> Update:
    """The update that step number `step` (from 0) makes from this trace; nothing is changed.

    `optimizer` is the state so far, and is left as it is; None starts afresh. The perceptron rule
    knows neither optimizer nor penalty: w ← w + η (t − y) x, y the unit's hard output, averaged
    over the samples. Raises SpecError for it on more than one layer, and for an optimizer or a
    schedule that does not exist.
    """
    network, layout = trace.network, trace.network.layout
    rate = schedules.rate(training.schedule, training.optimizer.learning_rate, step)
    if optimizer is None:
        optimizer = optimizers.make(training.optimizer, layout.size, network.dtype)
    else:
        optimizer = optimizer.copy()
    before = trace.parameters
    parameters = before.copy()
    penalty = 0.0
    if training.rule == "perceptron":
        gradient = np.where(layout.trainable, _mistakes(trace), 0)
        parameters -= rate * gradient
    else:
        gradient = _restrained(trace, training)
        optimizer.step(parameters, gradient, rate)
        penalty = penalties.value(training.penalty, before, layout.is_weight)
    # Weight decay and momentum move parameters whose gradient is 0: frozen ones are put back.
    np.copyto(parameters, before, where=~layout.trainable)
    return Update(
        change=parameters - before,
        parameters=parameters,
        gradient=gradient,
        learning_rate=rate,
        loss_after=network.loss_value(parameters, trace.inputs, trace.targets),
        penalty=penalty,
        optimizer=optimizer,
    )


def _restrained(trace: Trace, training: TrainingSpec) -> Array:
    """The gradient with the penalty's, 0 where nothing may change, its norm clipped."""
    layout = trace.network.layout
    gradient = trace.gradient.copy()
    if training.penalty:
        gradient += penalties.gradient(training.penalty, trace.parameters, layout.is_weight)
    gradient *= layout.trainable
    if training.clip_norm is not None:
        # The squares of a large gradient overflow, which clipping notices and deals with.
        with np.errstate(over="ignore"):
            clipping(gradient, training.clip_norm)()
    return gradient


def _mistakes(trace: Trace) -> Array:
    """The mean over the samples of (y − t)·x, (P,)."""
    network = trace.network
    bound = network.bind(trace.parameters.copy(), len(trace.inputs), rule="perceptron")
    bound.load(trace.inputs, trace.targets)
    bound.forward()
    bound.backward()
    return bound.gradient
