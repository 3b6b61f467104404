"""A few numbers to read, as a small table; under one another where that would be too wide."""

from __future__ import annotations

import html
from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent, QTextDocument

from mlp_studio.ui.panels.labels import RoleLabel

_SPACE = 14


class Figures(RoleLabel):
    """`head` names the columns, or is empty; each row begins with what it is about."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.RichText)
        self._head: Sequence[str] = ()
        self._rows: Sequence[Sequence[str]] = ()
        self._more = ""

    def show_rows(self, head: Sequence[str], rows: Sequence[Sequence[str]], more: str = "") -> None:
        """Show these rows, and below them how many more there are."""
        if (head, rows, more) != (self._head, self._rows, self._more):
            self._head, self._rows, self._more = head, rows, more
            self._write()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._write()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._write()

    def _write(self) -> None:
        table = self._table()
        measured = QTextDocument()
        measured.setDefaultFont(self.font())
        measured.setDocumentMargin(0)
        measured.setHtml(table)
        fits = measured.idealWidth() <= self.width()
        more = f"<div>{html.escape(self._more)}</div>" if self._more else ""
        self.setText((table if fits else self._lines()) + more)
        self.updateGeometry()

    def _table(self) -> str:
        head = "".join(_cell(text, first=not at) for at, text in enumerate(self._head))
        rows = "".join(
            f"<tr>{''.join(_cell(text, first=not at) for at, text in enumerate(row))}</tr>"
            for row in self._rows
        )
        titles = f"<tr>{head}</tr>" if head else ""
        return f'<table cellspacing="0" cellpadding="0">{titles}{rows}</table>'

    def _lines(self) -> str:
        """Each row as a line that may break between its numbers."""
        return "".join(f"<div>{'&nbsp; '.join(self._pieces(row))}</div>" for row in self._rows)

    def _pieces(self, row: Sequence[str]) -> list[str]:
        head = self._head or ("",) * len(row)
        named = [
            f"{name}\u00a0=\u00a0{text}" if name else text
            for name, text in zip(head[1:], row[1:], strict=True)
        ]
        return [html.escape(piece) for piece in (row[0], *named)]


def _cell(text: str, *, first: bool) -> str:
    align, space = ("left", 0) if first else ("right", _SPACE)
    shown = html.escape(text).replace(" ", "\u00a0")
    return f'<td align="{align}" style="padding: 2px 0 2px {space}px">{shown}</td>'
