"""What is remembered between runs. A setting that cannot be read falls back to its default."""

from __future__ import annotations

import math
from collections.abc import Iterable
from pathlib import Path
from typing import Literal, TypeVar, get_args

from PySide6.QtCore import QByteArray, QSettings

from mlp_studio.ui.theme import Choice

LanguageChoice = Literal["system", "en", "ko"]
PerspectiveName = Literal["build", "step", "train"]
Showing = Literal["everything", "focus", "on_click"]
UnitPictures = Literal["auto", "map", "bar", "none"]
Switch = Literal["heat_maps", "overview", "motion", "flow"]
MOST_RECENT_FILES = 8

T = TypeVar("T", bound=str)


class Settings:
    """Typed access to a QSettings store; the store itself is the user's, or a test's own file."""

    def __init__(self, store: QSettings | None = None) -> None:
        self._store = store or QSettings("MLP Studio", "MLP Studio")

    @property
    def language(self) -> LanguageChoice:
        return self._one_of("language", "system", get_args(LanguageChoice))

    @language.setter
    def language(self, choice: LanguageChoice) -> None:
        self._store.setValue("language", choice)

    @property
    def theme(self) -> Choice:
        return self._one_of("theme", "system", get_args(Choice))

    @theme.setter
    def theme(self, choice: Choice) -> None:
        self._store.setValue("theme", choice)

    @property
    def perspective(self) -> PerspectiveName:
        return self._one_of("perspective", "build", get_args(PerspectiveName))

    @perspective.setter
    def perspective(self, name: PerspectiveName) -> None:
        self._store.setValue("perspective", name)

    @property
    def digits(self) -> int:
        return int(self._number("digits", 4))

    @digits.setter
    def digits(self, digits: int) -> None:
        self._store.setValue("digits", digits)

    @property
    def decimal_sign(self) -> str:
        return "," if self._text("decimal_sign", ".") == "," else "."

    @decimal_sign.setter
    def decimal_sign(self, sign: str) -> None:
        self._store.setValue("decimal_sign", sign)

    @property
    def text_scale(self) -> float:
        return self._number("text_scale", 1.0)

    @text_scale.setter
    def text_scale(self, scale: float) -> None:
        self._store.setValue("text_scale", scale)

    @property
    def showing(self) -> Showing:
        return self._one_of("showing", "focus", get_args(Showing))

    @showing.setter
    def showing(self, showing: Showing) -> None:
        self._store.setValue("showing", showing)

    @property
    def unit_pictures(self) -> UnitPictures:
        return self._one_of("unit_pictures", "auto", get_args(UnitPictures))

    @unit_pictures.setter
    def unit_pictures(self, pictures: UnitPictures) -> None:
        self._store.setValue("unit_pictures", pictures)

    def is_on(self, name: Switch) -> bool:
        """Whether something that can be switched off is on, as it is at first."""
        return self._text(f"on/{name}", "yes") == "yes"

    def switch(self, name: Switch, on: bool) -> None:
        self._store.setValue(f"on/{name}", "yes" if on else "no")

    @property
    def geometry(self) -> QByteArray:
        return self._bytes("geometry")

    @geometry.setter
    def geometry(self, geometry: QByteArray) -> None:
        self._store.setValue("geometry", geometry)

    def layout(self, key: str) -> QByteArray:
        """How the panels stood; empty if nothing is remembered under `key`."""
        return self._bytes(f"layout/{key}")

    def set_layout(self, key: str, state: QByteArray) -> None:
        self._store.setValue(f"layout/{key}", state)

    def forget_layouts(self) -> None:
        self._store.remove("layout")

    @property
    def recent_files(self) -> tuple[Path, ...]:
        """Newest first."""
        value = self._store.value("recent_files", [])
        # QSettings gives a list of one back as the bare string.
        names = [value] if isinstance(value, str) else value if isinstance(value, list) else []
        return tuple(Path(name) for name in names if isinstance(name, str) and name)

    def add_recent_file(self, path: Path) -> None:
        others = (each for each in self.recent_files if each != path)
        self._set_recent_files([path, *others][:MOST_RECENT_FILES])

    def forget_recent_file(self, path: Path) -> None:
        self._set_recent_files(each for each in self.recent_files if each != path)

    def forget_recent_files(self) -> None:
        self._set_recent_files(())

    def save(self) -> None:
        """Write to disk now, rather than when Qt next finds time."""
        self._store.sync()

    def _set_recent_files(self, files: Iterable[Path]) -> None:
        self._store.setValue("recent_files", [str(path) for path in files])

    def _one_of(self, key: str, default: T, choices: tuple[T, ...]) -> T:
        text = self._text(key, "")
        return next((choice for choice in choices if choice == text), default)

    def _text(self, key: str, default: str) -> str:
        value = self._store.value(key, default)
        return value if isinstance(value, str) else default

    def _number(self, key: str, default: float) -> float:
        value = self._store.value(key, default)
        try:
            number = float(str(value))
        except ValueError:
            return default
        return number if math.isfinite(number) else default

    def _bytes(self, key: str) -> QByteArray:
        value = self._store.value(key)
        return value if isinstance(value, QByteArray) else QByteArray()
