"""Draws a picture over the plane: its map, its lines with their levels, its curves."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QPainter, QPen, QPolygonF
from shiboken6 import Shiboken

from mlp_studio.ui.plots.plane.frame import Frame
from mlp_studio.ui.plots.plane.picture import Curve, Line
from mlp_studio.ui.theme import Theme

Array = NDArray[Any]

_THIN, _STRONG, _CURVE = 1.1, 2.2, 2.5
_TOOTH, _TOOTH_EVERY = 6.0, 16.0
_PLATE = 3.0
_INSET = 18.0
_ANCHORS = ((0.82, 0.5), (0.5, 0.14), (0.18, 0.5), (0.5, 0.86))
"""Where on the plane a line's level is best written, in turn, so that levels do not meet."""


def draw_map(painter: QPainter, frame: Frame, image: QImage) -> None:
    """The image's outermost pixels have their centres on the frame."""
    rect = frame.rect
    half_x = rect.width() / (image.width() - 1) / 2.0
    half_y = rect.height() / (image.height() - 1) / 2.0
    painter.save()
    painter.setClipRect(rect)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(rect.adjusted(-half_x, -half_y, half_x, half_y), image, QRectF(image.rect()))
    painter.restore()


def draw_lines(
    painter: QPainter, lines: Sequence[Line], screens: Sequence[Array], theme: Theme
) -> None:
    """Each line, its pieces on the widget being in `screens`."""
    for line, screen in zip(lines, screens, strict=True):
        painter.setPen(QPen(theme.ink, _STRONG if line.strong else _THIN))
        _draw_pieces(painter, screen)
        if line.toothed:
            painter.setPen(QPen(theme.ink, _THIN))
            _draw_pieces(painter, teeth(screen))


def _draw_pieces(painter: QPainter, screen: Array) -> None:
    pieces = np.ascontiguousarray(screen, np.float64)
    if len(pieces):
        # Qt reads the array itself: four doubles are a QLineF, and no object is made of each.
        lines = cast(QLineF, Shiboken.wrapInstance(pieces.ctypes.data, QLineF))
        painter.drawLines(lines, len(pieces))


def teeth(screen: Array) -> Array:
    """Short strokes (n, 4) at even distances along pieces (m, 4), to what is on their left.

    On the screen, where y grows downward.
    """
    along = screen[:, 2:] - screen[:, :2]
    lengths = np.hypot(along[:, 0], along[:, 1])
    kept = lengths > 1e-9
    along, lengths, starts = along[kept], lengths[kept, None], screen[kept, :2]
    # Pieces come row by row, not along the line: each has as many teeth as its length is worth,
    # and the remainder is carried on to the next.
    marks = np.floor(np.cumsum(lengths[:, 0]) / _TOOTH_EVERY)
    chosen = np.flatnonzero(np.diff(marks, prepend=0.0))
    direction = along[chosen] / lengths[chosen]
    feet = starts[chosen] + along[chosen] / 2.0
    tips = feet + _TOOTH * np.column_stack([direction[:, 1], -direction[:, 0]])
    return np.hstack([feet, tips])


def draw_levels(
    painter: QPainter,
    frame: Frame,
    lines: Sequence[Line],
    screens: Sequence[Array],
    theme: Theme,
    font: QFont,
    text: Callable[[float], str],
) -> None:
    """The level of each line on a small plate, none on top of another."""
    painter.setFont(font)
    metrics = QFontMetricsF(font)
    taken: list[QRectF] = []
    for number, (line, screen) in enumerate(zip(lines, screens, strict=True)):
        if line.level is None or not len(line.pieces):
            continue
        level = text(line.level)
        words = f"{line.quantity} = {level}" if line.quantity else level
        width, height = metrics.horizontalAdvance(words) + 2 * _PLATE, metrics.height()
        plate = _plate(frame, screen, number, (width, height), taken)
        if plate is None:
            continue
        taken.append(plate)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.canvas)
        painter.drawRoundedRect(plate, _PLATE, _PLATE)
        painter.setPen(theme.ink)
        painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, words)


def _plate(
    frame: Frame, screen: Array, number: int, size: tuple[float, float], taken: list[QRectF]
) -> QRectF | None:
    """Where on the line its level goes; None where there is no room."""
    middles = (screen[:, :2] + screen[:, 2:]) / 2.0
    rect = frame.rect.adjusted(_INSET, _INSET / 2, -_INSET, -_INSET / 2)
    inside = (
        (middles[:, 0] > rect.left())
        & (middles[:, 0] < rect.right())
        & (middles[:, 1] > rect.top())
        & (middles[:, 1] < rect.bottom())
    )
    middles = middles[inside]
    if not len(middles):
        return None
    for turn in range(len(_ANCHORS)):
        x, y = _ANCHORS[(number + turn) % len(_ANCHORS)]
        anchor = (rect.left() + x * rect.width(), rect.top() + y * rect.height())
        at = middles[((middles - anchor) ** 2).sum(axis=1).argmin()]
        plate = QRectF(at[0] - size[0] / 2, at[1] - size[1] / 2, *size)
        if not any(plate.intersects(other) for other in taken):
            return plate
    return None


def draw_curves(painter: QPainter, frame: Frame, curves: Sequence[Curve], theme: Theme) -> None:
    painter.save()
    painter.setClipRect(frame.rect)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for curve in curves:
        painter.setPen(QPen(curve.colour or theme.ink, _CURVE))
        finite = ~np.isnan(curve.places.sum(axis=1) * 0.0)
        for piece in np.split(np.arange(len(finite)), np.flatnonzero(np.diff(finite)) + 1):
            if len(piece) and finite[piece[0]]:
                screen = frame.on_screen(curve.places[piece])
                # Far beyond the frame a place has no pixel that Qt could count.
                screen = np.clip(screen, -1e5, 1e5)
                painter.drawPolyline(QPolygonF([QPointF(*at) for at in screen.tolist()]))
    painter.restore()
