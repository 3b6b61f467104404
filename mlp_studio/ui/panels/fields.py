"""Typed fields: what a person typed is kept until it is accepted, with the reason under it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QDoubleSpinBox, QLineEdit, QSpinBox, QVBoxLayout, QWidget

from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.panels.labels import Message, set_property
from mlp_studio.ui.panels.panel import CONTROL_HEIGHT

_ROOM_FOR_ARROWS = 44
_SHORT = 8
"""Up to so many characters a value is written in full."""


def as_given(numbers: NumberFormat, value: float) -> str:
    """A number somebody chose: as short as it was given, if that is short; else rounded."""
    exact = numbers.exact(value)
    return exact if len(exact) <= _SHORT else numbers.text(value)


class _Line(QLineEdit):
    """A line that Esc takes back to what it showed before."""

    cancelled = Signal()
    focus_changed = Signal()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.focus_changed.emit()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focus_changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.isModified():
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)


class TextField(QWidget):
    """One line of text; `entered` when it was changed and Enter or Tab pressed.

    The owner applies the text and either shows the new value with `show_text`, or says with
    `refuse` why it cannot be: then what was typed stays.
    """

    entered = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.line = _Line()
        self.line.setMinimumHeight(CONTROL_HEIGHT)
        self.message = Message()
        self._shown = ""
        self._refused = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.line)
        column.addWidget(self.message)
        self.setFocusProxy(self.line)
        self.line.editingFinished.connect(self._finish)
        self.line.cancelled.connect(self.restore)

    def show_text(self, text: str) -> None:
        """Show the current value. A refused or half-typed entry survives until it differs."""
        if text == self._shown and self.line.isModified():
            return
        self._shown = text
        self.restore()

    def restore(self) -> None:
        """Back to the current value."""
        self._accepted()
        self.line.setText(self._shown)
        self.line.setCursorPosition(0)

    def refuse(self, sentence: str) -> None:
        """Say under the field why its text cannot be taken."""
        self._refused = True
        set_property(self.line, "invalid", True)
        self.message.say(sentence)

    def _accepted(self) -> None:
        self._refused = False
        set_property(self.line, "invalid", False)
        self.message.say("")

    def _finish(self) -> None:
        text = self.line.text()
        if not self.line.isModified():
            return
        if text == self._shown:
            self.restore()
            return
        self._accepted()
        self._accept(text)
        if not self._refused:
            # The same value written in another way changes nothing: show it the usual way.
            self.line.setModified(False)
            if self.line.text() == text:
                self.line.setText(self._shown)

    def _accept(self, text: str) -> None:
        self.entered.emit(text)


class NumberField(TextField):
    """A number in the window's format: 0.5, 0,5, −2 and 1/3 are all understood.

    With `optional`, an empty field is an answer too: `emptied`. While it is being edited it shows
    the whole value, at rest a long one is rounded as everywhere in the window.
    `show_value(None)` shows nothing: several values, or a default.
    """

    value_entered = Signal(float)
    emptied = Signal()

    def __init__(self, numbers: NumberFormat, *, optional: bool = False) -> None:
        super().__init__()
        self._numbers = numbers
        self._optional = optional
        self._value: float | None = None
        numbers.changed.connect(self._reformat_at_rest)
        self.line.focus_changed.connect(self._reformat_at_rest)

    def show_value(self, value: float | None) -> None:
        self._value = value
        self._reformat()

    def _reformat(self) -> None:
        self.show_text("" if self._value is None else self._text(self._value))

    def _reformat_at_rest(self) -> None:
        if not self.line.isModified():
            self._reformat()

    def _text(self, value: float) -> str:
        if self.line.hasFocus():
            return self._numbers.exact(value)
        return as_given(self._numbers, value)

    def _accept(self, text: str) -> None:
        if self._optional and not text.strip():
            self.emptied.emit()
            return
        try:
            value = self._numbers.parse(text)
        except ValueError as error:
            self.refuse(str(error))
            return
        self.value_entered.emit(value)


class WholeBox(QSpinBox):
    """A whole number; Enter or leaving it applies what was typed, Esc forgets it."""

    def __init__(self, least: int, most: int) -> None:
        super().__init__()
        self.setRange(least, most)
        self.setKeyboardTracking(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.lineEdit().isModified():
            # The value is still the one before: only its text is another.
            shown = self.specialValueText() if self.value() == self.minimum() else ""
            self.lineEdit().setText(shown or self.textFromValue(self.value()))
            self.selectAll()
        else:
            super().keyPressEvent(event)


class CountBox(QDoubleSpinBox):
    """A whole number, larger than QSpinBox can hold: seeds and epochs reach 2⁵³."""

    count_changed = Signal(object)

    def __init__(self, least: int, most: int = 2**53) -> None:
        super().__init__()
        self.setDecimals(0)
        self.setRange(least, most)
        self.setKeyboardTracking(False)
        self.setMinimumHeight(CONTROL_HEIGHT)
        self.valueChanged.connect(self._tell)

    def _tell(self, value: float) -> None:
        self.count_changed.emit(int(value))

    def textFromValue(self, val: float) -> str:
        return str(int(val))

    def minimumSizeHint(self) -> QSize:
        # Room for seven digits: the widest number it could hold must not set the panel's width.
        texts = ("0" * 7, self.specialValueText())
        widest = max(self.fontMetrics().horizontalAdvance(text) for text in texts)
        return QSize(widest + _ROOM_FOR_ARROWS, super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()
