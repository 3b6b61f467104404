"""The examples that come with the program, under names that can be translated."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from mlp_studio import paths
from mlp_studio.project.translation import QT_TRANSLATE_NOOP

_TITLES = {
    "and": QT_TRANSLATE_NOOP("Examples", "AND with a single neuron"),
    "xor": QT_TRANSLATE_NOOP("Examples", "XOR with two hidden units"),
    "circles": QT_TRANSLATE_NOOP("Examples", "Two circles, one inside the other"),
    "cs231n": QT_TRANSLATE_NOOP("Examples", "The sigmoid circuit of CS231n"),
    "micrograd": QT_TRANSLATE_NOOP("Examples", "The neuron of micrograd"),
    "mazur": QT_TRANSLATE_NOOP("Examples", "The worked example of Matt Mazur"),
    "goodfellow": QT_TRANSLATE_NOOP("Examples", "The XOR solution of Goodfellow"),
}


def examples() -> Iterator[tuple[Path, str]]:
    """Each example's file and its English title, simplest first."""
    folder = paths.resources() / "examples"
    found = {path.stem: path for path in sorted(folder.glob("*")) if path.is_file()}
    for name in (*_TITLES, *(name for name in found if name not in _TITLES)):
        if name in found:
            yield found[name], _TITLES.get(name, name)


def in_language(title: str) -> str:
    """A project's title, in the window's language while it is still that of an example."""
    known = title in _TITLES.values()
    return QCoreApplication.translate("Examples", title) if known else title
