"""The stepper bar: it moves the cursor, and shows where it stands."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from mlp_studio.document.document import Document
from mlp_studio.document.stepper import StepCursor
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


def test_place_phase_and_slider_follow_the_cursor(bar: StepperBar, walker: StepCursor) -> None:
    assert bar.place.text() == "before step 1 of 16"
    assert bar.phases.phase == ""
    walker.go_to(6)
    assert bar.place.text() == "step 7 of 16"
    assert bar.phases.phase == "backward"
    assert bar.slider.value() == 7


def test_the_slider_goes_to_any_step(bar: StepperBar, walker: StepCursor) -> None:
    bar.slider.setValue(6)
    assert walker.index == 5
    assert walker.step is not None
    assert walker.step.phase == "loss"
    bar.slider.setValue(0)
    assert walker.index == -1


def test_a_phase_can_be_gone_to_by_keyboard(
    bar: StepperBar, walker: StepCursor, qtbot: QtBot
) -> None:
    qtbot.keyClick(bar.phases, Qt.Key.Key_Right)
    qtbot.keyClick(bar.phases, Qt.Key.Key_Right)
    qtbot.keyClick(bar.phases, Qt.Key.Key_Right)
    assert walker.index == 6
    assert bar.phases.accessibleDescription() == "backward"


def test_the_sample_is_counted_from_one(bar: StepperBar, walker: StepCursor) -> None:
    assert bar.sample.text() == "sample 1/40"
    bar.sample.setValue(3)
    assert walker.sample == 2


def test_stepping_past_the_end_shows_the_next_sample(bar: StepperBar, walker: StepCursor) -> None:
    bar.button("to-end").click()
    bar.button("forward").click()
    assert bar.sample.value() == 2
    assert bar.place.text() == "before step 1 of 16"


def test_without_a_network_there_is_nothing_to_step_through(
    bar: StepperBar, moons: Document
) -> None:
    moons.apply("", edits.remove_link, "h1->o")
    assert bar.place.text() == "nothing to step through yet"
    assert not any(bar.button(name).isEnabled() for name in ("to-start", "forward", "to-end"))
    assert not bar.slider.isEnabled()


def test_it_folds_where_it_is_narrow_and_unfolds_where_it_is_wide(bar: StepperBar) -> None:
    assert bar.is_folded
    assert bar.minimumSizeHint().width() <= 320
    bar.resize(1000, 60)
    assert not bar.is_folded
