"""One way to mend a problem."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from mlp_studio.project.model import Project
from mlp_studio.project.problems import Problem


@dataclass(frozen=True, slots=True)
class Fix:
    """`text` is English with placeholders, marked for the context "Fixes"; `args` fills it in."""

    text: str
    args: dict[str, object] = field(hash=False)
    edit: Callable[[Project], Project]

    def label(self, translate: Callable[[str, str], str]) -> str:
        """What the button says, in the language of `translate(context, template)`."""
        return translate("Fixes", self.text).format(**self.args)


Propose = Callable[[Project, Problem], Fix | None]
"""A fix for a problem of one code, or None; it may still turn out to be impossible."""
