"""The plane feeds the network what its own samples are fed: features, then the same scale."""

from __future__ import annotations

import numpy as np
import pytest

from mlp_studio.project import edits
from mlp_studio.project.compile import Compiled, compile_project
from mlp_studio.project.model import Scaling
from mlp_studio.ui.plots.plane.section import Inputs, section_of
from tests.ui.plots.plane.conftest import circles


@pytest.mark.parametrize("scaling", ["none", "standard", "min_max"])
@pytest.mark.parametrize("features", [("x1", "x2"), ("x1**2 + x2", "10 * x2")])
def test_a_sample_is_the_same_input_on_the_plane_and_in_training(
    scaling: Scaling, features: tuple[str, ...]
) -> None:
    project = edits.set_features(circles(60, test=0.3), "x", features)
    project = edits.set_scaling(project, scaling)
    compiled = compile_project(project)
    assert isinstance(compiled, Compiled)
    assert project.data is not None
    places = project.data.inputs.values
    inputs = Inputs(project, compiled, section_of(project.data, 0, 1, places[0]))
    np.testing.assert_array_equal(inputs.at(places), compiled.inputs)
    np.testing.assert_array_equal(
        inputs.outputs(compiled.parameters, places),
        compiled.network.predict(compiled.parameters, compiled.inputs),
    )
    assert compiled.scaler.is_identity == (scaling == "none")
