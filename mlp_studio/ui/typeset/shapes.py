"""The outlines of symbols, typeset by ziamath once each: free of size and of colour.

ziamath takes long to import, so nothing here does until `load`. Before that, and for words of any
language, outlines come from the window's own font.
"""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QPainterPath, QTransform

EM = 24.0
"""The size, in units of an outline, that outlines are drawn at."""
FIGURE = 11.88
"""How far apart the figures of a number stand: all the same, so that columns of them agree."""
_SIGNS = {"−": "-", "∞": r"\infty", "e": r"\mathrm{e}", "N": r"\mathrm{N}", "a": r"\mathrm{a}"}
_COMMON = (
    *(
        "z",
        "a",
        "w",
        "b",
        "L",
        "f",
        "g",
        "t",
        "m",
        "v",
        "k",
        "j",
        "h",
        "x",
        "o",
        "e",
        r"\mathrm{e}",
    ),
    *(r"\delta", r"\partial", r"\sum", r"\cdot", r"\prime", r"\eta", r"\leftarrow", r"\,"),
    *(r"\rightarrow", r"\beta", r"\varepsilon", r"\hat{m}", r"\hat{v}"),
)
_NARROW = {".": 5.88, ",": 5.88}
_BEARING = 1.0
_KEPT = 8192
_BESIDE_MINUS = 0.8


@dataclass(frozen=True, slots=True, eq=False)
class Shape:
    """An outline whose baseline starts at (0, 0), at EM units a line; y grows downwards."""

    path: QPainterPath
    width: float
    ascent: float
    descent: float


def load() -> None:
    """Import the typesetter: some tenths of a second, once. May be called from any thread.

    The commonest signs are made with it, so that no step has to wait for them.
    """
    for latex in (*_COMMON, *"0123456789.()[]+-=/"):
        symbol(latex)
    figures("−1e−1")


def is_loaded() -> bool:
    """Whether the typesetter is there."""
    return _typesetter.cache_info().currsize > 0


@cache
def symbol(latex: str) -> Shape:
    """A piece of LaTeX, of one symbol or a few."""
    picture = ElementTree.fromstring(_typesetter()(latex))
    path = QPainterPath()
    path.setFillRule(path.fillRule().WindingFill)
    for element in picture.iter():
        kind = element.tag.rpartition("}")[2]
        if kind == "path":
            _add_outline(path, element.get("d", ""))
        elif kind == "rect":
            corner = [float(element.get(name, "0")) for name in ("x", "y", "width", "height")]
            path.addRect(QRectF(*corner))
    return _shape(path)


@lru_cache(_KEPT)
def figures(text: str) -> Shape:
    """A number as it is written in the window, from the outlines of its figures."""
    path = QPainterPath()
    path.setFillRule(path.fillRule().WindingFill)
    x = ascent = descent = 0.0
    for sign in text:
        shape = symbol(_SIGNS.get(sign, sign if sign != "," else "{,}"))
        path.addPath(shape.path.translated(x, 0.0))
        wide = FIGURE if sign.isdigit() else _NARROW.get(sign, shape.width)
        x += wide - (_BESIDE_MINUS if sign == "−" else 0.0)
        ascent, descent = max(ascent, shape.ascent), max(descent, shape.descent)
    return Shape(path, x, ascent, descent)


@lru_cache(_KEPT)
def words(text: str, family: str, weight: int) -> Shape:
    """A text in a font of the window."""
    font = QFont(family)
    font.setPixelSize(round(EM))
    font.setWeight(QFont.Weight(weight))
    # It is scaled afterwards, so that fitting it to the pixels of this size would do harm.
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    path = QPainterPath()
    path.setFillRule(path.fillRule().WindingFill)
    path.addText(0.0, 0.0, font, text)
    measures = QFontMetricsF(font)
    return Shape(path, measures.horizontalAdvance(text), 0.75 * EM, 0.22 * EM)


def stretched(shape: Shape, ascent: float, descent: float) -> Shape:
    """A bracket made as tall as what it holds; never shorter than it is."""
    tall = max(ascent + descent, shape.ascent + shape.descent)
    if tall <= shape.ascent + shape.descent:
        return shape
    by = tall / (shape.ascent + shape.descent)
    transform = QTransform.fromTranslate(0.0, descent - shape.descent * by).scale(1.0, by)
    return Shape(transform.map(shape.path), shape.width, ascent, descent)


def _shape(path: QPainterPath) -> Shape:
    ink = path.boundingRect()
    if ink.left() < 0.0:
        path.translate(-ink.left(), 0.0)
        ink = path.boundingRect()
    return Shape(path, ink.right() + _BEARING, -ink.top(), max(ink.bottom(), 0.0))


def _add_outline(path: QPainterPath, outline: str) -> None:
    """Append the moves, lines and curves of an SVG path with absolute coordinates.

    Raises ValueError for any other command.
    """
    words = outline.split()
    at = 0
    while at < len(words):
        command, at = words[at], at + 1
        count = _COORDINATES.get(command)
        if count is None:
            raise ValueError(f"{command!r} is not an absolute command of a path")
        numbers = [float(word) for word in words[at : at + count]]
        at += count
        _draw(path, command, numbers)


_COORDINATES = {"M": 2, "L": 2, "Q": 4, "C": 6, "Z": 0}


def _draw(path: QPainterPath, command: str, numbers: Sequence[float]) -> None:
    if command == "M":
        path.moveTo(*numbers)
    elif command == "L":
        path.lineTo(*numbers)
    elif command == "Q":
        path.quadTo(*numbers)
    elif command == "C":
        path.cubicTo(*numbers)
    else:
        path.closeSubpath()


@cache
def _typesetter() -> _Typesetter:
    return _Typesetter()


class _Typesetter:
    """ziamath, told once how to write its pictures: every outline in place, none by reference."""

    def __init__(self) -> None:
        from ziamath.config import config
        from ziamath.zmath import Latex

        config.svg2 = False
        self._latex = Latex

    def __call__(self, latex: str) -> str:
        picture: str = self._latex(latex, size=EM).svg()
        return picture
