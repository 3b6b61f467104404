"""The inspector's page when nothing is selected: the whole network and what it lacks."""

from __future__ import annotations

from mlp_studio.document.document import Document
from mlp_studio.document.selection import Selection
from mlp_studio.project.model import Project
from mlp_studio.project.problems import Problem
from mlp_studio.ui.conventions import loss_convention, loss_name
from mlp_studio.ui.panels.inspector.page import Page
from mlp_studio.ui.panels.inspector.problem_list import ProblemList
from mlp_studio.ui.panels.labels import RoleLabel


class SummaryPage(Page):
    """Counts, the loss and its convention, and every problem with the way to it and its fix."""

    def __init__(self, document: Document, selection: Selection) -> None:
        super().__init__(document, selection)
        self.layers = RoleLabel()
        self.parameters = RoleLabel()
        self.loss = RoleLabel()
        self.samples = RoleLabel()
        self.form.add_all(self.layers, self.parameters, self.loss, self.samples)
        self.state = RoleLabel("ok")
        self.problems = ProblemList(document, selection, leading=True)
        self.problems.refused.connect(self.message.say)
        self.hint = RoleLabel("muted")
        for part in (self.state, self.problems, self.hint):
            self.column.addWidget(part)

    def complete(self) -> None:
        super().complete()
        self.remove.hide()

    def retranslate(self) -> None:
        self.heading.setText(self.tr("Network"))
        self.form.caption(self.layers, self.tr("Layers"))
        self.form.caption(self.parameters, self.tr("Parameters"))
        self.form.caption(self.loss, self.tr("Loss"))
        self.form.caption(self.samples, self.tr("Samples"))
        self.hint.setText(
            self.tr("Select a layer, a unit or an edge to see and change what it is made of.")
        )

    def refresh(self) -> None:
        project = self.project
        sizes = " · ".join(f"{layer.title} {layer.units}" for layer in project.layers)
        self.layers.setText(sizes or "–")
        count, learning = _parameters(project)
        text = f"{count:,}"
        if learning != count:
            text = self.tr("{count}, of which {learning} learn").format(
                count=text, learning=f"{learning:,}"
            )
        self.parameters.setText(text)
        self.loss.setText(f"{loss_name(project.loss)}: {loss_convention(project.loss)}")
        self.samples.setText("–" if project.data is None else f"{project.data.samples:,}")
        self._show_problems(self.document.problems)

    def _show_problems(self, problems: tuple[Problem, ...]) -> None:
        self.state.setText(self.tr("Ready to step and to train."))
        self.state.setVisible(not problems)
        self.problems.show_problems(problems)


class MixedPage(Page):
    """Things of several kinds at once: all they share is that they can be removed."""

    def retranslate(self) -> None:
        self.remove.setText(self.tr("Remove the selection"))

    def refresh(self) -> None:
        chosen = self.selected
        counts = (
            (self.tr("layers: {count}"), len(chosen.layers)),
            (self.tr("units: {count}"), len(chosen.units)),
            (self.tr("links: {count}"), len(chosen.links)),
            (self.tr("edges: {count}"), len(chosen.edges)),
        )
        self.heading.setText(", ".join(text.format(count=count) for text, count in counts if count))


def _parameters(project: Project) -> tuple[int, int]:
    """How many parameters there are, and how many of them learn."""
    count = learning = 0
    for link in project.links:
        possible = project.layer(link.source).units * project.layer(link.target).units
        present = possible if link.mask is None else int(link.mask.values.sum())
        if link.frozen:
            frozen = present
        elif link.frozen_edges is None:
            frozen = 0
        else:
            flags = link.frozen_edges.values
            frozen = int((flags if link.mask is None else flags & link.mask.values).sum())
        count += present
        learning += present - frozen
    for layer in project.layers:
        if layer.kind == "dense" and layer.bias:
            count += layer.units
            learning += 0 if layer.freeze_biases else layer.units
    return count, learning
