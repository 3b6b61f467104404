"""Projects in files: read, checked, brought up to date, and saved so that nothing is ever lost.

Two forms, told apart by content: plain JSON, for scripts and people, and the zipped form of the
window's own files (`archive.py`).
"""

from __future__ import annotations

import os
import secrets
from functools import partial
from pathlib import Path
from typing import NoReturn

from mlp_studio.engine.arrays import FrozenArray
from mlp_studio.project.archive import ArrayStore, is_archive, open_archive, pack_archive
from mlp_studio.project.errors import MissingDataError, ProjectFileError
from mlp_studio.project.model import Project
from mlp_studio.project.packing import Fetch, pack, unpack
from mlp_studio.project.plainjson import parse_document, written
from mlp_studio.project.schema import ArrayReference
from mlp_studio.project.sources import beside, read_source, whole
from mlp_studio.project.validity import check_counts, check_project

__all__ = [
    "MAX_FILE_BYTES",
    "MissingDataError",
    "ProjectFileError",
    "dumps",
    "dumps_json",
    "load",
    "loads",
    "save",
]

MAX_FILE_BYTES = 40 * 2**20


def load(path: Path | str, *, data_file: Path | None = None) -> Project:
    """The project in a file of either form.

    `data_file` is where the data are now that the project refers to. Raises ProjectFileError,
    naming the file, if there is no project in it, MissingDataError if it refers to data that are
    not where they were, and OSError if it cannot be read.
    """
    path = Path(path)
    if path.exists() and not path.is_file():
        # A pipe or a device would block, or never end.
        raise ProjectFileError(f"{path}: this is not a file: choose a project file")
    with path.open("rb") as file:
        content = file.read(MAX_FILE_BYTES + 1)
    try:
        return loads(content, folder=path.absolute().parent, data_file=data_file)
    except MissingDataError:
        raise
    except ProjectFileError as error:
        raise ProjectFileError(f"{path}: {error}") from error


def loads(content: bytes, *, folder: Path | None = None, data_file: Path | None = None) -> Project:
    """The project in the bytes of a file of either form. Raises ProjectFileError.

    Data it refers to are looked for in `folder`, or are those of `data_file`.
    """
    if len(content) > MAX_FILE_BYTES:
        raise ProjectFileError(
            f"the file is larger than {MAX_FILE_BYTES // 2**20} MB: it is not a saved project"
        )
    fetch: Fetch = _no_arrays
    if is_archive(content):
        content, arrays = open_archive(content)
        fetch = arrays.fetch
    document = parse_document(content)
    check_counts(len(document.network.layers), len(document.network.links))
    return check_project(unpack(document, fetch, partial(read_source, folder, data_file)))


def dumps_json(project: Project) -> bytes:
    """The project as plain JSON, indented for people.

    Raises ProjectFileError if the project is not valid.
    """
    return written(pack(check_project(project), FrozenArray.tolist))


def dumps(project: Project, thumbnail: bytes | None = None) -> bytes:
    """The project in the zipped form, with a PNG picture of it if there is one.

    Raises ProjectFileError if the project is not valid.
    """
    arrays = ArrayStore()
    return pack_archive(pack(check_project(project), arrays.put), arrays, thumbnail)


def save(project: Project, path: Path | str, *, thumbnail: bytes | None = None) -> None:
    """Write the project: plain JSON to a name that ends in .json, the zipped form to any other.

    The file is replaced in one move once the new one is safely on the disk: whatever fails, the
    old one is still whole. Raises OSError if it cannot be written, and ProjectFileError if the
    project is not valid.
    """
    # Where a link leads is replaced, not the link.
    path = Path(os.path.realpath(path))
    as_json = path.suffix.lower() == ".json"
    project = beside(whole(project), path.parent)
    content = dumps_json(project) if as_json else dumps(project, thumbnail)
    if len(content) > MAX_FILE_BYTES:
        raise ProjectFileError(
            f"{path}: the project takes more than {MAX_FILE_BYTES // 2**20} MB: save fewer data, "
            "or choose a name that does not end in .json"
        )
    _replace(path, content)


def _replace(path: Path, content: bytes) -> None:
    # In the same folder, for a move between file systems is a copy that can fail half way.
    temporary = path.with_name(f".mlp-studio-{secrets.token_hex(8)}.tmp")
    try:
        with temporary.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            temporary.chmod(path.stat().st_mode & 0o7777)
        temporary.replace(path)
    except BaseException as error:
        temporary.unlink(missing_ok=True)
        if isinstance(error, OSError) and error.filename == str(temporary):
            # The person asked for `path` and has never heard of the other.
            error.filename, error.filename2 = str(path), None
        raise
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    """Make the move itself survive a power cut, where the system has a way to ask for it."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _no_arrays(reference: ArrayReference) -> NoReturn:
    raise ProjectFileError(
        f"the JSON refers to the array “{reference.array[:40]}”, but a plain JSON project holds "
        "its values in place: write them there"
    )
