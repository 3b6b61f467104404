"""The figure as a picture: all of it, at its own size, and nothing of the pointer."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from mlp_studio.project import edits
from mlp_studio.project.model import Project
from mlp_studio.ui.canvas import picture
from tests.ui.canvas.conftest import chain_project
from tests.ui.canvas.mouse import hover, on_edge, right_port


def differing(one: QImage, other: QImage) -> float:
    """The share of pixels that look different."""

    def shades(image: QImage) -> np.ndarray:
        image = image.convertToFormat(QImage.Format.Format_RGB32)
        pixels = np.frombuffer(image.constBits(), np.uint8)
        return pixels.reshape(image.height(), image.width(), 4).astype(int)

    return float((np.abs(shades(one) - shades(other)).max(axis=2) > 60).mean())


def lines(svg: Path) -> set[tuple[float, ...]]:
    """The two ends of each straight line of an SVG, as they are written there."""
    found = set()
    for element in ElementTree.parse(svg).iter():
        if element.tag.endswith("polyline"):
            ends = [float(part) for part in element.get("points", "").replace(",", " ").split()]
            found.add(tuple(np.round(ends, 1)))
    return found


def texts(svg: Path) -> list[str]:
    return [
        "".join(element.itertext()).strip()
        for element in ElementTree.parse(svg).iter()
        if element.tag.endswith("text")
    ]


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_a_png_shows_the_whole_figure_at_the_scale(xor, folder, scale) -> None:
    picture.save_png(xor.figure, folder / "a.png", scale)
    image, content = QImage(str(folder / "a.png")), xor.figure.content_rect()
    assert content.width() * scale < image.width() < (content.width() + 60) * scale
    assert content.height() * scale < image.height() < (content.height() + 90) * scale
    assert image.size() == picture.drawing(xor.figure).size.toSize() * scale


def test_the_views_zoom_does_not_matter(xor) -> None:
    before = picture.image(xor.figure)
    xor.view.zoom_in()
    xor.view.zoom_in()
    assert picture.image(xor.figure) == before


def test_the_pointer_leaves_no_mark(xor) -> None:
    before = picture.image(xor.figure)
    hover(xor.view, right_port(xor.view, "h1"))
    hover(xor.view, on_edge(xor.view, "x->h1", 0, 0))
    assert picture.image(xor.figure) == before


@pytest.mark.parametrize("name", ["light", "dark"])
def test_the_picture_has_the_themes_canvas(xor, theme, name) -> None:
    theme.set(name)
    assert picture.image(xor.figure).pixelColor(2, 2) == theme.theme.canvas


def test_an_svg_has_a_line_for_every_edge(xor, folder) -> None:
    xor.document.apply("", edits.remove_edge, "h1->o", 0, 1)
    picture.save_svg(xor.figure, folder / "a.svg")
    drawn = lines(folder / "a.svg")
    edges = {tuple(np.round(segment, 1)) for segment in xor.figure.routes.segments}
    assert len(edges) == len(xor.figure.table) == 8
    assert edges <= drawn


def test_an_svg_has_the_numbers_of_the_step_and_the_legend_as_text(xor, folder) -> None:
    xor.step_to("backward", "h1", 1)
    picture.save_svg(xor.figure, folder / "a.svg")
    found = texts(folder / "a.svg")
    assert {line for plate in xor.texts().values() for line in plate} <= set(found)
    assert {"h1", "negative", "backward"} <= set(found)


def test_an_svg_looks_like_the_image(xor, folder) -> None:
    xor.step_to("backward", "h1", 1)
    picture.save_svg(xor.figure, folder / "a.svg")
    image = picture.image(xor.figure, 1.0)
    again = QImage(image.size(), image.format())
    painter = QPainter(again)
    QSvgRenderer(str(folder / "a.svg")).render(painter)
    painter.end()
    assert differing(image, again) < 0.02


def test_a_pdf_is_one_page(xor, folder) -> None:
    picture.save_pdf(xor.figure, folder / "a.pdf")
    pdf = (folder / "a.pdf").read_bytes()
    assert pdf.startswith(b"%PDF")
    assert b"/Count 1" in pdf


def test_a_gesture_is_not_part_of_the_picture(xor) -> None:
    before = picture.image(xor.figure)
    xor.figure.band.stretch(QRectF(-80.0, -90.0, 200.0, 100.0))
    assert xor.figure.band.isVisible()
    assert picture.image(xor.figure) == before


def test_a_picture_is_wide_enough_for_its_legend(show) -> None:
    studio = show(edits.add_layer(Project(), "dense", 1))
    area = picture.drawing(studio.figure).size
    assert area.width() > studio.figure.content_rect().width() + 100
    image = picture.image(studio.figure, 1.0)
    foot = [image.pixelColor(image.width() - 2, row) for row in range(image.height())]
    assert all(pixel == studio.theme.theme.canvas for pixel in foot)


def test_a_heat_map_is_part_of_the_picture(show, folder) -> None:
    studio = show(chain_project(40, 3, 1))
    picture.save_svg(studio.figure, folder / "a.svg")
    assert "W 3×40" in texts(folder / "a.svg")
    assert (folder / "a.svg").read_text().count("<image") == 2


def test_an_empty_canvas_makes_no_picture(empty, xor) -> None:
    assert picture.drawing_if_any(empty.figure) is None
    assert picture.drawing_if_any(xor.figure) is not None
