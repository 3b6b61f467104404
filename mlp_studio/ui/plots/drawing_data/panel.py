"""The panel for drawing data: tools, classes and the plane; each gesture is one undo entry."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from mlp_studio.document.document import Document
from mlp_studio.project import edits
from mlp_studio.project.classes import drawn_classes
from mlp_studio.project.edits import EditError
from mlp_studio.project.model import Dataset, Project
from mlp_studio.ui.column_choice import ColumnChoice, narrow_box
from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.plots.drawing_data.board import (
    MOST_CLASSES,
    Board,
    board_of,
    empty_board,
    next_class,
    painted,
)
from mlp_studio.ui.plots.drawing_data.brush_row import BrushRow
from mlp_studio.ui.plots.drawing_data.class_buttons import ClassButtons
from mlp_studio.ui.plots.drawing_data.gestures import TOOLS, Gesture
from mlp_studio.ui.plots.drawing_data.marks import marks_of
from mlp_studio.ui.plots.drawing_data.plane import ZOOM, DrawPlane
from mlp_studio.ui.plots.drawing_data.telling import Telling
from mlp_studio.ui.plots.drawing_data.tools import Tools
from mlp_studio.ui.plots.drawing_data.viewing import zoomed
from mlp_studio.ui.theme import ThemeModel

_FEWEST = 2


class DrawPanel(QWidget):
    """Paints into the data of the document; where there are none, two classes over two columns."""

    def __init__(
        self,
        *,
        document: Document,
        theme: ThemeModel,
        numbers: NumberFormat,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._theme = theme
        self._numbers = numbers
        self._telling = Telling(numbers, self)
        self._data: Dataset | None = None
        self._fresh = _FEWEST
        """How many classes are drawn where there are no data yet."""
        self._is_stale = True
        self._is_other = True
        self.tools = Tools(theme)
        self.classes = ClassButtons(theme)
        self.add_class = QPushButton()
        self.brush_row = BrushRow(numbers)
        self.start = narrow_box()
        self.start.addItems(["", ""])
        self.columns = ColumnChoice(stacked=True)
        self.plane = DrawPlane(theme)
        self.message = QLabel()
        self.message.setWordWrap(True)
        self.message.setProperty("role", "error")
        self.message.hide()
        self._arrange()
        self._connect()
        self.retranslate()
        self._show()

    @property
    def board(self) -> Board:
        """What is painted on."""
        return self.plane.board

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(8)
        for part in (self.tools, self.start, self.classes, self.add_class, self.brush_row):
            column.addWidget(part)
        column.addWidget(self.columns)
        column.addWidget(self.plane, 1)
        column.addWidget(self.message)
        self.setFocusProxy(self.plane)

    def _connect(self) -> None:
        document, plane, tools = self._document, self.plane, self.tools
        document.data_changed.connect(self._follow)
        document.replaced.connect(self._start_over)
        self._theme.changed.connect(self._show_classes)
        self._numbers.changed.connect(self._say)
        tools.chosen.connect(self.choose_tool)
        tools.out.clicked.connect(lambda: plane.set_view(zoomed(plane.view, 1.0 / ZOOM)))
        tools.nearer.clicked.connect(lambda: plane.set_view(zoomed(plane.view, ZOOM)))
        tools.fit.clicked.connect(plane.fit)
        tools.clear.clicked.connect(self.clear)
        self.classes.chosen.connect(self.choose_class)
        self.add_class.clicked.connect(self.take_another_class)
        self.start.activated.connect(self._show)
        self.columns.chosen.connect(self._show_other_columns)
        self.brush_row.size_changed.connect(self._set_radius)
        self.brush_row.target_changed.connect(self._set_value)
        self.brush_row.refused.connect(self._tell)
        plane.finished.connect(self._finish)
        plane.placed.connect(self._place)
        plane.erased.connect(self._erase)
        plane.class_asked.connect(self.choose_class)
        plane.wandered.connect(self._say)

    def choose_tool(self, tool: str) -> None:
        """One of TOOLS."""
        self.plane.cancel()
        self.plane.tool = next(each for each in TOOLS if each == tool)
        self.tools.tools[self.plane.tool].setChecked(True)
        self._show_brush()
        self._say()

    def choose_class(self, number: int) -> None:
        """The class, from 0, that is painted from now on."""
        self.plane.cancel()
        self.plane.brush = replace(self.plane.brush, label=number)
        self._show_classes()

    def take_another_class(self) -> None:
        """One more class, which is painted from now on."""
        classes = self.board.classes
        if classes is None or len(classes) >= MOST_CLASSES:
            return
        number, name = len(classes), next_class(classes)
        if self._document.project.data is None:
            self._fresh = number + 1
            self._show()
        elif not self._apply(
            self.tr("Add class {name}").format(name=name), lambda it: edits.add_class(it, name)
        ):
            return
        self.choose_class(number)

    def clear(self) -> None:
        self._apply(self.tr("Erase all samples"), lambda project: edits.set_data(project, None))

    def retranslate(self) -> None:
        self.add_class.setText(self.tr("Add a class"))
        self.add_class.setToolTip(self.tr("Paint samples of one more class, up to six"))
        self.start.setItemText(0, self.tr("Classes in the plane"))
        self.start.setItemText(1, self.tr("A curve: target over x1"))
        self.start.setAccessibleName(self.tr("What to draw"))
        self.start.setToolTip(self.tr("What to draw"))
        self.columns.retranslate()
        self.plane.setAccessibleName(self.tr("Plane to paint samples on"))
        self._is_stale = True
        self._say()
        if self.isVisible():
            self._show()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self._show()

    def _start_over(self) -> None:
        """Another project."""
        self._is_other = True
        self._fresh = _FEWEST
        self._follow()

    def _follow(self) -> None:
        """The data changed, by a gesture here or elsewhere; looked at once in sight."""
        self.plane.cancel()
        self._is_stale = True
        self._tell("")
        if self.isVisible():
            self._show()

    def _show_other_columns(self) -> None:
        self._is_other = True
        self._show()

    def _show(self) -> None:
        data = self._document.project.data
        before = self._data
        if data is None and before is not None and self.board.classes is not None:
            self._fresh = min(max(len(self.board.classes), _FEWEST), MOST_CLASSES)
        self._data, self._is_stale = data, False
        self.start.setVisible(data is None)
        # Where there are no data, the next are two columns of which none is chosen.
        self.columns.show_columns(() if data is None else data.columns)
        board = self._board(data)
        is_other = self._is_other or board.names != self.board.names
        self._is_other = False
        classes = 1 if board.classes is None else len(board.classes)
        label = min(self.plane.brush.label, classes - 1)
        self.plane.brush = replace(self.plane.brush, label=label)
        self.plane.show_board(board, is_other=is_other)
        self.plane.show_words(
            self._telling.note(board), self._numbers.exact, self._telling.up_name(board)
        )
        self.tools.clear.setEnabled(data is not None)
        self._show_classes()
        self._show_brush()
        self._say()

    def _board(self, data: Dataset | None) -> Board:
        if data is not None:
            return board_of(data, self.columns.pair)
        is_curve = self.start.currentIndex() == 1
        return empty_board(None if is_curve else drawn_classes(self._fresh))

    def _show_classes(self) -> None:
        board = self.board
        self.classes.setVisible(board.classes is not None)
        self.add_class.setVisible(board.classes is not None and len(board.classes) < MOST_CLASSES)
        if board.classes is not None:
            counts = np.bincount(board.kinds, minlength=len(board.classes)).tolist()
            marks = marks_of(board, self._theme.theme)
            self.classes.show_classes(board.classes.names, counts, marks, self.plane.brush.label)

    def _show_brush(self) -> None:
        has_size = self.plane.tool in ("spray", "erase")
        board = self.board
        self.brush_row.show_uses(size=has_size, target=board.classes is None and not board.is_curve)

    def _set_radius(self, radius: float) -> None:
        self.plane.radius = radius
        self.plane.update()

    def _set_value(self, value: float) -> None:
        self.plane.brush = replace(self.plane.brush, value=value)

    def _say(self) -> None:
        place = self.plane.looked_at
        if place is None:
            self.plane.set_status(self._telling.hint(self.plane.tool), is_hint=True)
        else:
            self.plane.set_status(self._telling.place(self.board, place), is_hint=False)

    def _finish(self, gesture: Gesture) -> None:
        edit = gesture.edit()
        if edit is not None:
            self._apply(self._telling.done(gesture.tool), edit)

    def _place(self, x: float, y: float) -> None:
        board, brush = self.board, self.plane.brush
        self._apply(
            self.tr("Place a sample"), lambda project: painted(project, board, [(x, y)], brush)
        )

    def _erase(self, row: int) -> None:
        self._apply(self.tr("Erase a sample"), lambda project: edits.delete_samples(project, [row]))

    def _apply(self, label: str, edit: Callable[[Project], Project]) -> bool:
        """One undo entry; or the sentence that says why not."""
        try:
            self._document.apply(label, edit)
        except EditError as error:
            self._tell(error.translated(QCoreApplication.translate))
            return False
        self._tell("")
        return True

    def _tell(self, sentence: str) -> None:
        self.message.setText(sentence)
        self.message.setVisible(bool(sentence))
