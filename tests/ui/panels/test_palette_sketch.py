"""The tiny picture of a template: which dots and lines there are."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from mlp_studio.project import edits
from mlp_studio.project.model import Project
from mlp_studio.project.templates import TEMPLATES
from mlp_studio.ui.panels.palette.sketch import Sketch, draw_sketch, sketch_of
from mlp_studio.ui.theme import ThemeModel

NETWORKS = {template.name: template.project for template in TEMPLATES}


def test_columns_are_the_layers_from_input_to_output() -> None:
    assert sketch_of(NETWORKS["digits"]).columns == ((64,), (32,), (10,))
    assert sketch_of(NETWORKS["digits"]).sizes == "64 → 32 → 10"


def test_a_skip_is_a_link_past_a_column() -> None:
    assert ((0, 0), (3, 0)) in sketch_of(NETWORKS["skip"]).links


def test_layers_that_have_the_same_column_stand_above_one_another() -> None:
    project = Project()
    for layer_id, kind, units in (("x", "input", 2), ("y", "input", 3), ("o", "output", 1)):
        project = edits.add_layer(project, kind, units, layer_id=layer_id)
    project = edits.add_link(edits.add_link(project, "x", "o"), "y", "o")
    sketch = sketch_of(project)
    assert sketch.columns == ((2, 3), (1,))
    assert sketch.links == (((0, 0), (1, 0)), ((0, 1), (1, 0)))
    assert sketch.sizes == "2 + 3 → 1"


def test_nothing_is_drawn_of_nothing(qapp: QApplication, theme: ThemeModel) -> None:
    assert sketch_of(Project()) == Sketch(())
    assert painted(Sketch(()), theme) == 0


@pytest.mark.parametrize("name", NETWORKS)
def test_every_template_stays_inside_its_picture(
    qapp: QApplication, theme: ThemeModel, name: str
) -> None:
    sketch = sketch_of(NETWORKS[name])
    assert painted(sketch, theme) > 20
    assert painted(sketch, theme, margin=0) == painted(sketch, theme, margin=10)


def painted(sketch: Sketch, theme: ThemeModel, margin: int = 10) -> int:
    """How many pixels are not empty, of a picture with so much around the room for it."""
    image = QImage(QSize(52 + 2 * margin, 34 + 2 * margin), QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    room = QRectF(margin, margin, 52, 34)
    draw_sketch(painter, room, sketch, theme.theme.ink, theme.theme.muted)
    painter.end()
    return sum(
        image.pixelColor(x, y).alpha() > 0
        for x in range(image.width())
        for y in range(image.height())
    )
