"""Version, licence and credits."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from mlp_studio import __version__

_CREDITS = (
    ("Qt, PySide6", "LGPL-3.0"),
    ("NumPy", "BSD-3-Clause"),
    ("pyqtgraph", "MIT"),
    ("CET colour maps, Peter Kovesi", "CC-BY-4.0"),
    ("msgspec", "BSD-3-Clause"),
    ("threadpoolctl", "BSD-3-Clause"),
    ("Rich", "MIT"),
)


class AboutDialog(QDialog):
    """Does not block the window."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = QLabel(f"MLP Studio {__version__}")
        self._name.setProperty("role", "title")
        self._what = QLabel()
        self._credits = QLabel("\n".join(f"{name} · {licence}" for name, licence in _CREDITS))
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        for label in (self._what, self._credits):
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._credits.setProperty("role", "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(12)
        for part in (self._name, self._what, self._credits, self._buttons):
            column.addWidget(part)
        self.setMinimumWidth(420)
        self._buttons.rejected.connect(self.close)
        self.retranslate()

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("About MLP Studio"))
        self._what.setText(
            self.tr(
                "Build a multi-layer perceptron by hand, step through backpropagation with every "
                "number in sight, and watch it learn.\n\nFree software under the MIT licence. "
                "It never uses the network. It stands on:"
            )
        )

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
