"""The zipped form: `project.json`, `arrays.npz`, and a thumbnail for file managers.

All arrays are in `arrays.npz`, and `project.json` refers to them by name. Nothing is unpacked
before its size is known to be bearable, nothing is ever written outside, and array headers are
read here rather than by NumPy, which would believe them.
"""

from __future__ import annotations

import io
import math
import re
import stat
import struct
import zlib
from typing import Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, LargeZipFile, ZipFile, ZipInfo

import msgspec
import numpy as np

from mlp_studio.engine.arrays import FrozenArray
from mlp_studio.project.errors import ProjectFileError
from mlp_studio.project.schema import ArrayReference

PROJECT, ARRAYS, THUMBNAIL = "project.json", "arrays.npz", "thumbnail.png"
MAX_JSON_BYTES = 40 * 2**20
MAX_ARRAYS_BYTES = 48 * 2**20
"""Of all arrays together, unpacked. The largest project there can be needs less."""
MAX_THUMBNAIL_BYTES = 4 * 2**20
MAX_ENTRIES = 20_000
"""Of both archives together; each costs memory before it can be looked at."""

_CENTRAL_RECORD = b"PK\x01\x02"
_MAGIC = b"\x93NUMPY"
_HEADER = re.compile(
    rb"\{'descr': '(?P<dtype><f8|\|b1)', 'fortran_order': (?P<fortran>True|False), "
    rb"'shape': \((?P<shape>\d{0,9}(?:, ?\d{1,9})*),?\), *\} *\n"
)
DAMAGED = (
    BadZipFile,
    LargeZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    OSError,
    OverflowError,
    RuntimeError,
    UnicodeError,
    ValueError,
)
"""What `zipfile` raises for archives that are cut off, altered or made up."""
# The same content gives the same bytes: no clock in the file.
_DATE = (1980, 1, 1, 0, 0, 0)


class ArrayStore:
    """The arrays of a project on their way into `arrays.npz`."""

    def __init__(self) -> None:
        self._arrays: dict[str, FrozenArray] = {}

    def put(self, array: FrozenArray) -> dict[str, str]:
        """What stands for the array in `project.json`."""
        name = f"array-{len(self._arrays)}"
        self._arrays[name] = array
        return {"array": name}

    def packed(self) -> bytes:
        """The bytes of `arrays.npz`."""
        buffer = io.BytesIO()
        with ZipFile(buffer, "w") as archive:
            for name, array in self._arrays.items():
                entry = io.BytesIO()
                np.lib.format.write_array(entry, array.values, version=(1, 0), allow_pickle=False)
                _write(archive, f"{name}.npy", entry.getvalue(), ZIP_DEFLATED)
        return buffer.getvalue()


def pack_archive(document: dict[str, Any], arrays: ArrayStore, thumbnail: bytes | None) -> bytes:
    """The bytes of a zipped project."""
    buffer = io.BytesIO()
    with ZipFile(buffer, "w") as archive:
        _write(archive, PROJECT, msgspec.json.encode(document), ZIP_DEFLATED)
        _write(archive, ARRAYS, arrays.packed(), ZIP_STORED)
        if thumbnail is not None:
            _write(archive, THUMBNAIL, thumbnail, ZIP_STORED)
    return buffer.getvalue()


def _write(archive: ZipFile, name: str, content: bytes, compression: int) -> None:
    info = ZipInfo(name, _DATE)
    info.compress_type = compression
    info.external_attr = 0o644 << 16
    archive.writestr(info, content)


def open_archive(content: bytes) -> tuple[bytes, ArrayFile]:
    """The text of `project.json`, and the arrays. Raises ProjectFileError."""
    if content.count(_CENTRAL_RECORD) > MAX_ENTRIES:
        raise ProjectFileError(
            f"the archive lists more than {MAX_ENTRIES} entries: it is not a saved project"
        )
    archive = _Archive(content, "the zip archive")
    archive.check_entries(
        {PROJECT: MAX_JSON_BYTES, ARRAYS: MAX_ARRAYS_BYTES, THUMBNAIL: MAX_THUMBNAIL_BYTES}
    )
    text = archive.read(PROJECT)
    return text, ArrayFile(archive.read(ARRAYS) if ARRAYS in archive.entries else None)


class ArrayFile:
    """The arrays of `arrays.npz`, each read when it is first asked for."""

    def __init__(self, content: bytes | None) -> None:
        self._read: dict[str, FrozenArray] = {}
        self._archive = None if content is None else _Archive(content, ARRAYS)
        if self._archive is not None:
            names = self._archive.entries
            self._archive.check_entries(dict.fromkeys(names, MAX_ARRAYS_BYTES))
            if sum(entry.file_size for entry in names.values()) > MAX_ARRAYS_BYTES:
                raise ProjectFileError(_too_large(ARRAYS, MAX_ARRAYS_BYTES))

    def fetch(self, reference: ArrayReference) -> FrozenArray:
        """The array a reference in `project.json` names. Raises ProjectFileError."""
        name = reference.array
        if name not in self._read:
            entry = f"{name}.npy"
            if self._archive is None or entry not in self._archive.entries:
                raise ProjectFileError(
                    f"{PROJECT} refers to the array “{name[:40]}”, which {ARRAYS} does not hold: "
                    "part of the file is missing, so use another copy of it"
                )
            self._read[name] = _array(self._archive.read(entry), f"{ARRAYS}/{name[:40]}")
        return self._read[name]


class _Archive:
    """A zip archive in memory that nobody vouches for."""

    def __init__(self, content: bytes, label: str) -> None:
        self._label = label
        try:
            self._zip = ZipFile(io.BytesIO(content))
        except DAMAGED as error:
            raise ProjectFileError(self._damaged()) from error
        self.entries = {info.filename: info for info in self._zip.infolist()}
        if len(self.entries) != len(self._zip.infolist()):
            raise ProjectFileError(f"{label} holds two entries of the same name: {_SAVE_AGAIN}")

    def check_entries(self, most: dict[str, int]) -> None:
        """Only these names, of at most so many bytes each, and nothing but plain files."""
        for name, info in self.entries.items():
            shown = ascii(name)[1:-1][:60]
            if name not in most:
                known = ", ".join(most)
                raise ProjectFileError(
                    f"{self._label} holds “{shown}”, which is no part of a project "
                    f"(those are {known}): {_SAVE_AGAIN}"
                )
            if info.flag_bits & 0x1:
                raise ProjectFileError(
                    f"{shown} in {self._label} is encrypted: save it without a password"
                )
            if not _is_plain(info):
                raise ProjectFileError(
                    f"{shown} in {self._label} is not a plain file: {_SAVE_AGAIN}"
                )
            if info.file_size > most[name]:
                raise ProjectFileError(_too_large(shown, most[name]))

    def read(self, name: str) -> bytes:
        if name not in self.entries:
            raise ProjectFileError(f"{self._label} holds no {name}: it is not a saved project")
        info = self.entries[name]
        try:
            with self._zip.open(info) as stream:
                # One byte more than it says: the checksum is verified only at the very end.
                content = stream.read(info.file_size + 1)
        except DAMAGED as error:
            raise ProjectFileError(self._damaged(ascii(name)[1:-1][:60])) from error
        if len(content) != info.file_size:
            raise ProjectFileError(self._damaged(name))
        return content

    def _damaged(self, entry: str = "") -> str:
        place = f"{entry} in {self._label}" if entry else self._label
        return f"{place} is damaged: use another copy of the file"


_SAVE_AGAIN = "save the project again from MLP Studio"


def _is_plain(info: ZipInfo) -> bool:
    kind = stat.S_IFMT(info.external_attr >> 16)
    return kind in (0, stat.S_IFREG) and info.compress_type in (ZIP_STORED, ZIP_DEFLATED)


def _too_large(name: str, most: int) -> str:
    return f"{name} would unpack to more than {most // 2**20} MB: it is not a saved project"


def _array(content: bytes, place: str) -> FrozenArray:
    """The array in a .npy file, once its header is found to tell the truth."""
    damaged = ProjectFileError(f"{place} is not an array as NumPy saves it: {_SAVE_AGAIN}")
    if len(content) < 10 or content[:8] != _MAGIC + b"\x01\x00":
        raise damaged
    start = 10 + int.from_bytes(content[8:10], "little")
    header = _HEADER.fullmatch(content[10:start])
    if header is None:
        raise damaged
    shape = _shape(header["shape"])
    dtype = np.dtype(header["dtype"].decode())
    expected = math.prod(shape) * dtype.itemsize
    if len(shape) not in (1, 2) or expected != len(content) - start:
        raise ProjectFileError(
            f"{place} claims the shape {shape}, but holds {len(content) - start} bytes: "
            f"{_SAVE_AGAIN}"
        )
    values = np.frombuffer(content, dtype, offset=start)
    if dtype == np.bool_ and np.frombuffer(content, np.uint8, offset=start).max(initial=0) > 1:
        raise ProjectFileError(
            f"{place} holds flags that are neither true nor false: {_SAVE_AGAIN}"
        )
    order: Any = "F" if header["fortran"] == b"True" else "C"
    return FrozenArray(values.reshape(shape, order=order), dtype.type)


def _shape(text: bytes) -> tuple[int, ...]:
    return tuple(int(size) for size in text.split(b",") if size.strip())


def is_archive(content: bytes) -> bool:
    """Whether this is a zip archive, going by its first bytes rather than by its name."""
    return content[:4] in (b"PK\x03\x04", b"PK\x05\x06")
