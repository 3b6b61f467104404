"""One forward and one backward pass over a fixed number of samples, bound to fixed memory.

A small network spends its time not on arithmetic but on getting to it: looking up methods, making
views, choosing loops. So all of that happens once, here: a pass is two lists of NumPy calls with
every operand bound, and running it is `for call in calls: call()`.

Blocks are feature-major, (nodes × samples), numbered by `Layout`. With z = [W|b]·[a; 1] and
δ = ∂L/∂z, backward is, from the last layer to the first,

    message to a source = Wᵀ·δ        δ of the source = Σ messages ∘ f′(z)
    gradient of [W|b]   = δ·[a; 1]ᵀ
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mlp_studio.engine import activations
from mlp_studio.engine.activations import Activation, Call
from mlp_studio.engine.layout import Block, Indices, Layout
from mlp_studio.engine.losses import Loss
from mlp_studio.engine.spec import Rule, SpecError

Array = NDArray[Any]


@dataclass(frozen=True, slots=True)
class Group:
    """Units of one layer that share an activation; `rows` of the node block, as a slice if it can.

    Only `slice` rows give a view; for scattered ones a pass gathers, computes and puts back.
    """

    activation: Activation
    rows: slice | Indices


@dataclass(frozen=True, slots=True)
class Plan:
    """What a pass computes, apart from any memory: shared by all passes of a network."""

    layout: Layout
    groups: Mapping[str, tuple[Group, ...]]
    loss: Loss
    dtype: np.dtype[Any]

    @property
    def output_activation(self) -> str:
        """The activation of the output, or "" if its units differ."""
        groups = self.groups[self.layout.output]
        return groups[0].activation.name if len(groups) == 1 else ""

    def factor(self, rule: Rule) -> float:
        """What the output's delta is to be multiplied by, besides any scale."""
        if rule == "perceptron":
            return 1.0
        rows = self.layout.rows[self.layout.output]
        return self.loss.gradient_factor(rows.stop - rows.start)


@dataclass(frozen=True, slots=True, eq=False)
class Memory:
    """The arrays a pass works on. All but the two vectors are as wide as its batch.

    `blocks` (3, nodes, batch) holds pre-activations, activations and deltas; `inputs` is
    feature-major and ends, as every layer, in a row of ones. `messages` is one more block, ∂L/∂a;
    deltas are not made in it, because NumPy is a third slower at small products in place. `scale`
    None leaves the deltas as they are.
    """

    parameters: Array
    gradient: Array
    blocks: Array
    slopes: Array
    messages: Array
    scratch: Array
    inputs: Array
    targets: Array
    scale: Array | None

    @property
    def pre_activations(self) -> Array:
        z: Array = self.blocks[0]
        return z

    @property
    def activations(self) -> Array:
        a: Array = self.blocks[1]
        return a

    @property
    def deltas(self) -> Array:
        delta: Array = self.blocks[2]
        return delta

    @classmethod
    def allocate(
        cls, plan: Plan, parameters: Array, gradient: Array, blocks: Array, scale: Array | None
    ) -> Memory:
        """Everything else that goes with these: `blocks` decides the batch and is overwritten."""
        layout, dtype = plan.layout, plan.dtype
        batch_size = blocks.shape[2]
        outputs = plan.layout.rows[layout.output]
        tallest = max(max(b.shape) for b in layout.all_blocks)
        blocks.fill(0)
        blocks[1, layout.constant_rows] = 1
        slopes = np.ones(blocks.shape[1:], dtype)
        for name in layout.computed:
            for group in plan.groups[name]:
                if group.activation.slope is not None:
                    slopes[group.rows] = group.activation.slope
        return cls(
            parameters=parameters,
            gradient=gradient,
            blocks=blocks,
            slopes=slopes,
            messages=np.zeros_like(slopes),
            scratch=np.zeros((tallest, batch_size), dtype),
            inputs=blocks[1, : layout.input_rows],
            targets=np.zeros((outputs.stop - outputs.start, batch_size), dtype),
            scale=scale,
        )


class Pass:
    """A forward and a backward pass over one batch, bound to memory of its own.

    `parameters` and `gradient` are the flat vectors it reads and writes. `pre_activations`,
    `activations` and `deltas` are node blocks, together `blocks` (3, nodes, batch).
    `inputs` (input rows × batch) ends in ones, `targets` is (outputs × batch): write new samples
    into them, or use `load`, or `over`. Deltas and gradient are those of `scale` times the SUM of
    the samples' losses; unless `set_scale` says otherwise that is their mean.

    `forward_calls` and `backward_calls` (`delta_calls`, then `gradient_calls`) are what the methods
    run, together `calls`: for a loop that adds an update of its own.
    """

    def __init__(self, plan: Plan, memory: Memory, rule: Rule) -> None:
        self._plan = plan
        self._memory = memory
        self._rule: Rule = rule
        self.layout = plan.layout
        self.parameters = memory.parameters
        self.gradient = memory.gradient
        self.blocks = memory.blocks
        self.pre_activations = memory.pre_activations
        self.activations = memory.activations
        self.deltas = memory.deltas
        self.inputs = memory.inputs
        self.targets = memory.targets
        self.batch_size: int = memory.inputs.shape[1]
        rows = self.layout.rows[self.layout.output]
        self.outputs = memory.activations[rows]
        """The output layer's activations, (outputs × batch)."""
        self.forward_calls = tuple(_forward(plan, memory))
        self.delta_calls = tuple(_deltas(plan, memory, rule))
        self.gradient_calls = tuple(_gradient(plan, memory))
        self.backward_calls = self.delta_calls + self.gradient_calls
        self.calls = self.forward_calls + self.backward_calls
        terms = np.zeros_like(self.outputs)
        z, a = memory.pre_activations[rows], self.outputs
        self._loss_calls = plan.loss.term_calls(z, a, self.targets, terms, plan.output_activation)
        # A product with ones is a third of the price of a sum.
        self._sum_terms = partial(np.ones(terms.size, plan.dtype).dot, terms.reshape(-1))
        self._term_factor: float = plan.loss.term_factor(len(a)) / self.batch_size
        self._targets_by_sample = self.targets.T
        self._inputs_by_layer = tuple(self._input_columns())

    def forward(self) -> None:
        """From `inputs` and `parameters` to `pre_activations` and `activations`."""
        for call in self.forward_calls:
            call()

    def backward(self) -> None:
        """From a forward pass and `targets` to `deltas` and `gradient`."""
        for call in self.backward_calls:
            call()

    def loss(self) -> float:
        """The mean loss of the batch, after a forward pass. Leaves `scale` out."""
        for call in self._loss_calls:
            call()
        return float(self._sum_terms()) * self._term_factor

    def set_scale(self, scale: float | None = None) -> None:
        """Let `deltas` and `gradient` be those of `scale` times the summed losses.

        None means the mean, 1/batch. A plain gradient step can fold its learning rate in here.
        Raises ValueError if the pass was bound to give the sum.
        """
        if self._memory.scale is None:
            raise ValueError("this pass gives the gradient of the summed loss, always")
        factor = self._plan.factor(self._rule)
        self._memory.scale[...] = factor * (1 / self.batch_size if scale is None else scale)

    def load(self, inputs: Array, targets: Array | None = None) -> None:
        """Copy samples in: sample-major, (batch, inputs) and (batch, outputs)."""
        if len(self._inputs_by_layer) == 1:
            self._inputs_by_layer[0][1][...] = inputs
        else:
            for columns, place in self._inputs_by_layer:
                place[...] = inputs[:, columns]
        if targets is not None:
            self._targets_by_sample[...] = targets

    def _input_columns(self) -> Iterator[tuple[slice, Array]]:
        """Where each input layer stands in a row of inputs, and its units' place here."""
        column = 0
        for layer in self.layout.spec.inputs:
            place = self.inputs[self.layout.rows[layer.name]].T
            yield slice(column, column + layer.units), place
            column += layer.units

    def over(self, inputs: Array, targets: Array) -> Pass:
        """The same pass, on the same memory, reading other samples.

        `inputs` is (batch, input rows) as `Network.input_rows` makes it, `targets` (batch,
        outputs); both are read where they are, each time. Slices of consecutive rows of a C-order
        array are fastest. The input rows of `activations` are not filled in.
        """
        expected = (self.batch_size, self.inputs.shape[0]), (self.batch_size, len(self.outputs))
        if (inputs.shape, targets.shape) != expected:
            raise ValueError(f"expected {expected}, not {(inputs.shape, targets.shape)}")
        if inputs.dtype != self._plan.dtype or targets.dtype != self._plan.dtype:
            raise ValueError(f"samples should be {self._plan.dtype}")
        memory = replace(self._memory, inputs=inputs.T, targets=targets.T)
        return Pass(self._plan, memory, self._rule)


def _source(plan: Plan, memory: Memory, block: Block) -> Array:
    """The rows a block is multiplied with: its source's units, and the ones if it has a bias."""
    rows = plan.layout.rows[block.source]
    rows = slice(rows.start, rows.stop + block.has_bias)
    if rows.stop <= plan.layout.input_rows:
        return memory.inputs[rows]
    return memory.activations[rows]


def _forward(plan: Plan, memory: Memory) -> Iterator[Call]:
    for name in plan.layout.computed:
        first, *others = plan.layout.blocks[name]
        z = memory.pre_activations[plan.layout.rows[name]]
        yield partial(first.of(memory.parameters).dot, _source(plan, memory, first), z)
        for block in others:
            part = memory.scratch[: len(z)]
            yield partial(block.of(memory.parameters).dot, _source(plan, memory, block), part)
            yield partial(np.add, z, part, z)
        for group in plan.groups[name]:
            yield from _activate(group, memory.pre_activations, memory.activations)


def _activate(group: Group, pre_activations: Array, outputs: Array) -> Iterator[Call]:
    rows = group.rows
    if isinstance(rows, slice):
        yield from group.activation.value_calls(pre_activations[rows], outputs[rows])
        return
    z, a = pre_activations[rows], outputs[rows]
    yield partial(pre_activations.take, rows, 0, z, "clip")
    yield from group.activation.value_calls(z, a)
    yield partial(outputs.__setitem__, rows, a)


def _deltas(plan: Plan, memory: Memory, rule: Rule) -> Iterator[Call]:
    layout = plan.layout
    fused = rule == "perceptron" or plan.loss.fuses(plan.output_activation)
    yield from _slopes(plan, memory, without=layout.output if fused else None)
    yield from _start(plan, memory, rule, fused)
    reached: set[str] = set()
    for name in reversed(layout.computed):
        if not (fused and name == layout.output):
            yield from _message_to_delta(plan, memory, name)
        for block in layout.blocks[name]:
            if layout.rows[block.source].start < layout.input_rows:
                continue
            yield from _send_back(layout, memory, block, first=block.source not in reached)
            reached.add(block.source)


def _start(plan: Plan, memory: Memory, rule: Rule, fused: bool) -> Iterator[Call]:
    """The output's δ if it is fused with the loss, else its message ∂L/∂a; times the scale."""
    rows = plan.layout.rows[plan.layout.output]
    z, a = memory.pre_activations[rows], memory.activations[rows]
    out = memory.deltas[rows] if fused else memory.messages[rows]
    # NumPy multiplies a single number in place five times slower than into another place.
    raw = out if memory.scale is None else np.zeros_like(out)
    if rule == "perceptron":
        yield from _mistakes(plan, memory, raw)
    elif fused:
        yield from plan.loss.fused_delta_calls(z, a, memory.targets, raw)
    else:
        yield from plan.loss.gradient_calls(z, a, memory.targets, raw)
    if memory.scale is not None:
        yield partial(np.multiply, raw, memory.scale, out)


def _mistakes(plan: Plan, memory: Memory, out: Array) -> Iterator[Call]:
    """The perceptron rule as a gradient: y − t in place of δ, with y the unit's hard output."""
    if len(plan.layout.computed) != 1:
        raise SpecError("the perceptron rule is for a single layer of units")
    name = plan.layout.output
    for group in plan.groups[name]:
        hard = activations.get(group.activation.hard, plan.dtype)
        yield from _activate(replace(group, activation=hard), memory.pre_activations, memory.deltas)
    yield partial(np.subtract, memory.deltas[plan.layout.rows[name]], memory.targets, out)


def _slopes(plan: Plan, memory: Memory, without: str | None) -> Iterator[Call]:
    """f′(z) of all layers but the one fused with the loss: one call for neighbours alike.

    The row of ones between two layers is taken along; what comes out in it is never read.
    """
    z, a, slopes = memory.pre_activations, memory.activations, memory.slopes
    spans: list[tuple[Activation, slice]] = []
    for name in plan.layout.computed:
        for group in () if name == without else plan.groups[name]:
            activation, rows = group.activation, group.rows
            if activation.slope is not None or not activation.elementwise:
                continue
            if not isinstance(rows, slice):
                yield from _scattered_slopes(group.activation, rows, memory)
            elif spans and spans[-1][0] is activation and rows.start - spans[-1][1].stop <= 1:
                spans[-1] = activation, slice(spans[-1][1].start, rows.stop)
            else:
                spans.append((activation, rows))
    for activation, rows in spans:
        yield from activation.derivative_calls(z[rows], a[rows], slopes[rows])


def _scattered_slopes(activation: Activation, rows: Indices, memory: Memory) -> Iterator[Call]:
    z, a, slopes = memory.pre_activations[rows], memory.activations[rows], memory.slopes[rows]
    yield partial(memory.pre_activations.take, rows, 0, z, "clip")
    yield partial(memory.activations.take, rows, 0, a, "clip")
    yield from activation.derivative_calls(z, a, slopes)
    yield partial(memory.slopes.__setitem__, rows, slopes)


def _message_to_delta(plan: Plan, memory: Memory, name: str) -> Iterator[Call]:
    """From a layer's ∂L/∂a to its ∂L/∂z."""
    groups, rows = plan.groups[name], plan.layout.rows[name]
    message, delta = memory.messages[rows], memory.deltas[rows]
    if not groups[0].activation.elementwise:
        z, a = memory.pre_activations[rows], memory.activations[rows]
        yield from groups[0].activation.message_to_delta_calls(z, a, message, delta)
    elif any(group.activation.slope != 1 for group in groups):
        yield partial(np.multiply, message, memory.slopes[rows], delta)
    else:
        yield partial(np.copyto, delta, message)


def _send_back(layout: Layout, memory: Memory, block: Block, first: bool) -> Iterator[Call]:
    """Add Wᵀ·δ to the messages of the block's source; the first to arrive overwrites.

    The bias column goes along: leaving it out would cost a copy of the weights, and what it sends
    ends up in the source's row of ones, where nobody looks.
    """
    delta, rows = memory.deltas[layout.rows[block.target]], layout.rows[block.source]
    weights = block.of(memory.parameters)
    if first:
        reach = memory.messages[rows.start : rows.start + block.shape[1]]
        yield partial(weights.T.dot, delta, reach)
        return
    part, total = memory.scratch[: block.shape[1]], memory.messages[rows]
    yield partial(weights.T.dot, delta, part)
    yield partial(np.add, total, part[: len(total)], total)


def _gradient(plan: Plan, memory: Memory) -> Iterator[Call]:
    for block in plan.layout.all_blocks:
        delta = memory.deltas[plan.layout.rows[block.target]]
        source = _source(plan, memory, block)
        yield partial(delta.dot, source.T, block.of(memory.gradient))
    if not plan.layout.is_complete:
        exists = plan.layout.exists.astype(plan.dtype)
        yield partial(np.multiply, memory.gradient, exists, memory.gradient)
