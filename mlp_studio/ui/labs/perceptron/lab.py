"""The perceptron lab: three pages."""

from __future__ import annotations

from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from mlp_studio.ui.labs.lab import Lab
from mlp_studio.ui.labs.perceptron.pair_page import PairPage
from mlp_studio.ui.labs.perceptron.rule_page import RulePage
from mlp_studio.ui.labs.perceptron.slope_page import SlopePage
from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.theme import ThemeModel


class PerceptronLab(Lab):
    """The rule, two lines, and why a step cannot be descended."""

    name = "perceptron"

    def __init__(
        self, theme: ThemeModel, numbers: NumberFormat, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, numbers, parent)
        self.rule = RulePage(theme, numbers)
        self.pair = PairPage(theme, numbers)
        self.slope = SlopePage(theme, numbers)
        self.pages = QTabWidget()
        self.pages.setDocumentMode(True)
        for page in (self.rule, self.pair, self.slope):
            self.pages.addTab(page, "")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.pages)
        self.pages.currentChanged.connect(self.rest)
        self.pair.open_wanted.connect(self.open_wanted)
        self.retranslate()

    def title(self) -> str:
        return self.tr("Perceptron lab")

    def opening(self) -> str:
        return self.tr(
            "Drag the line or step through the rule: it finds a line for AND and for OR; then try "
            "XOR."
        )

    def question(self) -> str:
        return self.tr("Why can no single perceptron compute XOR, and how do two of them do it?")

    def answer(self) -> str:
        return self.tr(
            "The convex hulls of XOR's classes cross, so no line separates them; two lines send "
            "the four corners to points that a third unit can separate."
        )

    def rest(self) -> None:
        self.rule.walk.player.pause()

    def retranslate(self) -> None:
        for number, text in enumerate(
            (
                self.tr("The rule, step by step"),
                self.tr("Two lines"),
                self.tr("Why not descend"),
            )
        ):
            self.pages.setTabText(number, text)
        for page in (self.rule, self.pair, self.slope):
            page.retranslate()
