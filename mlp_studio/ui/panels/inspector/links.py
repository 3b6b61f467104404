"""The inspector's page for links."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QCheckBox, QPushButton

from mlp_studio.document.document import Document
from mlp_studio.document.selection import Selection
from mlp_studio.project import edits
from mlp_studio.project.model import Link, Project
from mlp_studio.project.translation import QT_TRANSLATE_NOOP
from mlp_studio.ui.naming import few, link_name
from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.panels.choice import Choice
from mlp_studio.ui.panels.fields import NumberField, as_given
from mlp_studio.ui.panels.inspector.figures import Figures
from mlp_studio.ui.panels.inspector.page import Page, for_each, show_flags
from mlp_studio.ui.panels.inspector.problem_list import ProblemList
from mlp_studio.ui.panels.labels import RoleLabel
from mlp_studio.ui.panels.panel import CONTROL_HEIGHT

_PATTERNS = {
    "dense": QT_TRANSLATE_NOOP("LinkPatterns", "all to all"),
    "one_to_one": QT_TRANSLATE_NOOP("LinkPatterns", "one to one"),
    "sparse": QT_TRANSLATE_NOOP("LinkPatterns", "by chance"),
}
_USUAL_DENSITY = 0.5


def pattern_name(name: str) -> str:
    """What a pattern of edges is called in the window."""
    return QCoreApplication.translate("LinkPatterns", _PATTERNS[name])


class LinksPage(Page):
    """Which edges a link has, their weights in four figures, and whether they learn."""

    matrix_wanted = Signal()
    """A person wants to see the weights as a table."""

    def __init__(self, document: Document, selection: Selection, numbers: NumberFormat) -> None:
        super().__init__(document, selection)
        self._numbers = numbers
        self.problems = ProblemList(document, selection)
        self.column.insertWidget(1, self.problems)
        self.facts = RoleLabel("muted")
        self.pattern = Choice(edits.LINK_PATTERNS, pattern_name)
        self.density = NumberField(numbers)
        self.statistics = Figures()
        self.weights = _button()
        self.frozen = QCheckBox()
        self.restore = _button()
        self.form.add_wide(self.facts)
        self.form.add_all(self.pattern, self.density)
        for wide in (self.statistics, self.weights, self.frozen, self.restore):
            self.form.add_wide(wide)
        self.problems.refused.connect(self.message.say)
        self.pattern.chosen.connect(self._set_pattern)
        self.density.value_entered.connect(self._set_density)
        self.weights.clicked.connect(self.matrix_wanted)
        self.frozen.clicked.connect(self._set_frozen)
        self.restore.clicked.connect(self._restore)

    @property
    def links(self) -> list[Link]:
        """The selected links, in the order of the project."""
        return [link for link in self.project.links if link.id in self.selected.links]

    def retarget(self) -> None:
        super().retarget()
        self.density.restore()

    def retranslate(self) -> None:
        self.form.caption(self.pattern, self.tr("Pattern"))
        self.form.caption(self.density, self.tr("Density"))
        self.density.setToolTip(self.tr("The share of all possible edges, chosen by chance"))
        self.pattern.retranslate()
        self.weights.setText(self.tr("Show the weights"))
        self.frozen.setText(self.tr("Freeze the weights"))

    def refresh(self) -> None:
        links = self.links
        if not links:
            return
        if len(links) == 1:
            name = link_name(self.project, links[0])
            self.heading.setText(self.tr("Link {name}").format(name=name))
            self.remove.setText(self.tr("Remove the link"))
        else:
            self.heading.setText(self.tr("{count} links").format(count=len(links)))
            self.remove.setText(self.tr("Remove the links"))
        self.problems.show_problems(
            [problem for problem in self.document.problems if problem.where in self.selected.links]
        )
        possible = sum(_possible(self.project, link) for link in links)
        absent = sum(_absent_count(link) for link in links)
        self.facts.setText(self.tr("Edges: {count}").format(count=f"{possible - absent:,}"))
        self._show_pattern(links)
        self._show_statistics(links)
        show_flags(self.frozen, (flag for link in links for flag in _frozen_flags(link)))
        self.form.setRowVisible(self.restore, absent > 0)
        self.restore.setText(self.tr("Bring back removed edges: {count}").format(count=absent))

    def _show_pattern(self, links: list[Link]) -> None:
        """The pattern and density that the links share."""
        patterns = {edits.pattern_of(self.project, link.id) for link in links}
        several = self.tr("several")
        only = patterns.pop() if len(patterns) == 1 else ""
        self.pattern.setPlaceholderText(several if only == "" else self.tr("something else"))
        self.pattern.show_name(only)
        shares = {_density(self.project, link) for link in links}
        self.density.line.setPlaceholderText(several if len(shares) > 1 else "")
        self.density.show_value(shares.pop() if len(shares) == 1 else None)

    def _show_statistics(self, links: list[Link]) -> None:
        """Of the weights of all edges there are."""
        values = np.concatenate([_weights(self.project, link) for link in links])
        # Weights may be as large as they are allowed to be: their sums may overflow.
        with np.errstate(over="ignore"):
            figures = (values.min(), values.mean(), values.max(), np.linalg.norm(values))
        names = (
            self.tr("smallest weight"),
            self.tr("mean"),
            self.tr("largest weight"),
            self.tr("norm"),
        )
        rows = [
            (name, self._numbers.text(float(value)))
            for name, value in zip(names, figures, strict=True)
        ]
        self.statistics.show_rows((), rows)

    def _set_pattern(self, pattern: str) -> None:
        if pattern == "sparse":
            self._set_density(_USUAL_DENSITY)
            return
        text = self.tr("Link {link} all to all")
        if pattern == "one_to_one":
            text = self.tr("Link {link} one to one")
        label = text.format(link=self._names())
        self.change(label, for_each, edits.set_link_pattern, self._ids(), pattern)

    def _set_density(self, density: float) -> None:
        label = self.tr("Link {link} by chance with density {density}").format(
            link=self._names(), density=as_given(self._numbers, density)
        )
        seed = self.project.training.seed
        arguments = ("sparse", density, seed)
        reason = self.change(label, for_each, edits.set_link_pattern, self._ids(), *arguments)
        if reason:
            self.message.say("")
            self.density.refuse(reason)

    def _ids(self) -> list[tuple[str]]:
        return [(link.id,) for link in self.links]

    def _names(self) -> str:
        return few([link_name(self.project, link) for link in self.links])

    def _set_frozen(self, on: bool) -> None:
        text = self.tr("Freeze {link}") if on else self.tr("Let {link} learn")
        label = text.format(link=self._names())
        self.change(label, for_each, edits.set_link_frozen, self._ids(), on)

    def _restore(self) -> None:
        label = self.tr("Bring back the edges of {link}").format(link=self._names())
        self.change(label, for_each, edits.set_link_pattern, self._ids(), "dense")


def _possible(project: Project, link: Link) -> int:
    return project.layer(link.source).units * project.layer(link.target).units


def _absent_count(link: Link) -> int:
    return 0 if link.mask is None else int(np.count_nonzero(~link.mask.values))


def _density(project: Project, link: Link) -> float:
    """The share of all possible edges that are there."""
    return 1.0 - _absent_count(link) / _possible(project, link)


def _weights(project: Project, link: Link) -> NDArray[np.float64]:
    """The weights of the edges there are, (edges,)."""
    values: NDArray[np.float64] = edits.materialised_weights(project, link.id).values
    return values.ravel() if link.mask is None else values[link.mask.values]


def _frozen_flags(link: Link) -> set[bool]:
    """Which of frozen and learning occur among the link's edges."""
    if link.frozen_edges is None:
        return {link.frozen}
    return {bool(flag) for flag in np.unique(link.frozen_edges.values)}


def _button() -> QPushButton:
    button = QPushButton()
    button.setMinimumHeight(CONTROL_HEIGHT)
    button.setAutoDefault(False)
    return button
