"""Axes are orthonormal and steady, planes meet the box where they should, a camera only turns."""

from __future__ import annotations

import math

import numpy as np
import pytest

from mlp_studio.engine.network import Network
from mlp_studio.engine.projection import (
    Axes,
    Box,
    Camera,
    Plane,
    clip,
    cut,
    hyperplane,
    principal_axes,
    unit_axes,
)
from mlp_studio.engine.spec import LayerSpec, LinkSpec, NetworkSpec


def _cloud(seed: int = 0, samples: int = 200, units: int = 6) -> np.ndarray:
    rng = np.random.default_rng(seed)
    return rng.normal(size=(samples, units)) * np.arange(units, 0, -1) + rng.normal(size=units)


def _is_orthonormal(axes: Axes) -> bool:
    return np.allclose(axes.directions @ axes.directions.T, np.eye(len(axes)), atol=1e-12)


def test_units_as_axes_are_the_units_outputs() -> None:
    points = _cloud()
    axes = unit_axes(6, (4, 1))
    assert np.array_equal(axes.coordinates(points), points[:, [4, 1]])
    assert axes.shares is None
    with pytest.raises(IndexError, match="6 units"):
        unit_axes(6, (6,))


def test_units_that_are_no_axes_are_held_where_one_says() -> None:
    plane = Plane(np.array([1.0, 2.0, 3.0]), -1.0)
    flat = unit_axes(3, (2, 0), np.array([5.0, 0.5, 5.0])).plane(plane)
    points = np.array([[0.3, 0.7], [-1.0, 2.0]])
    held = np.array([[0.7, 0.5, 0.3], [2.0, 0.5, -1.0]])
    assert flat.values(points) == pytest.approx(plane.values(held))


def test_principal_axes_are_eigenvectors_of_the_covariance_with_its_shares() -> None:
    points = _cloud()
    axes = principal_axes(points, 3)
    covariance = np.cov(points.T)
    values, vectors = np.linalg.eigh(covariance)
    assert axes.shares is not None
    assert axes.shares == pytest.approx(values[::-1][:3] / values.sum())
    likeness = np.abs(np.sum(axes.directions * vectors.T[::-1][:3], axis=1))
    assert likeness == pytest.approx([1.0, 1.0, 1.0])
    assert _is_orthonormal(axes)
    along = axes.coordinates(points)
    assert np.cov(along.T) == pytest.approx(np.diag(values[::-1][:3]), abs=1e-9)
    assert along.mean(axis=0) == pytest.approx([0.0, 0.0, 0.0], abs=1e-12)


def test_components_do_not_depend_on_where_the_cloud_is_and_follow_its_rotation() -> None:
    points = _cloud()
    axes = principal_axes(points, 3)
    moved = principal_axes(points + 7.0, 3)
    assert moved.directions == pytest.approx(axes.directions)
    rotation, _ = np.linalg.qr(np.random.default_rng(1).normal(size=(6, 6)))
    turned = principal_axes(points @ rotation, 3)
    likeness = np.abs(np.sum(turned.directions @ rotation.T * axes.directions, axis=1))
    assert likeness == pytest.approx([1.0, 1.0, 1.0])


def test_the_sign_of_a_component_does_not_depend_on_the_order_of_samples() -> None:
    points = _cloud()
    axes = principal_axes(points, 3)
    assert (axes.directions[np.arange(3), np.abs(axes.directions).argmax(axis=1)] > 0).all()
    assert principal_axes(points[::-1], 3).directions == pytest.approx(axes.directions)


def test_components_keep_their_place_and_sign_when_their_variances_cross() -> None:
    rng = np.random.default_rng(3)
    plain = rng.normal(size=(300, 4))
    # Uncorrelated exactly, or the components would turn into one another instead of crossing.
    plain, _ = np.linalg.qr(plain - plain.mean(axis=0))
    before = None
    for share in np.linspace(0.0, 1.0, 41):
        # The first axis shrinks while the second grows, and both turn slowly.
        angle = 0.5 * share + 2.0
        turn = np.eye(4)
        turn[:2, :2] = [[math.cos(angle), -math.sin(angle)], [math.sin(angle), math.cos(angle)]]
        points = plain * np.array([3.0 - 1.6 * share, 1.5 + 1.5 * share, 1.0, 0.1]) @ turn
        axes = principal_axes(points, 3, before)
        assert _is_orthonormal(axes)
        if before is not None:
            likeness = np.sum(axes.directions * before.directions, axis=1)
            assert (likeness > 0.99).all()
        before = axes
    assert before is not None
    assert before.shares is not None
    assert before.shares[1] > before.shares[0]
    afresh = principal_axes(points, 3)
    assert afresh.shares is not None
    assert afresh.shares[0] > afresh.shares[1]


def test_fewer_samples_than_components_still_give_orthonormal_axes_that_stay() -> None:
    points = np.array([[0.0, 0.0, 0.0, 0.0], [1.0, 1.0, 0.0, 0.0]])
    axes = principal_axes(points, 3)
    assert _is_orthonormal(axes)
    assert axes.shares == pytest.approx([1.0, 0.0, 0.0])
    again = principal_axes(points + np.array([[0.0], [1e-3]]), 3, axes)
    assert np.sum(again.directions * axes.directions, axis=1) == pytest.approx([1, 1, 1], abs=1e-2)
    alike = principal_axes(np.ones((5, 3)), 2)
    assert _is_orthonormal(alike)
    assert alike.shares == pytest.approx([0.0, 0.0])


def test_what_is_not_finite_does_not_count_and_nothing_finite_is_said() -> None:
    points = _cloud()
    spoilt = np.vstack([points, np.full((2, 6), np.nan), np.full((1, 6), np.inf)])
    assert principal_axes(spoilt, 2).directions == pytest.approx(
        principal_axes(points, 2).directions
    )
    with pytest.raises(ValueError, match="finite"):
        principal_axes(np.full((3, 2), np.nan), 2)
    with pytest.raises(ValueError, match="components"):
        principal_axes(points, 7)


def test_a_plane_of_all_units_is_exact_and_one_of_components_is_its_slice_through_the_mean() -> (
    None
):
    points = _cloud()
    plane = Plane(np.arange(1.0, 7.0), -2.0)
    everything = unit_axes(6, range(6))
    whole = everything.plane(plane)
    assert whole.values(everything.coordinates(points)) == pytest.approx(plane.values(points))
    axes = principal_axes(points, 3)
    flat = axes.plane(plane)
    in_span = axes.origin + np.random.default_rng(0).normal(size=(9, 3)) @ axes.directions
    assert flat.values(axes.coordinates(in_span)) == pytest.approx(plane.values(in_span))


def test_a_hyperplane_is_where_z_of_the_next_unit_is_0() -> None:
    spec = NetworkSpec(
        (
            LayerSpec("x", 2, is_input=True),
            LayerSpec("h", 3, activation="tanh"),
            LayerSpec("o", 2, activation="sigmoid"),
        ),
        (LinkSpec("x", "h"), LinkSpec("x", "o"), LinkSpec("h", "o")),
    )
    network = Network(spec)
    parameters = np.random.default_rng(0).normal(size=network.layout.size)
    inputs = np.tile([[0.3, -0.8]], (5, 1))
    z, a = network.forward(parameters, inputs)
    rows = network.layout.rows
    plane = hyperplane(network.layout, parameters, "h", "o", 1, a.mean(axis=1))
    # All samples are alike, so holding the inputs at their mean changes nothing.
    assert plane.values(a[rows["h"]].T) == pytest.approx(z[rows["o"]][1])
    with pytest.raises(KeyError):
        hyperplane(network.layout, parameters, "h", "h", 0, a.mean(axis=1))


def test_a_box_maps_its_ends_to_the_cube_and_planes_with_it() -> None:
    box = Box(np.array([0.0, -2.0, 1.0]), np.array([1.0, 4.0, 2.0]))
    assert box.to_cube(np.stack([box.low, box.high])) == pytest.approx(
        np.array([[-1] * 3, [1] * 3])
    )
    plane = Plane(np.array([1.0, -3.0, 0.5]), 0.7)
    points = np.random.default_rng(0).uniform(-3, 5, (20, 3))
    assert box.plane_in_cube(plane).values(box.to_cube(points)) == pytest.approx(
        plane.values(points)
    )


@pytest.mark.parametrize("axes", [2, 3])
def test_a_cut_lies_on_the_plane_and_on_the_sides_of_the_cube(axes: int) -> None:
    rng = np.random.default_rng(axes)
    met = 0
    for _ in range(200):
        plane = Plane(rng.normal(size=axes), float(rng.normal()))
        corners = cut(plane)
        if not len(corners):
            everywhere = np.array(np.meshgrid(*[[-1, 1]] * axes)).reshape(axes, -1).T
            assert len(set(np.sign(plane.values(everywhere)))) == 1
            continue
        met += 1
        assert plane.values(corners) == pytest.approx(np.zeros(len(corners)), abs=1e-9)
        assert np.abs(corners).max() <= 1.0 + 1e-9
        on_sides = np.isclose(np.abs(corners), 1.0).sum(axis=1)
        assert (on_sides >= axes - 1).all()
    assert met > 100


def test_known_cuts_are_found_in_full() -> None:
    assert sorted(cut(Plane(np.array([1.0, 1.0]), 0.0)).tolist()) == [[-1, 1], [1, -1]]
    hexagon = cut(Plane(np.array([1.0, 1.0, 1.0]), 0.0))
    assert len(hexagon) == 6
    around = np.roll(hexagon, 1, axis=0) - hexagon
    assert np.linalg.norm(around, axis=1) == pytest.approx([math.sqrt(2)] * 6)
    assert len(cut(Plane(np.array([0.0, 0.0, 1.0]), 2.0))) == 0
    assert len(cut(Plane(np.zeros(3), 0.0))) == 0
    assert len(cut(Plane(np.array([np.nan, 1.0]), 0.0))) == 0


def test_the_two_parts_of_a_clipped_square_make_up_the_square() -> None:
    square = np.array([[-1, -1], [1, -1], [1, 1], [-1, 1.0]])
    plane = Plane(np.array([1.0, 0.5]), 0.2)

    def area(polygon: np.ndarray) -> float:
        x, y = polygon.T
        return float(abs(x @ np.roll(y, 1) - y @ np.roll(x, 1)) / 2)

    one, other = clip(square, plane), clip(square, plane.flipped())
    assert area(one) + area(other) == pytest.approx(4.0)
    assert (plane.values(one) >= -1e-12).all()
    assert (plane.values(other) <= 1e-12).all()
    assert len(clip(square, Plane(np.array([1.0, 0.0]), -2.0))) == 0


def test_a_camera_turns_without_stretching() -> None:
    rng = np.random.default_rng(0)
    points = rng.normal(size=(30, 3))
    for yaw, pitch in rng.uniform(-1.5, 1.5, (10, 2)):
        camera = Camera(yaw, pitch)
        assert camera.rotation @ camera.rotation.T == pytest.approx(np.eye(3), abs=1e-12)
        assert np.linalg.det(camera.rotation) == pytest.approx(1.0)
        assert np.linalg.norm(camera.look(points), axis=1) == pytest.approx(
            np.linalg.norm(points, axis=1)
        )
    ahead = Camera().look(np.eye(3))
    assert ahead == pytest.approx(np.array([[1, 0, 0], [0, 0, -1], [0, 1, 0]]))


def test_what_is_nearer_is_larger_only_with_an_eye_at_a_distance() -> None:
    pair = np.array([[1.0, -1.0, 0.0], [1.0, 1.0, 0.0]])
    near, far = Camera(distance=5.0).look(pair)
    assert near[2] > far[2]
    assert near[0] > far[0]
    assert Camera().look(pair)[:, 0] == pytest.approx([1.0, 1.0])
    assert Camera(zoom=2.0).look(pair)[:, 0] == pytest.approx([2.0, 2.0])


def test_the_eye_is_on_the_side_that_faces_it() -> None:
    plane = Plane(np.array([0.0, 0.0, 1.0]), 0.0)
    assert Camera(pitch=0.5).is_in_front(plane)
    assert not Camera(pitch=-0.5).is_in_front(plane)
    # Beyond the eye a plane that faces it shows its back.
    assert not Camera(pitch=0.5, distance=5.0).is_in_front(Plane(plane.normal, -4.0))


def test_turning_and_zooming_stop_at_their_ends() -> None:
    camera = Camera().turned(7.0, 9.0).zoomed(1e9)
    assert camera.pitch == pytest.approx(math.pi / 2)
    assert camera.yaw == pytest.approx(7.0 - math.tau)
    assert camera.zoom == 6.0
    assert camera.zoomed(1e-9).zoom == 0.4
