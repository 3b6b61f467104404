"""Scaling is never silent: an input unit says how its values are scaled, and what they were."""

from __future__ import annotations

import re
from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtWidgets import QWidget

from mlp_studio.document.document import Document
from mlp_studio.document.selection import Selected, Selection
from mlp_studio.document.stepper import StepCursor
from mlp_studio.engine.arrays import FrozenArray
from mlp_studio.project import edits
from mlp_studio.project.model import Dataset
from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.panels.inspector import Inspector
from mlp_studio.ui.theme import ThemeModel


@pytest.fixture
def scaled(mazur: Document) -> Document:
    """Mazur's network on four samples; the first column 2, 4, 6, 8, the second below 0."""
    inputs = np.array([[2.0, -1.0], [4.0, -2.0], [6.0, -3.0], [8.0, -4.0]])
    data = Dataset(("x1", "x2"), FrozenArray(inputs), FrozenArray(np.full((4, 2), 0.5)))
    mazur.apply("", edits.set_data, data)
    mazur.apply("", edits.set_scaling, "min_max")
    return mazur


@pytest.fixture
def inspector(
    scaled: Document,
    cursor: StepCursor,
    selection: Selection,
    theme: ThemeModel,
    numbers: NumberFormat,
    shown: Callable[[QWidget], None],
) -> Inspector:
    panel = Inspector(
        document=scaled, selection=selection, theme=theme, numbers=numbers, cursor=cursor
    )
    shown(panel)
    return panel


def figures(inspector: Inspector) -> list[str]:
    """The texts of the table, cell by cell."""
    return re.findall(r"[^<>]+(?=</t[dh]>)", inspector.units.figures.table.text())


def test_an_input_says_how_it_is_scaled(inspector: Inspector, selection: Selection) -> None:
    selection.set(Selected(units=frozenset({("x", 0)})))
    assert inspector.units.note.text().splitlines()[0] == "Scaled: (x − 2.0000) / 6.0000"
    selection.set(Selected(units=frozenset({("x", 1)})))
    assert inspector.units.note.text().splitlines()[0] == "Scaled: (x + 4.0000) / 3.0000"


def test_the_value_of_the_sample_stands_beside_what_flows_in(
    inspector: Inspector, selection: Selection, cursor: StepCursor
) -> None:
    selection.set(Selected(units=frozenset({("x", 0)})))
    cursor.set_sample(1)
    assert "4.0000" in figures(inspector)
    assert "0.3333" in figures(inspector), "(4 − 2) / 6"


def test_without_scaling_nothing_is_said(
    inspector: Inspector, selection: Selection, scaled: Document
) -> None:
    scaled.apply("", edits.set_scaling, "none")
    selection.set(Selected(units=frozenset({("x", 0)})))
    assert inspector.units.note.text() == ("An input passes the data on: it has nothing to learn.")
    assert "2.0000" in figures(inspector)
