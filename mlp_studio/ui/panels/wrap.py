"""Things side by side, in as many rows as the width asks for."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from mlp_studio.ui.panels.panel import SPACING


class Wrap(QWidget):
    """Breaks where there is no room, as words do. One in a row may take the room that is left."""

    def __init__(self) -> None:
        super().__init__()
        self._things: list[QWidget] = []
        self._elastic: list[QWidget] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def add(self, thing: QWidget, *, elastic: bool = False) -> None:
        """Append a thing; an elastic one takes all that its row has to spare."""
        thing.setParent(self)
        self._things.append(thing)
        if elastic:
            self._elastic.append(thing)

    def rows(self) -> list[list[QWidget]]:
        """What stands in each row at the width of now."""
        rows: list[list[QWidget]] = []
        left = 0
        for thing in self._things:
            if thing.isHidden():
                continue
            width = self._width_of(thing)
            if not rows or left + width > self.width():
                rows.append([])
                left = 0
            rows[-1].append(thing)
            left += width + SPACING
        return rows

    def sizeHint(self) -> QSize:
        widths = [self._width_of(thing) + SPACING for thing in self._things if not thing.isHidden()]
        return QSize(sum(widths) - SPACING, self._height())

    def minimumSizeHint(self) -> QSize:
        shown = [thing for thing in self._things if not thing.isHidden()]
        widest = max((thing.minimumSizeHint().width() for thing in shown), default=0)
        return QSize(widest, self._height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
        self.updateGeometry()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
            self.updateGeometry()
        return super().event(event)

    def _width_of(self, thing: QWidget) -> int:
        hint = thing.minimumSizeHint() if thing in self._elastic else thing.sizeHint()
        return min(max(hint.width(), thing.minimumWidth()), max(self.width(), 1))

    def _height_of(self, thing: QWidget, width: int) -> int:
        if thing.hasHeightForWidth():
            return thing.heightForWidth(width)
        return max(thing.sizeHint().height(), thing.minimumHeight())

    def _widths(self, row: list[QWidget]) -> list[int]:
        widths = [self._width_of(thing) for thing in row]
        spare = self.width() - sum(widths) - SPACING * (len(row) - 1)
        for place, thing in enumerate(row):
            if thing in self._elastic:
                widths[place] += max(spare, 0)
        return widths

    def _height(self) -> int:
        heights = [max(map(self._height_of, row, self._widths(row))) for row in self.rows()]
        return sum(heights) + SPACING * max(len(heights) - 1, 0)

    def _arrange(self) -> None:
        top = 0
        for row in self.rows():
            widths = self._widths(row)
            heights = list(map(self._height_of, row, widths))
            left, height = 0, max(heights)
            for thing, width, own in zip(row, widths, heights, strict=True):
                thing.setGeometry(QRect(left, top + (height - own) // 2, width, own))
                left += width + SPACING
            top += height + SPACING
