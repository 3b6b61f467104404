"""What the pointer is told: formulas with their numbers, and what is wrong with a layer."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QObject

from mlp_studio.engine import activations, losses
from mlp_studio.project.model import Project
from mlp_studio.ui.canvas.annotations import Reading
from mlp_studio.ui.canvas.edge_table import NONE
from mlp_studio.ui.canvas.formulas import Formulas
from mlp_studio.ui.canvas.lettering import signed
from mlp_studio.ui.canvas.wording import Wording
from mlp_studio.ui.conventions import activation_name
from mlp_studio.ui.naming import unit_name
from mlp_studio.ui.numbers import NumberFormat


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
            formulas = self._formulas(wording.reading, numbers)
            lines += formulas.of_edge(int(table.parameter[row]), value, letter)
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
            is_softmax = activation.name == "softmax"
            formulas = self._formulas(reading, wording.numbers)
            lines += formulas.of_unit(row, is_softmax=is_softmax)
        return "\n".join(lines)

    def of_loss(self, project: Project, wording: Wording) -> str:
        """The loss's formula, and what each output adds to it."""
        lines = [f"L = {losses.get(project.loss).formula}"]
        reading = wording.reading
        if reading is None or np.isnan(reading.shares).all():
            return "\n".join(lines)
        shares = reading.shares[~np.isnan(reading.shares)].tolist()
        whole = self._formulas(reading, wording.numbers).of_sum(shares)
        value = wording.numbers.text(float(sum(shares)) if reading.loss is None else reading.loss)
        value += " …" if reading.loss is None else ""
        lines.append(" = ".join(("L", *whole, value)))
        if reading.mean_loss is not None:
            value = wording.numbers.text(reading.mean_loss)
            lines.append(
                self.tr("mean of {count}: {value}").format(count=reading.samples, value=value)
            )
        return "\n".join(lines)

    def _formulas(self, reading: Reading, numbers: NumberFormat) -> Formulas:
        return Formulas(reading, numbers, self.tr("{count} more together"))
