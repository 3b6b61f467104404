"""Colours by role: a theme is a data file, and views ask for a role, never for a colour."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Literal

import msgspec
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication

from mlp_studio import paths
from mlp_studio.project.model import LAYER_COLOURS

Choice = Literal["system", "light", "dark"]


@dataclass(frozen=True, slots=True, eq=False)
class Theme:
    """One colour per role. Text may be set in any role but `line` on `canvas` and `panel`.

    `layer_colours` are what a person may mark a layer with, by name; they say nothing, and no text
    is set in them.
    """

    name: str
    dark: bool
    canvas: QColor
    panel: QColor
    ink: QColor
    muted: QColor
    line: QColor
    """Quiet borders; the only role too faint for text."""
    negative: QColor
    positive: QColor
    forward: QColor
    backward: QColor
    accent: QColor
    warning: QColor
    error: QColor
    ok: QColor
    layer_colours: Mapping[str, QColor]


_NO_ROLES = ("name", "dark", "layer_colours")
ROLES = tuple(field.name for field in fields(Theme) if field.name not in _NO_ROLES)


class _ThemeFile(msgspec.Struct, forbid_unknown_fields=True):
    name: str
    dark: bool
    roles: dict[str, str]
    layer_colours: dict[str, str]


def load(name: str) -> Theme:
    """The shipped theme called `name`.

    Raises FileNotFoundError if there is none, ValueError if a role or a layer colour is missing,
    unknown or not a colour.
    """
    path = paths.resources() / "themes" / f"{name}.json"
    file = msgspec.json.decode(path.read_bytes(), type=_ThemeFile)
    try:
        roles = _colours("roles", file.roles, ROLES)
        layer_colours = _colours("layer colours", file.layer_colours, LAYER_COLOURS)
    except ValueError as error:
        raise ValueError(f"{path.name}: {error}") from error
    return Theme(name=file.name, dark=file.dark, layer_colours=layer_colours, **roles)


def _colours(what: str, texts: Mapping[str, str], names: Sequence[str]) -> dict[str, QColor]:
    if set(texts) != set(names):
        raise ValueError(f"the {what} must be exactly {', '.join(names)}")
    colours = {name: QColor(text) for name, text in texts.items()}
    for name, colour in colours.items():
        if not colour.isValid():
            raise ValueError(f"{name} is not a colour: {texts[name]!r}")
    return colours


def blend(over: QColor, under: QColor, share: float) -> QColor:
    """`share` of `over` on `under`, opaque (translucent pens are slow)."""
    rest = 1.0 - share
    return QColor.fromRgbF(
        share * over.redF() + rest * under.redF(),
        share * over.greenF() + rest * under.greenF(),
        share * over.blueF() + rest * under.blueF(),
    )


class ThemeModel(QObject):
    """The theme in use: chosen by name, or following the system's light or dark."""

    changed = Signal()

    def __init__(self, choice: Choice = "system", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._choice: Choice = choice
        self._tell_the_system()
        self._theme = load(self._name())
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow)

    @property
    def theme(self) -> Theme:
        return self._theme

    @property
    def choice(self) -> Choice:
        return self._choice

    def set(self, choice: Choice) -> None:
        """Choose a theme, or "system"; `changed` is emitted only if the colours change."""
        self._choice = choice
        self._tell_the_system()
        self._follow()

    def _follow(self) -> None:
        if self._name() != self._theme.name:
            self._theme = load(self._name())
            self.changed.emit()

    def _tell_the_system(self) -> None:
        """Where the system can, let title bars and file dialogs have the same darkness."""
        schemes = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}
        scheme = schemes.get(self._choice, Qt.ColorScheme.Unknown)
        QGuiApplication.styleHints().setColorScheme(scheme)

    def _name(self) -> str:
        if self._choice != "system":
            return self._choice
        scheme = QGuiApplication.styleHints().colorScheme()
        return "dark" if scheme is Qt.ColorScheme.Dark else "light"
