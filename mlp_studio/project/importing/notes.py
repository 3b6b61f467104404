"""What became of a row that is not among the data."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from mlp_studio.project.importing.wording import shortened
from mlp_studio.project.translation import QT_TRANSLATE_NOOP

NOT_A_NUMBER = QT_TRANSLATE_NOOP("RowNote", "expected a number, found “{found}”")
NOTHING = QT_TRANSLATE_NOOP("RowNote", "there is no value")
RAGGED = QT_TRANSLATE_NOOP("RowNote", "{count} cells instead of {width}")


@dataclass(frozen=True, slots=True)
class RowNote:
    """`row` is its first line in the file, from 1; `column` is "" where it is the whole row."""

    row: int
    column: str
    template: str
    arguments: dict[str, object] = field(default_factory=dict)

    @property
    def reason(self) -> str:
        return self.template.format(**self.arguments)

    def translated(self, translate: Callable[[str, str], str]) -> str:
        """The reason in the language of `translate(context, template)`."""
        return translate("RowNote", self.template).format(**self.arguments)


def not_a_number(row: int, column: str, found: str) -> RowNote:
    return RowNote(row, column, NOT_A_NUMBER, {"found": shortened(found)})


def nothing(row: int, column: str) -> RowNote:
    return RowNote(row, column, NOTHING)


def ragged(row: int, count: int, width: int) -> RowNote:
    return RowNote(row, "", RAGGED, {"count": count, "width": width})
