"""What an unexpected error looks like: one sentence, and details to copy."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)


class CrashDialog(QDialog):
    """Does not block the window: the work can go on, and be saved, with the dialog open."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModal(False)
        self._count = 1
        self.sentence = QLabel()
        self.sentence.setWordWrap(True)
        self.details = QPlainTextEdit()
        self.details.setReadOnly(True)
        self.details.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.details.setMinimumSize(560, 240)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.copy = self.buttons.addButton("", QDialogButtonBox.ButtonRole.ActionRole)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(self.sentence)
        column.addWidget(self.details)
        column.addWidget(self.buttons)
        self.buttons.rejected.connect(self.close)
        self.copy.clicked.connect(self._copy)
        self.retranslate()

    def report(self, details: str, count: int) -> None:
        """Show an error that has now come `count` times."""
        self._count = count
        self.details.setPlainText(details)
        self.retranslate()
        self.show()

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Something went wrong"))
        text = self.tr(
            "The program ran into an error of its own. Your work is kept and you can go on; "
            "saving it now is a good idea. The details below help to mend the error."
        )
        if self._count > 1:
            text += " " + self.tr("It has happened {count} times.").format(count=self._count)
        self.sentence.setText(text)
        self.copy.setText(self.tr("Copy details"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.details.toPlainText())
