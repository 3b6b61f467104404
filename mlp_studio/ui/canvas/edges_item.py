"""All edges of the network as one item under the units: no object per edge."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from mlp_studio.ui.canvas.canvas_item import CanvasItem
from mlp_studio.ui.canvas.edge_pens import HALO, EdgePens, buckets, pen_numbers
from mlp_studio.ui.canvas.edge_picture import EdgePicture
from mlp_studio.ui.canvas.edge_sheet import Pane
from mlp_studio.ui.canvas.edge_strokes import ARROW, NO_ARROWS, Strokes
from mlp_studio.ui.canvas.emphasis import Emphasis
from mlp_studio.ui.canvas.lettering import Lettering
from mlp_studio.ui.canvas.routes import Floats, Routes
from mlp_studio.ui.theme import Theme

_UNLIT = (Emphasis.BACK, Emphasis.REST)


class EdgesItem(CanvasItem):
    """Draws routes with pens by weight. `set_values` is cheap: it changes pens only.

    There are two pictures: of all edges as if none were lit, and over it of those that are. So a
    step that lights others leaves the large picture as it is.
    """

    def __init__(self, theme: Theme, lettering: Lettering) -> None:
        super().__init__(theme, lettering, height=0.0)
        self._routes = Routes(np.zeros((0, 4)), np.zeros(1, dtype=np.intp))
        self._bounds = QRectF()
        self._bucket: NDArray[np.intp] = np.zeros(0, dtype=np.intp)
        self._emphasis: NDArray[np.int8] = np.zeros(0, dtype=np.int8)
        self._frozen: NDArray[np.bool_] = np.zeros(0, dtype=np.bool_)
        self._direction: NDArray[np.int8] = np.zeros(0, dtype=np.int8)
        self._carried: NDArray[np.intp] | None = None
        """The pens of what is carried, if anything is."""
        self._at_rest = True
        self._pens = EdgePens(theme, theme.accent)
        self._light_up()
        self.unlit, self.lit = EdgePicture(), EdgePicture()
        for picture in (self.unlit, self.lit):
            picture.changed.connect(self._on_better_picture)

    def set_style(self, theme: Theme, lettering: Lettering) -> None:
        super().set_style(theme, lettering)
        self._pens = EdgePens(theme, self._pens.flow)
        self._compose()

    def set_routes(
        self, routes: Routes, values: NDArray[np.float64], frozen: NDArray[np.bool_]
    ) -> None:
        """Show other edges, or the same ones elsewhere."""
        self.prepareGeometryChange()
        self._routes = routes
        self._bounds = _bounds(routes.segments)
        self._frozen = frozen
        if len(self._emphasis) != len(frozen):
            self._emphasis = np.full(len(frozen), Emphasis.REST, dtype=np.int8)
            self._direction = np.zeros(len(frozen), dtype=np.int8)
            self._carried = None
        self._light_up()
        self.set_values(values)

    def set_values(self, values: NDArray[np.float64]) -> None:
        """Show these weights: one per edge, NaN where unknown."""
        self._bucket = buckets(values)
        self._compose()

    def set_emphasis(
        self,
        emphasis: NDArray[np.int8],
        direction: NDArray[np.int8],
        flow: QColor,
        carried: NDArray[np.float64] | None = None,
    ) -> None:
        """Which edges are lit, at rest, or step back.

        `direction` is 1 where the computation of this step flows right, −1 where it flows left, 0
        where nothing flows; `flow` is the colour of that motion. Lit edges show what is `carried`,
        from −1 to 1, instead of their weights, if that is given.
        """
        if flow != self._pens.flow:
            self._pens = EdgePens(self.theme, flow)
        self._emphasis, self._direction = emphasis, direction
        self._carried = None if carried is None else buckets(carried, 1.0)
        self._light_up()
        self._compose()

    def set_at_rest(self, at_rest: bool) -> None:
        """Draw fast while weights or zoom change, and smoothly afterwards."""
        if at_rest != self._at_rest:
            self._at_rest = at_rest
            for picture in (self.unlit, self.lit):
                picture.set_at_rest(at_rest)

    @property
    def at_rest(self) -> bool:
        return self._at_rest

    @property
    def buckets(self) -> NDArray[np.intp]:
        """The pen each edge is drawn with."""
        return self._bucket

    @property
    def emphasis(self) -> NDArray[np.int8]:
        return self._emphasis

    @property
    def direction(self) -> NDArray[np.int8]:
        return self._direction

    def boundingRect(self) -> QRectF:
        return self._bounds

    def finish(self) -> None:
        """Draw now what would be drawn once there is time, for a picture taken of the window."""
        self.unlit.finish()
        self.lit.finish()

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        if widget is None:
            super().paint(painter, option, widget)
            return
        pane = Pane(painter.worldTransform(), widget.size(), widget.devicePixelRatioF())
        for picture in (self.unlit, self.lit):
            if picture.parent() is None:
                # Whatever it still has to draw ends with the scene.
                picture.setParent(self.scene())
            picture.paint(painter, pane)

    def draw(self, painter: QPainter, _zoom: float) -> None:
        """All edges as lines, for a device that is no screen."""
        self.unlit_strokes().draw_vectors(painter)
        self._lit_strokes().draw_vectors(painter)

    def _on_better_picture(self) -> None:
        self.update()

    def _light_up(self) -> None:
        """Gather what is lit, which changes less often than the weights do."""
        routes, owner = self._routes, self._routes.owner
        lit = np.flatnonzero(self._emphasis[owner] == Emphasis.LIT)
        flowing = lit[self._direction[owner[lit]] != 0]
        self._lit_owner = owner[lit]
        self._halos = np.full(len(flowing), HALO, dtype=np.int16)
        self._lit_segments = routes.segments[np.concatenate([flowing, lit])]
        self._arrows = _arrows(routes, self._direction)

    def _compose(self) -> None:
        self.unlit.set_strokes(self.unlit_strokes())
        self.lit.set_strokes(self._lit_strokes())

    def unlit_strokes(self) -> Strokes:
        # What is lit hides what is under it: there it is as it will be when another is lit.
        back, rest = (bool((self._emphasis == degree).any()) for degree in _UNLIT)
        under = Emphasis.REST if rest and not back else Emphasis.BACK
        emphasis = np.where(self._emphasis == Emphasis.LIT, under, self._emphasis)
        numbers = pen_numbers(self._bucket, emphasis, self._frozen)
        return Strokes(self._routes.segments, numbers[self._routes.owner], self._pens, NO_ARROWS)

    def _lit_strokes(self) -> Strokes:
        rows = self._lit_owner
        shown = self._bucket if self._carried is None else self._carried
        numbers = pen_numbers(shown[rows], self._emphasis[rows], self._frozen[rows])
        ordered = np.concatenate([self._halos, numbers])
        return Strokes(self._lit_segments, ordered, self._pens, self._arrows)


def _arrows(routes: Routes, direction: NDArray[np.int8]) -> Floats:
    """Arrowheads (A, 4) at the ends the step's computation runs to: x, y, dx, dy."""
    rows = np.flatnonzero(direction)
    rightward = (direction[rows] > 0)[:, None]
    first, last = routes.segments[routes.first[rows]], routes.segments[routes.first[rows + 1] - 1]
    tips = np.where(rightward, last[:, 2:], first[:, :2])
    tails = np.where(rightward, last[:, :2], first[:, 2:])
    along = tips - tails
    along /= np.maximum(np.hypot(along[:, 0], along[:, 1]), 1e-9)[:, None]
    return np.column_stack([tips - along, along])


def _bounds(segments: NDArray[np.float64]) -> QRectF:
    if not len(segments):
        return QRectF()
    x, y = segments[:, 0::2], segments[:, 1::2]
    margin = ARROW
    return QRectF(
        QPointF(float(x.min()), float(y.min())), QPointF(float(x.max()), float(y.max()))
    ).adjusted(-margin, -margin, margin, margin)
