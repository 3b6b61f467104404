"""Where the picture of a weight matrix stands: in the gap between two layers, on nothing else."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF

PADDING = 6.0
CAPTION = 18.0
BAR = 7.0
NUMBERS = 16.0
_AIR = 8.0
"""Between a plate and whatever else stands there."""
_NARROWEST, _WIDEST = 76.0, 176.0
_LOWEST, _HIGHEST = 56.0, 220.0
_READABLE_ROWS = 160.0
"""Up to so many rows of weights get a pixel each, however many columns there are."""
_NUDGE = 20.0


def place(
    left: QRectF, right: QRectF, shape: tuple[int, int], taken: Sequence[QRectF]
) -> QRectF | None:
    """The plate between what two layers take up, halfway up both; None if there is no room.

    `shape` is the matrix's: (target units, source units). The plate meets none of `taken`.
    """
    start, end = left.right() + _AIR, right.left() - _AIR
    if end - start < _NARROWEST:
        return None
    width = min(end - start, _WIDEST)
    size = plate_size(width, shape)
    middle = QPointF((start + end) / 2, (left.center().y() + right.center().y()) / 2)
    reach = max(left.height(), right.height()) / 2
    for number in range(2 * int(reach / _NUDGE) + 1):
        # 0, 1 up, 1 down, 2 up …: as near to the middle as can be.
        away = (number + 1) // 2 * (-_NUDGE if number % 2 else _NUDGE)
        plate = QRectF(0.0, 0.0, *size)
        plate.moveCenter(middle + QPointF(0.0, away))
        around = plate.adjusted(-_AIR / 2, -_AIR / 2, _AIR / 2, _AIR / 2)
        if not any(box.intersects(around) for box in taken):
            return plate
    return None


def plate_size(width: float, shape: tuple[int, int]) -> tuple[float, float]:
    """Weights are square if that leaves the plate neither flat nor tall."""
    rows, columns = shape
    across = width - 2 * PADDING
    height = max(rows * across / columns, min(float(rows), _READABLE_ROWS))
    height = min(max(height, _LOWEST), _HIGHEST)
    return width, CAPTION + height + PADDING + BAR + NUMBERS + PADDING


def matrix_in(plate: QRectF) -> QRectF:
    """The part of a plate that shows the weights."""
    return plate.adjusted(PADDING, CAPTION, -PADDING, -(2 * PADDING + BAR + NUMBERS))


def bar_in(plate: QRectF) -> QRectF:
    top = matrix_in(plate).bottom() + PADDING
    return QRectF(plate.left() + PADDING, top, plate.width() - 2 * PADDING, BAR)
