"""The data panel: generated data go into the document, and come back by undo."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint

from mlp_studio.document.document import Document
from mlp_studio.engine import datasets
from mlp_studio.engine.arrays import FrozenArray
from mlp_studio.project import edits
from mlp_studio.project.model import Dataset, Generator, Project
from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.panels.data import DataPanel, fitted
from mlp_studio.ui.panels.scatter import points_of
from mlp_studio.ui.theme import ThemeModel
from tests.ui.panels.conftest import Enter, Shown


@pytest.fixture
def panel(moons: Document, theme: ThemeModel, numbers: NumberFormat, shown: Shown) -> DataPanel:
    panel = DataPanel(document=moons, theme=theme, numbers=numbers)
    shown(panel)
    return panel


def choose(panel: DataPanel, name: str) -> None:
    panel.name.setCurrentIndex(panel.name.findData(name))
    panel.name.activated.emit(panel.name.currentIndex())


def recipe(document: Document) -> Generator:
    assert document.project.data is not None
    assert document.project.data.generator is not None
    return document.project.data.generator


def test_every_data_set_of_the_engine_is_offered(panel: DataPanel) -> None:
    assert {panel.name.itemData(at) for at in range(panel.name.count())} == set(datasets.NAMES)


@pytest.mark.parametrize("name", datasets.NAMES)
def test_a_chosen_data_set_is_exactly_the_engines(
    panel: DataPanel, moons: Document, name: str
) -> None:
    choose(panel, "xor" if name != "xor" else "spirals")
    choose(panel, name)
    made = recipe(moons)
    _, inputs, targets = datasets.make(name, made.samples, made.noise, made.seed)
    data = moons.project.data
    assert data is not None
    assert np.array_equal(data.inputs.values, inputs)
    assert np.array_equal(data.targets.values, targets)


def test_a_gate_is_its_truth_table_and_says_so(panel: DataPanel, moons: Document) -> None:
    choose(panel, "xor")
    assert moons.project.data is not None
    assert moons.project.data.samples == 4
    assert panel.samples.value() == 4
    assert not panel.samples.isEnabled()


def test_samples_noise_and_seed_make_the_data_anew(
    panel: DataPanel, moons: Document, enter: Enter
) -> None:
    panel.samples.setValue(60)
    enter(panel.noise.number.line, "1/4")
    panel.seed.setValue(5)
    assert recipe(moons) == Generator("moons", 60, 0.25, 5)
    assert moons.undo_stack.count() == 3
    for _ in range(3):
        moons.undo()
    assert recipe(moons) == Generator("moons", 40, 0.1, 0)
    assert panel.samples.value() == 40


def test_another_data_set_begins_with_a_noise_that_suits_it(
    panel: DataPanel, moons: Document, enter: Enter
) -> None:
    choose(panel, "circles")
    enter(panel.noise.number.line, "0.4")
    choose(panel, "spirals")
    spirals = recipe(moons).noise

    choose(panel, "xor")
    gate = recipe(moons).noise

    choose(panel, "moons")
    assert (spirals, gate, recipe(moons).noise) == (0.03, 0.0, 0.1)


def test_the_same_data_set_chosen_again_changes_nothing(
    panel: DataPanel, moons: Document, enter: Enter
) -> None:
    enter(panel.noise.number.line, "0.4")
    changes = moons.undo_stack.count()

    choose(panel, "moons")

    assert recipe(moons).noise == 0.4
    assert moons.undo_stack.count() == changes


def test_the_choice_of_data_stands_above_their_picture(panel: DataPanel) -> None:
    name = panel.name.mapTo(panel, QPoint(0, 0))
    assert name.y() < panel.scatter.mapTo(panel, QPoint(0, 0)).y()


def test_a_negative_noise_is_refused(panel: DataPanel, moons: Document, enter: Enter) -> None:
    before = moons.project
    enter(panel.noise.number.line, "-0.1")
    assert moons.project is before
    assert panel.noise.number.message.isVisible()


def test_a_pull_at_a_slider_is_one_undo_entry(panel: DataPanel, moons: Document) -> None:
    for place in (30, 50, 60):
        panel.noise.slider.setValue(place)
    panel.noise.slider.sliderReleased.emit()
    for percent in (10, 20, 25):
        panel.test.setValue(percent)
    assert recipe(moons).noise == 0.3
    assert moons.project.training.test_fraction == 0.25
    assert moons.undo_stack.count() == 2
    assert panel.test_share.text() == "25 % of the samples"


def test_targets_can_be_minus_one_and_one(panel: DataPanel, moons: Document) -> None:
    panel.targets.setCurrentIndex(1)
    panel.targets.activated.emit(1)
    data = moons.project.data
    assert data is not None
    assert set(data.targets.values.ravel().tolist()) == {-1.0, 1.0}
    choose(panel, "circles")
    assert panel.targets.currentIndex() == 1, "kept for the next data set"


def test_data_that_were_given_show_no_recipe(panel: DataPanel, moons: Document) -> None:
    given = Dataset(("a",), FrozenArray([[1.0], [2.0]]), FrozenArray([[0.0], [1.0]]))
    moons.apply("", edits.set_data, given)
    assert panel.name.currentIndex() == -1
    assert panel.name.placeholderText() == "given values"
    assert not panel.samples.isVisible()
    assert panel.facts.text() == "samples: 2 · inputs: 1 · targets: 1"


def test_a_network_that_does_not_fit_can_be_made_to(panel: DataPanel, moons: Document) -> None:
    assert not panel.fit.isVisible()
    moons.apply("", edits.set_units, "x", 5)
    moons.apply("", edits.set_units, "o", 3)
    assert panel.fit.isVisible()
    panel.fit.click()
    assert (moons.project.layer("x").units, moons.project.layer("o").units) == (2, 1)
    assert moons.compiled is not None
    assert moons.undo_stack.count() == 3
    assert not panel.fit.isVisible()


def test_without_data_nothing_is_fitted() -> None:
    project = edits.add_layer(Project(), "input", 3)
    assert fitted(project) is project


def test_the_pictures_classes_are_the_targets() -> None:
    inputs = FrozenArray([[0.0, 1.0], [2.0, 3.0], [4.0, 5.0]])
    two = points_of(Dataset(("a", "b"), inputs, FrozenArray([[0.0], [1.0], [0.0]])))
    assert two.classes.tolist() == [0, 1, 0]
    three = points_of(Dataset(("a", "b"), inputs, FrozenArray(np.eye(3)[[2, 0, 1]])))
    assert three.classes.tolist() == [2, 0, 1]
    assert three.places.tolist() == inputs.tolist()


def test_of_many_samples_the_picture_takes_a_part() -> None:
    generator = Generator("moons", 10_000)
    columns, inputs, targets = datasets.make("moons", 10_000)
    data = Dataset(columns, FrozenArray(inputs), FrozenArray(targets), generator)
    assert 1000 < len(points_of(data).places) <= 1500
