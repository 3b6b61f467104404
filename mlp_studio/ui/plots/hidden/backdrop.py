"""What stands behind it all: the frame or three panes of the cube, and the names of the axes."""

from __future__ import annotations

from dataclasses import dataclass
from math import hypot

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from mlp_studio.ui.plots.hidden.eye import Eye
from mlp_studio.ui.plots.hidden.lettering import Letters, draw_around, put_inside
from mlp_studio.ui.theme import Theme, blend

_QUARTERS = (-0.5, 0.0, 0.5)
_GAP = 5.0
_INWARD = 0.86
"""How far out along an edge of the cube a number stands at most."""
_ENDLESS = QRectF(0.0, 0.0, 1e4, 1e4)
_SHORT_NAME = 40.0
"""Pixels of a name that stands upright beside its axis."""

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Tick:
    """A number, and where it stands along an axis of the cube."""

    text: str = ""
    at: float = 0.0


@dataclass(frozen=True, slots=True)
class AxisWords:
    """An axis's name, and the numbers near its two ends."""

    name: str
    low: Tick = Tick()
    high: Tick = Tick()


def flat_margins(words: tuple[AxisWords, ...], letters: Letters) -> tuple[float, float, float]:
    """Room for what is written left of, above and below the frame."""
    above, below = 2.5 * _GAP, 2.0 * _GAP + letters.height
    if len(words) < 2:
        return 4 * _GAP, above, below
    ticks = (words[1].low.text, words[1].high.text)
    beside = max(map(letters.small_metrics.horizontalAdvance, ticks))
    if _is_long(words[1].name, letters):
        return beside + 2 * _GAP, letters.height + 2 * _GAP, below + letters.height
    beside = max(beside, letters.strong_metrics.horizontalAdvance(words[1].name))
    return beside + 2 * _GAP, above, below


def _is_long(name: str, letters: Letters) -> bool:
    return letters.strong_metrics.horizontalAdvance(name) > _SHORT_NAME


def draw_frame(painter: QPainter, eye: Eye, theme: Theme) -> None:
    frame = eye.field
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(blend(theme.line, theme.canvas, 0.6), 1.0))
    for share in (0.25, 0.5, 0.75):
        x, y = frame.left() + share * frame.width(), frame.top() + share * frame.height()
        painter.drawLine(QLineF(x, frame.top(), x, frame.bottom()))
        painter.drawLine(QLineF(frame.left(), y, frame.right(), y))
    painter.setPen(QPen(theme.line, 1.2))
    painter.drawRect(frame)


def name_frame(
    painter: QPainter, eye: Eye, words: tuple[AxisWords, ...], theme: Theme, letters: Letters
) -> None:
    """Along the lower side, and along the left one if there are two axes."""
    frame, height = eye.field, letters.height
    row = QRectF(frame.left(), frame.bottom() + _GAP, frame.width(), height)
    column = QRectF(0.0, frame.top(), frame.left() - _GAP, frame.height())
    _write_ticks(painter, eye, words, theme, letters)
    painter.setFont(letters.strong)
    painter.setPen(theme.ink)
    are_long = len(words) > 1 and _is_long(words[1].name, letters)
    if are_long:
        row.translate(0.0, height)
    painter.drawText(row, int(Qt.AlignmentFlag.AlignHCenter), words[0].name)
    if are_long:
        painter.drawText(QPointF(frame.left(), frame.top() - 1.5 * _GAP), words[1].name)
    elif len(words) > 1:
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(column, int(flags), words[1].name)


def _write_ticks(
    painter: QPainter, eye: Eye, words: tuple[AxisWords, ...], theme: Theme, letters: Letters
) -> None:
    frame = eye.field
    middle = frame.center()
    painter.setFont(letters.small)
    painter.setPen(theme.muted)
    for axis, word in enumerate(words):
        for tick in (word.low, word.high):
            if axis == 0:
                x = middle.x() + tick.at * frame.width() / 2
                y = frame.bottom() + _GAP + letters.height / 2
            else:
                x = frame.left() - _GAP
                x -= letters.small_metrics.horizontalAdvance(tick.text) / 2
                y = middle.y() - tick.at * frame.height() / 2
            draw_around(painter, QPointF(x, y), tick.text)


def draw_panes(painter: QPainter, eye: Eye, theme: Theme) -> None:
    """The three sides of the cube that face the eye from behind."""
    away = -_towards(eye)
    fills = [blend(theme.ink, theme.canvas, share) for share in (0.035, 0.02, 0.05)]
    grid = QPen(blend(theme.line, theme.canvas, 0.75), 1.0)
    edge = QPen(blend(theme.muted, theme.line, 0.3), 1.1)
    for axis in range(3):
        one, other = (each for each in range(3) if each != axis)
        corners = np.full((4, 3), away[axis])
        corners[:, one], corners[:, other] = (-1, 1, 1, -1), (-1, -1, 1, 1)
        painter.setPen(edge)
        painter.setBrush(fills[axis])
        painter.drawPolygon(QPolygonF(_points(eye, corners)))
        painter.setPen(grid)
        for share in _QUARTERS:
            for along, across in ((one, other), (other, one)):
                ends = np.full((2, 3), away[axis])
                ends[:, along], ends[:, across] = (-1, 1), share
                painter.drawLine(*_points(eye, ends))


def name_panes(
    painter: QPainter,
    eye: Eye,
    words: tuple[AxisWords, ...],
    bounds: QRectF,
    theme: Theme,
    letters: Letters,
) -> None:
    """Beside the lower front edges, and beside the outermost upright one."""
    centre = eye.point(np.zeros(3))
    for axis, word in enumerate(words):
        low, high = _points(eye, _edge(eye, axis))
        middle = (low + high) / 2.0
        along = high - low
        out = QPointF(along.y(), -along.x()) / max(hypot(along.x(), along.y()), 1e-9)
        if QPointF.dotProduct(out, middle - centre) < 0.0:
            out = -out
        painter.setFont(letters.small)
        painter.setPen(theme.muted)
        for tick in (word.low, word.high):
            # A little inward: the ends of two axes meet in one corner.
            at = middle + along * (0.5 * min(max(tick.at, -_INWARD), _INWARD))
            draw_around(painter, at + out * (0.9 * letters.height), tick.text)
        painter.setFont(letters.strong)
        painter.setPen(theme.ink)
        # A long name takes two lines, or the three would run into one another.
        lines = word.name.replace(" (", "\n(")
        size = letters.strong_metrics.boundingRect(_ENDLESS, 0, lines)
        away = (
            letters.height * 0.7 + (abs(out.x()) * size.width() + abs(out.y()) * size.height()) / 2
        )
        plate = QRectF(0.0, 0.0, size.width() + 2.0, size.height())
        plate.moveCenter(middle + out * (away + 0.35 * letters.height))
        plate = put_inside(plate, bounds)
        painter.drawText(plate, int(Qt.AlignmentFlag.AlignCenter), lines)


def _edge(eye: Eye, axis: int) -> Array:
    """The two ends (2, 3) of the edge of the cube that an axis is written beside."""
    towards = _towards(eye)
    ends = np.empty((2, 3))
    ends[:, axis] = (-1.0, 1.0)
    if axis < 2:
        ends[:, 1 - axis] = towards[1 - axis]
        ends[:, 2] = -towards[2]
        return ends
    uprights = [(towards[0], -towards[1]), (-towards[0], towards[1])]
    feet = eye.see(np.array([[x, y, 0.0] for x, y in uprights]))[:, 0]
    ends[:, :2] = uprights[int(feet.argmin())]
    return ends


def _towards(eye: Eye) -> Array:
    """The sides of the cube nearer to the eye: −1 or 1 for each axis."""
    assert eye.camera is not None
    return np.where(eye.camera.rotation[2] >= 0.0, 1.0, -1.0)


def _points(eye: Eye, places: Array) -> list[QPointF]:
    return [QPointF(x, y) for x, y, _ in eye.see(places).tolist()]
