"""The colours of the hidden space, mixed once for each theme."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QPen

from mlp_studio.engine.tasks import Task
from mlp_studio.ui.class_marks import class_colours
from mlp_studio.ui.plots.hidden.colouring import LEVELS
from mlp_studio.ui.plots.hidden.lattice import SHADES
from mlp_studio.ui.theme import Theme, blend

SHEET = 0.17
"""How much of the grid's cells covers what lies below."""
HALF = 0.07
PANE = 0.13
DEPTHS = 6
"""Shades of a colour from the far end of the cube to the near one."""
_FADED = 0.5
"""How much of its colour the farthest sample has."""
GRID_FAMILIES = ("green", "purple")
"""Lines across the first column, and across the second."""


class Inks:
    """Pens and brushes for samples, cells and lines of one task in one theme."""

    def __init__(self, theme: Theme, task: Task) -> None:
        self.theme = theme
        self.task = task
        self.samples = sample_colours(theme, task)
        cells = _ramp(theme) if task.kind != "multiclass" else self.samples
        self.cells = [QBrush(faint(colour, SHEET + 0.07 * theme.dark)) for colour in cells]
        self.halves = tuple(faint(colour, HALF) for colour in (theme.negative, theme.positive))
        self.pane = faint(theme.accent, PANE + 0.06 * theme.dark)
        self.lines = [
            _thin(blend(theme.layer_colours[family], theme.canvas, share))
            for family in GRID_FAMILIES
            for share in _shares(SHADES)
        ]
        self._shaded = [
            [
                blend(colour, theme.canvas, _FADED + (1.0 - _FADED) * depth / (DEPTHS - 1))
                for depth in range(DEPTHS)
            ]
            for colour in self.samples
        ]

    def sample(self, number: int, depth: int = DEPTHS - 1) -> QColor:
        return self._shaded[number][depth]


def sample_colours(theme: Theme, task: Task) -> list[QColor]:
    """One for each class; of regression, one for each level of the target."""
    if task.kind == "regression":
        return _ramp(theme)
    return class_colours(theme, task.classes)


def faint(colour: QColor, share: float) -> QColor:
    """The colour, letting through what is below."""
    seen_through = QColor(colour)
    seen_through.setAlphaF(share)
    return seen_through


def _ramp(theme: Theme) -> list[QColor]:
    """From negative over nothing in particular to positive."""
    middle = (LEVELS - 1) / 2
    colours = []
    for level in range(LEVELS):
        size = abs(level - middle) / middle
        end = theme.positive if level > middle else theme.negative
        colours.append(blend(end, blend(theme.muted, theme.canvas, 0.45), size))
    return colours


def _shares(count: int) -> Sequence[float]:
    """The first line is faint, the last strong: so one sees which way round the sheet lies."""
    return [0.3 + 0.55 * number / (count - 1) for number in range(count)]


def _thin(colour: QColor) -> QPen:
    pen = QPen(colour, 1.0)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    return pen
