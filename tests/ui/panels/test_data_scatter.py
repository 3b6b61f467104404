"""The small picture of the data: what stands where, and as which mark."""

from __future__ import annotations

import numpy as np
import pytest

from mlp_studio.engine import datasets
from mlp_studio.engine.arrays import FrozenArray
from mlp_studio.project.model import Dataset
from mlp_studio.ui.panels.scatter import LEVELS, Scatter, level_colours, points_of
from mlp_studio.ui.theme import ThemeModel
from tests.ui.panels.conftest import Shown

INPUTS = FrozenArray([[0.0, 1.0, 7.0], [2.0, 3.0, 8.0], [4.0, 5.0, 9.0]])


def data(targets: object) -> Dataset:
    return Dataset(("a", "b", "c"), INPUTS, FrozenArray(targets))


def test_the_marks_are_the_classes() -> None:
    two = points_of(data([[0.0], [1.0], [0.0]]))
    assert (two.classes.tolist(), two.count) == ([0, 1, 0], 2)
    three = points_of(data(np.eye(3)[[2, 0, 1]]))
    assert (three.classes.tolist(), three.count) == ([2, 0, 1], 3)


def test_the_columns_are_those_asked_for() -> None:
    targets = [[0.0], [1.0], [0.0]]
    assert points_of(data(targets)).places.tolist() == [[0, 1], [2, 3], [4, 5]]
    assert points_of(data(targets), (2, 0)).places.tolist() == [[7, 0], [8, 2], [9, 4]]


def test_of_a_single_column_the_target_goes_upward() -> None:
    line = Dataset(("x",), FrozenArray([[1.0], [2.0]]), FrozenArray([[0.3], [7.0]]))
    points = points_of(line, (0, None))
    assert points.places.tolist() == [[1.0, 0.3], [2.0, 7.0]]
    assert not points.is_plane


def test_numbers_are_shaded_from_the_least_to_the_greatest() -> None:
    shaded = points_of(data([[-3.0], [0.0], [3.0]]))
    assert shaded.is_numbers
    assert shaded.classes.tolist() == [0, LEVELS // 2, LEVELS - 1]
    constant = points_of(data([[5.0], [5.0], [5.0]]))
    assert len(set(constant.classes.tolist())) == 1


def test_the_shades_end_in_the_roles_of_negative_and_positive(theme: ThemeModel) -> None:
    shades = level_colours(theme.theme)
    assert len(shades) == LEVELS
    assert (shades[0], shades[-1]) == (theme.theme.negative, theme.theme.positive)


@pytest.mark.parametrize("samples", [10_000, 50_000])
def test_of_many_samples_the_picture_takes_a_part_of_every_class(samples: int) -> None:
    columns, inputs, targets = datasets.make("moons", samples)
    points = points_of(Dataset(columns, FrozenArray(inputs), FrozenArray(targets)))
    assert 1000 < len(points.places) <= 1500
    assert float((points.classes == 1).mean()) == pytest.approx(0.5, abs=0.02)


def test_columns_of_very_different_ranges_both_fill_the_picture(
    theme: ThemeModel, shown: Shown
) -> None:
    scatter = Scatter(theme)
    shown(scatter)
    inputs = np.random.default_rng(0).uniform([0.0, 0.0], [1.0, 1000.0], size=(300, 2))
    targets = np.zeros((300, 1))
    targets[::2] = 1.0
    scatter.show_data(Dataset(("a", "b"), FrozenArray(inputs), FrozenArray(targets)))
    image = scatter.grab().toImage()
    canvas = theme.theme.canvas.rgb()
    third = image.width() // 3
    marked = [
        sum(
            image.pixel(x, y) != canvas
            for x in range(part * third + 10, (part + 1) * third - 10, 3)
            for y in range(10, image.height() - 10, 3)
        )
        for part in range(3)
    ]
    assert min(marked) > 50, "the points are squeezed into a line"
