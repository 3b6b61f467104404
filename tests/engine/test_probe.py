"""Maps over the input plane against predictions point by point."""

import numpy as np
import pytest

from mlp_studio.engine.initializers import initial_parameters
from mlp_studio.engine.network import Network
from mlp_studio.engine.probe import Probe, decision_grid, hidden_points, plane, response_maps
from mlp_studio.engine.spec import LayerSpec, LinkSpec, NetworkSpec

EXTENT = (-1.0, 2.0, 10.0, 14.0)


def network_of(inputs=2, outputs=1):
    spec = NetworkSpec(
        (
            LayerSpec("x", inputs, is_input=True),
            LayerSpec("h", 3, activation="tanh"),
            LayerSpec("o", outputs, activation="sigmoid"),
        ),
        (LinkSpec("x", "h"), LinkSpec("h", "o")),
    )
    return Network(spec), initial_parameters(spec, 5)


def test_the_plane_runs_along_x_first_and_up_y():
    assert plane(EXTENT, 3, rest=(7.0,))[:4].tolist() == [
        [-1.0, 10.0, 7.0],
        [0.5, 10.0, 7.0],
        [2.0, 10.0, 7.0],
        [-1.0, 12.0, 7.0],
    ]


def test_a_decision_is_the_prediction_at_its_point():
    network, parameters = network_of()
    grid = decision_grid(network, parameters, EXTENT, 5)
    assert grid.shape == (5, 5)
    for row, y in enumerate(np.linspace(10, 14, 5)):
        for column, x in enumerate(np.linspace(-1, 2, 5)):
            expected = network.predict(parameters, [[x, y]])[0, 0]
            assert grid[row, column] == pytest.approx(expected, rel=1e-12)


def test_several_outputs_come_last():
    network, parameters = network_of(outputs=4)
    grid = decision_grid(network, parameters, EXTENT, 6)
    assert grid.shape == (6, 6, 4)
    expected = network.predict(parameters, plane(EXTENT, 6)).reshape(6, 6, 4)
    np.testing.assert_allclose(grid, expected, rtol=1e-12)


def test_response_maps_are_every_units_output_with_the_inputs_first():
    network, parameters = network_of()
    maps = response_maps(network, parameters, EXTENT, 4)
    assert maps.shape == (2 + 3 + 1, 4, 4)
    points = plane(EXTENT, 4)
    _, outputs = network.forward(parameters, points)
    np.testing.assert_array_equal(maps[:2].reshape(2, -1), points.T)
    rows = network.layout.rows
    np.testing.assert_allclose(maps[2:5].reshape(3, -1), outputs[rows["h"]], rtol=1e-12)
    np.testing.assert_array_equal(maps[5], decision_grid(network, parameters, EXTENT, 4))


def test_columns_beyond_the_plane_are_held_at_0_or_at_what_is_given():
    network, parameters = network_of(inputs=4)
    held = decision_grid(network, parameters, EXTENT, 3, rest=(0.5,))
    points = np.column_stack([plane(EXTENT, 3), np.full(9, 0.5), np.zeros(9)])
    expected = network.predict(parameters, points).reshape(3, 3)
    np.testing.assert_allclose(held, expected, rtol=1e-12)


def test_of_a_single_input_only_x_counts():
    network, parameters = network_of(inputs=1)
    grid = decision_grid(network, parameters, EXTENT, 3)
    np.testing.assert_array_equal(grid[0], grid[2])
    expected = network.predict(parameters, [[-1.0], [0.5], [2.0]])[:, 0]
    np.testing.assert_allclose(grid[1], expected, rtol=1e-12)


def test_features_are_made_from_the_columns():
    network, parameters = network_of(inputs=1)
    grid = decision_grid(
        network, parameters, EXTENT, 3, rest=(2.0,), features=lambda c: c.prod(axis=1)[:, None]
    )
    expected = network.predict(parameters, [[0.5 * 12.0 * 2.0]])[0, 0]
    assert grid[1, 1] == pytest.approx(expected, rel=1e-12)


def test_a_probe_run_again_shows_the_new_parameters_in_the_same_memory():
    network, parameters = network_of()
    probe = Probe(network, EXTENT, 4)
    decision = probe.decision
    for scale in (1.0, 0.3):
        probe.run(scale * parameters)
        expected = decision_grid(network, scale * parameters, EXTENT, 4)
        np.testing.assert_array_equal(decision[0], expected)
        assert np.shares_memory(probe.maps["o"], decision)


def test_a_diverged_network_has_maps_without_a_warning():
    network, parameters = network_of()
    diverged = np.full_like(parameters, np.inf)
    assert not np.isfinite(decision_grid(network, diverged, EXTENT, 3)).all()


def test_single_precision_gives_single_precision_maps():
    spec = network_of()[0].spec
    assert decision_grid(Network(spec, np.float32), np.zeros(13), EXTENT, 2).dtype == np.float32


def test_hidden_points_are_a_layers_outputs_sample_by_sample():
    network, parameters = network_of()
    inputs = np.array([[0.0, 0.0], [1.0, -1.0]])
    points = hidden_points(network, parameters, inputs, "h")
    weights = network.layout.weights(parameters, "x", "h")
    np.testing.assert_allclose(points, np.tanh(inputs @ weights.T), rtol=1e-12)
    with pytest.raises(KeyError):
        hidden_points(network, parameters, inputs, "nowhere")


def test_what_cannot_be_probed_is_refused():
    network, _ = network_of()
    with pytest.raises(ValueError, match="1 columns are to be held, but there are 0"):
        Probe(network, EXTENT, 3, rest=(1.0,))
    with pytest.raises(ValueError, match="resolution should be at least 1"):
        plane(EXTENT, 0)
