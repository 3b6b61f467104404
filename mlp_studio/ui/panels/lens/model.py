"""The paths as a list, the strongest first, and one more row for all the others together."""

from __future__ import annotations

import math
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt

from mlp_studio.ui.counting import count_text
from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.panels.lens.subject import Subject
from mlp_studio.ui.panels.lens.telling import Telling
from mlp_studio.ui.panels.rows import FACE, Index, RowFace

_Role = Qt.ItemDataRole


class PathModel(QAbstractListModel):
    """A row's texts are made when it is looked at."""

    def __init__(self, numbers: NumberFormat) -> None:
        super().__init__()
        self._numbers = numbers
        self._subject: Subject | None = None
        self._telling: Telling | None = None
        self._largest = 0.0
        self._added = 0

    def show_subject(self, subject: Subject | None, telling: Telling | None) -> None:
        self.beginResetModel()
        self._subject, self._telling = subject, telling
        sizes = [abs(path.product) for path in subject.paths] if subject else []
        self._largest = max((size for size in sizes if math.isfinite(size)), default=0.0)
        self._added = subject.stages if subject else 0
        self.endResetModel()

    def set_added(self, stages: int) -> None:
        """The first so many rows are in the sum; the others step back."""
        self._added = stages
        if self.rowCount():
            self.dataChanged.emit(self.index(0), self.index(self.rowCount() - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own signature
        return 0 if parent.isValid() or self._subject is None else self._subject.stages

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if self._subject is not None and index.row() >= len(self._subject.paths):
            # Nothing to light on the canvas.
            flags &= ~Qt.ItemFlag.ItemIsSelectable
        return flags

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        if not index.isValid() or self._subject is None or self._telling is None:
            return None
        if role == FACE:
            return self._face(self._subject, self._telling, index.row())
        if role in (_Role.DisplayRole, _Role.AccessibleTextRole):
            face = self._face(self._subject, self._telling, index.row())
            return f"{face.name}: {face.working} = {face.value}" if face.working else face.name
        if role == _Role.ToolTipRole and index.row() < len(self._subject.paths):
            path = self._subject.paths[index.row()]
            return f"{self._telling.chain(path)}\n{self._telling.symbols(path.factors)}"
        return None

    def _face(self, subject: Subject, telling: Telling, row: int) -> RowFace:
        counted = row < self._added
        if row >= len(subject.paths):
            text = self.tr("… {count} more add up to {sum}")
            rest = subject.found
            name = text.format(
                count=count_text(self._numbers, rest.rest_count), sum=telling.signed(rest.rest)
            )
            return RowFace(name, counted=counted)
        path = subject.paths[row]
        product = path.product
        share = abs(product) / self._largest if self._largest else 0.0
        return RowFace(
            name=telling.chain(path),
            value=telling.signed(product),
            colour=sign_role(product),
            share=share if math.isfinite(share) else 1.0,
            working=telling.numbers(path.factors),
            counted=counted,
        )


def sign_role(value: float) -> str:
    """The role of a signed number's colour."""
    if value == 0.0 or value != value:
        return "muted"
    return "positive" if value > 0 else "negative"
