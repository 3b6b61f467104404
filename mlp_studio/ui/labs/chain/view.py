"""The graph on screen: fitted, or zoomed and moved by hand."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPathStroker,
    QPaintEvent,
    QPen,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from mlp_studio.engine.chain import Derivatives
from mlp_studio.engine.chain_steps import FromBack, Standing
from mlp_studio.engine.formula_graph import Edge, Graph
from mlp_studio.ui.labs.chain import wording
from mlp_studio.ui.labs.chain.arrangement import Arrangement, arranged
from mlp_studio.ui.labs.chain.picture import Picture
from mlp_studio.ui.labs.chain.sheet import Letters, Sheet, Texts, laid_out
from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.theme import ThemeModel

_MARGIN = 14.0
_LARGEST_FIT = 2.0
_NEAREST, _FARTHEST = 4.0, 0.1
_ZOOM_STEP = 1.15
_NOTCH = 120.0
_SHORT, _LONG = 9, 15
"""Characters of a local derivative that stand beside its value, and above it at most."""
_NEAR = 10.0


class GraphView(QWidget):
    """Wheel or + and − zoom, a drag moves, a double click or 0 fits; an edge tells on hover."""

    def __init__(self, theme: ThemeModel, numbers: NumberFormat) -> None:
        super().__init__()
        self._theme = theme
        self._numbers = numbers
        self._graph: Graph | None = None
        self._arrangement: Arrangement | None = None
        self._found: Derivatives | None = None
        self._place: Standing | None = None
        self._sheet: Sheet | None = None
        self._texts = Texts({}, {}, {})
        self._by_hand: QTransform | None = None
        self._dragged_from: QPointF | None = None
        self.hint = ""
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(240, 160)
        theme.changed.connect(self.update)
        numbers.changed.connect(self._measure)

    @property
    def place(self) -> Standing | None:
        """What is shown; None while there are no numbers."""
        return self._place

    @property
    def sheet(self) -> Sheet | None:
        return self._sheet

    @property
    def texts(self) -> Texts:
        return self._texts

    def show_graph(self, graph: Graph | None, found: Derivatives | None) -> None:
        """Another graph or other numbers; without numbers only its form, with None nothing."""
        if graph is None:
            self._arrangement = None
        elif self._graph is None or graph.edges != self._graph.edges or not self._arrangement:
            self._arrangement = arranged(graph)
            self._by_hand = None
        self._graph, self._found, self._place = graph, found, None
        self._measure()

    def show_place(self, place: Standing | None) -> None:
        """Where one stands in it; where it was zoomed by hand, what a step is about is in sight."""
        self._place = place
        if self._by_hand is not None and place is not None:
            self._follow(place)
        self.update()

    def gradients(self) -> dict[str, str]:
        """What stands under the discs: δ from the back, a sum Σ along the paths."""
        place = self._place
        if place is None:
            return {}
        sign = "δ" if isinstance(place.step, FromBack) else "Σ"
        return {
            name: f"{sign} = {self._number(value)}" + " …" * (name not in place.complete)
            for name, value in place.gradients.items()
        }

    def fit(self) -> None:
        self._by_hand = None
        self.update()

    def zoom(self, factor: float, about: QPointF | None = None) -> None:
        """Nearer or farther; what lies at `about` stays there."""
        now = self._transform()
        about = about or QPointF(self.rect().center())
        factor = min(max(factor, _FARTHEST / now.m11()), _NEAREST / now.m11())
        fixed = QTransform.fromTranslate(-about.x(), -about.y())
        fixed *= QTransform.fromScale(factor, factor)
        self._by_hand = now * fixed * QTransform.fromTranslate(about.x(), about.y())
        self.update()

    def spot(self, name: str) -> QPointF:
        """Where a variable's disc is in the widget. Raises KeyError for none that is shown."""
        if self._sheet is None:
            raise KeyError(name)
        return self._transform().map(self._sheet.centres[name])

    def edge_at(self, point: QPointF) -> Edge | None:
        """The edge, or the plate of one, under a point of the widget."""
        sheet = self._sheet
        inverted, possible = self._transform().inverted()
        if sheet is None or not possible:
            return None
        at = inverted.map(point)
        for edge, plate in sheet.plates.items():
            if plate.contains(at):
                return edge
        stroker = QPainterPathStroker()
        stroker.setWidth(_NEAR)
        for edge, path in sheet.paths.items():
            if stroker.createStroke(path).contains(at):
                return edge
        return None

    def edge_text(self, edge: Edge) -> str:
        """∂x/∂u = formula = value, in full; the value only once it is known."""
        text = f"∂{edge.target}/∂{edge.source} = {wording.written(edge.derivative)}"
        found, place = self._found, self._place
        if found is None or place is None or edge.target not in place.values:
            return text
        value = wording.number(found.slopes[edge], self._numbers)
        return text if text.endswith(f"= {value}") else f"{text} = {value}"

    def sizeHint(self) -> QSize:
        return QSize(640, 420)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._measure()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter = self._theme.theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), theme.canvas)
        if self._graph is None or self._sheet is None:
            painter.setPen(theme.muted)
            painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self.hint)
        else:
            painter.setTransform(self._transform())
            names = (*self._graph.inputs, *self._graph.order)
            picture = Picture(
                sheet=self._sheet,
                texts=self._texts,
                names=names,
                output=self._graph.output,
                found=self._found,
                place=self._place,
                gradients=self.gradients(),
            )
            picture.paint(painter, theme, Letters(self.font()))
            painter.resetTransform()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.accent if self.hasFocus() else theme.line, 1.0))
        painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.zoom(_ZOOM_STEP ** (event.angleDelta().y() / _NOTCH), event.position())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
            self._dragged_from = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        if self._dragged_from is not None:
            moved = at - self._dragged_from
            self._dragged_from = at
            shift = QTransform.fromTranslate(moved.x(), moved.y())
            self._by_hand = self._transform() * shift
            self.update()
            return
        edge = self.edge_at(at)
        if edge is None:
            QToolTip.hideText()
        else:
            QToolTip.showText(event.globalPosition().toPoint(), self.edge_text(edge), self)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._dragged_from = None

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom(_ZOOM_STEP)
        elif event.key() == Qt.Key.Key_Minus:
            self.zoom(1 / _ZOOM_STEP)
        elif event.key() == Qt.Key.Key_0:
            self.fit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def _follow(self, place: Standing) -> None:
        """Move as little as it takes to see the variables that are lit, or their middle."""
        if self._sheet is None or not place.nodes:
            return
        radius = 2 * self._sheet.radius
        lit = QRectF()
        for name in place.nodes:
            at = self._sheet.centres[name]
            lit = lit.united(QRectF(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius))
        now = self._transform()
        shown = now.mapRect(lit)
        room = QRectF(self.rect())
        if shown.width() > room.width() or shown.height() > room.height():
            shown = QRectF(shown.center(), QSizeF(0.0, 0.0))
        moved = _put_inside(shown, room)
        self._by_hand = now * QTransform.fromTranslate(moved.x() - shown.x(), moved.y() - shown.y())

    def _measure(self) -> None:
        """Lay out anew: what is written has other lengths."""
        self._sheet = None
        if self._graph is not None and self._arrangement is not None:
            self._texts = self._texts_of(self._graph)
            self._sheet = laid_out(self._arrangement, self._texts, Letters(self.font()))
        self.update()

    def _texts_of(self, graph: Graph) -> Texts:
        found, names = self._found, (*graph.inputs, *graph.order)
        if found is None:
            return Texts({}, dict.fromkeys(names, ""), {})
        return Texts(
            values={name: self._number(found.values[name]) for name in names},
            gradients={name: f"δ = {self._number(found.gradients[name])}" for name in names},
            plates={edge: self._plate(edge, found.slopes[edge]) for edge in graph.edges},
        )

    def _plate(self, edge: Edge, slope: float) -> tuple[str, ...]:
        symbols, value = wording.written(edge.derivative), self._number(slope)
        if symbols == value:
            return (value,)
        if len(symbols) <= _SHORT:
            return (f"{symbols} = {value}",)
        return (wording.shortened(symbols, _LONG), f"= {value}")

    def _number(self, value: float) -> str:
        return wording.number(value, self._numbers)

    def _transform(self) -> QTransform:
        if self._by_hand is not None:
            return self._by_hand
        bounds = self._sheet.bounds if self._sheet else QRectF(0, 0, 1, 1)
        room = QRectF(self.rect()).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        scale = min(room.width() / bounds.width(), room.height() / bounds.height(), _LARGEST_FIT)
        middle, centre = bounds.center(), room.center()
        fitted = QTransform.fromTranslate(-middle.x(), -middle.y())
        fitted *= QTransform.fromScale(scale, scale)
        return fitted * QTransform.fromTranslate(centre.x(), centre.y())


def _put_inside(area: QRectF, bounds: QRectF) -> QRectF:
    moved = QRectF(area)
    moved.moveRight(min(moved.right(), bounds.right()))
    moved.moveBottom(min(moved.bottom(), bounds.bottom()))
    moved.moveLeft(max(moved.left(), bounds.left()))
    moved.moveTop(max(moved.top(), bounds.top()))
    return moved
