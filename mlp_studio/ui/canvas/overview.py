"""The overview map: the whole figure small, in a corner, with what the view shows of it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF, QWheelEvent
from PySide6.QtWidgets import QGraphicsView, QWidget

from mlp_studio.ui.canvas.paper import Paper
from mlp_studio.ui.canvas.picture import legend_box
from mlp_studio.ui.canvas.scene import NetworkScene
from mlp_studio.ui.theme import blend

SIZE = QSize(180, 120)
_MARGIN = 10
_SMALLEST_VIEW = QSize(420, 320)
"""In a smaller view the map would hide more than it shows."""
_PADDING = 8.0
_WHEEL_CLICK = 120.0
_TOLERANCE = 2.0


class Overview(QWidget):
    """Seen while the figure is larger than the view. A click or a drag looks elsewhere."""

    def __init__(self, view: QGraphicsView, scene: NetworkScene, paper: Paper) -> None:
        super().__init__(view)
        self._view = view
        self._scene = scene
        self._paper = paper
        self._wanted = True
        self.setFixedSize(SIZE)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.hide()
        # Scrolling, zooming and changes of the figure come in bursts; the map follows once.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._follow)
        for bar in (view.horizontalScrollBar(), view.verticalScrollBar()):
            bar.valueChanged.connect(self._follow_soon)
            bar.rangeChanged.connect(self._follow_soon)
        scene.refreshed.connect(self._follow_soon)
        scene.observed.theme.changed.connect(self.update)
        view.viewport().installEventFilter(self)
        self.retranslate()

    @property
    def wanted(self) -> bool:
        return self._wanted

    def set_wanted(self, wanted: bool) -> None:
        """Whether the map may be seen at all."""
        self._wanted = wanted
        self._follow()

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Overview map"))
        self.setToolTip(self.tr("Click or drag to look elsewhere; the wheel zooms."))

    def visible_part(self) -> QRectF:
        """What the view shows, in scene coordinates."""
        return self._view.mapToScene(self._view.viewport().rect()).boundingRect()

    def to_scene(self, at: QPointF) -> QPointF:
        """The place in the scene that a point of the map stands for."""
        content, scale, corner = self._mapping()
        return content.topLeft() + (at - corner) / scale

    def to_map(self, at: QPointF) -> QPointF:
        content, scale, corner = self._mapping()
        return corner + (at - content.topLeft()) * scale

    def _mapping(self) -> tuple[QRectF, float, QPointF]:
        """The figure's box, its scale on the map, and where its corner is there."""
        content = self._scene.content_rect()
        inner = QRectF(self.rect()).adjusted(_PADDING, _PADDING, -_PADDING, -_PADDING)
        width, height = max(content.width(), 1.0), max(content.height(), 1.0)
        scale = min(inner.width() / width, inner.height() / height)
        corner = inner.center() - QPointF(width, height) * (scale / 2)
        return content, scale, corner

    def _follow_soon(self, *_values: int) -> None:
        self._soon.start()

    def _follow(self) -> None:
        """Come, go, and show where the view looks now."""
        viewport = self._view.viewport().geometry()
        roomy = (
            viewport.width() >= _SMALLEST_VIEW.width()
            and viewport.height() >= _SMALLEST_VIEW.height()
        )
        content = self._scene.content_rect().adjusted(
            _TOLERANCE, _TOLERANCE, -_TOLERANCE, -_TOLERANCE
        )
        hidden = not self._scene.is_empty and not self.visible_part().contains(content)
        self.setVisible(self._wanted and roomy and hidden)
        self._stand_in_the_corner(viewport)
        self.update()

    def _stand_in_the_corner(self, viewport: QRect) -> None:
        """Lower right, above the legend where that reaches so far."""
        box = QRect(QPoint(), SIZE)
        box.moveBottomRight(viewport.bottomRight() - QPoint(_MARGIN, _MARGIN))
        legend = legend_box(self._scene, QRectF(viewport)).toAlignedRect()
        if legend.right() + _MARGIN > box.left():
            box.moveBottom(legend.top() - 4)
        self.move(box.topLeft())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._follow_soon()
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    # The pointer --------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._look(event.position())
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._look(event.position())
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta()
        self._paper.zoom_by(1.2 ** ((turned.y() or turned.x()) / _WHEEL_CLICK))
        event.accept()

    def _look(self, at: QPointF) -> None:
        # A hand that leaves the map pushes against the figure's end, not beyond.
        box = QRectF(self.rect()).adjusted(_PADDING, _PADDING, -_PADDING, -_PADDING)
        inside = QPointF(
            min(max(at.x(), box.left()), box.right()), min(max(at.y(), box.top()), box.bottom())
        )
        self._paper.centre_on(self.to_scene(inside))

    # Drawing ------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._scene.observed.theme.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.line, 1.0))
        painter.setBrush(theme.panel)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6.0, 6.0)
        painter.setClipRect(self.rect().adjusted(2, 2, -2, -2))
        self._draw_links(painter)
        self._draw_layers(painter)
        self._draw_visible_part(painter)
        painter.end()

    def _draw_links(self, painter: QPainter) -> None:
        theme = self._scene.observed.theme.theme
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(blend(theme.line, theme.panel, 0.55))
        for link in self._scene.observed.document.project.links:
            start, end = self._bar(link.source), self._bar(link.target)
            painter.drawPolygon(
                QPolygonF([start.topRight(), end.topLeft(), end.bottomLeft(), start.bottomRight()])
            )

    def _draw_layers(self, painter: QPainter) -> None:
        theme = self._scene.observed.theme.theme
        chosen = self._scene.observed.selection.current.layers
        for layer in self._scene.layers:
            bar = self._bar(layer)
            round_by = min(bar.width() / 2, 3.0)
            painter.setBrush(theme.accent if layer in chosen else theme.muted)
            painter.drawRoundedRect(bar, round_by, round_by)

    def _bar(self, layer: str) -> QRectF:
        """Where a layer's frame is on the map, never too thin to be seen."""
        item = self._scene.layers[layer]
        frame = item.column.frame.translated(item.pos())
        bar = QRectF(self.to_map(frame.topLeft()), self.to_map(frame.bottomRight()))
        missing = max(3.0 - bar.width(), 0.0) / 2, max(3.0 - bar.height(), 0.0) / 2
        return bar.adjusted(-missing[0], -missing[1], missing[0], missing[1])

    def _draw_visible_part(self, painter: QPainter) -> None:
        accent = self._scene.observed.theme.theme.accent
        seen = self.visible_part()
        box = QRectF(self.to_map(seen.topLeft()), self.to_map(seen.bottomRight()))
        box &= QRectF(self.rect()).adjusted(3.0, 3.0, -3.0, -3.0)
        tint = QColor(accent)
        tint.setAlphaF(0.10)
        painter.setPen(QPen(accent, 1.5))
        painter.setBrush(tint)
        painter.drawRoundedRect(box, 2.0, 2.0)
