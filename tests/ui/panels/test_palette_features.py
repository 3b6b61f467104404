"""Features in the palette: ready ones of the data's columns, and formulas a person types."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mlp_studio.engine.expressions import Formula
from mlp_studio.ui.mime import PaletteItem
from mlp_studio.ui.panels.palette import Palette
from mlp_studio.ui.panels.palette.drawing import ITEM
from mlp_studio.ui.panels.palette.features import ready_features, shown
from mlp_studio.ui.theme import ThemeModel
from tests.ui.panels.conftest import Enter, Shown

RADIAL = "exp(-(x1**2 + x2**2))"


@pytest.fixture
def palette(theme: ThemeModel, shown: Shown) -> Palette:
    palette = Palette(theme=theme)
    shown(palette)
    return palette


def offered(palette: Palette) -> list[str]:
    chips = palette.features.chips
    things = [chips.item(row).data(ITEM) for row in range(chips.count())]
    return [thing.value if thing else "…" for thing in things]


def texts(palette: Palette) -> list[str]:
    chips = palette.features.chips
    return [chips.item(row).text() for row in range(chips.count())]


def ask(palette: Palette, qtbot: QtBot) -> None:
    """Choose the chip that asks for a formula."""
    chips = palette.features.chips
    chips.setCurrentRow(chips.count() - 1)
    qtbot.keyClick(chips, Qt.Key.Key_Return)


def test_without_data_there_are_features_of_x1_and_x2(palette: Palette) -> None:
    assert offered(palette) == ["x1**2", "x2**2", "x1*x2", "sin(x1)", "sin(x2)", RADIAL, "…"]
    radial = "exp(-(x1² + x2²))"
    assert texts(palette) == ["x1²", "x2²", "x1·x2", "sin x1", "sin x2", radial, "formula…"]


def test_with_data_they_are_of_its_first_two_columns(palette: Palette) -> None:
    palette.set_columns(["a", "b", "c"])
    assert texts(palette)[:-1] == ["a²", "b²", "a·b", "sin a", "sin b", "exp(-(a² + b²))"]
    palette.set_columns([])
    assert texts(palette)[0] == "x1²"


def test_columns_that_no_formula_can_name_are_offered_by_their_number(palette: Palette) -> None:
    palette.set_columns(["sepal length", "sepal width", "c"])
    assert texts(palette)[:3] == ["x1²", "x2²", "x1·x2"]


@pytest.mark.parametrize(
    ("columns", "formulas"),
    [
        (["a"], ("a**2", "sin(a)", "exp(-a**2)")),
        (["petal length", "b"], ("b**2", "sin(b)", "exp(-b**2)")),
        (["a", "a"], ("a**2", "sin(a)", "exp(-a**2)")),
        (["sin", "b"], ("b**2", "sin(b)", "exp(-b**2)")),
        (
            ["키", "class"],
            ("키**2", "class**2", "키*class", "sin(키)", "sin(class)", "exp(-(키**2 + class**2))"),
        ),
        (
            ["petal length", "a", "(c)", "b", "d"],
            ("a**2", "b**2", "a*b", "sin(a)", "sin(b)", "exp(-(a**2 + b**2))"),
        ),
        (["e", "2"], ("e**2", "sin(e)", "exp(-e**2)")),
        (["a+b", "(c)"], ()),
    ],
)
def test_only_features_that_can_be_computed_are_offered(
    columns: list[str], formulas: tuple[str, ...]
) -> None:
    assert ready_features(columns) == formulas


@pytest.mark.parametrize(
    ("formula", "text"),
    [
        ("a**12 + 2*b", "a¹² + 2·b"),
        ("a**2.5", "a^2.5"),
        ("a**b", "a^b"),
        ("exp(-a**2)", "exp(-a²)"),
        ("2**3**2", "2^3²"),
        ("sin(a) + cos(b)", "sin a + cos b"),
        ("sin(a)**2", "sin(a)²"),
        ("sin(a)*b", "sin(a)·b"),
    ],
)
def test_a_formula_is_shown_as_it_is_written_by_hand(formula: str, text: str) -> None:
    assert shown(formula) == text


def test_every_ready_feature_has_the_values_its_formula_says() -> None:
    values = np.array([[0.5, -2.0], [0.0, 0.0]])
    a, b = values.T
    expected = [a**2, b**2, a * b, np.sin(a), np.sin(b), np.exp(-(a**2 + b**2))]
    ready = ready_features(["a", "b"])
    for formula, numbers in zip(ready, expected, strict=True):
        assert Formula(formula, ["a", "b"]).values(values) == pytest.approx(numbers)


def test_a_typed_formula_becomes_an_armed_chip(
    palette: Palette, qtbot: QtBot, enter: Enter
) -> None:
    palette.set_columns(["a", "b"])
    ask(palette, qtbot)
    assert palette.features.field.isVisible()
    with qtbot.waitSignal(palette.armed) as armed:
        enter(palette.features.field.line, " exp(-a**2) ")
    thing = PaletteItem("feature", "exp(-a**2)")
    assert armed.args == [thing]
    assert not palette.features.field.isVisible()
    assert offered(palette)[-2:] == ["exp(-a**2)", "…"]
    with qtbot.waitSignal(palette.chosen) as chosen:
        qtbot.keyClick(palette.features.chips, Qt.Key.Key_Return)
    assert chosen.args == [thing]


@pytest.mark.parametrize(
    ("formula", "reason", "selected"),
    [
        ("sin(a", "At character 4: this parenthesis is never closed", ""),
        ("a + weight", "No column is called weight; there are a, b.", "weight"),
        ("a^2", "write ** for a power", ""),
    ],
)
def test_what_cannot_be_computed_stays_in_the_field_with_the_reason(
    palette: Palette, qtbot: QtBot, enter: Enter, formula: str, reason: str, selected: str
) -> None:
    palette.set_columns(["a", "b"])
    ask(palette, qtbot)
    field = palette.features.field
    enter(field.line, formula)
    assert field.line.text() == formula
    assert reason in field.message.text()
    assert field.line.selectedText() == selected
    assert len(offered(palette)) == 7


def test_esc_closes_the_field_and_gives_the_keyboard_back(palette: Palette, qtbot: QtBot) -> None:
    ask(palette, qtbot)
    line = palette.features.field.line
    qtbot.keyClicks(line, "sin(")
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert line.text() == ""
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert not palette.features.field.isVisible()
    assert palette.features.chips.hasFocus()
    assert len(offered(palette)) == 7


def test_a_formula_of_columns_that_are_gone_is_disarmed_and_waits_for_them(
    palette: Palette, qtbot: QtBot, enter: Enter
) -> None:
    palette.set_columns(["a", "b"])
    ask(palette, qtbot)
    enter(palette.features.field.line, "a*a*b")
    with qtbot.waitSignal(palette.armed) as armed:
        palette.set_columns(["p", "q"])
    assert armed.args == [None]
    assert "a*a*b" not in offered(palette)
    palette.set_columns(["a", "b"])
    assert "a*a*b" in offered(palette)


def test_the_field_and_its_refusal_are_scrolled_into_sight(
    palette: Palette, qtbot: QtBot, enter: Enter
) -> None:
    palette.resize(240, 300)
    QApplication.processEvents()
    field = palette.features.field
    ask(palette, qtbot)
    qtbot.waitUntil(lambda: bottom_of(field.line, palette) <= palette.hint.y())
    enter(field.line, "sin(weight)")
    qtbot.waitUntil(lambda: bottom_of(field.message, palette) <= palette.hint.y())
    assert field.message.mapTo(palette, QPoint()).y() >= 0


def bottom_of(part: QWidget, palette: Palette) -> int:
    return part.mapTo(palette, part.rect().bottomLeft()).y()
