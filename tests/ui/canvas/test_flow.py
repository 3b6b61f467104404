"""Arrowheads along what is lit: for a moment after a step, and never in the way of the next."""

import numpy as np
import pytest

from mlp_studio.project import edits
from mlp_studio.ui.canvas import flow as flows
from mlp_studio.ui.canvas.flow import MILLISECONDS, MOST
from tests.ui.canvas.conftest import chain_project
from tests.ui.canvas.test_painting import with_random_data


@pytest.fixture
def clock(monkeypatch):
    """Time as the test says, and a style that moves."""

    class Clock:
        now = 100.0

    monkeypatch.setattr(flows, "perf_counter", lambda: Clock.now)
    monkeypatch.setattr(flows, "system_moves", lambda: True)
    return Clock


@pytest.fixture
def stepping(xor, clock):
    """On the first step of the sample (1, 1), a second ago."""
    xor.cursor.set_sample(3)
    xor.cursor.go_to(0)
    xor.figure.ensure_fresh()
    xor.view.flow.stop()
    clock.now += 1.0
    return xor


def step(studio, by: int = 1) -> None:
    (studio.cursor.forward if by > 0 else studio.cursor.back)()
    studio.figure.ensure_fresh()


def ends(studio) -> tuple[np.ndarray, np.ndarray]:
    ways = studio.view.flow.item._ways
    return ways[:, 0], ways[:, -1]


@pytest.mark.parametrize("by", [1, -1])
def test_a_step_forth_or_back_sets_arrowheads_going(stepping, clock, by) -> None:
    stepping.cursor.go_to(1)
    clock.now += 1.0
    step(stepping, by)
    assert stepping.view.flow.is_on
    assert stepping.view.flow.item.isVisible()


def test_forward_they_run_from_the_sources_and_backward_from_the_targets(stepping, clock) -> None:
    step(stepping)
    starts, finishes = ends(stepping)
    assert (starts[:, 0] < finishes[:, 0]).all()
    place = next(n for n, s in enumerate(stepping.cursor.steps) if s.phase == "backward")
    stepping.cursor.go_to(place)
    clock.now += 1.0
    step(stepping)
    starts, finishes = ends(stepping)
    assert (starts[:, 0] > finishes[:, 0]).all()


def test_the_loss_is_reached_and_left_too(stepping, clock) -> None:
    place = next(n for n, s in enumerate(stepping.cursor.steps) if s.phase == "loss")
    stepping.cursor.go_to(place - 1)
    clock.now += 1.0
    step(stepping)
    starts, finishes = ends(stepping)
    assert len(starts) == 1
    assert finishes[0, 0] == pytest.approx(stepping.figure.loss.pos().x() - 24.0)
    clock.now += 1.0
    step(stepping)
    assert ends(stepping)[0][:, 0].max() == pytest.approx(finishes[0, 0])


def test_they_are_gone_within_a_quarter_of_a_second(stepping, qtbot) -> None:
    assert MILLISECONDS < 250
    step(stepping)
    qtbot.waitUntil(lambda: not stepping.view.flow.is_on, timeout=3000)
    assert not stepping.view.flow.item.isVisible()


def test_the_next_step_ends_them_at_once(stepping, clock) -> None:
    step(stepping)
    assert stepping.view.flow.is_on
    clock.now += 0.1
    stepping.cursor.forward()
    assert not stepping.view.flow.is_on
    assert not stepping.view.flow.item.isVisible()
    stepping.figure.ensure_fresh()
    assert not stepping.view.flow.is_on  # steps in quick succession have none


def test_a_leap_has_none(stepping) -> None:
    stepping.cursor.go_to(4)
    stepping.figure.ensure_fresh()
    assert not stepping.view.flow.is_on


def test_an_update_has_none(stepping, clock) -> None:
    stepping.cursor.go_to(len(stepping.cursor.steps) - 2)
    clock.now += 1.0
    step(stepping)
    assert not stepping.view.flow.is_on


def test_none_where_they_are_not_wanted(stepping) -> None:
    stepping.view.flow.wanted = False
    step(stepping)
    assert not stepping.view.flow.is_on


def test_none_where_the_system_wants_no_motion(stepping, monkeypatch) -> None:
    monkeypatch.setattr(flows, "system_moves", lambda: False)
    step(stepping)
    assert not stepping.view.flow.is_on


def test_none_while_steps_are_played_fast(stepping, clock, monkeypatch) -> None:
    player = stepping.cursor.player
    monkeypatch.setattr(type(player), "is_playing", property(lambda _self: True))
    player.set_speed(8.0)
    step(stepping)
    assert not stepping.view.flow.is_on
    player.set_speed(2.0)
    clock.now += 1.0
    step(stepping)
    assert stepping.view.flow.is_on


def test_there_are_never_more_than_a_few_hundred(show, clock) -> None:
    studio = show(with_random_data(chain_project(16, 24, 16, 2)))
    studio.cursor.set_granularity("phase")
    studio.figure.set_unfolded("h1", unfolded=True)
    clock.now += 1.0
    step(studio)
    assert studio.view.flow.is_on
    assert studio.view.flow.item.arrowheads <= MOST


def test_they_follow_an_arc_around_a_layer(show, clock) -> None:
    project = edits.add_link(chain_project(2, 3, 1), "x", "o")
    places = {"x": (0.0, 0.0), "h1": (260.0, 0.0), "o": (520.0, 0.0)}
    studio = show(with_random_data(edits.move_layers(project, places)))
    assert studio.figure.routes.arcs
    studio.step_to("forward", "h1", 2)
    clock.now += 1.0
    step(studio)
    ways = studio.view.flow.item._ways
    straight = ways[:, :1] + np.linspace(0, 1, ways.shape[1])[None, :, None] * (
        ways[:, -1:] - ways[:, :1]
    )
    assert np.abs(ways - straight).max() > 50.0


def test_an_edit_during_the_motion_ends_it(stepping) -> None:
    step(stepping)
    stepping.document.apply("Remove", edits.remove_layer, "h1")
    stepping.figure.ensure_fresh()
    assert not stepping.view.flow.is_on


def test_a_frame_of_it_can_be_painted(stepping, qtbot) -> None:
    step(stepping)
    stepping.view.flow.item.move(0.5)
    picture = stepping.view.grab().toImage()
    start, end = ends(stepping)
    middle = (start[0] * 0.5 + end[0] * 0.5).tolist()
    assert stepping.view.flow.item.boundingRect().contains(*middle)
    assert not picture.isNull()
