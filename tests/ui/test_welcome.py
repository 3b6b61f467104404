"""The ways to begin that an empty canvas offers."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize, Qt
from pytestqt.qtbot import QtBot

from mlp_studio.project import edits
from mlp_studio.project.model import Project
from mlp_studio.ui.app import Studio


def test_it_is_there_as_long_as_there_is_no_layer(window: Studio) -> None:
    document = window.document
    document.new(Project())
    assert window.welcome.isVisible()
    document.apply("Add", edits.add_layer, kind="input", units=2)
    assert not window.welcome.isVisible()
    document.undo()
    assert window.welcome.isVisible()


@pytest.mark.parametrize("name", ["lab_perceptron", "lab_lift", "lab_descent", "lab_chain"])
def test_a_press_opens_a_lab(window: Studio, qtbot: QtBot, name: str) -> None:
    window.document.new(Project())
    qtbot.mouseClick(window.welcome.buttons[name], Qt.MouseButton.LeftButton)
    assert window.laboratory.windows[name].isVisible()
    assert not window.document.project.layers


def test_examples_are_offered(window: Studio) -> None:
    menu = window.welcome.examples.menu()
    menu.actions()[0].trigger()
    assert window.document.project.layers
    assert not window.welcome.isVisible()


@pytest.mark.parametrize("size", [QSize(1024, 700), QSize(1920, 1080)])
def test_it_stays_on_the_canvas_whatever_its_size(
    window: Studio, qtbot: QtBot, size: QSize
) -> None:
    window.document.new(Project())
    window.window.resize(size)
    qtbot.wait(20)
    assert window.canvas.rect().contains(window.welcome.geometry())
