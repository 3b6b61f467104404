"""The stepper bar: it moves the cursor, and shows where it stands."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from mlp_studio.document.document import Document
from mlp_studio.document.player import FASTEST, SLOWEST
from mlp_studio.document.stepper import GRANULARITIES, StepCursor
from mlp_studio.project import edits
from mlp_studio.ui.panels.stepper_bar import StepperBar
from mlp_studio.ui.theme import ThemeModel
from tests.ui.panels.conftest import Shown


@pytest.fixture
def walker(moons: Document) -> StepCursor:
    """A cursor over forty samples of 2-4-1: 5 forward, 1 loss, 5 backward, 5 update."""
    return StepCursor(moons)


@pytest.fixture
def bar(walker: StepCursor, theme: ThemeModel, shown: Shown) -> StepperBar:
    bar = StepperBar(cursor=walker, theme=theme)
    shown(bar)
    return bar


def test_the_buttons_move_the_cursor(bar: StepperBar, walker: StepCursor) -> None:
    assert not bar.button("back").isEnabled()
    bar.button("forward").click()
    bar.button("forward").click()
    assert walker.index == 1
    bar.button("back").click()
    assert walker.index == 0
    bar.button("to-end").click()
    assert walker.index == 15
    assert not bar.button("to-end").isEnabled()
    bar.button("to-start").click()
    assert walker.index == -1


def test_a_layer_and_a_phase_are_finished_with_a_click(bar: StepperBar, walker: StepCursor) -> None:
    bar.button("finish-layer").click()
    assert walker.index == 3
    bar.button("finish-phase").click()
    assert walker.index == 4
    bar.button("finish-phase").click()
    assert walker.step is not None
    assert walker.step.phase == "loss"


def test_place_phase_and_slider_follow_the_cursor(bar: StepperBar, walker: StepCursor) -> None:
    assert bar.place.text() == "pass 1 of 1 · before step 1 of 16 · sample 1"
    assert bar.phases.phase == ""
    walker.go_to(6)
    assert bar.place.text() == "pass 1 of 1 · step 7 of 16 · sample 1"
    assert bar.phases.phase == "backward"
    assert bar.slider.value() == 7


def test_the_slider_says_where_it_is(bar: StepperBar, walker: StepCursor) -> None:
    walker.go_to(3)
    assert bar.slider.accessibleName() == "Time machine"
    assert bar.slider.accessibleDescription() == bar.place.text()


def test_the_slider_goes_to_any_step_of_any_pass(
    bar: StepperBar, walker: StepCursor, moons: Document, qtbot: QtBot
) -> None:
    weights = [moons.project.links]
    for _ in range(3):
        walker.to_end()
        walker.forward()
        weights.append(moons.project.links)

    for number in (0, 2, 1, 3):
        moment = int(walker.pass_starts[number])
        bar.slider.setValue(moment)
        qtbot.waitUntil(lambda moment=moment: walker.moment == moment)

        assert walker.pass_number == number
        assert moons.project.links == weights[number]
        assert bar.place.text().startswith(f"pass {number + 1} of 4 · before step 1")


def test_a_fast_hand_moves_the_cursor_once_in_a_turn(
    bar: StepperBar, walker: StepCursor, qtbot: QtBot
) -> None:
    walker.to_end()
    walker.forward()
    visited: list[int] = []
    walker.moved.connect(lambda: visited.append(walker.moment))
    for moment in range(2, 30):
        bar.slider.setValue(moment)

    assert visited == []
    qtbot.waitUntil(lambda: walker.moment == 29)
    assert len(visited) <= 1


@pytest.mark.parametrize(
    ("key", "number", "index"),
    [
        (Qt.Key.Key_Left, 1, 3),
        (Qt.Key.Key_Right, 1, 5),
        (Qt.Key.Key_PageUp, 1, -1),
        (Qt.Key.Key_PageDown, 2, -1),
        (Qt.Key.Key_Home, 0, -1),
        (Qt.Key.Key_End, 2, 15),
    ],
)
def test_the_keys_of_the_slider_go_by_steps_and_by_passes(
    bar: StepperBar, walker: StepCursor, qtbot: QtBot, key: Qt.Key, number: int, index: int
) -> None:
    for _ in range(2):
        walker.to_end()
        walker.forward()
    walker.go_to_moment(int(walker.pass_starts[1]) + 5)

    qtbot.keyClick(bar.slider, key)
    qtbot.waitUntil(lambda: (walker.pass_number, walker.index) == (number, index))


@pytest.mark.parametrize("granularity", GRANULARITIES)
def test_as_many_clicks_back_as_forward_lead_to_the_same_state(
    bar: StepperBar, walker: StepCursor, moons: Document, granularity: str
) -> None:
    """Over two updates and more; every number is the same to the bit."""
    bar.granularity.chosen.emit(granularity)
    assert walker.granularity == granularity
    states = []
    clicks = 2 * len(walker.steps) + 3 if granularity in GRANULARITIES[:4] else 3
    for _ in range(clicks):
        states.append(state(walker, moons))
        bar.button("forward").click()
    for before in reversed(states):
        bar.button("back").click()
        for now, then in zip(state(walker, moons), before, strict=True):
            np.testing.assert_array_equal(now, then)


def state(walker: StepCursor, document: Document) -> tuple[object, ...]:
    compiled, trace = document.compiled, walker.trace
    assert compiled is not None
    assert trace is not None
    return (compiled.parameters.copy(), trace.record.copy(), walker.index, walker.sample)


def test_a_phase_can_be_gone_to_by_keyboard(
    bar: StepperBar, walker: StepCursor, qtbot: QtBot
) -> None:
    qtbot.keyClick(bar.phases, Qt.Key.Key_Right)
    qtbot.keyClick(bar.phases, Qt.Key.Key_Right)
    qtbot.keyClick(bar.phases, Qt.Key.Key_Right)
    assert walker.index == 6
    assert bar.phases.accessibleDescription() == "backward"


def test_the_step_size_has_seven_entries_and_follows_the_cursor(
    bar: StepperBar, walker: StepCursor
) -> None:
    texts = [bar.granularity.itemText(at) for at in range(bar.granularity.count())]
    assert [text.removeprefix("by ") for text in texts] == list(GRANULARITIES)
    walker.set_granularity("term")
    assert bar.granularity.name == "term"


def test_a_batch_shows_its_mean_or_what_one_sample_adds(
    bar: StepperBar, walker: StepCursor, moons: Document
) -> None:
    moons.apply("", edits.set_training, batch_size=10)
    assert bar.mean.isHidden()
    bar.scope.chosen.emit("batch")
    assert not bar.mean.isHidden()
    assert bar.place.text() == "pass 1 of 1 · before step 1 of 16 · batch of 10 · sample 1"
    assert walker.gradient is not None
    mean = walker.gradient.copy()

    bar.mean.chosen.emit("own")
    shares = []
    for sample in range(1, 11):
        bar.sample.setValue(sample)
        shares.append(walker.gradient)

    np.testing.assert_allclose(np.mean(shares, axis=0), mean, rtol=1e-12, atol=1e-15)


def test_the_sample_is_counted_from_one(bar: StepperBar, walker: StepCursor) -> None:
    assert bar.sample.text() == "sample 1/40"
    bar.sample.setValue(3)
    assert walker.sample == 2


def test_stepping_past_the_end_shows_the_next_sample(bar: StepperBar, walker: StepCursor) -> None:
    bar.button("to-end").click()
    bar.button("forward").click()
    assert bar.sample.value() == 2
    assert bar.place.text() == "pass 2 of 2 · before step 1 of 16 · sample 2"


def test_playing_takes_steps_until_it_is_paused(
    bar: StepperBar, walker: StepCursor, qtbot: QtBot
) -> None:
    bar.speed.slider.setValue(bar.speed.slider.maximum())
    assert bar.button("play").accessibleName() == "Play the steps"
    bar.button("play").click()
    assert bar.button("play").accessibleName() == "Pause"
    qtbot.waitUntil(lambda: walker.index > 3)
    bar.button("play").click()
    here = walker.moment
    qtbot.wait(80)
    assert walker.moment == here


def test_the_speed_is_said_in_words(bar: StepperBar, walker: StepCursor) -> None:
    said = []
    for place in range(bar.speed.slider.maximum() + 1):
        bar.speed.slider.setValue(place)
        said.append(bar.speed.words.text())
    assert said[:5] == [
        *("1 step in 4 s", "1 step in 3 s", "1 step in 2 s"),
        *("1 step a second", "2 steps a second"),
    ]
    assert said[-1] == "60 steps a second"
    assert walker.player.steps_per_second == FASTEST
    walker.player.set_speed(SLOWEST)
    assert bar.speed.words.text() == "1 step in 4 s"


def test_without_a_network_there_is_nothing_to_step_through(
    bar: StepperBar, moons: Document
) -> None:
    moons.apply("", edits.remove_link, "h1->o")
    assert bar.place.text() == "nothing to step through yet"
    names = ("to-start", "forward", "to-end", "play", "finish-layer", "finish-phase")
    assert not any(bar.button(name).isEnabled() for name in names)
    assert not bar.slider.isEnabled()


def test_it_folds_where_it_is_narrow_and_unfolds_where_it_is_wide(bar: StepperBar) -> None:
    assert len(bar.controls.rows()) > 1
    assert bar.minimumSizeHint().width() <= 320
    bar.resize(1000, 110)
    assert len(bar.controls.rows()) == 1
    assert len(bar.times.rows()) == 1
