"""Everything around stepping: the panels of that perspective, the canvas, and their commands."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from mlp_studio.document.document import Document
from mlp_studio.document.selection import Selection
from mlp_studio.document.stepper import StepCursor
from mlp_studio.ui.actions import Actions
from mlp_studio.ui.canvas.view import NetworkView
from mlp_studio.ui.files import Files
from mlp_studio.ui.main_window import MainWindow
from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.openers import Openers
from mlp_studio.ui.panels.calculation import Calculation
from mlp_studio.ui.panels.check import CheckPanel
from mlp_studio.ui.panels.costs import CostsPanel
from mlp_studio.ui.panels.guide import GuidePanel
from mlp_studio.ui.panels.lens import LensPanel
from mlp_studio.ui.panels.step_list import StepListPanel
from mlp_studio.ui.panels.stepper_bar import StepperBar
from mlp_studio.ui.places_of_numbers import Place
from mlp_studio.ui.plots.cost_chart import CostChart
from mlp_studio.ui.settings import Settings
from mlp_studio.ui.theme import ThemeModel

_OPENERS = {
    "show_lens": "lens",
    "show_costs": "costs",
    "show_check": "check",
    "show_guide": "guide",
}
"""The panel that each of these commands brings."""
_CLICKER_PLAYS = (Qt.Key.Key_Period, Qt.Key.Key_B)
"""What the third button of a clicker sends, the one that blanks a slide."""


class Stepping(QObject):
    """Builds the panels that one steps with; `wire` joins them to the window and the canvas."""

    failed = Signal(object)
    """An exception that work in the background raised."""

    def __init__(
        self,
        *,
        document: Document,
        cursor: StepCursor,
        selection: Selection,
        theme: ThemeModel,
        numbers: NumberFormat,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.bar = StepperBar(cursor=cursor, theme=theme)
        self.steps = StepListPanel(document=document, cursor=cursor, theme=theme, numbers=numbers)
        self.guide = GuidePanel(document=document, cursor=cursor, theme=theme, numbers=numbers)
        self.calculation = Calculation(
            document=document, cursor=cursor, theme=theme, numbers=numbers
        )
        self.lens = LensPanel(
            document=document, cursor=cursor, selection=selection, theme=theme, numbers=numbers
        )
        self.chart = CostChart(document=document, theme=theme, numbers=numbers)
        self.costs = CostsPanel(document=document, cursor=cursor, numbers=numbers, chart=self.chart)
        self.check = CheckPanel(
            document=document, cursor=cursor, selection=selection, theme=theme, numbers=numbers
        )

    @property
    def panels(self) -> dict[str, QWidget]:
        """The contents of the docks by name."""
        return {
            "steps": self.steps,
            "guide": self.guide,
            "calculation": self.calculation,
            "lens": self.lens,
            "costs": self.costs,
            "check": self.check,
            "stepper": self.bar,
        }

    def wire(
        self,
        *,
        actions: Actions,
        window: MainWindow,
        canvas: NetworkView,
        files: Files,
        settings: Settings,
    ) -> None:
        self._canvas = canvas
        self._files, self._settings = files, settings
        self.calculation.hovered.connect(self._point_out)
        canvas.figure.pointed_at.connect(self.calculation.highlight)
        self.lens.paths_shown.connect(canvas.path_overlay.show_paths)
        self.check.findings_shown.connect(canvas.check_overlay.show_findings)
        self.guide.open_example.connect(self._open_example)
        self.costs.measurement.failed.connect(self.failed)
        self.check.check.failed.connect(self.failed)
        Openers(_OPENERS, "step", actions=actions, window=window, parent=self)
        actions["flow"].setChecked(settings.is_on("flow"))
        actions["flow"].toggled.connect(self._set_flow)
        self._set_flow(actions["flow"].isChecked())
        window.presentation.listen(_CLICKER_PLAYS, actions["play"].trigger)

    def shutdown(self) -> None:
        """Stop what computes in the background; may be called any number of times."""
        self.costs.shutdown()
        self.check.shutdown()
        self.calculation.view.loading.shutdown()

    def _point_out(self, place: Place | None) -> None:
        """Surround on the canvas what is under the pointer in the calculation."""
        self._canvas.figure.point_out(() if place is None else (place,))

    def _set_flow(self, wanted: bool) -> None:
        self._settings.switch("flow", wanted)
        self._canvas.flow.wanted = wanted

    def _open_example(self, path: Path, title: str) -> None:
        self._files.open_example(path, title)
