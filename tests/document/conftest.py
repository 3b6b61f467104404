"""A small network that every document test can start from."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from mlp_studio.commands.demo import build_xor
from mlp_studio.document.document import Document


@pytest.fixture
def xor(qtbot: QtBot) -> Document:
    """XOR on 2-2-1, compiled and without history."""
    return Document(build_xor())
