"""The settings that a built-in data set has: with each change its data are made anew."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QComboBox

from mlp_studio.document.document import Document
from mlp_studio.engine.expressions import ExpressionError
from mlp_studio.engine.spec import SpecError
from mlp_studio.engine.tasks import task_of
from mlp_studio.project import builtin, edits
from mlp_studio.project.model import Dataset, Generator
from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.panels.attempt import attempt, attempt_merged
from mlp_studio.ui.panels.data.share import ShareField
from mlp_studio.ui.panels.fields import CountBox, TextField
from mlp_studio.ui.panels.labels import Message, silent
from mlp_studio.ui.panels.panel import Form
from mlp_studio.ui.panels.sliders import LinearSlider, SliderField

_MOST_NOISE = 0.5
_MOST_SAMPLES = 100_000
_LEAST_SHARE, _MOST_SHARE = 5, 95
_NOISE = "noise"
_SAMPLES = "samples"
_SEED = "data seed"
_BALANCE = "balance"


class RecipeFields(QObject):
    """Puts its fields into a form; the same settings give the same data."""

    def __init__(
        self, form: Form, document: Document, numbers: NumberFormat, message: Message
    ) -> None:
        super().__init__(document)
        self._form = form
        self._document = document
        self._message = message
        self.targets = QComboBox()
        self.formula = TextField()
        self.classes = CountBox(2, 2)
        self.samples = CountBox(1, _MOST_SAMPLES)
        self.noise = SliderField(numbers, LinearSlider(0.0, _MOST_NOISE))
        self.balance = ShareField(_LEAST_SHARE, _MOST_SHARE)
        self.seed = CountBox(0)
        form.add_all(*self._fields())
        self._connect()

    def _fields(self) -> tuple[Any, ...]:
        return (
            self.formula,
            self.classes,
            self.samples,
            self.noise,
            self.balance,
            self.targets,
            self.seed,
        )

    def _connect(self) -> None:
        document = self._document
        self.targets.activated.connect(self._set_targets)
        self.formula.entered.connect(self._set_formula)
        self.classes.count_changed.connect(self._set_classes)
        self.samples.count_changed.connect(self._set_samples)
        self.noise.number.value_entered.connect(self._set_noise)
        self.noise.slider.value_moved.connect(self._slide_noise)
        self.noise.slider.sliderReleased.connect(document.end_merge)
        self.balance.moved.connect(self._slide_balance)
        self.balance.released.connect(document.end_merge)
        self.seed.count_changed.connect(self._set_seed)
        for count in (self.samples, self.seed):
            count.editingFinished.connect(document.end_merge)

    def retranslate(self) -> None:
        caption = self._form.caption
        caption(self.targets, self.tr("Targets"))
        caption(self.formula, self.tr("Curve over x1"))
        caption(self.classes, self.tr("Classes"))
        caption(self.samples, self.tr("Samples"))
        caption(self.noise, self.tr("Noise"))
        self.noise.slider.setAccessibleName(self.tr("Noise"))
        caption(self.balance, self.tr("Balance"))
        caption(self.seed, self.tr("Seed"))
        with silent(self.targets):
            self.targets.clear()
            self.targets.addItem(self.tr("0 and 1"), 0.0)
            self.targets.addItem(self.tr("−1 and 1"), -1.0)

    def show_recipe(self, data: Dataset | None) -> None:
        """Show exactly the settings that the set of these data has."""
        generator = None if data is None else data.generator
        chosen = None if generator is None else _known(generator.name)
        if data is None or generator is None or chosen is None:
            for field in self._fields():
                self._form.setRowVisible(field, False)
            return
        is_exact = _is_exact(chosen, generator)
        for field, is_shown in (
            (self.formula, chosen.has_formula),
            (self.classes, chosen.classes is not None),
            (self.samples, chosen.has_samples),
            (self.noise, chosen.has_noise),
            (self.balance, chosen.has_balance and not is_exact),
            (self.targets, task_of(data.targets.values).kind == "binary"),
            (self.seed, True),
        ):
            self._form.setRowVisible(field, is_shown)
        self.samples.setEnabled(not is_exact)
        # Of real data there are no more samples than were measured.
        most = chosen.default.samples if chosen.group == "real" else _MOST_SAMPLES
        with silent(self.samples, self.seed, self.classes, self.targets):
            self.samples.setMaximum(most)
            self.samples.setValue(data.samples if is_exact else generator.samples)
            self.seed.setValue(generator.seed)
            if chosen.classes is not None:
                self.classes.setRange(*chosen.classes)
                self.classes.setValue(generator.classes)
            self.targets.setCurrentIndex(self.targets.findData(_low(data)))
        self.noise.show_value(generator.noise)
        self.formula.show_text(generator.formula)
        self._show_balance(data, generator)

    def _show_balance(self, data: Dataset, generator: Generator) -> None:
        even = round(100 / _classes(data))
        if generator.balance is None:
            sentence = self.tr("all classes alike")
        else:
            sentence = self.tr("{percent} % in the first class").format(
                percent=round(100 * generator.balance)
            )
        share = even if generator.balance is None else round(100 * generator.balance)
        self.balance.show_share(share, sentence)

    def choose(self, name: str, title: str) -> None:
        """Take another set, with the settings that suit it; what was chosen before goes on."""
        data = self._document.project.data
        old = None if data is None else data.generator
        if old is not None and old.name == name:
            return
        chosen = builtin.find(name)
        new = chosen.default
        if old is not None:
            new = replace(new, seed=old.seed, samples=_samples(old, chosen))
        self._make(self.tr("Take the data set {name}").format(name=title), new)

    def _set_targets(self, index: int) -> None:
        low = self.targets.itemData(index)
        self._make(self.tr("Set the targets"), self._generator(), low=low)

    def _set_formula(self, formula: str) -> None:
        new = replace(self._generator(), formula=formula.strip())
        if reason := self._made(self.tr("Set the curve"), new):
            self.formula.refuse(reason)

    def _set_classes(self, classes: int) -> None:
        new = replace(self._generator(), classes=classes, balance=None)
        self._make(self.tr("Set the number of classes"), new)

    def _set_samples(self, samples: int) -> None:
        new = replace(self._generator(), samples=samples)
        self._make(self.tr("Set the number of samples"), new, _SAMPLES)

    def _set_seed(self, seed: int) -> None:
        new = replace(self._generator(), seed=seed)
        self._make(self.tr("Set the seed of the data"), new, _SEED)

    def _set_noise(self, noise: float) -> None:
        if noise < 0:
            self.noise.number.refuse(self.tr("The noise is 0 or more."))
            return
        self._make(self.tr("Set the noise"), replace(self._generator(), noise=noise))

    def _slide_noise(self, noise: float) -> None:
        self._make(self.tr("Set the noise"), replace(self._generator(), noise=noise), _NOISE)

    def _slide_balance(self, percent: int) -> None:
        data = self._document.project.data
        even = data is not None and percent == round(100 / _classes(data))
        new = replace(self._generator(), balance=None if even else percent / 100)
        self._make(self.tr("Set the balance of the classes"), new, _BALANCE)

    def _make(
        self, label: str, generator: Generator, merge: str = "", low: float | None = None
    ) -> None:
        self._message.say(self._made(label, generator, merge, low))

    def _made(
        self, label: str, generator: Generator, merge: str = "", low: float | None = None
    ) -> str:
        """Take newly made data; changes with the same `merge` become one undo entry.

        The sentence that says why they cannot be made, or "".
        """
        old = self._document.project.data
        try:
            data = _data(generator, _low(old) if low is None else low)
        except ExpressionError as error:
            return self.tr("At character {position}: {reason}").format(
                position=error.position + 1, reason=error.message
            )
        except SpecError as error:
            return str(error)
        if old is not None:
            data = replace(data, scaling=old.scaling)
        if merge:
            return attempt_merged(self._document, merge, label, edits.set_data, data)
        return attempt(self._document, label, edits.set_data, data)

    def _generator(self) -> Generator:
        data = self._document.project.data
        return (data.generator if data else None) or builtin.find("xor").default


def _data(generator: Generator, low: float) -> Dataset:
    """The data of a recipe; `low` is the target for "no", which only two classes have."""
    data = builtin.generated(generator)
    is_binary = task_of(data.targets.values).kind == "binary"
    return builtin.generated(generator, low) if low and is_binary else data


def _samples(old: Generator, chosen: builtin.BuiltIn) -> int:
    """A gate's four samples and those that were measured were not chosen; any other number was."""
    before = _known(old.name)
    was_chosen = before is not None and before.group != "real" and not _is_exact(before, old)
    goes_on = was_chosen and chosen.group != "real" and not _is_exact(chosen, chosen.default)
    return old.samples if goes_on else chosen.default.samples


def _known(name: str) -> builtin.BuiltIn | None:
    """The set of this name; None for one that only another version of the program has."""
    return next((each for each in builtin.SETS if each.name == name), None)


def _is_exact(chosen: builtin.BuiltIn, generator: Generator) -> bool:
    """Whether it makes a truth table: four samples, whatever is asked for."""
    return chosen.group == "gates" and generator.noise == 0


def _classes(data: Dataset) -> int:
    return task_of(data.targets.values).classes or 2


def _low(data: Dataset | None) -> float:
    """−1 where that is the smaller of the two targets."""
    if data is None:
        return 0.0
    task = task_of(data.targets.values)
    return -1.0 if task.kind == "binary" and task.low == -1.0 else 0.0
