"""Where everything lives: the flat parameter vector and the block of node rows.

Parameters. For each non-input layer in topological order, one contiguous (units × columns) block
per incoming link, in the order the spec lists the links. The last block of a layer carries the
bias as its last column, [W|b], so that the bias and its gradient fall out of the matrix product.
An absent edge keeps its place and is 0.

Nodes. Each layer's units are consecutive rows, followed by one row that holds the constant 1:
the source of the biases of the layers fed from it. Input layers come first, in spec order.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mlp_studio.engine.arrays import FrozenArray
from mlp_studio.engine.spec import LinkSpec, NetworkSpec, SpecError

Array = NDArray[Any]
Indices = NDArray[np.intp]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Block:
    """The parameters of one link: `shape` (units, columns), from `start` on in the flat vector.

    With `has_bias`, the last column holds the target layer's biases.
    """

    source: str
    target: str
    start: int
    shape: tuple[int, int]
    has_bias: bool

    @property
    def stop(self) -> int:
        return self.start + self.shape[0] * self.shape[1]

    def of(self, vector: Array) -> Array:
        """This block of a flat vector, as a (units × columns) view."""
        return vector[self.start : self.stop].reshape(self.shape)

    def weights(self, vector: Array) -> Array:
        """The link's weights in a flat vector, as a (units × source units) view."""
        block = self.of(vector)
        return block[:, :-1] if self.has_bias else block


class Layout:
    """The numbering of a network's parameters and nodes.

    `size` is the number of parameters P, `nodes` the height of a node block. `sources` and
    `targets` (intp, P) give each parameter's node rows; a bias's source is the constant 1 of the
    layer that its block's link comes from. `exists`, `trainable` and `is_weight` are boolean (P,).

    Raises SpecError for a layer without units, for a mask or frozen edges that do not fit, and
    if there is nothing but inputs.
    """

    def __init__(self, spec: NetworkSpec) -> None:
        self.spec = spec
        self.order = spec.order
        self.rows: dict[str, slice] = {}
        self.ones_row: dict[str, int] = {}
        row = 0
        for name in spec.order:
            units = spec.layer(name).units
            if units < 1:
                raise SpecError(f"layer {name!r} has no units")
            self.rows[name] = slice(row, row + units)
            self.ones_row[name] = row + units
            row += units + 1
        self.nodes = row
        self.constant_rows: Indices = np.array(list(self.ones_row.values()), np.intp)
        """All rows of ones."""
        inputs = [layer.name for layer in spec.inputs]
        self.input_rows = self.ones_row[inputs[-1]] + 1 if inputs else 0
        """Height of the part of a node block that belongs to the input layers."""
        self.computed = spec.order[len(inputs) :]
        """The layers that are not inputs, in order."""
        self.output = spec.output.name
        if not self.computed:
            raise SpecError("the network has no layer besides its input")

        self.blocks: dict[str, tuple[Block, ...]] = {}
        start = 0
        for name in self.computed:
            self.blocks[name] = blocks = self._blocks_into(name, start)
            start = blocks[-1].stop
        self.size = start
        self.all_blocks = tuple(block for blocks in self.blocks.values() for block in blocks)
        self._starts = [block.start for block in self.all_blocks]
        self._by_ends = {(block.source, block.target): block for block in self.all_blocks}

        self.sources = np.empty(self.size, np.intp)
        self.targets = np.empty(self.size, np.intp)
        self.exists: Flags = np.ones(self.size, np.bool_)
        self.trainable: Flags = np.ones(self.size, np.bool_)
        self.is_weight: Flags = np.ones(self.size, np.bool_)
        links = {(link.source, link.target): link for link in spec.links}
        for block in self.all_blocks:
            self._describe(block, links[block.source, block.target])
        self.trainable &= self.exists
        self.is_complete = bool(self.exists.all())
        """Whether no edge is absent."""
        for array in (self.sources, self.targets, self.exists, self.trainable, self.is_weight):
            array.setflags(write=False)

    def _blocks_into(self, name: str, start: int) -> tuple[Block, ...]:
        layer, links = self.spec.layer(name), self.spec.links_into(name)
        blocks = []
        for link in links:
            has_bias = layer.bias and link is links[-1]
            columns = self.spec.layer(link.source).units + has_bias
            blocks.append(Block(link.source, name, start, (layer.units, columns), has_bias))
            start = blocks[-1].stop
        return tuple(blocks)

    def _describe(self, block: Block, link: LinkSpec) -> None:
        units, columns = block.shape
        first = self.rows[block.source].start
        # The constant's row follows the source's units, so a bias column is just one more source.
        block.of(self.sources)[...] = np.arange(first, first + columns)
        block.of(self.targets)[...] = np.arange(units)[:, None] + self.rows[block.target].start
        if block.has_bias:
            block.of(self.is_weight)[:, -1] = False
            block.of(self.trainable)[:, -1] = not self.spec.layer(block.target).freeze_biases
        weights = block.weights(self.exists)
        if link.mask is not None:
            weights[...] = _flags(link, "mask", link.mask, weights.shape)
        if link.frozen:
            block.weights(self.trainable)[...] = False
        elif link.frozen_edges is not None:
            frozen = _flags(link, "frozen edges", link.frozen_edges, weights.shape)
            block.weights(self.trainable)[...] = ~frozen

    def block(self, source: str, target: str) -> Block:
        """The block of the link from `source` to `target`. Raises KeyError if there is none."""
        return self._by_ends[source, target]

    def weights(self, vector: Array, source: str, target: str) -> Array:
        """A link's part of a flat vector: a view, (target units, source units).

        Raises KeyError if there is no such link.
        """
        return self.block(source, target).weights(vector)

    def biases(self, vector: Array, layer: str) -> Array:
        """A layer's biases in a flat vector: a view, (units,). Raises KeyError if it has none."""
        block = self.blocks[layer][-1]
        if not block.has_bias:
            raise KeyError(layer)
        return block.of(vector)[:, -1]

    def layer_of(self, parameter: int) -> str:
        """The layer that parameter number `parameter` leads into."""
        return self.all_blocks[bisect_right(self._starts, parameter) - 1].target

    def incoming(self, layer: str, unit: int) -> Indices:
        """Where a unit's incoming weights, in source order, and then its bias stand, (k,) intp."""
        return np.concatenate(
            [
                np.arange(block.shape[1], dtype=np.intp) + block.start + unit * block.shape[1]
                for block in self.blocks[layer]
            ]
        )


def _flags(link: LinkSpec, what: str, flags: FrozenArray, shape: tuple[int, ...]) -> Flags:
    if flags.shape != shape:
        raise SpecError(f"the {what} of link {link.name} should be {shape}, not {flags.shape}")
    return np.asarray(flags.values, np.bool_)
