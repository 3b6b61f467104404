"""How the three ways to all gradients grow with a network's depth and width."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from mlp_studio.document.document import Document
from mlp_studio.ui.counting import count_text
from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.plots.growth import Along, Growth, growth
from mlp_studio.ui.sight import Sight
from mlp_studio.ui.theme import ThemeModel

if TYPE_CHECKING:
    from mlp_studio.ui.plots.cost_curves import CostCurves


class CostChart(QWidget):
    """One chart and a switch: along depth, or along width. The present network is marked.

    pyqtgraph is imported when the chart is first seen; call `prepare` in an idle moment to have
    it ready before that.
    """

    def __init__(
        self,
        *,
        document: Document,
        theme: ThemeModel,
        numbers: NumberFormat,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._theme = theme
        self._numbers = numbers
        self.sight = Sight(self)
        self._curves: CostCurves | None = None
        self._shown: Growth | None = None
        self.by_depth, self.by_width = QPushButton(), QPushButton()
        self.caption = QLabel()
        self.caption.setProperty("role", "muted")
        self.caption.setWordWrap(True)
        self._arrange()
        document.compiled_changed.connect(self._draw)
        numbers.changed.connect(self._draw)
        self._along.buttonClicked.connect(self._draw)
        self.sight.changed.connect(self._draw)
        self.retranslate()

    @property
    def curves(self) -> CostCurves | None:
        """The plot itself; None until it was seen."""
        return self._curves

    @property
    def shown(self) -> Growth | None:
        """What is drawn; None while nothing is."""
        return self._shown

    @property
    def along(self) -> Along:
        return "width" if self.by_width.isChecked() else "depth"

    def prepare(self) -> None:
        """Import the plotting library and build the empty plot."""
        if self._curves is None:
            from mlp_studio.ui.plots.cost_curves import CostCurves

            self._curves = CostCurves(self._theme)
            self._column.insertWidget(1, self._curves, 1)
            self._name()

    def retranslate(self) -> None:
        self.by_depth.setText(self.tr("with depth"))
        self.by_width.setText(self.tr("with width"))
        self.by_depth.setToolTip(self.tr("How costs grow with the number of hidden layers"))
        self.by_width.setToolTip(self.tr("How costs grow with the units of each hidden layer"))
        self._name()
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.FontChange and self._curves is not None:
            self._curves.set_text_font(self.font())
        super().changeEvent(event)

    def _arrange(self) -> None:
        self._along = QButtonGroup(self)
        switch = QHBoxLayout()
        switch.setSpacing(4)
        for button in (self.by_depth, self.by_width):
            button.setCheckable(True)
            button.setAutoDefault(False)
            self._along.addButton(button)
            switch.addWidget(button, 1)
        self.by_depth.setChecked(True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addLayout(switch)
        self._column.addWidget(self.caption)

    def _name(self) -> None:
        if self._curves is not None:
            self._curves.set_names(
                (
                    self.tr("perturbing"),
                    self.tr("paths"),
                    self.tr("backpropagation"),
                ),
                self.tr("this network"),
            )
            self._curves.setAccessibleName(self.tr("How the multiplications grow"))

    def _draw(self) -> None:
        compiled = self._document.compiled
        if compiled is None or not self.sight:
            self._shown = None
            self.caption.clear()
            return
        self.prepare()
        assert self._curves is not None
        found = self._shown = growth(compiled.network.layout, self.along)
        across = self.tr("hidden layers") if found.along == "depth" else self.tr("units a layer")
        self._curves.set_text_font(self.font())
        self._curves.show_growth(found, across, self.tr("multiplications"))
        text = (
            self.tr(
                "Fully connected: inputs {inputs}, units a hidden layer {width}, outputs {outputs}"
            )
            if found.along == "depth"
            else self.tr(
                "Fully connected: inputs {inputs}, hidden layers {depth}, outputs {outputs}"
            )
        )
        self.caption.setText(
            text.format(
                inputs=count_text(self._numbers, found.inputs),
                outputs=count_text(self._numbers, found.outputs),
                width=count_text(self._numbers, found.width),
                depth=max(found.depth, 1),
            )
        )
