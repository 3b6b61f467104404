"""What both views over the plane share: when to draw, how finely, and what is said around it."""

from __future__ import annotations

from contextlib import nullcontext
from math import ceil
from time import perf_counter
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mlp_studio.document.document import Document
from mlp_studio.document.live import LiveWeights, Samples
from mlp_studio.project.compile import Compiled
from mlp_studio.project.model import Dataset
from mlp_studio.ui.column_choice import ColumnChoice
from mlp_studio.ui.conventions import problem_text
from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.plots.plane.chrome import Entry, Face
from mlp_studio.ui.plots.plane.cloud import MOST_AT_REST, MOST_RUNNING, cloud_of
from mlp_studio.ui.plots.plane.content import Content, ValueMap
from mlp_studio.ui.plots.plane.grid import Grid, affordable
from mlp_studio.ui.plots.plane.layers import Busy
from mlp_studio.ui.plots.plane.legend_marks import LegendMarks
from mlp_studio.ui.plots.plane.picture import Picture
from mlp_studio.ui.plots.plane.plot import Plot
from mlp_studio.ui.plots.plane.section import Inputs, Section, section_of
from mlp_studio.ui.plots.plane.subject import Subject
from mlp_studio.ui.sight import Sight
from mlp_studio.ui.theme import ThemeModel

BUDGET, BUDGET_AT_REST = 0.6e-3, 4e-3
"""Seconds that a map may take to compute: in a frame of a running training, and at rest."""
SHARE = 0.15
"""Of the time, at most, is spent on maps while weights drift."""
_AFTER_A_FRAME = 50
"""Milliseconds in which the next frame of a running training has come."""
_PROBLEMS = 3

Array = NDArray[Any]


class PlaneView(QWidget):
    """Draws its content over the plane of two columns, live, and only while it is in sight.

    `pointed` tells which sample is under the pointer (its row, or None), so that another view can
    `highlight` it. A subclass says what the content is.
    """

    pointed = Signal(object)

    def __init__(
        self,
        *,
        document: Document,
        live: LiveWeights,
        theme: ThemeModel,
        numbers: NumberFormat,
        while_painting: Busy = nullcontext,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._live = live
        self._theme = theme
        self._numbers = numbers
        self.sight = Sight(self)
        self.plot = Plot(theme, while_painting=while_painting)
        self.columns = ColumnChoice()
        self._subject: Subject | None = None
        self._key: tuple[object, ...] = ()
        self._face_key: tuple[object, ...] = ()
        self._grid: Grid | None = None
        self._judged: Subject | None = None
        self._parameters: Array | None = None
        self._highlighted: int | None = None
        self._message = ""
        self._names: list[tuple[object, ...]] = []
        self._is_stale = True
        self._not_before = 0.0
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._catch_up)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(12, 8, 12, 8)
        self.column.setSpacing(4)
        self.column.addWidget(self.columns)
        self.column.addWidget(self.plot, 1)
        self._connect()

    def _connect(self) -> None:
        self._live.changed.connect(self._on_changed)
        self._live.readable.connect(self._on_readable)
        self._document.layer_changed.connect(self._on_named)
        self.sight.changed.connect(self._on_sight)
        self._theme.changed.connect(self._on_looks)
        self._numbers.changed.connect(self._on_looks)
        self.columns.chosen.connect(self._renew)
        self.plot.pointed.connect(self._on_pointed)
        self.plot.wandered.connect(self._on_wandered)
        self.plot.dismissed.connect(self._dismiss)

    @property
    def section(self) -> Section | None:
        """The plane shown; None where there is none."""
        return None if self._subject is None else self._subject.section

    @property
    def picture(self) -> Picture:
        return self.plot.picture

    @property
    def resolution(self) -> int:
        """Places along a side of the map; 0 where there is none."""
        return 0 if self._grid is None else self._grid.resolution

    def highlight(self, row: int | None) -> None:
        """Point out the sample of this row of the data, or none."""
        self._highlighted = row
        self.plot.set_highlight(self._place_of(row))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Set every text; called once built and whenever the language changes."""
        self.columns.retranslate()
        self._renew()

    def _on_changed(self) -> None:
        """Other weights or another network: now, or as soon as there is time for it."""
        self._is_stale = True
        if not self.sight:
            return
        if not self._live.is_running:
            self._refresh()
            return
        wait = self._not_before - perf_counter()
        if wait <= 0.0:
            self._refresh()
        elif not self._later.isActive():
            # Of a run the next frame comes before: only there does its worker make room.
            self._later.start(ceil(1000.0 * wait) + _AFTER_A_FRAME)

    def _catch_up(self) -> None:
        if self._is_stale and self.sight:
            self._refresh()

    def _on_readable(self) -> None:
        """Numbers in words, and which samples are wrong, change seldom enough to be read."""
        subject, parameters = self._subject, self._live.parameters
        if self.sight and subject is not None and parameters is not None:
            self._judge(subject, parameters)
            self._tell()

    def _on_named(self, _layer: str) -> None:
        """A new name is no other network, and asks for other words."""
        names: list[tuple[object, ...]] = [
            (layer.name, layer.unit_names) for layer in self._document.project.layers
        ]
        if names != self._names:
            self._names = names
            self._renew()

    def _on_sight(self) -> None:
        if self.sight and self._is_stale:
            self._refresh()

    def _on_looks(self) -> None:
        self._renew()

    def _renew(self) -> None:
        """Everything is made again."""
        self._key = ()
        self._is_stale = True
        if self.sight:
            self._refresh()

    def _refresh(self) -> None:
        self._later.stop()
        self._is_stale = False
        compiled, samples = self._live.compiled, self._live.samples
        data, parameters = self._document.project.data, self._live.parameters
        if compiled is None or samples is None or data is None or parameters is None:
            self._show_nothing(self._why_not())
            return
        self.columns.show_columns(data.columns)
        key = (compiled, self._live.is_running, *self._particulars(compiled, data))
        if key != self._key:
            message = self._nothing_to_show()
            if message:
                self._show_nothing(message)
                return
            self._adopt(self._made(compiled, samples, data))
            self._key = key
        self._compute(parameters)

    def _particulars(self, _compiled: Compiled, _data: Dataset) -> tuple[object, ...]:
        """What else the subject depends on."""
        return (self.columns.pair,)

    def _nothing_to_show(self) -> str:
        """What to say instead of a picture; "" where there is one."""
        return ""

    def _held(self, data: Dataset) -> Array:
        """The values (columns,) of the columns that are not shown."""
        raise NotImplementedError

    def _content(
        self, compiled: Compiled, samples: Samples, inputs: Inputs, section: Section
    ) -> Content:
        raise NotImplementedError

    def _made(self, compiled: Compiled, samples: Samples, data: Dataset) -> Subject:
        across, up = self.columns.pair
        section = section_of(data, across, up, self._held(data))
        inputs = Inputs(self._document.project, compiled, section)
        content = self._content(compiled, samples, inputs, section)
        scale = content.scale if isinstance(content, ValueMap) else None
        places = self._places(samples, data, section)
        cloud = cloud_of(samples, places, self._most, scale, self._output)
        return Subject(compiled, samples, data, section, inputs, content, cloud)

    @property
    def _output(self) -> int:
        """Of several outputs the one that is shown, where they cannot all be."""
        return 0

    @property
    def _most(self) -> int:
        """How many samples are drawn."""
        return MOST_RUNNING if self._live.is_running else MOST_AT_REST

    def _places(self, samples: Samples, data: Dataset, section: Section) -> Array:
        """Where the samples are, (samples, 2)."""
        values = data.inputs.values
        up = values[:, section.up] if section.up is not None else samples.targets[:, self._output]
        return np.column_stack([values[:, section.across], up])

    def _adopt(self, subject: Subject) -> None:
        self._subject, self._grid = subject, None
        self._message = ""
        self.plot.show_cloud(subject.cloud)
        self.highlight(self._highlighted)

    def _compute(self, parameters: Array) -> None:
        subject = self._subject
        assert subject is not None
        begun = perf_counter()
        self._parameters = parameters
        running = self._live.is_running
        picture = subject.content.picture(
            parameters, self._filled(subject, parameters, running), self._theme.theme
        )
        self.plot.show_picture(picture)
        depends_on = self._face_depends_on(subject)
        if depends_on != self._face_key:
            self._face_key = depends_on
            self.plot.show_face(self._made_face(subject))
        if not running or subject is not self._judged:
            self._judge(subject, parameters)
            self._tell()
        self._not_before = begun + (perf_counter() - begun) / SHARE

    def _filled(self, subject: Subject, parameters: Array, running: bool) -> Grid | None:
        if subject.section.is_line:
            return None
        budget = BUDGET if running else BUDGET_AT_REST
        resolution = affordable(subject.compiled.network, budget)
        if self._grid is None or self._grid.resolution != resolution:
            self._grid = Grid(subject.compiled, subject.section, subject.inputs, resolution)
        self._grid.run(parameters)
        return self._grid

    def _judge(self, subject: Subject, parameters: Array) -> None:
        """What is said about single places and samples, for these parameters."""
        self._judged, self._parameters = subject, parameters

    def _face_depends_on(self, subject: Subject) -> tuple[object, ...]:
        """Another face is made only if this changes."""
        return (subject,)

    def _made_face(self, subject: Subject) -> Face:
        """Names, values and legend."""
        raise NotImplementedError

    def _base_face(self, subject: Subject, up: str, bar_name: str, note: str) -> Face:
        section, columns = subject.section, subject.data.columns
        is_line = section.up is None
        return Face(
            across=columns[section.across],
            up=up if section.up is None else columns[section.up],
            extent=subject.content.extent(section),
            text=self._numbers.exact,
            bar=subject.content.bar(self._theme.theme),
            bar_name=bar_name,
            legend=tuple(self._legend(subject)),
            note=note,
            is_square=not is_line,
        )

    def _legend(self, subject: Subject) -> list[Entry]:
        """What colours, shapes and open marks mean."""
        marks = LegendMarks(self._theme.theme, self.devicePixelRatio(), subject.cloud)
        entries = [
            Entry(mark, self._class_name(number)) for number, mark in enumerate(marks.of_classes())
        ]
        if not entries:
            entries.append(Entry(marks.sample(filled=True), self.tr("training")))
        if subject.cloud.is_test.any():
            text = (
                self.tr("open: set aside")
                if len(subject.samples.validation_rows)
                else self.tr("open: for testing")
            )
            entries.append(Entry(marks.sample(filled=False), text))
        return entries

    def _class_name(self, number: int) -> str:
        """A class by its name, or as its target, or as the output that stands for it."""
        data = self._document.project.data
        if data is not None and data.classes:
            return data.classes[number]
        subject = self._subject
        assert subject is not None
        task = subject.samples.task
        if task.kind == "binary":
            return self._numbers.exact(task.high if number else task.low)
        return self.tr("class {number}").format(number=number + 1)

    def _place_of(self, row: int | None) -> tuple[float, float] | None:
        subject = self._subject
        if row is None or subject is None or not 0 <= row < len(subject.data.inputs):
            return None
        places = self._places(subject.samples, subject.data, subject.section)
        x, y = places[row].tolist()
        return x, y

    def _show_nothing(self, text: str) -> None:
        self._subject = self._judged = self._grid = self._parameters = None
        self._key = ()
        self.plot.show_empty(text)

    def _why_not(self) -> str:
        problems = self._document.problems
        sentences = [problem_text(problem) for problem in problems[:_PROBLEMS]]
        return "\n".join(sentences)

    def _on_pointed(self, row: int | None) -> None:
        self.pointed.emit(row)

    def _on_wandered(self) -> None:
        self._message = ""
        self._tell()

    def _tell(self) -> None:
        """Write what is under the pointer; else a message, or a hint."""
        subject, parameters, place = self._subject, self._parameters, self.plot.looked_at
        if subject is None or parameters is None:
            self.plot.set_status("", is_hint=True)
        elif place is not None and not self._message:
            self.plot.set_status(self._reading(subject, parameters, place), is_hint=False)
        else:
            text = self._message or self._hint()
            self.plot.set_status(text, is_hint=not self._message)

    def _reading(self, subject: Subject, parameters: Array, place: tuple[float, float]) -> str:
        """The place in numbers, and what comes out there."""
        raise NotImplementedError

    def _hint(self) -> str:
        return ""

    def _say(self, message: str) -> None:
        """A sentence, until the pointer moves on."""
        self._message = message
        self._tell()

    def _dismiss(self) -> None:
        """Esc was pressed."""
        self._message = ""
        self._tell()
