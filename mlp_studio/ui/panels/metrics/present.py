"""Makes a sample of the data the current one, and says what came of it."""

from __future__ import annotations

from PySide6.QtCore import QObject

from mlp_studio.document.stepper import StepCursor
from mlp_studio.ui.counting import count_text
from mlp_studio.ui.numbers import NumberFormat


class PresentSample(QObject):
    """Samples are rows of the data; to people they count from 1."""

    def __init__(self, cursor: StepCursor, numbers: NumberFormat, parent: QObject) -> None:
        super().__init__(parent)
        self._cursor = cursor
        self._numbers = numbers

    @property
    def row(self) -> int | None:
        """The current sample; None while there is no network."""
        return self._cursor.sample if self._cursor.samples else None

    def text(self, row: int) -> str:
        """How a sample is called: its number."""
        return count_text(self._numbers, row + 1)

    def take(self, row: int) -> str:
        """Ask the stepper for a sample, and say in a sentence what it shows then."""
        self._cursor.set_sample(row)
        if self._cursor.sample == row:
            return self.tr("Sample {number} is the current sample now.").format(
                number=self.text(row)
            )
        return self.tr(
            "Sample {number} is set aside and is in no batch: step by one sample to look at it."
        ).format(number=self.text(row))
