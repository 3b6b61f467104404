"""The loss over the epochs, drawn while the network learns."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedLayout, QToolButton, QVBoxLayout, QWidget

from mlp_studio.document.training import TrainingRun
from mlp_studio.ui.live_label import LiveLabel
from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.plots.legend import LegendEntry
from mlp_studio.ui.theme import ThemeModel

if TYPE_CHECKING:
    from mlp_studio.ui.plots.curves import Curves


class LossPlot(QWidget):
    """Training and test loss, by epoch.

    pyqtgraph takes half of the start-up time, so it is imported when there is something to draw;
    call `prepare` in an idle moment to have it ready before that.
    """

    def __init__(
        self,
        *,
        run: TrainingRun,
        theme: ThemeModel,
        numbers: NumberFormat,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._run = run
        self._theme = theme
        self._numbers = numbers
        self._curves: Curves | None = None
        self.train = LegendEntry(theme, "accent", Qt.PenStyle.SolidLine)
        self.test = LegendEntry(theme, "warning", Qt.PenStyle.DashLine)
        self.epoch = LiveLabel()
        self.epoch.setProperty("role", "muted")
        self.logarithmic = QToolButton()
        self.logarithmic.setCheckable(True)
        self.logarithmic.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.empty = QLabel()
        self.empty.setProperty("role", "muted")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        self._arrange()
        self._connect()
        self.retranslate()
        self._draw()

    @property
    def curves(self) -> Curves | None:
        """The plot itself; None until there was something to draw."""
        return self._curves

    def prepare(self) -> None:
        """Import the plotting library and build the empty plot."""
        if self._curves is None:
            from mlp_studio.ui.plots.curves import Curves

            self._curves = Curves(self._theme, self._numbers)
            self._stack.addWidget(self._curves)
            self._curves.set_logarithmic(self.logarithmic.isChecked())
            self._name_axis()

    def retranslate(self) -> None:
        self.train.set_name(self.tr("training loss"))
        self.test.set_name(self.tr("test loss"))
        self.logarithmic.setText(self.tr("log"))
        self.logarithmic.setToolTip(self.tr("Logarithmic scale for the loss"))
        self.logarithmic.setAccessibleName(self.tr("Logarithmic scale for the loss"))
        self.empty.setText(self.tr("Press Start to see the loss fall."))
        self._name_axis()
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.train)
        head.addWidget(self.test)
        head.addStretch()
        head.addWidget(self.epoch)
        head.addWidget(self.logarithmic)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(4)
        column.addLayout(head)
        column.addLayout(self._stack, stretch=1)

    def _connect(self) -> None:
        self.logarithmic.toggled.connect(self._set_logarithmic)
        self._run.readable.connect(self._draw)
        self._run.finished.connect(self._draw_now)
        self._run.cleared.connect(self._draw_now)
        self._numbers.changed.connect(self._draw)

    def _draw_now(self, _reason: str = "") -> None:
        self._draw()

    def _draw(self) -> None:
        history = self._run.history
        drawn = len(history) > 0
        tested = drawn and not np.isnan(history.test[-1])
        self.train.setVisible(drawn)
        self.test.setVisible(tested)
        self.epoch.setVisible(drawn)
        self.logarithmic.setVisible(drawn)
        if not drawn:
            self._stack.setCurrentWidget(self.empty)
            if self._curves is not None:
                self._curves.forget()
            return
        self.prepare()
        assert self._curves is not None
        self._stack.setCurrentWidget(self._curves)
        test = history.test if tested else None
        self._curves.show_losses(history.epochs, history.train, test, live=self._run.running)
        self.train.set_value(self._numbers.text(float(history.train[-1])))
        if tested:
            self.test.set_value(self._numbers.text(float(history.test[-1])))
        epoch = int(history.epochs[-1])
        self.epoch.setText(self.tr("epoch {number}").format(number=f"{epoch:,}"))

    def _set_logarithmic(self, on: bool) -> None:
        if self._curves is not None:
            self._curves.set_logarithmic(on)

    def _name_axis(self) -> None:
        if self._curves is not None:
            self._curves.name_axis(self.tr("epoch"))
