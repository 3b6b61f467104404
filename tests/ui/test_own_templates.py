"""A person's own templates: kept in files any system can have, and none of them ever lost."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths
from pytestqt.qtbot import QtBot

from mlp_studio.commands.demo import build_xor
from mlp_studio.project import fragments
from mlp_studio.project.model import Project
from mlp_studio.project.projectfile import ProjectFileError
from mlp_studio.project.templates import TEMPLATES
from mlp_studio.ui.mime import PaletteItem
from mlp_studio.ui.own_templates import (
    MAX_NAME,
    OwnTemplates,
    TemplateExistsError,
    TemplateNameError,
    file_stem,
    template_of,
    templates_folder,
)


@pytest.fixture
def fragment() -> Project:
    project = build_xor()
    return fragments.extract(project, [layer.id for layer in project.layers])


@pytest.fixture
def own(qapp: object, tmp_path: Path) -> OwnTemplates:
    return OwnTemplates(tmp_path / "templates")


def names(own: OwnTemplates) -> list[str]:
    return [template.name for template in own.all]


def test_a_folder_that_is_not_there_yet_has_no_templates(own: OwnTemplates) -> None:
    assert own.all == ()


def test_what_was_saved_comes_back_also_in_another_window(
    own: OwnTemplates, fragment: Project, tmp_path: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(own.changed):
        own.save("  Two   units ", fragment)

    assert names(own) == ["Two units"]
    assert own.load("Two units") == fragment
    assert OwnTemplates(tmp_path / "templates").load("two UNITS") == fragment


def test_a_file_is_plain_text_that_the_program_can_open(
    own: OwnTemplates, fragment: Project, tmp_path: Path
) -> None:
    own.save("plain", fragment)
    text = (tmp_path / "templates" / "plain.json").read_text(encoding="utf-8")
    assert fragments.from_text(text) == fragment


@pytest.mark.parametrize(
    "name",
    ["a/b", "..", "CON", "com1.txt", "100%", "what?", 'a"b', "한글 층", "dot.", ".hidden", "%41"],
)
def test_any_name_makes_a_file_every_system_takes(
    own: OwnTemplates, fragment: Project, tmp_path: Path, name: str
) -> None:
    own.save(name, fragment)
    [file] = (tmp_path / "templates").iterdir()

    assert not set(file.name) & set('<>:"/\\|?*')
    assert file.stem.split(".")[0].lower() not in ("con", "com1")
    assert not file.name.startswith(".")
    assert not file.stem.endswith(".")
    assert names(own) == [name]


def test_the_longest_name_makes_no_file_name_that_is_too_long() -> None:
    for character in ("/", "한", "🜚"):
        assert len(f"{file_stem(character * MAX_NAME)}.json".encode()) <= 255


@pytest.mark.parametrize("name", ["", "  \n ", "x" * (MAX_NAME + 1), "a\x00b", "\ud800"])
def test_a_name_that_cannot_be_used_is_refused(
    own: OwnTemplates, fragment: Project, name: str
) -> None:
    with pytest.raises(TemplateNameError, match="name"):
        own.save(name, fragment)
    assert own.all == ()


def test_a_name_that_is_taken_is_only_overwritten_on_purpose(
    own: OwnTemplates, fragment: Project
) -> None:
    other = fragments.extract(fragment, [fragment.layers[0].id])
    own.save("Mine", fragment)

    with pytest.raises(TemplateExistsError, match="“Mine”"):
        own.save("mine", other)
    assert own.load("Mine") == fragment

    assert own.save("mine", other, overwrite=True) == "Mine"
    assert names(own) == ["Mine"]
    assert own.load("Mine") == other


def test_a_template_another_window_saved_meanwhile_is_not_overwritten(
    own: OwnTemplates, fragment: Project, tmp_path: Path
) -> None:
    OwnTemplates(tmp_path / "templates").save("Mine", fragment)

    with pytest.raises(TemplateExistsError):
        own.save("Mine", fragment)


def test_renaming_keeps_what_is_in_it(own: OwnTemplates, fragment: Project) -> None:
    own.save("a", fragment)
    own.save("b", fragment)

    assert own.rename("a", "A/1") == "A/1"
    assert names(own) == ["A/1", "b"]
    assert own.load("A/1") == fragment
    with pytest.raises(TemplateExistsError):
        own.rename("b", "a/1")
    with pytest.raises(KeyError):
        own.rename("a", "c")


def test_a_name_may_change_in_case_alone(own: OwnTemplates, fragment: Project) -> None:
    own.save("mine", fragment)
    own.rename("mine", "Mine")
    assert names(own) == ["Mine"]


def test_a_removed_template_is_gone_and_no_other(
    own: OwnTemplates, fragment: Project, tmp_path: Path
) -> None:
    own.save("a", fragment)
    own.save("b", fragment)
    own.remove("a")

    assert names(own) == ["b"]
    assert [file.name for file in (tmp_path / "templates").iterdir()] == ["b.json"]
    with pytest.raises(KeyError):
        own.remove("a")


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe\x00", b"PK\x03\x04", b'{"layers": 3}'])
def test_a_broken_file_is_listed_with_its_reason_and_kept(
    own: OwnTemplates, tmp_path: Path, content: bytes
) -> None:
    file = tmp_path / "templates" / "broken.json"
    file.parent.mkdir()
    file.write_bytes(content)
    own.refresh()

    [template] = own.all
    assert (template.name, template.fragment) == ("broken", None)
    assert template.reason
    with pytest.raises(ProjectFileError, match=r"broken\.json"):
        own.load("broken")
    assert file.read_bytes() == content


def test_a_folder_and_a_pipe_called_like_a_template_block_nothing(
    own: OwnTemplates, tmp_path: Path
) -> None:
    folder = tmp_path / "templates"
    (folder / "folder.json").mkdir(parents=True)
    if hasattr(os, "mkfifo"):
        os.mkfifo(folder / "pipe.json")
    (folder / "note.txt").write_text("mine")
    own.refresh()

    assert all(template.fragment is None for template in own.all)
    assert "note" not in names(own)


def test_a_failed_write_leaves_the_old_file_whole(
    own: OwnTemplates, fragment: Project, tmp_path: Path
) -> None:
    own.save("a", fragment)
    file = tmp_path / "templates" / "a.json"
    text = file.read_bytes()
    file.unlink()
    file.mkdir()  # nothing can be written here
    with pytest.raises(OSError, match=r"a\.json"):
        own.save("a", fragment, overwrite=True)
    assert [each.name for each in file.parent.iterdir()] == ["a.json"]

    file.rmdir()
    own.save("a", fragment)
    assert file.read_bytes() == text


def test_the_palette_names_templates_that_ship_and_own_ones(
    own: OwnTemplates, fragment: Project
) -> None:
    own.save("xor", fragment)
    shipped = {template.name: template for template in TEMPLATES}["xor"]

    assert template_of(PaletteItem("template", "xor"), own) == (shipped.title, shipped.project)
    assert template_of(PaletteItem("own_template", "xor"), own) == ("xor", fragment)
    for kind in ("template", "own_template", "dense"):
        with pytest.raises(ProjectFileError, match="“gone”"):
            template_of(PaletteItem(kind, "gone"), own)


def test_they_are_kept_where_the_system_keeps_what_is_a_persons(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _place: str(tmp_path / "me"))

    assert templates_folder() == tmp_path / "me" / "templates"
    assert templates_folder().is_dir()
