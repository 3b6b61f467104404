"""The view: pointing, clicking, turning, the journey, and nothing done while it is out of sight."""

from __future__ import annotations

import math
from unittest.mock import patch

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mlp_studio.engine.probe import hidden_points
from mlp_studio.project import edits
from mlp_studio.project.model import Project
from mlp_studio.ui.language import Language
from mlp_studio.ui.plots.hidden.choosing import AxesChoice
from mlp_studio.ui.plots.hidden.eye import START
from mlp_studio.ui.plots.hidden.passage import Passage
from mlp_studio.ui.theme import ThemeModel
from tests.ui.plots.hidden.conftest import Open, Room, generated, network, solved_xor


def _at(room: Room, row: int) -> QPoint:
    place = room.view.stage.position_of(row)
    assert place is not None
    return place.toPoint()


def _drag(qtbot: QtBot, room: Room, start: QPoint, end: QPoint) -> None:
    stage = room.view.stage
    qtbot.mousePress(stage, Qt.MouseButton.LeftButton, pos=start)
    for part in (0.3, 0.6, 1.0):
        qtbot.mouseMove(stage, start + (end - start) * part)
    qtbot.mouseRelease(stage, Qt.MouseButton.LeftButton, pos=end)


def test_pointing_at_a_sample_names_its_row_and_leaving_none(open_room: Open, qtbot: QtBot) -> None:
    room = open_room(solved_xor())
    with qtbot.waitSignal(room.view.pointed) as told:
        qtbot.mouseMove(room.view.stage, _at(room, 3))
    assert told.args == [3]
    with qtbot.waitSignal(room.view.pointed) as told:
        QApplication.sendEvent(room.view.stage, QEvent(QEvent.Type.Leave))
    assert told.args == [None]


def test_another_view_can_point_and_is_not_told_of_it(open_room: Open) -> None:
    room = open_room(solved_xor())
    told: list[object] = []
    room.view.pointed.connect(told.append)
    before = room.view.stage.grab().toImage()
    room.view.highlight(2)
    assert room.view.stage.pointed == 2
    assert room.view.stage.grab().toImage() != before
    room.view.highlight(None)
    assert room.view.stage.grab().toImage() == before
    assert told == []


def test_what_is_pointed_at_is_described_by_its_outputs(open_room: Open) -> None:
    room = open_room(solved_xor())
    lines = room.view._about(3).split("\n")
    assert lines[0] == "sample 4"
    assert lines[1].startswith("h₁  1.0000")
    assert lines[2].startswith("h₂  ")
    assert len(lines) == 3


def test_samples_in_one_place_are_named_together(open_room: Open) -> None:
    room = open_room(solved_xor())
    # OR and AND make the same of (0, 1) and (1, 0).
    assert room.view._about(1).split("\n")[0] == "samples 2, 3"
    assert room.view._about(2).split("\n")[0] == "samples 2, 3"


def test_a_click_makes_a_sample_the_steppers(open_room: Open, qtbot: QtBot) -> None:
    room = open_room(solved_xor())
    qtbot.mouseClick(room.view.stage, Qt.MouseButton.LeftButton, pos=_at(room, 1))
    assert room.cursor.sample == 1
    assert room.view.stage._current == 1


def test_a_click_on_a_sample_set_aside_says_why_nothing_happens(
    open_room: Open, qtbot: QtBot
) -> None:
    room = open_room(network(generated("circles", test_fraction=0.25, seed=3), 2))
    room.cursor.set_scope("batch")
    samples = room.live.samples
    assert samples is not None
    row, before = int(samples.test_rows[0]), room.cursor.sample
    room.view.stage.clicked.emit(row)
    assert room.cursor.sample == before
    assert f"Sample {row + 1} is set aside for testing and is in no batch" in room.view.notes.text()


def test_dragging_turns_and_is_no_click(open_room: Open, qtbot: QtBot) -> None:
    room = open_room(network(generated("circles"), 3))
    stage, start = room.view.stage, _at(room, 5)
    before = room.cursor.sample
    _drag(qtbot, room, start, start + QPoint(60, -30))
    assert stage.camera.yaw < START.yaw
    assert stage.camera.pitch < START.pitch
    assert room.cursor.sample == before
    qtbot.mouseDClick(stage, Qt.MouseButton.LeftButton, pos=start)
    assert stage.camera == START


def test_keys_and_the_wheel_do_what_the_mouse_does(open_room: Open, qtbot: QtBot) -> None:
    room = open_room(network(generated("circles"), 3))
    stage = room.view.stage
    qtbot.keyClick(stage, Qt.Key.Key_Left)
    qtbot.keyClick(stage, Qt.Key.Key_Down)
    assert stage.camera.yaw > START.yaw
    assert stage.camera.pitch > START.pitch
    qtbot.keyClick(stage, Qt.Key.Key_Plus)
    assert stage.camera.zoom > 1.0
    qtbot.keyClick(stage, Qt.Key.Key_Minus)
    assert stage.camera.zoom == pytest.approx(1.0)
    wheel = QWheelEvent(
        QPointF(50, 50),
        QPointF(50, 50),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(stage, wheel)
    assert stage.camera.zoom > 1.0
    qtbot.keyClick(stage, Qt.Key.Key_Home)
    assert stage.camera == START


def test_a_flat_picture_is_not_turned(open_room: Open, qtbot: QtBot) -> None:
    room = open_room(solved_xor())
    _drag(qtbot, room, QPoint(100, 100), QPoint(160, 120))
    assert room.view.stage.camera == START
    assert not room.view.journey.turn.isVisible()


def test_the_journey_leads_from_the_input_plane_to_the_hidden_space(open_room: Open) -> None:
    room = open_room(network(generated("circles"), 3))
    stage, seen = room.view.stage, room.view.seen
    assert seen is not None
    places = {}
    for value in (0, 50, 100):
        room.view.journey.slider.setValue(value)
        picture = stage._composed()
        assert picture is not None
        places[value] = picture.crowd._places
        assert (picture._plane is not None) == (value == 100)
    assert places[0] == pytest.approx(seen.given)
    assert places[100] == pytest.approx(seen.mapped)
    assert places[50] == pytest.approx((seen.given + seen.mapped) / 2)
    assert room.view.journey.place.text() == "as h sees it"
    room.view.journey.slider.setValue(0)
    assert room.view.journey.place.text() == "input plane"


def test_without_motion_playing_goes_there_at_once_and_nothing_turns(open_room: Open) -> None:
    room = open_room(network(generated("circles"), 3))
    journey = room.view.journey
    room.view.set_motion(False)
    journey.play.click()
    assert journey.share == 0.0
    journey.play.click()
    assert journey.share == 1.0
    assert not journey.turn.isEnabled()
    assert not journey.is_moving


def test_the_slow_turn_is_off_until_asked_for_and_ends_out_of_sight(
    open_room: Open, qtbot: QtBot
) -> None:
    room = open_room(network(generated("circles"), 3))
    assert not room.view.journey.is_moving
    room.view.journey.turn.click()
    qtbot.waitUntil(lambda: room.view.stage.camera != START)
    room.view.hide()
    assert not room.view.journey.is_moving


def test_a_run_is_shown_while_it_goes_on(open_room: Open, qtbot: QtBot) -> None:
    project = network(generated("circles", epochs=1_000_000), 3)
    room = open_room(edits.set_optimizer(project, name="adam", learning_rate=0.01))
    assert room.view.seen is not None
    first = room.view.seen.coordinates
    room.run.start()
    qtbot.waitUntil(
        lambda: (
            room.view.seen is not None
            and not np.allclose(room.view.seen.coordinates, first)
            and room.live.is_running
        )
    )
    room.run.pause()
    compiled = room.document.compiled
    assert compiled is not None
    at_rest = hidden_points(compiled.network, compiled.parameters, compiled.inputs, "h")
    assert room.view.seen.coordinates == pytest.approx(at_rest)


def test_what_is_said_in_a_run_is_what_its_picture_shows(open_room: Open) -> None:
    room = open_room(solved_xor())
    compiled = room.document.compiled
    assert compiled is not None
    wrong = compiled.parameters.copy()
    wrong[-1] = 10.0
    live = type(room.live)
    with (
        patch.object(live, "is_running", property(lambda _live: True)),
        patch.object(live, "parameters", property(lambda _live: wrong)),
    ):
        room.live.changed.emit()
        room.view._not_before = math.inf
        room.live.changed.emit()
        room.live.readable.emit()
        assert room.view.seen is not None
        assert room.view.seen.wrong.sum() == 2
        assert room.view.sentence.text() == "The line of o₁ gets 2 of 4 right"


def test_a_frame_that_comes_too_early_is_left_out_in_a_run_only(open_room: Open) -> None:
    room = open_room(solved_xor())
    room.view._not_before = math.inf
    with patch.object(Passage, "run", autospec=True) as run:
        with patch.object(type(room.live), "is_running", property(lambda _live: True)):
            room.live.changed.emit()
        assert not run.called
        room.live.changed.emit()
        assert run.called


def test_edits_undo_and_other_data_are_shown_at_once(open_room: Open) -> None:
    room = open_room(solved_xor())
    assert room.view.seen is not None
    before = room.view.seen.coordinates
    room.document.apply("", edits.set_weight, "x->h", 0, 0, -3.0)
    assert not np.allclose(room.view.seen.coordinates, before)
    room.document.undo()
    assert room.view.seen.coordinates == pytest.approx(before)
    data = network(generated("circles"), 2).data
    room.document.apply("", edits.set_data, data)
    assert len(room.view.seen.rows) == 40
    room.document.new(network(generated("blobs", classes=3), 2, 5))
    assert room.view.seen.aim.layer == "h2"


def test_out_of_sight_nothing_is_computed_and_in_sight_nothing_is_stale(open_room: Open) -> None:
    room = open_room(solved_xor(), shown=False)  # type: ignore[call-arg]
    with patch.object(Passage, "run", autospec=True) as run:
        room.document.apply("", edits.set_weight, "x->h", 0, 0, -3.0)
        room.live.changed.emit()
        room.live.readable.emit()
        room.view.highlight(1)
        assert not run.called
    room.view.show()
    compiled = room.document.compiled
    assert compiled is not None
    assert room.view.seen is not None
    there = hidden_points(compiled.network, compiled.parameters, compiled.inputs, "h")
    assert room.view.seen.coordinates == pytest.approx(there)


def test_axes_of_components_stay_while_a_run_moves_the_points(open_room: Open) -> None:
    room = open_room(network(generated("spirals"), 6))
    assert room.view.seen is not None
    before = room.view.seen.axes.directions
    room.document.apply("", edits.set_weight, "x->h", 0, 0, 0.3)
    after = room.view.seen.axes.directions
    assert (np.sum(before * after, axis=1) > 0.0).all()


def test_choices_are_kept_for_each_layer_as_long_as_they_fit(open_room: Open) -> None:
    room = open_room(network(generated("spirals"), 5, 4))
    view = room.view
    assert view.seen is not None
    assert view.seen.aim.layer == "h2"
    view._choose_axes(AxesChoice("two_units", (3, 0)))
    view._choose_layer("h1")
    assert view.seen.aim.choice.kind == "three_components"
    assert view.seen.aim.unit == ("h2", 0)
    view._choose_unit(("h2", 2))
    view._choose_layer("h2")
    assert view.seen.aim.choice == AxesChoice("two_units", (3, 0))
    room.document.apply("", edits.set_units, "h2", 3)
    assert view.seen.aim.choice == AxesChoice("three_units", (0, 1, 2))


def test_a_unit_taken_from_another_axis_gives_it_its_own(open_room: Open) -> None:
    room = open_room(network(generated("spirals"), 5))
    view = room.view
    view._choose_axes(AxesChoice("two_units", (0, 1)))
    box = view.chooser.axes[0]
    box.setCurrentIndex(1)
    box.activated.emit(1)
    assert view.seen is not None
    assert view.seen.aim.choice.units == (1, 0)


def test_an_empty_project_says_what_to_do_and_a_diverged_layer_what_happened(
    open_room: Open,
) -> None:
    room = open_room(Project())
    assert room.view.seen is None
    assert "Choose data first" in room.view.stage._hint
    room.document.new(edits.remove_link(solved_xor(), "h->o"))
    assert "solve its problems" in room.view.stage._hint
    room.document.new(network(generated("circles"), 2, activation="relu"))
    with patch.object(type(room.live), "parameters", property(lambda _live: math.nan)):
        room.live.changed.emit()
    assert room.view.seen is None
    assert "not finite" in room.view.stage._hint
    room.live.changed.emit()
    assert room.view.seen is not None


@pytest.mark.parametrize("language", ["en", "ko"])
def test_every_kind_of_picture_is_painted_in_both_themes_and_languages(
    open_room: Open, theme: ThemeModel, language: str
) -> None:
    speaking = Language(language)
    try:
        for project in (
            solved_xor(),
            network(generated("circles", test_fraction=0.2), 3),
            network(generated("blobs", classes=3), 2, 5),
            Project(),
        ):
            room = open_room(project)
            for name in ("light", "dark"):
                theme.set(name)  # type: ignore[arg-type]
                for share in (0, 40, 100):
                    room.view.journey.slider.setValue(share)
                    assert not room.view.grab().isNull()
            room.view.hide()
    finally:
        speaking.remove()
