"""A field for the value of each input; a name that comes back has the value it had."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Signal

from mlp_studio.ui.labs.chain import wording
from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.panels.fields import NumberField
from mlp_studio.ui.panels.panel import Form, Panel

_NEW = 1.0
"""The value of an input nobody has given one."""
_LONGEST_NAME = 14


class InputValues(Panel):
    """`changed` when a person gave an input another value."""

    changed = Signal()

    def __init__(self, numbers: NumberFormat) -> None:
        super().__init__()
        self._numbers = numbers
        self._given: dict[str, float] = {}
        self.fields: dict[str, NumberField] = {}
        self._form = Form()
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.addLayout(self._form)
        self.column.addStretch(1)

    @property
    def values(self) -> dict[str, float]:
        """Of the inputs there are now."""
        return {name: self._given.get(name, _NEW) for name in self.fields}

    def give(self, values: Mapping[str, float]) -> None:
        """Set values, also of inputs that are still to come."""
        self._given |= values
        for name, field in self.fields.items():
            field.show_value(self._given.get(name, _NEW))

    def show_inputs(self, names: Sequence[str]) -> None:
        """Fields for these inputs, in their order."""
        if list(names) == list(self.fields):
            return
        while self._form.rowCount():
            self._form.removeRow(0)
        self.fields = {name: self._field(name) for name in names}

    def _field(self, name: str) -> NumberField:
        field = NumberField(self._numbers)
        self._form.add(field)
        self._form.caption(field, wording.shortened(name, _LONGEST_NAME))
        field.show_value(self._given.get(name, _NEW))
        field.value_entered.connect(partial(self._take, name))
        return field

    def _take(self, name: str, value: float) -> None:
        self._given[name] = value
        self.fields[name].show_value(value)
        self.changed.emit()
