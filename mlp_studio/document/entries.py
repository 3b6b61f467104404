"""What stands on the undo stack: projects, and which of them must stay within reach."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import count
from typing import Literal

from mlp_studio.project.model import Project

Kind = Literal["edit", "update", "return"]
"""A change by hand; updates made by stepping; a return into the past that a change then left."""

_serials = count(1)


@dataclass(slots=True, eq=False)
class Edit:
    """A change: the project it made. It does nothing itself.

    The document shows the project of the place its undo stack stands at.
    """

    label: str
    after: Project
    merge: str | None = None
    kind: Kind = "edit"
    returns_to: int = 0
    """Of a return: the index of the undo stack that it leads back to."""
    serial: int = field(default_factory=lambda: next(_serials))
    """Tells this entry from any other that stood, or will stand, at its place."""

    def merges_with(self, before: Edit) -> bool:
        """Whether the two are parts of one gesture."""
        return self.merge is not None and self.merge == before.merge

    def absorb(self, later: Edit) -> None:
        """Become what both made together."""
        self.after, self.label = later.after, later.label
