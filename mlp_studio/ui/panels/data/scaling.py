"""The choice of a scaling, and what it does to a number, in sight."""

from __future__ import annotations

from PySide6.QtCore import QObject

from mlp_studio.document.document import Document
from mlp_studio.engine.scaling import Scaler
from mlp_studio.project import edits
from mlp_studio.project.model import SCALINGS, Dataset, Project, Scaling
from mlp_studio.project.parting import parting_problems, scaler_of, split_of
from mlp_studio.ui.naming import unit_name
from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.panels.attempt import attempt
from mlp_studio.ui.panels.choice import Choice
from mlp_studio.ui.panels.fields import as_given
from mlp_studio.ui.panels.labels import Message
from mlp_studio.ui.panels.panel import Form


class ScalingFields(QObject):
    """Puts its fields into a form."""

    def __init__(
        self, form: Form, document: Document, numbers: NumberFormat, message: Message
    ) -> None:
        super().__init__(document)
        self._form = form
        self._document = document
        self._numbers = numbers
        self._message = message
        self.choice = Choice(SCALINGS, self._shown)
        self.sentence = Message("muted")
        form.add(self.choice)
        form.addRow(self.sentence)
        self.choice.chosen.connect(self._set)
        numbers.changed.connect(self.show_scaling)

    def retranslate(self) -> None:
        self._form.caption(self.choice, self.tr("Scaling"))
        self.choice.retranslate()

    def show_scaling(self) -> None:
        """Show the scaling of now, and what it does to the first input."""
        data = self._document.project.data
        self._form.setRowVisible(self.choice, data is not None)
        self.choice.show_name(None if data is None else data.scaling)
        sentence = "" if data is None else self._example(data)
        self.sentence.say(sentence)
        self._form.setRowVisible(self.sentence, bool(sentence))

    def _shown(self, scaling: str) -> str:
        return {
            "none": self.tr("as they are"),
            "standard": self.tr("standardised"),
            "min_max": self.tr("from 0 to 1"),
        }[scaling]

    def _example(self, data: Dataset) -> str:
        if data.scaling == "none":
            return ""
        scaler = self._scaler(data)
        if scaler is None:
            return ""
        offset, factor = float(scaler.offset[0]), float(scaler.factor[0])
        sign = "−" if offset >= 0 else "+"
        return self.tr(
            "{name}: (x {sign} {offset}) / {factor}, fitted on the training samples"
        ).format(
            name=self._first(data),
            sign=sign,
            offset=as_given(self._numbers, abs(offset)),
            factor=as_given(self._numbers, factor),
        )

    def _scaler(self, data: Dataset) -> Scaler | None:
        """The one in use; without a network that runs, the one for the columns themselves."""
        compiled = self._document.compiled
        if compiled is not None:
            return compiled.scaler
        training = self._document.project.training
        if parting_problems(data, training):
            return None
        return scaler_of(data, data.inputs.values, split_of(data, training))

    def _first(self, data: Dataset) -> str:
        """What the scaler's first number belongs to."""
        project: Project = self._document.project
        if self._document.compiled is None:
            return data.columns[0]
        layer = next(layer for layer in project.layers if layer.kind == "input")
        return unit_name(project, layer, 0)

    def _set(self, scaling: Scaling) -> None:
        label = self.tr("Scale the inputs: {how}").format(how=self._shown(scaling))
        self._message.say(attempt(self._document, label, edits.set_scaling, scaling))
