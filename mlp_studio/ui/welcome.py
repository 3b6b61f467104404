"""Ways to begin, at the foot of an empty canvas."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from mlp_studio.document.document import Document
from mlp_studio.ui.actions import Actions
from mlp_studio.ui.panels.labels import RoleLabel
from mlp_studio.ui.panels.panel import CONTROL_HEIGHT, MARGIN, SPACING
from mlp_studio.ui.panels.wrap import Wrap

_BEGINNINGS = ("add_template", "open", "import_data")
_LABS = ("lab_perceptron", "lab_lift", "lab_descent", "lab_chain")
_WIDEST = 720


class Welcome(QWidget):
    """Stands on the canvas for as long as there is no layer; it takes no drop."""

    def __init__(
        self, canvas: QWidget, *, document: Document, actions: Actions, examples: QMenu
    ) -> None:
        super().__init__(canvas)
        self._document = document
        self._canvas = canvas
        self.examples = QToolButton()
        self.examples.setMenu(examples)
        self.examples.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.begin, self.labs = RoleLabel("muted"), RoleLabel("muted")
        self.buttons = {name: _button(actions, name) for name in (*_BEGINNINGS, *_LABS)}
        self._lay_out()
        self.retranslate()
        canvas.installEventFilter(self)
        for signal in (document.replaced, document.layer_added, document.layer_removed):
            signal.connect(self._follow)
        self._follow()

    def retranslate(self) -> None:
        self.begin.setText(self.tr("Or begin with"))
        self.labs.setText(self.tr("Labs: single scenes of the course"))
        self.examples.setText(self.tr("Examples"))
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._canvas and event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self._place()
        return False

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(SPACING)
        self.examples.setMinimumHeight(CONTROL_HEIGHT)
        for caption, names, more in (
            (self.begin, _BEGINNINGS, [self.examples]),
            (self.labs, _LABS, []),
        ):
            row = Wrap()
            for part in (*(self.buttons[name] for name in names), *more):
                row.add(part)
            column.addWidget(caption)
            column.addWidget(row)

    def _follow(self) -> None:
        self.setVisible(not self._document.project.layers)
        self._place()

    def _place(self) -> None:
        """In the middle, at the foot."""
        room = self._canvas.rect()
        width = min(room.width(), _WIDEST)
        self.resize(width, self.sizeHint().height())
        self.move((room.width() - width) // 2, room.height() - self.height())


def _button(actions: Actions, name: str) -> QToolButton:
    button = QToolButton()
    button.setDefaultAction(actions[name])
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setMinimumHeight(CONTROL_HEIGHT)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return button
