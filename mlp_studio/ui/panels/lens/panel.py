"""The path lens: every path from a weight to the loss, and the sum that is its gradient."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSlider, QToolButton, QWidget

from mlp_studio.document.document import Document
from mlp_studio.document.selection import Selection
from mlp_studio.document.stepper import StepCursor
from mlp_studio.engine.paths import Path
from mlp_studio.ui import icons
from mlp_studio.ui.counting import count_text
from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.panels.labels import RoleLabel, silent
from mlp_studio.ui.panels.lens.finder import Finder
from mlp_studio.ui.panels.lens.growing import GrowingSum
from mlp_studio.ui.panels.lens.model import PathModel
from mlp_studio.ui.panels.lens.recursion import Recursion
from mlp_studio.ui.panels.lens.subject import Subject
from mlp_studio.ui.panels.lens.telling import Telling
from mlp_studio.ui.panels.panel import CONTROL_HEIGHT, Panel
from mlp_studio.ui.panels.rows import RowList
from mlp_studio.ui.sight import Sight
from mlp_studio.ui.theme import ThemeModel


class LensPanel(Panel):
    """Looks at what is selected, in the pass of the cursor; works only while it is in sight."""

    paths_shown = Signal(object)
    """The paths to light on the canvas, a tuple of `Path`: those selected, or those in the sum."""

    def __init__(
        self,
        *,
        document: Document,
        cursor: StepCursor,
        selection: Selection,
        theme: ThemeModel,
        numbers: NumberFormat,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._cursor = cursor
        self._selection = selection
        self._theme = theme
        self._numbers = numbers
        self.sight = Sight(self)
        self._finder = Finder(cursor)
        self._subject: Subject | None = None
        self._telling: Telling | None = None
        """Names things as in the project that the paths were found in."""
        self._stage = 0
        self._lit: tuple[Path, ...] = ()
        self.model = PathModel(numbers)
        self.heading = RoleLabel("title")
        self.hint = RoleLabel("muted")
        self.total = RoleLabel()
        self.fewer, self.more = _button(), _button()
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.so_far = RoleLabel("title")
        self.growing = GrowingSum(theme)
        self.rows = RowList(theme)
        self.factors = RoleLabel("muted")
        self.recursion = Recursion(numbers)
        self._arrange()
        self._connect()
        self.retranslate()

    @property
    def subject(self) -> Subject | None:
        """What is looked at; None while nothing fitting is selected, or nothing can be computed."""
        return self._subject

    @property
    def stage(self) -> int:
        """How much of the sum is there: so many paths, the last stage being the rest together."""
        return self._stage

    def set_stage(self, stage: int) -> None:
        """Add up so far, and light the paths that are in the sum."""
        self.rows.selectionModel().clear()
        self._show_stage(stage)

    def retranslate(self) -> None:
        self.fewer.setToolTip(self.tr("One path fewer"))
        self.more.setToolTip(self.tr("One path more"))
        for button in (self.fewer, self.more):
            button.setAccessibleName(button.toolTip())
        self.slider.setAccessibleName(self.tr("How many paths are added up"))
        self.rows.setAccessibleName(self.tr("Paths to the loss, the strongest first"))
        self.recursion.retranslate()
        self._show()

    def _arrange(self) -> None:
        steps = QHBoxLayout()
        steps.setSpacing(4)
        for control in (self.fewer, self.slider, self.more):
            steps.addWidget(control)
        self._steps = QWidget()
        self._steps.setLayout(steps)
        steps.setContentsMargins(0, 0, 0, 0)
        self.rows.setModel(self.model)
        self.rows.setSelectionMode(RowList.SelectionMode.ExtendedSelection)
        above = (self.heading, self.hint, self.total, self.so_far, self.growing, self._steps)
        for part in above:
            self.column.addWidget(part)
        self.column.addWidget(self.rows, 1)
        self.column.addWidget(self.factors)
        self.column.addWidget(self.recursion)
        self._tail = self.column.count()
        self.column.addStretch(0)
        self._tint()

    def _connect(self) -> None:
        self.fewer.clicked.connect(self._one_fewer)
        self.more.clicked.connect(self._one_more)
        self.slider.valueChanged.connect(self.set_stage)
        self.rows.selectionModel().selectionChanged.connect(self._on_rows_chosen)
        self.sight.changed.connect(self._on_sight)
        self._selection.changed.connect(self._look)
        self._cursor.trace_changed.connect(self._look)
        self._cursor.moved.connect(self._follow_sample)
        for named in (self._document.layer_changed, self._document.data_changed):
            named.connect(self._on_named)
        self._numbers.changed.connect(self._show)
        self._theme.changed.connect(self._tint)

    def _on_named(self, _id: str = "") -> None:
        """Something may be called otherwise."""
        self._look()

    def _on_sight(self) -> None:
        if self.sight:
            self._look()
        else:
            self._light(())

    def _follow_sample(self) -> None:
        """Another sample of the same pass may be shown."""
        if self._finder.is_of_another_sample:
            self._look()

    def _look(self) -> None:
        """Find the paths again, wherever anything that they depend on is another."""
        if not self.sight or self._cursor.is_stale:
            return
        before = self._subject
        found = self._finder.subject(self._document.project, self._selection.current)
        self._subject = found
        self._telling = None
        if found is not None:
            self._telling = Telling(self._document.project, found.layout, self._numbers)
        if found is None or before is None or before.origin != found.origin:
            self.rows.clearSelection()
            self._stage = 0 if found is None else found.stages
        elif self._stage == before.stages:
            self._stage = found.stages
        self._show()

    def _show(self) -> None:
        subject, telling = self._subject, self._telling
        chosen = [index.row() for index in self.rows.selectionModel().selectedRows()]
        with silent(self.rows.selectionModel()):
            self.model.show_subject(subject, telling)
        always: tuple[QWidget, ...] = (self.total, self.rows, self.factors, self.recursion)
        for part in always:
            part.setVisible(subject is not None)
        for part in (self.so_far, self.growing, self._steps):
            # One path is not added up.
            part.setVisible(subject is not None and subject.stages > 1)
        self.hint.setVisible(subject is None)
        self.column.setStretch(self._tail, 0 if subject is not None else 1)
        if subject is None or telling is None:
            self.heading.setText(self.tr("Paths to the loss"))
            self.hint.setText(self._what_to_do())
            self._light(())
            return
        self._write(subject, telling)
        with silent(self.slider):
            self.slider.setRange(0, subject.stages)
        self._show_stage(self._stage)
        self._choose(chosen)

    def _what_to_do(self) -> str:
        if self._cursor.trace is None:
            return self.tr("As soon as the network is complete, its paths can be looked at here.")
        return self.tr(
            "Select an edge, a unit or an input on the canvas: every path from there to the loss "
            "lights up, and their products add up to the gradient."
        )

    def _write(self, subject: Subject, telling: Telling) -> None:
        symbol, count = telling.symbol(subject.origin), subject.found.count
        self.heading.setText(
            self.tr("∂L/∂{symbol} of {name}, sample {sample}").format(
                symbol=symbol, name=telling.name(subject.origin), sample=self._cursor.sample + 1
            )
        )
        if count == 0:
            text = self.tr("No path leads from here to the loss: the gradient is 0.")
        elif count == 1:
            text = self.tr("One path leads to the loss: the product along it is the gradient.")
        else:
            text = self.tr(
                "{count} paths lead to the loss. Each multiplies the local derivatives it meets; "
                "the sum of all is the gradient."
            ).format(count=count_text(self._numbers, count))
        self.total.setText(text)
        self.recursion.show_subject(subject, telling)

    def _one_fewer(self) -> None:
        self.set_stage(self._stage - 1)

    def _one_more(self) -> None:
        self.set_stage(self._stage + 1)

    def _show_stage(self, stage: int) -> None:
        subject, telling = self._subject, self._telling
        if subject is None or telling is None:
            return
        self._stage = stage = min(max(stage, 0), subject.stages)
        self.model.set_added(stage)
        with silent(self.slider):
            self.slider.setValue(stage)
        self.fewer.setEnabled(stage > 0)
        self.more.setEnabled(stage < subject.stages)
        self.growing.show_sums(subject.growing, stage)
        is_whole = stage == subject.stages
        text = (
            self.tr("all {count} paths: {sum} of {gradient}")
            if is_whole
            else self.tr("first {number} of {count} paths: {sum} of {gradient}")
        )
        self.so_far.setText(
            text.format(
                number=stage,
                count=count_text(self._numbers, subject.found.count),
                sum=telling.signed(subject.growing[stage]),
                gradient=telling.signed(subject.found.gradient),
            )
        )
        self._on_rows_chosen()

    def _choose(self, rows: list[int]) -> None:
        """Select rows again after the list was filled anew."""
        chosen = self.rows.selectionModel()
        for row in rows:
            if row < self.model.rowCount():
                chosen.select(self.model.index(row), QItemSelectionModel.SelectionFlag.Select)

    def _on_rows_chosen(self) -> None:
        """Light what is selected; with nothing selected, what is in the sum."""
        subject, telling = self._subject, self._telling
        if subject is None or telling is None:
            return
        rows = sorted(index.row() for index in self.rows.selectionModel().selectedRows())
        chosen = [row for row in rows if row < len(subject.paths)]
        paths = subject.paths[: self._stage]
        if chosen:
            paths = tuple(subject.paths[row] for row in chosen)
        example = paths[0] if len(chosen) == 1 else (subject.paths or (None,))[0]
        self.factors.setVisible(example is not None)
        if example is not None:
            self.factors.setText(f"{telling.chain(example)}:\n{telling.symbols(example.factors)}")
        self._light(paths)

    def _light(self, paths: tuple[Path, ...]) -> None:
        paths = paths if self.sight else ()
        if paths or self._lit:
            self._lit = paths
            self.paths_shown.emit(paths)

    def _tint(self) -> None:
        for button, name in ((self.fewer, "step-back"), (self.more, "step-forward")):
            button.setIcon(icons.icon(name, self._theme.theme))


def _button() -> QToolButton:
    button = QToolButton()
    button.setAutoRaise(True)
    button.setAutoRepeat(True)
    button.setFixedSize(CONTROL_HEIGHT, CONTROL_HEIGHT)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button
