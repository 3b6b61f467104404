"""The row above the table: what can be done with samples, and how many there are."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from mlp_studio.ui.counting import count_text
from mlp_studio.ui.icons import icon
from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.panels.labels import RoleLabel
from mlp_studio.ui.panels.panel import CONTROL_HEIGHT, SPACING
from mlp_studio.ui.theme import ThemeModel


class Head(QWidget):
    def __init__(self, theme: ThemeModel, numbers: NumberFormat, using: QMenu) -> None:
        super().__init__()
        self._theme = theme
        self._numbers = numbers
        self._facts = 0, 0
        self.adding, self.deleting, self.using = QToolButton(), QToolButton(), QToolButton()
        self.using.setMenu(using)
        self.using.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.using.setProperty("menu", True)
        self.facts = RoleLabel("muted")
        self.facts.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACING)
        for button in (self.adding, self.deleting, self.using):
            button.setMinimumHeight(CONTROL_HEIGHT)
            button.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            row.addWidget(button)
        row.addWidget(self.facts, 1)
        theme.changed.connect(self._tint)
        numbers.changed.connect(self._write)
        self._tint()

    def retranslate(self) -> None:
        for button, text, tip in (
            (self.adding, self.tr("Add a sample"), self.tr("Add a sample at the end")),
            (self.deleting, self.tr("Delete"), self.tr("Delete the selected samples")),
            (
                self.using,
                self.tr("Use for"),
                self.tr("Choose whether the selected samples train, validate or test"),
            ),
        ):
            button.setText(text)
            button.setToolTip(tip)
            button.setAccessibleName(tip)
        self._write()

    def show_facts(self, samples: int, chosen: int) -> None:
        """How many samples there are, and of how many a cell is selected."""
        self._facts = samples, chosen
        for button in (self.deleting, self.using):
            button.setEnabled(chosen > 0)
        self._write()

    def _write(self) -> None:
        samples, chosen = (count_text(self._numbers, count) for count in self._facts)
        text = self.tr("samples: {samples}")
        if self._facts[1] > 1:
            text = self.tr("samples: {samples}, selected: {chosen}")
        self.facts.setText(text.format(samples=samples, chosen=chosen))

    def _tint(self) -> None:
        theme = self._theme.theme
        self.adding.setIcon(icon("plus", theme))
        self.deleting.setIcon(icon("delete", theme))
        self.using.setIcon(icon("target", theme))
