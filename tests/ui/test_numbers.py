"""Numbers are written one way and read forgivingly."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlp_studio.ui.numbers import NumberFormat


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.0, "0.0000"),
        (-0.0, "0.0000"),
        (0.5, "0.5000"),
        (-1.25, "−1.2500"),
        (12345.678, "12345.6780"),
        (123456.0, "1.235e5"),
        (0.00005, "0.0001"),
        (0.00004, "4.000e−5"),
        (-0.00001, "−1.000e−5"),
        (math.inf, "∞"),
        (-math.inf, "−∞"),
        (math.nan, "NaN"),
    ],
)
def test_a_number_is_written(numbers: NumberFormat, value: float, text: str) -> None:
    assert numbers.text(value) == text


def test_a_small_gradient_is_never_shown_as_zero(numbers: NumberFormat) -> None:
    numbers.set_digits(2)

    assert numbers.text(0.003) == "3.0e−3"
    assert numbers.text(0.0) == "0.00"


def test_digits_and_decimal_sign_are_announced(numbers: NumberFormat, qtbot) -> None:
    with qtbot.waitSignal(numbers.changed):
        numbers.set_digits(3)
    with qtbot.waitSignal(numbers.changed):
        numbers.set_decimal_sign(",")
    with qtbot.assertNotEmitted(numbers.changed):
        numbers.set_digits(3)

    assert numbers.text(-0.5) == "−0,500"


def test_digits_stay_in_their_range(numbers: NumberFormat) -> None:
    numbers.set_digits(99)
    assert numbers.digits == 6
    numbers.set_digits(0)
    assert numbers.digits == 2


def test_only_two_decimal_signs_exist(numbers: NumberFormat) -> None:
    with pytest.raises(ValueError, match="decimal sign"):
        numbers.set_decimal_sign(";")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0.5", 0.5),
        ("0,5", 0.5),
        (" −2 ", -2.0),
        ("-2", -2.0),
        ("+.5", 0.5),
        ("3.", 3.0),
        ("1e-3", 0.001),
        ("2E2", 200.0),
        ("1/3", 1 / 3),
        ("−1 / 4", -0.25),
        ("0,1/0,4", 0.25),
    ],
)
def test_a_number_is_read(numbers: NumberFormat, text: str, value: float) -> None:
    assert numbers.parse(text) == value


@pytest.mark.parametrize(
    "text",
    ["", " ", "abc", "1/2/3", "1,234.5", "nan", "inf", "0x10", "1_000", "--1", "9" * 50, "1/", "٣"],
)
def test_what_is_not_a_number_is_refused_in_one_sentence(numbers: NumberFormat, text: str) -> None:
    with pytest.raises(ValueError, match=r"is not a number; write for example 0\.5, −2 or 1/3\.$"):
        numbers.parse(text)


def test_a_division_by_zero_is_refused(numbers: NumberFormat) -> None:
    with pytest.raises(ValueError, match="cannot have 0"):
        numbers.parse("1/0.0")


def test_a_number_beyond_float_is_refused(numbers: NumberFormat) -> None:
    with pytest.raises(ValueError, match="too large"):
        numbers.parse("1e999")


@given(st.floats(allow_nan=False, allow_infinity=False), st.sampled_from([".", ","]))
def test_the_exact_text_reads_back_as_the_same_number(value: float, sign: str) -> None:
    numbers = NumberFormat(decimal_sign=sign)

    assert numbers.parse(numbers.exact(value)) == value


@given(st.floats(min_value=-1e4, max_value=1e4))
def test_the_shown_text_is_within_half_of_the_last_digit(value: float) -> None:
    numbers = NumberFormat(digits=3)

    assert numbers.parse(numbers.text(value)) == pytest.approx(value, abs=0.00051)
