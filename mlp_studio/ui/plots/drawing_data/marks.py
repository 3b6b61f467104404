"""How samples look on the board: a colour and a shape for each class, a shade for each number."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QPainter, QPixmap

from mlp_studio.ui.class_marks import Mark, class_colours, stamp
from mlp_studio.ui.plots.drawing_data.board import SHADES, Board
from mlp_studio.ui.plots.plane.cloud import draw_all_centred
from mlp_studio.ui.theme import Theme, blend

MOST = 6000
"""More samples are thinned out: they are a cloud anyway, and slow to paint."""
_SIZES = ((150, 4.5), (500, 3.75), (1500, 3.0))
_SMALLEST = 2.5


def mark_size(samples: int) -> float:
    """Half the width of a mark: smaller where there are many."""
    return next((size for most, size in _SIZES if samples <= most), _SMALLEST)


def marks_of(board: Board, theme: Theme) -> list[Mark]:
    """The mark of each kind of sample."""
    if board.classes is not None:
        colours = class_colours(theme, len(board.classes))
        return [Mark(number, colour, filled=True) for number, colour in enumerate(colours)]
    if board.is_curve:
        return [Mark(0, theme.accent, filled=True)]
    return [Mark(0, colour, filled=True) for colour in _shade_colours(theme)]


def stamps_of(board: Board, theme: Theme, ratio: float) -> list[QPixmap]:
    size = mark_size(board.samples)
    return [stamp(mark, size, theme, ratio) for mark in marks_of(board, theme)]


def draw_marks(
    painter: QPainter, stamps: list[QPixmap], kinds: NDArray[np.intp], screen: NDArray[Any]
) -> None:
    """Samples at points (n, 2) of the widget."""
    for kind in np.unique(kinds).tolist():
        draw_all_centred(painter, stamps[kind], screen[kinds == kind].tolist())


def _shade_colours(theme: Theme) -> list[QColor]:
    half = SHADES // 2
    low = [blend(theme.negative, theme.muted, (half - at) / half) for at in range(half)]
    high = [blend(theme.positive, theme.muted, at / half) for at in range(half + 1)]
    return [*low, *high]
