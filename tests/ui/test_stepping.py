"""Stepping in the whole window: the panels, the openers, and what is remembered."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from mlp_studio.document.stepper import StepCursor
from mlp_studio.ui.app import Studio
from mlp_studio.ui.examples import examples
from mlp_studio.ui.places_of_numbers import Place


@pytest.fixture
def xor(window: Studio) -> Studio:
    path, title = next(item for item in examples() if item[0].stem == "xor")
    window.files.open_example(path, title)
    window.actions["step"].trigger()
    return window


@pytest.mark.parametrize(
    ("command", "panel"),
    [
        ("show_lens", "lens"),
        ("show_costs", "costs"),
        ("show_check", "check"),
        ("show_guide", "guide"),
    ],
)
@pytest.mark.parametrize("width", [1024, 1440])
def test_an_opener_brings_its_panel_to_the_front(
    window: Studio, qtbot, command: str, panel: str, width: int
) -> None:
    window.window.resize(width, 700)
    qtbot.wait(1)
    window.actions[command].trigger()

    assert window.window.perspectives.current == "step"
    contents = window.window.docks[panel].widget()
    qtbot.waitUntil(lambda: not contents.visibleRegion().isEmpty())


def test_a_panel_there_was_no_room_for_joins_the_tabs(window: Studio, qtbot) -> None:
    window.window.resize(1024, 700)
    window.actions["step"].trigger()
    qtbot.wait(1)
    docks = window.window.docks
    assert docks["costs"].isHidden()

    window.actions["show_costs"].trigger()

    assert docks["calculation"] in window.window.tabifiedDockWidgets(docks["costs"])


def test_the_flow_of_values_is_switched_off_for_good(xor: Studio) -> None:
    assert xor.canvas.flow.wanted
    assert xor.actions["flow"].isChecked()

    xor.actions["flow"].trigger()

    assert not xor.canvas.flow.wanted
    assert not xor.settings.is_on("flow")


def test_what_is_hovered_in_the_calculation_is_surrounded_on_the_canvas(
    xor: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    surrounded: list[tuple[Place, ...]] = []
    monkeypatch.setattr(xor.canvas.figure, "point_out", lambda places: surrounded.append(places))

    xor.stepping.calculation.hovered.emit(Place.of_unit("h1", 0))
    xor.stepping.calculation.hovered.emit(None)

    assert surrounded == [(Place.of_unit("h1", 0),), ()]


def test_the_list_and_the_bar_follow_one_another(xor: Studio, qtbot) -> None:
    cursor: StepCursor = xor.cursor
    rows = xor.stepping.steps.rows
    qtbot.mouseClick(
        rows.viewport(),
        Qt.MouseButton.LeftButton,
        pos=rows.visualRect(xor.stepping.steps.model.index(3)).center(),
    )
    assert cursor.index == 3
    assert xor.stepping.bar.slider.value() == 4

    xor.stepping.bar.slider.setValue(6)
    qtbot.waitUntil(lambda: rows.currentIndex().row() == 5)


def test_the_third_button_of_a_clicker_plays_while_presenting(xor: Studio, qtbot) -> None:
    player = xor.cursor.player
    xor.canvas.setFocus()
    qtbot.keyClick(xor.canvas, Qt.Key.Key_Period)
    assert not player.is_playing

    xor.actions["presentation"].trigger()
    xor.window.activateWindow()
    qtbot.keyClick(xor.canvas, Qt.Key.Key_Period)
    assert player.is_playing
    qtbot.keyClick(xor.canvas, Qt.Key.Key_B)
    assert not player.is_playing

    qtbot.keyClick(xor.canvas, Qt.Key.Key_Escape)


def test_a_clicker_steps_whatever_had_the_focus(xor: Studio, qtbot) -> None:
    """The list and the slider have their own PageUp and PageDown; not in a presentation."""
    xor.window.activateWindow()
    xor.stepping.bar.slider.setFocus()
    xor.actions["presentation"].trigger()

    for focus in (xor.canvas, xor.stepping.bar.slider):
        focus.setFocus()
        before = xor.cursor.moment
        qtbot.keyClick(focus, Qt.Key.Key_PageDown)
        assert xor.cursor.moment == before + 1
        qtbot.keyClick(focus, Qt.Key.Key_PageUp)
        assert xor.cursor.moment == before

    xor.actions["presentation"].trigger()


def test_p_plays_from_the_keyboard(xor: Studio, qtbot) -> None:
    xor.window.activateWindow()
    xor.canvas.setFocus()
    qtbot.keyClick(xor.canvas, Qt.Key.Key_P)
    assert xor.cursor.player.is_playing
    qtbot.keyClick(xor.canvas, Qt.Key.Key_P)
    assert not xor.cursor.player.is_playing
