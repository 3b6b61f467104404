"""What can be done with samples in the table, each one undoable change."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal

from mlp_studio.document.document import Document
from mlp_studio.project import edits
from mlp_studio.project.classes import classed, two_classes
from mlp_studio.project.model import Part
from mlp_studio.ui.counting import count_text
from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.panels.attempt import attempt
from mlp_studio.ui.panels.table.clipboard import Clipboard
from mlp_studio.ui.panels.table.sheet import Column, Sheet, sheet_of
from mlp_studio.ui.panels.table.wording import ClassOf, Wording

Indices = NDArray[np.intp]


class SampleCommands(QObject):
    """Changes the document; `answered` says in one sentence why not, or "" if it was done."""

    answered = Signal(str)

    def __init__(
        self, document: Document, numbers: NumberFormat, wording: Wording, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._numbers = numbers
        self._wording = wording
        self.clipboard = Clipboard(wording, self)

    def enter(self, sample: int, column: Column, text: str) -> str:
        """Take what was typed into one cell; the reason if that cannot be."""
        sheet = sheet_of(self._document.project)
        if sheet is None:
            return self.tr("There are no data yet.")
        if column.kind == "part":
            part = self._wording.read_part(text)
            return "" if part is None else self._put(np.array([sample]), part)
        try:
            value = self._wording.read(sheet, column, text)
        except ValueError as error:
            return str(error)
        label = self.tr("Set {column} of sample {number}").format(
            column=self._wording.name(column), number=self._number(sample)
        )
        if isinstance(value, ClassOf):
            return attempt(self._document, label, edits.set_class, sample, value.number)
        edit = edits.set_cell if column.kind == "input" else edits.set_target
        arguments = (column.place, value) if column.kind == "input" else (value, column.place)
        return attempt(self._document, label, edit, sample, *arguments)

    def start(self) -> None:
        """A table of two columns and two classes, with one sample to begin with."""
        data = classed(("x1", "x2"), [[0.0, 0.0]], np.array([0]), two_classes())
        self._do(self.tr("Begin a table"), edits.set_data, data)

    def add(self, sheet: Sheet) -> None:
        """One more sample at the end, of zeros and the first class, to be written over."""
        inputs = np.zeros((1, len(sheet.data.columns)))
        width = sheet.data.targets.shape[1]
        targets = np.zeros((1, width)) if sheet.classes is None else sheet.classes.targets[:1]
        self._do(self.tr("Add a sample"), edits.add_samples, inputs, targets)

    def delete(self, samples: Indices) -> None:
        label = self.tr("Delete sample {number}")
        if len(samples) > 1:
            label = self.tr("Delete {count} samples")
        self._do(self._named(label, samples), edits.delete_samples, samples)

    def put(self, samples: Indices, part: Part) -> None:
        """Set what samples are for."""
        self.answered.emit(self._put(samples, part))

    def rename(self, column: Column, name: str) -> None:
        label = self.tr("Call {column} {name}").format(column=column.name, name=name.strip())
        self._do(label, edits.rename_column, column.place, name)

    def paste(self, sheet: Sheet, places: Indices, column: Column, text: str) -> None:
        """A block from a column on, into these samples one after another, then into new ones."""
        try:
            block = self.clipboard.read(sheet, column, text)
        except ValueError as error:
            self.answered.emit(str(error))
            return
        new = np.arange(sheet.samples, sheet.samples + max(len(block) - len(places), 0))
        rows = np.append(places, new)[: len(block)]
        label = self.tr("Paste {count} rows").format(count=count_text(self._numbers, len(block)))
        self._do(label, edits.paste_rows, rows, sheet.value_places(column), block)

    def _put(self, samples: Indices, part: Part) -> str:
        name = self._wording.part(part)
        label = self.tr("Use sample {number} for {part}")
        if len(samples) > 1:
            label = self.tr("Use {count} samples for {part}")
        return attempt(
            self._document, self._named(label, samples, part=name), edits.set_part, samples, part
        )

    def _named(self, label: str, samples: Indices, **names: str) -> str:
        return label.format(
            number=self._number(int(samples[0])),
            count=count_text(self._numbers, len(samples)),
            **names,
        )

    def _number(self, sample: int) -> str:
        return count_text(self._numbers, sample + 1)

    def _do(self, label: str, edit: Any, *arguments: Any) -> None:
        self.answered.emit(attempt(self._document, label, edit, *arguments))
