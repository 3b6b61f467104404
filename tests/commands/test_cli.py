"""The command line as a whole: help, bad usage, and no Qt where none is needed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from mlp_studio.cli import COMMANDS
from tests.commands.program import ROOT, Program


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(command: str, program: Program) -> None:
    ran = program(command, "--help")
    assert ran.code == 0
    assert ran.out.startswith(f"usage: mlp-studio {command}")


@pytest.mark.parametrize(
    "words",
    [
        ("fly",),
        ("trace",),
        ("trace", "nowhere.json"),
        ("train", "nowhere.json", "--epochs", "many"),
        ("train", "nowhere.json", "--epochs", "-1"),
        ("trace", str(ROOT)),
    ],
)
def test_bad_usage_is_one_line_and_exit_code_2(words: tuple[str, ...], program: Program) -> None:
    ran = program(*words)
    assert ran.code == 2
    assert ran.out == ""
    assert ran.err.count("\n") == 1
    assert "Traceback" not in ran.err


def test_a_project_with_a_problem_says_which_and_where(program: Program, tmp_path: Path) -> None:
    path = tmp_path / "half.json"
    path.write_text('{"format": "mlp-studio", "format_version": 1, "network": {"layers": []}}')
    ran = program("trace", path)
    assert ran.code == 2
    assert str(path) in ran.err
    assert ran.err.count("\n") == 1


def test_headless_commands_load_neither_qt_nor_the_plots(mazur_file: Path) -> None:
    code = (
        "import sys; from mlp_studio.cli import main\n"
        f"main(['trace', {str(mazur_file)!r}, '--json'])\n"
        "print([m for m in sys.modules if m.startswith(('PySide6', 'pyqtgraph', 'rich'))],"
        " file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stderr.strip() == "[]"


def test_a_reader_that_goes_away_is_no_error(mazur_file: Path) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    try:
        done = subprocess.run(
            [sys.executable, str(ROOT / "main.py"), "trace", str(mazur_file), "--json"],
            stdout=writer,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    finally:
        os.close(writer)

    assert (done.returncode, done.stderr) == (0, "")
