"""Opens the labs, each in a window of its own; none of them touches the project by itself."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, Signal

from mlp_studio.document.document import Document
from mlp_studio.document.stepper import StepCursor
from mlp_studio.project.errors import EditError
from mlp_studio.project.formulas import formulas_of
from mlp_studio.project.model import Project
from mlp_studio.ui.actions import Actions
from mlp_studio.ui.files import Files
from mlp_studio.ui.labs.chain import ChainLab
from mlp_studio.ui.labs.descent import DescentLab
from mlp_studio.ui.labs.lab import Lab
from mlp_studio.ui.labs.lift import LiftLab
from mlp_studio.ui.labs.perceptron import PerceptronLab
from mlp_studio.ui.labs.window import LabWindow
from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.theme import ThemeModel

_LABS: dict[str, Callable[[ThemeModel, NumberFormat], Lab]] = {
    "lab_perceptron": PerceptronLab,
    "lab_lift": LiftLab,
    "lab_descent": DescentLab,
    "lab_chain": ChainLab,
}
"""The lab that each of these commands opens."""


class Laboratory(QObject):
    """Keeps the windows that are open; one of each lab at most."""

    refused = Signal(str)
    """Why something could not be done, in one sentence."""

    def __init__(
        self,
        *,
        document: Document,
        cursor: StepCursor,
        theme: ThemeModel,
        numbers: NumberFormat,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._cursor = cursor
        self._theme = theme
        self._numbers = numbers
        self._files: Files | None = None
        self.windows: dict[str, LabWindow] = {}
        """By the name of their command."""

    def wire(self, *, actions: Actions, files: Files) -> None:
        self._files = files
        for name in _LABS:
            actions[name].triggered.connect(lambda _on=False, name=name: self.open(name))
        actions["lab_chain_network"].triggered.connect(lambda _on=False: self.open_network())

    def open(self, name: str) -> LabWindow:
        """The window of a lab, in front."""
        window = self.windows.get(name)
        if window is None:
            lab = _LABS[name](self._theme, self._numbers)
            lab.open_wanted.connect(self._open_project)
            window = self.windows[name] = LabWindow(lab)
            window.closed.connect(lambda: self.windows.pop(name, None))
        window.show()
        window.raise_()
        window.activateWindow()
        return window

    def open_network(self) -> None:
        """The chain-rule lab with the formulas of the project's network, for the current sample."""
        try:
            written = formulas_of(self._document.project, self._cursor.sample)
        except EditError as error:
            self.refused.emit(error.translated(QCoreApplication.translate))
            return
        lab = self.open("lab_chain").lab
        assert isinstance(lab, ChainLab)
        lab.show_formulas(written.text, written.values)

    def shutdown(self) -> None:
        """Close every lab; may be called any number of times."""
        for window in list(self.windows.values()):
            window.close()

    def _open_project(self, project: Project) -> None:
        if self._files is not None and self._files.may_leave():
            self._document.new(project)
