"""Finds the paths of what is selected, and keeps what the next look can use."""

from __future__ import annotations

from mlp_studio.document.selection import Selected
from mlp_studio.document.stepper import StepCursor
from mlp_studio.engine.costs import Costs, costs
from mlp_studio.engine.layout import Layout
from mlp_studio.engine.path_counts import Tails, tails
from mlp_studio.engine.paths import Paths
from mlp_studio.engine.trace import Trace
from mlp_studio.project.model import Project
from mlp_studio.ui.panels.lens.subject import MOST, Subject, origin_of


class Finder:
    """Paths belong to one sample of a trace, counts to a graph: both are kept while they last."""

    def __init__(self, cursor: StepCursor) -> None:
        self._cursor = cursor
        self._paths: tuple[Trace, int, Paths] | None = None
        self._counts: tuple[Layout, Tails, Costs] | None = None

    @property
    def is_of_another_sample(self) -> bool:
        """Whether the cursor shows another column of the trace than was looked at."""
        return self._paths is not None and self._paths[1] != self._cursor.column

    def subject(self, project: Project, selected: Selected) -> Subject | None:
        """None where there is no pass, or nothing selected that paths begin at."""
        trace, column = self._cursor.trace, self._cursor.column
        if trace is None:
            return None
        layout = trace.network.layout
        origin = origin_of(project, layout, selected)
        if origin is None:
            return None
        if self._paths is None or self._paths[:2] != (trace, column):
            self._paths = (trace, column, Paths(trace, column))
        found = self._paths[2].strongest(origin, MOST)
        if self._counts is None or self._counts[0] is not layout:
            self._counts = (layout, tails(layout), costs(layout))
        return Subject(layout, origin, found, *self._counts[1:])
