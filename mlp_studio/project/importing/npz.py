"""The arrays of an NPZ file that nobody vouches for: no header is believed before it is checked."""

from __future__ import annotations

import io
import math
import re
from pathlib import Path
from typing import Any
from zipfile import ZipFile, ZipInfo

import numpy as np
from numpy.typing import NDArray

from mlp_studio.project.archive import DAMAGED
from mlp_studio.project.importing.decoding import MAX_TABLE_BYTES
from mlp_studio.project.importing.errors import ImportTableError
from mlp_studio.project.translation import QT_TRANSLATE_NOOP

MAX_ARRAY_BYTES = 64 * 2**20
"""Of one array, unpacked: four times what the inputs of the largest project need."""
_MAGIC = b"\x93NUMPY"
_HEADER = re.compile(
    rb"\{'descr': '(?P<dtype>[<>|][biufUS]\d{1,5})', 'fortran_order': (?P<fortran>True|False), "
    rb"'shape': \((?P<shape>\d{0,12}(?:, ?\d{1,12})*),?\), *\} *\n"
)


def load_arrays(path: Path) -> dict[str, NDArray[np.generic]]:
    """Every array of the file by name. Raises ImportTableError, and OSError."""
    with path.open("rb") as file:
        content = file.read(MAX_TABLE_BYTES + 1)
    if content.startswith(_MAGIC):
        raise _unreadable("it holds a single array")
    if len(content) > MAX_TABLE_BYTES:
        raise _unreadable(f"it is larger than {MAX_TABLE_BYTES // 2**20} MB")
    try:
        with ZipFile(io.BytesIO(content)) as archive:
            _check_sizes(archive.infolist())
            return {
                info.filename.removesuffix(".npy"): _array(_unpacked(archive, info), info.filename)
                for info in archive.infolist()
            }
    except ImportTableError:
        raise
    except DAMAGED as error:
        raise _unreadable(str(error)) from error


def _check_sizes(entries: list[ZipInfo]) -> None:
    for info in entries:
        if info.file_size > MAX_ARRAY_BYTES:
            raise _unreadable(f"{info.filename} takes more than {MAX_ARRAY_BYTES // 2**20} MB")
    if sum(info.file_size for info in entries) > MAX_TABLE_BYTES:
        raise _unreadable(f"its arrays take more than {MAX_TABLE_BYTES // 2**20} MB")


def _unpacked(archive: ZipFile, info: ZipInfo) -> bytes:
    with archive.open(info) as stream:
        # One byte more than it says: the checksum is verified only at the very end.
        return stream.read(info.file_size + 1)


def _array(content: bytes, name: str) -> NDArray[np.generic]:
    """The array in a .npy file, once its header is found to tell the truth."""
    start = 10 + int.from_bytes(content[8:10], "little")
    header = _HEADER.fullmatch(content[10:start])
    if header is None or content[:8] != _MAGIC + b"\x01\x00":
        raise _unreadable(f"{name} is no array of numbers or words")
    try:
        dtype = np.dtype(header["dtype"].decode())
    except TypeError as error:
        raise _unreadable(f"{name} is no array of numbers or words") from error
    shape = tuple(int(size) for size in header["shape"].split(b",") if size.strip())
    if math.prod(shape) * dtype.itemsize != len(content) - start:
        raise _unreadable(f"{name} claims the shape {shape}, but holds other data")
    order: Any = "F" if header["fortran"] == b"True" else "C"
    return np.frombuffer(content, dtype, offset=start).reshape(shape, order=order)


def _unreadable(reason: str) -> ImportTableError:
    return ImportTableError(
        QT_TRANSLATE_NOOP(
            "ImportTableError",
            "This is no file of named arrays ({reason}): save it with numpy.savez(file, X=…, y=…).",
        ),
        reason=" ".join(reason.split())[:120],
    )
