"""A slider over the epochs of a run: the network as it was after any of them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSlider, QToolButton, QWidget

from mlp_studio.document.course import LostMomentError
from mlp_studio.document.training import TrainingRun
from mlp_studio.ui import icons
from mlp_studio.ui.counting import count_text
from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.panels.labels import silent
from mlp_studio.ui.panels.panel import CONTROL_HEIGHT, SPACING
from mlp_studio.ui.theme import ThemeModel

_MEGABYTE = 1e6
_PAGE = 10
"""PageUp and PageDown go by this part of the run."""


class RewindBar(QWidget):
    """Hidden until something was learned. Dragging it pauses a run that goes on."""

    refused = Signal(str)
    """Why a moment cannot be gone back to, in one sentence."""

    def __init__(
        self,
        *,
        run: TrainingRun,
        theme: ThemeModel,
        numbers: NumberFormat,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._run = run
        self._theme = theme
        self._numbers = numbers
        self.name = QLabel()
        self.to_start, self.to_end = _button(), _button()
        self.slider = _EpochSlider()
        self.words = QLabel()
        self.words.setProperty("role", "muted")
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._go)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 8)
        row.setSpacing(SPACING)
        row.addWidget(self.name)
        row.addWidget(self.to_start)
        row.addWidget(self.slider, 1)
        row.addWidget(self.to_end)
        row.addWidget(self.words)
        self._connect()
        self.retranslate()

    def rewind(self, epoch: int) -> None:
        """Go to an epoch, or say why not."""
        try:
            self._run.rewind(epoch)
        except LostMomentError:
            self.refused.emit(
                self.tr(
                    "This part of the run is no longer in the undo history: it cannot be shown."
                )
            )
        self._show()

    def retranslate(self) -> None:
        self.name.setText(self.tr("Rewind"))
        self.slider.setAccessibleName(self.tr("Epoch of the run"))
        self.slider.setToolTip(
            self.tr("Drag to any epoch: weights, maps, plots and steps are those of that moment")
        )
        self.to_start.setToolTip(self.tr("To the initial weights"))
        self.to_end.setToolTip(self.tr("To the end of the run"))
        for button in (self.to_start, self.to_end):
            button.setAccessibleName(button.toolTip())
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _connect(self) -> None:
        run = self._run
        self.slider.valueChanged.connect(self._ask)
        self.to_start.clicked.connect(self._to_start)
        self.to_end.clicked.connect(self._to_end)
        for signal in (run.readable, run.finished, run.cleared, run.started, run.place_changed):
            signal.connect(self._on_run)
        self._numbers.changed.connect(self._show)
        self._theme.changed.connect(self._tint)
        self._tint()

    def _on_run(self, _reason: str = "") -> None:
        self._show()

    def _ask(self, _value: int) -> None:
        # Once in a turn of the event loop, however fast the hand is.
        self._soon.start()

    def _go(self) -> None:
        self.rewind(self.slider.value())

    def _to_start(self) -> None:
        self.rewind(self.slider.minimum())

    def _to_end(self) -> None:
        self.rewind(self.slider.maximum())

    def _show(self) -> None:
        run = self._run
        history = run.history
        is_there = len(history) > 1 and (run.running or run.can_rewind)
        self.setVisible(is_there)
        if not is_there or self._soon.isActive():
            return
        last = int(history.epochs[-1])
        shown = run.shown_epoch
        with silent(self.slider):
            self.slider.setRange(int(history.epochs[0]), last)
            self.slider.setPageStep(max(1, (last - int(history.epochs[0])) // _PAGE))
            self.slider.setValue(last if shown is None else shown)
        self.to_end.setEnabled(shown is not None)
        self.to_start.setEnabled(self.slider.value() > self.slider.minimum())
        self.words.setText(self._text(last, shown))
        count, stride, size = run.kept
        self.words.setToolTip(
            self.tr(
                "Kept: {count} states, one in {stride} epochs, {size} MB; others are computed "
                "anew from the one before"
            ).format(
                count=count_text(self._numbers, count),
                stride=count_text(self._numbers, stride),
                size=self._numbers.text(size / _MEGABYTE),
            )
        )

    def _text(self, last: int, shown: int | None) -> str:
        if shown is None:
            return self.tr("epoch {last}").format(last=count_text(self._numbers, last))
        return self.tr("epoch {shown} of {last}").format(
            shown=count_text(self._numbers, shown), last=count_text(self._numbers, last)
        )

    def _tint(self) -> None:
        for button, name in ((self.to_start, "to-start"), (self.to_end, "to-end")):
            button.setIcon(icons.icon(name, self._theme.theme))


class _EpochSlider(QSlider):
    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setMinimumHeight(CONTROL_HEIGHT)
        self.setMinimumWidth(120)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """↑ and ↓ belong to what scrolls; everything else as in any slider."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()
        else:
            super().keyPressEvent(event)


def _button() -> QToolButton:
    button = QToolButton()
    button.setAutoRaise(True)
    button.setFixedSize(CONTROL_HEIGHT, CONTROL_HEIGHT)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button
