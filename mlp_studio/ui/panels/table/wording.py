"""What stands in a cell of the table, and what is meant by what somebody typed there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject

from mlp_studio.project.classes import Classes
from mlp_studio.project.model import PARTS, Part
from mlp_studio.ui.counting import count_text
from mlp_studio.ui.numbers import MINUS, NumberFormat
from mlp_studio.ui.panels.table.sheet import Column, Sheet

MISS = "✗"
"""Before a prediction that is not the sample's class."""
_SHORT = 24

Array = NDArray[Any]


@dataclass(frozen=True, slots=True)
class ClassOf:
    """A class, from 0, that somebody chose or typed."""

    number: int


Typed = float | ClassOf
"""What a cell of the data is given: a number, or a class."""


class Wording(QObject):
    """Writes and reads the cells of a sheet."""

    def __init__(self, numbers: NumberFormat, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._numbers = numbers

    def name(self, column: Column) -> str:
        """What stands above a column."""
        if column.kind == "prediction":
            text = self.tr("prediction of {target}") if column.name else self.tr("prediction")
            return text.format(target=column.name)
        if column.kind in ("input", "target"):
            return column.name
        return {
            "number": self.tr("no."),
            "part": self.tr("part"),
            "class": column.name or self.tr("class"),
            "loss": self.tr("loss"),
        }[column.kind]

    def part(self, part: Part) -> str:
        if part == "train":
            return self.tr("training")
        return self.tr("validation") if part == "validation" else self.tr("test")

    def given(self, sheet: Sheet, row: int, column: Column, *, exact: bool = False) -> str:
        """What the data say; `exact` with every digit, as it is edited and copied."""
        if column.kind == "number":
            return count_text(self._numbers, row + 1)
        if column.kind == "part":
            return self.part(PARTS[int(sheet.parts[row])])
        if column.kind == "class":
            return sheet.class_name(row)
        value = sheet.number(row, column)
        return self._numbers.exact(value) if exact else self._numbers.text(value)

    def exact(self, values: list[float]) -> list[str]:
        """Numbers with every digit."""
        return list(map(self._numbers.exact, values))

    def prediction(self, sheet: Sheet, row: int, column: Column, outputs: Array) -> str:
        """What the network answers: a number, or a class and the output that decides it."""
        classes = sheet.classes
        if classes is None:
            return self._numbers.text(float(outputs[column.place]))
        label = int(classes.labels(outputs[np.newaxis])[0])
        deciding = float(outputs[label if len(outputs) > 1 else 0])
        text = f"{classes.names[label]}  {self._numbers.text(deciding)}"
        return text if self.is_right(sheet, row, outputs) else f"{MISS} {text}"

    @staticmethod
    def is_right(sheet: Sheet, row: int, outputs: Array) -> bool:
        """Whether the predicted class is that of the sample; numbers are never wrong."""
        if sheet.classes is None or sheet.labels is None:
            return True
        return bool(sheet.classes.labels(outputs[np.newaxis])[0] == sheet.labels[row])

    def loss(self, loss: float) -> str:
        return self._numbers.text(loss)

    def read(self, sheet: Sheet, column: Column, text: str) -> Typed:
        """What is meant. Raises ValueError, with one sentence, if it is nothing for the column."""
        classes = sheet.classes
        if column.kind != "class" or classes is None:
            return self._numbers.parse(text)
        number = _class_called(classes, text)
        if number is not None:
            return ClassOf(number)
        if not classes.named and classes.targets.shape[1] == 1:
            return self._numbers.parse(text)
        raise ValueError(
            self.tr("“{text}” is not a class here: write {classes}.").format(
                text=text.strip()[:_SHORT], classes=", ".join(classes.names)
            )
        )

    def read_part(self, text: str) -> Part | None:
        """The part of this name; None if there is none."""
        return next((part for part in PARTS if self.part(part) == text.strip()), None)


def _class_called(classes: Classes, text: str) -> int | None:
    wanted = text.strip()
    for candidate in (wanted, wanted.replace(MINUS, "-")):
        if candidate in classes.names:
            return classes.names.index(candidate)
    folded = [name.casefold() for name in classes.names]
    return folded.index(wanted.casefold()) if folded.count(wanted.casefold()) == 1 else None
