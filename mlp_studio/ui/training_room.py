"""Everything around learning: the panels of that perspective, and how they are tied together."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mlp_studio.document.document import Document
from mlp_studio.document.live import LiveWeights
from mlp_studio.document.selection import Selection
from mlp_studio.document.stepper import StepCursor
from mlp_studio.document.training import TrainingRun
from mlp_studio.ui.actions import Actions
from mlp_studio.ui.dialogs import Ask
from mlp_studio.ui.exports import Exports
from mlp_studio.ui.main_window import MainWindow
from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.openers import Openers
from mlp_studio.ui.panels.metrics import MetricsPanel
from mlp_studio.ui.panels.rewind import RewindBar
from mlp_studio.ui.panels.training import TrainingPanel
from mlp_studio.ui.plots.hidden import HiddenView
from mlp_studio.ui.plots.loss import LossPlot
from mlp_studio.ui.plots.plane import DecisionView, UnitView
from mlp_studio.ui.theme import ThemeModel

_OPENERS = {
    "show_decision": "decision",
    "show_hidden": "hidden",
    "show_unit": "unit",
    "show_metrics": "metrics",
}
"""The panel that each of these commands brings."""


class TrainingRoom(QObject):
    """Builds the panels that one watches a network learn with."""

    refused = Signal(str)
    """Why something could not be done, in one sentence."""

    def __init__(
        self,
        *,
        document: Document,
        run: TrainingRun,
        cursor: StepCursor,
        selection: Selection,
        theme: ThemeModel,
        numbers: NumberFormat,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.live = LiveWeights(document, run, self)
        self.training = TrainingPanel(document=document, run=run, numbers=numbers)
        self.loss = LossPlot(run=run, theme=theme, numbers=numbers)
        self.rewind = RewindBar(run=run, theme=theme, numbers=numbers)
        self.decision = DecisionView(
            document=document,
            live=self.live,
            cursor=cursor,
            theme=theme,
            numbers=numbers,
            while_painting=run.window_first,
        )
        self.hidden = HiddenView(
            document=document, live=self.live, cursor=cursor, theme=theme, numbers=numbers
        )
        self.unit = UnitView(
            document=document,
            live=self.live,
            selection=selection,
            theme=theme,
            numbers=numbers,
            while_painting=run.window_first,
        )
        self.metrics = MetricsPanel(
            document=document, live=self.live, cursor=cursor, theme=theme, numbers=numbers
        )
        self._loss_and_rewind = _above(self.loss, self.rewind)
        self._connect()

    @property
    def panels(self) -> dict[str, QWidget]:
        """The contents of the docks by name."""
        return {
            "training": self.training,
            "decision": self.decision,
            "hidden": self.hidden,
            "unit": self.unit,
            "metrics": self.metrics,
            "loss": self._loss_and_rewind,
        }

    def wire(self, *, actions: Actions, window: MainWindow, ask: Ask, document: Document) -> None:
        Openers(_OPENERS, "train", actions=actions, window=window, parent=self)
        exports = Exports(plot=self.loss, document=document, ask=ask, parent=self)
        exports.said.connect(window.say)
        self.loss.export_wanted.connect(exports.export)
        actions["motion"].toggled.connect(self.hidden.set_motion)
        self.hidden.set_motion(actions["motion"].isChecked())

    def _connect(self) -> None:
        # What is pointed at in one view is pointed out in the other.
        self.decision.pointed.connect(self.hidden.highlight)
        self.hidden.pointed.connect(self.decision.highlight)
        for view in (self.decision, self.hidden):
            view.pointed.connect(self.unit.highlight)
        self.loss.epoch_chosen.connect(self.rewind.rewind)
        self.rewind.refused.connect(self.refused)


def _above(first: QWidget, second: QWidget) -> QWidget:
    both = QWidget()
    column = QVBoxLayout(both)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(first, 1)
    column.addWidget(second)
    return both
