"""The field formulas are typed in: what cannot be read is underlined, with the reason below."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QFocusEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QVBoxLayout, QWidget

from mlp_studio.engine.expressions import ExpressionError
from mlp_studio.ui.panels.labels import Message, set_property, silent
from mlp_studio.ui.theme import ThemeModel

_LINES = 7
_AROUND = 14


class _Sheet(QPlainTextEdit):
    """Plain text as high as some lines; Tab leaves it."""

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)

    def sizeHint(self) -> QSize:
        return QSize(200, _LINES * self.fontMetrics().lineSpacing() + _AROUND)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, 3 * self.fontMetrics().lineSpacing() + _AROUND)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.ensureCursorVisible()


class FormulaEditor(QWidget):
    """`edited` carries the text at every change by hand."""

    edited = Signal(str)

    def __init__(self, theme: ThemeModel) -> None:
        super().__init__()
        self._theme = theme
        self._position: int | None = None
        self.field = _Sheet()
        self.message = Message()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.field)
        column.addWidget(self.message)
        self.setFocusProxy(self.field)
        self.field.textChanged.connect(self._tell)
        theme.changed.connect(self._underline)

    @property
    def text(self) -> str:
        return self.field.toPlainText()

    @property
    def position(self) -> int | None:
        """The character that is pointed at, as an index into `text`."""
        return self._position

    def show_text(self, text: str) -> None:
        """Another text, which `edited` does not tell of."""
        with silent(self.field):
            self.field.setPlainText(text)

    def retranslate(self) -> None:
        self.field.setAccessibleName(self.tr("Formulas"))
        self.field.setPlaceholderText(self.tr("for example {formula}").format(formula="z = x*y"))

    def accept(self) -> None:
        """The text can be read and computed."""
        self._position = None
        set_property(self.field, "invalid", False)
        self.message.say("")
        self._underline()

    def refuse(self, error: ExpressionError) -> None:
        """Point at the character, and say why in one sentence."""
        self._position = error.position
        set_property(self.field, "invalid", True)
        self.message.say(
            self.tr("At character {position}: {reason}").format(
                position=error.position + 1, reason=error.message
            )
        )
        self._underline()

    def _tell(self) -> None:
        self.edited.emit(self.text)

    def _underline(self) -> None:
        marks = []
        if self._position is not None and self.text:
            mark = QTextEdit.ExtraSelection()
            form = QTextCharFormat()
            form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
            form.setUnderlineColor(self._theme.theme.error)
            form.setForeground(self._theme.theme.error)
            mark.format = form
            mark.cursor = self._cursor_over(self._position)
            marks.append(mark)
        self.field.setExtraSelections(marks)

    def _cursor_over(self, position: int) -> QTextCursor:
        """Over one character; over the last one where the text ends too early."""
        at = min(position, len(self.text) - 1)
        # Qt counts in UTF-16: what is beyond takes two places.
        start = len(self.text[:at].encode("utf-16-le")) // 2
        width = len(self.text[at].encode("utf-16-le")) // 2
        cursor = QTextCursor(self.field.document())
        cursor.setPosition(start)
        cursor.setPosition(start + width, QTextCursor.MoveMode.KeepAnchor)
        return cursor
