"""Words of a table: their natural order, and names that can stand in a project."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from mlp_studio.project.rules import MAX_TEXT_LENGTH

_DIGITS = re.compile(r"(\d+)", re.ASCII)
_LONGEST_NUMBER = 18


def in_natural_order(words: Iterable[str]) -> list[str]:
    """Sorted, so that “class 2” comes before “class 10”."""
    return sorted(words, key=_natural)


def _natural(word: str) -> tuple[list[tuple[int, int, str]], str]:
    parts = _DIGITS.split(word.casefold())
    return [_part(part) for part in parts if part], word


def _part(part: str) -> tuple[int, int, str]:
    if part.isascii() and part.isdigit() and len(part) <= _LONGEST_NUMBER:
        return 0, int(part), ""
    return 1, 0, part


def clean(text: str) -> str:
    """One line of printable characters, short enough to be a name of a project; "" for none."""
    printable = "".join(c if c.isprintable() else " " for c in text[: 2 * MAX_TEXT_LENGTH])
    text = " ".join(printable.split())
    return text if len(text) <= MAX_TEXT_LENGTH else text[: MAX_TEXT_LENGTH - 1] + "…"


def distinct(names: Sequence[str]) -> list[str]:
    """The names, each a name of its own: “x”, “x 2”, and “column 3” for what has none."""
    taken: set[str] = set()
    found = []
    for number, name in enumerate(names, start=1):
        base = clean(name) or f"column {number}"
        candidate, count = base, 1
        while candidate in taken:
            count += 1
            ending = f" {count}"
            candidate = base[: MAX_TEXT_LENGTH - len(ending)] + ending
        taken.add(candidate)
        found.append(candidate)
    return found


def shortened(text: str, longest: int = 40) -> str:
    """What was found, to be shown in a sentence."""
    text = "".join(c if c.isprintable() else "�" for c in text[: longest + 1])
    return text if len(text) <= longest else text[: longest - 1] + "…"
