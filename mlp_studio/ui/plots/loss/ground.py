"""What lies beneath the curves: quiet lines at the numbers of the axes, and the axis' name."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from mlp_studio.ui.plots.loss.panes import Panes
from mlp_studio.ui.theme import ThemeModel, blend

_FAINT = 0.5
_TEXT_GAP = 10.0
_FRAME = 2.0


class Layer(QGraphicsItem):
    """Paints over the whole scene, in its pixels, and lets every press through."""

    def __init__(self, height: float) -> None:
        super().__init__()
        self._rect = QRectF()
        self.setZValue(height)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def set_rect(self, rect: QRectF) -> None:
        self.prepareGeometryChange()
        self._rect = rect

    def boundingRect(self) -> QRectF:
        return self._rect

    def shape(self) -> QPainterPath:
        return QPainterPath()


class Ground(Layer):
    def __init__(self, panes: Panes, theme: ThemeModel) -> None:
        super().__init__(-10.0)
        self._panes = panes
        self._theme = theme
        self.name = ""
        """Of the epochs, written where their axis begins; empty for none."""
        self.font = QFont()
        self._is_focused = False
        self._drawn: list[QLineF] = []
        self._drawn_for: object = None

    def set_focused(self, on: bool) -> None:
        """Whether keys go to the plot: a frame says so."""
        if on != self._is_focused:
            self._is_focused = on
            self.update()

    def paint(
        self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        theme = self._theme.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(QPen(blend(theme.line, theme.panel, _FAINT), 1.0))
        painter.drawLines(self._lines())
        if self._is_focused:
            painter.setPen(QPen(theme.accent, _FRAME))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            inside = _FRAME / 2
            painter.drawRect(self._rect.adjusted(inside, inside, -inside, -inside))
        if self.name:
            rect = list(self._panes.rects())[-1]
            painter.setFont(self.font)
            painter.setPen(theme.muted)
            metrics = QFontMetricsF(self.font)
            left = rect.left() - _TEXT_GAP - metrics.horizontalAdvance(self.name)
            baseline = rect.bottom() + metrics.ascent() + 6.0
            painter.drawText(QPointF(max(left, 0.0), baseline), self.name)

    def _lines(self) -> list[QLineF]:
        """At the numbers; only anew when those have moved."""
        panes = [
            (plot, rect, plot.getViewBox().viewRange()[1])
            for plot, rect in zip(self._panes.shown, self._panes.rects(), strict=True)
        ]
        state = [(rect.getRect(), span, self._panes.log_up) for _, rect, span in panes]
        if state != self._drawn_for:
            self._drawn_for = state
            self._drawn = [
                QLineF(rect.left(), y, rect.right(), y)
                for plot, rect, (low, high) in panes
                for place in plot.getAxis("left").places()
                for y in [rect.bottom() - (place - low) / (high - low) * rect.height()]
            ]
        return self._drawn
