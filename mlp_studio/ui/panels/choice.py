"""A box to choose one of the engine's names from, shown as the window calls them."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox

from mlp_studio.ui.panels.labels import silent


class Choice(QComboBox):
    """`chosen` carries the engine's name of the entry a person took."""

    chosen = Signal(str)

    def __init__(self, names: Iterable[str], shown: Callable[[str], str]) -> None:
        super().__init__()
        self._shown = shown
        for name in names:
            self.addItem(shown(name), name)
        self.activated.connect(self._tell)

    @property
    def name(self) -> str:
        """The engine's name of the current entry; "" if there is none."""
        return self.currentData() or ""

    def show_name(self, name: str | None) -> None:
        """Make an entry the current one; None or an unknown name shows none."""
        with silent(self):
            self.setCurrentIndex(self.findData(name))

    def retranslate(self) -> None:
        """Show all entries in the language of now."""
        for at in range(self.count()):
            self.setItemText(at, self._shown(self.itemData(at)))

    def _tell(self, index: int) -> None:
        self.chosen.emit(self.itemData(index))
