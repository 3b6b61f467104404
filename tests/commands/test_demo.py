"""`demo`: the whole story in the terminal, with or without Qt."""

from __future__ import annotations

from pathlib import Path

from tests.commands.program import Program


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
