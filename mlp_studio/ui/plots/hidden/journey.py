"""From the input plane to the layer's space and back: a slider, a button that plays it, a turn."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QEvent, QSize, Qt, QTimer, QVariantAnimation, Signal
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QSlider,
    QStyle,
    QToolButton,
    QWidget,
)

from mlp_studio.ui import icons
from mlp_studio.ui.theme import ThemeModel

_PARTS = 100
_PLAYING_MS = 1800
_TURN_MS = 33
_HEIGHT = 28
_LONGEST = 20
"""Letters of the longest place, about; a layer may have a long name."""


class Journey(QWidget):
    """`moved` carries how far one is, from 0 to 1; `turned` is one small turn of the picture."""

    moved = Signal(float)
    turned = Signal()

    def __init__(self, theme: ThemeModel) -> None:
        super().__init__()
        self._theme = theme
        self._layer = ""
        self._motion = True
        self.play, self.turn = QToolButton(), QToolButton()
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, _PARTS)
        self.slider.setValue(_PARTS)
        self.slider.setMinimumWidth(60)
        self.place = QLabel()
        self.place.setProperty("role", "muted")
        self._playing = QVariantAnimation(self)
        self._playing.setEasingCurve(QEasingCurve.Type.InOutCubic)
        self._playing.setDuration(_PLAYING_MS)
        self._turning = QTimer(self)
        self._turning.setInterval(_TURN_MS)
        self._arrange()
        self.slider.valueChanged.connect(self._on_slider)
        self.play.clicked.connect(self._play)
        self.turn.toggled.connect(self._on_turn)
        self._playing.valueChanged.connect(self._on_play)
        self._playing.finished.connect(self._show_playing)
        self._turning.timeout.connect(self.turned)
        theme.changed.connect(self._show_playing)
        self.retranslate()

    @property
    def share(self) -> float:
        """Where one is: 0 at the input plane, 1 in the layer's space."""
        return self.slider.value() / _PARTS

    @property
    def is_moving(self) -> bool:
        return self._turning.isActive() or self._is_playing

    def set_motion(self, wanted: bool) -> None:
        """Whether things may move by themselves; without, playing goes straight to the end."""
        self._motion = wanted
        self.turn.setEnabled(self._may_move)
        if not wanted:
            self.rest()

    def rest(self) -> None:
        """Stop whatever moves."""
        self._playing.stop()
        self.turn.setChecked(False)
        self._show_playing()

    def show_layer(self, title: str, *, deep: bool) -> None:
        """Where the journey ends, and whether there is anything to turn."""
        self._layer = title
        self.turn.setVisible(deep)
        if not deep:
            self.turn.setChecked(False)
        self._say_place()

    def retranslate(self) -> None:
        self.slider.setAccessibleName(self.tr("From the input plane to the layer's space"))
        self.slider.setToolTip(self.slider.accessibleName())
        self.turn.setText(self.tr("Turn"))
        self.turn.setToolTip(
            self.tr(
                "Turn the picture slowly. By hand: drag or arrow keys turn, "
                "wheel or + and − zoom, double click or Home goes back"
            )
        )
        self._show_playing()
        self._say_place()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._say_place()

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.turn.setCheckable(True)
        for button in (self.play, self.turn):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setMinimumHeight(_HEIGHT)
        self.play.setIconSize(QSize(16, 16))
        row.addWidget(self.play)
        row.addWidget(self.slider, 1)
        row.addWidget(self.place)
        row.addWidget(self.turn)

    @property
    def _is_playing(self) -> bool:
        return self._playing.state() == QVariantAnimation.State.Running

    @property
    def _may_move(self) -> bool:
        hint = QStyle.StyleHint.SH_Widget_Animation_Duration
        return self._motion and QApplication.style().styleHint(hint) > 0

    def _play(self) -> None:
        if self._is_playing:
            self._playing.stop()
        else:
            start = 0 if self.slider.value() == _PARTS else self.slider.value()
            if self._may_move:
                self._playing.setStartValue(float(start))
                self._playing.setEndValue(float(_PARTS))
                self._playing.start()
            else:
                self.slider.setValue(0 if self.slider.value() == _PARTS else _PARTS)
        self._show_playing()

    def _on_play(self, value: float) -> None:
        self.slider.setValue(round(value))

    def _on_slider(self, _value: int) -> None:
        self._say_place()
        self.moved.emit(self.share)

    def _on_turn(self, on: bool) -> None:
        if on and self._may_move:
            self._turning.start()
        else:
            self._turning.stop()

    def _show_playing(self) -> None:
        name = "pause" if self._is_playing else "play"
        self.play.setIcon(icons.icon(name, self._theme.theme))
        text = self.tr("Pause") if self._is_playing else self.tr("Watch the mapping happen")
        self.play.setToolTip(text)
        self.play.setAccessibleName(text)

    def _say_place(self) -> None:
        """Where one is, in as much room as any place needs: the slider keeps its length."""
        here = self.slider.value()
        metrics = self.place.fontMetrics()
        texts = {part: self._place_text(part) for part in (0, _PARTS - 1, _PARTS, here)}
        widest = max(map(metrics.horizontalAdvance, texts.values()))
        room = min(widest, _LONGEST * metrics.averageCharWidth())
        self.place.setFixedWidth(room + 2)
        self.place.setText(metrics.elidedText(texts[here], Qt.TextElideMode.ElideRight, room + 2))
        self.place.setToolTip(texts[here])

    def _place_text(self, part: int) -> str:
        if part == _PARTS:
            return self.tr("as {layer} sees it").format(layer=self._layer)
        if part == 0:
            return self.tr("input plane")
        return self.tr("{percent} % of the way").format(percent=part)
