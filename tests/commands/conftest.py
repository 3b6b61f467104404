"""What every command test starts from."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.commands.program import ROOT, Program, mazur


@pytest.fixture(scope="session")
def program() -> Program:
    return Program()


@pytest.fixture
def examples() -> Path:
    return ROOT / "resources" / "examples"


@pytest.fixture
def mazur_file(tmp_path: Path) -> Path:
    path = tmp_path / "mazur.json"
    path.write_text(json.dumps(mazur()), encoding="utf-8")
    return path
