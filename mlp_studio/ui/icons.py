"""One icon set: 20 px SVGs with a 1.5 px stroke, tinted from the theme."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QColor, QIcon, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from mlp_studio import paths
from mlp_studio.ui.theme import Theme, blend

SIZE = 20
_SCALES = (1, 2, 3)
"""Pixmaps for these device pixel ratios; Qt scales down between them."""


def icon(name: str, theme: Theme, role: str = "ink") -> QIcon:
    """The icon called `name` in the colour of `role`; faded when disabled, accented when checked.

    Raises FileNotFoundError if there is no such icon.
    """
    result = QIcon()
    colour: QColor = getattr(theme, role)
    states = (
        (QIcon.Mode.Normal, QIcon.State.Off, colour),
        (QIcon.Mode.Normal, QIcon.State.On, theme.accent),
        (QIcon.Mode.Disabled, QIcon.State.Off, blend(theme.muted, theme.panel, 0.5)),
    )
    for mode, state, tint in states:
        for scale in _SCALES:
            result.addPixmap(pixmap(name, tint, SIZE * scale), mode, state)
    return result


def pixmap(name: str, colour: QColor, size: int = SIZE) -> QPixmap:
    """The icon as a square of `size` device pixels. Raises FileNotFoundError."""
    return QPixmap.fromImage(_image(name, colour.name(), size))


@cache
def _image(name: str, colour: str, size: int) -> QImage:
    # An image and no pixmap: it may outlive the application.
    svg = _source(name).replace("currentColor", colour)
    renderer = QSvgRenderer(QByteArray(svg.encode()))
    picture = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    renderer.render(painter)
    painter.end()
    return picture


@cache
def _source(name: str) -> str:
    return (paths.resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
