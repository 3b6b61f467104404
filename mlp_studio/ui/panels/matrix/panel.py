"""The weights panel: the matrix of the link that is selected, live and to be written in."""

from __future__ import annotations

from time import perf_counter

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from mlp_studio.document.document import Document
from mlp_studio.document.selection import Selected, Selection
from mlp_studio.document.training import READABLE_EVERY
from mlp_studio.ui.naming import link_name
from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.panels.fields import NumberField
from mlp_studio.ui.panels.labels import Message, RoleLabel, silent
from mlp_studio.ui.panels.matrix.choosing import candidates, cells_of, selection_of
from mlp_studio.ui.panels.matrix.commands import CellCommands
from mlp_studio.ui.panels.matrix.grid import Flags, Grid, grid
from mlp_studio.ui.panels.matrix.model import MatrixModel
from mlp_studio.ui.panels.matrix.table import MatrixTable
from mlp_studio.ui.panels.panel import CONTROL_HEIGHT, MARGIN, SPACING, Form
from mlp_studio.ui.theme import ThemeModel

_MANY = 300
"""So many cells may still grow under the mouse: their edges are selected once it rests."""
_SETTLED_MS = 120


class MatrixPanel(QWidget):
    """Selecting cells selects their edges on the canvas, and the other way round."""

    def __init__(
        self,
        *,
        document: Document,
        selection: Selection,
        theme: ThemeModel,
        numbers: NumberFormat,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._selection = selection
        self._live: NDArray[np.floating] | None = None
        self._readable_at = 0.0
        self._resting: Grid | None = None
        """The link as the document has it, whatever a run shows meanwhile."""
        self._selecting = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SETTLED_MS)
        self.commands = CellCommands(document, numbers, self)
        self.model = MatrixModel(numbers)
        self.heading = RoleLabel("title")
        self.links = QComboBox()
        self.links.setMinimumHeight(CONTROL_HEIGHT)
        self.hint = RoleLabel("muted")
        self.table = MatrixTable(self.model, theme, numbers)
        self.message = Message()
        self.value = NumberField(numbers)
        self.form = Form()
        self.form.add(self.value)
        self._lay_out()
        self._connect()
        self._listen()
        self.retranslate()
        self._follow()

    def show_parameters(self, vector: NDArray[np.floating] | None) -> None:
        """Show a run's weights, as the flat vector of the document's network; None: its own.

        They change no faster than a person can read them.
        """
        self._live = vector
        is_early = vector is not None and perf_counter() < self._readable_at
        if self.isVisible() and not is_early:
            self._readable_at = perf_counter() + READABLE_EVERY
            self._show_numbers()

    def retranslate(self) -> None:
        self.hint.setText(
            self.tr("Select a link, an edge or a layer that links lead into to see its weights.")
        )
        self.links.setAccessibleName(self.tr("Link"))
        self.form.caption(self.value, self.tr("Selected cells"))
        self.table.retranslate()
        self.model.announce()
        self._show_chosen()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_selection()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(SPACING)
        for part in (self.heading, self.links, self.hint):
            column.addWidget(part)
        column.addWidget(self.table, 1)
        column.addWidget(self.message)
        column.addLayout(self.form)
        # What a small table leaves: the sentence about it stands right below.
        column.addStretch()
        self.setFocusProxy(self.table)

    def _connect(self) -> None:
        table = self.table
        table.chosen.connect(self._choose)
        table.copying.triggered.connect(self._copy)
        table.pasting.triggered.connect(self._paste)
        table.setting.triggered.connect(self._ask_for_value)
        table.freezing.triggered.connect(self._freeze)
        table.thawing.triggered.connect(self._thaw)
        table.removing.triggered.connect(self._remove)
        table.restoring.triggered.connect(self._restore)
        self._soon.timeout.connect(self._tell_selection)
        self.links.activated.connect(self._take_link)
        self.model.entered.connect(self._enter)
        self.model.refused.connect(self.message.say)
        self.commands.answered.connect(self.message.say)
        self.value.value_entered.connect(self._set_value)

    def _listen(self) -> None:
        document = self._document
        for by_id in (
            *(document.layer_added, document.layer_removed, document.layer_changed),
            *(document.link_added, document.link_removed, document.link_changed),
        ):
            by_id.connect(self._follow)
        for plain in (document.data_changed, document.training_changed, document.replaced):
            plain.connect(self._follow)
        document.compiled_changed.connect(self._show_numbers)
        self._selection.changed.connect(self._show_selection)

    def _follow(self, _changed: str = "") -> None:
        """The document changed: the links there are, their names and numbers."""
        project = self._document.project
        is_current = self._resting is not None and self._resting.project is project
        if not self.isVisible() or is_current:
            return
        if self._show_wanted_link():
            self._choose_selected()
        self._show_chosen()

    def _show_selection(self) -> None:
        """Something else is selected: its link, and in that its edges."""
        if self._selecting:
            return
        self._soon.stop()
        if not self.isVisible():
            return
        self._show_wanted_link()
        self._choose_selected()
        self._show_chosen()

    def _show_wanted_link(self) -> bool:
        """Show the link that the selection asks for; whether it is another table than before."""
        found = candidates(self._document.project, self._selection.current)
        self._show_links(found)
        is_other = self._show_link(self._wanted(found))
        if is_other:
            self.message.say("")
        return is_other

    def _choose_selected(self) -> None:
        """Select the cells of the edges that are selected in the window."""
        if self._resting is None:
            return
        self._selecting = True
        try:
            self.table.choose(cells_of(self._resting, self._selection.current))
        finally:
            self._selecting = False

    def _wanted(self, found: list[str]) -> str | None:
        """The link shown already, if it is among those asked for."""
        shown = None if self._resting is None else self._resting.link.id
        return shown if shown in found else found[0] if found else None

    def _show_links(self, found: list[str]) -> None:
        project = self._document.project
        with silent(self.links):
            self.links.clear()
            for link_id in found:
                self.links.addItem(link_name(project, project.link(link_id)), link_id)
        self.links.setVisible(len(found) > 1)
        self.heading.setVisible(len(found) == 1)

    def _show_link(self, link_id: str | None) -> bool:
        """Show a link's numbers; whether it is another table than before."""
        project = self._document.project
        self._resting = None if link_id is None else grid(project, link_id)
        self.table.setVisible(link_id is not None)
        self.form.setRowVisible(self.value, link_id is not None)
        self.hint.setVisible(link_id is None)
        if link_id is not None:
            self.heading.setText(link_name(project, project.link(link_id)))
            with silent(self.links):
                self.links.setCurrentIndex(self.links.findData(link_id))
        return self._show_numbers()

    def _show_numbers(self) -> bool:
        shown, compiled = self._resting, self._document.compiled
        if shown is not None and self._live is not None and compiled is not None:
            layout = compiled.network.layout
            if self._live.size == layout.size:
                shown = shown.with_parameters(layout, self._live)
        is_other = self.model.show(shown)
        if is_other:
            self.table.fit()
        return is_other

    def _choose(self) -> None:
        """A person chose cells: the window selects their edges."""
        self._show_chosen()
        shown = self.model.grid
        if self._selecting or shown is None:
            return
        if np.count_nonzero(self.table.chosen_cells(shown)) > _MANY:
            self._soon.start()
        else:
            self._tell_selection()

    def _tell_selection(self) -> None:
        """Select the edges of the chosen cells in the window."""
        self._soon.stop()
        shown = self.model.grid
        if shown is not None:
            self._select(selection_of(shown, self.table.chosen_cells(shown)))

    def _select(self, selected: Selected) -> None:
        # What comes back from this is what the person did here: their cells stay as they are.
        self._selecting = True
        try:
            self._selection.set(selected)
        finally:
            self._selecting = False

    def _show_chosen(self) -> None:
        """The number that the chosen cells share, and what can be done with them."""
        shown, table = self.model.grid, self.table
        if shown is None:
            return
        chosen = table.chosen_cells(shown)
        there = chosen & shown.exists
        values = np.unique(shown.values[there])
        self.value.show_value(float(values[0]) if len(values) == 1 else None)
        self.value.line.setPlaceholderText(self.tr("several") if len(values) > 1 else "")
        self.value.setEnabled(bool(there.any()))
        table.enable_actions(shown, chosen)

    def _take_link(self, _index: int) -> None:
        self._show_link(self.links.currentData())
        self._show_chosen()

    def _enter(self, row: int, column: int, value: float) -> None:
        shown = self.model.grid
        if shown is not None:
            cell = np.zeros(shown.shape, bool)
            cell[row, column] = True
            self.commands.set(shown, cell, value)

    def _set_value(self, value: float) -> None:
        shown, chosen = self._at_hand()
        reason = self.commands.set(shown, chosen, value)
        if reason:
            self.message.say("")
            self.value.refuse(reason)

    def _ask_for_value(self) -> None:
        self.value.line.setFocus()
        self.value.line.selectAll()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.commands.clipboard.write(*self._at_hand()))

    def _paste(self) -> None:
        shown, chosen = self._at_hand()
        index = self.table.currentIndex()
        if index.isValid():
            place = index.row(), index.column()
            if np.count_nonzero(chosen) > 1:
                place = tuple(np.argwhere(chosen).min(axis=0).tolist())
            self.commands.paste(shown, chosen, place, QGuiApplication.clipboard().text())

    def _freeze(self) -> None:
        self.commands.freeze(*self._at_hand(), True)

    def _thaw(self) -> None:
        self.commands.freeze(*self._at_hand(), False)

    def _remove(self) -> None:
        shown, chosen = self._at_hand()
        # The edges go, and with them the selection: the link stays selected, and in the table.
        self._select(Selected(links=frozenset({shown.link.id})))
        self.commands.remove(shown, chosen)

    def _restore(self) -> None:
        self.commands.restore(*self._at_hand())

    def _at_hand(self) -> tuple[Grid, Flags]:
        """What is shown and chosen. The table must show something."""
        shown = self.model.grid
        assert shown is not None
        return shown, self.table.chosen_cells(shown)
