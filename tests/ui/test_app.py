"""The parts wired together: stories a person would tell."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from mlp_studio.document.document import Document
from mlp_studio.project import edits
from mlp_studio.ui.app import Studio
from mlp_studio.ui.examples import examples
from mlp_studio.ui.recovery import Recovery
from mlp_studio.ui.settings import Settings
from tests.ui.answers import Answers


@pytest.fixture
def xor(window: Studio) -> Studio:
    """The window with the XOR example in it."""
    path, title = next(item for item in examples() if item[0].stem == "xor")
    window.files.open_example(path, title)
    return window


def test_the_commands_of_an_empty_project_are_off_and_say_why(window: Studio) -> None:
    assert not window.actions["run"].isEnabled()
    assert "The network is empty" in window.actions["run"].toolTip()
    assert not window.actions["delete"].isEnabled()
    assert not window.actions["undo"].isEnabled()
    assert window.status.problems.text() == "2 problems"


def test_a_network_can_be_built_from_the_menu(window: Studio) -> None:
    for name in ("add_input", "add_dense", "add_output"):
        window.actions[name].trigger()

    assert [layer.kind for layer in window.document.project.layers] == ["input", "dense", "dense"]


def test_undo_says_what_it_would_undo(window: Studio) -> None:
    window.actions["add_input"].trigger()

    assert window.actions["undo"].text().startswith("&Undo: Add layer")
    window.actions["undo"].trigger()
    assert window.actions["undo"].text() == "&Undo"
    assert window.actions["redo"].isEnabled()


def test_select_all_and_delete_empty_the_network_in_one_step(xor: Studio) -> None:
    xor.actions["select_all"].trigger()
    xor.actions["delete"].trigger()
    assert xor.document.project.layers == ()

    xor.actions["undo"].trigger()
    assert len(xor.document.project.layers) == 3


def test_stepping_moves_through_a_pass_and_back(xor: Studio, qtbot) -> None:
    xor.actions["step_forward"].trigger()
    assert xor.cursor.index == 0
    qtbot.waitUntil(lambda: xor.status.state.text().startswith("step 1 of "))

    xor.actions["step_back"].trigger()
    assert xor.cursor.index == -1
    assert not xor.actions["step_to_start"].isEnabled()

    xor.actions["step_to_end"].trigger()
    assert xor.cursor.index == len(xor.cursor.steps) - 1
    assert not xor.actions["step_to_end"].isEnabled()


def test_the_update_of_a_step_is_one_entry_of_the_history(xor: Studio) -> None:
    xor.actions["step_to_end"].trigger()
    xor.actions["step_forward"].trigger()

    assert xor.document.undo_stack.undo_text() == "Update from sample 1"
    assert xor.cursor.sample == 1


def test_the_size_of_steps_can_be_chosen(xor: Studio) -> None:
    units = len(xor.cursor.steps)

    xor.actions["by_phase"].trigger()

    assert len(xor.cursor.steps) < units


def test_a_run_trains_and_becomes_one_entry_of_the_history(xor: Studio, qtbot) -> None:
    xor.document.apply("Fewer epochs", edits.set_training, epochs=3)
    before = xor.document.undo_stack.count()

    with qtbot.waitSignal(xor.run.finished):
        xor.actions["run"].trigger()
        assert xor.actions["pause"].isVisible()
        assert not xor.actions["run"].isVisible()

    assert xor.document.undo_stack.count() == before + 1
    assert xor.document.undo_stack.undo_text() == "Train 3 epochs"
    assert xor.actions["run"].isVisible()
    assert xor.status.epoch.text() == "epoch 3"


def test_the_loss_of_a_second_run_is_drawn_too(xor: Studio, qtbot) -> None:
    for _ in range(2):
        xor.document.apply("Fewer epochs", edits.set_training, epochs=3)
        with qtbot.waitSignal(xor.run.finished):
            xor.actions["run"].trigger()
        curves = xor.room.loss.curves
        assert curves is not None
        drawn = [item for item in curves.scene().items() if item is curves._train.curve]
        assert len(drawn) == 1
        xor.document.undo_stack.set_clean()
        path, title = next(item for item in examples() if item[0].stem == "xor")
        xor.files.open_example(path, title)


def test_a_step_ends_a_run(xor: Studio, qtbot) -> None:
    xor.document.apply("Many epochs", edits.set_training, epochs=1_000_000, converge_below=None)
    xor.actions["run"].trigger()
    assert xor.run.running

    xor.actions["step_forward"].trigger()

    assert not xor.run.running


def test_closing_while_training_stops_the_run_and_asks_about_what_was_learned(
    xor: Studio, qtbot, answers: Answers
) -> None:
    xor.document.apply("Many epochs", edits.set_training, epochs=1_000_000, converge_below=None)
    xor.document.undo_stack.set_clean()
    xor.actions["run"].trigger()
    qtbot.waitUntil(lambda: xor.run.latest is not None and xor.run.latest.epoch > 0)

    answers.unsaved = "cancel"
    assert not xor.window.close()
    assert answers.asked == ["unsaved XOR with two hidden units"]
    assert not xor.run.running
    assert xor.document.is_modified

    answers.unsaved = "discard"
    assert xor.window.close()


def test_shutting_down_twice_is_harmless(xor: Studio) -> None:
    xor.actions["run"].trigger()
    xor.shutdown()
    xor.shutdown()

    assert not xor.run.running


def test_new_weights_take_the_next_seed_and_a_reset_goes_back(xor: Studio) -> None:
    seed = xor.document.project.training.seed
    weights = xor.document.compiled.parameters

    xor.actions["redraw_weights"].trigger()
    assert xor.document.project.training.seed == seed + 1
    assert (xor.document.compiled.parameters != weights).any()

    xor.actions["undo"].trigger()
    assert (xor.document.compiled.parameters == weights).all()


def test_a_problem_leads_to_its_layer(window: Studio) -> None:
    window.document.apply("Add layer", edits.add_layer, "input", 2, layer_id="x")
    window.document.apply("Add layer", edits.add_layer, "dense", 2, layer_id="alone")
    assert "alone" in {problem.where for problem in window.document.problems}

    window.status.problem_chosen.emit("alone")

    assert window.selection.current.layers == frozenset(("alone",))


def test_a_problem_of_the_data_leads_to_the_data_panel(window: Studio) -> None:
    window.actions["step"].trigger()

    window.status.problem_chosen.emit("data")

    assert window.window.docks["data"].isVisible()


def test_the_loss_on_the_status_line_is_that_of_the_weights_on_the_canvas(
    xor: Studio, qtbot
) -> None:
    compiled = xor.document.compiled
    loss = compiled.network.loss_value(compiled.parameters, compiled.inputs, compiled.targets)
    qtbot.waitUntil(lambda: xor.status.loss.text() == f"loss {xor.numbers.text(loss)}")

    link = xor.document.project.links[0].id
    xor.document.apply("Set weight", edits.set_weight, link, 0, 0, 9.0)
    compiled = xor.document.compiled
    changed = compiled.network.loss_value(compiled.parameters, compiled.inputs, compiled.targets)

    assert changed != loss
    qtbot.waitUntil(lambda: xor.status.loss.text() == f"loss {xor.numbers.text(changed)}")


def test_digits_change_every_number(xor: Studio, settings: Settings) -> None:
    xor.actions["digits_2"].trigger()
    xor.actions["decimal_comma"].trigger()

    assert xor.digits.text() == "0,00"
    assert (settings.digits, settings.decimal_sign) == (2, ",")


def test_theme_and_text_size_are_kept(xor: Studio, settings: Settings, qapp: QApplication) -> None:
    xor.actions["theme_dark"].trigger()
    xor.actions["text_larger"].trigger()

    assert xor.theme.theme.dark
    assert settings.theme == "dark"
    assert settings.text_scale > 1.0


def test_an_error_in_a_slot_keeps_the_work_and_shows_a_dialog(
    window: Studio, qtbot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.crash.install()
    window.actions["add_input"].trigger()

    window.run.failed.emit(RuntimeError("the trainer broke"))
    qtbot.waitUntil(window.crash_dialog.isVisible)

    assert "the trainer broke" in window.crash_dialog.details.toPlainText()
    assert window.recovery.file.exists()
    window.crash_dialog.close()


def test_lost_work_is_offered_after_the_window_is_shown(
    qtbot,
    qapp: QApplication,
    document: Document,
    settings: Settings,
    tmp_path: Path,
    answers: Answers,
) -> None:
    died = Recovery(document, tmp_path)
    document.apply("Add layer", edits.add_layer, "input", 2)
    died.keep_now()
    died._lock.unlock()  # its process is gone
    answers.lost = "restore"
    studio = Studio(qapp, settings, tmp_path, answers)
    studio.show()
    qtbot.waitUntil(lambda: bool(studio.document.project.layers))

    assert answers.asked == ["lost "]
    assert studio.document.project == document.project
    assert studio.document.is_modified
    answers.unsaved = "discard"
    studio.window.close()
    studio.window.deleteLater()


def test_the_window_opens_before_the_plots_are_imported() -> None:
    code = (
        "import sys\n"
        "from pathlib import Path\n"
        "from PySide6.QtCore import QSettings\n"
        "from mlp_studio.ui.app import Studio, make_application\n"
        "from mlp_studio.ui.settings import Settings\n"
        "application = make_application(['test'])\n"
        "store = QSettings(sys.argv[1] + '/s.ini', QSettings.Format.IniFormat)\n"
        "studio = Studio(application, Settings(store), Path(sys.argv[1]))\n"
        "studio.show()\n"
        "studio.window.repaint()\n"
        "early = 'pyqtgraph' in sys.modules\n"
        "studio.window.close()\n"
        "sys.exit(early)\n"
    )
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run([sys.executable, "-c", code, folder], check=False)

    assert done.returncode == 0


def test_a_store_that_cannot_be_written_does_not_stop_the_window(
    qtbot, qapp: QApplication, tmp_path: Path, answers: Answers
) -> None:
    store = QSettings("/proc/no-such-folder/settings.ini", QSettings.Format.IniFormat)
    studio = Studio(qapp, Settings(store), tmp_path, answers)
    with qtbot.waitExposed(studio.window):
        studio.show()

    assert studio.window.close()
    studio.window.deleteLater()
