"""How many samples there are, of what, and what they are for."""

from __future__ import annotations

from PySide6.QtCore import QObject

from mlp_studio.document.document import Document
from mlp_studio.engine.splitting import Split
from mlp_studio.engine.tasks import task_of
from mlp_studio.project.model import Dataset
from mlp_studio.project.parting import parting_problems, split_of
from mlp_studio.ui.panels.labels import RoleLabel


class Facts(QObject):
    """Writes into a label of its own."""

    def __init__(self, document: Document) -> None:
        super().__init__(document)
        self._document = document
        self.label = RoleLabel("muted")

    def show_facts(self) -> None:
        data = self._document.project.data
        self.label.setVisible(data is not None)
        if data is not None:
            lines = (self._what(data), self._parts(data))
            self.label.setText("\n".join(line for line in lines if line))

    def _what(self, data: Dataset) -> str:
        task = task_of(data.targets.values)
        if task.is_classification:
            template = self.tr("samples: {samples} · inputs: {inputs} · classes: {outputs}")
            outputs = task.classes
        else:
            template = self.tr("samples: {samples} · inputs: {inputs} · targets: {outputs}")
            outputs = data.targets.shape[1]
        return template.format(
            samples=f"{data.samples:,}", inputs=len(data.columns), outputs=outputs
        )

    def _parts(self, data: Dataset) -> str:
        split = self._split(data)
        if split is None:
            return ""
        train, validation, test = (
            f"{len(rows):,}" for rows in (split.train, split.validation, split.test)
        )
        if len(split.validation):
            return self.tr("training: {train} · validation: {validation} · test: {test}").format(
                train=train, validation=validation, test=test
            )
        if len(split.test):
            return self.tr("training: {train} · test: {test}").format(train=train, test=test)
        return ""

    def _split(self, data: Dataset) -> Split | None:
        """The one in use; without a network that runs, the one there would be."""
        compiled = self._document.compiled
        if compiled is not None:
            return compiled.split
        training = self._document.project.training
        return None if parting_problems(data, training) else split_of(data, training)
