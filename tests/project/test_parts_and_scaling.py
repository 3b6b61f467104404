"""Parts and scaling of a project's data: fitted on what is learned from, the same everywhere."""

from __future__ import annotations

import json
from dataclasses import replace

import numpy as np
import pytest

from mlp_studio.commands import predict
from mlp_studio.engine.arrays import FrozenArray
from mlp_studio.project import builtin, edits, projectfile
from mlp_studio.project.compile import Compiled, compile_project
from mlp_studio.project.fitting_whole import fit_to_data
from mlp_studio.project.model import Project
from mlp_studio.project.problems import Problems


def iris(**training) -> Project:
    data = builtin.generated(builtin.find("iris").default)
    project = fit_to_data(edits.set_data(Project(), data))
    return edits.set_training(project, **training)


def compiled(project: Project) -> Compiled:
    result = compile_project(project)
    assert isinstance(result, Compiled)
    return result


def test_the_scaler_is_fitted_on_training_samples_only():
    project = edits.set_scaling(iris(test_fraction=0.3, validation_fraction=0.2), "standard")
    before = compiled(project)
    held_out = np.concatenate([before.split.test, before.split.validation])
    values = project.data.inputs.values.copy()
    values[held_out] *= 1e6
    changed = replace(project, data=replace(project.data, inputs=FrozenArray(values)))
    after = compiled(changed)
    assert np.array_equal(before.scaler.offset, after.scaler.offset)
    assert np.array_equal(before.scaler.factor, after.scaler.factor)
    train = after.inputs[after.split.train]
    np.testing.assert_allclose(train.mean(axis=0), 0.0, atol=1e-12)
    np.testing.assert_allclose(train.std(axis=0), 1.0)


def test_the_values_of_the_data_are_never_scaled():
    project = edits.set_scaling(iris(), "min_max")
    assert project.data.inputs == iris().data.inputs
    np.testing.assert_allclose(
        compiled(project).scaler.raw(compiled(project).inputs), project.data.inputs.values
    )


def test_stratified_parts_have_the_classes_in_their_share():
    split = compiled(iris(test_fraction=0.2, validation_fraction=0.2, stratified=True)).split
    labels = iris().data.targets.values.argmax(axis=1)
    for part in (split.train, split.validation, split.test):
        counts = np.bincount(labels[part])
        assert counts.max() - counts.min() <= 1


def test_parts_by_hand_go_before_the_fractions():
    project = iris(test_fraction=0.5)
    parts = np.zeros(150, np.int8)
    parts[:10], parts[10:15] = 2, 1
    split = compiled(edits.set_parts(project, parts)).split
    assert split.test.tolist() == list(range(10))
    assert split.validation.tolist() == list(range(10, 15))
    assert compiled(edits.set_parts(edits.set_parts(project, parts), None)).split.same_as(
        compiled(project).split
    )


def test_fractions_that_leave_nothing_to_learn_from_are_a_problem():
    result = compile_project(iris(test_fraction=0.6, validation_fraction=0.4))
    assert isinstance(result, Problems)
    assert "60" in result.items[0].text
    assert "40" in result.items[0].text


@pytest.mark.parametrize("scaling", ["none", "standard", "min_max"])
def test_predict_and_the_window_give_the_same_numbers(scaling, tmp_path, capsys):
    project = edits.set_scaling(iris(test_fraction=0.3), scaling)
    file, table = tmp_path / "iris.json", tmp_path / "iris.csv"
    projectfile.save(project, file)
    data = project.data
    lines = [",".join(data.columns), *(",".join(map(repr, row)) for row in data.inputs.tolist())]
    table.write_text("\n".join(lines), encoding="utf-8")
    arrays = tmp_path / "iris.npz"
    np.savez(arrays, X=data.inputs.values)
    shown = compiled(project)
    expected = shown.network.predict(shown.parameters, shown.inputs)
    for source in (None, table, arrays):
        predict.run(file, data=source, as_json=True)
        assert np.array_equal(json.loads(capsys.readouterr().out)["outputs"], expected)


def test_names_parts_and_scaling_come_back_from_both_forms(tmp_path):
    parts = np.arange(150) % 3
    project = edits.set_scaling(edits.set_parts(iris(), parts), "standard")
    for name in ("iris.json", "iris.mlps"):
        projectfile.save(project, tmp_path / name)
        assert projectfile.load(tmp_path / name) == project
