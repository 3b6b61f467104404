"""What the canvas looks at: one bundle, handed to each of its parts."""

from __future__ import annotations

from dataclasses import dataclass

from mlp_studio.document.document import Document
from mlp_studio.document.selection import Selection
from mlp_studio.document.stepper import StepCursor
from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.theme import ThemeModel


@dataclass(frozen=True, eq=False)
class Observed:
    """The models that the figure shows; only `Commands` changes the document."""

    document: Document
    cursor: StepCursor
    selection: Selection
    theme: ThemeModel
    numbers: NumberFormat
