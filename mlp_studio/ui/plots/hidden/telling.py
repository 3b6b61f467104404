"""Says in plain words what the picture shows: what is counted is counted from it."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QObject

from mlp_studio.project.model import Dataset, Project
from mlp_studio.ui.counting import count_text
from mlp_studio.ui.naming import unit_name
from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.plots.hidden.backdrop import AxisWords, Tick
from mlp_studio.ui.plots.hidden.legend import LegendWords
from mlp_studio.ui.plots.hidden.parting import Parting
from mlp_studio.ui.plots.hidden.picture import Words
from mlp_studio.ui.plots.hidden.seen import Seen

_SAME_PLACE = 0.01
"""Half cubes between samples that nobody can tell apart."""
_NAMED = 4


class Telling(QObject):
    """All sentences and names of the hidden space."""

    def __init__(self, numbers: NumberFormat, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._numbers = numbers

    def words(self, project: Project, data: Dataset, seen: Seen) -> Words:
        """The texts on the picture."""
        unit = self._unit(project, seen)
        parting = seen.parting
        columns = tuple(self._column(data, at) for at in range(min(2, len(data.columns))))
        plane = ""
        if parting is not None:
            level = self._round(parting.level)
            text = (
                self.tr("{unit} = {level}") if parting.is_own else self.tr("z of {unit} = {level}")
            )
            plane = text.format(unit=unit, level=level)
        return Words(
            axes=tuple(self._axis(project, seen, axis) for axis in range(len(seen.axes))),
            given=tuple(AxisWords(name) for name in columns),
            plane=plane,
            legend=LegendWords(
                samples=self._samples(data, seen),
                test=self.tr("test") if seen.tested.any() else "",
                wrong=self.tr("wrong") if seen.task.is_classification else "",
                current=self.tr("in the stepper"),
                columns=columns if seen.lattice is not None and seen.lattice.is_plane else (),
            ),
        )

    def sentence(self, project: Project, seen: Seen) -> str:
        """What is seen, in one sentence."""
        parting = seen.parting
        if parting is None:
            layer = project.layer(seen.aim.layer)
            text = self.tr("{count} samples as layer {layer} sees them")
            return text.format(count=self._count(len(seen.rows)), layer=layer.title)
        if not parting.decides:
            return self._sides(seen).format(unit=self._unit(project, seen))
        text = self._separates(seen, parting)
        return text.format(
            unit=self._unit(project, seen),
            right=self._count(parting.right),
            count=self._count(parting.count),
        )

    def notes(self, data: Dataset, seen: Seen) -> str:
        """What the picture leaves out or holds, so that nobody is misled."""
        found = []
        parting = seen.parting
        if parting is not None and parting.is_slice:
            found.append(self.tr("Drawn is its slice through the mean."))
        if parting is not None and parting.holds_rest:
            found.append(self.tr("What other layers pass to it is held at the mean."))
        if len(seen.rows) < data.samples:
            text = self.tr("{shown} of {count} samples are drawn.")
            drawn, count = self._count(len(seen.rows)), self._count(data.samples)
            found.append(text.format(shown=drawn, count=count))
        if len(data.columns) > 2:
            text = self.tr("No grid: the data has {count} columns.")
            found.append(text.format(count=self._count(len(data.columns))))
        return " ".join(found)

    def about(self, project: Project, seen: Seen, row: int) -> str:
        """One sample: its number, and where the layer puts it."""
        found = (seen.rows == row).nonzero()[0]
        if not len(found):
            return ""
        title = self._who(seen, int(found[0]))
        names = [self._axis(project, seen, axis).name for axis in range(len(seen.axes))]
        values = seen.coordinates[int(found[0])].tolist()
        lines = [
            f"{name}  {self._numbers.text(value)}"
            for name, value in zip(names, values, strict=True)
        ]
        return "\n".join([title, *lines])

    def set_aside(self, row: int) -> str:
        """Why a click did not make a sample the stepper's."""
        text = self.tr(
            "Sample {number} is set aside for testing and is in no batch: "
            "step by one sample to look at it."
        )
        return text.format(number=row + 1)

    def _who(self, seen: Seen, member: int) -> str:
        """The sample, and those that the layer puts into the same place."""
        away = np.abs(seen.mapped - seen.mapped[member]).max(axis=1)
        alike = [int(row) + 1 for row in seen.rows[away < _SAME_PLACE]]
        if len(alike) < 2:
            return self.tr("sample {number}").format(number=int(seen.rows[member]) + 1)
        numbers = ", ".join(map(str, alike[:_NAMED]))
        more = " …" if len(alike) > _NAMED else ""
        return self.tr("samples {numbers}").format(numbers=numbers + more)

    def _separates(self, seen: Seen, parting: Parting) -> str:
        everything = parting.right == parting.count
        if not parting.is_exact:
            return self.tr("{unit} gets {right} of {count} right")
        if len(seen.axes) == 3:
            if everything:
                return self.tr("One plane separates the classes: {right} of {count} right")
            return self.tr("The plane of {unit} gets {right} of {count} right")
        if len(seen.axes) == 2:
            if everything:
                return self.tr("One line separates the classes: {right} of {count} right")
            return self.tr("The line of {unit} gets {right} of {count} right")
        if everything:
            return self.tr("One threshold separates the classes: {right} of {count} right")
        return self.tr("The threshold on {unit} gets {right} of {count} right")

    def _sides(self, seen: Seen) -> str:
        if len(seen.axes) == 3:
            return self.tr("Where {unit} has z = 0 is a plane; on the side of + it is positive")
        return self.tr("Where {unit} has z = 0 is a line; on the side of + it is positive")

    def _axis(self, project: Project, seen: Seen, axis: int) -> AxisWords:
        at = seen.box.low[axis], seen.box.high[axis]
        low, high = (self._tick(float(value), *at) for value in seen.ticks[axis])
        if seen.axes.shares is None:
            layer = project.layer(seen.aim.layer)
            return AxisWords(unit_name(project, layer, seen.aim.choice.units[axis]), low, high)
        shares = seen.axes.shares
        # Axes keep their places while a run goes on; their numbers say which varies most now.
        number = 1 + int((shares > shares[axis]).sum() + (shares[:axis] == shares[axis]).sum())
        text = self.tr("component {number} ({share} %)")
        share = f"{100.0 * shares[axis]:.0f}"
        return AxisWords(text.format(number=number, share=share), low, high)

    def _tick(self, value: float, low: float, high: float) -> Tick:
        return Tick(self._round(value), 2.0 * (value - low) / (high - low) - 1.0)

    def _samples(self, data: Dataset, seen: Seen) -> tuple[str, ...]:
        if seen.task.is_classification and data.classes:
            return data.classes
        if seen.task.kind == "multiclass":
            text = self.tr("class {number}")
            return tuple(text.format(number=each + 1) for each in range(seen.task.classes))
        targets = data.targets.values[:, 0]
        ends = (seen.task.low, seen.task.high)
        if seen.task.kind == "regression":
            ends = (float(targets.min()), float(targets.max()))
        return tuple(f"t = {self._round(end)}" for end in ends)

    def _unit(self, project: Project, seen: Seen) -> str:
        """The name of the unit that draws the plane."""
        aim = seen.aim
        layer_id, unit = aim.unit or (aim.layer, 0)
        return unit_name(project, project.layer(layer_id), unit)

    def _column(self, data: Dataset, at: int) -> str:
        return data.columns[at].translate(str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉"))

    def _count(self, count: int) -> str:
        return count_text(self._numbers, count)

    def _round(self, value: float) -> str:
        """As few digits as such a number needs."""
        return self._numbers.exact(float(f"{value:.3g}"))
