"""A page set for a width: where every line, part and picture of it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QFont,
    QFontInfo,
    QFontMetricsF,
    QPainterPath,
    QTextLayout,
    QTextOption,
)

from mlp_studio.ui.typeset.boxes import Face
from mlp_studio.ui.typeset.drawn import Drawn, drawn, drawn_lines
from mlp_studio.ui.typeset.nodes import Leaf, Node
from mlp_studio.ui.typeset.page import Block, Formula, Heading, Note, Page, Table

_MATHS = 1.16
"""A formula's letters are lower than those of the window's font at the same size."""
_LEADING, _BETWEEN = 0.34, 0.5
_RESULT_PAD = 0.42
_ROW_GAP, _COLUMN_GAP = 0.4, 0.9
_ASCENT, _DESCENT = 0.75, 0.22
_SMALLEST_TABLE = 0.66
_HEADING = 1.15


@dataclass(frozen=True, slots=True, eq=False)
class Ink:
    """Outlines of one colour and one line, drawn at once; `top` to `bottom` is where they are."""

    path: QPainterPath
    role: str
    top: float
    bottom: float


@dataclass(frozen=True, slots=True, eq=False)
class Paragraph:
    """Text in the window's font, broken into lines."""

    layout: QTextLayout
    role: str
    area: QRectF
    link: str = ""


@dataclass(slots=True, eq=False)
class Setting:
    """All of a page that is drawn, and which part is where."""

    width: float
    height: float = 0.0
    inks: list[Ink] = field(default_factory=list)
    paragraphs: list[Paragraph] = field(default_factory=list)
    results: list[QRectF] = field(default_factory=list)
    rules: list[float] = field(default_factory=list)
    """Heights of the lines under the heads of tables."""
    areas: list[tuple[QRectF, Leaf]] = field(default_factory=list)

    def leaf_at(self, point: QPointF) -> Leaf | None:
        """The part under a point, the narrowest of several."""
        found = [(area.width(), leaf) for area, leaf in self.areas if area.contains(point)]
        return min(found, key=lambda each: each[0])[1] if found else None

    @property
    def first_link(self) -> str:
        """What the first folded part asks for; "" if there is none."""
        links = [leaf.link for _, leaf in self.areas] + [each.link for each in self.paragraphs]
        return next(filter(None, links), "")

    def link_at(self, point: QPointF) -> str:
        """What the text under a point asks for; "" for nothing."""
        return next((each.link for each in self.paragraphs if each.area.contains(point)), "")


def set_page(page: Page, font: QFont, width: float, *, is_ready: bool) -> Setting:
    """Set a page `width` pixels wide in the window's font."""
    size = float(QFontInfo(font).pixelSize())
    face = Face(size * _MATHS, font.family(), is_ready=is_ready, words=1.0 / _MATHS)
    setter = _Setter(Setting(width), font, face, size)
    for block in page:
        setter.add(block)
    return setter.setting


class _Setter:
    """Adds block after block below one another."""

    def __init__(self, setting: Setting, font: QFont, face: Face, size: float) -> None:
        self.setting = setting
        self._font = font
        self._face = face
        self._size = size

    def add(self, block: Block) -> None:
        if isinstance(block, Formula):
            self._formula(block)
        elif isinstance(block, Table):
            self._table(block)
        elif isinstance(block, Heading):
            font = QFont(self._font)
            font.setPixelSize(round(self._size * _HEADING))
            font.setWeight(QFont.Weight.DemiBold)
            self._space(0.7 if self.setting.height else 0.0)
            self._paragraph(Note(block.text, block.role), font)
            self._space(0.15)
        else:
            self._paragraph(block, self._font)

    def _space(self, ems: float) -> None:
        self.setting.height += ems * self._size

    def _paragraph(self, note: Note, font: QFont) -> None:
        setting = self.setting
        layout = QTextLayout(note.text, font)
        layout.setCacheEnabled(True)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        y, widest = 0.0, 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(setting.width)
            line.setPosition(QPointF(0.0, y))
            y += line.height()
            widest = max(widest, line.naturalTextWidth())
        layout.endLayout()
        layout.setPosition(QPointF(0.0, setting.height))
        area = QRectF(0.0, setting.height, widest, y)
        role = "accent" if note.link else note.role
        setting.paragraphs.append(Paragraph(layout, role, area, note.link))
        setting.height += y
        self._space(_BETWEEN * 0.8)

    def _formula(self, formula: Formula) -> None:
        setting = self.setting
        pad = _RESULT_PAD * self._size if formula.is_result else 0.0
        top, widest = setting.height, 0.0
        setting.height += pad
        for line in drawn_lines(formula.node, self._face, setting.width - 2.0 * pad):
            self._row([line], [pad])
            widest = max(widest, line.width)
            self._space(_LEADING)
        self._space(-_LEADING)
        setting.height += pad
        if pad:
            area = QRectF(0.0, top, widest + 2.0 * pad, setting.height - top)
            setting.results.append(area)
        self._space(_BETWEEN)

    def _row(self, cells: Sequence[Drawn], starts: Sequence[float]) -> None:
        """Put lines on one baseline; low ones are as high as a line of figures."""
        setting, size = self.setting, self._face.size
        top = setting.height
        ascent = max(_ASCENT * size, *(cell.ascent for cell in cells))
        descent = max(_DESCENT * size, *(cell.descent for cell in cells))
        y = top + ascent
        setting.height += ascent + descent
        for cell, x in zip(cells, starts, strict=True):
            for path, role in cell.inks:
                ink = Ink(path.translated(x, y), role, top, setting.height)
                setting.inks.append(ink)
            setting.areas += [(area.translated(x, y), leaf) for area, leaf in cell.areas]

    def _table(self, table: Table) -> None:
        setting, rows = self.setting, (table.head, *table.rows)
        gap = _COLUMN_GAP * self._size
        room = setting.width - gap * (len(table.head) - 1)
        cells = self._cells(rows, room)
        widths = _widths(cells)
        gap += max(0.0, room - sum(widths)) / max(1, len(widths) - 1)
        self._space(0.15)
        for number, row in enumerate(cells):
            ends = [sum(widths[: at + 1]) + at * gap for at in range(len(row))]
            starts = [end - cell.width for end, cell in zip(ends, row, strict=True)]
            self._row(row, [0.0, *starts[1:]])
            if number == 0:
                setting.rules.append(setting.height + 0.2 * self._size)
                self._space(0.25)
            self._space(_ROW_GAP)

    def _cells(self, rows: Sequence[Sequence[Node]], room: float) -> list[list[Drawn]]:
        """The cells, smaller and at last with names cut where they else do not fit."""
        face = self._face
        cells = [[drawn(cell, face) for cell in row] for row in rows]
        wide = sum(_widths(cells))
        if wide > room:
            face = replace(face, size=face.size * max(_SMALLEST_TABLE, room / wide))
            cells = [[drawn(cell, face) for cell in row] for row in rows]
        widths = _widths(cells)
        for shown, row in zip(cells, rows, strict=True):
            shown[0] = _shortened(row[0], shown[0], face, room - sum(widths[1:]))
        return cells


def _widths(cells: Sequence[Sequence[Drawn]]) -> list[float]:
    return [max(cell.width for cell in column) for column in zip(*cells, strict=True)]


def _shortened(node: Node, whole: Drawn, face: Face, room: float) -> Drawn:
    """A name cut to the room there is for it."""
    if whole.width <= room + 0.5 or not isinstance(node, Leaf):
        return whole
    font = QFont(face.family)
    font.setPixelSize(round(face.size * face.words))
    measures = QFontMetricsF(font)
    cut = measures.elidedText(node.plain, Qt.TextElideMode.ElideRight, max(room, 2.0 * face.size))
    return drawn(replace(node, plain=cut), face)
