"""The choice of a layer, of axes in its space, and of a unit whose plane stands in it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QWidget

from mlp_studio.engine.spec import NetworkSpec
from mlp_studio.project.model import Project
from mlp_studio.ui.naming import unit_name
from mlp_studio.ui.plots.hidden.choosing import AxesChoice, Kind, kinds_for, next_units, of_kind
from mlp_studio.ui.plots.hidden.seen import Aim

_HEIGHT = 28
_LEAST = 60
_MOST_AXES = 3


class _Box(QComboBox):
    """May be narrower than its longest entry; the list that opens is not."""

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumHeight(_HEIGHT)
        self.setMinimumWidth(_LEAST)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(3)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_entries(self, entries: Sequence[tuple[str, object]], current: object) -> None:
        """Entries as (text, what it stands for); choosing none of them emits anything."""
        with QSignalBlocker(self):
            if [(self.itemText(at), self.itemData(at)) for at in range(self.count())] != [*entries]:
                self.clear()
                for text, data in entries:
                    self.addItem(text, data)
            values = [data for _, data in entries]
            self.setCurrentIndex(values.index(current) if current in values else -1)
        self.setEnabled(len(entries) > 1)
        self.setToolTip(self.currentText())


class Chooser(QWidget):
    """`chosen` carries the aim a person asks for: a layer alone takes what suits it."""

    layer_chosen = Signal(str)
    axes_chosen = Signal(object)
    unit_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.layer, self.kind, self.unit = _Box(), _Box(), _Box()
        self.axes = tuple(_Box() for _ in range(_MOST_AXES))
        self._captions = tuple(QLabel() for _ in range(3))
        self._aim: Aim | None = None
        self._shown: tuple[Project, NetworkSpec] | None = None
        self._arrange()
        self.layer.activated.connect(self._choose_layer)
        self.kind.activated.connect(self._choose_kind)
        self.unit.activated.connect(self._choose_unit)
        for box in self.axes:
            box.activated.connect(self._choose_axes)
        self.retranslate()

    def show_aim(self, project: Project, spec: NetworkSpec, aim: Aim) -> None:
        """Offer what this network has, with the aim as the present choice."""
        self._shown, self._aim = (project, spec), aim
        layers = [(project.layer(name).title, name) for name in spec.order]
        self.layer.show_entries(layers, aim.layer)
        layer = project.layer(aim.layer)
        kinds = [(self._kind_text(kind), kind) for kind in kinds_for(layer.units)]
        self.kind.show_entries(kinds, aim.choice.kind)
        units: list[tuple[str, object]] = [
            (unit_name(project, project.layer(name), unit), (name, unit))
            for name, unit in next_units(spec, aim.layer)
        ]
        self.unit.show_entries([*units, (self.tr("none"), None)], aim.unit)
        names: list[tuple[str, object]] = [
            (unit_name(project, layer, unit), unit) for unit in range(layer.units)
        ]
        choice = aim.choice
        for axis, box in enumerate(self.axes):
            is_axis = axis < len(choice.units)
            box.setVisible(is_axis and not choice.shows_all(layer.units))
            if is_axis:
                box.show_entries(names, choice.units[axis])
        self._units_row.setVisible(bool(choice.units) and not choice.shows_all(layer.units))

    def retranslate(self) -> None:
        captions = (self.tr("Layer"), self.tr("Axes"), self.tr("Plane of"))
        for label, box, text in zip(
            self._captions, (self.layer, self.kind, self.unit), captions, strict=True
        ):
            label.setText(text)
            box.setAccessibleName(text)
        for axis, box in enumerate(self.axes):
            box.setAccessibleName(self.tr("Axis {number}").format(number=axis + 1))
        if self._shown is not None and self._aim is not None:
            self.show_aim(*self._shown, self._aim)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _arrange(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(2)
        for column, box in enumerate((self.layer, self.kind, self.unit)):
            label = self._captions[column]
            label.setProperty("role", "muted")
            label.setBuddy(box)
            grid.addWidget(label, 0, column)
            grid.addWidget(box, 1, column)
        for column, stretch in enumerate((3, 4, 2)):
            grid.setColumnStretch(column, stretch)
        self._units_row = QWidget()
        row = QHBoxLayout(self._units_row)
        row.setContentsMargins(0, 4, 0, 0)
        row.setSpacing(8)
        for box in self.axes:
            row.addWidget(box, 1)
        grid.addWidget(self._units_row, 2, 0, 1, 3)
        self._units_row.hide()

    def _kind_text(self, kind: Kind) -> str:
        return {
            "unit": self.tr("1 unit"),
            "two_units": self.tr("2 units"),
            "three_units": self.tr("3 units"),
            "two_components": self.tr("2 components"),
            "three_components": self.tr("3 components"),
        }[kind]

    def _choose_layer(self, index: int) -> None:
        self.layer_chosen.emit(self.layer.itemData(index))

    def _choose_kind(self, index: int) -> None:
        assert self._aim is not None
        self.axes_chosen.emit(of_kind(self.kind.itemData(index), self._aim.choice.units))

    def _choose_unit(self, index: int) -> None:
        self.unit_chosen.emit(self.unit.itemData(index))

    def _choose_axes(self, _index: int) -> None:
        """One unit for each axis: who takes another's gives it its own."""
        assert self._aim is not None
        choice = self._aim.choice
        wanted = [box.currentData() for box in self.axes[: len(choice.units)]]
        changed = [at for at, unit in enumerate(choice.units) if wanted[at] != unit]
        for at in changed:
            if wanted[at] in choice.units:
                wanted[choice.units.index(wanted[at])] = choice.units[at]
        self.axes_chosen.emit(AxesChoice(choice.kind, tuple(wanted)))
