"""The time machine's slider: every step of this pass, and of the passes before and after it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy

from mlp_studio.ui.panels.labels import role_colour, silent
from mlp_studio.ui.panels.panel import CONTROL_HEIGHT
from mlp_studio.ui.panels.phases import PHASES, ROLES
from mlp_studio.ui.theme import Theme, ThemeModel, blend

_LENS = 0.5
"""The least share of the line that the present pass has among others: its steps can be aimed at."""
_EDGE = 0.06
"""The least share of what lies before it, and of what lies after it."""
_LEAST_WIDTH = 160
_SIDE = 9.0
_TRACK, _HANDLE, _TICK = 8.0, 7.0, 5.0
_GAP = 4.0
"""Ticks nearer than this to one another say nothing."""


@dataclass(frozen=True, eq=False)
class TimeLine:
    """The moments of all passes: `starts` are those they begin with, `here` the present pass.

    `phases` has for each phase, in order, the first moment of the present pass that belongs to it,
    and then the moment after the last.
    """

    moments: int
    starts: NDArray[np.intp]
    here: int
    phases: tuple[int, ...]

    @property
    def first(self) -> int:
        """The moment the present pass starts at."""
        return int(self.starts[self.here])

    @property
    def last(self) -> int:
        """The last moment of the present pass."""
        ends = self.starts[self.here + 1 : self.here + 2].tolist()
        return int(ends[0] if ends else self.moments) - 1

    @cached_property
    def scale(self) -> TimeScale:
        return TimeScale(self.moments, self.first, self.last)


class TimeScale:
    """Where on a line from 0 to 1 a moment stands, and which moment stands at a place.

    The moments from `first` to `last` take up at least half of it, however many there are.
    """

    def __init__(self, moments: int, first: int, last: int) -> None:
        self.moments = moments
        counts = np.array([first, last - first, moments - 1 - last], dtype=float)
        shares = _shares(counts)
        known = counts > 0
        self._moments = np.concatenate([[0.0], np.cumsum(counts[known])])
        self._places = np.concatenate([[0.0], np.cumsum(shares[known])])

    def place(self, moment: float) -> float:
        return float(np.interp(moment, self._moments, self._places))

    def places(self, moments: NDArray[np.intp]) -> NDArray[np.float64]:
        found: NDArray[np.float64] = np.interp(moments, self._moments, self._places)
        return found

    def moment(self, place: float) -> int:
        """The nearest moment; the first or the last beyond the ends."""
        return round(float(np.interp(place, self._places, self._moments)))


def _shares(counts: NDArray[np.float64]) -> NDArray[np.float64]:
    """How much of the line goes to what was before, to the present pass, and to what comes."""
    total = counts.sum()
    before, present, after = counts / total if total else counts
    if present and (before or after):
        present = max(present, _LENS)
    rest = 1.0 - present
    beside = before + after
    before = rest * before / beside if beside else 0.0
    if counts[0] and counts[2]:
        least = min(_EDGE, rest / 2)
        before = min(max(before, least), rest - least)
    return np.array([before, present, rest - before if counts[2] else 0.0])


_NOTHING = TimeLine(1, np.zeros(1, np.intp), 0, ())


class Scrubber(QAbstractSlider):
    """Dragging goes along all moments; while it lasts the line does not rescale under the hand.

    ← and → go by moments, PageUp and PageDown by passes, Home to the initial weights.
    """

    wanted = Signal(int)
    """The moment asked for: once in a turn of the event loop, however fast the hand is."""

    def __init__(self, theme: ThemeModel) -> None:
        super().__init__()
        self._theme = theme
        self._line = _NOTHING
        self._held: TimeScale | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._tell)
        self.setOrientation(Qt.Orientation.Horizontal)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(_LEAST_WIDTH)
        self.valueChanged.connect(self._ask)
        theme.changed.connect(self.update)

    def show_line(self, line: TimeLine, moment: int) -> None:
        """Stand at a moment of a line; emits nothing."""
        self._line = line
        if self._held is not None and self._held.moments != line.moments:
            self._held = None
        self.show_moment(moment)

    def show_moment(self, moment: int) -> None:
        """Stand at another moment of the same line; emits nothing."""
        if self._soon.isActive():
            return  # the hand is ahead
        with silent(self):
            self.setRange(0, max(self._line.moments - 1, 0))
            self.setValue(moment)
        self.update()

    def place_of(self, moment: int) -> float:
        """The x at which a moment stands now."""
        return _SIDE + self._scale.place(moment) * self._length

    def moment_at(self, x: float) -> int:
        return self._scale.moment((x - _SIDE) / self._length)

    @property
    def _scale(self) -> TimeScale:
        return self._held or self._line.scale

    @property
    def _length(self) -> float:
        return max(self.width() - 2 * _SIDE, 1.0)

    def _ask(self) -> None:
        self.update()
        self._soon.start()

    def _tell(self) -> None:
        self.wanted.emit(self.value())

    def sizeHint(self) -> QSize:
        return QSize(2 * _LEAST_WIDTH, CONTROL_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST_WIDTH, CONTROL_HEIGHT)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._held = self._line.scale
            self.setSliderDown(True)
            self.setValue(self.moment_at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown():
            self.setValue(self.moment_at(event.position().x()))

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._held = None
        self.setSliderDown(False)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        moment = self._by_key(Qt.Key(event.key()))
        if moment is None:
            event.ignore()
        else:
            self.setValue(moment)

    def _by_key(self, key: Qt.Key) -> int | None:
        """Where a key leads; None for one that leads nowhere."""
        here, starts = self.value(), self._line.starts
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Down):
            return here - 1
        if key in (Qt.Key.Key_Right, Qt.Key.Key_Up):
            return here + 1
        if key == Qt.Key.Key_PageUp:
            return int(starts[max(int(np.searchsorted(starts, here)) - 1, 0)])
        if key == Qt.Key.Key_PageDown:
            later = starts[starts > here]
            return int(later[0]) if later.size else self.maximum()
        return {Qt.Key.Key_Home: 0, Qt.Key.Key_End: self.maximum()}.get(key)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        line, track = self._line, self._track()
        self._fill(painter, track, blend(theme.muted, theme.panel, 0.5))
        if line.last < line.moments - 1:
            future = QRectF(track)
            future.setLeft(self.place_of(line.last))
            self._fill(painter, future, blend(theme.muted, theme.panel, 0.18))
        if self.isEnabled():
            self._paint_present(painter, track, theme)
            self._paint_ticks(painter, track, theme)
            self._paint_handle(painter, track, theme)
        painter.end()

    def _track(self) -> QRectF:
        middle = self.height() / 2 + _TICK / 2
        return QRectF(_SIDE, middle - _TRACK / 2, self._length, _TRACK)

    def _fill(self, painter: QPainter, box: QRectF, colour: QColor) -> None:
        painter.setBrush(colour)
        painter.drawRoundedRect(box, _TRACK / 2, _TRACK / 2)

    def _paint_present(self, painter: QPainter, track: QRectF, theme: Theme) -> None:
        """The phases of the present pass: strong where it has been, faint where it has not."""
        here = self.place_of(self.value())
        box = QRectF(track)
        box.setLeft(self.place_of(self._line.first))
        box.setRight(self.place_of(self._line.last))
        painter.fillRect(box, theme.panel)
        for phase, (first, after) in zip(PHASES, pairwise(self._line.phases), strict=False):
            # A step lies between the moment before it and its own.
            left, right = self.place_of(first - 1), self.place_of(after - 1)
            colour = role_colour(theme, ROLES[phase])
            done = min(max(here, left), right)
            painter.fillRect(
                QRectF(left, track.top(), right - left, track.height()),
                blend(colour, theme.panel, 0.3),
            )
            painter.fillRect(QRectF(left, track.top(), done - left, track.height()), colour)

    def _paint_ticks(self, painter: QPainter, track: QRectF, theme: Theme) -> None:
        """A tick where each pass starts, as far as they can be told apart."""
        line = self._line
        places = _SIDE + self._scale.places(line.starts) * self._length
        bottom = track.top() - 2
        last = -np.inf
        for number, x in enumerate(places.tolist()):
            if x - last < _GAP and number != line.here:
                continue
            last = x
            is_here = number == line.here
            colour = theme.ink if is_here else blend(theme.muted, theme.panel, 0.8)
            painter.setPen(QPen(colour, 1.5 if is_here else 1.0))
            top = bottom - (_TICK + 2 if is_here or number == 0 else _TICK)
            painter.drawLine(QPointF(x, top), QPointF(x, bottom))

    def _paint_handle(self, painter: QPainter, track: QRectF, theme: Theme) -> None:
        focused = self.hasFocus() or self.isSliderDown()
        painter.setPen(QPen(theme.accent, 2.0))
        painter.setBrush(theme.accent if focused else theme.panel)
        painter.drawEllipse(
            QPointF(self.place_of(self.value()), track.center().y()), _HANDLE, _HANDLE
        )
