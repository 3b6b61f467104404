"""The inspector itself: the page that fits the selection, kept true to the document."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QMainWindow, QWidget

from mlp_studio.document.document import Document
from mlp_studio.document.selection import Selection
from mlp_studio.document.stepper import StepCursor
from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.panels.inspector.edges import EdgesPage
from mlp_studio.ui.panels.inspector.layers import LayersPage
from mlp_studio.ui.panels.inspector.links import LinksPage
from mlp_studio.ui.panels.inspector.page import Page
from mlp_studio.ui.panels.inspector.passing import PassNumbers
from mlp_studio.ui.panels.inspector.summary import MixedPage, SummaryPage
from mlp_studio.ui.panels.inspector.units import UnitsPage
from mlp_studio.ui.panels.panel import Panel
from mlp_studio.ui.theme import ThemeModel


class Inspector(Panel):
    """With a cursor, the numbers of the current sample's pass stand beside what computes them."""

    matrix_wanted = Signal()
    """A person wants to see the selected link's weights as a table."""

    def __init__(
        self,
        *,
        document: Document,
        selection: Selection,
        theme: ThemeModel,
        numbers: NumberFormat,
        cursor: StepCursor | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._selection = selection
        passing = PassNumbers(cursor, numbers)
        self.summary = SummaryPage(document, selection)
        self.layers = LayersPage(document, selection, theme, numbers, passing)
        self.units = UnitsPage(document, selection, theme, numbers, passing)
        self.links = LinksPage(document, selection, numbers)
        self.edges = EdgesPage(document, selection, numbers, passing)
        self.mixed = MixedPage(document, selection)
        self._pages: tuple[Page, ...] = (
            self.summary,
            self.layers,
            self.units,
            self.links,
            self.edges,
            self.mixed,
        )
        for page in self._pages:
            page.complete()
            page.hide()
            self.column.addWidget(page)
        self.column.addStretch()
        self.links.matrix_wanted.connect(self.matrix_wanted)
        self._current: Page = self.summary
        self._listen(numbers, cursor)
        self._show_selection()
        self.retranslate()

    @property
    def page(self) -> Page:
        """The page on show."""
        return self._current

    def retranslate(self) -> None:
        for page in self._pages:
            page.retranslate()
        self._current.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_pass()

    def _listen(self, numbers: NumberFormat, cursor: StepCursor | None) -> None:
        document = self._document
        for by_id in (
            document.layer_added,
            document.layer_removed,
            document.layer_changed,
            document.link_added,
            document.link_removed,
            document.link_changed,
        ):
            by_id.connect(self._follow)
        for plain in (
            document.loss_changed,
            document.data_changed,
            document.compiled_changed,
            document.replaced,
            numbers.changed,
        ):
            plain.connect(self._follow)
        if cursor is not None:
            cursor.trace_changed.connect(self._follow)
            cursor.moved.connect(self._show_pass)
        self._selection.changed.connect(self._show_selection)

    def _follow(self, _changed: str = "") -> None:
        """The document changed; what was selected may be gone."""
        if self._fitting_page() is self._current:
            self._current.refresh()
        else:
            self._show_selection()

    def _show_pass(self) -> None:
        if self.isVisible():
            self._current.show_pass()

    def _show_selection(self) -> None:
        page = self._fitting_page()
        if page is not self._current:
            self._give_up_focus()
        for other in self._pages:
            other.setVisible(other is page)
        self._current = page
        page.retarget()
        page.refresh()

    def _give_up_focus(self) -> None:
        """The page with the focus goes: back to the canvas, before Qt passes it to any other."""
        focused = self.window().focusWidget()
        if focused is None or not self._current.isAncestorOf(focused):
            return
        window = self.window()
        canvas = window.centralWidget() if isinstance(window, QMainWindow) else None
        if canvas is None:
            focused.clearFocus()
        else:
            canvas.setFocus()

    def _fitting_page(self) -> Page:
        chosen = self._selection.current.within(self._document.project)
        kinds = [
            (chosen.layers, self.layers),
            (chosen.units, self.units),
            (chosen.links, self.links),
            (chosen.edges, self.edges),
        ]
        found = [page for things, page in kinds if things]
        if not found:
            return self.summary
        return found[0] if len(found) == 1 else self.mixed
