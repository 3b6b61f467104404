"""Which two columns of the data go to the right and upward, where there are more than two."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QSizePolicy, QWidget

_HEIGHT = 28


def narrow_box() -> QComboBox:
    """A choice that takes no more room than there is."""
    box = QComboBox()
    box.setMinimumHeight(_HEIGHT)
    box.setMinimumContentsLength(4)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return box


class ColumnChoice(QWidget):
    """Hidden for one or two columns: then they are the plane. Columns stay chosen by name."""

    chosen = Signal()

    def __init__(self, *, stacked: bool = False) -> None:
        """`stacked` puts the two under each other, where long names would be cut."""
        super().__init__()
        self.across, self.up = narrow_box(), narrow_box()
        self._columns: tuple[str, ...] = ()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(4)
        for number, (arrow, box) in enumerate((("→", self.across), ("↑", self.up))):
            row, column = (number, 0) if stacked else (0, 2 * number)
            grid.addWidget(QLabel(arrow), row, column)
            grid.addWidget(box, row, column + 1)
            grid.setColumnStretch(column + 1, 1)
        self.across.activated.connect(self._choose_across)
        self.up.activated.connect(self._choose_up)
        self._before = (0, 1)
        self.hide()

    @property
    def pair(self) -> tuple[int, int | None]:
        """The column to the right, and the one upward; None for data of one column."""
        if len(self._columns) < 2:
            return 0, None
        return self._before

    def show_columns(self, columns: Sequence[str]) -> None:
        """The columns there are now."""
        if tuple(columns) == self._columns:
            return
        kept = [self._columns[at] for at in self._before if at < len(self._columns)]
        self._columns = tuple(columns)
        if len(kept) == 2 and set(kept) <= set(columns):
            self._before = self._columns.index(kept[0]), self._columns.index(kept[1])
        else:
            self._before = 0, 1
        for box in (self.across, self.up):
            with QSignalBlocker(box):
                box.clear()
                box.addItems(self._columns)
        self._show()
        self.setVisible(len(columns) > 2)

    def retranslate(self) -> None:
        self.across.setAccessibleName(self.tr("Column to the right"))
        self.across.setToolTip(self.tr("Column to the right"))
        self.up.setAccessibleName(self.tr("Column upward"))
        self.up.setToolTip(self.tr("Column upward"))

    def _choose_across(self, column: int) -> None:
        across, up = self._before
        # Choosing the other's column exchanges the two.
        self._take(column, across if column == up else up)

    def _choose_up(self, column: int) -> None:
        across, up = self._before
        self._take(up if column == across else across, column)

    def _take(self, across: int, up: int) -> None:
        changed = (across, up) != self._before
        self._before = across, up
        self._show()
        if changed:
            self.chosen.emit()

    def _show(self) -> None:
        for box, column in zip((self.across, self.up), self._before, strict=True):
            with QSignalBlocker(box):
                box.setCurrentIndex(column)
