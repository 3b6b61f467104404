"""The overview map: seen when needed, and a hand on it looks elsewhere."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from mlp_studio.ui.canvas.picture import legend_box
from tests.ui.canvas.conftest import Studio
from tests.ui.canvas.test_painting import near
from tests.ui.canvas.test_paper import middle, zoom

LEFT = Qt.MouseButton.LeftButton


class Mapped:
    """A view of XOR and its map, zoomed so that the figure is larger than the view."""

    def __init__(self, studio: Studio) -> None:
        self.studio = studio
        self.map = studio.view.overview

    def zoom_in(self, times: int = 5) -> None:
        for _ in range(times):
            self.studio.view.zoom_in()
        QApplication.processEvents()


@pytest.fixture
def mapped(xor) -> Mapped:
    return Mapped(xor)


def test_it_is_seen_only_while_something_is_out_of_view(mapped) -> None:
    QApplication.processEvents()
    assert not mapped.map.isVisible()
    mapped.zoom_in()
    assert mapped.map.isVisible()
    mapped.studio.view.fit()
    QApplication.processEvents()
    assert not mapped.map.isVisible()


def test_it_is_seen_only_if_wanted(mapped) -> None:
    mapped.zoom_in()
    mapped.map.set_wanted(False)
    assert not mapped.map.isVisible()
    mapped.map.set_wanted(True)
    assert mapped.map.isVisible()


def test_an_empty_canvas_has_no_map(empty) -> None:
    mapped = Mapped(empty)
    mapped.zoom_in()
    assert not mapped.map.isVisible()


def test_it_stands_in_the_lower_right_corner(mapped) -> None:
    mapped.zoom_in()
    view = mapped.studio.view.viewport()
    for size in ((1000, 640), (720, 500)):
        mapped.studio.view.resize(*size)
        QApplication.processEvents()
        box = mapped.map.geometry()
        assert view.width() - 20 < box.right() < view.width()
        assert view.height() - 60 < box.bottom() < view.height()


@pytest.mark.parametrize("width", [450, 600, 1000])
def test_it_never_covers_the_legend(mapped, width) -> None:
    mapped.studio.cursor.forward()
    mapped.zoom_in()
    view = mapped.studio.view
    view.resize(width, 500)
    QApplication.processEvents()
    assert mapped.map.isVisible()
    area = QRectF(view.viewport().rect())
    assert not QRectF(mapped.map.geometry()).intersects(legend_box(mapped.studio.figure, area))


def test_the_map_and_the_scene_agree(mapped) -> None:
    mapped.zoom_in()
    content = mapped.studio.figure.content_rect()
    box = QRectF(mapped.map.to_map(content.topLeft()), mapped.map.to_map(content.bottomRight()))
    assert QRectF(mapped.map.rect()).contains(box)
    assert box.center().x() == pytest.approx(mapped.map.width() / 2)
    for layer, at in mapped.studio.figure.project_places.items():
        again = mapped.map.to_scene(mapped.map.to_map(at))
        assert (again - at).manhattanLength() == pytest.approx(0.0, abs=1e-6), layer


def test_a_click_looks_at_that_place(mapped) -> None:
    mapped.zoom_in()
    at = mapped.studio.figure.project_places["o"]
    QTest.mouseClick(mapped.map, LEFT, pos=mapped.map.to_map(at).toPoint())
    # A pixel of the map is a few units of the scene.
    scale = mapped.map.to_scene(QPointF(1.0, 0.0)).x() - mapped.map.to_scene(QPointF()).x()
    assert (middle(mapped.studio) - at).manhattanLength() < 2 * scale + 2


def test_a_drag_pulls_the_view_along_and_stops_at_the_figures_end(mapped) -> None:
    mapped.zoom_in()
    spots = mapped.studio.figure.project_places
    start, end = mapped.map.to_map(spots["x"]).toPoint(), mapped.map.to_map(spots["o"]).toPoint()
    QTest.mousePress(mapped.map, LEFT, pos=start)
    before = middle(mapped.studio)
    drag_to(mapped.map, end)
    assert middle(mapped.studio).x() - before.x() == pytest.approx(
        spots["o"].x() - spots["x"].x(), abs=16.0
    )
    drag_to(mapped.map, QPoint(4000, 60))
    assert middle(mapped.studio).x() <= mapped.studio.figure.content_rect().right() + 1


def drag_to(widget, at: QPoint) -> None:
    place = QPointF(at)
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        place,
        widget.mapToGlobal(place),
        Qt.MouseButton.NoButton,
        LEFT,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(widget, event)


def test_after_a_click_the_paper_stays_where_it_was_put(mapped) -> None:
    mapped.zoom_in()
    chosen = zoom(mapped.studio)
    QTest.mouseClick(mapped.map, LEFT, pos=QPoint(60, 60))
    mapped.studio.view.resize(900, 600)
    QApplication.processEvents()
    assert zoom(mapped.studio) == chosen


def test_the_wheel_zooms(mapped) -> None:
    mapped.zoom_in()
    before, at = zoom(mapped.studio), QPointF(60.0, 60.0)
    event = QWheelEvent(
        at,
        mapped.map.mapToGlobal(at),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(mapped.map, event)
    assert zoom(mapped.studio) / before == pytest.approx(1.2)


def test_the_part_in_view_is_drawn_in_the_accent(mapped, theme) -> None:
    mapped.zoom_in()
    seen = mapped.map.visible_part()
    corner = mapped.map.to_map(seen.center())
    left = mapped.map.to_map(QPointF(seen.left(), seen.center().y()))
    image = mapped.map.grab().toImage()
    row = [image.pixelColor(round(left.x()) + dx, round(corner.y())) for dx in (-1, 0, 1)]
    assert any(near(pixel, theme.theme.accent, most=60) for pixel in row)


def test_it_has_a_name_for_those_who_do_not_see_it(mapped) -> None:
    assert mapped.map.accessibleName() == "Overview map"
