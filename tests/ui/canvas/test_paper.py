"""Zoom, pan and fit."""

import pytest
from PySide6.QtCore import QPointF, Qt

from mlp_studio.ui.mime import PaletteItem
from tests.ui.canvas.mouse import MIDDLE, Dragged, drag, wheel

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def zoom(studio) -> float:
    return studio.view.transform().m11()


def middle(studio) -> QPointF:
    return studio.view.mapToScene(studio.view.viewport().rect().center())


def visible(studio):
    return studio.view.mapToScene(studio.view.viewport().rect()).boundingRect()


def test_everything_is_in_view_at_first(xor) -> None:
    assert visible(xor).contains(xor.figure.content_rect())


def test_everything_stays_in_view_while_the_window_changes(qtbot, xor) -> None:
    xor.view.resize(640, 400)
    qtbot.waitUntil(lambda: visible(xor).contains(xor.figure.content_rect()))
    xor.view.resize(1600, 900)
    qtbot.waitUntil(lambda: zoom(xor) > 1.0)


def test_the_bars_are_never_shown(xor) -> None:
    off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    assert xor.view.horizontalScrollBarPolicy() == off
    assert xor.view.verticalScrollBarPolicy() == off


@pytest.mark.parametrize("clicks", [3, -3])
def test_control_and_wheel_zoom_under_the_pointer(xor, clicks) -> None:
    at = xor.figure.project_places["o"]
    screen = xor.view.mapFromScene(at)
    before = zoom(xor)
    wheel(xor.view, at, clicks, modifiers=CONTROL)
    assert zoom(xor) / before == pytest.approx(1.2**clicks)
    moved = xor.view.mapFromScene(at) - screen
    assert moved.manhattanLength() <= 2


def test_the_wheel_pans_down_and_with_shift_sideways(xor) -> None:
    start = middle(xor)
    wheel(xor.view, start, -1)
    down = middle(xor)
    assert down.y() > start.y()
    assert down.x() == pytest.approx(start.x())
    wheel(xor.view, start, -1, modifiers=SHIFT)
    assert middle(xor).x() > down.x()
    assert middle(xor).y() == pytest.approx(down.y())


def test_the_middle_button_drags_the_paper(xor) -> None:
    start = middle(xor)
    drag(xor.view, start, start + QPointF(50, 30), button=MIDDLE)
    moved = (start - middle(xor)) * zoom(xor)
    assert moved.x() > 40
    assert moved.y() > 24
    assert not xor.selection.current


def test_space_and_drag_pan_too(qtbot, xor) -> None:
    start = middle(xor)
    places = xor.figure.project_places
    at = places["h1"]
    qtbot.keyPress(xor.view, Qt.Key.Key_Space)
    drag(xor.view, at, at + QPointF(50, 0))
    qtbot.keyRelease(xor.view, Qt.Key.Key_Space)
    assert (start - middle(xor)).x() * zoom(xor) > 40
    assert xor.figure.project_places == places


def test_what_the_user_looks_at_stays_until_the_next_fit(xor) -> None:
    xor.view.zoom_in()
    xor.view.zoom_in()
    chosen = zoom(xor)
    xor.view.resize(900, 600)
    xor.view.acts.add(PaletteItem("dense"))
    xor.figure.ensure_fresh()
    assert zoom(xor) == pytest.approx(chosen)
    xor.view.fit()
    assert visible(xor).contains(xor.figure.content_rect())


def test_zoom_ends_somewhere(xor) -> None:
    for _ in range(40):
        xor.view.zoom_out()
    assert zoom(xor) == pytest.approx(0.08)
    for _ in range(60):
        xor.view.zoom_in()
    assert zoom(xor) == pytest.approx(5.0)


def test_larger_text_enlarges_the_figure(xor) -> None:
    xor.view.paper.zoom_reset()
    before = zoom(xor)
    font = xor.view.font()
    font.setPointSizeF(font.pointSizeF() * 1.5)
    xor.view.setFont(font)
    assert zoom(xor) == pytest.approx(1.5 * before)


def test_dropping_a_layer_does_not_move_the_paper(empty) -> None:
    start = middle(empty)
    Dragged(empty.view, "dense").drop(QPointF(150, 60))
    empty.figure.ensure_fresh()
    assert middle(empty) == start
