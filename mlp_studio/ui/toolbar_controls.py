"""The toolbar's controls that are more than a button: step size, sample, digits."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QSpinBox, QToolButton

from mlp_studio.document.stepper import StepCursor
from mlp_studio.ui.numbers import NumberFormat


class ChoiceButton(QToolButton):
    """Shows the checked one of some actions, and offers the others."""

    def __init__(self, choices: Sequence[QAction]) -> None:
        super().__init__()
        self._choices = tuple(choices)
        self._menu = QMenu(self)
        self._menu.addActions(list(choices))
        self.setMenu(self._menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        for action in self._choices:
            action.changed.connect(self._show_choice)
        self._show_choice()

    def _show_choice(self) -> None:
        for action in self._choices:
            if action.isChecked():
                self.setText(action.iconText())
                self.setToolTip(action.toolTip())


class DigitsButton(QToolButton):
    """Shows how numbers are written just now, 0.00 or 0,0000."""

    def __init__(self, numbers: NumberFormat) -> None:
        super().__init__()
        self._numbers = numbers
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        numbers.changed.connect(self._show_format)
        self._show_format()
        self.retranslate()

    def retranslate(self) -> None:
        self.setToolTip(self.tr("How numbers are written"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _show_format(self) -> None:
        self.setText(self._numbers.text(0.0))


class SampleBox(QSpinBox):
    """Which sample the pass is computed for, counted from 1."""

    def __init__(self, cursor: StepCursor) -> None:
        super().__init__()
        self._cursor = cursor
        self.setMinimum(1)
        self.setWrapping(True)
        self.setKeyboardTracking(False)
        self.valueChanged.connect(self._choose)
        cursor.trace_changed.connect(self._show_sample)
        self._show_sample()
        self.retranslate()

    def retranslate(self) -> None:
        self.setPrefix(self.tr("sample") + " ")
        self.setToolTip(self.tr("The sample the pass is computed for"))
        self.setAccessibleName(self.tr("Sample"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _choose(self, number: int) -> None:
        if number - 1 < self._cursor.samples:
            self._cursor.set_sample(number - 1)

    def _show_sample(self) -> None:
        samples = self._cursor.samples
        self.blockSignals(True)
        self.setMaximum(max(1, samples))
        self.setValue(self._cursor.sample + 1)
        self.setSuffix(f"/{samples}")
        self.blockSignals(False)
        self.setEnabled(samples > 0)
