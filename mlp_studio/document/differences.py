"""What differs between two projects."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from mlp_studio.project.model import Project


def changed(before: Mapping[str, object], after: Mapping[str, object]) -> set[str]:
    """The ids of what is in both, but not the same."""
    return {key for key, value in after.items() if key in before and before[key] != value}


def same_computation(before: Project, after: Project) -> bool:
    """Whether only names and places differ, so that every number stays what it was."""
    return before is after or _without_looks(before) == _without_looks(after)


def _without_looks(project: Project) -> Project:
    plain = tuple(
        replace(layer, position=None, name="", unit_names=None, colour="")
        for layer in project.layers
    )
    return replace(project, layers=plain, title="")
