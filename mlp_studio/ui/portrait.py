"""A picture of the window, for a machine without a display: `python -m mlp_studio.ui.portrait PNG`.

The window is the real one, in the middle of a backward pass, with settings of its own.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from mlp_studio import paths
from mlp_studio.ui.app import Studio, make_application
from mlp_studio.ui.settings import Settings

WIDTH, HEIGHT = 1280, 800


def draw(application: QApplication, picture: Path) -> None:
    """Write the picture of the window on XOR. Raises OSError if it cannot be written."""
    with tempfile.TemporaryDirectory() as folder:
        store = QSettings(str(Path(folder) / "settings.ini"), QSettings.Format.IniFormat)
        settings = Settings(store)
        settings.theme, settings.language = "light", "en"
        studio = Studio(application, settings, Path(folder))
        studio.document.open(paths.resources() / "examples" / "xor.json")
        studio.window.resize(WIDTH, HEIGHT)
        studio.show()
        studio.actions["step"].trigger()
        _stand_in_backward(studio)
        for _ in range(5):
            application.processEvents()
        saved = studio.window.grab().save(str(picture))
        studio.shutdown()
        studio.window.close()
    if not saved:
        raise OSError(f"{picture} cannot be written")


def _stand_in_backward(studio: Studio) -> None:
    cursor = studio.cursor
    cursor.set_sample(1)
    backward = [i for i, step in enumerate(cursor.steps) if step.phase == "backward"]
    cursor.go_to(backward[1])


def main() -> int:
    """Draw into the file named on the command line; exit code 1 and one line if it cannot be."""
    try:
        draw(make_application(sys.argv[:1]), Path(sys.argv[1]))
    except OSError as error:
        print(error, file=sys.stderr)  # noqa: T201  # this module is a command of its own
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
