"""What one lab is: a scene with a sentence that opens it, and a question that it answers."""

from __future__ import annotations

from abc import abstractmethod

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget

from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.theme import ThemeModel


class Lab(QWidget):
    """A scene by itself: it has numbers of its own, and never sees the user's project."""

    name = ""
    """Its id: "perceptron", "lift", "descent" or "chain"."""
    open_wanted = Signal(object)
    """A Project that is to be opened on the canvas."""

    def __init__(
        self, theme: ThemeModel, numbers: NumberFormat, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self.numbers = numbers

    @abstractmethod
    def title(self) -> str:
        """What the window is called."""

    @abstractmethod
    def opening(self) -> str:
        """One sentence: what to try."""

    @abstractmethod
    def question(self) -> str:
        """One sentence that the scene answers."""

    @abstractmethod
    def answer(self) -> str:
        """One sentence."""

    def start(self) -> None:
        """It is on screen."""

    @abstractmethod
    def rest(self) -> None:
        """Stop every timer: the window is closing, or hidden."""

    @abstractmethod
    def retranslate(self) -> None:
        """Set every text; called once built and whenever the language changes."""

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
