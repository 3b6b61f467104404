"""Every test runs in a sandbox: no display needed, nobody's settings touched, no widget left over.

Nothing here imports Qt on its own: the engine and project tests also run where it is missing.
"""

from __future__ import annotations

import gc
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from mlp_studio.document.document import Document

_SANDBOX = tempfile.TemporaryDirectory(prefix="mlp-studio-tests-")
for variable in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
    folder = Path(_SANDBOX.name) / variable.lower()
    folder.mkdir()
    os.environ[variable] = str(folder)
if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def pytest_collection_finish() -> None:
    # What is imported by now stays: the collector, run after each test, need not look at it again.
    gc.collect()
    gc.freeze()


def _top_level_widgets() -> list[Any]:
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or widgets.QApplication.instance() is None:
        return []
    return list(widgets.QApplication.topLevelWidgets())


def _delete_what_was_released() -> None:
    core = sys.modules["PySide6.QtCore"]
    core.QCoreApplication.sendPostedEvents(None, core.QEvent.Type.DeferredDelete.value)
    gc.collect()


@pytest.fixture(autouse=True)
def no_widget_is_left_over() -> Iterator[None]:
    """A window a test forgot to close is a window a user cannot close either."""
    before = set(map(id, _top_level_widgets()))
    yield
    # Deleting a window releases what only it held, which may be widgets in turn.
    for _ in range(2):
        if {id(widget) for widget in _top_level_widgets()} - before:
            _delete_what_was_released()
    left = [widget for widget in _top_level_widgets() if id(widget) not in before]
    names = [f"{type(widget).__name__} {widget.objectName()!r}".strip() for widget in left]
    for widget in left:
        widget.hide()
        widget.deleteLater()
    if left:
        _delete_what_was_released()
        pytest.fail(f"top-level widgets left over: {', '.join(names)}")


@pytest.fixture
def document(qapp: object) -> Document:
    """A new, empty document."""
    from mlp_studio.document.document import Document

    return Document()
