"""The calculation panel: the algorithm above, the current step in full below."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QUrl
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QFrame, QTextBrowser, QVBoxLayout, QWidget

from mlp_studio.document.document import Document
from mlp_studio.document.stepper import StepCursor
from mlp_studio.ui.conventions import problem_text
from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.panels.calculation import markup
from mlp_studio.ui.panels.calculation.algorithm import Algorithm
from mlp_studio.ui.panels.calculation.explain import Explainer
from mlp_studio.ui.panels.calculation.reading import Reading
from mlp_studio.ui.panels.panel import MARGIN, SPACING
from mlp_studio.ui.theme import ThemeModel


class Calculation(QWidget):
    """Every number comes from the cursor's trace and update; nothing is computed here."""

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
        self._theme = theme
        self._unfolded = False
        self._explainer = Explainer(numbers, self)
        self.algorithm = Algorithm()
        self.browser = QTextBrowser()
        self.browser.setFrameShape(QFrame.Shape.NoFrame)
        self.browser.setOpenLinks(False)
        # A number is never broken in two, however large the text is.
        self.browser.setWordWrapMode(QTextOption.WrapMode.WordWrap)
        # A page of the panel, not a field to type in.
        self.browser.setStyleSheet("border: none; padding: 0; background: transparent;")
        self.browser.document().setDocumentMargin(0)
        self.browser.anchorClicked.connect(self._unfold)
        rule = QFrame()
        rule.setFixedHeight(1)
        rule.setStyleSheet("background: palette(mid);")
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(SPACING)
        column.addWidget(self.algorithm)
        column.addWidget(rule)
        column.addWidget(self.browser, stretch=1)
        self.setFocusProxy(self.browser)
        cursor.moved.connect(self._follow)
        cursor.trace_changed.connect(self._follow)
        document.compiled_changed.connect(self._follow)
        document.layer_changed.connect(self._follow)
        numbers.changed.connect(self._show)
        theme.changed.connect(self._restyle)
        self._restyle()
        self.retranslate()

    def retranslate(self) -> None:
        self.browser.setAccessibleName(self.tr("Calculation of the current step"))
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _restyle(self) -> None:
        self.browser.document().setDefaultStyleSheet(markup.style(self._theme.theme))
        self._show()

    def _follow(self, _changed: str = "") -> None:
        if not self._cursor.is_stale:
            self._unfolded = False
            self._show()

    def _unfold(self, _link: QUrl) -> None:
        self._unfolded = True
        self._show()

    def _show(self) -> None:
        step = self._cursor.step
        before = "again" if self._cursor.has_updated else ""
        self.algorithm.set_phase(before if step is None else step.phase)
        self.browser.setHtml(self._text())

    def _text(self) -> str:
        trace, update = self._cursor.trace, self._cursor.update
        if trace is None or update is None:
            return self._why_not()
        reading = Reading(self._document.project, trace, update)
        step = self._cursor.step
        if step is None:
            return self._explainer.start(reading, self._cursor.sample)
        return self._explainer.step(reading, step, unfolded=self._unfolded)

    def _why_not(self) -> str:
        title = self.tr("Nothing to compute yet")
        reasons = [
            markup.line(markup.text(problem_text(problem)), "note")
            for problem in self._document.problems
        ]
        return markup.heading(title, "ink") + "".join(reasons)
