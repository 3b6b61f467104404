"""The loss over the epochs, drawn while the network learns."""

from __future__ import annotations

import math
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QLabel, QStackedLayout, QVBoxLayout, QWidget

from mlp_studio.document.run_log import LossHistory
from mlp_studio.document.training import TrainingRun
from mlp_studio.ui import drawing as drawings
from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.plots.loss.head import Head
from mlp_studio.ui.plots.loss.readout import Readout
from mlp_studio.ui.plots.loss.values import values_text
from mlp_studio.ui.sight import Sight
from mlp_studio.ui.theme import ThemeModel

if TYPE_CHECKING:
    from mlp_studio.ui.plots.loss.curves import Curves


class LossPlot(QWidget):
    """Training, test and validation loss by epoch, with accuracy or R² beneath.

    pyqtgraph takes half of the start-up time, so it is imported when there is something to draw;
    call `prepare` in an idle moment to have it ready before that.
    """

    epoch_chosen = Signal(int)
    """By a double click, or Enter at the crosshair."""
    export_wanted = Signal(str)
    """The kind of file a person asks for: png, svg or csv."""

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
        self._curves: Curves | None = None
        self.sight = Sight(self)
        self.head = Head(theme, numbers)
        self.train, self.test = self.head.train, self.head.test
        self.train_score, self.test_score = self.head.train_score, self.head.test_score
        self.epoch = self.head.epoch
        self._readout = Readout(self.head, numbers, parent=self)
        self.logarithmic = self.head.logarithmic
        self.empty = QLabel()
        self.empty.setProperty("role", "muted")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        self._arrange()
        self._connect()
        self.retranslate()
        self._draw()

    @property
    def curves(self) -> Curves | None:
        """The plot itself; None until there was something to draw."""
        return self._curves

    def prepare(self) -> None:
        """Import the plotting library and build the empty plot."""
        if self._curves is not None:
            return
        from mlp_studio.ui.plots.loss.curves import Curves
        from mlp_studio.ui.plots.loss.pointer import Pointer

        curves = self._curves = Curves(self._theme, self._numbers)
        pointer = Pointer(curves)
        self._stack.addWidget(curves)
        curves.set_logarithmic(self.head.logarithmic.isChecked())
        curves.set_logarithmic_epochs(self.head.logarithmic_epochs.isChecked())
        curves.set_smoothing(self.head.keep)
        curves.pointed.connect(self._read_out)
        curves.following_changed.connect(self._on_following)
        pointer.epoch_chosen.connect(self.epoch_chosen)
        self._name()

    def export_picture(self, path: Path) -> None:
        """Write what is shown as PNG or SVG, as the path's suffix says.

        Raises OSError with a sentence for people; an older file is then as it was.
        """
        from mlp_studio.ui.plots.loss.picture import Key, Titles, picture

        self.prepare()
        assert self._curves is not None
        self._draw()
        legend = [
            Key(name, entry.role, entry.style_of_line)
            for name, entry in (
                (self.tr("training"), self.head.train),
                (self.tr("test"), self.head.test),
                (self.tr("validation"), self.head.validation),
            )
            if not entry.isHidden()
        ]
        titles = Titles(self.tr("epoch"), self.tr("loss"), self._score_title())
        title = self.tr("Loss over the epochs")
        drawing = picture(self._curves, self._theme, self._numbers, titles, legend, title)
        try:
            drawings.save(drawing, path)
        except OSError as error:
            raise OSError(self._unwritten(path, error)) from error

    def export_values(self, path: Path) -> None:
        """Write epochs, losses and scores as CSV. Raises OSError as `export_picture` does."""
        text = values_text(self._run.history, self._run.scores, self._run.task)
        try:
            drawings.write(path, text.encode())
        except OSError as error:
            raise OSError(self._unwritten(path, error)) from error

    def retranslate(self) -> None:
        self.head.retranslate()
        self.empty.setText(self.tr("Press Start to see the loss fall."))
        self._name()
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _arrange(self) -> None:
        self._stack = QStackedLayout()
        self._stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(4)
        column.addWidget(self.head)
        column.addLayout(self._stack, stretch=1)

    def _connect(self) -> None:
        self.head.logarithmic.toggled.connect(self._set_logarithmic)
        self.head.logarithmic_epochs.toggled.connect(self._set_logarithmic_epochs)
        self.head.smoothing_changed.connect(self._set_smoothing)
        self.head.fit.clicked.connect(self._fit)
        self.head.export_wanted.connect(self.export_wanted)
        for signal in (self._run.readable, self._run.cleared, self._run.place_changed):
            signal.connect(self._draw)
        self._run.started.connect(self._draw)
        self._run.finished.connect(self._draw_now)
        self._numbers.changed.connect(self._draw)
        self.sight.changed.connect(self._draw)

    def _draw_now(self, _reason: str = "") -> None:
        self._draw()

    def _draw(self) -> None:
        history = self._run.history
        drawn = len(history) > 0
        self.head.setVisible(drawn)
        if not drawn:
            self._stack.setCurrentWidget(self.empty)
            self._readout.clear()
            if self._curves is not None:
                self._curves.forget()
        elif self.sight:
            self.prepare()
            assert self._curves is not None
            self._stack.setCurrentWidget(self._curves)
            self._show(self._curves, history)
            self._read_out()

    def _show(self, curves: Curves, history: LossHistory) -> None:
        from mlp_studio.ui.plots.loss.lines import Scores
        from mlp_studio.ui.plots.loss.markers import Marker

        found, task = self._run.scores, self._run.task
        percent = task is None or task.is_classification
        self.head.set_score_names(percent=percent)
        scores = Scores(found.epochs, found.train, found.test, found.validation, percent)
        curves.show_scores(scores if math.isfinite(scores.lowest) else None)
        test, validation = (
            None if np.isnan(losses[-1]) else losses
            for losses in (history.test, history.validation)
        )
        live = self._run.running
        curves.show_losses(history.epochs, history.train, test, validation, live=live)
        markers = [Marker(change.epoch, change.text) for change in reversed(self._run.changes)]
        here = self._run.shown_epoch
        if here is not None:
            text = self.tr("epoch {number}").format(number=f"{here:,}")
            markers.insert(0, Marker(here, text, is_here=True))
        curves.set_markers(markers)

    def _read_out(self) -> None:
        """Write the values at the crosshair, else where the window stands, else the newest."""
        if self._curves is not None and len(self._curves.record):
            self._readout.write(self._curves, self._run.scores, self._run.shown_epoch)

    def _set_logarithmic(self, on: bool) -> None:
        if self._curves is not None:
            self._curves.set_logarithmic(on)

    def _set_logarithmic_epochs(self, on: bool) -> None:
        if self._curves is not None:
            self._curves.set_logarithmic_epochs(on)

    def _set_smoothing(self, keep: float) -> None:
        if self._curves is not None:
            self._curves.set_smoothing(keep)
            self._read_out()

    def _fit(self) -> None:
        if self._curves is not None:
            self._curves.fit()

    def _on_following(self, on: bool) -> None:
        if on and self.head.fit.hasFocus() and self._curves is not None:
            self._curves.setFocus()
        self.head.fit.setVisible(not on)

    def _name(self) -> None:
        if self._curves is not None:
            self._curves.name_epochs(self.tr("epoch"))
            self._curves.setAccessibleName(self.tr("Loss over the epochs"))
            self._curves.setAccessibleDescription(
                self.tr(
                    "Left and Right move the crosshair, Page Up and Page Down by a tenth, Enter "
                    "goes to its epoch, plus and minus zoom, Esc hides it."
                )
            )

    def _score_title(self) -> str:
        task = self._run.task
        percent = task is None or task.is_classification
        return self.tr("accuracy") if percent else self.tr("R²")

    def _unwritten(self, path: Path, error: OSError) -> str:
        reason = error.strerror or str(error)
        return self.tr("“{name}” cannot be written: {reason}").format(name=path.name, reason=reason)
