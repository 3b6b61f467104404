"""Drawings become images and files, whole or not at all."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen

from mlp_studio.ui import drawing as drawings
from mlp_studio.ui.drawing import Drawing

WIDTH, HEIGHT = 60.0, 40.0


def draw(painter: QPainter) -> None:
    """A red sheet, a level black line 4 wide, and a word."""
    painter.fillRect(QRectF(0.0, 0.0, WIDTH, HEIGHT), QColor("red"))
    pen = QPen(QColor("black"), 4.0)
    pen.setCosmetic(True)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.drawLine(QPointF(10.0, 20.0), QPointF(50.0, 20.0))
    painter.drawText(QPointF(4.0, 12.0), "word")


@pytest.fixture
def sheet(qapp) -> Drawing:
    return Drawing(QSizeF(WIDTH, HEIGHT), draw, "A sheet")


def pages(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf))


def black_rows(image: QImage) -> int:
    column = image.width() * 3 // 4
    return sum(image.pixelColor(column, row).red() < 128 for row in range(image.height()))


@pytest.mark.parametrize("scale", [1.0, 2.0, 3.5])
def test_an_image_has_the_drawings_size_times_the_scale(sheet, scale) -> None:
    image = drawings.image(sheet, scale)
    assert (image.width(), image.height()) == (WIDTH * scale, HEIGHT * scale)
    corner = image.pixelColor(image.width() - 1, image.height() - 1)
    assert corner == QColor("red")


def test_letters_grow_with_the_scale_and_no_more(qapp) -> None:
    widths = {}

    def write(painter: QPainter) -> None:
        font = painter.font()
        font.setPointSizeF(12.0)
        painter.setFont(font)
        widths[len(widths)] = painter.boundingRect(QRectF(0.0, 0.0, 900.0, 90.0), 0, "word").width()

    sheet = Drawing(QSizeF(WIDTH, HEIGHT), write)
    for scale in (1.0, 3.0):
        drawings.image(sheet, scale)
    drawings.svg(sheet)
    drawings.pdf(sheet)
    assert list(widths.values()) == pytest.approx([widths[0]] * 4, rel=0.05)


@pytest.mark.parametrize("scale", [1.0, 3.0])
def test_a_line_is_as_wide_as_the_drawing_says(sheet, scale) -> None:
    assert black_rows(drawings.image(sheet, scale)) == 4 * scale


def test_a_pen_is_not_stretched_with_the_painter(qapp) -> None:
    def stretched(painter: QPainter) -> None:
        painter.fillRect(QRectF(0.0, 0.0, WIDTH, HEIGHT), QColor("red"))
        pen = QPen(QColor("black"), 4.0)
        pen.setCosmetic(True)
        painter.scale(WIDTH, HEIGHT)
        painter.setPen(pen)
        path = QPainterPath(QPointF(0.2, 0.5))
        path.lineTo(0.8, 0.5)
        painter.drawPath(path)

    sheet = Drawing(QSizeF(WIDTH, HEIGHT), stretched)
    assert black_rows(drawings.image(sheet, 2.0)) == 8
    assert b"non-scaling-stroke" not in drawings.svg(sheet)


def test_an_image_is_never_too_large_for_memory(qapp) -> None:
    wall = Drawing(QSizeF(2000.0, 70_000.0), lambda painter: None)
    image = drawings.image(wall, 2.0)
    assert not image.isNull()
    assert image.width() * image.height() <= 41e6
    assert image.height() / image.width() == pytest.approx(35.0, rel=0.01)


def test_an_svg_keeps_text_as_text(sheet) -> None:
    root = ElementTree.fromstring(drawings.svg(sheet))
    texts = ["".join(each.itertext()).strip() for each in root.iter() if each.tag.endswith("text")]
    assert texts == ["word"]
    assert root.get("viewBox") == "0 0 60 40"


def test_a_pdf_is_one_page_cut_to_the_drawing(sheet) -> None:
    pdf = drawings.pdf(sheet)
    assert pdf.startswith(b"%PDF")
    assert pages(pdf) == 1
    box = re.search(rb"/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)", pdf)
    assert box is not None
    # 96 units of a drawing are an inch, which is 72 points.
    assert float(box[1]) == pytest.approx(WIDTH * 0.75, abs=0.5)
    assert float(box[2]) == pytest.approx(HEIGHT * 0.75, abs=0.5)


@pytest.mark.parametrize(
    ("name", "start"), [("a.png", b"\x89PNG"), ("a.SVG", b"<?xml"), ("a.pdf", b"%PDF")]
)
def test_the_suffix_says_the_form(sheet, tmp_path: Path, name, start) -> None:
    drawings.save(sheet, tmp_path / name)
    assert (tmp_path / name).read_bytes().startswith(start)


def test_another_suffix_is_refused(sheet, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"\.gif"):
        drawings.save(sheet, tmp_path / "a.gif")


def test_an_older_file_is_replaced_as_a_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(b"old and longer")
    drawings.write(path, b"new")
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_that_cannot_be_written_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(OSError, match=r"\w"):
        drawings.write(tmp_path / "nowhere" / "a.png", b"new")
