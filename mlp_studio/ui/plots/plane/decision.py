"""The decision view: what the network answers at every place of the plane, and where it errs."""

from __future__ import annotations

from contextlib import nullcontext
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QWidget

from mlp_studio.document.document import Document
from mlp_studio.document.live import LiveWeights, Samples
from mlp_studio.document.stepper import StepCursor
from mlp_studio.project.compile import Compiled
from mlp_studio.project.model import Dataset
from mlp_studio.ui.column_choice import narrow_box
from mlp_studio.ui.naming import unit_name
from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.plots.plane.chrome import Entry, Face
from mlp_studio.ui.plots.plane.content import (
    ClassRegions,
    Content,
    OutputCurve,
    probability_map,
    value_map,
)
from mlp_studio.ui.plots.plane.layers import Busy, Place
from mlp_studio.ui.plots.plane.legend_marks import LegendMarks
from mlp_studio.ui.plots.plane.pin import Pin
from mlp_studio.ui.plots.plane.plot import REACH
from mlp_studio.ui.plots.plane.section import Inputs, Section
from mlp_studio.ui.plots.plane.subject import Subject
from mlp_studio.ui.plots.plane.view import PlaneView
from mlp_studio.ui.theme import ThemeModel

Array = NDArray[Any]

_MOST_OUTPUTS = 4
"""More are not written beside a pin; the largest is."""


class DecisionView(PlaneView):
    """A click on a sample takes it to the stepper; elsewhere it sets a pin, which predicts."""

    def __init__(
        self,
        *,
        document: Document,
        live: LiveWeights,
        cursor: StepCursor,
        theme: ThemeModel,
        numbers: NumberFormat,
        while_painting: Busy = nullcontext,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            document=document,
            live=live,
            theme=theme,
            numbers=numbers,
            while_painting=while_painting,
            parent=parent,
        )
        self._cursor = cursor
        self.output = narrow_box()
        self.output.hide()
        self.column.insertWidget(1, self.output)
        self.output.activated.connect(self._renew)
        self.plot.clicked.connect(self._on_clicked)
        cursor.trace_changed.connect(self._on_cursor)
        self._pinned: Place | None = None
        self.retranslate()

    def retranslate(self) -> None:
        self.plot.setAccessibleName(self.tr("Decision view"))
        self.output.setAccessibleName(self.tr("Output shown"))
        self.output.setToolTip(self.tr("Output shown"))
        super().retranslate()

    @property
    def pin(self) -> Pin | None:
        """Where a prediction is shown, and its numbers as they are written."""
        return self.plot.pin

    def _particulars(self, compiled: Compiled, data: Dataset) -> tuple[object, ...]:
        self._offer_outputs(compiled)
        held = self._cursor.sample if len(data.columns) > 2 else None
        return (self.columns.pair, self.output.currentIndex(), held)

    def _offer_outputs(self, compiled: Compiled) -> None:
        """A choice where several outputs cannot be shown at once."""
        samples = self._live.samples
        assert samples is not None
        names = self._output_names(compiled)
        as_regions = samples.task.kind == "multiclass" and self.columns.pair[1] is not None
        count = 0 if as_regions or len(names) == 1 else len(names)
        texts = [self.tr("output {name}").format(name=name) for name in names[:count]]
        if texts != [self.output.itemText(at) for at in range(self.output.count())]:
            with QSignalBlocker(self.output):
                before = self.output.currentIndex()
                self.output.clear()
                self.output.addItems(texts)
                self.output.setCurrentIndex(before if 0 <= before < count else min(0, count - 1))
        self.output.setVisible(count > 0)

    @property
    def _output(self) -> int:
        return max(self.output.currentIndex(), 0)

    def _output_names(self, compiled: Compiled) -> list[str]:
        project = self._document.project
        layer = project.layer(compiled.network.layout.output)
        return [unit_name(project, layer, unit) for unit in range(layer.units)]

    def _held(self, data: Dataset) -> Array:
        return np.asarray(data.inputs.values[self._row_held(data)])

    def _row_held(self, data: Dataset) -> int:
        return min(self._cursor.sample, len(data.inputs) - 1)

    def _content(
        self, compiled: Compiled, samples: Samples, inputs: Inputs, section: Section
    ) -> Content:
        task = samples.task
        if section.is_line:
            across = section.extent[0], section.extent[1]
            threshold = task.threshold if task.kind == "binary" else None
            return OutputCurve(inputs, across, samples.targets, self._output, threshold)
        if task.kind == "binary":
            return probability_map(task)
        if task.kind == "multiclass":
            return ClassRegions(compiled.network.units_of_output)
        return value_map(samples.targets, self._output)

    def _adopt(self, subject: Subject) -> None:
        before = self._subject
        if before is not None and not before.is_same_plane(subject):
            self._pinned = None
        super()._adopt(subject)

    def _compute(self, parameters: Array) -> None:
        super()._compute(parameters)
        subject = self._subject
        if subject is not None and subject.section.is_line and self._live.is_running:
            # The pin rides on the curve.
            self._write_pin(subject, parameters)

    def _wrong(self, subject: Subject, parameters: Array) -> NDArray[np.bool_] | None:
        """Which samples of the cloud get another class than they should; None for numbers."""
        cloud, samples = subject.cloud, subject.samples
        if cloud.labels is None:
            return None
        with np.errstate(all="ignore"):
            outputs = subject.compiled.network.predict(parameters, samples.inputs[cloud.rows])
        wrong: NDArray[np.bool_] = samples.task.labels(outputs) != cloud.labels
        return wrong

    def _judge(self, subject: Subject, parameters: Array) -> None:
        super()._judge(subject, parameters)
        self.plot.show_wrong(self._wrong(subject, parameters))
        self._write_pin(subject, parameters)
        self.plot.set_current(self._place_of(self._cursor.sample))

    def _write_pin(self, subject: Subject, parameters: Array) -> None:
        if self._pinned is None:
            self.plot.set_pin(None)
            return
        outputs = self._outputs_at(subject, parameters, self._pinned)
        lines = [*subject.at_text(self._numbers, self._pinned), *self._answer(subject, outputs)]
        x, y = self._pinned
        if subject.section.is_line:
            y = float(outputs[self._output])
            y = y if np.isfinite(y) else self._pinned[1]
        self.plot.set_pin(Pin(x, y, tuple(lines)))

    def _outputs_at(self, subject: Subject, parameters: Array, place: Place) -> Array:
        """What the network gives at one place, (outputs,)."""
        return np.asarray(subject.inputs.outputs(parameters, np.array([place]))[0])

    def _answer(self, subject: Subject, outputs: Array) -> list[str]:
        """The outputs, and the class they mean."""
        names = self._output_names(subject.compiled)
        task = subject.samples.task
        chosen = list(range(len(names)))
        if len(names) > _MOST_OUTPUTS:
            largest = int(np.nan_to_num(outputs, nan=-np.inf).argmax())
            chosen = [largest if task.kind == "multiclass" else self._output]
        lines = [f"{names[at]} = {self._numbers.text(float(outputs[at]))}" for at in chosen]
        if task.is_classification:
            label = int(task.labels(outputs[None])[0])
            lines.append(f"→ {self._class_name(label)}")
        return lines

    def _reading(self, subject: Subject, parameters: Array, place: Place) -> str:
        outputs = self._outputs_at(subject, parameters, place)
        at = place if not subject.section.is_line else (place[0], 0.0)
        parts = [*subject.at_text(self._numbers, at), *self._answer(subject, outputs)]
        row = self.plot.pointed_row
        if row is not None:
            parts.append(self._sample_name(subject, row))
        return " · ".join(parts).replace(" · →", " →")

    def _sample_name(self, subject: Subject, row: int) -> str:
        if row in subject.samples.test_rows:
            return self.tr("sample {number}, for testing").format(number=row + 1)
        if row in subject.samples.validation_rows:
            return self.tr("sample {number}, for validation").format(number=row + 1)
        return self.tr("sample {number}").format(number=row + 1)

    def _hint(self) -> str:
        subject = self._subject
        if subject is not None and len(subject.cloud) < len(subject.data.inputs):
            return self.tr("{shown} of {count} samples are drawn.").format(
                shown=f"{len(subject.cloud):,}", count=f"{len(subject.data.inputs):,}"
            )
        return self.tr("Click samples to step, elsewhere to predict.")

    def _made_face(self, subject: Subject) -> Face:
        names = self._output_names(subject.compiled)
        bar_name = names[min(self._output, len(names) - 1)]
        if isinstance(subject.content, ClassRegions):
            bar_name = self.tr("lead")
        note = ""
        held = subject.held_text(self._numbers)
        if held:
            row = self._row_held(subject.data)
            note = self.tr("As in sample {number}: {values}").format(number=row + 1, values=held)
        up = self.tr("{name}, target").format(name=names[min(self._output, len(names) - 1)])
        return self._base_face(subject, up, bar_name, note)

    def _legend(self, subject: Subject) -> list[Entry]:
        entries = super()._legend(subject)
        marks = LegendMarks(self._theme.theme, self.devicePixelRatio(), subject.cloud)
        if subject.cloud.labels is not None:
            entries.append(Entry(marks.ring("error"), self.tr("ringed: wrong")))
        entries.append(Entry(marks.ring("accent"), self.tr("in the stepper")))
        return entries

    def _on_cursor(self) -> None:
        """The stepper's sample may be another one."""
        subject = self._subject
        if subject is None or not self.sight or subject.compiled is not self._live.compiled:
            return
        if len(subject.data.columns) > 2:
            self._refresh()
        else:
            self.plot.set_current(self._place_of(self._cursor.sample))

    def _on_clicked(self, x: float, y: float, row: int | None) -> None:
        subject, parameters = self._subject, self._parameters
        if subject is None or parameters is None:
            return
        if row is not None:
            self._take_sample(subject, row)
            return
        self._pinned = None if self._is_at_pin(x, y) else (x, y)
        self._write_pin(subject, parameters)

    def _is_at_pin(self, x: float, y: float) -> bool:
        pin, frame = self.plot.pin, self.plot.frame
        if pin is None or frame is None:
            return False
        away = frame.at(x, y) - frame.at(pin.x, pin.y)
        return bool(np.hypot(away.x(), away.y()) <= REACH)

    def _take_sample(self, subject: Subject, row: int) -> None:
        if row in subject.samples.test_rows:
            self._say(
                self.tr(
                    "Sample {number} is set aside for testing: it is in no pass to step through."
                ).format(number=row + 1)
            )
        elif row in subject.samples.validation_rows:
            self._say(
                self.tr(
                    "Sample {number} is set aside for validation: it is in no pass to step through."
                ).format(number=row + 1)
            )
        else:
            self._cursor.set_sample(row)

    def _show_nothing(self, text: str) -> None:
        self._pinned = None
        super()._show_nothing(text)

    def _dismiss(self) -> None:
        self._pinned = None
        self.plot.set_pin(None)
        super()._dismiss()
