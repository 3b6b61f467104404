"""Counts of any size, written so that they can be read."""

from __future__ import annotations

import pytest

from mlp_studio.ui.counting import count_text, exact_text, ratio_text
from mlp_studio.ui.numbers import NumberFormat


@pytest.mark.parametrize(
    ("count", "text"),
    [
        (0, "0"),
        (1234, "1,234"),
        (10**15 - 1, "999,999,999,999,999"),
        (10**15, "1.0·10¹⁵"),
        (1_249_999_999_999_999, "1.2·10¹⁵"),
        (9_960_000_000_000_000, "1.0·10¹⁶"),
        (12 * 10**399, "1.2·10⁴⁰⁰"),
    ],
)
def test_thousands_are_parted_and_large_counts_are_powers(
    numbers: NumberFormat, count: int, text: str
) -> None:
    assert count_text(numbers, count) == text


def test_a_decimal_comma_leaves_the_thousands_a_thin_space(numbers: NumberFormat) -> None:
    numbers.set_decimal_sign(",")
    assert count_text(numbers, 1_234_567) == "1\u202f234\u202f567"
    assert count_text(numbers, 12 * 10**20) == "1,2·10²¹"


def test_the_exact_text_has_every_digit_as_long_as_anybody_could_read_it(
    numbers: NumberFormat,
) -> None:
    assert exact_text(numbers, 10**15 + 1) == "1,000,000,000,000,001"
    assert exact_text(numbers, 10**5000) == "1.0·10⁵⁰⁰⁰"


def test_ratios_have_a_decimal_while_they_are_small(numbers: NumberFormat) -> None:
    assert ratio_text(numbers, 27, 11) == "2.5"
    assert ratio_text(numbers, 16_100_490, 13_706) == "1,175"
    assert ratio_text(numbers, 10**40, 10**3) == "1.0·10³⁷"
