"""Typed fields: numbers in every spelling, and nothing typed is lost."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.panels.fields import CountBox, NumberField
from tests.ui.panels.conftest import Enter


@pytest.fixture
def field(qtbot: QtBot, numbers: NumberFormat) -> NumberField:
    field = NumberField(numbers)
    qtbot.addWidget(field)
    field.show_value(0.25)
    field.show()
    return field


@pytest.mark.parametrize(
    ("typed", "value"),
    [("1/3", 1 / 3), ("0,5", 0.5), ("−2", -2.0), ("1e-3", 0.001), (" 7 ", 7.0)],
)
def test_a_number_may_be_written_as_a_fraction_or_with_a_comma(
    field: NumberField, enter: Enter, qtbot: QtBot, typed: str, value: float
) -> None:
    with qtbot.waitSignal(field.value_entered) as entered:
        enter(field.line, typed)
    assert entered.args == [value]


def test_what_is_not_a_number_stays_with_one_sentence_under_it(
    field: NumberField, enter: Enter, qtbot: QtBot
) -> None:
    with qtbot.assertNotEmitted(field.value_entered):
        enter(field.line, "half")
    assert field.line.text() == "half"
    assert field.message.isVisible()
    assert "half" in field.message.text()
    field.show_value(0.25)
    assert field.line.text() == "half", "showing the same value again must not take it away"


def test_escape_brings_the_value_back(field: NumberField, enter: Enter, qtbot: QtBot) -> None:
    enter(field.line, "half")
    qtbot.keyClick(field.line, Qt.Key.Key_Escape)
    assert field.line.text() == "0.25"
    assert not field.message.isVisible()


def test_leaving_the_field_untouched_changes_nothing(field: NumberField, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(field.value_entered):
        qtbot.keyClick(field.line, Qt.Key.Key_Return)


def test_a_long_value_is_rounded_at_rest_and_whole_while_edited(
    field: NumberField, qtbot: QtBot
) -> None:
    field.line.clearFocus()
    field.show_value(1 / 3)
    assert field.line.text() == "0.3333"
    field.activateWindow()
    field.line.setFocus()
    qtbot.waitUntil(field.line.hasFocus)
    assert field.line.text() == "0.3333333333333333"


def test_a_count_holds_what_an_int32_cannot(qtbot: QtBot) -> None:
    box = CountBox(0)
    qtbot.addWidget(box)
    box.setValue(2**53)
    assert box.text() == str(2**53)
    assert box.minimumSizeHint().width() < 160
