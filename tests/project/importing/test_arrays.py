"""NPZ files, as scikit-learn's arrays are saved."""

from __future__ import annotations

from contextlib import suppress
from zipfile import ZipFile

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mlp_studio.project.importing import ImportTableError, from_npz


def saved(tmp_path, **arrays):
    path = tmp_path / "data.npz"
    np.savez(path, **arrays)
    return path


def test_classes_become_one_hot_with_their_names(tmp_path):
    path = saved(
        tmp_path,
        X=np.arange(12.0).reshape(6, 2),
        y=np.array([0, 1, 2, 0, 1, 2]),
        feature_names=np.array(["length", "width"]),
        target_names=np.array(["a", "b", "c"]),
    )
    data = from_npz(path)
    assert data.columns == ("length", "width")
    assert data.classes == ("a", "b", "c")
    assert data.targets.values[1].tolist() == [0, 1, 0]


def test_numbers_stay_numbers_and_two_classes_are_one_column(tmp_path):
    numbers = from_npz(saved(tmp_path, data=np.ones((3, 1)), target=np.array([0.5, 1.5, 2.5])))
    assert numbers.targets.values.ravel().tolist() == [0.5, 1.5, 2.5]
    two = from_npz(saved(tmp_path, X=np.ones(4), y=np.array([0, 1, 1, 0])))
    assert two.inputs.shape == (4, 1)
    assert two.targets.shape == (4, 1)


@pytest.mark.parametrize(
    ("arrays", "says"),
    [
        ({"z": np.ones(3)}, "no array “X”"),
        ({"X": np.ones((3, 2))}, "no array “y”"),
        ({"X": np.ones((3, 2)), "y": np.ones(2)}, "X has 3 rows but y has 2"),
        ({"X": np.array([["a"]]), "y": np.ones(1)}, "must hold numbers"),
        ({"X": np.array([[1.0, np.nan]]), "y": np.ones(1)}, "row 0, column 1: found nan"),
    ],
)
def test_what_is_missing_or_wrong_is_said(tmp_path, arrays, says):
    with pytest.raises(ImportTableError, match=says):
        from_npz(saved(tmp_path, **arrays))


def test_anything_else_is_one_sentence(tmp_path):
    path = tmp_path / "other.npz"
    for content in (b"", b"hello", b"PK\x03\x04junk"):
        path.write_bytes(content)
        with pytest.raises(ImportTableError):
            from_npz(path)
    np.save(tmp_path / "one.npy", np.ones(3))
    with pytest.raises(ImportTableError, match="single array"):
        from_npz(tmp_path / "one.npy")


def test_words_are_classes_in_their_natural_order(tmp_path):
    data = from_npz(saved(tmp_path, X=np.ones((3, 2)), y=np.array(["b 10", "b 2", "a"])))
    assert data.classes == ("a", "b 2", "b 10")
    assert data.targets.values.tolist() == [[0, 0, 1], [0, 1, 0], [1, 0, 0]]


def test_a_header_that_lies_costs_no_memory(tmp_path):
    header = b"{'descr': '<f8', 'fortran_order': False, 'shape': (100000000000,), }\n"
    path = tmp_path / "lying.npz"
    with ZipFile(path, "w") as archive:
        magic = b"\x93NUMPY\x01\x00" + len(header).to_bytes(2, "little")
        archive.writestr("X.npy", magic + header)
    with pytest.raises(ImportTableError, match="claims the shape"):
        from_npz(path)


@given(st.lists(st.tuples(st.floats(0, 0.999), st.integers(0, 255)), min_size=1, max_size=4))
@settings(max_examples=200, deadline=None)
def test_a_damaged_file_is_data_or_one_sentence(tmp_path_factory, damage):
    path = tmp_path_factory.mktemp("npz") / "data.npz"
    np.savez_compressed(path, X=np.arange(60.0).reshape(20, 3), y=np.arange(20) % 3)
    content = bytearray(path.read_bytes())
    for place, byte in damage:
        content[int(place * len(content))] = byte
    path.write_bytes(content)
    with suppress(ImportTableError):
        assert from_npz(path).samples
