"""The panel of training: its controls, how the last run ended, and every setting of a run."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QPushButton, QWidget

from mlp_studio.document.document import Document
from mlp_studio.document.training import TrainingRun
from mlp_studio.engine import losses, optimizers
from mlp_studio.project import edits
from mlp_studio.project.training_rules import RULES
from mlp_studio.ui.conventions import (
    loss_convention,
    loss_name,
    optimizer_name,
    problem_text,
    rule_name,
)
from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.panels.choice import Choice
from mlp_studio.ui.panels.fields import CountBox, NumberField
from mlp_studio.ui.panels.labels import Message, RoleLabel, silent
from mlp_studio.ui.panels.panel import CONTROL_HEIGHT, Form, Panel
from mlp_studio.ui.panels.sliders import LogSlider, SliderField
from mlp_studio.ui.panels.training.changing import Changing
from mlp_studio.ui.panels.training.controls import RunControls
from mlp_studio.ui.panels.training.stopping import ScheduleFields, StoppingFields

_LEAST_RATE, _MOST_RATE = 1e-5, 10.0
_LOWER = 3.0
"""By which a rate that made a run diverge is divided."""
_RATE = "learning_rate"
"""Merges the changes of one pull at the slider."""
SETTINGS = ("momentum", "beta1", "beta2", "alpha", "epsilon", "weight_decay", "lr_decay")
"""Every setting that some optimizer knows, in the order they are shown."""


class TrainingPanel(Panel):
    """Each setting is one undoable change."""

    def __init__(
        self,
        *,
        document: Document,
        run: TrainingRun,
        numbers: NumberFormat,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._run = run
        self._numbers = numbers
        self.controls = RunControls(run, numbers)
        self.message = Message("warning")
        self.remedy = QPushButton()
        self.remedy.setMinimumHeight(CONTROL_HEIGHT)
        self.remedy.hide()
        self.changing = Changing(document, self)
        self.loss = Choice(losses.NAMES, loss_name)
        self.convention = RoleLabel("muted")
        self.rule = Choice(RULES, rule_name)
        self.optimizer = Choice(optimizers.NAMES, optimizer_name)
        self.rate = SliderField(numbers, LogSlider(_LEAST_RATE, _MOST_RATE))
        self.settings = {name: NumberField(numbers, optional=True) for name in SETTINGS}
        self.batch = CountBox(0)
        self.shuffle = QCheckBox()
        self.epochs = CountBox(0)
        self.seed = CountBox(0)
        self.l1 = NumberField(numbers)
        self.l2 = NumberField(numbers)
        self.form = Form()
        self._arrange()
        self.schedule = ScheduleFields(self.form, numbers, self.changing)
        self.stopping = StoppingFields(self.form, numbers, self.changing)
        self._connect()
        self.retranslate()

    def _arrange(self) -> None:
        self.column.addWidget(self.controls)
        self.column.addWidget(self.message)
        self.column.addWidget(self.remedy)
        self.column.addLayout(self.form)
        self.column.addStretch()
        # First what is changed again and again between two runs.
        self.form.add_all(self.rate, self.epochs, self.loss)
        self.form.add_wide(self.convention)
        self.form.add_all(self.rule, self.optimizer, *self.settings.values(), self.batch)
        self.form.add_wide(self.shuffle)
        self.form.add_all(self.seed, self.l1, self.l2)

    def _connect(self) -> None:
        document, run = self._document, self._run
        self.controls.reset_wanted.connect(self._reset)
        self.controls.redraw_wanted.connect(self._redraw)
        self.remedy.clicked.connect(self._lower_rate_and_go_on)
        self.changing.refused.connect(self._say_why_not)
        self.loss.chosen.connect(self._set_loss)
        self.rule.chosen.connect(self._set_rule)
        self.optimizer.chosen.connect(self._set_optimizer)
        self.rate.number.value_entered.connect(self._set_rate)
        self.rate.slider.value_moved.connect(self._slide_rate)
        self.rate.slider.sliderReleased.connect(document.end_merge)
        for field in self.settings.values():
            field.value_entered.connect(self._set_setting)
            field.emptied.connect(self._clear_setting)
        for count in (self.batch, self.epochs, self.seed):
            count.editingFinished.connect(document.end_merge)
        self.batch.count_changed.connect(self._set_batch)
        self.shuffle.clicked.connect(self._set_shuffle)
        self.epochs.count_changed.connect(self._set_epochs)
        self.seed.count_changed.connect(self._set_seed)
        self.l1.value_entered.connect(self._set_l1)
        self.l2.value_entered.connect(self._set_l2)
        for signal in (
            document.training_changed,
            document.loss_changed,
            document.compiled_changed,
            document.replaced,
        ):
            signal.connect(self._show)
        run.started.connect(self._show_state)
        run.finished.connect(self._show_end)

    def retranslate(self) -> None:
        caption = self.form.caption
        caption(self.loss, self.tr("Loss"))
        caption(self.rule, self.tr("Rule"))
        caption(self.optimizer, self.tr("Optimizer"))
        caption(self.rate, self.tr("Learning rate η"))
        self.rate.slider.setAccessibleName(self.tr("Learning rate, on a logarithmic scale"))
        for name, text in self._setting_names().items():
            caption(self.settings[name], text)
        caption(self.batch, self.tr("Batch size"))
        caption(self.epochs, self.tr("Epochs"))
        caption(self.seed, self.tr("Seed"))
        caption(self.l1, self.tr("L1 penalty"))
        caption(self.l2, self.tr("L2 penalty"))
        self.batch.setSpecialValueText(self.tr("all samples"))
        self.shuffle.setText(self.tr("Shuffle each epoch"))
        self.seed.setToolTip(
            self.tr("Decides the first weights, the order of the samples and the split")
        )
        self.schedule.retranslate()
        self.stopping.retranslate()
        self.controls.retranslate()
        for choice in (self.loss, self.rule, self.optimizer):
            choice.retranslate()
        self._show()

    def _setting_names(self) -> dict[str, str]:
        return {
            "momentum": self.tr("Momentum μ"),
            "beta1": self.tr("Mean decay β₁"),
            "beta2": self.tr("Square decay β₂"),
            "alpha": self.tr("Smoothing α"),
            "epsilon": self.tr("Epsilon ε"),
            "weight_decay": self.tr("Weight decay λ"),
            "lr_decay": self.tr("Rate decay"),
        }

    def _show(self) -> None:
        project = self._document.project
        training, optimizer = project.training, project.training.optimizer
        self.loss.show_name(project.loss)
        self.rule.show_name(training.rule)
        self.optimizer.show_name(optimizer.name)
        with silent(self.shuffle):
            self.shuffle.setChecked(training.shuffle)
        with silent(self.batch, self.epochs, self.seed):
            self.batch.setValue(training.batch_size or 0)
            self.epochs.setValue(training.epochs)
            self.seed.setValue(training.seed)
        self.convention.setText(loss_convention(project.loss))
        self.shuffle.setEnabled(training.batch_size is not None)
        self.rate.show_value(optimizer.learning_rate)
        known = optimizers.SETTINGS[optimizer.name]
        for name, field in self.settings.items():
            self.form.setRowVisible(field, name in known)
            if name in known:
                field.line.setPlaceholderText(self._numbers.exact(known[name]))
                field.show_value(getattr(optimizer, name))
        self.l1.show_value(training.penalty.l1)
        self.l2.show_value(training.penalty.l2)
        self.schedule.show_schedule(training.schedule)
        self.stopping.show_training(training)
        self._show_state()

    def _show_state(self) -> None:
        """What the buttons would do now, and why Train cannot be pressed if it cannot."""
        problems = self._document.problems
        has_weights = bool(self._document.project.links)
        self.controls.show_state(ready=not problems, has_weights=has_weights)
        self.remedy.hide()
        reasons = [problem_text(problem) for problem in problems]
        self.message.set_role("warning")
        self.message.say("\n".join(reasons))

    def _show_end(self, reason: str) -> None:
        """Say how the run ended, if it ended by itself."""
        self._show_state()
        snapshot = self._run.latest
        if reason == "diverged" and snapshot is not None and snapshot.divergence is not None:
            text = self.tr(
                "Training diverged: in epoch {epoch} the numbers of {layer} grew beyond all "
                "bounds. A smaller learning rate takes smaller steps."
            )
            where = snapshot.divergence
            layer = self._document.project.layer(where.layer).title
            self.message.set_role("error")
            self.message.say(text.format(epoch=where.epoch, layer=layer))
            self._offer_remedy()
        elif reason in ("converged", "early_stop"):
            texts = {
                "converged": self.tr("Converged: the loss is below the limit that was set."),
                "early_stop": self._stopped_early(),
            }
            self.message.set_role("ok")
            self.message.say(texts[reason])

    def _stopped_early(self) -> str:
        split = self._document.compiled.split if self._document.compiled else None
        if split is not None and len(split.validation):
            return self.tr("Stopped early: the validation loss no longer improves.")
        if split is not None and not len(split.test):
            return self.tr("Stopped early: the training loss no longer improves.")
        return self.tr("Stopped early: the test loss no longer improves.")

    def _offer_remedy(self) -> None:
        rate, best = self._lower_rate, self._run.best_epoch()
        text = self.tr("Set η to {rate}, go on from epoch {epoch}")
        self.remedy.setText(text.format(rate=self._numbers.text(rate), epoch=best or 0))
        self.remedy.setToolTip(
            self.tr(
                "Back to the weights of the smallest loss, on with a third of the learning rate"
            )
        )
        self.remedy.show()

    @property
    def _lower_rate(self) -> float:
        return float(f"{self._document.project.training.optimizer.learning_rate / _LOWER:.1e}")

    def _lower_rate_and_go_on(self) -> None:
        rate, best = self._lower_rate, self._run.best_epoch()
        if best is not None and self._run.can_rewind:
            self._run.rewind(best)
        self.changing.change(self._rate_label(rate), edits.set_optimizer, learning_rate=rate)
        self._run.start()

    def _say_why_not(self, reason: str) -> None:
        """A change was refused: show what holds."""
        self._show()
        self.message.set_role("error")
        self.message.say(reason)

    def _reset(self) -> None:
        self.changing.change(self.tr("Reset to the initial weights"), edits.reset_parameters)

    def _redraw(self) -> None:
        seed = self._document.project.training.seed + 1
        self.changing.change(
            self.tr("Draw new weights from seed {seed}").format(seed=seed),
            edits.redraw_parameters,
            seed,
        )

    def _set_loss(self, name: str) -> None:
        label = self.tr("Set the loss to {name}").format(name=loss_name(name))
        self.changing.change(label, edits.set_loss, name)

    def _set_rule(self, name: str) -> None:
        label = self.tr("Set the rule to {name}").format(name=rule_name(name))
        self.changing.change(label, edits.set_training, rule=name)

    def _set_optimizer(self, name: str) -> None:
        label = self.tr("Set the optimizer to {name}").format(name=optimizer_name(name))
        self.changing.change(label, edits.set_optimizer, name=name)

    def _set_rate(self, rate: float) -> None:
        self.changing.change_typed(
            self.rate.number, self._rate_label(rate), edits.set_optimizer, learning_rate=rate
        )

    def _slide_rate(self, rate: float) -> None:
        label = self._rate_label(rate)
        self.changing.change_merged(_RATE, label, edits.set_optimizer, learning_rate=rate)

    def _rate_label(self, rate: float) -> str:
        return self.tr("Set the learning rate to {rate}").format(rate=self._numbers.exact(rate))

    def _set_setting(self, value: float) -> None:
        self._change_setting(value)

    def _clear_setting(self) -> None:
        self._change_setting(None)

    def _change_setting(self, value: float | None) -> None:
        """A setting of the optimizer; None means its default again."""
        name, field = next(
            (name, field) for name, field in self.settings.items() if field is self.sender()
        )
        label = self.tr("Set {setting}").format(setting=self._setting_names()[name])
        self.changing.change_typed(field, label, edits.set_optimizer, **{name: value})

    def _count(self, label: str, **changes: int | None) -> None:
        """A count set by its arrows."""
        (name,) = changes
        self.changing.change_merged(name, label, edits.set_training, **changes)

    def _set_batch(self, size: int) -> None:
        self._count(self.tr("Set the batch size"), batch_size=size if size else None)

    def _set_shuffle(self, on: bool) -> None:
        label = self.tr("Shuffle the samples") if on else self.tr("Keep the samples' order")
        self.changing.change(label, edits.set_training, shuffle=on)

    def _set_epochs(self, epochs: int) -> None:
        self._count(self.tr("Set the epochs to {count}").format(count=epochs), epochs=epochs)

    def _set_seed(self, seed: int) -> None:
        self._count(self.tr("Set the seed to {seed}").format(seed=seed), seed=seed)

    def _set_l1(self, value: float) -> None:
        self.changing.change_typed(
            self.l1, self.tr("Set the L1 penalty"), edits.set_penalty, l1=value
        )

    def _set_l2(self, value: float) -> None:
        self.changing.change_typed(
            self.l2, self.tr("Set the L2 penalty"), edits.set_penalty, l2=value
        )
