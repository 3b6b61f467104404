"""The painted widget: what is seen in the middle, its legend below, some samples marked."""

from __future__ import annotations

import math
from collections.abc import Callable
from time import perf_counter

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from mlp_studio.engine.projection import Camera
from mlp_studio.ui.plots.hidden import legend
from mlp_studio.ui.plots.hidden.eye import START
from mlp_studio.ui.plots.hidden.inks import Inks
from mlp_studio.ui.plots.hidden.lettering import Letters, draw_plate, plate_size, put_inside
from mlp_studio.ui.plots.hidden.markers import Stamps
from mlp_studio.ui.plots.hidden.picture import Picture, Pose, Words
from mlp_studio.ui.plots.hidden.seen import Seen
from mlp_studio.ui.theme import ThemeModel

_RADIUS = 6.0
_LEGEND_GAP = 14.0
_REACH = 9.0
"""Pixels beyond the edge of a mark from which it is pointed at."""


class Stage(QWidget):
    """Shows what it is told to, from where it is told to; `describe` says what a row is."""

    def __init__(self, theme: ThemeModel, describe: Callable[[int], str]) -> None:
        super().__init__()
        self._theme = theme
        self._describe = describe
        self._seen: Seen | None = None
        self._words: Words | None = None
        self._hint = ""
        self._camera = START
        self._share = 1.0
        self._pointed: int | None = None
        self._current: int | None = None
        self._picture: Picture | None = None
        self._inks: Inks | None = None
        self._stamps: Stamps | None = None
        self._letters = Letters(self.font(), math.inf)
        self.painting_took = 0.0
        """Seconds of the last painting."""
        self._legend_key: tuple[object, ...] = ()
        self._behind_key: tuple[object, ...] = ()
        self._painted_behind: QPixmap | None = None
        self._legend: list[list[legend.Entry]] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self._retint)

    def sizeHint(self) -> QSize:
        return QSize(320, 300)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 140)

    @property
    def camera(self) -> Camera:
        return self._camera

    @property
    def share(self) -> float:
        """How far from the input plane (0) to the layer's space (1) things stand."""
        return self._share

    @property
    def pointed(self) -> int | None:
        """The row of the data that is pointed at, here or elsewhere."""
        return self._pointed

    @property
    def is_deep(self) -> bool:
        return self._seen is not None and not self._seen.is_flat

    def show_seen(self, seen: Seen, words: Words) -> None:
        self._seen, self._words = seen, words
        if self._inks is None or self._inks.task != seen.task:
            self._inks = Inks(self._theme.theme, seen.task)
        self._renew()

    def show_hint(self, hint: str) -> None:
        """Nothing to be seen, and why."""
        self._seen, self._words, self._hint = None, None, hint
        self._renew()

    def set_share(self, share: float) -> None:
        self._share = share
        self._renew()

    def set_camera(self, camera: Camera) -> None:
        self._camera = camera
        self._renew()

    def turn(self, yaw: float, pitch: float) -> None:
        self.set_camera(self._camera.turned(yaw, pitch))

    def point_at(self, row: int | None) -> None:
        if row != self._pointed:
            self._pointed = row
            self.update()

    def set_current(self, row: int | None) -> None:
        """Mark the sample that the stepper stands at."""
        if row != self._current:
            self._current = row
            self.update()

    def position_of(self, row: int) -> QPointF | None:
        """Where a row's mark is in the widget; None if it is not drawn."""
        picture, member = self._composed(), self._member(row)
        if picture is None or member is None:
            return None
        x, y, _ = picture.crowd.screen[member].tolist()
        return QPointF(x, y)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.FontChange:
            self._letter()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._letter()

    def paintEvent(self, _event: QPaintEvent) -> None:
        begun = perf_counter()
        painter = QPainter(self)
        picture, inks = self._composed(), self._inks
        if picture is None or inks is None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_sheet_of_paper(painter)
            painter.setPen(self._theme.theme.muted)
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.rect().adjusted(16, 8, -16, -8), int(flags), self._hint)
        else:
            painter.drawPixmap(0, 0, self._behind(picture, inks))
            painter.setClipRect(self.rect().adjusted(1, 1, -1, -1))
            picture.draw(painter, inks, self._stamps_for(picture, inks))
            self._paint_marked(painter, picture, inks)
        painter.end()
        self.painting_took = perf_counter() - begun

    def _paint_sheet_of_paper(self, painter: QPainter) -> None:
        theme = self._theme.theme
        painter.setPen(theme.accent if self.hasFocus() else theme.line)
        painter.setBrush(theme.canvas)
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(frame, _RADIUS, _RADIUS)

    def _behind(self, picture: Picture, inks: Inks) -> QPixmap:
        """All that does not change from frame to frame of a run, painted once."""
        assert self._words is not None
        ratio, pose = self.devicePixelRatioF(), Pose(self._camera, self._share)
        key = (inks, self._words, pose, self._letters, ratio, self.hasFocus(), picture.eye.field)
        if key == self._behind_key and self._painted_behind is not None:
            return self._painted_behind
        pixmap = QPixmap(self.size() * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(self._theme.theme.panel)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # A pixmap knows nothing of the widget's font.
        painter.setFont(self.font())
        self._paint_sheet_of_paper(painter)
        picture.draw_behind(painter, inks)
        rows = self._legend_rows(inks)
        area = QRectF(self.rect()).adjusted(8, 0, -8, 0)
        area.setTop(self.height() - 6.0 - len(rows) * self._letters.small_metrics.height())
        legend.draw(painter, rows, area, inks, self._letters)
        painter.end()
        self._behind_key, self._painted_behind = key, pixmap
        return pixmap

    def _paint_marked(self, painter: QPainter, picture: Picture, inks: Inks) -> None:
        """Rings around the stepper's sample and the one that is pointed at, which is named."""
        theme, crowd = inks.theme, picture.crowd
        current, pointed = self._member(self._current), self._member(self._pointed)
        if current is not None:
            crowd.ring(painter, current, picture.radius, theme.accent, theme.canvas)
        if pointed is None or self._pointed is None:
            return
        crowd.ring(painter, pointed, picture.radius, theme.ink, theme.canvas)
        x, y, _ = crowd.screen[pointed].tolist()
        text = self._describe(self._pointed)
        if text and math.isfinite(x + y):
            plate = plate_size(self._letters, text)
            plate.moveBottomLeft(QPointF(x + picture.radius + 8, y - picture.radius - 4))
            plate = put_inside(plate, QRectF(self.rect()).adjusted(4, 4, -4, -4))
            draw_plate(painter, plate, text, theme, self._letters, theme.ink)

    def row_at(self, at: QPointF) -> int | None:
        """The row whose mark is at a point of the widget, or nearly; None if there is none."""
        picture = self._composed()
        if picture is None or self._seen is None:
            return None
        member = picture.crowd.nearest(at.x(), at.y(), picture.radius + _REACH)
        return None if member is None else int(self._seen.rows[member])

    def _member(self, row: int | None) -> int | None:
        """The place of a row among those drawn."""
        if row is None or self._seen is None:
            return None
        found = np.flatnonzero(self._seen.rows == row)
        return int(found[0]) if found.size else None

    def _composed(self) -> Picture | None:
        if self._picture is None and self._seen is not None and self._words is not None:
            assert self._inks is not None
            below = len(self._legend_rows(self._inks)) * self._letters.small_metrics.height()
            area = QRectF(self.rect()).adjusted(8, 4, -8, -(below + _LEGEND_GAP))
            pose = Pose(self._camera, self._share)
            self._picture = Picture(self._seen, pose, area, self._words, self._letters)
        return self._picture

    def _legend_rows(self, inks: Inks) -> list[list[legend.Entry]]:
        """Laid out anew only when something of it is another."""
        assert self._words is not None
        key = (inks, self._words.legend, self.width(), self._letters)
        if key != self._legend_key:
            self._legend_key = key
            found = legend.entries(inks, self._words.legend, self.devicePixelRatioF())
            self._legend = legend.rows_of(found, self.width() - 16.0, self._letters)
        return self._legend

    def _stamps_for(self, picture: Picture, inks: Inks) -> Stamps:
        key = (inks, picture.radius, self.devicePixelRatioF())
        if self._stamps is None or self._stamps.key != key:
            self._stamps = Stamps(*key)
        return self._stamps

    def _letter(self) -> None:
        self._letters = Letters(self.font(), min(self.width(), self.height()))
        self._renew()

    def _renew(self) -> None:
        self._picture = None
        self.update()

    def _retint(self) -> None:
        if self._inks is not None:
            self._inks = Inks(self._theme.theme, self._inks.task)
        self._renew()
