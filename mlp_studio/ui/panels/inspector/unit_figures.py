"""z, a and δ of some units for the current sample, as far as the current step goes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mlp_studio.document.selection import Unit
from mlp_studio.project.model import Project
from mlp_studio.ui.naming import unit_name
from mlp_studio.ui.panels.inspector.figures import Figures
from mlp_studio.ui.panels.inspector.passing import PassNumbers
from mlp_studio.ui.panels.labels import RoleLabel

_MOST = 6


class UnitFigures(QWidget):
    """A row a unit, the first few; the rest is counted."""

    def __init__(self, passing: PassNumbers) -> None:
        super().__init__()
        self._passing = passing
        self.caption = RoleLabel("muted")
        self.table = Figures()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.caption)
        column.addWidget(self.table)

    def show_units(self, project: Project, units: Sequence[Unit]) -> bool:
        """Show these units' numbers; whether there are any."""
        sample = self._passing.sample
        shown = units if len(units) <= _MOST + 1 else units[:_MOST]
        rows = [(self._name(project, unit), *self._numbers(unit)) for unit in shown]
        if sample is None or not any(any(row[1:]) for row in rows):
            return False
        self.caption.setText(self.tr("For sample {number}").format(number=sample))
        rest = len(units) - len(shown)
        more = self.tr("… {count} more").format(count=rest) if rest else ""
        # Inputs have an output only.
        if not any(row[1] or row[3] for row in rows):
            raws = [self._passing.raw(project, unit) for unit in shown]
            if any(raws):
                values = [(row[0], raw, row[2]) for row, raw in zip(rows, raws, strict=True)]
                self.table.show_rows(("", "x", self.tr("scaled")), values, more)
            else:
                self.table.show_rows(("", "a"), [(row[0], row[2]) for row in rows], more)
        else:
            self.table.show_rows(("", "z", "a", "δ"), rows, more)
        return True

    def _numbers(self, unit: Unit) -> tuple[str, str, str]:
        of_unit = self._passing.of_unit
        return of_unit("z", unit), of_unit("a", unit), of_unit("delta", unit)

    def _name(self, project: Project, unit: Unit) -> str:
        return unit_name(project, project.layer(unit[0]), unit[1])
