"""The choice of a built-in data set, in groups under headings."""

from __future__ import annotations

from itertools import groupby

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFont, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QComboBox

from mlp_studio.project import builtin
from mlp_studio.ui.panels.labels import silent


class SetChoice(QComboBox):
    """`chosen` carries the name of the set a person took."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._entries = QStandardItemModel(self)
        self.setModel(self._entries)
        self.setMaxVisibleItems(32)
        self.activated.connect(self._tell)
        self.retranslate()

    def retranslate(self) -> None:
        """List all sets in the language of now; the current one stays."""
        current = self.currentData()
        names, headings = self._names(), self._headings()
        with silent(self):
            self._entries.clear()
            for group, sets in groupby(builtin.SETS, key=lambda each: each.group):
                self._entries.appendRow(_heading(headings[group]))
                for each in sets:
                    self._entries.appendRow(_entry(each.name, names))
            self.setCurrentIndex(-1 if current is None else self.findData(current))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def show_name(self, name: str | None) -> None:
        """Make a set the current one; None or an unknown name shows none."""
        with silent(self):
            self.setCurrentIndex(-1 if name is None else self.findData(name))

    def _tell(self, index: int) -> None:
        if (name := self.itemData(index)) is not None:
            self.chosen.emit(name)

    def _headings(self) -> dict[str, str]:
        return {
            "gates": self.tr("Logic gates"),
            "classes": self.tr("Classes in the plane"),
            "functions": self.tr("Functions to learn"),
            "real": self.tr("Real measurements"),
        }

    def _names(self) -> dict[str, str]:
        return {
            "xor": self.tr("XOR"),
            "and": self.tr("AND"),
            "or": self.tr("OR"),
            "nand": self.tr("NAND"),
            "circles": self.tr("Circles"),
            "moons": self.tr("Two moons"),
            "spirals": self.tr("Spirals"),
            "blobs": self.tr("Blobs"),
            "checkerboard": self.tr("Checkerboard"),
            "bands": self.tr("Bands"),
            "line": self.tr("Line"),
            "sine": self.tr("Sine"),
            "step": self.tr("Step"),
            "plane": self.tr("Plane"),
            "saddle": self.tr("Saddle"),
            "bumps": self.tr("Gaussian bumps"),
            "iris": self.tr("Iris flowers"),
            "wine": self.tr("Wine"),
            "breast_cancer": self.tr("Breast cancer"),
            "digits": self.tr("Handwritten digits"),
        }


def _heading(text: str) -> QStandardItem:
    item = QStandardItem(text)
    item.setFlags(Qt.ItemFlag.NoItemFlags)
    font = QFont(item.font())
    font.setWeight(QFont.Weight.DemiBold)
    item.setFont(font)
    return item


def _entry(name: str, names: dict[str, str]) -> QStandardItem:
    item = QStandardItem(names.get(name, name))
    item.setData(name, Qt.ItemDataRole.UserRole)
    return item
