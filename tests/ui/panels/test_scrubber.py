"""The time machine's slider: moments and places on it, and the hand that drags along."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from mlp_studio.ui.panels.scrubber import Scrubber, TimeLine, TimeScale
from mlp_studio.ui.theme import ThemeModel


@given(st.integers(1, 400), st.integers(1, 400), st.integers(0, 400))
def test_every_moment_has_a_place_of_its_own_and_is_found_there(
    before: int, present: int, after: int
) -> None:
    moments, first = before + present + after, before
    scale = TimeScale(moments, first, first + present - 1)
    places = [scale.place(moment) for moment in range(moments)]

    assert [scale.moment(place) for place in places] == list(range(moments))
    assert places[0] == 0.0
    assert places == sorted(places)
    assert moments == 1 or places[-1] == pytest.approx(1.0)


def test_the_present_pass_has_half_of_the_line_among_hundreds() -> None:
    scale = TimeScale(moments=400 * 17, first=100 * 17, last=101 * 17 - 1)

    assert scale.place(101 * 17 - 1) - scale.place(100 * 17) == pytest.approx(0.5)
    assert scale.place(100 * 17) == pytest.approx(1 / 8, abs=0.01)


def test_what_lies_before_the_present_pass_is_never_too_thin_to_hit() -> None:
    scale = TimeScale(moments=1000 * 17, first=17, last=33)

    assert scale.place(17) >= 0.06


@pytest.fixture
def line() -> TimeLine:
    """Ten passes of 16 steps; one stands in the fifth."""
    return TimeLine(170, np.arange(10) * 17, 4, (69, 74, 75, 80, 85))


@pytest.fixture
def scrubber(theme: ThemeModel, line: TimeLine, qtbot: QtBot) -> Scrubber:
    scrubber = Scrubber(theme)
    qtbot.addWidget(scrubber)
    scrubber.resize(600, 28)
    scrubber.show()
    scrubber.show_line(line, 70)
    return scrubber


def press(scrubber: Scrubber, qtbot: QtBot, x: float) -> None:
    qtbot.mousePress(scrubber, Qt.MouseButton.LeftButton, pos=QPoint(round(x), 14))


def test_a_press_asks_for_the_moment_under_the_pointer(scrubber: Scrubber, qtbot: QtBot) -> None:
    for moment in (0, 70, 84, 169):
        with qtbot.waitSignal(scrubber.wanted) as asked:
            press(scrubber, qtbot, scrubber.place_of(moment))
        assert asked.args == [moment]


def test_showing_a_moment_asks_for_nothing(
    scrubber: Scrubber, line: TimeLine, qtbot: QtBot
) -> None:
    with qtbot.assertNotEmitted(scrubber.wanted, wait=20):
        scrubber.show_line(line, 12)
    assert scrubber.value() == 12


def test_a_drag_over_the_line_asks_once_for_where_it_ended(
    scrubber: Scrubber, qtbot: QtBot
) -> None:
    asked: list[int] = []
    scrubber.wanted.connect(asked.append)
    press(scrubber, qtbot, scrubber.place_of(70))
    for moment in range(71, 85):
        qtbot.mouseMove(scrubber, QPoint(round(scrubber.place_of(moment)), 14))
    qtbot.waitUntil(lambda: scrubber.value() == asked[-1] if asked else False)

    assert asked[-1] == 84
    assert len(asked) < 14


def test_while_one_drags_the_line_does_not_rescale_under_the_hand(
    scrubber: Scrubber, line: TimeLine, qtbot: QtBot
) -> None:
    x = scrubber.place_of(20)
    press(scrubber, qtbot, x)
    scrubber.show_line(TimeLine(170, line.starts, 1, (18, 23, 24, 29, 34)), 20)
    assert scrubber.place_of(20) == x

    qtbot.mouseRelease(scrubber, Qt.MouseButton.LeftButton)
    assert scrubber.place_of(20) != x


def test_passes_to_come_are_lighter_than_passes_gone(scrubber: Scrubber) -> None:
    picture = scrubber.grab().toImage()
    ratio = picture.devicePixelRatio()
    row = round((14 + 2.5) * ratio)
    past, future = (
        picture.pixelColor(round(scrubber.place_of(moment) * ratio), row).lightness()
        for moment in (30, 140)
    )
    assert past < future


def test_hundreds_of_passes_are_painted_in_no_time(scrubber: Scrubber) -> None:
    from time import perf_counter

    starts = np.arange(800) * 17
    scrubber.show_line(TimeLine(800 * 17, starts, 400, (6801, 6806, 6807, 6812, 6817)), 6805)
    scrubber.grab()
    begin = perf_counter()
    scrubber.grab()
    assert perf_counter() - begin < 0.05
