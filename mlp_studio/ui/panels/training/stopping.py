"""When a run ends by itself, how the learning rate changes meanwhile, and what bounds a step."""

from __future__ import annotations

from PySide6.QtCore import QObject

from mlp_studio.engine import schedules
from mlp_studio.engine.spec import ScheduleSpec, TrainingSpec
from mlp_studio.project import edits
from mlp_studio.ui.conventions import schedule_name
from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.panels.choice import Choice
from mlp_studio.ui.panels.fields import CountBox, NumberField
from mlp_studio.ui.panels.labels import silent
from mlp_studio.ui.panels.panel import Form
from mlp_studio.ui.panels.training.changing import Changing

_KNOWN: dict[str, tuple[str, ...]] = {
    "constant": (),
    "step": ("step_size", "gamma"),
    "exponential": ("step_size", "gamma"),
    "cosine": ("total_steps", "minimum"),
}
"""The settings that each schedule looks at, besides the warm-up."""
_COUNTS = ("warmup_steps", "step_size", "total_steps")
_LIMITS = ("converge_below", "min_delta", "clip_norm")


class ScheduleFields(QObject):
    """The learning rate over the steps: only what the chosen schedule knows is shown."""

    def __init__(self, form: Form, numbers: NumberFormat, changing: Changing) -> None:
        super().__init__(changing)
        self._form = form
        self._changing = changing
        self.name = Choice(schedules.NAMES, schedule_name)
        self.counts = {name: CountBox(1 if name != "warmup_steps" else 0) for name in _COUNTS}
        self.numbers = {name: NumberField(numbers) for name in ("gamma", "minimum")}
        form.add_all(self.name, *self.counts.values(), *self.numbers.values())
        self.name.chosen.connect(self._set_name)
        for name, box in self.counts.items():
            box.count_changed.connect(self._set_count)
            box.setObjectName(name)
        for field in self.numbers.values():
            field.value_entered.connect(self._set_number)

    def retranslate(self) -> None:
        self.name.retranslate()
        self._form.caption(self.name, self.tr("Schedule of η"))
        names = self._names()
        for name, field in (self.counts | self.numbers).items():
            self._form.caption(field, names[name])
        self.counts["warmup_steps"].setSpecialValueText(self.tr("none"))
        for box in self.counts.values():
            box.setSuffix(self.tr(" updates"))
        self.numbers["minimum"].setToolTip(self.tr("Of the learning rate that is set"))

    def show_schedule(self, schedule: ScheduleSpec) -> None:
        self.name.show_name(schedule.name)
        known = ("warmup_steps", *_KNOWN[schedule.name])
        for name, box in self.counts.items():
            self._form.setRowVisible(box, name in known)
            with silent(box):
                box.setValue(getattr(schedule, name))
        for name, field in self.numbers.items():
            self._form.setRowVisible(field, name in known)
            field.show_value(getattr(schedule, name))

    def _names(self) -> dict[str, str]:
        return {
            "warmup_steps": self.tr("Warm-up"),
            "step_size": self.tr("Decay every"),
            "total_steps": self.tr("Minimum after"),
            "gamma": self.tr("Decay factor γ"),
            "minimum": self.tr("Minimum share"),
        }

    def _set_name(self, name: str) -> None:
        label = self.tr("Set the schedule to {name}").format(name=schedule_name(name))
        self._changing.change(label, edits.set_schedule, name=name)

    def _set_count(self, count: int) -> None:
        name = next(name for name, box in self.counts.items() if box is self.sender())
        label = self.tr("Set {setting}").format(setting=self._names()[name])
        self._changing.change_merged(name, label, edits.set_schedule, **{name: count})

    def _set_number(self, value: float) -> None:
        name, field = next(each for each in self.numbers.items() if each[1] is self.sender())
        label = self.tr("Set {setting}").format(setting=self._names()[name])
        self._changing.change_typed(field, label, edits.set_schedule, **{name: value})


class StoppingFields(QObject):
    """Limits that end a run, and the bound on the gradient's norm; empty for none."""

    def __init__(self, form: Form, numbers: NumberFormat, changing: Changing) -> None:
        super().__init__(changing)
        self._form = form
        self._changing = changing
        self.patience = CountBox(0)
        self.limits = {name: NumberField(numbers, optional=name != "min_delta") for name in _LIMITS}
        form.add_all(
            self.limits["converge_below"],
            self.patience,
            self.limits["min_delta"],
            self.limits["clip_norm"],
        )
        self.patience.count_changed.connect(self._set_patience)
        for field in self.limits.values():
            field.value_entered.connect(self._set_limit)
            field.emptied.connect(self._clear_limit)

    def retranslate(self) -> None:
        names = self._names()
        for name, field in self.limits.items():
            self._form.caption(field, names[name])
            field.line.setPlaceholderText(self.tr("none"))
        for name, text in {
            "converge_below": self.tr("A run ends once the training loss is below this"),
            "min_delta": self.tr("A smaller gain counts as none"),
            "clip_norm": self.tr("A longer gradient is shortened to this length"),
        }.items():
            self.limits[name].setToolTip(text)
        self._form.caption(self.patience, self.tr("Patience"))
        self.patience.setSpecialValueText(self.tr("never"))
        self.patience.setSuffix(self.tr(" epochs"))
        self.patience.setToolTip(
            self.tr(
                "Early stopping: by the validation loss; without such a part by the test loss, "
                "and without that by the training loss"
            )
        )

    def show_training(self, training: TrainingSpec) -> None:
        with silent(self.patience):
            self.patience.setValue(training.patience or 0)
        for name, field in self.limits.items():
            field.show_value(getattr(training, name))
        self._form.setRowVisible(self.limits["min_delta"], training.patience is not None)

    def _names(self) -> dict[str, str]:
        return {
            "converge_below": self.tr("Converged below"),
            "min_delta": self.tr("Least gain"),
            "clip_norm": self.tr("Clip norm"),
        }

    def _set_patience(self, count: int) -> None:
        label = self.tr("Set early stopping")
        self._changing.change_merged(
            "patience", label, edits.set_training, patience=count if count else None
        )

    def _set_limit(self, value: float) -> None:
        self._change_limit(value)

    def _clear_limit(self) -> None:
        self._change_limit(None)

    def _change_limit(self, value: float | None) -> None:
        name, field = next(each for each in self.limits.items() if each[1] is self.sender())
        label = self.tr("Set {setting}").format(setting=self._names()[name])
        self._changing.change_typed(field, label, edits.set_training, **{name: value})
