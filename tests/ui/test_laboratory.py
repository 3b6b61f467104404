"""The labs as the window opens them: from the menu, beside the project, and gone with it."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from mlp_studio.engine import chain
from mlp_studio.project import edits
from mlp_studio.project.model import Project
from mlp_studio.ui.app import Studio
from mlp_studio.ui.labs.chain import ChainLab
from mlp_studio.ui.labs.perceptron import PerceptronLab
from tests.ui.answers import Answers

LABS = ["lab_perceptron", "lab_lift", "lab_descent", "lab_chain"]


@pytest.mark.parametrize("name", LABS)
def test_a_lab_opens_from_the_menu_beside_an_untouched_project(
    window: Studio, qtbot: QtBot, name: str
) -> None:
    before, count = window.document.project, window.document.undo_stack.count()
    window.actions[name].trigger()
    lab_window = window.laboratory.windows[name]
    assert lab_window.isVisible()
    assert lab_window.opening.text()
    lab_window.show_answer.click()
    assert lab_window.answer.isVisible()
    window.actions[name].trigger()
    assert window.laboratory.windows[name] is lab_window
    assert window.document.project is before
    assert window.document.undo_stack.count() == count
    lab_window.close()
    assert not window.laboratory.windows


def test_labs_close_with_the_window(window: Studio) -> None:
    for name in LABS:
        window.actions[name].trigger()
    window.shutdown()
    assert not window.laboratory.windows


def test_the_network_at_hand_opens_as_formulas_with_its_own_numbers(
    window: Studio, qtbot: QtBot
) -> None:
    window.window.submenu("examples").actions()[0].trigger()
    compiled = window.document.compiled
    assert compiled is not None
    window.actions["lab_chain_network"].trigger()
    lab = window.laboratory.windows["lab_chain"].lab
    assert isinstance(lab, ChainLab)
    graph = chain.parse(lab.editor.text)
    assert graph.output == "L"
    found = chain.evaluate(lab.editor.text, lab.inputs.values)
    row = slice(window.cursor.sample, window.cursor.sample + 1)
    loss = compiled.network.loss_value(
        compiled.parameters, compiled.inputs[row], compiled.targets[row]
    )
    assert found["values"]["L"] == pytest.approx(loss, rel=1e-9)


def test_a_network_that_cannot_be_written_out_is_said(window: Studio) -> None:
    window.document.new(Project())
    window.actions["lab_chain_network"].trigger()
    assert not window.laboratory.windows
    assert window.window.statusBar().currentMessage()


def test_a_network_of_a_lab_is_opened_only_once_nothing_is_lost(
    window: Studio, answers: Answers
) -> None:
    window.document.apply("Seed", edits.set_seed, seed=5)
    before = window.document.project
    lab = window.laboratory.open("lab_perceptron").lab
    assert isinstance(lab, PerceptronLab)
    answers.unsaved = "cancel"
    lab.open_wanted.emit(Project(title="from the lab"))
    assert window.document.project is before
    answers.unsaved = "discard"
    lab.open_wanted.emit(Project(title="from the lab"))
    assert window.document.project.title == "from the lab"
