"""What the marks in the picture of the data stand for: classes by name, or numbers by shade."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QLinearGradient, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from mlp_studio.engine.tasks import task_of
from mlp_studio.project.model import Dataset
from mlp_studio.ui.class_marks import RADIUS_OF_ENTRY, Mark, class_colours, stamp
from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.panels.fields import as_given
from mlp_studio.ui.panels.scatter import level_colours
from mlp_studio.ui.theme import ThemeModel

_MARK = 3.5
_BETWEEN = 12
_GAP = 2
_BAR = 72


@dataclass(frozen=True, slots=True)
class Entries:
    """Names of classes; or for numbers the least and the greatest."""

    names: tuple[str, ...]
    is_numbers: bool


class Legend(QWidget):
    """As many rows as its entries need at the width it is given."""

    def __init__(self, theme: ThemeModel, numbers: NumberFormat) -> None:
        super().__init__()
        self._theme = theme
        self._numbers = numbers
        self._data: Dataset | None = None
        self._entries: Entries | None = None
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)
        numbers.changed.connect(self._read)
        self.hide()

    def show_data(self, data: Dataset | None) -> None:
        if data is not self._data:
            self._data = data
            self._read()

    @property
    def texts(self) -> tuple[str, ...]:
        """What is written in it."""
        return () if self._entries is None else self._entries.names

    def sizeHint(self) -> QSize:
        return QSize(200, self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._entries is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._theme.theme.muted)
        if self._entries.is_numbers:
            self._paint_bar(painter, self._entries.names)
        else:
            self._paint_classes(painter, self._entries.names)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._describe()
        super().changeEvent(event)

    def _describe(self) -> None:
        self.setAccessibleName(self.tr("Legend: {names}").format(names=", ".join(self.texts)))

    def _read(self) -> None:
        data = self._data
        self._entries = None if data is None or not data.samples else self._entries_of(data)
        self.setVisible(self._entries is not None)
        self._describe()
        self.updateGeometry()
        self.update()

    def _entries_of(self, data: Dataset) -> Entries:
        task = task_of(data.targets.values)
        numbers = self._numbers
        if data.classes and task.is_classification:
            return Entries(data.classes, is_numbers=False)
        if task.kind == "binary":
            return Entries(
                (as_given(numbers, task.low), as_given(numbers, task.high)), is_numbers=False
            )
        if task.kind == "multiclass":
            names = tuple(str(number + 1) for number in range(task.classes))
            return Entries(names, is_numbers=False)
        first = data.targets.values[:, 0]
        ends = (float(first.min()), float(first.max()))
        return Entries(tuple(as_given(numbers, end) for end in ends), is_numbers=True)

    def _paint_classes(self, painter: QPainter, names: tuple[str, ...]) -> None:
        theme, metrics = self._theme.theme, self.fontMetrics()
        colours = class_colours(theme, len(names))
        for number, (name, box) in enumerate(zip(names, self._boxes(names), strict=True)):
            mark = Mark(number, colours[number], filled=True)
            picture = stamp(mark, _MARK, theme, self.devicePixelRatio())
            half = picture.deviceIndependentSize() / 2
            middle = QPointF(box.left() + RADIUS_OF_ENTRY, box.center().y())
            painter.drawPixmap(middle - QPointF(half.width(), half.height()), picture)
            room = box.adjusted(2 * RADIUS_OF_ENTRY + _GAP, 0.0, 0.0, 0.0)
            shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, int(room.width()) + 1)
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), shown)

    def _paint_bar(self, painter: QPainter, ends: tuple[str, ...]) -> None:
        metrics, height = self.fontMetrics(), float(self.height())
        low, high = ends
        across = float(metrics.horizontalAdvance(low))
        bar = QRectF(across + _BETWEEN / 2, height / 2 - 4.0, _BAR, 8.0)
        shades = level_colours(self._theme.theme)
        gradient = QLinearGradient(bar.topLeft(), bar.topRight())
        for at, colour in enumerate(shades):
            gradient.setColorAt(at / (len(shades) - 1), colour)
        painter.fillRect(bar, gradient)
        line = int(Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(QRectF(0.0, 0.0, across + 1.0, height), line, low)
        after = QRectF(bar.right() + _BETWEEN / 2, 0.0, self.width() - bar.right(), height)
        painter.drawText(after, line, high)

    def _height(self) -> int:
        if self._entries is None:
            return 0
        row = self._row()
        if self._entries.is_numbers:
            return row
        boxes = self._boxes(self._entries.names)
        return round(boxes[-1].bottom()) if boxes else row

    def _row(self) -> int:
        return max(QFontMetrics(self.font()).height(), round(2 * RADIUS_OF_ENTRY))

    def _boxes(self, names: tuple[str, ...]) -> list[QRectF]:
        """Where each entry stands: row by row, none wider than the widget."""
        metrics, row, room = self.fontMetrics(), self._row(), float(max(self.width(), 1))
        x, y = 0.0, 0.0
        boxes: list[QRectF] = []
        for name in names:
            width = min(2 * RADIUS_OF_ENTRY + _GAP + metrics.horizontalAdvance(name), room)
            if x > 0.0 and x + width > room:
                x, y = 0.0, y + row
            boxes.append(QRectF(x, y, width, row))
            x += width + _BETWEEN
        return boxes
