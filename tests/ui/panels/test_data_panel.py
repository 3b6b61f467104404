"""The data panel: data go into the document, are split, scaled and fitted; undo takes all back."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from mlp_studio.document.document import Document
from mlp_studio.engine.arrays import FrozenArray
from mlp_studio.project import builtin, edits
from mlp_studio.project.model import Dataset, Generator, Project
from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.panels.data import DataPanel
from mlp_studio.ui.theme import ThemeModel
from tests.ui.panels.conftest import Enter, Shown

NAMES = [each.name for each in builtin.SETS]


@pytest.fixture
def panel(moons: Document, theme: ThemeModel, numbers: NumberFormat, shown: Shown) -> DataPanel:
    panel = DataPanel(document=moons, theme=theme, numbers=numbers)
    shown(panel)
    return panel


def choose(panel: DataPanel, name: str) -> None:
    panel.name.setCurrentIndex(panel.name.findData(name))
    panel.name.activated.emit(panel.name.currentIndex())


def data_of(document: Document) -> Dataset:
    assert document.project.data is not None
    return document.project.data


def recipe(document: Document) -> Generator:
    generator = data_of(document).generator
    assert generator is not None
    return generator


def given(document: Document, **changes: Any) -> None:
    """Data somebody brought along: five samples, two columns, no recipe."""
    inputs = [[1.0, 10.0], [2.0, 20.0], [3.0, 30.0], [4.0, 40.0], [5.0, 50.0]]
    targets = [[0.0], [1.0], [0.0], [1.0], [0.0]]
    data = Dataset(("a", "b"), FrozenArray(inputs), FrozenArray(targets))
    document.apply("", edits.set_data, replace(data, **changes))


def test_every_built_in_set_is_offered_in_its_group(panel: DataPanel) -> None:
    offered = [panel.name.itemData(at) for at in range(panel.name.count())]
    assert [name for name in offered if name is not None] == NAMES
    headings = [at for at, name in enumerate(offered) if name is None]
    assert len(headings) == 4
    model = panel.name.model()
    for at in headings:
        flags = model.flags(model.index(at, 0))
        assert not flags & Qt.ItemFlag.ItemIsSelectable, "a heading is no data set"


def test_every_set_has_a_name_to_be_read(panel: DataPanel) -> None:
    texts = [panel.name.itemText(at) for at in range(panel.name.count())]
    assert not set(texts) & set(NAMES), "an engine's name was left as it is"


@pytest.mark.parametrize("name", NAMES)
def test_a_chosen_set_is_exactly_what_its_recipe_makes(
    panel: DataPanel, moons: Document, name: str
) -> None:
    choose(panel, "xor" if name != "xor" else "spirals")
    choose(panel, name)
    made = builtin.generated(recipe(moons))
    assert recipe(moons).name == name
    assert np.array_equal(data_of(moons).inputs.values, made.inputs.values)
    assert np.array_equal(data_of(moons).targets.values, made.targets.values)


@pytest.mark.parametrize("name", NAMES)
def test_exactly_the_settings_of_a_set_are_shown(panel: DataPanel, name: str) -> None:
    choose(panel, "and" if name != "and" else "xor")
    choose(panel, name)
    chosen, fields = builtin.find(name), panel.recipe
    assert fields.noise.isVisible() == chosen.has_noise
    assert fields.samples.isVisible() == chosen.has_samples
    assert fields.classes.isVisible() == (chosen.classes is not None)
    assert fields.formula.isVisible() == chosen.has_formula
    assert fields.balance.isVisible() == (chosen.has_balance and chosen.group != "gates")


def test_a_gate_is_its_truth_table_and_says_so(panel: DataPanel, moons: Document) -> None:
    choose(panel, "xor")
    assert data_of(moons).samples == 4
    assert panel.recipe.samples.value() == 4
    assert not panel.recipe.samples.isEnabled()


def test_samples_noise_and_seed_make_the_data_anew(
    panel: DataPanel, moons: Document, enter: Enter
) -> None:
    panel.recipe.samples.setValue(60)
    enter(panel.recipe.noise.number.line, "1/4")
    panel.recipe.seed.setValue(5)
    assert recipe(moons) == Generator("moons", 60, 0.25, 5)
    assert moons.undo_stack.count() == 3
    for _ in range(3):
        moons.undo()
    assert recipe(moons) == Generator("moons", 40, 0.1, 0)
    assert panel.recipe.samples.value() == 40


def test_another_data_set_begins_with_a_noise_that_suits_it(
    panel: DataPanel, moons: Document, enter: Enter
) -> None:
    choose(panel, "circles")
    enter(panel.recipe.noise.number.line, "0.4")
    choose(panel, "spirals")
    spirals = recipe(moons).noise

    choose(panel, "xor")
    gate = recipe(moons).noise

    choose(panel, "moons")
    assert (spirals, gate, recipe(moons).noise) == (0.03, 0.0, 0.1)


def test_the_same_data_set_chosen_again_changes_nothing(
    panel: DataPanel, moons: Document, enter: Enter
) -> None:
    enter(panel.recipe.noise.number.line, "0.4")
    changes = moons.undo_stack.count()

    choose(panel, "moons")

    assert recipe(moons).noise == 0.4
    assert moons.undo_stack.count() == changes


def test_the_choice_of_data_stands_above_their_picture(panel: DataPanel) -> None:
    name = panel.name.mapTo(panel, QPoint(0, 0))
    assert name.y() < panel.scatter.mapTo(panel, QPoint(0, 0)).y()


def test_a_negative_noise_is_refused(panel: DataPanel, moons: Document, enter: Enter) -> None:
    before = moons.project
    enter(panel.recipe.noise.number.line, "-0.1")
    assert moons.project is before
    assert panel.recipe.noise.number.message.isVisible()


def test_a_pull_at_a_slider_is_one_undo_entry(panel: DataPanel, moons: Document) -> None:
    for place in (30, 50, 60):
        panel.recipe.noise.slider.setValue(place)
    panel.recipe.noise.slider.sliderReleased.emit()
    for percent in (10, 20, 25):
        panel.splitting.test.slider.setValue(percent)
    assert recipe(moons).noise == 0.3
    assert moons.project.training.test_fraction == 0.25
    assert moons.undo_stack.count() == 2
    assert panel.splitting.test.sentence.text() == "25 % of the samples"


def test_targets_can_be_minus_one_and_one(panel: DataPanel, moons: Document) -> None:
    targets = panel.recipe.targets
    targets.setCurrentIndex(1)
    targets.activated.emit(1)
    assert set(data_of(moons).targets.values.ravel().tolist()) == {-1.0, 1.0}
    choose(panel, "circles")
    assert targets.currentIndex() == 1, "kept for the next data set"
    choose(panel, "iris")
    assert not targets.isVisible(), "several classes are one-hot"
    assert set(data_of(moons).targets.values.ravel().tolist()) == {0.0, 1.0}


def test_the_number_of_classes_stays_in_what_the_set_has(panel: DataPanel, moons: Document) -> None:
    choose(panel, "blobs")
    classes = panel.recipe.classes
    assert (classes.minimum(), classes.maximum()) == (2, 6)
    classes.setValue(5)
    assert data_of(moons).targets.shape[1] == 5
    choose(panel, "spirals")
    assert (classes.minimum(), classes.maximum()) == (2, 4)


def test_a_curve_that_cannot_be_read_stays_in_its_field_with_the_reason(
    panel: DataPanel, moons: Document, enter: Enter
) -> None:
    choose(panel, "bands")
    field = panel.recipe.formula
    before = moons.project
    enter(field.line, "sin(x1")
    assert moons.project is before
    assert field.line.text() == "sin(x1"
    assert field.message.isVisible()
    assert field.message.text().startswith("At character ")
    enter(field.line, "x1**2 - 1/2")
    assert recipe(moons).formula == "x1**2 - 1/2"
    assert not field.message.isVisible()


def test_the_balance_is_the_share_of_the_first_class(panel: DataPanel, moons: Document) -> None:
    choose(panel, "circles")
    balance = panel.recipe.balance
    assert balance.sentence.text() == "all classes alike"
    balance.slider.setValue(80)
    balance.released.emit()
    first = float((data_of(moons).targets.values == 0.0).mean())
    assert first == pytest.approx(0.8, abs=1 / data_of(moons).samples)
    assert balance.sentence.text() == "80 % in the first class"
    balance.slider.setValue(50)
    assert recipe(moons).balance is None, "half of two classes is alike"


def test_of_what_was_measured_no_more_can_be_asked_for(panel: DataPanel, moons: Document) -> None:
    panel.recipe.samples.setValue(77)
    choose(panel, "iris")
    assert data_of(moons).samples == 150
    assert panel.recipe.samples.maximum() == 150
    choose(panel, "moons")
    assert recipe(moons).samples == builtin.find("moons").default.samples


def test_classes_are_called_by_their_names(panel: DataPanel) -> None:
    choose(panel, "iris")
    assert panel.legend.texts == ("setosa", "versicolor", "virginica")
    choose(panel, "moons")
    assert panel.legend.texts == ("0", "1")
    choose(panel, "digits")
    assert panel.legend.texts == tuple("0123456789")


def test_data_that_were_given_show_no_recipe(panel: DataPanel, moons: Document) -> None:
    given(moons)
    assert panel.name.currentIndex() == -1
    assert panel.name.placeholderText() == "given values"
    assert not panel.recipe.samples.isVisible()
    assert panel.facts.label.text() == "samples: 5 · inputs: 2 · classes: 2"
    given(moons, targets=FrozenArray([[0.5], [1.5], [2.5], [3.5], [4.5]]))
    assert panel.facts.label.text() == "samples: 5 · inputs: 2 · targets: 1"


def test_data_of_an_unknown_recipe_are_shown_as_given(panel: DataPanel, moons: Document) -> None:
    given(moons, generator=Generator("of another version"))
    assert panel.name.currentIndex() == -1
    assert not panel.recipe.seed.isVisible()
    choose(panel, "moons")
    assert recipe(moons) == builtin.find("moons").default


def test_the_parts_are_counted_as_they_are_used(panel: DataPanel, moons: Document) -> None:
    panel.splitting.test.slider.setValue(25)
    panel.splitting.validation.slider.setValue(10)
    assert moons.compiled is not None
    split = moons.compiled.split
    assert (len(split.train), len(split.validation), len(split.test)) == (26, 4, 10)
    assert panel.facts.label.text().endswith("training: 26 · validation: 4 · test: 10")


def test_something_is_always_left_to_learn_from(panel: DataPanel, moons: Document) -> None:
    panel.splitting.test.slider.setValue(90)
    panel.splitting.validation.slider.setValue(90)
    training = moons.project.training
    assert training.test_fraction + training.validation_fraction < 1.0
    assert moons.compiled is not None


def test_a_stratified_split_gives_every_class_its_share(
    panel: DataPanel, moons: Document, qtbot: QtBot
) -> None:
    panel.splitting.test.slider.setValue(50)
    qtbot.mouseClick(panel.splitting.stratified, Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    assert moons.project.training.stratified
    assert moons.compiled is not None
    test = data_of(moons).targets.values[moons.compiled.split.test]
    assert float(test.mean()) == 0.5
    given(moons, targets=FrozenArray([[0.5], [1.5], [2.5], [3.5], [4.5]]))
    assert not panel.splitting.stratified.isVisible(), "numbers have no classes"


def test_parts_set_by_hand_take_the_place_of_the_shares(panel: DataPanel, moons: Document) -> None:
    assert not panel.splitting.again.isVisible()
    given(moons, parts=FrozenArray([0, 0, 1, 2, 2]))
    assert not panel.splitting.test.isEnabled()
    assert panel.splitting.by_hand.text() == "The parts were set by hand, sample by sample."
    assert panel.facts.label.text().endswith("training: 2 · validation: 1 · test: 2")
    panel.splitting.again.click()
    assert data_of(moons).parts is None
    assert panel.splitting.test.isEnabled()
    assert not panel.splitting.by_hand.isVisible()


def test_the_scaling_says_what_it_does_to_the_first_input(
    panel: DataPanel, moons: Document
) -> None:
    given(moons)
    assert not panel.scaling.sentence.isVisible()
    panel.scaling.choice.chosen.emit("min_max")
    assert data_of(moons).scaling == "min_max"
    assert panel.scaling.sentence.text() == "a: (x − 1) / 4, fitted on the training samples"
    panel.scaling.choice.chosen.emit("standard")
    assert moons.compiled is not None
    assert moons.compiled.scaler.factor[0] == pytest.approx(np.sqrt(2.0))
    assert panel.scaling.sentence.text() == "a: (x − 3) / 1.4142, fitted on the training samples"
    moons.apply("", edits.set_units, "x", 1)
    assert moons.compiled is None
    assert "(x − 3) / 1.4142" in panel.scaling.sentence.text(), "also where nothing can run yet"


def test_another_set_keeps_the_scaling(panel: DataPanel, moons: Document) -> None:
    panel.scaling.choice.chosen.emit("standard")
    choose(panel, "iris")
    assert data_of(moons).scaling == "standard"


def test_a_network_that_does_not_fit_can_be_made_to(panel: DataPanel, moons: Document) -> None:
    assert not panel.suiting.isVisible()
    moons.apply("", edits.set_units, "x", 5)
    moons.apply("", edits.set_units, "o", 3)
    assert panel.suiting.sentence.text() == (
        "Inputs and outputs: the data need 2 and 1, but the network has 5 and 3."
    )
    panel.suiting.fit.click()
    assert (moons.project.layer("x").units, moons.project.layer("o").units) == (2, 1)
    assert moons.compiled is not None
    assert moons.undo_stack.count() == 3
    assert not panel.suiting.isVisible()


def test_targets_out_of_reach_are_told_with_the_windows_numbers(
    panel: DataPanel, moons: Document, numbers: NumberFormat
) -> None:
    given(moons, targets=FrozenArray([[-0.5], [1.5], [2.5], [3.5], [4.5]]))
    assert panel.suiting.sentence.text() == (
        "The targets go from −0.5 to 4.5, which sigmoid cannot reach."
    )
    numbers.set_decimal_sign(",")
    assert "−0,5 to 4,5" in panel.suiting.sentence.text()
    panel.suiting.fit.click()
    assert moons.project.layer("o").activation == "linear"


def test_for_data_alone_a_network_is_built(
    qapp: object, theme: ThemeModel, numbers: NumberFormat, shown: Shown
) -> None:
    document = Document(Project())
    panel = DataPanel(document=document, theme=theme, numbers=numbers)
    shown(panel)
    assert not panel.suiting.isVisible(), "no data, nothing to suit"
    choose(panel, "iris")
    assert panel.suiting.fit.text() == "Build a network for the data"
    panel.suiting.fit.click()
    assert [layer.units for layer in document.project.layers] == [4, 8, 3]
    assert document.compiled is not None


def test_the_columns_of_the_picture_can_be_chosen(panel: DataPanel) -> None:
    assert not panel.columns.isVisible(), "two columns are the plane"
    choose(panel, "iris")
    assert panel.columns.isVisible()
    before = panel.scatter.grab().toImage()
    panel.columns.across.activated.emit(2)
    assert panel.columns.pair == (2, 1)
    assert panel.scatter.grab().toImage() != before


def test_the_buttons_ask_for_what_lies_outside(panel: DataPanel, qtbot: QtBot) -> None:
    for button, signal in (
        (panel.ways.read, panel.import_asked),
        (panel.ways.paste, panel.paste_asked),
        (panel.ways.table, panel.table_asked),
        (panel.ways.draw, panel.draw_asked),
    ):
        with qtbot.waitSignal(signal):
            button.click()
