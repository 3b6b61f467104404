"""What a person starts from must let a small network learn."""

from __future__ import annotations

from mlp_studio.engine import datasets
from mlp_studio.engine.arrays import FrozenArray
from mlp_studio.engine.splitting import Data
from mlp_studio.engine.trainer import train
from mlp_studio.project import edits
from mlp_studio.project.compile import Compiled, compile_project
from mlp_studio.project.model import Dataset
from mlp_studio.project.starting import STARTING_PROJECT


def test_a_hand_built_xor_network_learns_with_the_settings_one_starts_from() -> None:
    columns, inputs, targets = datasets.make("xor", samples=4, noise=0.0, seed=0)
    data = Dataset(tuple(columns), FrozenArray(inputs), FrozenArray(targets))
    project = edits.set_data(STARTING_PROJECT, data)
    for kind, units in (("input", 2), ("dense", 2), ("output", 1)):
        layer = edits.fresh_layer_id(project, kind)
        project = edits.add_layer(project, kind, units, layer_id=layer)
    first, second, third = (layer.id for layer in project.layers)
    project = edits.add_link(edits.add_link(project, first, second), second, third)
    compiled = compile_project(project)
    assert isinstance(compiled, Compiled)
    whole = Data(compiled.inputs, compiled.targets)
    *_, last = train(compiled.network, compiled.parameters, whole, compiled.training)
    predictions = compiled.network.predict(last.parameters, compiled.inputs)
    assert (abs(predictions - compiled.targets) < 0.1).all()
