"""Data that stay in a file of their own: the project holds where it is and how it was read."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

from mlp_studio.project.errors import MissingDataError, ProjectFileError
from mlp_studio.project.importing import ImportTableError, imported
from mlp_studio.project.importing.decoding import MAX_TABLE_BYTES
from mlp_studio.project.model import Dataset, Project, Source


def digest(content: bytes) -> str:
    """What tells one content of a file from another."""
    return hashlib.sha256(content).hexdigest()


def read_source(folder: Path | None, data_file: Path | None, source: Source) -> Dataset:
    """The data of the file a project refers to, looked for in `folder`.

    A file that somebody points at, `data_file`, is taken as it is. Raises MissingDataError if the
    file is not there or is another by now, and ProjectFileError if it cannot be read as the
    recipe says.
    """
    path = data_file or (folder or Path()) / source.path
    if path.exists() and not path.is_file():
        # A pipe or a device would block, or never end.
        raise MissingDataError(
            path,
            f"the data of this project are in {path}, which is not a file: say where they are now",
        )
    try:
        content = _content(path)
    except OSError as error:
        raise MissingDataError(
            path,
            f"the data of this project are in {path}, which cannot be read "
            f"({error.strerror or error}): put the file back, or say where it is now",
        ) from error
    found = digest(content)
    if data_file is None and found != source.sha256:
        raise MissingDataError(
            path,
            f"{path} is not the file the data of this project came from, or was changed since: "
            "put the old one back, or choose the file to take",
        )
    try:
        data = imported(content, source.recipe).data
    except ImportTableError as error:
        raise ProjectFileError(f"the data in {path} cannot be read: {error}") from error
    return replace(data, source=Source(str(path.absolute()), found, source.recipe))


def beside(project: Project, folder: Path) -> Project:
    """The project to be saved in `folder`: data in it, or below, are referred to from there."""
    data = project.data
    if data is None or data.source is None:
        return project
    path = Path(data.source.path)
    try:
        inside = path.relative_to(folder.absolute())
    except ValueError:
        return project
    source = replace(data.source, path=inside.as_posix())
    return replace(project, data=replace(data, source=source))


def whole(project: Project) -> Project:
    """The project as it can be read again: with its data in it if their file is another by now."""
    data = project.data
    if data is None or data.source is None:
        return project
    path = Path(data.source.path)
    try:
        is_same = path.is_file() and digest(_content(path)) == data.source.sha256
    except OSError:
        is_same = False
    return project if is_same else holding_data(project)


def _content(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(MAX_TABLE_BYTES + 1)


def holding_data(project: Project) -> Project:
    """The same project, with its data in it."""
    data = project.data
    if data is None or data.source is None:
        return project
    return replace(project, data=replace(data, source=None))
