"""What the pointer is told: formulas with their numbers, and what is wrong with a layer."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QObject

from mlp_studio.engine import activations
from mlp_studio.project.model import Project
from mlp_studio.ui.canvas.annotations import Reading
from mlp_studio.ui.canvas.edge_table import NONE
from mlp_studio.ui.canvas.lettering import factor, signed
from mlp_studio.ui.canvas.wording import Wording
from mlp_studio.ui.conventions import activation_name
from mlp_studio.ui.naming import unit_name


class Tooltips(QObject):
    """Plain text, one fact a line; only numbers that are known at this step."""

    def of_edge(self, project: Project, wording: Wording, row: int) -> str:
        table = wording.table
        target = project.layer(table.layers[table.target[row]])
        end = unit_name(project, target, int(table.j[row]))
        value = float(wording.values[row])
        numbers = wording.numbers
        letter = "b" if table.link[row] == NONE else "w"
        if table.source[row] == NONE:
            lines = [self.tr("Bias of {unit}").format(unit=end)]
        else:
            source = project.layer(table.layers[table.source[row]])
            lines = [f"{unit_name(project, source, int(table.k[row]))} → {end}"]
        if np.isnan(value):
            lines.append(self.tr("The weight is drawn once the network is complete."))
        else:
            lines.append(f"{letter} = {signed(numbers, value)}")
        if wording.reading is not None and table.parameter[row] != NONE:
            lines += _formulas(wording, wording.reading, row, letter)
        if table.frozen[row]:
            lines.append(self.tr("Frozen: training leaves it as it is."))
        return "\n".join(lines)

    def of_unit(self, project: Project, wording: Wording, layer_id: str, unit: int) -> str:
        layer = project.layer(layer_id)
        symbol = unit_name(project, layer, unit)
        if layer.kind == "input":
            return self.tr("{unit}: comes from the data").format(unit=symbol)
        activation = activations.get(layer.activation_of(unit))
        lines = [
            f"{symbol}: {activation_name(activation.name)}",
            "z = Σ w·a + b" if layer.bias else "z = Σ w·a",
            f"a = f(z) = {activation.formula}",
        ]
        reading = wording.reading
        if reading is not None:
            row = reading.of_layer(layer_id).start + unit
            for name, values in (("z", reading.z), ("a", reading.a), ("δ = ∂L/∂z", reading.delta)):
                if not np.isnan(values[row]):
                    lines.append(f"{name} = {wording.numbers.text(float(values[row]))}")
        return "\n".join(lines)


def _formulas(wording: Wording, reading: Reading, row: int, letter: str) -> list[str]:
    """The products an edge takes part in, as far as they are known."""
    numbers, layout = wording.numbers, reading.layout
    parameter = int(wording.table.parameter[row])
    weight = signed(numbers, float(wording.values[row]))
    a = 1.0 if letter == "b" else float(reading.a[layout.sources[parameter]])
    delta = float(reading.delta[layout.targets[parameter]])
    lines = []
    term, message = float(reading.term[parameter]), float(reading.message[parameter])
    if letter == "w" and not np.isnan(term):
        lines.append(f"w · a = {weight} · {factor(numbers, a)} = {signed(numbers, term)}")
    gradient = float(reading.gradient[parameter])
    if not np.isnan(gradient):
        if letter == "w":
            lines.append(
                f"w · δ = {weight} · {factor(numbers, delta)} = {signed(numbers, message)}"
            )
        product = f"δ · a = {numbers.text(delta)} · {factor(numbers, a)}"
        product = product if letter == "w" else "δ"
        lines.append(f"∂L/∂{letter} = {product} = {signed(numbers, gradient)}")
    updated = float(reading.updated[parameter])
    if not np.isnan(updated):
        lines.append(f"{letter} → {signed(numbers, updated)}")
    return lines
