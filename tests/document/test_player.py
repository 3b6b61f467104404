"""Playing: steps come by themselves, until something stops them."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from mlp_studio.document.document import Document
from mlp_studio.document.player import FASTEST, SLOWEST, StepPlayer
from mlp_studio.document.stepper import StepCursor
from mlp_studio.project import edits
from mlp_studio.project.edits import EditError


@pytest.fixture
def cursor(xor: Document) -> StepCursor:
    cursor = StepCursor(xor)
    cursor.player.set_speed(FASTEST)
    return cursor


def test_playing_takes_steps_until_it_is_paused(cursor: StepCursor, qtbot: QtBot) -> None:
    player = cursor.player
    told: list[bool] = []
    player.playing_changed.connect(told.append)
    player.play()
    assert player.is_playing
    assert cursor.index == 0, "the first step comes at once"
    qtbot.waitUntil(lambda: cursor.pass_number == 1)
    player.pause()
    index = cursor.index
    qtbot.wait(100)
    assert cursor.index == index
    assert told == [True, False]


@pytest.mark.parametrize("granularity", ["sample", "batch", "epoch"])
def test_it_plays_whole_passes_too(
    xor: Document, cursor: StepCursor, qtbot: QtBot, granularity: str
) -> None:
    cursor.set_granularity(granularity)
    cursor.player.play()
    qtbot.waitUntil(lambda: xor.undo_stack.count() >= 3)
    cursor.player.pause()


def test_a_new_project_stops_it(xor: Document, cursor: StepCursor) -> None:
    cursor.player.play()
    xor.new(xor.project)
    assert not cursor.player.is_playing


def test_it_stops_where_nothing_can_follow(xor: Document, cursor: StepCursor, qtbot: QtBot) -> None:
    cursor.player.play()
    xor.apply("Cut", edits.remove_link, "h->o")
    qtbot.waitUntil(lambda: not cursor.player.is_playing)
    cursor.player.play()
    assert not cursor.player.is_playing


def test_a_refused_update_stops_it_and_is_told(
    xor: Document, cursor: StepCursor, qtbot: QtBot
) -> None:
    xor.apply("Rate", edits.set_optimizer, learning_rate=1e308)
    xor.apply("Linear", edits.set_activation, "o", "linear")
    xor.apply("Weight", edits.set_weights, "h->o", [[1e3, 1e3]])
    cursor.set_sample(3)
    cursor.set_granularity("phase")
    with qtbot.waitSignal(cursor.player.failed) as refused:
        cursor.player.play()
    assert isinstance(refused.args[0], EditError)
    assert not cursor.player.is_playing
    assert (cursor.sample, cursor.index) == (3, 3)


class Counting:
    """Something to play that counts its steps."""

    can_go_forward = True

    def __init__(self) -> None:
        self.taken: list[int] = []

    def advance(self, count: int) -> None:
        self.taken.append(count)


@pytest.mark.parametrize(("speed", "most"), [(20.0, 1), (60.0, 2)])
def test_above_what_can_be_drawn_several_steps_are_taken_at_once(
    qtbot: QtBot, speed: float, most: int
) -> None:
    steps = Counting()
    player = StepPlayer(steps)
    player.set_speed(speed)
    player.play()
    qtbot.waitUntil(lambda: len(steps.taken) >= 6)
    player.pause()
    assert max(steps.taken) == most
    assert min(steps.taken) >= 1


def test_the_speed_is_held_to_what_makes_sense(qtbot: QtBot) -> None:
    player = StepPlayer(Counting())
    told: list[float] = []
    player.speed_changed.connect(told.append)
    player.set_speed(1000)
    player.set_speed(0)
    assert told == [FASTEST, SLOWEST]
    assert player.steps_per_second == SLOWEST
