"""What every panel shares: a scrolling column with the window's measures, retranslated live."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QBoxLayout,
    QComboBox,
    QFormLayout,
    QFrame,
    QLabel,
    QLayout,
    QScrollArea,
    QSizePolicy,
    QSlider,
    QVBoxLayout,
    QWidget,
)

MARGIN = 12
SPACING = 8
CONTROL_HEIGHT = 28
_LEAST_CHOICE = 120
_FITTED = 4
"""Within one another, so many times contents are fitted beside their scroll bar at most."""
RADIUS = 6


class Panel(QScrollArea):
    """Scrolls up and down only: its contents fit the width they are given."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._fitting = 0
        """How deep in resizing its contents for the scroll bar it is."""
        contents = QWidget()
        self.column = QVBoxLayout(contents)
        self.column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        self.column.setSpacing(SPACING)
        self.setWidget(contents)
        # The dock's own colour shows through.
        self.viewport().setAutoFillBackground(False)
        contents.setAutoFillBackground(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self.widget() or event.type() != QEvent.Type.Resize:
            return super().eventFilter(watched, event)
        if self._fitting >= _FITTED:
            # Without the scroll bar the contents are too high, with it they are not: Qt would let
            # it come and go, each time within the other, until the stack is full.
            return False
        self._fitting += 1
        try:
            return super().eventFilter(watched, event)
        finally:
            self._fitting -= 1

    def retranslate(self) -> None:
        """Set every text; called once built and whenever the language changes."""

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


class _WheelGuard(QObject):
    """The wheel scrolls the panel, unless the field under it is the one being edited."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.Wheel or not isinstance(watched, QWidget):
            return False
        if watched.hasFocus():
            return False
        event.ignore()
        return True


class Fold(QWidget):
    """Things side by side where there is room for them, otherwise under one another."""

    def __init__(self, *, spacing: int = SPACING) -> None:
        super().__init__()
        self.row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self.row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(spacing)

    @property
    def is_folded(self) -> bool:
        return self.row.direction() == QBoxLayout.Direction.TopToBottom

    def refold(self) -> None:
        """Choose again, after the contents changed."""
        wide = self.width() >= self._row_width()
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if direction != self.row.direction():
            self.row.setDirection(direction)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(self._row_width(), self.minimumSizeHint().height())

    def minimumSizeHint(self) -> QSize:
        widest = max((size.width() for size in self._sizes()), default=0)
        return QSize(widest + self._margins(), self.row.totalMinimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.refold()

    def _row_width(self) -> int:
        sizes = self._sizes()
        between = self.row.spacing() * (len(sizes) - 1)
        return sum(size.width() for size in sizes) + between + self._margins()

    def _margins(self) -> int:
        margins = self.row.contentsMargins()
        return margins.left() + margins.right()

    def _sizes(self) -> list[QSize]:
        items = (self.row.itemAt(at) for at in range(self.row.count()))
        return [item.minimumSize() for item in items if item is not None and not item.isEmpty()]


class Form(QFormLayout):
    """Captions beside their fields, or above them where the panel is narrow."""

    def __init__(self) -> None:
        super().__init__()
        self.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setContentsMargins(0, 0, 0, 0)
        self.setHorizontalSpacing(MARGIN)
        self.setVerticalSpacing(SPACING)
        self._guard = _WheelGuard(self)

    def add(self, field: QWidget) -> None:
        """Append a field whose caption is set later with `caption`."""
        height = 0 if isinstance(field, QLabel) else CONTROL_HEIGHT
        field.setMinimumHeight(height)
        self._guard_wheel(field)
        if isinstance(field, QComboBox):
            # As wide as its longest entry: where that does not fit, the row folds; and where
            # that is not enough, the entry is cut, not the panel.
            field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            field.setMinimumWidth(_LEAST_CHOICE)
            field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        label = QLabel()
        label.setMinimumHeight(height)
        label.setBuddy(field)
        self.addRow(label, field)

    def add_all(self, *fields: QWidget) -> None:
        for field in fields:
            self.add(field)

    def add_wide(self, field: QWidget) -> None:
        """Append a field that takes the whole row and needs no caption."""
        field.setMinimumHeight(CONTROL_HEIGHT)
        self._guard_wheel(field)
        self.addRow(field)

    def _guard_wheel(self, field: QWidget) -> None:
        for part in (field, *field.findChildren(QWidget)):
            if isinstance(part, QComboBox | QAbstractSpinBox | QSlider):
                part.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
                part.installEventFilter(self._guard)

    def caption(self, field: QWidget, text: str) -> None:
        """Name a field, on screen and for a screen reader."""
        label = self.labelForField(field)
        if isinstance(label, QLabel):
            label.setText(text)
        target = field.focusProxy() or field
        target.setAccessibleName(text)
