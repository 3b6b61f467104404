"""A person for tests: answers the questions a window asks, and notes what it was told."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from mlp_studio.ui.dialogs import Lost, Unsaved
from mlp_studio.ui.recovery import LostWork


@dataclass
class Answers:
    """What to answer; `asked` and `told` say what happened, in order."""

    unsaved: Unsaved = "cancel"
    lost: Lost = "later"
    opens: Path | None = None
    saves: Path | None = None
    table: Path | None = None
    data_file: Path | None = None
    picture: Path | None = None
    values: Path | None = None
    removes: bool = True
    asked: list[str] = field(default_factory=list)
    told: list[str] = field(default_factory=list)

    def about_unsaved_changes(self, name: str) -> Unsaved:
        self.asked.append(f"unsaved {name}")
        return self.unsaved

    def about_lost_work(self, work: LostWork) -> Lost:
        self.asked.append(f"lost {work.path.name if work.path else work.project.title}")
        return self.lost

    def file_to_open(self, folder: Path) -> Path | None:
        self.asked.append("open")
        return self.opens

    def table_to_read(self, folder: Path) -> Path | None:
        self.asked.append("table")
        return self.table

    def where_data_went(self, missing: Path, reason: str) -> Path | None:
        self.asked.append(f"data {missing.name}")
        return self.data_file

    def file_to_save(self, suggested: Path) -> Path | None:
        self.asked.append(f"save {suggested.name}")
        return self.saves

    def picture_to_save(self, suggested: Path) -> Path | None:
        self.asked.append(f"picture {suggested.name}")
        return self.picture

    def values_to_save(self, suggested: Path) -> Path | None:
        self.asked.append(f"values {suggested.name}")
        return self.values

    def may_remove_template(self, name: str) -> bool:
        self.asked.append(f"remove {name}")
        return self.removes

    def tell_error(self, sentence: str, details: str = "") -> None:
        self.told.append(f"{sentence} {details}".strip())
