"""What every panel does, whatever its contents are."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from mlp_studio.ui.panels.panel import Panel


class Contrary(QWidget):
    """Too high for the panel without a scroll bar, and lower than it beside one."""

    def __init__(self, wide: int) -> None:
        super().__init__()
        self._wide = wide

    def minimumSizeHint(self) -> QSize:
        return QSize(50, 500 if self.width() >= self._wide else 100)

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()
        parent = self.parentWidget()
        if parent is not None and (layout := parent.layout()) is not None:
            layout.activate()


def test_contents_that_fit_only_beside_the_scroll_bar_do_not_fill_the_stack(qtbot: QtBot) -> None:
    panel = Panel()
    qtbot.addWidget(panel)
    panel.column.setContentsMargins(0, 0, 0, 0)
    panel.resize(300, 300)
    panel.show()
    panel.column.addWidget(Contrary(panel.viewport().width() - 2))
    for width in range(290, 310):
        panel.resize(width, 300)
        qtbot.wait(1)
    assert panel.isVisible()
