"""Whether the network suits the data: what disagrees, and the button that mends all of it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from mlp_studio.document.document import Document
from mlp_studio.project.errors import EditError
from mlp_studio.project.fitting_whole import fit_to_data
from mlp_studio.project.misfits import Misfit, misfit
from mlp_studio.project.model import Project
from mlp_studio.ui.conventions import activation_name, loss_name
from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.panels.attempt import attempt
from mlp_studio.ui.panels.fields import as_given
from mlp_studio.ui.panels.labels import Message
from mlp_studio.ui.panels.panel import CONTROL_HEIGHT


class SuitingRow(QWidget):
    """Takes no room where everything fits."""

    def __init__(self, document: Document, numbers: NumberFormat) -> None:
        super().__init__()
        self._document = document
        self._numbers = numbers
        self.sentence = Message("warning")
        self.fit = QPushButton()
        self.fit.setMinimumHeight(CONTROL_HEIGHT)
        self.reason = Message("error")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (self.sentence, self.fit, self.reason):
            column.addWidget(part)
        self.fit.clicked.connect(self._fit_network)
        numbers.changed.connect(self.show_fit)
        self.show_fit()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.show_fit()
        super().changeEvent(event)

    def show_fit(self) -> None:
        """Compare the data with the network of now."""
        project = self._document.project
        found = misfit(project)
        self.setVisible(found is not None)
        self.reason.say("")
        if found is None:
            return
        self.sentence.say(self._told(found))
        if project.layers:
            self.fit.setText(self.tr("Fit the network to the data"))
        else:
            self.fit.setText(self.tr("Build a network for the data"))
        self.fit.setVisible(_can_change(project))

    def _told(self, found: Misfit) -> str:
        """The sentence, with what it is about called as elsewhere in the window."""
        arguments = {key: self._shown(key, value) for key, value in found.arguments.items()}
        shown = Misfit(found.template, arguments, found.context)
        return shown.translated(QCoreApplication.translate)

    def _shown(self, key: str, value: object) -> object:
        names = {"loss": loss_name, "activation": activation_name}
        if key in names:
            return names[key](str(value))
        return as_given(self._numbers, value) if isinstance(value, float) else value

    def _fit_network(self) -> None:
        label = self.fit.text()
        if reason := attempt(self._document, label, fit_to_data):
            self.reason.say(reason)


def _can_change(project: Project) -> bool:
    """Whether the button does something; where it cannot, it says why when it is pressed."""
    try:
        return fit_to_data(project) != project
    except EditError:
        return True
