"""The examples that come with the program, under names that can be translated."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from mlp_studio import paths
from mlp_studio.project.translation import QT_TRANSLATE_NOOP

_TITLES = {
    "and": QT_TRANSLATE_NOOP("Examples", "AND: one neuron is enough"),
    "xor": QT_TRANSLATE_NOOP("Examples", "XOR: why a hidden layer is needed"),
    "circles": QT_TRANSLATE_NOOP("Examples", "Circles: a curved boundary"),
}


def examples() -> Iterator[tuple[Path, str]]:
    """Each example's file and its title in the window's language, simplest first."""
    folder = paths.resources() / "examples"
    found = {path.stem: path for path in sorted(folder.glob("*")) if path.is_file()}
    for name in (*_TITLES, *(name for name in found if name not in _TITLES)):
        if name in found:
            title = _TITLES.get(name, name)
            yield found[name], QCoreApplication.translate("Examples", title)
