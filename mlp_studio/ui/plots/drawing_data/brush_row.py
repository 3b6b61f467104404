"""How the brush is: its size on screen, and the target it paints where targets are numbers."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QSlider, QWidget

from mlp_studio.ui.numbers import NumberFormat

_HEIGHT = 28
_LEAST, _USUAL, _MOST = 6, 24, 80
_TARGET = 96


class BrushRow(QWidget):
    """`refused` carries why what was typed is no target; "" once it is one."""

    size_changed = Signal(float)
    """Its radius in pixels."""
    target_changed = Signal(float)
    refused = Signal(str)

    def __init__(self, numbers: NumberFormat) -> None:
        super().__init__()
        self._numbers = numbers
        self._value = 0.0
        self._size_name, self._target_name = QLabel(), QLabel()
        self.size_slider = QSlider(Qt.Orientation.Horizontal)
        self.size_slider.setRange(_LEAST, _MOST)
        self.size_slider.setValue(_USUAL)
        self.size_slider.setMinimumHeight(_HEIGHT)
        self.target = QLineEdit()
        self.target.setMinimumHeight(_HEIGHT)
        self.target.setMaximumWidth(_TARGET)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._size_name)
        row.addWidget(self.size_slider, 1)
        row.addWidget(self._target_name)
        row.addWidget(self.target)
        self.size_slider.valueChanged.connect(self._tell_size)
        self.target.editingFinished.connect(self._read)
        numbers.changed.connect(self._write)
        self._write()
        self.retranslate()

    def show_uses(self, *, size: bool, target: bool) -> None:
        """Whether the tool at hand has a size, and whether targets are typed."""
        self._size_name.setEnabled(size)
        self.size_slider.setEnabled(size)
        self._target_name.setVisible(target)
        self.target.setVisible(target)

    def retranslate(self) -> None:
        self._size_name.setText(self.tr("Brush"))
        self._target_name.setText(self.tr("Target"))
        self.size_slider.setAccessibleName(self.tr("Size of the brush"))
        self.size_slider.setToolTip(self.tr("Size of the brush"))
        self.target.setAccessibleName(self.tr("Target of new samples"))
        self.target.setToolTip(self.tr("Target of new samples"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _tell_size(self, size: int) -> None:
        self.size_changed.emit(float(size))

    def _write(self) -> None:
        self.target.setText(self._numbers.exact(self._value))

    def _read(self) -> None:
        try:
            value = self._numbers.parse(self.target.text())
        except ValueError as error:
            self.refused.emit(str(error))
            return
        self.refused.emit("")
        if value != self._value:
            self._value = value
            self.target_changed.emit(value)
