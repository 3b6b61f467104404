"""`demo`: the whole story in the terminal, with or without Qt."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

from mlp_studio.commands import demo
from tests.commands.program import ROOT, Program


def test_the_demo_builds_steps_trains_and_ends_well(program: Program, tmp_path: Path) -> None:
    ran = program("demo", "--picture", tmp_path / "window.png")
    assert ran.code == 0, ran.err
    assert "loss      ½ Σ(a − t)² = 0." in ran.out
    assert "gradient  x->h" in ran.out
    outputs = [line.split() for line in ran.out.splitlines() if "output" in line and "x =" in line]
    assert len(outputs) == 4
    for words in outputs:
        target, output = float(words[-3]), float(words[-1])
        assert abs(output - target) < 0.1


def test_a_picture_that_cannot_be_written_is_said_and_the_demo_ends_well(
    program: Program, tmp_path: Path
) -> None:
    ran = program("demo", "--picture", tmp_path / "nowhere" / "window.png")
    assert ran.code == 0
    assert "No picture:" in ran.out


def test_the_process_that_draws_is_told_where_the_program_lies(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    told: dict[str, str] = {}

    def run(command: list[str], **settings: Any) -> subprocess.CompletedProcess[str]:
        told.update(settings["env"])
        return subprocess.CompletedProcess(command, 0, "", "")

    monkeypatch.setattr(subprocess, "run", run)
    monkeypatch.setenv("PYTHONPATH", "elsewhere")

    demo._draw_window(tmp_path / "window.png")

    assert told["PYTHONPATH"].split(os.pathsep) == [str(ROOT), "elsewhere"]
