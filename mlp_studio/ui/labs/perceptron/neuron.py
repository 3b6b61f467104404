"""A picture of the unit: x1, x2 and 1, each through its weight into Σ, then the hard output."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from mlp_studio.ui.labs.perceptron.ground import Weights
from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.panels.fields import as_given
from mlp_studio.ui.theme import ThemeModel, blend

_THINNEST, _WIDEST = 1.4, 5.0
_PAD = 4.0
_ROWS = 3


@dataclass(frozen=True, slots=True)
class NeuronSight:
    """`inputs`, `z`, `output` and `target` are None while no sample is at hand."""

    weights: Weights
    activation: str
    inputs: tuple[float, float] | None = None
    z: float | None = None
    output: float | None = None
    target: float | None = None


class NeuronPicture(QWidget):
    """Shows a NeuronSight: numbers on the edges, their sign by colour, their size by width."""

    def __init__(self, theme: ThemeModel, numbers: NumberFormat) -> None:
        super().__init__()
        self._theme = theme
        self._numbers = numbers
        self._sight = NeuronSight((0.0, 0.0, 0.0), "sign")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)
        numbers.changed.connect(self.update)

    def show_sight(self, sight: NeuronSight) -> None:
        self._sight = sight
        self.setAccessibleDescription(self._told())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(360, round(_ROWS * self._row))

    def minimumSizeHint(self) -> QSize:
        return QSize(240, round(_ROWS * self._row))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint(painter)
        painter.end()

    @property
    def _row(self) -> float:
        return max(52.0, QFontMetricsF(self.font()).height() * 2.9)

    @property
    def _radius(self) -> float:
        return self._row * 0.36

    def _paint(self, painter: QPainter) -> None:
        sight, radius = self._sight, self._radius
        width, middle = self.width(), self._row * _ROWS / 2
        across = [radius + 2.0, width * 0.52, width * 0.75, width - radius - 2.0]
        summing = QPointF(across[1], middle)
        values: tuple[float | None, ...] = (None, None) if sight.inputs is None else sight.inputs
        starts = [QPointF(across[0], self._row * (number + 0.5)) for number in range(_ROWS)]
        for start, weight in zip(starts, sight.weights, strict=True):
            self._edge(painter, start, summing, weight)
        for start, weight in zip(starts, sight.weights, strict=True):
            self._number(painter, start, summing, weight)
        for start, name, value in zip(starts, ("x1", "x2", "1"), (*values, None), strict=True):
            self._disc(painter, start, name, value, self._theme.theme.line)
        hard, answer = QPointF(across[2], middle), QPointF(across[3], middle)
        painter.setPen(QPen(self._theme.theme.muted, _THINNEST))
        painter.drawLine(summing, answer)
        self._disc(painter, summing, "Σ", sight.z, self._theme.theme.ink)
        self._hard(painter, hard)
        self._disc(painter, answer, "y", sight.output, self._answer_colour())
        if sight.target is not None:
            self._target(painter, answer)

    def _edge(self, painter: QPainter, start: QPointF, end: QPointF, weight: float) -> None:
        largest = max(max(map(abs, self._sight.weights)), 1e-12)
        width = _THINNEST + (_WIDEST - _THINNEST) * abs(weight) / largest
        painter.setPen(QPen(self._colour(weight), width))
        painter.drawLine(start, end)

    def _number(self, painter: QPainter, start: QPointF, end: QPointF, weight: float) -> None:
        theme, metrics = self._theme.theme, QFontMetricsF(self.font())
        names = ("w1", "w2", "b")
        number = round(start.y() / self._row - 0.5)
        text = f"{names[number]} = {as_given(self._numbers, weight)}"
        middle = start + (end - start) * 0.5
        width, height = metrics.horizontalAdvance(text) + 2 * _PAD, metrics.height() + 2.0
        plate = QRectF(middle.x() - width / 2, middle.y() - height / 2, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.panel)
        painter.drawRoundedRect(plate, _PAD, _PAD)
        painter.setPen(self._colour(weight))
        painter.setFont(self.font())
        painter.drawText(plate, int(Qt.AlignmentFlag.AlignCenter), text)

    def _disc(
        self, painter: QPainter, at: QPointF, name: str, value: float | None, rim: QColor
    ) -> None:
        theme, radius, metrics = self._theme.theme, self._radius, QFontMetricsF(self.font())
        painter.setPen(QPen(rim, 1.6))
        painter.setBrush(theme.canvas)
        painter.drawEllipse(at, radius, radius)
        height = metrics.height()
        lines = [name] if value is None else [name, as_given(self._numbers, value)]
        top = at.y() - height * len(lines) / 2
        for line, text in enumerate(lines):
            painter.setPen(theme.ink if line or value is None else theme.muted)
            around = QRectF(at.x() - 80.0, top + line * height, 160.0, height)
            painter.drawText(around, int(Qt.AlignmentFlag.AlignCenter), text)

    def _hard(self, painter: QPainter, at: QPointF) -> None:
        """The activation as a small curve in a box, its name below."""
        theme, half = self._theme.theme, self._radius * 0.8
        box = QRectF(at.x() - half, at.y() - half, 2 * half, 2 * half)
        painter.setPen(QPen(theme.line, 1.4))
        painter.setBrush(theme.canvas)
        painter.drawRoundedRect(box, 4.0, 4.0)
        bottom, top = at.y() + half * 0.5, at.y() - half * 0.5
        painter.setPen(QPen(theme.forward, 2.0))
        painter.drawLine(QPointF(box.left() + 4.0, bottom), QPointF(at.x(), bottom))
        painter.drawLine(QPointF(at.x(), bottom), QPointF(at.x(), top))
        painter.drawLine(QPointF(at.x(), top), QPointF(box.right() - 4.0, top))
        below = QRectF(
            at.x() - 60.0, box.bottom() + 2.0, 120.0, QFontMetricsF(self.font()).height()
        )
        painter.setPen(theme.muted)
        painter.drawText(below, int(Qt.AlignmentFlag.AlignCenter), self._sight.activation)

    def _target(self, painter: QPainter, at: QPointF) -> None:
        theme, sight, metrics = self._theme.theme, self._sight, QFontMetricsF(self.font())
        painter.setPen(theme.ok if sight.output == sight.target else theme.error)
        mark = "✓" if sight.output == sight.target else "✗"
        text = f"t = {as_given(self._numbers, sight.target or 0.0)}  {mark}"
        width = metrics.horizontalAdvance(text) + 2.0
        left = min(at.x() - width / 2, self.width() - width - 1.0)
        below = QRectF(left, at.y() + self._radius + 4.0, width, metrics.height())
        painter.drawText(below, int(Qt.AlignmentFlag.AlignCenter), text)

    def _answer_colour(self) -> QColor:
        theme, sight = self._theme.theme, self._sight
        if sight.target is None:
            return theme.line
        return theme.ok if sight.output == sight.target else theme.error

    def _colour(self, value: float) -> QColor:
        theme = self._theme.theme
        if value == 0.0:
            return blend(theme.muted, theme.panel, 0.9)
        return theme.positive if value > 0.0 else theme.negative

    def _told(self) -> str:
        names = zip(("w1", "w2", "b"), self._sight.weights, strict=True)
        return ", ".join(f"{name} = {as_given(self._numbers, value)}" for name, value in names)
