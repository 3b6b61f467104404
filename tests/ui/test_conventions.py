"""The loss convention on screen is the engine's, word for word in English."""

from __future__ import annotations

import re

import pytest
from PySide6.QtWidgets import QApplication

from mlp_studio.engine import losses
from mlp_studio.ui.conventions import loss_convention, loss_formula
from mlp_studio.ui.language import Language


@pytest.mark.parametrize("name", losses.NAMES)
def test_in_english_it_is_the_engine_s(qapp: QApplication, name: str) -> None:
    assert loss_formula(name) == losses.get(name).formula
    assert loss_convention(name) == losses.convention(name)


@pytest.mark.parametrize("name", losses.NAMES)
def test_in_korean_only_mathematics_stays(qapp: QApplication, name: str) -> None:
    language = Language("ko")
    words = set(re.findall("[a-z]{2,}", loss_convention(name)))
    language.remove()

    assert words <= {"ln", "max", "if", "else"}
