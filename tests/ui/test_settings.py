"""Settings survive a restart, and a broken one does not stop the program."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QSettings

from mlp_studio.ui.settings import MOST_RECENT_FILES, Settings


def opened(folder: Path) -> Settings:
    return Settings(QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat))


def test_what_is_set_is_there_after_a_restart(tmp_path: Path) -> None:
    settings = opened(tmp_path)
    settings.language = "ko"
    settings.theme = "dark"
    settings.perspective = "train"
    settings.digits = 3
    settings.decimal_sign = ","
    settings.text_scale = 1.5
    settings.geometry = QByteArray(b"somewhere")
    settings.set_layout("build-wide", QByteArray(b"panels"))
    settings.save()

    again = opened(tmp_path)

    assert (again.language, again.theme, again.perspective) == ("ko", "dark", "train")
    assert (again.digits, again.decimal_sign, again.text_scale) == (3, ",", 1.5)
    assert again.geometry == QByteArray(b"somewhere")
    assert again.layout("build-wide") == QByteArray(b"panels")


def test_a_new_person_gets_the_defaults(tmp_path: Path) -> None:
    settings = opened(tmp_path)

    assert (settings.language, settings.theme, settings.perspective) == (
        "system",
        "system",
        "build",
    )
    assert (settings.digits, settings.decimal_sign, settings.text_scale) == (4, ".", 1.0)
    assert settings.geometry.isEmpty()
    assert settings.recent_files == ()


@pytest.mark.parametrize("nonsense", ["", "nan", "purple", [], "1e999"])
def test_nonsense_falls_back_to_the_default(tmp_path: Path, nonsense: object) -> None:
    store = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    for key in ("language", "theme", "perspective", "digits", "decimal_sign", "text_scale"):
        store.setValue(key, nonsense)
    store.setValue("geometry", nonsense)
    settings = Settings(store)

    assert (settings.language, settings.theme, settings.perspective) == (
        "system",
        "system",
        "build",
    )
    assert (settings.digits, settings.decimal_sign, settings.text_scale) == (4, ".", 1.0)
    assert settings.geometry.isEmpty()


def test_recent_files_come_newest_first_and_once_each(tmp_path: Path) -> None:
    settings = opened(tmp_path)
    for name in ("a", "b", "a"):
        settings.add_recent_file(tmp_path / name)

    assert [path.name for path in settings.recent_files] == ["a", "b"]


def test_a_single_recent_file_survives_a_restart(tmp_path: Path) -> None:
    settings = opened(tmp_path)
    settings.add_recent_file(tmp_path / "only one.mlps")
    settings.save()

    assert opened(tmp_path).recent_files == (tmp_path / "only one.mlps",)


def test_the_list_of_recent_files_stays_short(tmp_path: Path) -> None:
    settings = opened(tmp_path)
    for number in range(20):
        settings.add_recent_file(tmp_path / str(number))

    assert len(settings.recent_files) == MOST_RECENT_FILES
    assert settings.recent_files[0].name == "19"


def test_recent_files_can_be_forgotten(tmp_path: Path) -> None:
    settings = opened(tmp_path)
    settings.add_recent_file(tmp_path / "a")
    settings.add_recent_file(tmp_path / "b")

    settings.forget_recent_file(tmp_path / "a")
    assert [path.name for path in settings.recent_files] == ["b"]
    settings.forget_recent_files()
    assert settings.recent_files == ()


def test_forgetting_layouts_keeps_the_rest(tmp_path: Path) -> None:
    settings = opened(tmp_path)
    settings.digits = 5
    settings.set_layout("step-narrow", QByteArray(b"panels"))

    settings.forget_layouts()

    assert settings.layout("step-narrow").isEmpty()
    assert settings.digits == 5
