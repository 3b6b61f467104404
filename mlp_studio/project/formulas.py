"""A network at one sample as formulas: what the chain rule sees of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np

from mlp_studio.engine.layout import Block
from mlp_studio.engine.spec import LayerSpec
from mlp_studio.project.compile import Compiled, compile_project
from mlp_studio.project.errors import EditError
from mlp_studio.project.model import Project
from mlp_studio.project.problems import Problems
from mlp_studio.project.translation import QT_TRANSLATE_NOOP

MAX_VARIABLES = 60
"""Inputs, weights, biases, targets, z, a and L together: more cannot be read as a graph."""

_ACTIVATIONS = {
    "linear": "{z}",
    "sigmoid": "sigmoid({z})",
    "tanh": "tanh({z})",
    "relu": "relu({z})",
    # Written so that the derivative at the kink is the engine's.
    "leaky_relu": "0.01*{z} + 0.99*relu({z})",
    "elu": "relu({z}) + exp({z} - relu({z})) - 1",
    "softplus": "log(1 + exp({z}))",
    "silu": "{z}*sigmoid({z})",
    "gelu": "{z}*(1 + tanh(sqrt(2/pi)*({z} + 0.044715*{z}**3)))/2",
    "sine": "sin({z})",
    "gaussian": "exp(-{z}**2)",
}
_LOSS_TERMS = {
    "half_sse": "({a} - {t})**2",
    "sse": "({a} - {t})**2",
    "mse": "({a} - {t})**2",
    "mae": "abs({a} - {t})",
    "huber": "(({a} - {t})**2 - relu(abs({a} - {t}) - 1)**2)/2",
    "bce": "-{t}*log({a}) - (1 - {t})*log(1 - {a})",
    "hinge": "relu(1 - {t}*{a})",
    "cross_entropy": "-{t}*log({a})",
}
_MEANS = ("mse", "mae", "huber", "bce", "hinge")
"""Losses that are the mean over the outputs, not their sum."""


@dataclass(frozen=True, slots=True)
class Formulas:
    """Formulas as `engine/formula_graph.parse` reads them, and the values of their inputs."""

    text: str
    values: dict[str, float]


def formulas_of(project: Project, sample: int = 0) -> Formulas:
    """z, a and L of one sample, from its inputs x, its targets t, the weights and the biases.

    Names are those of the course: a single unit has z, a, w1, w2, b; more units in more layers
    have their layer and unit in the name, z2_1, and a weight its target and source, w2_13.

    Raises EditError, with one sentence for the person, if the network cannot run, has an
    activation or a loss without a derivative, or would make more than MAX_VARIABLES variables;
    IndexError for a sample that there is not.
    """
    compiled = compile_project(project)
    if isinstance(compiled, Problems):
        raise EditError(
            QT_TRANSLATE_NOOP(
                "EditError", "The network cannot be written as formulas while it cannot run."
            )
        )
    _check_kinds(compiled)
    _check_size(compiled)
    return _Writer(compiled, sample).write()


def _check_kinds(compiled: Compiled) -> None:
    spec = compiled.spec
    for layer in (layer for layer in spec.layers if not layer.is_input):
        for unit in range(layer.units):
            name = layer.activation_of(unit)
            if name not in _ACTIVATIONS and name != "softmax":
                raise EditError(
                    QT_TRANSLATE_NOOP(
                        "EditError",
                        "The chain rule has nothing to multiply where a unit is {activation}: "
                        "its derivative is 0 everywhere. Choose another activation.",
                    ),
                    activation=name,
                )
    if spec.loss not in _LOSS_TERMS:
        raise EditError(
            QT_TRANSLATE_NOOP(
                "EditError",
                "The perceptron loss bypasses the output's activation, so there is no chain from "
                "one to the other. Choose another loss.",
            )
        )


def _check_size(compiled: Compiled) -> None:
    spec, layout = compiled.spec, compiled.network.layout
    units = sum(layer.units * (1 if layer.is_input else 2) for layer in spec.layers)
    count = units + int(layout.exists.sum()) + spec.output.units + 1
    if count > MAX_VARIABLES:
        raise EditError(
            QT_TRANSLATE_NOOP(
                "EditError",
                "As formulas the network has {count} variables, and a graph of more than {most} "
                "cannot be read; take fewer units.",
            ),
            count=count,
            most=MAX_VARIABLES,
        )


@dataclass(slots=True)
class _Writer:
    """Collects the formulas of one network, and the values of the inputs they name."""

    compiled: Compiled
    sample: int
    formulas: dict[str, str] = field(default_factory=dict)
    uses: dict[str, list[str]] = field(default_factory=dict)
    values: dict[str, float] = field(default_factory=dict)
    outputs: dict[str, list[str]] = field(default_factory=dict)
    """What each layer gives on, unit by unit, by the layer's name."""

    def write(self) -> Formulas:
        self._write_inputs()
        for number, name in enumerate(self.compiled.network.layout.computed, 1):
            self._write_layer(number, self.compiled.spec.layer(name))
        self._write_loss()
        needed = self._needed()
        lines = (f"{name} = {text}" for name, text in self.formulas.items() if name in needed)
        values = {name: value for name, value in self.values.items() if name in needed}
        return Formulas("\n".join(lines), values)

    def _write_inputs(self) -> None:
        row = self.compiled.inputs[self.sample]
        at = 0
        for layer in self.compiled.spec.inputs:
            names = [_numbered("x", at + unit, len(row)) for unit in range(layer.units)]
            for name in names:
                self.values[name] = float(row[at])
                at += 1
            self.outputs[layer.name] = names

    def _write_layer(self, number: int, layer: LayerSpec) -> None:
        is_only = len(self.compiled.network.layout.computed) == 1
        place = "" if is_only else str(number)
        inner = [_unit_name("z", place, unit, layer.units) for unit in range(layer.units)]
        outer = [_unit_name("a", place, unit, layer.units) for unit in range(layer.units)]
        for unit, name in enumerate(inner):
            terms = list(self._terms(place, layer, unit))
            self._add(
                name, " + ".join(terms) or "0", [part for t in terms for part in t.split("*")]
            )
        for unit, (z, a) in enumerate(zip(inner, outer, strict=True)):
            activation = layer.activation_of(unit)
            if activation == "softmax":
                whole = " + ".join(f"exp({other})" for other in inner)
                self._add(a, f"exp({z})/({whole})", inner)
            else:
                self._add(a, _ACTIVATIONS[activation].format(z=z), [z])
        self.outputs[layer.name] = outer

    def _terms(self, place: str, layer: LayerSpec, unit: int) -> Iterator[str]:
        layout = self.compiled.network.layout
        blocks = layout.blocks[layer.name]
        for letter, block in zip(_letters(len(blocks)), blocks, strict=True):
            exists = block.weights(layout.exists)[unit]
            for source in map(int, np.flatnonzero(exists)):
                sources = self.outputs[block.source]
                name = _edge_name(letter + place, unit, source, layer.units, len(sources))
                self.values[name] = self._weight(block, unit, source)
                yield f"{name}*{sources[source]}"
        if layer.bias:
            name = _unit_name("b", place, unit, layer.units)
            self.values[name] = float(layout.biases(self.compiled.parameters, layer.name)[unit])
            yield name

    def _weight(self, block: Block, unit: int, source: int) -> float:
        return float(block.weights(self.compiled.parameters)[unit, source])

    def _write_loss(self) -> None:
        loss, targets = self.compiled.spec.loss, self.compiled.targets[self.sample]
        outputs = self.outputs[self.compiled.spec.output.name]
        count = len(outputs)
        names = [_numbered("t", at, count) for at in range(count)]
        self.values |= {name: float(t) for name, t in zip(names, targets, strict=True)}
        term = _LOSS_TERMS[loss]
        terms = [term.format(a=a, t=t) for a, t in zip(outputs, names, strict=True)]
        divisor = 2 if loss == "half_sse" else count if loss in _MEANS else 1
        text = terms[0]
        for further in terms[1:]:
            text += f" - {further[1:]}" if further.startswith("-") else f" + {further}"
        if divisor != 1:
            text = f"{text}/{divisor}" if count == 1 else f"({text})/{divisor}"
        self._add("L", text, [*outputs, *names])

    def _add(self, name: str, text: str, uses: list[str]) -> None:
        self.formulas[name] = text
        self.uses[name] = uses

    def _needed(self) -> set[str]:
        """What leads to the loss: a unit without edges out of it does not."""
        needed, waiting = set(), ["L"]
        while waiting:
            name = waiting.pop()
            if name not in needed:
                needed.add(name)
                waiting += self.uses.get(name, [])
        return needed


def _numbered(letter: str, at: int, count: int) -> str:
    return letter if count == 1 else f"{letter}{at + 1}"


def _unit_name(letter: str, place: str, unit: int, units: int) -> str:
    """b, b2, b_1 or b2_1: the layer's number, and the unit's where there are several."""
    return f"{letter}{place}" if units == 1 else f"{letter}{place}_{unit + 1}"


def _edge_name(letter: str, unit: int, source: int, units: int, sources: int) -> str:
    """w1, w2_1 or w2_13: the target unit, then the source, where there are several."""
    if units == 1:
        between = "_" if letter[-1].isdigit() else ""
        return letter if sources == 1 else f"{letter}{between}{source + 1}"
    between = "_" if max(units, sources) > 9 else ""
    return f"{letter}_{unit + 1}{between}{source + 1}"


def _letters(count: int) -> list[str]:
    """Of the links into one layer: w for one, else wa, wb …"""
    if count == 1:
        return ["w"]
    return [f"w{chr(ord('a') + at)}" if at < 26 else f"w{at}x" for at in range(count)]
