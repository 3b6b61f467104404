"""Small networks that document tests can start from."""

from __future__ import annotations

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from mlp_studio.commands.demo import build_xor
from mlp_studio.document.document import Document
from mlp_studio.engine.arrays import FrozenArray
from mlp_studio.project import edits
from mlp_studio.project.model import Dataset, Project


@pytest.fixture
def xor(qtbot: QtBot) -> Document:
    """XOR on 2-2-1, compiled and without history."""
    return Document(build_xor())


@pytest.fixture
def ten(qtbot: QtBot) -> Document:
    """Ten samples for 3-4-2 with a skip, an absent and a frozen edge; batches of four."""
    return Document(build_ten())


def build_ten() -> Project:
    rng = np.random.default_rng(5)
    inputs, targets = rng.normal(size=(10, 3)), rng.random((10, 2))
    data = Dataset(("p", "q", "r"), FrozenArray(inputs), FrozenArray(targets))
    project = edits.set_data(Project(), data)
    project = edits.add_layer(project, "input", 3, layer_id="x")
    project = edits.add_layer(project, "dense", 4, layer_id="h", activation="tanh")
    project = edits.add_layer(project, "dense", 2, layer_id="o", activation="sigmoid")
    for source, target in (("x", "h"), ("h", "o"), ("x", "o")):
        project = edits.add_link(project, source, target)
    project = edits.remove_edge(project, "x->h", 1, 2)
    project = edits.set_edge_frozen(project, "h->o", 0, 1, True)
    return edits.set_training(project, batch_size=4, seed=3, shuffle=False)
