"""The inspector's page for one layer, or for several at once."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QCheckBox

from mlp_studio.document.document import Document
from mlp_studio.document.selection import Selection
from mlp_studio.engine import activations, initializers
from mlp_studio.engine.spec import InitializerSpec
from mlp_studio.project import edits
from mlp_studio.project.model import Layer
from mlp_studio.project.rules import MAX_UNITS
from mlp_studio.ui.conventions import activation_name, initializer_name
from mlp_studio.ui.naming import few
from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.panels.choice import Choice
from mlp_studio.ui.panels.fields import NumberField, TextField, WholeBox
from mlp_studio.ui.panels.inspector.activation_view import ActivationView
from mlp_studio.ui.panels.inspector.colour_choice import ColourChoice, colour_name
from mlp_studio.ui.panels.inspector.page import Page, for_each, show_flags
from mlp_studio.ui.panels.inspector.passing import PassNumbers
from mlp_studio.ui.panels.inspector.problem_list import ProblemList
from mlp_studio.ui.panels.inspector.unit_figures import UnitFigures
from mlp_studio.ui.panels.labels import silent
from mlp_studio.ui.theme import ThemeModel

_TAKES = {"constant": "value", "uniform": "scale", "normal": "scale"}
"""The initializers that take a number, and which field of InitializerSpec it is."""


class LayersPage(Page):
    """Several layers: what they share can be set for all of them in one undoable change."""

    def __init__(
        self,
        document: Document,
        selection: Selection,
        theme: ThemeModel,
        numbers: NumberFormat,
        passing: PassNumbers,
    ) -> None:
        super().__init__(document, selection)
        self.problems = ProblemList(document, selection)
        self.name = TextField()
        self.colour = ColourChoice(theme)
        self.units = WholeBox(1, MAX_UNITS)
        self.features = TextField()
        self.activation = Choice(activations.NAMES, activation_name)
        self.view = ActivationView(theme, numbers)
        self.bias = QCheckBox()
        self.freeze = QCheckBox()
        self.initializer = Choice(initializers.NAMES, initializer_name)
        self.number = NumberField(numbers)
        self.figures = UnitFigures(passing)
        self.column.insertWidget(1, self.problems)
        self.form.add_all(self.name, self.colour, self.units, self.features, self.activation)
        self.form.add_wide(self.view)
        self.form.add_wide(self.bias)
        self.form.add_wide(self.freeze)
        self.form.add_all(self.initializer, self.number)
        self.form.add_wide(self.figures)
        self._connect()

    def _connect(self) -> None:
        self.problems.refused.connect(self.message.say)
        self.name.entered.connect(self._rename)
        self.colour.chosen.connect(self._set_colour)
        self.units.valueChanged.connect(self._set_units)
        self.units.editingFinished.connect(self.document.end_merge)
        self.features.entered.connect(self._set_features)
        self.activation.chosen.connect(self._set_activation)
        self.bias.clicked.connect(self._set_bias)
        self.freeze.clicked.connect(self._set_freeze)
        self.initializer.chosen.connect(self._set_initializer)
        self.number.value_entered.connect(self._set_number)

    @property
    def layers(self) -> list[Layer]:
        """The selected layers, in the order of the project."""
        return [layer for layer in self.project.layers if layer.id in self.selected.layers]

    def retarget(self) -> None:
        super().retarget()
        for field in (self.name, self.features, self.number):
            field.restore()

    def retranslate(self) -> None:
        caption = self.form.caption
        caption(self.name, self.tr("Name"))
        caption(self.colour, self.tr("Colour"))
        caption(self.units, self.tr("Units"))
        caption(self.features, self.tr("Features"))
        caption(self.activation, self.tr("Activation"))
        caption(self.initializer, self.tr("Initializer"))
        self.features.line.setPlaceholderText(self.tr("the columns of the data"))
        self.features.setToolTip(
            self.tr("Formulas over the data's columns, separated by semicolons: x1; x2; x1*x2")
        )
        for choice in (self.colour, self.activation, self.initializer):
            choice.retranslate()
            choice.setPlaceholderText(self.tr("several"))
        self.bias.setText(self.tr("Biases"))
        self.freeze.setText(self.tr("Freeze the biases"))
        self._caption_number()

    def refresh(self) -> None:
        layers = self.layers
        if not layers:
            return
        self._show_heading(layers)
        self.problems.show_problems(
            [problem for problem in self.document.problems if problem.where in self._chosen()]
        )
        self._show_inputs(layers)
        dense = [layer for layer in layers if layer.kind == "dense"]
        computes = len(dense) == len(layers)
        for field in (self.activation, self.view, self.bias, self.freeze, self.initializer):
            self.form.setRowVisible(field, computes)
        self.form.setRowVisible(self.number, False)
        if computes:
            self._show_computation(dense)
        self.show_pass()

    def show_pass(self) -> None:
        units = [(layer.id, unit) for layer in self.layers for unit in range(layer.units)]
        self.form.setRowVisible(self.figures, self.figures.show_units(self.project, units))

    def _show_heading(self, layers: list[Layer]) -> None:
        if len(layers) == 1:
            self.heading.setText(self.tr("Layer {name}").format(name=layers[0].title))
            self.remove.setText(self.tr("Remove the layer"))
        else:
            self.heading.setText(self.tr("{count} layers").format(count=len(layers)))
            self.remove.setText(self.tr("Remove the layers"))

    def _show_inputs(self, layers: list[Layer]) -> None:
        first = layers[0]
        single = len(layers) == 1
        self.form.setRowVisible(self.name, single)
        self.form.setRowVisible(self.features, single and first.kind == "input")
        self.name.show_text(first.name)
        self.name.line.setPlaceholderText(first.id)
        self.features.show_text("; ".join(first.features or ()))
        colours = {layer.colour for layer in layers}
        self.colour.show_name(colours.pop() if len(colours) == 1 else None)
        same = len({layer.units for layer in layers}) == 1
        with silent(self.units):
            # 0 stands for "several": no layer has it.
            self.units.setMinimum(1 if same else 0)
            self.units.setSpecialValueText("" if same else self.tr("several"))
            self.units.setValue(first.units if same else 0)

    def _show_computation(self, layers: list[Layer]) -> None:
        names = {layer.activation for layer in layers}
        only = names.pop() if len(names) == 1 else None
        self.activation.show_name(only)
        drawn = {layer.initializer.name for layer in layers}
        same = drawn.pop() if len(drawn) == 1 else ""
        self.initializer.show_name(same)
        self.view.show_activation(only)
        self.form.setRowVisible(self.view, only is not None)
        show_flags(self.bias, (layer.bias for layer in layers))
        show_flags(self.freeze, (layer.freeze_biases for layer in layers))
        self.freeze.setEnabled(any(layer.bias for layer in layers))
        taken = _TAKES.get(same)
        self.form.setRowVisible(self.number, taken is not None)
        if taken is not None:
            values = {getattr(layer.initializer, taken) for layer in layers}
            self.number.show_value(values.pop() if len(values) == 1 else None)
            self._caption_number()

    def _caption_number(self) -> None:
        captions = {
            "constant": self.tr("Value"),
            "uniform": self.tr("Half width"),
            "normal": self.tr("Std. deviation"),
        }
        self.form.caption(self.number, captions.get(self.initializer.name, ""))

    def _chosen(self) -> set[str]:
        return {layer.id for layer in self.layers}

    def _ids(self) -> list[tuple[str]]:
        return [(layer.id,) for layer in self.layers]

    def _titles(self) -> str:
        return few([layer.title for layer in self.layers])

    def _rename(self, name: str) -> None:
        (layer,) = self.layers
        label = self.tr("Name {layer} {name}").format(layer=layer.title, name=name or layer.id)
        reason = self.change(label, edits.rename_layer, layer.id, name)
        self._refuse(self.name, reason)

    def _set_units(self, units: int) -> None:
        if not units:
            return
        text = (
            self.tr("Give {layer} 1 unit") if units == 1 else self.tr("Give {layer} {count} units")
        )
        label = text.format(layer=self._titles(), count=units)
        merge = f"units of {sorted(self._chosen())}"
        self.change_merged(merge, label, for_each, edits.set_units, self._ids(), units)

    def _set_colour(self, name: str) -> None:
        text = self.tr("Set colour of {layer} to {colour}")
        if not name:
            text = self.tr("Take the colour from {layer}")
        label = text.format(layer=self._titles(), colour=colour_name(name))
        self.change(label, for_each, edits.set_colour, self._ids(), name)

    def _set_features(self, text: str) -> None:
        (layer,) = self.layers
        formulas = [part.strip() for part in text.split(";") if part.strip()]
        label = self.tr("Set features of {layer}").format(layer=layer.title)
        reason = self.change(label, edits.set_features, layer.id, formulas or None)
        self._refuse(self.features, reason)

    def _set_activation(self, name: str) -> None:
        label = self.tr("Set activation of {layer} to {name}").format(
            layer=self._titles(), name=activation_name(name)
        )
        self.change(label, for_each, edits.set_activation, self._ids(), name)

    def _set_bias(self, on: bool) -> None:
        text = self.tr("Give {layer} biases") if on else self.tr("Take the biases from {layer}")
        label = text.format(layer=self._titles())
        self.change(label, for_each, edits.set_bias_enabled, self._ids(), on)

    def _set_freeze(self, on: bool) -> None:
        text = (
            self.tr("Freeze the biases of {layer}")
            if on
            else self.tr("Let the biases of {layer} learn")
        )
        self.change(
            text.format(layer=self._titles()), for_each, edits.set_freeze_biases, self._ids(), on
        )

    def _set_initializer(self, name: str) -> None:
        label = self.tr("Draw the weights of {layer} by {name}").format(
            layer=self._titles(), name=initializer_name(name)
        )
        self.change(label, for_each, edits.set_initializer, self._ids(), name)

    def _set_number(self, value: float) -> None:
        changed = [(layer.id, _with_number(layer.initializer, value)) for layer in self.layers]
        label = self.tr("Set initializer of {layer}").format(layer=self._titles())
        reason = self.change(label, for_each, edits.set_initializer, changed)
        self._refuse(self.number, reason)

    def _refuse(self, field: TextField, reason: str) -> None:
        """The reason belongs under the field that caused it."""
        if reason:
            self.message.say("")
            field.refuse(reason)


def _with_number(spec: InitializerSpec, value: float) -> InitializerSpec:
    if _TAKES[spec.name] == "value":
        return replace(spec, value=value)
    return replace(spec, scale=value)
