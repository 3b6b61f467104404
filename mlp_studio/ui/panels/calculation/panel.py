"""The calculation panel: the algorithm above, the current step in full below."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from mlp_studio.document.document import Document
from mlp_studio.document.stepper import StepCursor
from mlp_studio.ui.conventions import problem_text
from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.panels.calculation.algorithm import Algorithm
from mlp_studio.ui.panels.calculation.explain import Explainer
from mlp_studio.ui.panels.calculation.finding import START, step_of
from mlp_studio.ui.panels.calculation.reading import Reading
from mlp_studio.ui.panels.panel import MARGIN, SPACING, Panel
from mlp_studio.ui.places_of_numbers import Place
from mlp_studio.ui.theme import ThemeModel
from mlp_studio.ui.typeset.nodes import Leaf
from mlp_studio.ui.typeset.page import Heading, Note, Page, latex_text, plain_text
from mlp_studio.ui.typeset.view import PageView


class Calculation(QWidget):
    """Every number comes from the cursor's trace and update; only subtotals are added up here."""

    hovered = Signal(object)
    """The `Place` of the number or letter under the pointer, or None."""

    def __init__(
        self,
        *,
        document: Document,
        cursor: StepCursor,
        theme: ThemeModel,
        numbers: NumberFormat,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._cursor = cursor
        self._numbers = numbers
        self._unfolded = False
        self._reading: Reading | None = None
        self._explainer = Explainer(numbers, self)
        self.algorithm = Algorithm()
        self.view = PageView(theme)
        self.scroll_area = Panel()
        self.scroll_area.column.setContentsMargins(0, 0, 0, SPACING)
        self.scroll_area.column.addWidget(self.view)
        self.scroll_area.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, 0)
        column.setSpacing(SPACING)
        column.addWidget(self.algorithm)
        column.addWidget(_Rule(theme))
        column.addWidget(self.scroll_area, stretch=1)
        self.setFocusProxy(self.view)
        self.view.hovered.connect(self.hovered)
        self.view.pointed.connect(self._say)
        self.view.followed.connect(self._follow_number)
        self.view.linked.connect(self._unfold)
        cursor.moved.connect(self._follow)
        cursor.trace_changed.connect(self._follow)
        document.compiled_changed.connect(self._follow)
        document.layer_changed.connect(self._follow)
        numbers.changed.connect(self._show)
        self.retranslate()

    @property
    def page(self) -> Page:
        """What is shown."""
        return self.view.page

    @property
    def text(self) -> str:
        """What is shown, as plain text."""
        return plain_text(self.page)

    @property
    def latex(self) -> str:
        """What is shown, as LaTeX."""
        return latex_text(self.page)

    def highlight(self, place: Place | None) -> None:
        """Light up everything that belongs to a place of the canvas; None for nothing."""
        self.view.highlight(place)

    def retranslate(self) -> None:
        self.view.setAccessibleName(self.tr("Calculation of the current step"))
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _follow(self, _changed: str = "") -> None:
        if not self._cursor.is_stale:
            self._unfolded = False
            self._show()
            self.scroll_area.verticalScrollBar().setValue(0)

    def _unfold(self, _link: str) -> None:
        self._unfolded = True
        self._show()

    def _follow_number(self, leaf: Leaf) -> None:
        """Go to the step that made a number: of this pass, or for an old weight of the one before.

        The weights before the first update were made by no step; they lead to the start.
        """
        cursor = self._cursor
        if leaf.quantity == "w":
            self._go_to_the_update_before(leaf)
            return
        index = step_of(leaf, cursor.steps)
        if index is not None:
            cursor.go_to(index)

    def _go_to_the_update_before(self, leaf: Leaf) -> None:
        cursor = self._cursor
        if cursor.pass_number == 0 or leaf.place is None or leaf.place.parameter is None:
            cursor.go_to(START)
            return
        made = int(cursor.steps.when("parameter")[leaf.place.parameter])
        before = int(cursor.pass_starts[cursor.pass_number - 1])
        cursor.go_to_moment(before + 1 + made)

    def _say(self, leaf: Leaf | None) -> None:
        """In a tool tip: the number in full, and what a click does."""
        tip = ""
        if leaf is not None and leaf.link:
            tip = self.tr("Click to see more of it.")
        elif leaf is not None and leaf.value is not None and leaf.can_be_followed:
            exact = self._numbers.exact(leaf.value)
            tip = self.tr("{value}\nClick to go to the step that made it.").format(value=exact)
        self.view.setToolTip(tip)

    def _show(self) -> None:
        step = self._cursor.step
        before = "again" if self._cursor.has_updated else ""
        self.algorithm.set_phase(before if step is None else step.phase)
        self.view.set_page(self._page())

    def _page(self) -> Page:
        cursor = self._cursor
        reading = self._read()
        if reading is None:
            return self._why_not()
        if cursor.step is None:
            return self._explainer.start(reading, cursor.sample)
        return self._explainer.step(reading, cursor.step, unfolded=self._unfolded)

    def _read(self) -> Reading | None:
        """The numbers at hand; the same reading as long as they are the same."""
        cursor, before, project = self._cursor, self._reading, self._document.project
        if cursor.trace is None or cursor.update is None:
            return None
        column, mean = cursor.column, cursor.mean
        if before is not None and before.trace is cursor.trace and before.project is project:
            same = (before.update is cursor.update, before.column, before.is_mean)
            if same == (True, column, mean):
                return before
        self._reading = Reading(
            project,
            cursor.trace,
            cursor.update,
            column=column,
            is_mean=mean,
            before=cursor.optimizer_before,
        )
        return self._reading

    def _why_not(self) -> Page:
        title = Heading(self.tr("Nothing to compute yet"))
        return (title, *(Note(problem_text(problem)) for problem in self._document.problems))


class _Rule(QWidget):
    """A hair line between the algorithm and the calculation."""

    def __init__(self, theme: ThemeModel) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedHeight(1)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.theme.line)
        painter.end()
