"""A drawing of a given size, as an image or as a file: PNG, SVG or PDF.

Whatever can paint itself with a QPainter can be one: the figure, a plot, a table.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import ceil, sqrt
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRect, QSaveFile, QSize, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QImage,
    QPageSize,
    QPaintDevice,
    QPainter,
    QPainterPath,
    QPdfWriter,
    QPen,
)
from PySide6.QtSvg import QSvgGenerator

SUFFIXES = (".png", ".svg", ".pdf")
SCALE = 2.0
"""Pixels of an image to one unit of a drawing, unless told otherwise."""
_PER_INCH = 96
"""Units of a drawing to an inch of paper."""
_INCHES = 39.3701
"""To a metre."""
_POINTS = 72.0
_MOST_PIXELS = 40e6
_LONGEST_SIDE = 20_000
_SAME = 1e-3
_LONGEST_PAGE = 14_400.0
"""Points: readers of PDF refuse larger pages."""


@dataclass(frozen=True, eq=False)
class Drawing:
    """`paint` draws on (0, 0, width, height), in any painter that is scaled or not."""

    size: QSizeF
    paint: Callable[[QPainter], None]
    title: str = ""


class _Ink(QPainter):
    """Fills a device with a drawing, its lines smooth and as wide as the drawing says.

    On screen a line may keep its width at any zoom, and be rough while things move; a picture has
    one size, and nothing moves.
    """

    def __init__(self, device: QPaintDevice, size: QSizeF) -> None:
        super().__init__(device)
        self.scale(device.width() / size.width(), device.height() / size.height())
        self._scale = self.worldTransform().m22()

    def setPen(self, pen: QPen | QColor | Qt.PenStyle) -> None:  # type: ignore[override]
        if isinstance(pen, QPen) and pen.isCosmetic():
            pen = QPen(pen)
            if abs(self.worldTransform().m22() / self._scale - 1.0) < _SAME:
                pen.setCosmetic(False)
            else:
                # The painter is stretched to what it draws, which must not stretch the pen.
                pen.setWidthF(pen.widthF() * self._scale)
        super().setPen(pen)

    def drawPath(self, path: QPainterPath) -> None:
        if not self.pen().isCosmetic():
            super().drawPath(path)
            return
        # Not every reader of SVG knows lines that do not stretch: stretch the path alone.
        stretched, pen = self.worldTransform(), QPen(self.pen())
        pen.setCosmetic(False)
        self.save()
        self.resetTransform()
        super().setPen(pen)
        super().drawPath(stretched.map(path))
        self.restore()

    def setRenderHint(self, hint: QPainter.RenderHint, on: bool = True) -> None:
        super().setRenderHint(hint, on or hint == QPainter.RenderHint.Antialiasing)


def image(drawing: Drawing, scale: float = SCALE) -> QImage:
    """The drawing in pixels; one too large for memory comes out smaller than `scale` says."""
    width, height = drawing.size.width(), drawing.size.height()
    scale = min(
        scale,
        sqrt(_MOST_PIXELS / (width * height)),
        _LONGEST_SIDE / width,
        _LONGEST_SIDE / height,
    )
    picture = QImage(ceil(width * scale), ceil(height * scale), QImage.Format.Format_RGB32)
    # Letters measured in points are to grow by `scale`, not by the resolution once more.
    _set_resolution(picture, _PER_INCH)
    _paint(drawing, picture)
    _set_resolution(picture, _PER_INCH * scale)
    return picture


def _set_resolution(picture: QImage, per_inch: float) -> None:
    picture.setDotsPerMeterX(round(per_inch * _INCHES))
    picture.setDotsPerMeterY(round(per_inch * _INCHES))


def png(drawing: Drawing, scale: float = SCALE) -> bytes:
    buffer = _buffer()
    # The stub takes a text for the format, the documentation bytes.
    if not image(drawing, scale).save(buffer, "PNG"):  # type: ignore[call-overload]
        raise OSError("the image could not be packed as PNG")
    return bytes(buffer.data().data())


def svg(drawing: Drawing) -> bytes:
    """Vector graphics in which text stays text."""
    buffer = _buffer()
    whole = QSize(ceil(drawing.size.width()), ceil(drawing.size.height()))
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setResolution(_PER_INCH)
    generator.setSize(whole)
    generator.setViewBox(QRect(0, 0, whole.width(), whole.height()))
    generator.setTitle(drawing.title)
    generator.setDescription("MLP Studio")
    _paint(drawing, generator)
    return bytes(buffer.data().data())


def pdf(drawing: Drawing) -> bytes:
    """One page, cut to the drawing."""
    buffer = _buffer()
    page = drawing.size * (_POINTS / _PER_INCH)
    page *= min(1.0, _LONGEST_PAGE / max(page.width(), page.height()))
    writer = QPdfWriter(buffer)
    writer.setTitle(drawing.title)
    writer.setCreator("MLP Studio")
    exact = QPageSize.SizeMatchPolicy.ExactMatch
    writer.setPageSize(QPageSize(page, QPageSize.Unit.Point, "", exact))
    writer.setPageMargins(QMarginsF())
    writer.setResolution(_PER_INCH)
    _paint(drawing, writer)
    return bytes(buffer.data().data())


def save(drawing: Drawing, path: Path, scale: float = SCALE) -> None:
    """Write the drawing in the form its file's suffix names; `scale` is for images only.

    Raises ValueError for another suffix, and OSError if the file cannot be written: an older one
    is then as it was.
    """
    suffix = path.suffix.lower()
    if suffix == ".png":
        write(path, png(drawing, scale))
    elif suffix == ".svg":
        write(path, svg(drawing))
    elif suffix == ".pdf":
        write(path, pdf(drawing))
    else:
        raise ValueError(f"a picture is one of {', '.join(SUFFIXES)}, and not {suffix!r}")


def write(path: Path, content: bytes) -> None:
    """Replace a file as a whole, or leave it as it was and raise OSError."""
    file = QSaveFile(str(path))
    if not file.open(QIODevice.OpenModeFlag.WriteOnly):
        raise OSError(file.errorString())
    if file.write(content) != len(content) or not file.commit():
        raise OSError(file.errorString())


def _paint(drawing: Drawing, device: QPaintDevice) -> None:
    painter = _Ink(device, drawing.size)
    try:
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing
            | QPainter.RenderHint.TextAntialiasing
            | QPainter.RenderHint.SmoothPixmapTransform
        )
        drawing.paint(painter)
    finally:
        painter.end()


def _buffer() -> QBuffer:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    return buffer
