"""One button a class, with its mark, name and number of samples: brush and legend in one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QSizePolicy, QToolButton, QWidget

from mlp_studio.ui.class_marks import Mark, stamp
from mlp_studio.ui.column_choice import narrow_box
from mlp_studio.ui.theme import ThemeModel

_HEIGHT = 28
_MARK, _ICON = 5.0, 16
_FEWEST_ABREAST, _ABREAST = 2, 3
"""Side by side: two where names are long."""
_BETWEEN = 4
_MOST_BUTTONS = 9
"""More classes are chosen from a list."""
_AROUND_TEXT = 32


class _Button(QToolButton):
    """As wide as it is let be: a long name is cut, and stands whole in the tooltip."""

    def __init__(self) -> None:
        super().__init__()
        self.setCheckable(True)
        self.setMinimumHeight(_HEIGHT)
        self.setIconSize(QSize(_ICON, _ICON))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._name, self._count = "", 0

    def show_class(self, name: str, count: int) -> None:
        self._name, self._count = name, count
        whole = f"{name} · {count:,}"
        self.setToolTip(whole)
        self.setAccessibleName(whole)
        self._cut()

    @property
    def needed(self) -> int:
        """How wide it has to be for the whole name."""
        return _AROUND_TEXT + self.fontMetrics().horizontalAdvance(self.toolTip())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._cut()

    def _cut(self) -> None:
        count = f" · {self._count:,}"
        metrics = self.fontMetrics()
        room = self.width() - _AROUND_TEXT - metrics.horizontalAdvance(count)
        name = metrics.elidedText(self._name, Qt.TextElideMode.ElideRight, max(room, 0))
        # An ampersand of a name is no mnemonic.
        self.setText((name + count).replace("&", "&&"))


class ClassButtons(QWidget):
    """`chosen` carries the class, from 0."""

    chosen = Signal(int)

    def __init__(self, theme: ThemeModel) -> None:
        super().__init__()
        self._theme = theme
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self.chosen)
        self.list = narrow_box()
        self.list.activated.connect(self.chosen)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_BETWEEN)
        self._abreast = _ABREAST
        self._grid.addWidget(self.list, 0, 0, 1, _ABREAST)
        self.buttons: list[_Button] = []

    def show_classes(
        self, names: Sequence[str], counts: Sequence[int], marks: Sequence[Mark], current: int
    ) -> None:
        """The classes there are, how many samples each has, and the one that is painted."""
        is_few = len(names) <= _MOST_BUTTONS
        self._make(len(names) if is_few else 0)
        self.list.setVisible(not is_few)
        self.list.clear()
        for number, (name, count, mark) in enumerate(zip(names, counts, marks, strict=True)):
            ratio = self.devicePixelRatio()
            picture = QIcon(stamp(mark, _MARK, self._theme.theme, ratio))
            if is_few:
                button = self.buttons[number]
                button.setIcon(picture)
                button.setChecked(number == current)
                button.show_class(name, count)
            else:
                self.list.addItem(picture, f"{name} · {count:,}")
        if not is_few:
            self.list.setCurrentIndex(current)
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        """Three abreast where their names have room for that, else two."""
        widest = max((button.needed for button in self.buttons), default=0)
        has_room = _ABREAST * widest + (_ABREAST - 1) * _BETWEEN <= self.width()
        self._abreast = _ABREAST if has_room else _FEWEST_ABREAST
        for column in range(_ABREAST):
            self._grid.setColumnStretch(column, int(column < self._abreast))
        for number, button in enumerate(self.buttons):
            self._grid.addWidget(button, 1 + number // self._abreast, number % self._abreast)

    def _make(self, count: int) -> None:
        while len(self.buttons) > count:
            button = self.buttons.pop()
            self._group.removeButton(button)
            self._grid.removeWidget(button)
            button.hide()
            button.deleteLater()
        while len(self.buttons) < count:
            number = len(self.buttons)
            button = _Button()
            self._group.addButton(button, number)
            self.buttons.append(button)
