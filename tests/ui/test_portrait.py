"""The picture of the window that a machine without a display makes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtGui import QImage

from mlp_studio.ui import portrait


def draw(picture: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "mlp_studio.ui.portrait", str(picture)]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def test_the_window_is_drawn_without_a_display(tmp_path: Path) -> None:
    picture = tmp_path / "window.png"
    done = draw(picture)
    assert done.returncode == 0, done.stderr
    image = QImage(str(picture))
    assert (image.width(), image.height()) == (portrait.WIDTH, portrait.HEIGHT)
    colours = {image.pixelColor(x, y).name() for x in range(0, 1280, 9) for y in range(0, 800, 9)}
    assert len(colours) > 20


def test_a_place_that_cannot_be_written_is_one_line(tmp_path: Path) -> None:
    done = draw(tmp_path / "nowhere" / "window.png")
    assert done.returncode == 1
    assert "cannot be written" in done.stderr.strip().splitlines()[-1]
