"""A network: its spec made computable. Parameters stay outside, as one flat vector (see `Layout`).

For one answer use `predict`, `loss_value`, `gradient` or `forward`: sample-major in, copies out.

A loop binds a pass once and then only runs it:

    bound = network.bind(parameters, batch_size)       # the pass keeps and reads `parameters`
    bound.load(inputs, targets)                        # or write bound.inputs, bound.targets
    bound.forward()
    bound.backward()                                   # bound.gradient: gradient of the mean loss
    parameters -= rate * bound.gradient                # in place: the pass sees the change

A trainer gathers shuffled samples into buffers of its own and never copies them again:

    rows = network.input_rows(inputs)                  # (n, input rows): the ones are in
    drawn = rows[:batch_size].copy()                   # and the same for the targets
    bound = network.bind(parameters, batch_size).over(drawn, drawn_targets)
    draw = partial(rows.take, indices, 0, drawn, "clip")
    program = [draw, draw_targets, *bound.calls, update]
    for call in program: call()                        # one step; new `indices` in place

`over` may also be given slices of a whole gathered epoch, one pass per batch: passes made by
`over` share all memory but the samples. A smaller last batch is a second
`bind(parameters, rest, gradient=bound.gradient)`. `bound.set_scale(rate / batch_size)` makes
`gradient` the step itself. `rule="perceptron"` puts y − t in the place of the output's delta, so
that a plain gradient step is the perceptron rule.

A pass must stay in one thread; passes share nothing unless made by `over`.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import ArrayLike, DTypeLike, NDArray

from mlp_studio.engine import activations, losses
from mlp_studio.engine.layout import Layout
from mlp_studio.engine.propagation import Group, Memory, Pass, Plan
from mlp_studio.engine.spec import LayerSpec, NetworkSpec, Rule, SpecError

Array = NDArray[Any]

CHUNK = 2048
"""Samples predicted at a time: enough to drown the cost per call, few enough to stay in cache."""
KEPT_PASSES = 4
KEPT_SIZE = 250_000
"""Passes of the convenience methods are kept for the next call, up to this many block entries."""


class Network:
    """A `NetworkSpec` that can be computed, in float64 or float32.

    Raises SpecError where the spec names an unknown activation or loss, gives single units of a
    layer a softmax, overrides the wrong number of units, or pairs loss and output wrongly.
    """

    def __init__(self, spec: NetworkSpec, dtype: DTypeLike = np.float64) -> None:
        self.spec = spec
        self.dtype: np.dtype[Any] = np.dtype(dtype)
        self.layout = Layout(spec)
        self.loss = losses.get(spec.loss, self.dtype)
        groups = {name: self._groups(spec.layer(name)) for name in self.layout.computed}
        self._plan = Plan(self.layout, groups, self.loss, self.dtype)
        output = spec.output
        names = [output.activation_of(unit) for unit in range(output.units)]
        reason = losses.compatible(spec.loss, names)
        if reason is not None:
            raise SpecError(reason)
        self.units_of_inputs = sum(layer.units for layer in spec.inputs)
        """Total width of the input layers."""
        self.units_of_output = output.units
        self._exists = self.layout.exists.astype(self.dtype)
        self._own = _Own()

    def __reduce__(self) -> tuple[Any, ...]:
        return Network, (self.spec, self.dtype)

    def _groups(self, layer: LayerSpec) -> tuple[Group, ...]:
        rows = self.layout.rows[layer.name]
        if layer.unit_activations is not None and len(layer.unit_activations) != layer.units:
            raise SpecError(
                f"layer {layer.name!r} has {layer.units} units, "
                f"but activations for {len(layer.unit_activations)}"
            )
        by_name: dict[str, list[int]] = {}
        for unit in range(layer.units):
            by_name.setdefault(layer.activation_of(unit), []).append(rows.start + unit)
        if len(by_name) > 1 and "softmax" in by_name:
            raise SpecError(f"layer {layer.name!r}: softmax is for all units of a layer or none")
        groups = []
        for name, members in by_name.items():
            together = members[-1] - members[0] + 1 == len(members)
            where = slice(members[0], members[-1] + 1) if together else np.array(members, np.intp)
            groups.append(Group(activations.get(name, self.dtype), where))
        return tuple(groups)

    @property
    def output_activation(self) -> str:
        """The activation of the output layer, or "" if its units differ."""
        return self._plan.output_activation

    def bind(
        self,
        parameters: Array,
        batch_size: int,
        *,
        gradient: Array | None = None,
        blocks: Array | None = None,
        rule: Rule = "gradient",
        summed: bool = False,
    ) -> Pass:
        """A pass over `batch_size` samples that reads `parameters` and writes `gradient` in place.

        With `summed`, deltas and gradient are always those of the samples' summed losses.

        Both are (P,), and `blocks`, the memory for `Pass.blocks`, is (3, nodes, batch); all are
        contiguous and of the network's dtype. Raises ValueError if they are not, or if an absent
        edge has a parameter other than 0, and SpecError for the perceptron rule on more than one
        layer.
        """
        shape = (3, self.layout.nodes, batch_size)
        gradient = np.zeros(self.layout.size, self.dtype) if gradient is None else gradient
        blocks = np.zeros(shape, self.dtype) if blocks is None else blocks
        self._check_memory("parameters", parameters, (self.layout.size,))
        self._check_memory("gradient", gradient, (self.layout.size,))
        self._check_memory("blocks", blocks, shape)
        if not self.layout.is_complete and parameters[~self.layout.exists].any():
            raise ValueError("an absent edge has a parameter other than 0")
        factor = self._plan.factor(rule)
        scale = np.array(factor if summed else factor / batch_size, self.dtype)
        memory = Memory.allocate(
            self._plan, parameters, gradient, blocks, None if summed and factor == 1 else scale
        )
        return Pass(self._plan, memory, rule)

    def _check_memory(self, what: str, array: Array, shape: tuple[int, ...]) -> None:
        if array.shape != shape or array.dtype != self.dtype or not array.flags.c_contiguous:
            raise ValueError(
                f"{what} should be contiguous, {shape} of {self.dtype}, "
                f"not {array.shape} of {array.dtype}"
            )

    def input_rows(self, inputs: ArrayLike) -> Array:
        """Inputs (n, d) as `Pass.over` reads them, (n, input rows): a 1 after each input layer."""
        inputs = self._samples(inputs, self.units_of_inputs, "inputs")
        rows = np.ones((len(inputs), self.layout.input_rows), self.dtype)
        column = 0
        for layer in self.spec.inputs:
            rows[:, self.layout.rows[layer.name]] = inputs[:, column : column + layer.units]
            column += layer.units
        return rows

    def predict(self, parameters: ArrayLike, inputs: ArrayLike) -> Array:
        """The outputs for inputs (n, d), as (n, outputs)."""
        inputs = self._samples(inputs, self.units_of_inputs, "inputs")
        outputs = np.empty((len(inputs), self.units_of_output), self.dtype)
        for piece in self._pieces(len(inputs)):
            bound = self.loaded(parameters, inputs[piece]).bound
            bound.forward()
            outputs[piece] = bound.outputs.T
        return outputs

    def loss_value(self, parameters: ArrayLike, inputs: ArrayLike, targets: ArrayLike) -> float:
        """The mean loss over the samples, without any penalty."""
        inputs, targets = self.pairs(inputs, targets)
        total = 0.0
        for piece in self._pieces(len(inputs)):
            bound = self.loaded(parameters, inputs[piece], targets[piece]).bound
            bound.forward()
            total += bound.loss() * bound.batch_size
        return total / len(inputs)

    def _pieces(self, samples: int) -> Iterator[slice]:
        """So many samples at a time that their pass can be kept."""
        count = max(1, min(CHUNK, KEPT_SIZE // self.layout.nodes))
        return (slice(start, start + count) for start in range(0, samples, count))

    def gradient(
        self, parameters: ArrayLike, inputs: ArrayLike, targets: ArrayLike
    ) -> tuple[float, Array]:
        """The mean loss and its gradient (P,), without any penalty.

        Frozen edges get their true gradient, absent ones 0.
        """
        bound = self.loaded(parameters, *self.pairs(inputs, targets)).bound
        bound.forward()
        bound.backward()
        return bound.loss(), bound.gradient / bound.batch_size

    def forward(self, parameters: ArrayLike, inputs: ArrayLike) -> tuple[Array, Array]:
        """Pre-activations and activations of every node, each (nodes, n); see `Layout.rows`."""
        inputs = self._samples(inputs, self.units_of_inputs, "inputs")
        bound = self.loaded(parameters, inputs).bound
        bound.forward()
        return bound.pre_activations.copy(), bound.activations.copy()

    def pairs(self, inputs: ArrayLike, targets: ArrayLike) -> tuple[Array, Array]:
        """Inputs (n, d) and targets (n, outputs) in the network's dtype, copied only if needed.

        Raises ValueError if a shape does not fit or there is no sample.
        """
        inputs = self._samples(inputs, self.units_of_inputs, "inputs")
        targets = self._samples(targets, self.units_of_output, "targets")
        if len(inputs) != len(targets):
            raise ValueError(f"{len(inputs)} inputs, but {len(targets)} targets")
        return inputs, targets

    def loaded(self, parameters: ArrayLike, inputs: Array, targets: Array | None = None) -> OwnPass:
        """A pass on copies of these, kept for this thread's next call: for use at once only.

        Anything else the thread asks of the network may overwrite what is in it. Its deltas and
        gradient are those of the summed losses: each column belongs to that sample's own. Absent
        edges count as 0 whatever `parameters` holds there.
        """
        own = self._own.passes.get(len(inputs)) or self._new_own_pass(len(inputs))
        bound = own.bound
        if self.layout.is_complete:
            bound.parameters[:] = parameters
        else:
            np.multiply(parameters, self._exists, bound.parameters)
        bound.load(inputs, targets)
        return own

    def _new_own_pass(self, batch_size: int) -> OwnPass:
        size, nodes = self.layout.size, self.layout.nodes
        record = np.zeros(2 * size + 3 * nodes * batch_size, self.dtype)
        parameters, gradient = record[: 2 * size].reshape(2, size)
        blocks = record[2 * size :].reshape(3, nodes, batch_size)
        bound = self.bind(parameters, batch_size, gradient=gradient, blocks=blocks, summed=True)
        own = OwnPass(bound, record)
        passes = self._own.passes
        if batch_size * nodes <= KEPT_SIZE:
            if len(passes) == KEPT_PASSES:
                del passes[next(iter(passes))]
            passes[batch_size] = own
        return own

    def _samples(self, values: ArrayLike, width: int, what: str, copy: bool | None = None) -> Array:
        array: Array = np.array(values, self.dtype, copy=copy)
        if array.ndim != 2 or array.shape[1] != width:
            raise ValueError(f"{what} should be (samples, {width}), not {array.shape}")
        if len(array) == 0:
            raise ValueError(f"{what} should have at least one sample")
        return array


class OwnPass(NamedTuple):
    """A pass of a network's own; `record` is its parameters, gradient and blocks in a row."""

    bound: Pass
    record: Array


class _Own(threading.local):
    """What each thread keeps for its next call, by batch size: memory is never shared."""

    def __init__(self) -> None:
        self.passes: dict[int, OwnPass] = {}
