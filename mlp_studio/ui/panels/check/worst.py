"""The parameters whose gradients differ most, as a list."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt

from mlp_studio.document.checking import Findings, Verdict
from mlp_studio.document.document import Document
from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.panels.rows import FACE, Index, RowFace
from mlp_studio.ui.parameters import parameter_name

MOST = 20
"""Parameters that are listed, those with the largest errors."""
MARKS = {
    Verdict.AGREES: ("✓", "ok"),
    Verdict.KINK: ("∧", "warning"),
    Verdict.DIFFERS: ("✗", "error"),
}
"""What stands for a verdict beside its colour, and the role of that colour."""
_Role = Qt.ItemDataRole


class WorstModel(QAbstractListModel):
    """The parameters with the largest errors, the worst first."""

    def __init__(self, document: Document, numbers: NumberFormat) -> None:
        super().__init__()
        self._document = document
        self._numbers = numbers
        self._findings: Findings | None = None

    def show_findings(self, findings: Findings | None) -> None:
        self.beginResetModel()
        self._findings = findings
        self.endResetModel()

    def parameter(self, row: int) -> int:
        assert self._findings is not None
        return int(self._findings.parameters[self._findings.worst_first[row]])

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own signature
        if parent.isValid() or self._findings is None:
            return 0
        return min(MOST, len(self._findings.parameters))

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        if not index.isValid() or self._findings is None:
            return None
        face = self._face(self._findings, index.row())
        if role == FACE:
            return face
        if role in (_Role.DisplayRole, _Role.AccessibleTextRole):
            return ", ".join((f"{face.name}: {face.value}", *face.working.splitlines()))
        return None

    def _face(self, findings: Findings, row: int) -> RowFace:
        place = int(findings.worst_first[row])
        parameter = int(findings.parameters[place])
        mark, role = MARKS[Verdict(int(findings.verdicts[place]))]
        name = parameter_name(self._document.project, findings.layout, parameter)
        if not findings.layout.is_weight[parameter]:
            name = self.tr("bias of {unit}").format(unit=name)
        analytic = self._text(float(findings.analytic[place]))
        numeric = self._text(float(findings.numeric[place]))
        return RowFace(
            name=f"{mark} {name}",
            value=self._numbers.text(float(findings.relative_error[place])),
            colour=role,
            working=f"δ·a = {analytic}\nΔL/Δw = {numeric}",
        )

    def _text(self, value: float) -> str:
        text = self._numbers.text(value)
        return f"+{text}" if value > 0 else text
