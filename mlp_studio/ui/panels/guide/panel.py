"""The guide panel: beside a worked example, what was published and what the engine says to it."""

from __future__ import annotations

import time
from collections.abc import Iterator

from PySide6.QtCore import QEvent, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent, QTextOption
from PySide6.QtWidgets import QFrame, QPushButton, QTextBrowser, QVBoxLayout, QWidget

from mlp_studio.document.document import Document
from mlp_studio.document.stepper import StepCursor
from mlp_studio.project.worked import Check, FigureResult, recognise
from mlp_studio.ui.examples import examples
from mlp_studio.ui.numbers import MINUS, NumberFormat
from mlp_studio.ui.panels.guide import page
from mlp_studio.ui.panels.guide.figures import name_text, translated
from mlp_studio.ui.panels.guide.going import go_to, is_current
from mlp_studio.ui.panels.labels import Message
from mlp_studio.ui.panels.panel import CONTROL_HEIGHT, MARGIN, SPACING
from mlp_studio.ui.sight import Sight
from mlp_studio.ui.theme import ThemeModel

_SLICE = 0.01
"""Seconds at a time for figures that come after thousands of updates."""
_MARK_MS = 100
"""So often at most are the current figures marked: while a pass plays, not with every step."""


class _Browser(QTextBrowser):
    """Says when it has another width."""

    width_changed = Signal()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.width_changed.emit()


class GuidePanel(QWidget):
    """A worked example is checked when it is opened: what needs no training at once, the rest
    while the panel is on screen and the window has nothing else to do."""

    open_example = Signal(object, str)
    """The path of an example that a person chose, and its English title."""

    def __init__(
        self,
        *,
        document: Document,
        cursor: StepCursor,
        numbers: NumberFormat,
        theme: ThemeModel,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._cursor = cursor
        self._numbers = numbers
        self._theme = theme
        self.sight = Sight(self)
        self._page = page.GuidePage(numbers, self)
        self._check: Check | None = None
        self._results: list[FigureResult] = []
        self._pending: Iterator[FigureResult | None] = iter(())
        self._current: frozenset[int] = frozenset()
        self._fitted_width = 0
        self._working = QTimer(self)
        self._working.timeout.connect(self._work)
        self._marking = QTimer(self)
        self._marking.setSingleShot(True)
        self._marking.setInterval(_MARK_MS)
        self._marking.timeout.connect(self._mark)
        self.browser = _Browser()
        self.message = Message("warning")
        self.copy = QPushButton()
        self._arrange()
        self._connect()
        self._begin()
        self._restyle()
        self.retranslate()

    @property
    def check(self) -> Check | None:
        """The numbers of the worked example that is open; None for any other project."""
        return self._check

    @property
    def results(self) -> tuple[FigureResult, ...]:
        """The figures compared so far, in their order."""
        return tuple(self._results)

    def retranslate(self) -> None:
        self.browser.setAccessibleName(self.tr("Guide to the worked example"))
        self.copy.setText(self.tr("Copy the figures"))
        self.copy.setToolTip(self.tr("As a table for a spreadsheet"))
        self.message.say("")
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._show()

    def _on_sight(self) -> None:
        if not self.sight:
            self._working.stop()
            return
        self._mark()
        self._work_on()

    def _arrange(self) -> None:
        browser = self.browser
        browser.setFrameShape(QFrame.Shape.NoFrame)
        browser.setOpenLinks(False)
        browser.setWordWrapMode(QTextOption.WrapMode.WordWrap)
        browser.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # A page of the panel, not a field to type in.
        browser.setStyleSheet("border: none; padding: 0; background: transparent;")
        browser.document().setDocumentMargin(0)
        self.copy.setMinimumHeight(CONTROL_HEIGHT)
        self.copy.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(SPACING)
        column.addWidget(browser, stretch=1)
        column.addWidget(self.message)
        column.addWidget(self.copy)
        self.setFocusProxy(browser)

    def _connect(self) -> None:
        self.sight.changed.connect(self._on_sight)
        self.browser.anchorClicked.connect(self._follow_link)
        self.browser.width_changed.connect(self._refit, Qt.ConnectionType.QueuedConnection)
        self.copy.clicked.connect(self._copy)
        self._document.replaced.connect(self._begin)
        self._document.compiled_changed.connect(self._recognise)
        self._cursor.moved.connect(self._mark_soon)
        self._cursor.trace_changed.connect(self._mark_soon)
        self._numbers.changed.connect(self._show)
        self._theme.changed.connect(self._restyle)

    def _recognise(self) -> None:
        """What was learned changes nothing, what was edited may make it another network."""
        example = recognise(self._document.project)
        if (self._check.example if self._check else None) is not example:
            self._begin()

    def _begin(self) -> None:
        """Check afresh."""
        project = self._document.project
        self._check = Check(project) if recognise(project) else None
        self._results, self._current = [], frozenset()
        self._pending = self._check.results() if self._check else iter(())
        for result in self._pending:
            if result is None:
                break
            self._results.append(result)
        self.message.say("")
        self._show()
        self._work_on()

    def _work_on(self) -> None:
        if self.sight and self._is_unfinished:
            self._working.start()

    @property
    def _is_unfinished(self) -> bool:
        check = self._check
        return check is not None and len(self._results) < len(check.example.figures)

    def _work(self) -> None:
        """Compute for a moment, then let the window go on."""
        ends, count = time.perf_counter() + _SLICE, len(self._results)
        for result in self._pending:
            if result is not None:
                self._results.append(result)
            if time.perf_counter() >= ends:
                break
        if not self._is_unfinished:
            self._working.stop()
        if len(self._results) != count:
            self._show()

    def _mark_soon(self) -> None:
        if self.sight and not self._marking.isActive():
            self._marking.start()

    def _mark(self) -> None:
        """Mark the figures that the current step makes."""
        check, cursor = self._check, self._cursor
        if check is None or cursor.trace is None or cursor.is_stale:
            return
        figures = enumerate(check.example.figures)
        current = frozenset(n for n, each in figures if is_current(cursor, check, each.value))
        if current != self._current:
            self._current = current
            self._show()

    def _restyle(self) -> None:
        self.browser.document().setDefaultStyleSheet(page.style(self._theme.theme))
        self._show()

    def _show(self) -> None:
        check, bar = self._check, self.browser.verticalScrollBar()
        self.copy.setVisible(check is not None)
        if check is None:
            self.browser.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
            self.browser.setHtml(self._page.choice())
            return
        # Always, for the width decides how the page is laid out, and must not depend on it.
        self.browser.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        place = bar.value()
        for is_narrow in (False, True):
            self._page.is_narrow = is_narrow
            self.browser.setHtml(self._page.example(check, self._results, self._current))
            if self.browser.document().idealWidth() <= self.browser.viewport().width():
                break
        bar.setValue(place)
        self._fitted_width = self.browser.viewport().width()

    def _refit(self) -> None:
        """Lay the page out anew for another width."""
        if self._check is not None and self.browser.viewport().width() != self._fitted_width:
            self._show()

    def _follow_link(self, link: QUrl) -> None:
        text = link.toString()
        if text.startswith(page.EXAMPLE):
            self._open(text.removeprefix(page.EXAMPLE))
        elif self._check is not None:
            number = int(text.removeprefix(page.FIGURE))
            self._go_to(self._check, number)

    def _go_to(self, check: Check, number: int) -> None:
        value = check.example.figures[number].value
        self.message.say("")
        if go_to(self._cursor, check, value):
            return
        if value.after:
            text = self.tr("That comes after update {count}: step on, or train, to get there.")
            self.message.say(text.format(count=value.after))
        else:
            self.message.say(self.tr("The weights are others by now: reset them to see this step."))

    def _open(self, name: str) -> None:
        for path, title in examples():
            if path.stem == name:
                self.open_example.emit(path, title)
                return

    def _copy(self) -> None:
        check = self._check
        if check is None:
            return
        head = (self.tr("figure"), self.tr("published"), self.tr("computed"), self.tr("verdict"))
        lines = ["\t".join(head)]
        for result in self._results:
            figure = result.figure
            verdict, _ = self._page.verdict(check.example, result)
            computed = self._numbers.exact(result.computed).replace(MINUS, "-")
            lines.append(
                "\t".join(
                    (
                        name_text(translated(figure.what)),
                        figure.published.replace(".", self._numbers.decimal_sign),
                        computed,
                        verdict,
                    )
                )
            )
        QGuiApplication.clipboard().setText("\n".join(lines))
