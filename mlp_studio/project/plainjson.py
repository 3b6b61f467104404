"""Text to the objects of the schema, and back: what JSON itself can get wrong."""

from __future__ import annotations

import json
import re
from typing import Any

import msgspec

from mlp_studio.project.errors import ProjectFileError
from mlp_studio.project.migrations import check_version, migrate
from mlp_studio.project.schema import FORMAT, FORMAT_VERSION, ProjectFile

MAX_ITEMS = 1_500_000
"""Commas and opening brackets: each can cost a hundred bytes of memory or so once it is read."""

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
# Possessive, for a text of a million escapes must not cost a million ways to go back.
_KEY_OR_BRACE = re.compile(rb'("[^"\\]*+(?:\\.[^"\\]*+)*+")(\s*:)?|[{}]')
_LINE = 92
"""Characters of a line for people."""
_WORDS = {
    "int": "a whole number",
    "float": "a number",
    "str": "a text",
    "bool": "true or false",
    "array": "a list",
    "object": "an object",
    "null": "null",
}


class _Head(msgspec.Struct):
    """What every version of the format has had and will have."""

    format: str
    format_version: int


def parse_document(text: bytes) -> ProjectFile:
    """The document, brought up to the newest version. Raises ProjectFileError."""
    text = text.removeprefix(_BYTE_ORDER_MARK)
    items = text.count(b",") + text.count(b"[") + text.count(b"{")
    if items > MAX_ITEMS:
        raise ProjectFileError(
            f"the JSON holds more than {MAX_ITEMS} values: keep large weights and data in the "
            "zipped form, which MLP Studio saves"
        )
    try:
        return _parse(text)
    except UnicodeDecodeError as error:
        raise ProjectFileError("the text is not UTF-8: save it again in that encoding") from error
    except RecursionError as error:
        raise ProjectFileError(
            "the JSON nests too deeply to be a project: remove the extra brackets"
        ) from error
    except msgspec.ValidationError as error:
        raise ProjectFileError(_explained(str(error))) from error
    except msgspec.DecodeError as error:
        raise ProjectFileError(_not_json(text, str(error))) from error


def _parse(text: bytes) -> ProjectFile:
    head = msgspec.json.decode(text, type=_Head)
    if head.format != FORMAT:
        raise ProjectFileError(
            f"format is {json.dumps(head.format[:40])} instead of {json.dumps(FORMAT)}: "
            "this is not a project of MLP Studio"
        )
    check_version(head.format_version)
    _refuse_repeated_keys(text)
    if head.format_version == FORMAT_VERSION:
        return msgspec.json.decode(text, type=ProjectFile)
    document = migrate(msgspec.json.decode(text), head.format_version)
    return msgspec.convert(document, ProjectFile)


def _refuse_repeated_keys(text: bytes) -> None:
    """A key given twice would silently lose one of its values. `text` is valid JSON."""
    seen: list[set[bytes]] = []
    path: list[str] = []
    for found in _KEY_OR_BRACE.finditer(text):
        if found.group() == b"{":
            seen.append(set())
            path.append("")
        elif found.group() == b"}":
            seen.pop()
            path.pop()
        elif found.group(2) is not None:
            key = found.group(1)
            if b"\\" in key:
                key = json.dumps(json.loads(key), ensure_ascii=False).encode()
            path[-1] = key.decode()[1:-1]
            if key in seen[-1]:
                place = ".".join(path)[-80:]
                raise ProjectFileError(f"the key {place} is given twice: remove one of the two")
            seen[-1].add(key)


def _not_json(text: bytes, reason: str) -> str:
    if not text.strip():
        return "the file is empty: there is no project in it"
    if not text.lstrip().startswith(b"{"):
        return (
            "this is neither a zipped project nor a JSON object: it is not a project of MLP Studio"
        )
    if "truncated" in reason:
        return "the JSON ends too early: part of the file is missing, so use another copy of it"
    place = re.search(r"byte (\d+)", reason)
    if place is None:
        return f"the JSON cannot be read: {reason.lower()}"
    before = text[: int(place.group(1))]
    line, column = before.count(b"\n") + 1, len(before) - before.rfind(b"\n")
    return (
        f"the JSON breaks off at line {line}, column {column}: "
        "correct it there (NaN, Infinity and comments are not JSON)"
    )


def _explained(message: str) -> str:
    """msgspec's sentence about a value that does not fit, in the words of the format."""
    reason, _, path = message.partition(" - at `$")
    place = path.rstrip("`").removeprefix(".") or "the top level"
    if unknown := re.fullmatch(r"Object contains unknown field `(.*)`", reason, re.DOTALL):
        key = json.dumps(unknown.group(1)[:40], ensure_ascii=False)
        return f"unknown key {key} at {place}: correct its spelling or remove it"
    if missing := re.fullmatch(r"Object missing required field `(.*)`", reason):
        return f'the key "{missing.group(1)}" is missing at {place}: add it'
    if wrong := re.fullmatch(r"Expected `(.*)`, got `(.*)`", reason):
        expected, found = (
            " or ".join(_WORDS.get(word.strip(), word.strip()) for word in kinds.split("|"))
            for kinds in wrong.groups()
        )
        return f"{place} must be {expected}, not {found}"
    if invalid := re.fullmatch(r"Invalid enum value '(.*)'", reason, re.DOTALL):
        value = json.dumps(invalid.group(1)[:40], ensure_ascii=False)
        return f"{place} cannot be {value}: correct its spelling"
    if "out of range" in reason:
        return f"{place} is a number too large to compute with: use a smaller one"
    return f"{place}: {reason[:1].lower()}{reason[1:]}"


def written(document: dict[str, Any]) -> bytes:
    """JSON for people: what fits on a line is on one, and so is each row of a larger matrix."""
    return (_indented(document, "") + "\n").encode()


def _indented(value: Any, margin: str) -> str:
    if isinstance(value, dict):
        opening, closing = "{", "}"
        parts = [(f"{_flat(key)}: ", each) for key, each in value.items()]
    elif isinstance(value, list) and any(isinstance(each, dict | list) for each in value):
        opening, closing = "[", "]"
        parts = [("", each) for each in value]
    else:
        return _flat(value)
    if len(parts) <= _LINE // 4 and len(line := _flat(value)) + len(margin) <= _LINE:
        return line
    inner = margin + "  "
    entries = [f"{inner}{label}{_indented(each, inner)}" for label, each in parts]
    return f"{opening}\n" + ",\n".join(entries) + f"\n{margin}{closing}"


def _flat(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_flat(key)}: {_flat(each)}" for key, each in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(_flat(each) for each in value) + "]"
    return msgspec.json.encode(value).decode()
