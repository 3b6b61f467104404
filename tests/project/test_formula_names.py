"""Every column can be spoken of in a formula."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlp_studio.engine.expressions import Formula
from mlp_studio.project.fitting import feature_column
from mlp_studio.project.formula_names import formula_names


@pytest.mark.parametrize(
    ("columns", "names"),
    [
        (("a", "b"), ("a", "b")),
        (("petal length", "b"), ("x1", "b")),
        (("a", "petal length", "sin"), ("a", "x2", "x3")),
        (("a", "a"), ("a", "x2")),
        (("(c)", "x1"), ("x1_", "x1")),
        ((), ()),
    ],
)
def test_a_column_keeps_its_name_where_a_formula_can_say_it(
    columns: tuple[str, ...], names: tuple[str, ...]
) -> None:
    assert formula_names(columns) == names


@given(st.lists(st.text(max_size=6), min_size=1, max_size=6))
def test_every_column_can_be_computed_with_by_a_name_of_its_own(columns: list[str]) -> None:
    names = formula_names(columns)
    assert len(set(names)) == len(columns)
    values = np.arange(1.0, len(columns) + 1.0)[np.newaxis]
    for name, value in zip(names, values[0], strict=True):
        assert Formula(f"2*{name}", names).values(values).tolist() == [2 * value]


def test_a_feature_may_name_a_column_by_its_number() -> None:
    values = np.array([[2.0, 3.0], [4.0, 5.0]])
    columns = ("sepal length", "sepal width")
    assert feature_column("x1*x2", columns, values).tolist() == [6.0, 20.0]
    assert feature_column("sepal width", columns, values).tolist() == [3.0, 5.0]
