"""The descent lab: two pages."""

from __future__ import annotations

from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from mlp_studio.ui.labs.descent.contour_page import ContourPage
from mlp_studio.ui.labs.descent.curve_page import CurvePage
from mlp_studio.ui.labs.lab import Lab
from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.theme import ThemeModel


class DescentLab(Lab):
    """One weight and its curve; two weights and their contours."""

    name = "descent"

    def __init__(
        self, theme: ThemeModel, numbers: NumberFormat, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, numbers, parent)
        self.curve = CurvePage(theme, numbers)
        self.contours = ContourPage(theme, numbers)
        self.pages = QTabWidget()
        self.pages.setDocumentMode(True)
        for page in (self.curve, self.contours):
            self.pages.addTab(page, "")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.pages)
        self.pages.currentChanged.connect(self.rest)
        self.retranslate()

    def title(self) -> str:
        return self.tr("Descent lab")

    def opening(self) -> str:
        return self.tr(
            "Drag the point, choose a rate and play the steps: each goes against the slope, as far "
            "as the rate says."
        )

    def question(self) -> str:
        return self.tr(
            "Why does a rate that is a little too large diverge, and why is a narrow valley slow?"
        )

    def answer(self) -> str:
        return self.tr(
            "A step leaves 1 − η·λ of the distance along a direction of curvature λ: above η·λ = 2 "
            "that grows; so the steepest direction limits the rate, and the flattest one crawls."
        )

    def rest(self) -> None:
        for page in (self.curve, self.contours):
            page.walk.player.pause()

    def retranslate(self) -> None:
        for number, text in enumerate((self.tr("One weight"), self.tr("Two weights"))):
            self.pages.setTabText(number, text)
        for page in (self.curve, self.contours):
            page.retranslate()
