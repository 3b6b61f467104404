"""The hidden space view: what a chosen layer makes of the data, live while it learns."""

from __future__ import annotations

from time import perf_counter

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from mlp_studio.document.document import Document
from mlp_studio.document.live import LiveWeights, Samples
from mlp_studio.document.stepper import StepCursor
from mlp_studio.engine.projection import NothingFiniteError
from mlp_studio.project.compile import Compiled
from mlp_studio.project.model import Dataset
from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.plots.hidden.chooser import Chooser
from mlp_studio.ui.plots.hidden.choosing import (
    AxesChoice,
    Unit,
    default_axes,
    default_layer,
    next_units,
    still_fits,
)
from mlp_studio.ui.plots.hidden.journey import Journey
from mlp_studio.ui.plots.hidden.lattice import COARSE, FINE
from mlp_studio.ui.plots.hidden.passage import Passage
from mlp_studio.ui.plots.hidden.seen import Aim, Seen, Sighting
from mlp_studio.ui.plots.hidden.telling import Telling
from mlp_studio.ui.plots.hidden.turning import TurnedStage
from mlp_studio.ui.sight import Sight
from mlp_studio.ui.theme import ThemeModel

SHARE = 0.15
"""Of the time, at most, is spent here while weights drift: 3 ms fifty times a second."""
_BRIEF = 3e-3
"""What takes no longer is done in every frame."""
_LONGEST = 62
"""Letters of the longest sentence, about."""
_TURN = -0.006
"""Of the slow turn, radians a time."""


class HiddenView(QWidget):
    """Works only while it is in sight. `pointed` carries the row that is pointed at, or None."""

    pointed = Signal(object)

    def __init__(
        self,
        *,
        document: Document,
        live: LiveWeights,
        cursor: StepCursor,
        theme: ThemeModel,
        numbers: NumberFormat,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._live = live
        self._cursor = cursor
        self._telling = Telling(numbers, self)
        self.sight = Sight(self)
        self._layer: str | None = None
        self._choices: dict[str, AxesChoice] = {}
        self._units: dict[str, Unit | None] = {}
        self._subject: tuple[Compiled, Aim, bool] | None = None
        self._passage: Passage | None = None
        self._sighting: Sighting | None = None
        self._seen: Seen | None = None
        self._is_stale = True
        self._not_before = 0.0
        self.chooser = Chooser()
        self.stage = TurnedStage(theme, self._about)
        self.journey = Journey(theme)
        self.sentence, self.notes = QLabel(), QLabel()
        self._arrange()
        self._connect(numbers)
        self.retranslate()

    @property
    def seen(self) -> Seen | None:
        """What is shown; None while nothing is."""
        return self._seen

    def highlight(self, row: int | None) -> None:
        """Point out the sample of this row of the data, or none."""
        self.stage.point_at(row)

    def set_motion(self, wanted: bool) -> None:
        """Whether the picture may move by itself."""
        self.journey.set_motion(wanted)

    def retranslate(self) -> None:
        self.stage.setAccessibleName(self.tr("Hidden space"))
        self._renew()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A sentence that takes a second line must not move the picture while it runs."""
        super().resizeEvent(event)
        self._keep_room()

    def _arrange(self) -> None:
        self.sentence.setProperty("role", "title")
        self.notes.setProperty("role", "muted")
        for label in (self.sentence, self.notes):
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.notes.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(6)
        column.addWidget(self.chooser)
        column.addWidget(self.stage, 1)
        column.addWidget(self.sentence)
        column.addWidget(self.notes)
        column.addWidget(self.journey)

    def _connect(self, numbers: NumberFormat) -> None:
        document = self._document
        self._live.changed.connect(self._on_changed)
        self._live.readable.connect(self._on_readable)
        for signal in (document.layer_changed, document.data_changed, numbers.changed):
            signal.connect(self._renew)
        self._cursor.trace_changed.connect(self._show_current)
        self.sight.changed.connect(self._on_sight)
        self.chooser.layer_chosen.connect(self._choose_layer)
        self.chooser.axes_chosen.connect(self._choose_axes)
        self.chooser.unit_chosen.connect(self._choose_unit)
        self.journey.moved.connect(self.stage.set_share)
        self.journey.turned.connect(self._turn)
        self.stage.hovered.connect(self.pointed)
        self.stage.clicked.connect(self._take)

    def _on_changed(self) -> None:
        """Other weights or another network: now, or as soon as there is time for it."""
        self._is_stale = True
        is_early = self._live.is_running and perf_counter() < self._not_before
        if self.sight and not is_early:
            self._refresh()

    def _on_readable(self) -> None:
        """What is said is counted in the picture that is shown, also if a newer one is due."""
        if self.sight:
            self._say()

    def _on_sight(self) -> None:
        if not self.sight:
            self.journey.rest()
        elif self._is_stale:
            self._refresh()

    def _renew(self, *_what: object) -> None:
        """Names, language or digits are others; so may all texts be."""
        self._subject = None
        self._is_stale = True
        if self.sight:
            self._refresh()

    def _refresh(self) -> None:
        begun = perf_counter()
        self._is_stale = False
        compiled, samples = self._live.compiled, self._live.samples
        data, parameters = self._document.project.data, self._live.parameters
        if compiled is None or samples is None or data is None or parameters is None:
            self._show_nothing(self._why_not())
            return
        running, aim = self._live.is_running, self._aim(compiled)
        subject = (compiled, aim, running)
        if subject != self._subject:
            self._prepare(compiled, samples, data, aim, COARSE if running else FINE)
            self._subject = subject
        assert self._passage is not None
        self._passage.run(parameters)
        self._show(data, gently=running)
        spent = perf_counter() - begun + self.stage.painting_took
        self._not_before = begun + spent / SHARE if running and spent > _BRIEF else begun

    def _prepare(
        self, compiled: Compiled, samples: Samples, data: Dataset, aim: Aim, pieces: int
    ) -> None:
        """What stays the same while only the weights are others."""
        project, passage = self._document.project, self._passage
        if passage is None or passage.compiled is not compiled or passage.pieces != pieces:
            self._passage = passage = Passage(project, compiled, data, pieces)
        self._sighting = Sighting(project, samples, passage, aim, self._sighting)
        self.chooser.show_aim(project, compiled.spec, aim)
        self.journey.show_layer(project.layer(aim.layer).title, deep=aim.choice.count == 3)
        self._show_current()

    def _show(self, data: Dataset, *, gently: bool) -> None:
        """Draw what the passage holds."""
        assert self._sighting is not None
        try:
            seen = self._sighting.see(gently=gently)
        except NothingFiniteError:
            self._show_nothing(self.tr("The outputs of this layer are not finite any more."))
            return
        self._seen = seen
        words = self._telling.words(self._document.project, data, seen)
        self.stage.show_seen(seen, words)
        self.journey.setEnabled(True)
        if not gently:
            self._say()

    def _show_nothing(self, hint: str) -> None:
        self._seen = self._subject = None
        self.stage.show_hint(hint)
        self.journey.rest()
        self.journey.setEnabled(False)
        self.sentence.clear()
        self.notes.hide()

    def _say(self) -> None:
        """In words, seldom enough to be read."""
        seen, data = self._seen, self._document.project.data
        if seen is None or data is None:
            return
        sentence = self._telling.sentence(self._document.project, seen)
        if sentence != self.sentence.text():
            self.sentence.setText(sentence)
            self.stage.setAccessibleDescription(sentence)
        self._note(self._telling.notes(data, seen))

    def _note(self, text: str) -> None:
        if text != self.notes.text():
            self.notes.setText(text)
            self._keep_room()
        self.notes.setVisible(bool(text))

    def _keep_room(self) -> None:
        metrics = self.sentence.fontMetrics()
        is_long = self.width() < _LONGEST * metrics.averageCharWidth()
        lines = 2 if is_long and not self.notes.text() else 1
        self.sentence.setMinimumHeight(lines * metrics.lineSpacing())

    def _why_not(self) -> str:
        if self._document.project.data is None:
            return self.tr(
                "Choose data first: its samples then stand here as each layer sees them."
            )
        return self.tr("The network cannot run yet: solve its problems, and the data stands here.")

    def _aim(self, compiled: Compiled) -> Aim:
        """What a person chose, as far as this network still has it; else what suits it."""
        spec, layout = compiled.spec, compiled.network.layout
        layer = self._layer
        if layer is None or layer not in layout.order:
            lifted = [each.id for each in self._document.project.layers if each.features]
            layer = default_layer(layout, lifted)
        units = spec.layer(layer).units
        choice = self._choices.get(layer)
        if choice is None or not still_fits(choice, units):
            choice = default_axes(units)
        offered = next_units(spec, layer)
        unit = self._units.get(layer, offered[0] if offered else None)
        if unit is not None and unit not in offered:
            unit = offered[0] if offered else None
        return Aim(layer, choice, unit)

    def _choose_layer(self, layer: str) -> None:
        self._layer = layer
        self._refresh()

    def _choose_axes(self, choice: AxesChoice) -> None:
        if self._seen is not None:
            self._choices[self._seen.aim.layer] = choice
            self._refresh()

    def _choose_unit(self, unit: Unit | None) -> None:
        if self._seen is not None:
            self._units[self._seen.aim.layer] = unit
            self._refresh()

    def _take(self, row: int) -> None:
        """Make a sample the stepper's, or say why it cannot be."""
        self._cursor.set_sample(row)
        if self._cursor.sample != row:
            self._note(self._telling.set_aside(row))

    def _show_current(self) -> None:
        if self.sight:
            self.stage.set_current(self._cursor.sample if self._cursor.samples else None)

    def _turn(self) -> None:
        self.stage.turn(_TURN, 0.0)

    def _about(self, row: int) -> str:
        if self._seen is None:
            return ""
        return self._telling.about(self._document.project, self._seen, row)
