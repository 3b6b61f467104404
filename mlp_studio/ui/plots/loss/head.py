"""The rows above the curves: what they are and how much, and how they are drawn."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLabel,
    QMenu,
    QSizePolicy,
    QSlider,
    QToolButton,
    QWidget,
)

from mlp_studio.ui.icons import icon
from mlp_studio.ui.live_label import LiveLabel
from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.plots.legend import LegendEntry
from mlp_studio.ui.theme import ThemeModel

_GAP = 12
_SLIDER = 72
_MOST_SMOOTH = 99
"""Hundredths."""
_SIDE_BY_SIDE, _STACKED = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
_ARRANGEMENTS = (
    (_SIDE_BY_SIDE, _SIDE_BY_SIDE, False),
    (_SIDE_BY_SIDE, _SIDE_BY_SIDE, True),
    (_STACKED, _SIDE_BY_SIDE, False),
    (_STACKED, _SIDE_BY_SIDE, True),
    (_STACKED, _STACKED, False),
    (_STACKED, _STACKED, True),
)
"""How legend and controls stand, how losses and scores do, and whether names are short."""


class Head(QWidget):
    """In one row if there is room for that, else in two or three, with shorter names."""

    export_wanted = Signal(str)
    """The kind of file: png, svg or csv."""
    smoothing_changed = Signal(float)
    """From 0 to 0.99."""

    def __init__(self, theme: ThemeModel, numbers: NumberFormat) -> None:
        super().__init__()
        self._theme = theme
        self._numbers = numbers
        solid, dashed = Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine
        dash_dotted = Qt.PenStyle.DashDotLine
        self.train = LegendEntry(theme, "accent", solid)
        self.test = LegendEntry(theme, "warning", dashed)
        self.validation = LegendEntry(theme, "forward", dash_dotted)
        self.train_score = LegendEntry(theme, "accent", solid)
        self.test_score = LegendEntry(theme, "warning", dashed)
        self.validation_score = LegendEntry(theme, "forward", dash_dotted)
        self.epoch = LiveLabel()
        self.epoch.setProperty("role", "muted")
        self.fit = QToolButton()
        self.smoothing_name = QLabel()
        self.smoothing_name.setProperty("role", "muted")
        self.smoothing = QSlider(Qt.Orientation.Horizontal)
        self.smoothing.setRange(0, _MOST_SMOOTH)
        self.smoothing.setFixedWidth(_SLIDER)
        self.smoothing_value = LiveLabel()
        self.smoothing_value.setProperty("role", "muted")
        self.logarithmic_epochs, self.logarithmic = QToolButton(), QToolButton()
        self.export = QToolButton()
        self._taken = 0
        self._shown: list[bool] = []
        self._make_menu()
        self._arrange()
        self.smoothing.valueChanged.connect(self._on_smoothing)
        numbers.changed.connect(self._write_smoothing)
        theme.changed.connect(self._tint)
        self._tint()

    @property
    def entries(self) -> tuple[LegendEntry, ...]:
        return (*self.losses, *self.scores)

    @property
    def losses(self) -> tuple[LegendEntry, LegendEntry, LegendEntry]:
        return self.train, self.test, self.validation

    @property
    def scores(self) -> tuple[LegendEntry, LegendEntry, LegendEntry]:
        return self.train_score, self.test_score, self.validation_score

    @property
    def keep(self) -> float:
        """How much of the moving average each epoch keeps."""
        return self.smoothing.value() / 100

    def retranslate(self) -> None:
        self.train.set_name(self.tr("training loss"), self.tr("training"))
        self.test.set_name(self.tr("test loss"), self.tr("test"))
        self.validation.set_name(self.tr("validation loss"), self.tr("val."))
        for button, text, tip in (
            (
                self.logarithmic_epochs,
                self.tr("log x"),
                self.tr("Logarithmic scale for the epochs"),
            ),
            (self.logarithmic, self.tr("log y"), self.tr("Logarithmic scale for the loss")),
            (self.fit, self.tr("Fit"), self.tr("Show all of the curves, and follow them again")),
            (self.export, "", self.tr("Export the plot or its values")),
        ):
            button.setText(text)
            button.setToolTip(tip)
            button.setAccessibleName(tip)
        self.smoothing_name.setText(self.tr("smoothing"))
        tip = self.tr(
            "Smoothing: an exponential moving average over the epochs; the losses themselves stay "
            "behind it as a pale line."
        )
        self.smoothing.setToolTip(tip)
        self.smoothing.setAccessibleName(self.tr("Smoothing"))
        self.smoothing_value.setAccessibleName(self.tr("Smoothing"))
        self._picture.setText(self.tr("Picture (PNG)…"))
        self._drawing.setText(self.tr("Drawing (SVG)…"))
        self._table.setText(self.tr("Values (CSV)…"))
        self._write_smoothing()
        self.arrange()

    def set_score_names(self, *, percent: bool) -> None:
        if percent:
            self.train_score.set_name(self.tr("training accuracy"), self.tr("accuracy"))
            self.test_score.set_name(self.tr("test accuracy"), self.tr("test"))
            self.validation_score.set_name(self.tr("validation accuracy"), self.tr("val."))
        else:
            self.train_score.set_name(self.tr("training R²"), self.tr("R²"))
            self.test_score.set_name(self.tr("test R²"), self.tr("test"))
            self.validation_score.set_name(self.tr("validation R²"), self.tr("val."))

    def arrange(self, first: int = 0) -> None:
        """Take the first arrangement that has room, not before the one called `first`."""
        for self._taken in range(first, len(_ARRANGEMENTS)):
            across, legend, short = _ARRANGEMENTS[self._taken]
            if self._width_of(across, legend, short=short, named=not short) <= self.width():
                break
        if self._rows.direction() != across or self._legend.direction() != legend:
            self._rows.setDirection(across)
            self._rows.setSpacing(_GAP if across == _SIDE_BY_SIDE else 2)
            self._legend.setDirection(legend)
            self._legend.setSpacing(_GAP if legend == _SIDE_BY_SIDE else 2)
        for entry in self.entries:
            entry.set_short(short)
        named = self._width_of(across, legend, short=short, named=True) <= self.width()
        self.smoothing_name.setVisible(named)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            # Numbers become longer and shorter: what stands in two rows then stays there.
            shown = [entry.isHidden() for entry in self.entries]
            self.arrange(self._taken if shown == self._shown else 0)
            self._shown = shown
        return super().event(event)

    def _width_of(
        self,
        across: QBoxLayout.Direction,
        legend: QBoxLayout.Direction,
        *,
        short: bool,
        named: bool,
    ) -> int:
        """Pixels that an arrangement takes, with the name of the smoothing or without."""
        rows = (self.losses, self.scores)
        shown = [[entry for entry in row if not entry.isHidden()] for row in rows]
        widths = [sum(entry.width_with(short=short) + _GAP for entry in row) for row in shown]
        legend_width = sum(widths) if legend == _SIDE_BY_SIDE else max(widths) - _GAP
        controls = self._controls.minimumSize().width()
        name = self.smoothing_name.sizeHint().width() + self._controls.spacing()
        controls += name * (named - (not self.smoothing_name.isHidden()))
        return legend_width + controls if across == _SIDE_BY_SIDE else max(legend_width, controls)

    def _make_menu(self) -> None:
        menu = QMenu(self)
        self._picture, self._drawing, self._table = (QAction(self) for _ in range(3))
        for action, kind in (
            (self._picture, "png"),
            (self._drawing, "svg"),
            (self._table, "csv"),
        ):
            action.setData(kind)
            menu.addAction(action)
        menu.triggered.connect(self._on_export)
        self.export.setMenu(menu)
        self.export.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)

    def _arrange(self) -> None:
        for button in (self.logarithmic, self.logarithmic_epochs):
            button.setCheckable(True)
        for button in (self.fit, self.logarithmic, self.logarithmic_epochs, self.export):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.fit.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.fit.hide()
        # As narrow as it may be: the arrangement sees to that.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._rows = QBoxLayout(_SIDE_BY_SIDE, self)
        self._rows.setSizeConstraint(QBoxLayout.SizeConstraint.SetNoConstraint)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(_GAP)
        self._legend = QBoxLayout(_SIDE_BY_SIDE)
        self._legend.setSpacing(_GAP)
        for entries in (self.losses, self.scores):
            row = QHBoxLayout()
            row.setSpacing(_GAP)
            for entry in entries:
                row.addWidget(entry)
            self._legend.addLayout(row)
            self._legend.setAlignment(row, Qt.AlignmentFlag.AlignLeft)
        self._controls = QHBoxLayout()
        self._controls.setSpacing(6)
        self._controls.addWidget(self.epoch)
        self._controls.addStretch(1)
        for control in (
            self.fit,
            self.smoothing_name,
            self.smoothing,
            self.smoothing_value,
            self.logarithmic_epochs,
            self.logarithmic,
            self.export,
        ):
            self._controls.addWidget(control)
        self._legend.addStretch(1)
        self._rows.addLayout(self._legend)
        self._rows.addLayout(self._controls, 1)

    def _on_smoothing(self, _value: int) -> None:
        self._write_smoothing()
        self._shown = []
        self.smoothing_changed.emit(self.keep)

    def _write_smoothing(self) -> None:
        text = self._numbers.exact(self.keep) if self.keep else self.tr("off")
        self.smoothing_value.setText(text)

    def _on_export(self, action: QAction) -> None:
        self.export_wanted.emit(action.data())

    def _tint(self) -> None:
        self.fit.setIcon(icon("fit", self._theme.theme))
        self.export.setIcon(icon("export", self._theme.theme))
