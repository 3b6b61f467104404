"""Older formats of the project file, brought up to the present one step at a time.

To raise the format version from n: write `_from_n(document) -> document`, enter it in MIGRATIONS,
raise `schema.FORMAT_VERSION`, and keep a file of version n in `tests/files/`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from mlp_studio.project.errors import ProjectFileError
from mlp_studio.project.schema import FORMAT_VERSION

Migration = Callable[[dict[str, Any]], dict[str, Any]]

MIGRATIONS: Mapping[int, Migration] = {}
"""From each older version to the next. A migration may not assume that the document is valid
beyond being an object: the schema checks what comes out at the end."""


def check_version(version: int) -> None:
    """Raises ProjectFileError for a version this program cannot read."""
    if version > FORMAT_VERSION:
        raise ProjectFileError(
            f"format_version is {version}, but this MLP Studio reads up to {FORMAT_VERSION}: "
            "open the file with a newer MLP Studio"
        )
    if version < 1:
        raise ProjectFileError(f"format_version is {version}, but versions count from 1")


def migrate(
    document: dict[str, Any],
    version: int,
    *,
    migrations: Mapping[int, Migration] = MIGRATIONS,
    newest: int = FORMAT_VERSION,
) -> dict[str, Any]:
    """The document of format `version` in the newest format."""
    for step in range(version, newest):
        document = {**migrations[step](document), "format_version": step + 1}
    return document
