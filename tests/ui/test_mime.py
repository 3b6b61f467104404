"""What a drag carries: any thing of the palette there and back, and nothing else believed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData

from mlp_studio.ui import mime
from mlp_studio.ui.mime import PaletteItem

THINGS = [
    *(PaletteItem(kind) for kind in mime.KINDS),
    PaletteItem("feature", "sin(키 * 2)"),
    PaletteItem("template", "xor"),
    PaletteItem("own_template", "a/b “c” 한글"),
]


@pytest.mark.parametrize("thing", THINGS)
def test_a_thing_arrives_as_it_left(thing: PaletteItem) -> None:
    assert mime.item_of(mime.of(thing)) == thing


def test_only_the_four_kinds_are_kinds() -> None:
    assert mime.kind_of(mime.of(PaletteItem("dense"))) == "dense"
    assert mime.kind_of(mime.of(PaletteItem("feature", "a"))) is None


def carrying(content: bytes) -> QMimeData:
    data = QMimeData()
    data.setData(mime.KIND, content)
    return data


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"dense",
        b"\xff\xfe",
        b'"dense"',
        b'{"kind": "dense"',
        b'{"kind": "loss"}',
        b'{"value": "x"}',
        b'{"kind": "dense", "value": 3}',
        b'{"kind": "dense", "value": "unasked"}',
        b'{"kind": "feature"}',
        b'{"kind": "feature", "value": "__import__(1)"}',
        b'{"kind": "feature", "value": "a +"}',
        b'{"kind": "template", "value": " "}',
        b'{"kind": "own_template", "value": "a\\u0000b"}',
        b'{"kind": "own_template", "value": "\xed\xa0\x80"}',
        b'{"kind": "dense", "more": ' + b"[" * 4000 + b"]" * 4000 + b"}",
        b'{"kind": "dense", "more": "' + b"x" * mime.MAX_BYTES + b'"}',
    ],
)
def test_what_makes_no_sense_is_nothing(content: bytes) -> None:
    assert mime.item_of(carrying(content)) is None


def test_data_of_another_kind_are_nothing() -> None:
    data = QMimeData()
    data.setText('{"kind": "dense"}')
    assert mime.item_of(data) is None
