"""Data: which set, how much of it, how noisy, and what it looks like."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QPushButton, QSlider, QVBoxLayout, QWidget

from mlp_studio.document.document import Document
from mlp_studio.engine import datasets
from mlp_studio.engine.arrays import FrozenArray
from mlp_studio.project import edits
from mlp_studio.project.model import Dataset, Generator, Project
from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.panels.attempt import attempt, attempt_merged
from mlp_studio.ui.panels.fields import CountBox
from mlp_studio.ui.panels.labels import Message, RoleLabel, silent
from mlp_studio.ui.panels.panel import CONTROL_HEIGHT, Form, Panel
from mlp_studio.ui.panels.scatter import Scatter
from mlp_studio.ui.panels.sliders import LinearSlider, SliderField
from mlp_studio.ui.theme import ThemeModel

_GATES = ("xor", "and", "or", "nand")
_NOISES = dict.fromkeys(_GATES, 0.0) | {
    "circles": 0.1,
    "moons": 0.1,
    "spirals": 0.03,
    "blobs": 0.2,
}
"""The noise each set begins with: enough to look real, and its shape can still be seen."""
_MOST_NOISE = 0.5
_MOST_SAMPLES = 100_000
_MOST_TEST = 90
_NOISE = "noise"
_SAMPLES = "samples"
_SEED = "data seed"
_TEST = "test_fraction"


class DataPanel(Panel):
    """Generated data are made anew with each setting: the same settings give the same data."""

    def __init__(
        self,
        *,
        document: Document,
        theme: ThemeModel,
        numbers: NumberFormat,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self.scatter = Scatter(theme)
        self.facts = RoleLabel("muted")
        self.name = QComboBox()
        self.targets = QComboBox()
        self.samples = CountBox(1, _MOST_SAMPLES)
        self.noise = SliderField(numbers, LinearSlider(0.0, _MOST_NOISE))
        self.seed = CountBox(0)
        self.test = QSlider(Qt.Orientation.Horizontal)
        self.test.setRange(0, _MOST_TEST)
        self.test_share = RoleLabel()
        self.fit = QPushButton()
        self.fit.setMinimumHeight(CONTROL_HEIGHT)
        self.message = Message("error")
        self.form = Form()
        self._arrange()
        self._connect()
        self.retranslate()

    def _arrange(self) -> None:
        test = QWidget()
        column = QVBoxLayout(test)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.test_share)
        column.addWidget(self.test)
        test.setFocusProxy(self.test)
        self._test_row = test
        # What is chosen first stands first, in sight however low the panel is.
        self.choice = Form()
        self.choice.add(self.name)
        self.form.add_all(self.targets, self.samples, self.noise, self.seed, test)
        self.column.addLayout(self.choice)
        self.column.addWidget(self.scatter)
        self.column.addWidget(self.facts)
        self.column.addLayout(self.form)
        self.column.addWidget(self.fit)
        self.column.addWidget(self.message)
        self.column.addStretch()

    def _connect(self) -> None:
        document = self._document
        self.name.activated.connect(self._choose)
        self.targets.activated.connect(self._set_targets)
        self.samples.count_changed.connect(self._set_samples)
        self.noise.number.value_entered.connect(self._set_noise)
        self.noise.slider.value_moved.connect(self._slide_noise)
        self.noise.slider.sliderReleased.connect(document.end_merge)
        self.seed.count_changed.connect(self._set_seed)
        for count in (self.samples, self.seed):
            count.editingFinished.connect(document.end_merge)
        self.test.valueChanged.connect(self._slide_test)
        self.test.sliderReleased.connect(document.end_merge)
        self.fit.clicked.connect(self._fit_network)
        for signal in (
            document.data_changed,
            document.training_changed,
            document.compiled_changed,
            document.replaced,
        ):
            signal.connect(self._show)

    def retranslate(self) -> None:
        caption = self.form.caption
        self.choice.caption(self.name, self.tr("Data set"))
        caption(self.targets, self.tr("Targets"))
        caption(self.samples, self.tr("Samples"))
        caption(self.noise, self.tr("Noise"))
        self.noise.slider.setAccessibleName(self.tr("Noise"))
        caption(self.seed, self.tr("Seed"))
        caption(self._test_row, self.tr("For testing"))
        self.scatter.set_hint(self.tr("Choose a data set above."))
        self.scatter.setAccessibleName(self.tr("Picture of the data"))
        self.fit.setText(self.tr("Fit the network to the data"))
        self.name.setPlaceholderText(self.tr("none"))
        with silent(self.name, self.targets):
            self.name.clear()
            for key, text in self._names().items():
                self.name.addItem(text, key)
            self.targets.clear()
            self.targets.addItem(self.tr("0 and 1"), 0.0)
            self.targets.addItem(self.tr("−1 and 1"), -1.0)
        self._show()

    def _names(self) -> dict[str, str]:
        return {
            "xor": self.tr("XOR"),
            "and": self.tr("AND"),
            "or": self.tr("OR"),
            "nand": self.tr("NAND"),
            "circles": self.tr("Circles"),
            "moons": self.tr("Two moons"),
            "spirals": self.tr("Spirals"),
            "blobs": self.tr("Blobs"),
        }

    def _show(self) -> None:
        project = self._document.project
        data = project.data
        generator = None if data is None else data.generator
        self.scatter.show_data(data)
        self._show_facts(data)
        with silent(self.name, self.targets, self.test):
            self.name.setCurrentIndex(
                -1 if generator is None else self.name.findData(generator.name)
            )
            self.targets.setCurrentIndex(self.targets.findData(_low(data)))
            self.test.setValue(round(project.training.test_fraction * 100))
        self.name.setPlaceholderText(self.tr("none") if data is None else self.tr("given values"))
        percent = f"{project.training.test_fraction * 100:g}"
        self.test_share.setText(self.tr("{percent} % of the samples").format(percent=percent))
        for field in (self.targets, self.samples, self.noise, self.seed):
            self.form.setRowVisible(field, generator is not None)
        self.form.setRowVisible(self._test_row, data is not None)
        if generator is not None:
            self._show_generator(generator)
        self.fit.setVisible(fitted(project) is not project)
        self.message.say("")

    def _show_facts(self, data: Dataset | None) -> None:
        self.facts.setVisible(data is not None)
        if data is not None:
            text = self.tr("samples: {samples} · inputs: {inputs} · targets: {targets}").format(
                samples=f"{data.samples:,}",
                inputs=len(data.columns),
                targets=data.targets.shape[1],
            )
            self.facts.setText(text)

    def _show_generator(self, generator: Generator) -> None:
        exact = _is_exact(generator)
        self.samples.setEnabled(not exact)
        with silent(self.samples, self.seed):
            self.samples.setValue(4 if exact else generator.samples)
            self.seed.setValue(generator.seed)
        self.noise.show_value(generator.noise)

    def _choose(self, index: int) -> None:
        name = str(self.name.itemData(index))
        old = self._generator()
        data = self._document.project.data
        if data is not None and data.generator is not None and data.generator.name == name:
            return
        # A gate's four samples were not chosen; any other number was.
        samples = Generator(name).samples if _is_exact(old) else old.samples
        new = Generator(name, samples, _NOISES[name], old.seed)
        label = self.tr("Take the data set {name}").format(name=self.name.itemText(index))
        self._make(label, new, self._low_target())

    def _set_targets(self, index: int) -> None:
        self._make(self.tr("Set the targets"), self._generator(), self.targets.itemData(index))

    def _set_samples(self, samples: int) -> None:
        old = self._generator()
        new = Generator(old.name, samples, old.noise, old.seed)
        self._make(self.tr("Set the number of samples"), new, self._low_target(), _SAMPLES)

    def _set_seed(self, seed: int) -> None:
        old = self._generator()
        new = Generator(old.name, old.samples, old.noise, seed)
        self._make(self.tr("Set the seed of the data"), new, self._low_target(), _SEED)

    def _set_noise(self, noise: float) -> None:
        if noise < 0:
            self.noise.number.refuse(self.tr("The noise is 0 or more."))
            return
        self._make(self.tr("Set the noise"), self._with_noise(noise), self._low_target())

    def _slide_noise(self, noise: float) -> None:
        self._make(self.tr("Set the noise"), self._with_noise(noise), self._low_target(), _NOISE)

    def _slide_test(self, percent: int) -> None:
        label = self.tr("Keep {percent} % for testing").format(percent=percent)
        attempt_merged(
            self._document, _TEST, label, edits.set_training, test_fraction=percent / 100
        )

    def _fit_network(self) -> None:
        self.message.say(attempt(self._document, self.tr("Fit the network to the data"), fitted))

    def _make(self, label: str, generator: Generator, low: float, merge: str = "") -> None:
        """Take newly made data; changes with the same `merge` become one undo entry."""
        data = generated(generator, low)
        if merge:
            reason = attempt_merged(self._document, merge, label, edits.set_data, data)
        else:
            reason = attempt(self._document, label, edits.set_data, data)
        self.message.say(reason)

    def _generator(self) -> Generator:
        data = self._document.project.data
        return (data.generator if data else None) or Generator("xor", noise=0.0)

    def _with_noise(self, noise: float) -> Generator:
        old = self._generator()
        return Generator(old.name, old.samples, noise, old.seed)

    def _low_target(self) -> float:
        return _low(self._document.project.data)


def generated(generator: Generator, low: float = 0.0) -> Dataset:
    """The data of a recipe; `low` is the target that stands for "no", 0 or −1."""
    columns, inputs, targets = datasets.make(
        generator.name, generator.samples, generator.noise, generator.seed
    )
    scaled = low + (1.0 - low) * targets
    return Dataset(columns, FrozenArray(inputs), FrozenArray(scaled), generator)


def fitted(project: Project) -> Project:
    """The network with as many inputs and outputs as the data, where it is clear which to change.

    That is where one input layer takes the columns as they are, and one layer leads nowhere.
    """
    data = project.data
    if data is None:
        return project
    inputs = [layer for layer in project.layers if layer.kind == "input"]
    sources = {link.source for link in project.links}
    outputs = [
        layer for layer in project.layers if layer.kind == "dense" and layer.id not in sources
    ]
    if len(inputs) == 1 and inputs[0].features is None:
        project = edits.set_units(project, inputs[0].id, len(data.columns))
    if len(outputs) == 1:
        project = edits.set_units(project, outputs[0].id, data.targets.shape[1])
    return project


def _is_exact(generator: Generator) -> bool:
    """Whether it makes a truth table: four samples, whatever is asked for."""
    return generator.name in _GATES and generator.noise == 0


def _low(data: Dataset | None) -> float:
    return -1.0 if data is not None and data.targets.values.min(initial=0.0) < 0 else 0.0
