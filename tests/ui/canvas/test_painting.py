"""What is really painted: colours at places, in both themes."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage

from mlp_studio.engine.arrays import FrozenArray
from mlp_studio.project import edits
from mlp_studio.project.model import Dataset, Project
from mlp_studio.ui.theme import blend
from tests.ui.canvas.conftest import chain_project
from tests.ui.canvas.mouse import middle_of, on_edge


def with_random_data(project: Project, samples: int = 3) -> Project:
    """Data that fit the first and the last layer."""
    rng = np.random.default_rng(0)
    width, outputs = project.layers[0].units, project.layers[-1].units
    inputs, targets = rng.random((samples, width)), rng.random((samples, outputs))
    names = tuple(f"x{number + 1}" for number in range(width))
    return edits.set_data(project, Dataset(names, FrozenArray(inputs), FrozenArray(targets)))


def picture(studio) -> QImage:
    return studio.view.grab().toImage()


def colour_at(studio, at: QPointF) -> QColor:
    return picture(studio).pixelColor(studio.view.mapFromScene(at))


def near(colour: QColor, other: QColor, most: int = 24) -> bool:
    """Whether two colours look the same."""
    pairs = zip(colour.getRgb()[:3], other.getRgb()[:3], strict=True)
    return max(abs(a - b) for a, b in pairs) <= most


@pytest.mark.parametrize("name", ["light", "dark"])
def test_edges_take_the_colour_of_their_sign(xor, theme, name) -> None:
    theme.set(name)
    strongest_negative = on_edge(xor.view, "x->h1", 1, 0, share=0.12)
    strongest_positive = on_edge(xor.view, "h1->o", 0, 0, share=0.12)
    assert near(colour_at(xor, strongest_negative), theme.theme.negative)
    assert near(colour_at(xor, strongest_positive), theme.theme.positive)


def test_the_paper_takes_the_canvas_colour_and_follows_the_theme(xor, theme) -> None:
    corner = xor.view.mapToScene(20, 20)
    assert colour_at(xor, corner) == theme.theme.canvas
    theme.set("dark")
    assert colour_at(xor, corner) == theme.theme.canvas


def test_edges_step_back_while_another_is_computed(xor, theme) -> None:
    at = on_edge(xor.view, "h1->o", 0, 0, share=0.12)
    xor.step_to("forward", "h1", 0)
    colour = colour_at(xor, at)
    assert not near(colour, theme.theme.positive)
    assert near(colour, blend(theme.theme.positive, theme.theme.canvas, 0.34))


def test_what_steps_back_is_still_seen_in_the_dark(xor, theme) -> None:
    at = on_edge(xor.view, "h1->o", 0, 0, share=0.12)
    theme.set("dark")
    xor.step_to("forward", "h1", 0)
    colour = colour_at(xor, at)
    assert near(colour, blend(theme.theme.positive, theme.theme.canvas, 0.55))
    assert not near(colour, theme.theme.positive, most=48)


def test_the_unit_being_computed_has_the_colour_of_the_motion(xor, theme) -> None:
    rim = middle_of(xor.view, "h1", 0) + QPointF(0.0, -24.0)
    xor.step_to("forward", "h1", 0)
    assert near(colour_at(xor, rim), theme.theme.forward, most=60)
    xor.step_to("backward", "h1", 0)
    assert near(colour_at(xor, rim), theme.theme.backward, most=60)


def test_an_absent_edge_is_not_drawn(xor) -> None:
    at = on_edge(xor.view, "h1->o", 0, 1, share=0.12)
    background = colour_at(xor, at + QPointF(0.0, 12.0))
    assert colour_at(xor, at) != background
    xor.document.apply("", edits.remove_edge, "h1->o", 0, 1)
    assert colour_at(xor, at) == background


def test_a_frozen_edge_is_dashed(xor) -> None:
    def inked() -> int:
        image = picture(xor)
        start = on_edge(xor.view, "h1->o", 0, 0, share=0.05)
        end = on_edge(xor.view, "h1->o", 0, 0, share=0.35)
        at = [start + (end - start) * (step / 60) for step in range(60)]
        pixels = [image.pixelColor(xor.view.mapFromScene(point)) for point in at]
        return sum(near(pixel, xor.theme.theme.positive, most=40) for pixel in pixels)

    whole = inked()
    xor.document.apply("", edits.set_link_frozen, "h1->o", True)
    assert 0.3 * whole < inked() < 0.9 * whole


def test_the_empty_canvas_says_what_to_do(empty, theme) -> None:
    image = picture(empty)
    colours = {image.pixel(x, y) for x in range(200, 800, 2) for y in range(380, 460, 2)}
    assert theme.theme.ink.rgb() in colours


def test_a_large_network_is_painted_with_its_strongest_edges(show) -> None:
    studio = show(with_random_data(chain_project(784, 128, 64, 10)))
    assert len(studio.figure.table) < 500
    assert not picture(studio).isNull()
