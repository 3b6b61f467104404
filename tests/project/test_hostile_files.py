"""Files that are broken or made to harm: one clear sentence each, soon, and in little memory."""

from __future__ import annotations

import json
import struct
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mlp_studio.project.plainjson import MAX_ITEMS
from mlp_studio.project.projectfile import ProjectFileError, dumps, dumps_json, loads
from tests.project.test_projectfile import rich

HEAD = b'{"format": "mlp-studio", "format_version": 1, "network": '
PLAIN = dumps_json(rich())
ZIPPED = dumps(rich())


def refused(content: bytes) -> str:
    """The sentence a file is refused with."""
    started = time.perf_counter()
    with pytest.raises(ProjectFileError) as caught:
        loads(content)
    sentence = str(caught.value)
    assert sentence
    assert "\n" not in sentence
    assert len(sentence) < 400
    assert time.perf_counter() - started < 10
    return sentence


def with_network(text: str) -> bytes:
    return HEAD + text.encode() + b"}"


def with_layer(keys: str) -> bytes:
    return with_network('{"layers": [{"id": "x", "kind": "dense", ' + keys + "}]}")


def altered(change: Callable[[dict[str, Any]], Any]) -> bytes:
    document = json.loads(PLAIN)
    change(document)
    return json.dumps(document).encode()


LINK = '{"source": "%s", "target": "%s"}'


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "the file is empty"),
        (b" \n", "the file is empty"),
        (b"hello", "neither a zipped project nor a JSON object"),
        (b"\x89PNG\r\n", "neither a zipped project nor a JSON object"),
        (b"[]", "the top level must be an object, not a list"),
        (b"{}", 'the key "format" is missing'),
        (b'{"format": "onnx", "format_version": 1}', "not a project of MLP Studio"),
        (b'{"format": "mlp-studio", "format_version": 0}', "versions count from 1"),
        (b'{"format": "mlp-studio", "format_version": 1}', 'the key "network" is missing'),
        (b'{"format": "mlp-studio", "format_version": true}', "must be a whole number"),
        (b'{"format": "mlp-studio", "format_version": 1' + b"0" * 9999 + b"}", "format_version"),
        (HEAD + b'{}, "\xff": 1}', "not UTF-8"),
        (HEAD + b'{}, "title": "\xff"}', "not UTF-8"),
        ("\ufeff{}".encode("utf-16-le"), "neither a zipped project nor a JSON object"),
        (HEAD + b"{},}", "line 1, column 61"),
        (HEAD + b"{}} // the end", "line 1, column 63"),
        (with_layer('"units": NaN'), "NaN, Infinity and comments are not JSON"),
        (with_network("[" * 100_000), "nests too deeply"),
        (b"[" * 100_000 + b"]" * 100_000, "must be an object"),
        (HEAD + b'{"layers": ' + b"[" * 100_000, "nests too deeply"),
        (HEAD + b'{"layers": ' + b'[{"id": ' * 50_000, "nests too deeply"),
        (b'{"a": ' * 100_000, "nests too deeply"),
        (with_layer('"units": 1000000000000'), "network.layers[0].units: A layer has 1 to 4096"),
        (with_layer('"units": ' + "9" * 5000), "network.layers[0].units"),
        (with_layer('"units": -1'), "network.layers[0].units"),
        (with_layer('"units": 0'), "network.layers[0].units"),
        (with_layer('"units": true'), "must be a whole number, not true or false"),
        (with_layer('"units": 1.5'), "must be a whole number"),
        (with_layer('"units": "1"'), "must be a whole number, not a text"),
        (with_layer('"unit": 1'), 'unknown key "unit" at network.layers[0]'),
        (with_layer('"units": 1, "units": 2'), "the key network.layers.units is given twice"),
        (with_layer('"units": 1, "un\\u0069ts": 2'), "given twice"),
        (with_layer('"units": 1, "biases": [1e999]'), "biases[0] is a number too large"),
        (with_layer('"units": 1, "biases": [1' + "0" * 400 + "]"), "biases[0] is a number too"),
        (with_layer('"units": 1, "biases": [Infinity]'), "Infinity and comments are not JSON"),
        (with_layer('"units": 1, "biases": [true]'), "must be a number, not true or false"),
        (with_layer('"units": 1, "biases": [null]'), "must be a number, not null"),
        (with_layer('"units": 1, "biases": [1, 2]'), "biases: The values must be 1, not 2"),
        (with_layer('"units": 1, "biases": {"array": "b"}'), "holds its values in place"),
        (with_layer('"units": 1, "activation": "magic"'), "activation: “magic” is not one of"),
        (with_layer('"units": 1, "position": [1]'), "network.layers[0].position"),
        (
            with_layer('"units": 1, "colour": "#ff0000"'),
            "network.layers[0].colour: “#ff0000” is not one of orange, sky",
        ),
        (with_layer('"units": 1, "initializer": {"name": "normal", "scale": -1}'), "initializer"),
        (with_layer('"units": 1, "features": ["x1"]'), "dense layers have no features"),
        (with_layer('"units": 1, "kind": "input"'), "given twice"),
        (with_network('{"layers": [{"id": "x", "kind": "conv", "units": 1}]}'), 'cannot be "conv"'),
        (
            with_network('{"layers": [{"id": "x", "kind": "input", "units": 1, "biases": [1]}]}'),
            "input layers have no biases",
        ),
        (with_network('{"layers": [{"id": "a->b", "kind": "dense", "units": 1}]}'), "layers[0].id"),
        (with_network('{"layers": [{"id": "", "kind": "dense", "units": 1}]}'), "layers[0].id"),
        (
            with_network('{"links": [%s]}' % (LINK % ("q", "r"))),
            "network.links[0]: The link q->r refers to the layer q, which does not exist",
        ),
    ],
)
def test_what_is_wrong_is_said_with_its_place(content: bytes, words: str) -> None:
    assert words in refused(content)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (
            lambda d: d["network"]["layers"].append(d["network"]["layers"][1]),
            "layers[3]: Two layers",
        ),
        (
            lambda d: d["network"]["links"].append(d["network"]["links"][0]),
            "Two links join x to h1",
        ),
        (
            lambda d: d["network"]["links"].append({"source": "o", "target": "h1"}),
            "in a circle: Hidden · 은닉 → o → Hidden",
        ),
        (
            lambda d: d["network"]["links"].append({"source": "o", "target": "o"}),
            "in a circle: o → o",
        ),
        (
            lambda d: d["network"]["links"].append({"source": "o", "target": "x"}),
            "leads into an input layer",
        ),
        (
            lambda d: d["network"]["links"][0].update(weights=[[1, 2]]),
            "network.links[0].weights: The values must be 3 × 2, not 1 × 2",
        ),
        (
            lambda d: d["network"]["links"][0].update(weights=[[1, 2], [3], [4, 5]]),
            "the rows of network.links[0].weights must be equally long",
        ),
        (lambda d: d["network"]["links"][0].update(weights=[]), "links[0].weights"),
        (lambda d: d["network"]["links"][0].update(weights=[[]]), "links[0].weights"),
        (lambda d: d["network"]["links"][0].update(mask=[[1, 1]] * 3), "mask[0][0] must be true"),
        (lambda d: d["network"]["links"][0].update(mask=[[False] * 2] * 3), "removes every edge"),
        (lambda d: d["network"]["links"][0].update(frozen=[[True]]), "links[0].frozen"),
        (lambda d: d["network"]["links"][0].update(frozen="yes"), "links[0].frozen must be"),
        (lambda d: d["network"]["layers"][1].update(unit_names=["a"]), "has 1 entries, but"),
        (lambda d: d["network"]["layers"][1].update(activation="softmax"), "softmax joins all"),
        (lambda d: d["network"].update(loss="magic"), "network.loss: “magic” is not one of"),
        (lambda d: d["data"].update(inputs=[]), "data: "),
        (lambda d: d["data"].update(inputs=[[], [], [], []]), "data: The data are empty"),
        (lambda d: d["data"].update(targets=[[0]]), "data: The data need one row"),
        (lambda d: d["data"].update(columns=["a", "a"]), "Two columns of the data are called “a”"),
        (lambda d: d["data"].update(columns=["a"]), "2 input columns but 1 column names"),
        (lambda d: d["data"].update(columns=["a", " "]), "has no name"),
        (lambda d: d["data"].pop("inputs"), "data.inputs is missing"),
        (lambda d: d["training"].update(seed=-1), "training: seed must be at least 0"),
        (lambda d: d["training"].update(seed=2**70), "training: seed"),
        (lambda d: d["training"].update(epochs=1.5), "training.epochs must be a whole number"),
        (lambda d: d["training"].update(rule="hebb"), 'training.rule cannot be "hebb"'),
        (lambda d: d["training"]["optimizer"].update(name="adam"), "has no setting “alpha”"),
        (lambda d: d["training"]["optimizer"].update(learning_rate=-1), "learning_rate must be"),
        (lambda d: d.update(title="a\nb"), "title: "),
        (lambda d: d.update(title="a" * 10_000), "title: "),
    ],
)
def test_a_change_that_makes_a_project_invalid_is_found(
    change: Callable[[dict[str, Any]], Any], words: str
) -> None:
    assert words in refused(altered(change))


def test_plain_json_cut_off_anywhere_is_refused() -> None:
    whole = len(PLAIN.rstrip())
    for length in range(whole):
        refused(PLAIN[:length])


def test_a_zipped_project_cut_off_anywhere_is_refused() -> None:
    for length in range(len(ZIPPED)):
        refused(ZIPPED[:length])


def test_a_zipped_project_with_any_byte_changed_is_refused_or_the_same() -> None:
    for place in range(len(ZIPPED)):
        content = bytearray(ZIPPED)
        content[place] ^= 0x5A
        try:
            assert loads(bytes(content)) == rich(), place
        except ProjectFileError:
            continue


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=200), st.sampled_from([b"", b"PK\x03\x04", HEAD, b"{", ZIPPED[:300]]))
def test_random_bytes_are_refused(content: bytes, start: bytes) -> None:
    with pytest.raises(ProjectFileError):
        loads(start + content)


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_plain_json_with_some_bytes_replaced_never_raises_anything_else(
    data: st.DataObject,
) -> None:
    place = data.draw(st.integers(0, len(PLAIN) - 1))
    length = data.draw(st.integers(0, 8))
    change = data.draw(st.binary(max_size=4) | st.sampled_from([b"[", b"{", b"1e999", b"null"]))
    with suppress(ProjectFileError):  # some changes leave a valid project
        loads(PLAIN[:place] + change + PLAIN[place + length :])


Entry = tuple[str | ZipInfo, bytes]


def zipped(*entries: Entry, compression: int = ZIP_DEFLATED) -> bytes:
    buffer = BytesIO()
    with ZipFile(buffer, "w", compression) as archive:
        for name, content in entries:
            archive.writestr(name, content)
    return buffer.getvalue()


def npy(array: Any) -> bytes:
    buffer = BytesIO()
    np.save(buffer, array, allow_pickle=True)
    return buffer.getvalue()


def lying(header: str, content: bytes = b"\0" * 48) -> bytes:
    text = header.encode().ljust(117) + b"\n"
    return b"\x93NUMPY\x01\x00" + struct.pack("<H", len(text)) + text + content


def with_arrays(archive: bytes) -> bytes:
    """A zipped project with this arrays.npz, which should hold 3 × 2 numbers as "w"."""
    document = json.loads(PLAIN)
    document["network"]["links"][0]["weights"] = {"array": "w"}
    return zipped(("project.json", json.dumps(document).encode()), ("arrays.npz", archive))


def with_weights(entry: bytes) -> bytes:
    return with_arrays(zipped(("w.npy", entry)))


def test_the_array_the_next_tests_break_is_fine_to_begin_with() -> None:
    weights = rich().link("x->h1").weights.values
    assert loads(with_weights(npy(weights))) == rich()
    header = "{'descr': '<f8', 'fortran_order': False, 'shape': (3, 2), }"
    loads(with_weights(lying(header)))


@pytest.mark.parametrize(
    "entry",
    [
        b"",
        b"\x93NUMPY",
        b"\x93NUMPY\x01\x00\xff\xff",
        lying("{'descr': '<f8', 'fortran_order': False, 'shape': (100000, 1000000), }"),
        lying("{'descr': '<f8', 'fortran_order': False, 'shape': (3, 2, 1), }"),
        lying("{'descr': '<f8', 'fortran_order': False, 'shape': (6,), }"),
        lying("{'descr': '<f8', 'fortran_order': False, 'shape': (), }", b"\0" * 8),
        lying("{'descr': '<f8', 'fortran_order': False, 'shape': (-3, -2), }"),
        lying("{'descr': '<f8', 'fortran_order': False, 'shape': (3, 1), }"),
        lying("{'descr': '|O', 'fortran_order': False, 'shape': (3, 2), }"),
        lying("{'descr': '<c16', 'fortran_order': False, 'shape': (3, 1), }"),
        lying("{'descr': '|b1', 'fortran_order': False, 'shape': (3, 2), }", b"\x01" * 6),
        lying("{'descr': '|b1', 'fortran_order': False, 'shape': (3, 2), }", b"\x02" * 6),
        lying("__import__('os').system('true')"),
        lying("(" * 100),
        npy(np.array([["a", "b"]] * 3)),
        npy(np.array([[{}, []]] * 3, dtype=object)),
        npy(np.full((3, 2), np.nan)),
        npy(np.full((3, 2), np.inf)),
        npy(np.zeros((2, 3))),
        npy(np.zeros((3, 2), np.float32)),
    ],
)
def test_an_array_that_is_not_what_it_should_be_is_refused(entry: bytes) -> None:
    sentence = refused(with_weights(entry))
    assert "arrays.npz/w" in sentence or "network.links[0].weights" in sentence


def _named(name: str, *, mode: int = 0) -> ZipInfo:
    info = ZipInfo(name)
    info.external_attr = mode << 16
    return info


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (zipped(), "holds no project.json"),
        (zipped(("arrays.npz", b"")), "holds no project.json"),
        (zipped(("project.json", PLAIN), ("../../etc/passwd", b"x")), "../../etc/passwd"),
        (zipped(("project.json", PLAIN), ("/project.json", b"x")), "no part of a project"),
        (zipped(("project.json", PLAIN), ("C:\\x", b"x")), "no part of a project"),
        (zipped(("project.json", PLAIN), ("sub/", b"")), "no part of a project"),
        (zipped((_named("project.json", mode=0o120777), b"/etc/passwd")), "not a plain file"),
        (zipped((_named("project.json", mode=0o040755), b"")), "not a plain file"),
        (zipped(("project.json", PLAIN), compression=ZIP_BZIP2), "not a plain file"),
        (zipped(("project.json", PLAIN), ("arrays.npz", b"PK")), "arrays.npz is damaged"),
        (zipped(("project.json", b"")), "empty"),
        (zipped(("project.json", ZIPPED)), "neither a zipped project"),
        (ZIPPED.replace(b"arrays.npz", b"arrays.npy"), "no part of a project"),
        (b"PK\x05\x06" + b"\0" * 18, "holds no project.json"),
    ],
)
def test_an_archive_that_is_no_project_is_refused(content: bytes, words: str) -> None:
    assert words in refused(content)


def test_two_entries_of_one_name_are_refused() -> None:
    with pytest.warns(UserWarning, match="Duplicate name"):
        content = zipped(("project.json", PLAIN), ("project.json", PLAIN))
    assert "two entries of the same name" in refused(content)


def test_an_encrypted_entry_is_refused() -> None:
    content = bytearray(zipped(("project.json", PLAIN)))
    content[6] |= 1
    content[content.index(b"PK\x01\x02") + 8] |= 1
    assert "encrypted" in refused(bytes(content))


def test_a_wrong_checksum_is_noticed() -> None:
    content = bytearray(zipped(("project.json", PLAIN), compression=ZIP_STORED))
    place = content.index(b"Everything")
    content[place] ^= 1
    assert "project.json in the zip archive is damaged" in refused(bytes(content))


def test_a_missing_array_is_named() -> None:
    with ZipFile(BytesIO(ZIPPED)) as archive:
        text = archive.read("project.json")
    assert "refers to the array “array-0”" in refused(zipped(("project.json", text)))


def bomb() -> bytes:
    """An arrays.npz whose one array really unpacks to 300 MB."""
    buffer = BytesIO()
    with (
        ZipFile(buffer, "w", ZIP_DEFLATED) as archive,
        archive.open("w.npy", "w") as entry,
    ):
        header = "{'descr': '<f8', 'fortran_order': False, 'shape': (3, 2), }"
        entry.write(lying(header, b""))
        for _ in range(300):
            entry.write(b"\0" * 2**20)
    return buffer.getvalue()


def claiming(content: bytes, size: int) -> bytes:
    """The archive with the unpacked size of its last entry changed in both of its records."""
    changed = bytearray(content)
    central = changed.rindex(b"PK\x01\x02")
    (local,) = struct.unpack_from("<L", changed, central + 42)
    struct.pack_into("<L", changed, central + 24, size)
    struct.pack_into("<L", changed, local + 22, size)
    return bytes(changed)


def crowded() -> bytes:
    """A central directory of a million entries that are not there."""
    record = b"PK\x01\x02" + struct.pack("<HHHHHHLLLHHHHHLL", *([0] * 9), 1, *([0] * 6)) + b"a"
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 65535, 65535, len(record) * 700_000, 0, 0)
    return b"PK\x03\x04" + record * 700_000 + end


HARMFUL: dict[str, Callable[[], bytes]] = {
    "json bomb": lambda: zipped(("project.json", b" " * 300 * 2**20)),
    "json bomb that lies": lambda: claiming(zipped(("project.json", b" " * 300 * 2**20)), 200),
    "array bomb": lambda: zipped(("project.json", PLAIN), ("arrays.npz", bomb())),
    "array bomb that lies": lambda: with_arrays(claiming(bomb(), 176)),
    "numbers": lambda: with_layer('"units": 1, "biases": [' + "0," * 15_000_000 + "0]"),
    "lists": lambda: with_network('{"links": [' + "[]," * 13_000_000 + "[]]}"),
    "most numbers": lambda: with_layer(
        '"units": 1, "biases": [' + "0.123456789," * (MAX_ITEMS - 99) + "1]"
    ),
    "most rows": lambda: (
        HEAD
        + b'{}, "data": {"targets": [[1]], "inputs": ['
        + b"[0.1]," * (MAX_ITEMS // 2 - 99)
        + b"[0]]}}"
    ),
    "most links": lambda: with_network(
        '{"links": [' + ",".join([LINK % ("ab", "cd")] * (MAX_ITEMS // 3 - 99)) + "]}"
    ),
    "most layers": lambda: with_network(
        '{"layers": ['
        + ",".join(['{"id":"ab","kind":"dense","units":1}'] * (MAX_ITEMS // 4 - 99))
        + "]}"
    ),
    "most names": lambda: with_layer(
        '"units": 1, "unit_names": [' + '"ab",' * (MAX_ITEMS - 99) + '"a"]'
    ),
    "one long text": lambda: HEAD + b'{}, "title": "' + b"a" * 39 * 2**20 + b'"}',
    "one long key": lambda: HEAD + b'{}, "' + b"a" * 39 * 2**20 + b'": 1}',
    "escapes": lambda: HEAD + b'{}, "title": "' + rb"\u0061" * (6 * 2**20) + b'"}',
    "brackets": lambda: HEAD + b"[" * 2**20,
    "directory": crowded,
    "too large": lambda: b"{" + b" " * 45 * 2**20,
}
"""Files made to fill the memory of whoever opens them."""

OPENED_IN_ITS_OWN_PROCESS = """
import re, sys
from pathlib import Path
from mlp_studio.project.projectfile import ProjectFileError, load

def peak():
    return int(re.search(r"VmHWM:\\s*(\\d+)", Path("/proc/self/status").read_text())[1])

before = peak()
try:
    load(sys.argv[1])
except ProjectFileError as error:
    print(error)
    print(peak() - before)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="reads the peak from Linux's /proc")
@pytest.mark.parametrize("name", HARMFUL)
def test_a_harmful_file_costs_little_memory(name: str, tmp_path: Path) -> None:
    path = tmp_path / "harmful.mlps"
    path.write_bytes(HARMFUL[name]())
    answer = subprocess.run(
        [sys.executable, "-c", OPENED_IN_ITS_OWN_PROCESS, path],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert answer.stderr == ""
    sentence, kilobytes = answer.stdout.splitlines()
    assert sentence.startswith(str(path))
    assert int(kilobytes) < 200 * 1024
