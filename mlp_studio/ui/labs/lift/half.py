"""What both halves share: the space in three dimensions, its curve in two, and what is counted."""

from __future__ import annotations

from abc import abstractmethod

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QPushButton, QVBoxLayout, QWidget

from mlp_studio.engine.lifting import zero_curve
from mlp_studio.ui.class_marks import toothed_line
from mlp_studio.ui.labs.lift.experiment import RESOLUTION, Experiment
from mlp_studio.ui.labs.lift.space import Space, seen_of
from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.panels.labels import RoleLabel
from mlp_studio.ui.panels.panel import MARGIN, SPACING
from mlp_studio.ui.plots.hidden.backdrop import AxisWords, Tick
from mlp_studio.ui.plots.hidden.journey import Journey
from mlp_studio.ui.plots.hidden.legend import LegendWords
from mlp_studio.ui.plots.hidden.picture import Words
from mlp_studio.ui.plots.hidden.turning import TurnedStage
from mlp_studio.ui.plots.plane.chrome import Entry, Face
from mlp_studio.ui.plots.plane.cloud import Cloud
from mlp_studio.ui.plots.plane.legend_marks import LegendMarks
from mlp_studio.ui.plots.plane.picture import Line, Picture
from mlp_studio.ui.plots.plane.plot import Plot
from mlp_studio.ui.plots.plane.shading import Scale
from mlp_studio.ui.theme import ThemeModel

Array = NDArray[np.float64]
COLUMNS = ("x₁", "x₂")
_TINT = 0.35
"""Of the strongest shade, on either side of the curve."""
_NARROW = 480
"""A half less wide than this has its pictures one above the other."""
_TURN = -0.006


class Half(QWidget):
    """Shows a Space of the experiment. `pointed` carries a sample's row or None."""

    pointed = Signal(object)
    open_wanted = Signal(object)

    def __init__(self, theme: ThemeModel, numbers: NumberFormat, experiment: Experiment) -> None:
        super().__init__()
        self.experiment = experiment
        self._theme = theme
        self._numbers = numbers
        self._space: Space | None = None
        self.caption = RoleLabel("title")
        self.stage = TurnedStage(theme, self._about)
        self.plot = Plot(theme)
        self.journey = Journey(theme)
        self.told = RoleLabel("title")
        self.note = RoleLabel("muted")
        self.open = QPushButton()
        self.open.setAutoDefault(False)
        self.above, self.below = QVBoxLayout(), QVBoxLayout()
        self._pictures = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._arrange()
        self._connect(theme, numbers)

    @property
    def space(self) -> Space | None:
        """What is shown."""
        return self._space

    @abstractmethod
    def renew(self) -> None:
        """Compute and show everything of now."""

    @abstractmethod
    def axis_names(self) -> tuple[str, ...]:
        """What the axes of the space are called."""

    @abstractmethod
    def side_at(self, place: tuple[float, float]) -> float:
        """z over a place of the plane."""

    def show_experiment(self, experiment: Experiment) -> None:
        self.experiment = experiment
        self._show_samples()

    def show_space(self, space: Space, over_plane: Array) -> None:
        """`over_plane` (RESOLUTION²,) is z over the experiment's places."""
        self._space = space
        self.stage.show_seen(seen_of(self.experiment, space), self._words(space))
        values = over_plane.reshape(RESOLUTION, RESOLUTION)
        curve = zero_curve(values, self.experiment.extent)
        colours = Scale(-1.0, 0.0, 1.0).colours(_TINT * np.sign(values), self._theme.theme)
        self.plot.show_picture(Picture(colours, (Line(curve, strong=True, toothed=True),)))
        self.plot.show_wrong(~space.right)
        right, count = int(space.right.sum()), len(space.right)
        self.told.set_role("ok" if right == count else "title")
        self.told.setText(self._told(space).format(right=right, count=count))
        self.stage.setAccessibleDescription(self.told.text())

    def say(self, sentence: str, *, is_warning: bool = False) -> None:
        """What there is to know beyond the count."""
        self.note.set_role("warning" if is_warning else "muted")
        self.note.setText(sentence)

    def highlight(self, row: int | None) -> None:
        """Point out a sample in both pictures."""
        self.stage.point_at(row)
        place = None
        if row is not None:
            x, y = self.experiment.inputs[row].tolist()
            place = (x, y)
        self.plot.set_highlight(place)

    def rest(self) -> None:
        """Stop whatever moves by itself."""
        self.journey.rest()

    def retranslate(self) -> None:
        self.open.setText(self.tr("Open on the canvas"))
        self.plot.setAccessibleName(self.tr("The curve over the input plane"))
        self._show_samples()
        self._say_place()
        self.renew()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self._space is not None:
            self._show_samples()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        ways = QBoxLayout.Direction
        is_narrow = event.size().width() < _NARROW
        self._pictures.setDirection(ways.TopToBottom if is_narrow else ways.LeftToRight)

    def _show_samples(self) -> None:
        experiment = self.experiment
        count = len(experiment.inputs)
        cloud = Cloud(
            np.arange(count), experiment.inputs, np.zeros(count, np.bool_), 2, experiment.classes
        )
        self.plot.show_face(self._face(cloud))
        self.plot.show_cloud(cloud)
        if self._space is not None and len(self._space.right) == count:
            self.plot.show_wrong(~self._space.right)

    def _face(self, cloud: Cloud) -> Face:
        theme, ratio = self._theme.theme, self.devicePixelRatio()
        marks = LegendMarks(theme, ratio, cloud)
        legend = [Entry(mark, f"t = {number}") for number, mark in enumerate(marks.of_classes())]
        legend.append(Entry(toothed_line(theme, ratio), self.tr("where the plane cuts")))
        across, up = COLUMNS
        extent = self.experiment.extent
        return Face(across, up, extent, self._numbers.exact, legend=tuple(legend))

    def _words(self, space: Space) -> Words:
        names = self.axis_names()
        axes = tuple(
            AxisWords(name, *(self._tick(space, axis, value) for value in space.ticks[axis]))
            for axis, name in enumerate(names)
        )
        legend = LegendWords(("t = 0", "t = 1"), "", self.tr("wrong"), "", COLUMNS)
        given = tuple(AxisWords(name) for name in COLUMNS)
        return Words(axes, given if len(axes) == 2 else (*given, AxisWords("")), "z = 0", legend)

    def _told(self, space: Space) -> str:
        if not space.right.all():
            return self.tr("Separated: {right} of {count}")
        if space.samples.shape[1] == 2:
            return self.tr("Separated: {right} of {count}, by one line")
        return self.tr("Separated: {right} of {count}, by one plane")

    def _tick(self, space: Space, axis: int, value: float) -> Tick:
        low, high = float(space.box.low[axis]), float(space.box.high[axis])
        return Tick(self._short(value), 2.0 * (value - low) / (high - low) - 1.0)

    def _short(self, value: float) -> str:
        """As few digits as such a number needs."""
        return self._numbers.exact(float(f"{value:.3g}"))

    def _about(self, row: int) -> str:
        if self._space is None or row >= len(self._space.samples):
            return ""
        pairs = zip(self.axis_names(), self._space.samples[row].tolist(), strict=True)
        lines = [f"{name}  {self._numbers.text(value)}" for name, value in pairs]
        return "\n".join([self.tr("sample {number}").format(number=row + 1), *lines])

    def _say_place(self) -> None:
        place = self.plot.looked_at
        if place is None:
            self.plot.set_status(self.tr("Point anywhere: z is told here."), is_hint=True)
            return
        z = self.side_at(place)
        first, second = (
            f"{name} = {self._short(value)}" for name, value in zip(COLUMNS, place, strict=True)
        )
        told = f"{first} · {second} · z = {self._numbers.text(z)}"
        if np.isfinite(z) and z != 0.0:
            told += f" → t = {int(z > 0.0)}"
        self.plot.set_status(told, is_hint=False)

    def _retint(self) -> None:
        self._show_samples()
        self.renew()

    def _turn(self) -> None:
        self.stage.turn(_TURN, 0.0)

    def _connect(self, theme: ThemeModel, numbers: NumberFormat) -> None:
        theme.changed.connect(self._retint)
        numbers.changed.connect(self._retint)
        self.journey.moved.connect(self.stage.set_share)
        self.journey.turned.connect(self._turn)
        self.stage.hovered.connect(self.pointed)
        self.plot.pointed.connect(self.pointed)
        self.plot.wandered.connect(self._say_place)

    def _arrange(self) -> None:
        self._pictures.setSpacing(SPACING)
        self._pictures.addWidget(self.stage, 5)
        self._pictures.addWidget(self.plot, 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING)
        for layout in (self.above, self.below):
            layout.setSpacing(SPACING)
        foot = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        foot.setSpacing(MARGIN)
        foot.addWidget(self.told, 1)
        foot.addWidget(self.open, 0, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.caption)
        column.addLayout(self.above)
        column.addLayout(self._pictures, 1)
        column.addWidget(self.journey)
        column.addLayout(self.below)
        column.addLayout(foot)
        column.addWidget(self.note)
