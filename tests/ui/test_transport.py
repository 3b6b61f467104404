"""The commands of the Train menu: what they do, when they can be given, what the history says."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from mlp_studio.document.document import Document
from mlp_studio.document.selection import Selected, Selection
from mlp_studio.document.stepper import GRANULARITIES, StepCursor
from mlp_studio.document.training import TrainingRun
from mlp_studio.project import edits
from mlp_studio.ui.actions import Actions
from mlp_studio.ui.transport import Transport
from tests.ui.panels.conftest import moons_project


@pytest.fixture
def actions(qapp: QApplication) -> Actions:
    return Actions()


@pytest.fixture
def document(qapp: QApplication) -> Document:
    """Forty samples of two moons, 2-4-1, in batches of ten."""
    return Document(edits.set_training(moons_project(), batch_size=10))


@pytest.fixture
def cursor(document: Document) -> StepCursor:
    return StepCursor(document, document)


@pytest.fixture
def transport(
    actions: Actions, document: Document, cursor: StepCursor, selection: Selection
) -> Iterator[Transport]:
    run = TrainingRun(document, document)
    yield Transport(actions=actions, document=document, cursor=cursor, selection=selection, run=run)
    run.shutdown()


def diary(document: Document) -> list[str]:
    stack = document.undo_stack
    return [stack.text(place) for place in range(stack.count())]


@pytest.mark.parametrize("granularity", GRANULARITIES)
def test_a_step_size_is_chosen_by_its_command_and_shown_by_it(
    transport: Transport, actions: Actions, cursor: StepCursor, granularity: str
) -> None:
    actions[f"by_{granularity}"].trigger()
    assert cursor.granularity == granularity

    other = "layer" if granularity == "unit" else "unit"
    cursor.set_granularity(other)
    assert actions[f"by_{other}"].isChecked()


def test_layer_and_phase_are_finished(
    transport: Transport, actions: Actions, cursor: StepCursor
) -> None:
    actions["finish_layer"].trigger()
    assert (cursor.step.layer, cursor.step.unit) == ("h1", 3)
    actions["finish_phase"].trigger()
    assert (cursor.step.phase, cursor.step.layer) == ("forward", "o")


def test_one_runs_to_the_unit_that_is_selected(
    transport: Transport, actions: Actions, cursor: StepCursor, selection: Selection
) -> None:
    assert not actions["run_to_unit"].isEnabled()
    selection.set(Selected(units=frozenset({("x", 0)})))
    assert not actions["run_to_unit"].isEnabled()
    selection.set(Selected(units=frozenset({("h1", 2)})))

    visits = []
    for _ in range(4):
        actions["run_to_unit"].trigger()
        visits.append((cursor.step.phase, cursor.step.unit, cursor.sample))

    assert visits == [
        *(("forward", 2, 0), ("backward", 2, 0), ("update", 2, 0)),
        ("forward", 2, 1),
    ]


def test_playing_is_a_switch_that_a_run_turns_off(
    transport: Transport, actions: Actions, cursor: StepCursor, document: Document, qtbot
) -> None:
    cursor.player.set_speed(60)
    actions["play"].trigger()
    assert actions["play"].isChecked()
    qtbot.waitUntil(lambda: cursor.index > 2)

    actions["play"].trigger()
    assert not actions["play"].isChecked()
    assert not cursor.player.is_playing

    actions["play"].trigger()
    actions["run"].trigger()
    assert not cursor.player.is_playing
    assert not actions["play"].isChecked()
    actions["pause"].trigger()


def test_a_pass_is_for_a_sample_or_a_batch(
    transport: Transport, actions: Actions, cursor: StepCursor
) -> None:
    assert not actions["show_mean"].isEnabled()
    actions["scope_batch"].trigger()
    assert cursor.scope == "batch"
    assert len(cursor.samples_of_pass) == 10

    actions["show_mean"].trigger()
    assert not cursor.mean
    cursor.set_mean(True)
    assert actions["show_mean"].isChecked()

    cursor.set_scope("sample")
    assert actions["scope_sample"].isChecked()


def test_the_history_reads_as_a_diary(
    transport: Transport, actions: Actions, cursor: StepCursor, document: Document
) -> None:
    for command in ("by_sample", "step_forward", "by_epoch", "step_forward", "by_batch"):
        actions[command].trigger()
    actions["scope_batch"].trigger()
    actions["step_forward"].trigger()

    assert diary(document) == ["Update from sample 1", "Epoch 1", "Update from batch 1"]


def test_a_change_in_the_past_says_where_it_went_back_to(
    transport: Transport, cursor: StepCursor, document: Document
) -> None:
    for _ in range(3):
        cursor.to_end()
        cursor.forward()
    cursor.go_to_moment(int(cursor.pass_starts[1]))
    document.apply("Faster", edits.set_training, batch_size=5)

    assert diary(document)[3:] == ["Back to “Update from sample 1”", "Faster"]

    cursor.go_to_moment(0)
    document.apply("Slower", edits.set_training, batch_size=20)
    assert diary(document)[-2:] == ["Back to the beginning", "Slower"]


def test_without_a_network_nothing_can_be_stepped(
    transport: Transport, actions: Actions, document: Document
) -> None:
    document.apply("", edits.remove_link, "h1->o")

    for name in ("step_forward", "play", "finish_layer", "finish_phase", "run_to_unit", "run"):
        assert not actions[name].isEnabled(), name


def test_an_update_that_is_not_finite_is_refused_with_a_sentence(
    transport: Transport, actions: Actions, cursor: StepCursor, document: Document, qtbot
) -> None:
    for layer in ("h1", "o"):
        document.apply("", edits.set_activation, layer, "linear")
    document.apply("", edits.set_loss, "mse")
    document.apply("", edits.set_optimizer, learning_rate=1e200)
    cursor.to_end()
    said: list[str] = []
    transport.refused.connect(said.append)
    for _ in range(5):
        actions["step_forward"].trigger()
        actions["step_to_end"].trigger()
        if said:
            break

    assert len(said) == 1
    assert said[0].endswith(".")
