"""What is saved is what is loaded, and a save that fails costs nothing."""

from __future__ import annotations

import json
import os
import stat
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mlp_studio.engine.arrays import FrozenArray
from mlp_studio.engine.spec import InitializerSpec
from mlp_studio.project import edits, migrations, projectfile
from mlp_studio.project.model import Generator, Layer, Project
from mlp_studio.project.projectfile import ProjectFileError, dumps, dumps_json, load, loads, save
from tests.project.projects import XOR, chain, numbered, projects

FILES = Path(__file__).parents[1] / "files"


def rich() -> Project:
    """A project that uses every key of the format."""
    made = replace(XOR, generator=Generator("xor", 4, 0.0, 7))
    project = edits.set_title(numbered(chain(2, 3, 1, data=made)), "Everything")
    project = edits.rename_layer(project, "h1", "Hidden · 은닉")
    project = edits.set_colour(project, "h1", "vermillion")
    project = edits.set_features(project, "x", ["x1", "x1*x2"])
    project = edits.set_unit_activation(project, "h1", 1, "relu")
    project = edits.set_unit_name(project, "h1", 0, "first")
    project = edits.set_initializer(project, "h1", InitializerSpec("normal", scale=0.1))
    project = edits.set_bias_enabled(edits.set_freeze_biases(project, "h1", True), "o", False)
    project = edits.move_layers(project, {"x": (-1.5, 0.25), "o": (1e300, 5e-324)})
    project = edits.remove_edge(project, "x->h1", 0, 1)
    project = edits.set_edge_frozen(project, "x->h1", 1, 1)
    project = edits.set_link_frozen(project, "h1->o", True)
    learned = replace(project.link("h1->o"), initial_weights=FrozenArray([[0.1, -0.0, 1 / 3]]))
    layer = replace(project.layer("h1"), initial_biases=FrozenArray([0.0, 1e-320, -1e308]))
    project = replace(
        project,
        links=(project.links[0], learned),
        layers=(project.layers[0], layer, project.layers[2]),
    )
    project = edits.set_optimizer(project, name="rmsprop", learning_rate=0.3, alpha=0.5)
    project = edits.set_schedule(project, name="cosine", warmup_steps=3, minimum=0.1)
    project = edits.set_penalty(project, l1=0.1, l2=0.2)
    return edits.set_training(
        project,
        clip_norm=1.0,
        batch_size=2,
        shuffle=False,
        epochs=7,
        seed=2**62,
        test_fraction=0.5,
        patience=3,
        min_delta=0.01,
        converge_below=0.001,
        precision="float32",
    )


@pytest.mark.parametrize("dump", [dumps, dumps_json])
def test_every_key_survives_either_form(dump: Any) -> None:
    assert loads(dump(rich())) == rich()


@settings(max_examples=100, deadline=None)
@given(projects())
def test_any_project_survives_both_forms(project: Project) -> None:
    assert loads(dumps_json(project)) == project
    assert loads(dumps(project)) == project


@given(st.lists(st.floats(allow_nan=False, allow_infinity=False), min_size=1, max_size=20))
def test_every_float_survives_to_the_last_bit(values: list[float]) -> None:
    project = edits.set_weights(chain(len(values), 1), "x->o", [values])
    for form in (dumps(project), dumps_json(project)):
        assert loads(form).link("x->o").weights == FrozenArray([values])


def test_the_same_project_gives_the_same_bytes() -> None:
    assert dumps(rich()) == dumps(loads(dumps(rich())))
    assert dumps_json(rich()) == dumps_json(loads(dumps(rich())))


def test_the_example_of_the_interchange_page_is_read_as_it_says() -> None:
    project = load(FILES / "interchange.json")
    assert project.layer("h").biases.tolist() == [0.35, 0.35]
    assert project.layer("h").freeze_biases
    assert project.layer("o").biases is None
    assert project.link("h->o").weights.tolist() == [[0.40, 0.45], [0.50, 0.55]]
    assert not project.link("h->o").frozen
    assert project.training.optimizer.learning_rate == 0.5
    assert (project.training.batch_size, project.training.shuffle) == (1, False)
    assert project.loss == "half_sse"


def test_only_format_version_and_network_are_required() -> None:
    text = b'{"format": "mlp-studio", "format_version": 1, "network": {}}'
    assert loads(text) == Project()
    layers = b'{"layers": [{"id": "x", "kind": "input", "units": 2}]}'
    assert loads(text.replace(b"{}", layers)).layers == (Layer("x", "input", 2),)


def test_columns_are_numbered_if_they_have_no_names() -> None:
    document = json.loads(dumps_json(chain(2, 1, data=XOR)))
    del document["data"]["columns"]
    assert loads(json.dumps(document).encode()).data.columns == ("x1", "x2")


def test_a_byte_order_mark_is_no_obstacle() -> None:
    assert loads(b"\xef\xbb\xbf" + dumps_json(rich())) == rich()


def test_plain_json_is_laid_out_for_people() -> None:
    text = dumps_json(chain(2, 1, data=XOR)).decode()
    assert '    "inputs": [[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]],\n' in text
    assert max(len(line) for line in text.splitlines()) <= 100


def test_the_zipped_form_keeps_arrays_beside_the_json(tmp_path: Path) -> None:
    save(rich(), tmp_path / "rich.mlps", thumbnail=b"\x89PNG")
    with ZipFile(tmp_path / "rich.mlps") as archive:
        assert archive.namelist() == ["project.json", "arrays.npz", "thumbnail.png"]
        document = json.loads(archive.read("project.json"))
        name = document["network"]["links"][0]["weights"]["array"]
        with np.load(BytesIO(archive.read("arrays.npz"))) as arrays:
            assert arrays[name].tolist() == rich().link("x->h1").weights.tolist()
    assert load(tmp_path / "rich.mlps") == rich()


def test_arrays_written_by_numpy_itself_are_read() -> None:
    weights = np.asfortranarray([[1.0, 2.0], [3.0, 4.0]])
    buffer = BytesIO()
    np.savez_compressed(buffer, weights=weights)
    document = json.loads(dumps_json(chain(2, 2)))
    document["network"]["links"][0]["weights"] = {"array": "weights"}
    archive = BytesIO()
    with ZipFile(archive, "w") as made:
        made.writestr("project.json", json.dumps(document))
        made.writestr("arrays.npz", buffer.getvalue())
    assert loads(archive.getvalue()).link("x->o").weights.tolist() == weights.tolist()


def test_the_form_is_told_by_content_and_chosen_by_name(tmp_path: Path) -> None:
    save(rich(), tmp_path / "plain.json")
    save(rich(), tmp_path / "zipped.mlps")
    assert (tmp_path / "plain.json").read_bytes() == dumps_json(rich())
    assert (tmp_path / "zipped.mlps").read_bytes() == dumps(rich())
    (tmp_path / "plain.json").rename(tmp_path / "misnamed.mlps")
    (tmp_path / "zipped.mlps").rename(tmp_path / "misnamed.json")
    assert load(tmp_path / "misnamed.mlps") == load(tmp_path / "misnamed.json") == rich()


@pytest.mark.parametrize("name", ["version-1.json", "version-1.mlps"])
def test_kept_files_of_every_version_still_open(name: str) -> None:
    # Colours came later, as a key that may be left out.
    assert load(FILES / name) == edits.set_colour(rich(), "h1", "")


def test_a_file_of_the_future_is_refused() -> None:
    text = dumps_json(Project()).replace(b'"format_version": 1', b'"format_version": 2, "new": 1')
    with pytest.raises(ProjectFileError, match="open the file with a newer MLP Studio"):
        loads(text)


def test_older_documents_climb_one_version_at_a_time() -> None:
    steps = {
        1: lambda document: {**document, "seen": [1]},
        2: lambda document: {**document, "seen": [*document["seen"], 2]},
    }
    document = migrations.migrate({"format_version": 1}, 1, migrations=steps, newest=3)
    assert document == {"format_version": 3, "seen": [1, 2]}


def test_every_older_version_has_its_migration() -> None:
    assert set(migrations.MIGRATIONS) == set(range(1, migrations.FORMAT_VERSION))


@pytest.mark.parametrize("stage", ["open", "fsync", "replace"])
def test_a_save_that_fails_leaves_the_old_file(
    stage: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "work.mlps"
    save(rich(), path)
    before = path.read_bytes()

    def fails(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    owner: Any = os if stage == "fsync" else Path
    monkeypatch.setattr(owner, stage, fails)
    with pytest.raises(OSError, match="No space left"):
        save(Project(), path)
    monkeypatch.undo()
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path], "no temporary file is left behind"


def test_an_invalid_project_never_reaches_the_disk(tmp_path: Path) -> None:
    path = tmp_path / "work.json"
    save(rich(), path)
    layer = replace(rich().layer("h1"), biases=FrozenArray([np.nan, 0.0, 0.0]))
    broken = replace(rich(), layers=(rich().layers[0], layer, rich().layers[2]))
    with pytest.raises(ProjectFileError, match=r"network\.layers\[1\]\.biases: nan"):
        save(broken, path)
    assert load(path) == rich()


@pytest.mark.skipif(os.name != "posix", reason="permissions and links as POSIX has them")
def test_saving_keeps_permissions_and_follows_links(tmp_path: Path) -> None:
    path, link = tmp_path / "work.mlps", tmp_path / "link.mlps"
    save(Project(), path)
    path.chmod(0o640)
    link.symlink_to(path)
    save(rich(), link)
    assert link.is_symlink()
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert load(path) == rich()


def test_a_name_as_long_as_names_get_can_be_saved(tmp_path: Path) -> None:
    path = tmp_path / ("은" * 80 + ".mlps")
    save(rich(), path)
    assert load(path) == rich()


def test_a_missing_file_is_the_systems_error_and_a_folder_is_ours(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        load(tmp_path / "nothing.mlps")
    with pytest.raises(ProjectFileError, match="not a file"):
        load(tmp_path)


def test_an_error_names_the_file(tmp_path: Path) -> None:
    path = tmp_path / "empty.mlps"
    path.touch()
    with pytest.raises(ProjectFileError, match=r"empty\.mlps: the file is empty"):
        load(path)


def test_a_project_too_large_for_a_file_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(projectfile, "MAX_FILE_BYTES", 100)
    with pytest.raises(ProjectFileError, match="larger than"):
        loads(dumps_json(rich()))
