"""How the window's controls look: Fusion, a palette and a style sheet, all made from the theme."""

from __future__ import annotations

import math
from string import Template

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QWidget

from mlp_studio import paths
from mlp_studio.ui.theme import ROLES, Theme, ThemeModel, blend

BASE_POINTS = 10.5
SMALLEST_TEXT = 0.7
LARGEST_TEXT = 2.5
_TEXT_STEP = 1.15
_SPIN_BOX_INDENT = 6

Group = QPalette.ColorGroup
Role = QPalette.ColorRole


def palette(theme: Theme) -> QPalette:
    """The colours Qt's own drawing takes."""
    colours = QPalette()
    control = _shades(theme)["control"]
    for role, colour in (
        (Role.Window, theme.panel),
        (Role.WindowText, theme.ink),
        (Role.Base, theme.panel),
        (Role.AlternateBase, theme.canvas),
        (Role.Text, theme.ink),
        (Role.PlaceholderText, theme.muted),
        (Role.Button, control),
        (Role.ButtonText, theme.ink),
        (Role.BrightText, theme.error),
        (Role.ToolTipBase, theme.panel),
        (Role.ToolTipText, theme.ink),
        (Role.Highlight, theme.accent),
        (Role.HighlightedText, theme.panel),
        (Role.Accent, theme.accent),
        (Role.Link, theme.accent),
        (Role.LinkVisited, theme.accent),
        (Role.Light, blend(theme.panel, theme.line, 0.5)),
        (Role.Midlight, theme.line),
        (Role.Mid, theme.line),
        (Role.Dark, theme.line),
        (Role.Shadow, theme.canvas),
    ):
        colours.setColor(role, colour)
    for role in (Role.WindowText, Role.Text, Role.ButtonText):
        colours.setColor(Group.Disabled, role, _shades(theme)["faint"])
    return colours


def style_sheet(theme: Theme) -> str:
    """`resources/themes/window.qss` with the theme's colours filled in."""
    folder = paths.resources() / "themes"
    colours = {role: getattr(theme, role) for role in ROLES} | _shades(theme)
    names = {role: colour.name() for role, colour in colours.items()}
    marks = {
        name: (folder / f"{theme.name}-{name}.svg").as_posix()
        for name in ("down", "up", "close", "float", "check", "some", "more")
    }
    source = (folder / "window.qss").read_text(encoding="utf-8")
    return Template(source).substitute(names | marks)


def _shades(theme: Theme) -> dict[str, QColor]:
    """Quieter colours for states of a control, each between two roles."""
    return {
        "control": blend(theme.ink, theme.panel, 0.06 if theme.dark else 0.0),
        "hover": blend(theme.ink, theme.panel, 0.07),
        "press": blend(theme.ink, theme.panel, 0.13),
        "selected": blend(theme.accent, theme.panel, 0.16),
        "handle": blend(theme.muted, theme.panel, 0.4),
        "faint": blend(theme.muted, theme.panel, 0.65),
    }


def indent_spin_boxes(window: QWidget) -> None:
    """Set their text as far from the border as that of a line; a style sheet cannot reach it."""
    for box in window.findChildren(QAbstractSpinBox):
        box.lineEdit().setTextMargins(_SPIN_BOX_INDENT, 0, 0, 0)


class Style(QObject):
    """Keeps the application in the theme's colours and in one text size."""

    changed = Signal()

    def __init__(
        self, application: QApplication, theme: ThemeModel, text_scale: float = 1.0
    ) -> None:
        super().__init__()
        self._application = application
        self._theme = theme
        self._text_scale = _within_limits(text_scale)
        application.setStyle("Fusion")
        theme.changed.connect(self._apply)
        self._apply()

    @property
    def text_scale(self) -> float:
        return self._text_scale

    def enlarge_text(self) -> None:
        self._set_text_scale(self._text_scale * _TEXT_STEP)

    def reduce_text(self) -> None:
        self._set_text_scale(self._text_scale / _TEXT_STEP)

    def reset_text(self) -> None:
        self._set_text_scale(1.0)

    def _set_text_scale(self, scale: float) -> None:
        scale = _within_limits(scale)
        if scale != self._text_scale:
            self._text_scale = scale
            self._apply()
            self.changed.emit()

    def _apply(self) -> None:
        font = QFont(self._application.font())
        font.setPointSizeF(round(BASE_POINTS * self._text_scale, 2))
        # Tabular figures: numbers that change must not make the text beside them dance.
        font.setFeature(QFont.Tag("tnum"), 1)
        self._application.setPalette(palette(self._theme.theme))
        self._application.setFont(font)
        self._application.setStyleSheet(style_sheet(self._theme.theme))


def _within_limits(scale: float) -> float:
    if not math.isfinite(scale):
        return 1.0
    return min(max(scale, SMALLEST_TEXT), LARGEST_TEXT)
