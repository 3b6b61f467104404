"""Found out before Qt is loaded: whether a window can open, and what is missing if not."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from mlp_studio.ui.display import missing_display


def loads(_library: Path) -> object:
    return None


def lacks(library: str):
    def load(_path: Path) -> object:
        raise OSError(f"{library}: cannot open shared object file: No such file or directory")

    return load


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_windows_and_macos_always_have_a_display(platform: str) -> None:
    assert missing_display({}, platform, loads) is None


@pytest.mark.parametrize("plugin", ["offscreen", "minimal", "vnc:size=800x600", "minimal;xcb"])
def test_a_platform_that_needs_no_display_is_enough(plugin: str) -> None:
    assert missing_display({"QT_QPA_PLATFORM": plugin}, "linux", lacks("libxcb.so.1")) is None


def test_without_a_display_the_sentence_says_so() -> None:
    sentence = missing_display({"QT_QPA_PLATFORM": "xcb"}, "linux", loads)

    assert sentence == "There is no display: neither DISPLAY nor WAYLAND_DISPLAY is set."


def test_with_a_display_and_its_libraries_a_window_can_open() -> None:
    assert missing_display({"DISPLAY": ":0"}, "linux", loads) is None
    assert missing_display({"WAYLAND_DISPLAY": "wayland-0"}, "linux", loads) is None


def test_a_missing_library_is_named_with_its_package() -> None:
    sentence = missing_display({"DISPLAY": ":0"}, "linux", lacks("libxcb-cursor.so.0"))

    assert sentence is not None
    assert "libxcb-cursor.so.0 is missing" in sentence
    assert sentence.endswith("apt-get install libxcb-cursor0")


def test_a_library_of_unknown_package_is_still_named() -> None:
    sentence = missing_display({"DISPLAY": ":0"}, "linux", lacks("libodd.so.7"))

    assert sentence == "The system library libodd.so.7 is missing"


def test_any_other_complaint_of_the_loader_is_passed_on() -> None:
    def load(_path: Path) -> object:
        raise OSError("wrong ELF class: ELFCLASS32")

    sentence = missing_display({"DISPLAY": ":0"}, "linux", load)

    assert sentence is not None
    assert "wrong ELF class" in sentence


def test_asking_does_not_load_qt() -> None:
    code = (
        "import sys; from mlp_studio.ui.display import missing_display; "
        "missing_display({'DISPLAY': ':0'}, 'linux', lambda path: None); "
        "sys.exit(any(name.startswith('PySide6.') for name in sys.modules))"
    )

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
