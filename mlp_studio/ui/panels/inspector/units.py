"""The inspector's page for one unit, or for several at once."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox

from mlp_studio.document.document import Document
from mlp_studio.document.selection import Selection, Unit
from mlp_studio.engine import activations
from mlp_studio.project import edits
from mlp_studio.project.model import Layer
from mlp_studio.ui.conventions import activation_name
from mlp_studio.ui.naming import few, unit_name
from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.panels.fields import NumberField, TextField, as_given
from mlp_studio.ui.panels.inspector.activation_view import ActivationView
from mlp_studio.ui.panels.inspector.page import Page, for_each
from mlp_studio.ui.panels.inspector.passing import PassNumbers
from mlp_studio.ui.panels.inspector.unit_figures import UnitFigures
from mlp_studio.ui.panels.labels import RoleLabel, silent
from mlp_studio.ui.theme import ThemeModel


class UnitsPage(Page):
    """The unit's current z is marked on the plot of its activation; below stand z, a and δ."""

    def __init__(
        self,
        document: Document,
        selection: Selection,
        theme: ThemeModel,
        numbers: NumberFormat,
        passing: PassNumbers,
    ) -> None:
        super().__init__(document, selection)
        self._numbers = numbers
        self._passing = passing
        self.name = TextField()
        self.activation = QComboBox()
        self.view = ActivationView(theme, numbers)
        self.bias = NumberField(numbers)
        self.note = RoleLabel("muted")
        self.form.add_all(self.name, self.activation)
        self.form.add_wide(self.view)
        self.form.add(self.bias)
        self.form.add_wide(self.note)
        self.figures = UnitFigures(passing)
        self.form.add_wide(self.figures)
        self.name.entered.connect(self._rename)
        self.activation.activated.connect(self._set_activation)
        self.bias.value_entered.connect(self._set_bias)

    @property
    def units(self) -> list[Unit]:
        """The selected units, top to bottom and layer by layer."""
        order = {layer.id: place for place, layer in enumerate(self.project.layers)}
        return sorted(self.selected.units, key=lambda unit: (order[unit[0]], unit[1]))

    def retarget(self) -> None:
        super().retarget()
        self.name.restore()
        self.bias.restore()

    def retranslate(self) -> None:
        self.form.caption(self.name, self.tr("Name"))
        self.form.caption(self.activation, self.tr("Activation"))
        self.form.caption(self.bias, self.tr("Bias"))
        self.activation.setPlaceholderText(self.tr("several"))

    def refresh(self) -> None:
        units = self.units
        if not units:
            return
        layers = [self.project.layer(layer_id) for layer_id, _ in units]
        self._show_heading(units, layers)
        computes = all(layer.kind == "dense" for layer in layers)
        self.form.setRowVisible(self.activation, computes)
        self.form.setRowVisible(self.view, computes)
        if computes:
            self._show_activation(units, layers)
        biased = computes and all(layer.bias for layer in layers)
        self.form.setRowVisible(self.bias, biased)
        if biased:
            values = {_bias(layer, unit) for layer, (_, unit) in zip(layers, units, strict=True)}
            self.bias.show_value(values.pop() if len(values) == 1 else None)
            self.bias.line.setPlaceholderText(self.tr("several") if len(units) > 1 else "")
        note = self._note(layers, computes=computes, biased=biased)
        self.note.setText(note)
        self.form.setRowVisible(self.note, bool(note))
        self.show_pass()

    def _scaled(self) -> str:
        """How a single input's values are scaled; nothing where they are not."""
        compiled, units = self.document.compiled, self.units
        if compiled is None or compiled.scaler.is_identity or len(units) != 1:
            return ""
        row = compiled.network.layout.rows[units[0][0]].start + units[0][1]
        offset, factor = float(compiled.scaler.offset[row]), float(compiled.scaler.factor[row])
        if offset < 0.0:
            text = self.tr("Scaled: (x + {offset}) / {factor}")
        else:
            text = self.tr("Scaled: (x − {offset}) / {factor}")
        return text.format(
            offset=self._numbers.text(abs(offset)), factor=self._numbers.text(factor)
        )

    def show_pass(self) -> None:
        self.form.setRowVisible(self.figures, self.figures.show_units(self.project, self.units))

    def _note(self, layers: list[Layer], *, computes: bool, biased: bool) -> str:
        """What there is to know about the bias beside its value."""
        if not computes:
            passes_on = self.tr("An input passes the data on: it has nothing to learn.")
            return "\n".join(filter(None, (self._scaled(), passes_on)))
        if not biased:
            return self.tr("This layer has no biases.")
        frozen = {layer.freeze_biases for layer in layers}
        return self.tr("Frozen: training leaves the bias as it is.") if frozen == {True} else ""

    def _show_heading(self, units: list[Unit], layers: list[Layer]) -> None:
        single = len(units) == 1
        self.form.setRowVisible(self.name, single)
        if single:
            (layer,), ((_, unit),) = layers, units
            self.heading.setText(
                self.tr("Unit {number} of {layer}").format(number=unit + 1, layer=layer.title)
            )
            self.name.show_text((layer.unit_names or ("",) * layer.units)[unit])
            self.name.line.setPlaceholderText(unit_name(self.project, layer, unit))
            self.remove.setText(self.tr("Remove the unit"))
        else:
            self.heading.setText(self.tr("{count} units").format(count=len(units)))
            self.remove.setText(self.tr("Remove the units"))

    def _show_activation(self, units: list[Unit], layers: list[Layer]) -> None:
        shared = {layer.activation for layer in layers}
        inherited = self.tr("as the layer ({name})").format(
            name=" / ".join(sorted(map(activation_name, shared)))
        )
        own = {_own(layer, unit) for layer, (_, unit) in zip(layers, units, strict=True)}
        used = {layer.activation_of(unit) for layer, (_, unit) in zip(layers, units, strict=True)}
        with silent(self.activation):
            self.activation.clear()
            self.activation.addItem(inherited, None)
            for name in activations.NAMES:
                self.activation.addItem(activation_name(name), name)
            only = own.pop() if len(own) == 1 else ""
            index = 0 if only is None else self.activation.findData(only) if only else -1
            self.activation.setCurrentIndex(index)
        shown = used.pop() if len(used) == 1 else None
        self.form.setRowVisible(self.view, shown is not None)
        self.view.show_activation(shown, self._passing.z(units[0]) if len(units) == 1 else None)

    def _label_of(self) -> str:
        return few(
            [
                unit_name(self.project, self.project.layer(layer_id), unit)
                for layer_id, unit in self.units
            ]
        )

    def _rename(self, name: str) -> None:
        ((layer_id, unit),) = self.units
        label = self.tr("Name {unit} {name}").format(unit=self._label_of(), name=name)
        reason = self.change(label, edits.set_unit_name, layer_id, unit, name)
        if reason:
            self.message.say("")
            self.name.refuse(reason)

    def _set_activation(self, index: int) -> None:
        name = self.activation.itemData(index)
        if name is None:
            label = self.tr("Let {unit} use its layer's activation").format(unit=self._label_of())
        else:
            label = self.tr("Set activation of {unit} to {name}").format(
                unit=self._label_of(), name=activation_name(name)
            )
        self.change(label, for_each, edits.set_unit_activation, self.units, name)

    def _set_bias(self, value: float) -> None:
        label = self.tr("Set bias of {unit} to {value}").format(
            unit=self._label_of(), value=as_given(self._numbers, value)
        )
        reason = self.change(label, for_each, edits.set_bias, self.units, value)
        if reason:
            self.message.say("")
            self.bias.refuse(reason)


def _bias(layer: Layer, unit: int) -> float:
    return 0.0 if layer.biases is None else float(layer.biases.values[unit])


def _own(layer: Layer, unit: int) -> str | None:
    return layer.unit_activations[unit] if layer.unit_activations else None
