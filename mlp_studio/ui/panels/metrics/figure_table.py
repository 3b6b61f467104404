"""A small table of figures that change often: painted, read out, and copied as TSV."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import (
    QAction,
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from mlp_studio.ui.theme import ThemeModel

_PAD = 4
_GAP = 10
_HEAD = 0.87
"""Heads are set so much smaller than figures."""
_NAME = 0.55
"""Of the width, at most, that is kept for the names of the rows."""
_SMALLEST = 0.72
"""Figures that would have to be smaller than this share of other text stand below the names."""
_SLACK = 0.96
"""Letters do not become narrower by just as much as they are set smaller."""
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_ELIDED = Qt.TextElideMode.ElideRight


@dataclass(frozen=True, slots=True)
class Row:
    """A name and a text for each column; a `last` row sums up those above it."""

    name: str
    texts: tuple[str, ...]
    is_last: bool = False


@dataclass(frozen=True, slots=True)
class _Fitted:
    """The fonts of figures and heads, and how wide the columns are in them."""

    font: QFont
    head: QFont
    widths: tuple[float, ...]
    is_stacked: bool = False


class FigureTable(QWidget):
    """As wide as it is given; figures that do not fit are set smaller, never cut."""

    def __init__(self, theme: ThemeModel) -> None:
        super().__init__()
        self._theme = theme
        self._heads: tuple[str, ...] = ()
        self._rows: tuple[Row, ...] = ()
        self._fitted = _Fitted(self.font(), self.font(), ())
        self._fitted_for: tuple[object, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.copying = QAction(self)
        self.copying.setShortcut(QKeySequence(QKeySequence.StandardKey.Copy))
        # Only its place in the menu: the keys come by `keyPressEvent`.
        self.copying.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.copying.triggered.connect(self._copy)
        self.addAction(self.copying)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        theme.changed.connect(self.update)
        self.retranslate()

    @property
    def rows(self) -> tuple[Row, ...]:
        return self._rows

    @property
    def heads(self) -> tuple[str, ...]:
        return self._heads

    def text(self, name: str, column: int = 0) -> str:
        """What stands in the row of that name. Raises KeyError if there is none."""
        for row in self._rows:
            if row.name == name:
                return row.texts[column]
        raise KeyError(name)

    def retranslate(self) -> None:
        self.copying.setText(self.tr("Copy the table"))

    def show_rows(self, heads: Sequence[str], rows: Sequence[Row]) -> None:
        """Show these; every row has as many texts as there are heads."""
        before = len(self._rows)
        self._heads, self._rows = tuple(heads), tuple(rows)
        if len(self._rows) != before:
            self.updateGeometry()
        self._fit()
        self.update()

    def describe(self) -> None:
        """Let a screen reader have the figures of now: seldom, for each change is spoken."""
        self.setAccessibleDescription("; ".join(self.tsv().replace("\t", " ").splitlines()))

    def tsv(self) -> str:
        lines = ["\t".join(("", *self._heads))]
        lines += ["\t".join((row.name, *row.texts)) for row in self._rows]
        return "\n".join(lines) + "\n"

    def sizeHint(self) -> QSize:
        lines = 1 + len(self._rows) * (2 if self._fitted.is_stacked else 1)
        return QSize(200, lines * self._line_height() + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()
            self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.matches(QKeySequence.StandardKey.Copy)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        # Here too: a style sheet may give another font without a word.
        theme, fitted = self._theme.theme, self._fit()
        painter = QPainter(self)
        line, top = self._line_height(), 0
        painter.setFont(fitted.head)
        painter.setPen(theme.muted)
        self._paint_texts(painter, top, fitted.widths, self._heads)
        top += line
        height = line * (2 if fitted.is_stacked else 1)
        for row in self._rows:
            if top + height >= event.rect().top() and top <= event.rect().bottom():
                self._paint_row(painter, top, fitted, row)
            top += height
        if self.hasFocus():
            painter.setPen(QPen(theme.accent, 1.0))
            painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()

    def _paint_row(self, painter: QPainter, top: int, fitted: _Fitted, row: Row) -> None:
        theme, line = self._theme.theme, self._line_height()
        painter.setPen(theme.muted if row.is_last else theme.line)
        painter.drawLine(0, top, self.width(), top)
        room = float(self.width() - 2 * _PAD)
        if not fitted.is_stacked:
            room -= sum(fitted.widths) + _GAP * len(fitted.widths)
        painter.setFont(self.font())
        name = painter.fontMetrics().elidedText(row.name, _ELIDED, max(int(room), 0))
        painter.setPen(theme.muted)
        painter.drawText(QRectF(_PAD, top, room, line), int(_LEFT), name)
        painter.setFont(fitted.font)
        painter.setPen(theme.ink)
        below = top + (line if fitted.is_stacked else 0)
        self._paint_texts(painter, below, fitted.widths, row.texts)

    def _paint_texts(
        self, painter: QPainter, top: int, widths: Sequence[float], texts: Sequence[str]
    ) -> None:
        right = float(self.width() - _PAD)
        for width, text in zip(reversed(widths), reversed(texts), strict=True):
            place = QRectF(right - width - 1, top, width + 1, self._line_height())
            painter.drawText(place, int(_RIGHT), text)
            right -= width + _GAP

    def _fitting(self) -> _Fitted:
        """Figures as large as other text if they fit beside the names; else smaller, or below."""
        names = max(
            map(self.fontMetrics().horizontalAdvance, (r.name for r in self._rows)), default=0
        )
        gaps = 2 * _PAD + _GAP * len(self._heads)
        room = self.width() - gaps - min(names + 2, _NAME * self.width())
        plain = self._at_scale(1.0)
        needed = sum(plain.widths)
        if needed <= room or self.width() <= gaps:
            return plain
        if room < _SMALLEST * needed:
            room = self.width() - gaps
            return replace(self._at_scale(min(_SLACK * room / needed, 1.0)), is_stacked=True)
        return self._at_scale(_SLACK * room / needed)

    def _at_scale(self, scale: float) -> _Fitted:
        font, head = _scaled(self.font(), scale), _scaled(self.font(), _HEAD * scale)
        metrics, head_metrics = QFontMetricsF(font), QFontMetricsF(head)
        widths = tuple(
            max(
                head_metrics.horizontalAdvance(text),
                *(metrics.horizontalAdvance(row.texts[at]) for row in self._rows),
                0.0,
            )
            for at, text in enumerate(self._heads)
        )
        return _Fitted(font, head, widths)

    def _line_height(self) -> int:
        return self.fontMetrics().height() + 2 * _PAD

    def _fit(self) -> _Fitted:
        """What fits; found anew for other texts, another width or text size."""
        subject = self.font().toString(), self.width(), self._heads, self._rows
        if subject != self._fitted_for:
            was_stacked = self._fitted.is_stacked
            self._fitted_for, self._fitted = subject, self._fitting()
            if self._fitted.is_stacked != was_stacked:
                self.updateGeometry()
        return self._fitted

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.tsv())


def _scaled(font: QFont, scale: float) -> QFont:
    scaled = QFont(font)
    scaled.setPointSizeF(max(font.pointSizeF() * scale, 1.0))
    return scaled
