"""Draws a picture of the window with XOR in it: `python -m mlp_studio.ui.portrait PICTURE`."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEventLoop, QSettings, QTimer

from mlp_studio import paths
from mlp_studio.ui.app import Studio, make_application
from mlp_studio.ui.settings import Settings

_SETTLE_MS = 600
"""Long enough for what is made after the first paint, and for the canvas's full picture."""


def main(argv: Sequence[str]) -> int:
    """Write the picture to `argv[1]`; exit code 1 if it cannot be written."""
    picture = Path(argv[1])
    application = make_application(argv[:1])
    with tempfile.TemporaryDirectory() as folder:
        # The person's own settings and unsaved work stay out of it.
        store = QSettings(str(Path(folder) / "settings.ini"), QSettings.Format.IniFormat)
        studio = Studio(application, Settings(store), Path(folder))
        studio.files.open_example(next((paths.resources() / "examples").glob("xor.*")))
        studio.window.resize(1440, 900)
        studio.show()
        studio.canvas.fit()
        studio.cursor.to_end()
        studio.actions["step"].trigger()
        loop = QEventLoop()
        QTimer.singleShot(_SETTLE_MS, loop.quit)
        loop.exec()
        written = studio.window.grab().save(str(picture))
        studio.shutdown()
    return 0 if written else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv))
