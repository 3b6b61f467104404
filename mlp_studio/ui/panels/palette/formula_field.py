"""The field a person types a feature of their own in."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent

from mlp_studio.engine.expressions import ExpressionError, Formula, parse_expression, variables
from mlp_studio.ui.panels.fields import TextField


class FormulaField(TextField):
    """`accepted` carries a formula that can be computed of the columns; `given_up` by Esc.

    `refused`: what was typed stays, with the reason under it.
    """

    accepted = Signal(str)
    refused = Signal()
    given_up = Signal()

    def __init__(self, columns: Sequence[str]) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self.entered.connect(self._check)
        self.retranslate()

    def retranslate(self) -> None:
        self.line.setAccessibleName(self.tr("Formula of a feature"))
        self._suggest()

    def set_columns(self, columns: Sequence[str]) -> None:
        """What a formula may name."""
        self.columns = tuple(columns)
        self._suggest()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # The line keeps the first Esc for itself where it takes back what was typed.
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    def _suggest(self) -> None:
        example = f"exp(-{self.columns[0]}**2)" if self.columns else ""
        self.line.setPlaceholderText(self.tr("for example {formula}").format(formula=example))

    def _check(self, text: str) -> None:
        if reason := self._wrong(text):
            self.refuse(reason)
            self.refused.emit()
            return
        self.show_text("")
        self.restore()
        self.accepted.emit(text.strip())

    def _wrong(self, text: str) -> str:
        """Why the formula cannot be computed; "" if it can."""
        try:
            names = variables(parse_expression(text))
            unknown = next((name for name in names if name not in self.columns), None)
            if unknown is None:
                Formula(text, self.columns)
                return ""
        except ExpressionError as error:
            self.line.setCursorPosition(error.position)
            return self.tr("At character {position}: {reason}").format(
                position=error.position + 1, reason=error.message
            )
        self.line.setSelection(names[unknown], len(unknown))
        return self.tr("No column is called {name}; there are {columns}.").format(
            name=unknown, columns=", ".join(self.columns)
        )
