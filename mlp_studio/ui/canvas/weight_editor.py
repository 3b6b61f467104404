"""A small field over a number on the canvas, to type another one."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QToolTip, QWidget

from mlp_studio.ui.canvas.weighing import Weighing, Weight
from mlp_studio.ui.numbers import NumberFormat

_WIDTH = 110


class WeightEditor(QLineEdit):
    """Enter takes the number, Esc leaves it; a text that is no number stays, with the reason."""

    def __init__(self, viewport: QWidget, weighing: Weighing, numbers: NumberFormat) -> None:
        super().__init__(viewport)
        self._viewport = viewport
        self._weighing = weighing
        self._numbers = numbers
        self._weight: Weight | None = None
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.hide()
        document = weighing.document
        for changed in (
            *(document.link_removed, document.link_changed),
            *(document.layer_removed, document.layer_changed),
        ):
            changed.connect(self._close_if_gone)
        document.replaced.connect(self.give_up)

    def edit(self, weight: Weight, at: QPointF) -> None:
        """Open over a place of the viewport, with the whole value selected."""
        self._weight = weight
        name = self._weighing.name(weight)
        text = self.tr("Weight of {edge}") if weight.k is not None else self.tr("Bias of {edge}")
        self.setAccessibleName(text.format(edge=name))
        self.setText(self._numbers.exact(self._weighing.value(weight)))
        self.resize(_WIDTH, self.sizeHint().height())
        room = self._viewport.size()
        left = min(max(at.x() - _WIDTH / 2, 4.0), room.width() - _WIDTH - 4.0)
        top = min(max(at.y() - self.height() / 2, 4.0), room.height() - self.height() - 4.0)
        self.move(round(left), round(top))
        self.show()
        self.raise_()
        self.selectAll()
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take()
        elif event.key() == Qt.Key.Key_Escape:
            self.give_up()
        else:
            super().keyPressEvent(event)
        # None of these keys means anything to the canvas below.
        event.accept()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        # Whoever looks elsewhere has not said yes.
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.give_up()

    def _take(self) -> None:
        weight = self._weight
        try:
            value = self._numbers.parse(self.text())
        except ValueError as error:
            where = self.mapToGlobal(QPoint(0, self.height()))
            QToolTip.showText(where, str(error), self)
            self.selectAll()
            return
        self.give_up()
        if weight is not None:
            self._weighing.set(weight, value)

    def _close_if_gone(self, _id: str) -> None:
        """Undo works from the keyboard: what is being typed may have no place any more."""
        if self._weight is not None and not self._weight.exists(self._weighing.document.project):
            self.give_up()

    def give_up(self) -> None:
        """Close; what was typed is forgotten."""
        if self._weight is not None:
            self._weight = None
            self.hide()
            self._viewport.setFocus()
