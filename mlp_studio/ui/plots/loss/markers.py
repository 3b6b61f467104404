"""Vertical lines where something happened: a setting was changed, the window stands here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from mlp_studio.ui.plots.loss.ground import Layer
from mlp_studio.ui.plots.loss.label_places import LabelPlace, Wish, label_places
from mlp_studio.ui.plots.loss.panes import Panes
from mlp_studio.ui.theme import ThemeModel

_PAD = 4.0
_MOST_ROWS = 3
_SHARE = 0.5
"""Of the upper plot's height that labels may take."""
_REACH = 4.0
"""Pixels beside a line that still mean it."""
_CORNER = 4.0
_DASHES = [4.0, 4.0]


@dataclass(frozen=True, slots=True)
class Marker:
    epoch: float
    text: str
    is_here: bool = False
    """Where the window stands, rather than where a setting was changed."""


@dataclass(frozen=True, slots=True)
class _Label:
    marker: Marker
    rect: QRectF
    text: str
    """As much of the marker's text as there is room for."""


class Markers(Layer):
    """Labels never lie on one another; one without room is still read in the line's tool tip."""

    def __init__(self, panes: Panes, theme: ThemeModel) -> None:
        super().__init__(10.0)
        self.setCacheMode(self.CacheMode.DeviceCoordinateCache)
        self._panes = panes
        self._theme = theme
        self._markers: tuple[Marker, ...] = ()
        self._labels: list[_Label] = []
        self._laid_out_for: object = None
        self.font = QFont()

    @property
    def markers(self) -> tuple[Marker, ...]:
        return self._markers

    def set_markers(self, markers: Sequence[Marker]) -> None:
        """In the order of time, but one that says where the window stands first."""
        if tuple(markers) != self._markers:
            self._markers = tuple(markers)
            self.update()

    def labels(self) -> list[tuple[str, QRectF]]:
        """What is written, and where in the scene."""
        self._lay_out()
        return [(label.text, label.rect) for label in self._labels]

    def text_at(self, x: float, y: float) -> str:
        """The full texts of the labels and lines at a point of the scene, a line of text each."""
        self._lay_out()
        labelled = [label.marker for label in self._labels if label.rect.contains(x, y)]
        if labelled:
            return "\n".join(marker.text for marker in labelled)
        inside = any(rect.contains(x, y) for rect in self._panes.rects())
        found = [
            marker.text
            for marker in self._markers
            if inside and abs(self._panes.pixel(marker.epoch) - x) <= _REACH
        ]
        return "\n".join(found)

    def paint(
        self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        if not self._markers:
            return
        self._lay_out()
        theme = self._theme.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        for marker in reversed(self._markers):
            colour = theme.forward if marker.is_here else theme.muted
            pen = QPen(colour, 2.0 if marker.is_here else 1.0)
            if not marker.is_here:
                pen.setDashPattern(_DASHES)
            painter.setPen(pen)
            x = self._panes.pixel(marker.epoch)
            for rect in self._panes.rects():
                if rect.left() <= x <= rect.right() + 1.0:
                    painter.drawLine(QLineF(x, rect.top(), x, rect.bottom()))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.font)
        for label in self._labels:
            self._write(painter, label, theme.forward if label.marker.is_here else theme.ink)

    def _write(self, painter: QPainter, label: _Label, colour: QColor) -> None:
        theme = self._theme.theme
        painter.setPen(QPen(colour if label.marker.is_here else theme.line, 1.0))
        painter.setBrush(theme.panel)
        painter.drawRoundedRect(label.rect, _CORNER, _CORNER)
        painter.setPen(colour)
        inner = label.rect.adjusted(_PAD, 0.0, 0.0, 0.0)
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(inner, int(middle), label.text)

    def _lay_out(self) -> None:
        """Only anew when something has moved."""
        upper = next(self._panes.rects())
        scale = (self._panes.across(), self._panes.log_across)
        state = (self._markers, scale, upper.getRect(), self.font.key())
        if state == self._laid_out_for:
            return
        self._laid_out_for = state
        metrics = QFontMetricsF(self.font)
        height = metrics.height() + 2.0
        rows = max(1, min(_MOST_ROWS, int(_SHARE * upper.height() // (height + 2.0))))
        wishes = [
            Wish(
                self._panes.pixel(marker.epoch),
                metrics.horizontalAdvance(marker.text) + 2 * _PAD + 1.0,
            )
            for marker in self._markers
        ]
        places = label_places(wishes, (upper.left(), upper.right()), rows)
        self._labels = [
            _label(marker, place, upper.top(), height, metrics)
            for marker, place in zip(self._markers, places, strict=True)
            if place is not None
        ]


def _label(
    marker: Marker, place: LabelPlace, top: float, height: float, metrics: QFontMetricsF
) -> _Label:
    rect = QRectF(place.left, top + 1.0 + place.row * (height + 2.0), place.width, height)
    room = place.width - 2 * _PAD
    return _Label(marker, rect, metrics.elidedText(marker.text, Qt.TextElideMode.ElideRight, room))
