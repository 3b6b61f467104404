"""The section of features: ready ones, those a person typed, and the field to type one in."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mlp_studio.project.formula_names import formula_names
from mlp_studio.ui.mime import PaletteItem
from mlp_studio.ui.panels.palette.chips import Chips
from mlp_studio.ui.panels.palette.features import WITHOUT_DATA, can_be_computed, ready_features
from mlp_studio.ui.panels.palette.formula_field import FormulaField
from mlp_studio.ui.theme import ThemeModel

_MOST_TYPED = 8
"""Formulas a person typed that stay at hand; then the oldest goes."""


class FeatureSection(QWidget):
    """`made` carries the PaletteItem of a formula that was just typed.

    `listed` is emitted when the chips are others, `told` carries the part that says something new.
    """

    made = Signal(object)
    listed = Signal()
    told = Signal(QWidget)

    def __init__(self, theme: ThemeModel) -> None:
        super().__init__()
        self._columns: tuple[str, ...] = WITHOUT_DATA
        self._typed: tuple[str, ...] = ()
        self.chips = Chips(theme)
        self.field = FormulaField(WITHOUT_DATA)
        self.field.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.chips)
        column.addWidget(self.field)
        self.setFocusProxy(self.chips)
        self.chips.another_wanted.connect(self._ask)
        self.field.accepted.connect(self._take)
        self.field.refused.connect(self._tell)
        self.field.given_up.connect(self._close)
        self._show()
        self.retranslate()

    def retranslate(self) -> None:
        self.chips.setAccessibleName(self.tr("Features"))
        self.chips.name_last(self.tr("formula…"), self.tr("Type a formula of your own"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def set_columns(self, columns: Sequence[str]) -> None:
        """What formulas may name; without columns they are x1 and x2."""
        columns = formula_names(columns) or WITHOUT_DATA
        if columns != self._columns:
            self._columns = columns
            self.field.set_columns(columns)
            self._show()

    def _show(self) -> None:
        typed = (formula for formula in self._typed if can_be_computed(formula, self._columns))
        ready = ready_features(self._columns)
        self.chips.show_formulas(tuple(dict.fromkeys((*ready, *typed))))
        self.listed.emit()

    def _ask(self) -> None:
        self.field.show()
        self.field.line.setFocus()
        self._tell()

    def _tell(self) -> None:
        self.told.emit(self.field)

    def _take(self, formula: str) -> None:
        others = (each for each in self._typed if each != formula)
        self._typed = (*others, formula)[-_MOST_TYPED:]
        self._show()
        thing = PaletteItem("feature", formula)
        self.chips.setCurrentRow(self.chips.row_of(thing))
        self._close()
        self.made.emit(thing)

    def _close(self) -> None:
        self.field.restore()
        self.field.hide()
        self.chips.setFocus()
