"""Pictures of the window in every theme, language and size: `make screenshots`.

They go to build/screenshots/, named scene-theme-language-size.png. One window is taken through
them all, so what they show has also been switched live.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QSettings, QTimer

from mlp_studio.ui.app import Studio, make_application
from mlp_studio.ui.examples import examples
from mlp_studio.ui.settings import Settings

OUTPUT = Path(__file__).resolve().parents[2] / "build" / "screenshots"
SIZES = ((1024, 700), (1920, 1080))
THEMES = ("light", "dark")
LANGUAGES = ("en", "ko")
_SETTLE_MS = 500
"""Until the canvas, after 150 ms at rest, has drawn its full picture."""
_TRAINING_MS = 700


def pause(milliseconds: int) -> None:
    """Let the window live for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def empty(studio: Studio) -> None:
    studio.document.undo_stack.setClean()
    studio.actions["new"].trigger()
    studio.actions["build"].trigger()


def at_rest(studio: Studio) -> None:
    studio.document.undo_stack.setClean()
    path, title = next(item for item in examples() if item[0].stem == "xor")
    studio.files.open_example(path, title)
    studio.actions["build"].trigger()


def forward_step(studio: Studio) -> None:
    _stand_in(studio, "forward", 1)


def backward_step(studio: Studio) -> None:
    _stand_in(studio, "backward", 1)


def training(studio: Studio) -> None:
    studio.cursor.to_start()
    studio.actions["train"].trigger()
    studio.actions["run"].trigger()
    pause(_TRAINING_MS)


def _stand_in(studio: Studio, phase: str, number: int) -> None:
    """Go to a step of a phase, counted from 0."""
    studio.actions["step"].trigger()
    studio.cursor.set_sample(1)  # the first is (0, 0), which shows little
    of_phase = [index for index, step in enumerate(studio.cursor.steps) if step.phase == phase]
    studio.cursor.go_to(of_phase[number])


SCENES: dict[str, Callable[[Studio], None]] = {
    "empty": empty,
    "rest": at_rest,
    "forward": forward_step,
    "backward": backward_step,
    "training": training,
}


def main(argv: list[str]) -> int:
    """Take the pictures; arguments name the scenes, all of them if there are none."""
    chosen = argv[1:] or list(SCENES)
    application = make_application(argv[:1])
    OUTPUT.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        store = QSettings(str(Path(folder) / "settings.ini"), QSettings.Format.IniFormat)
        studio = Studio(application, Settings(store), Path(folder))
        studio.crash.install()
        studio.show()
        for width, height in SIZES:
            studio.window.resize(width, height)
            for theme in THEMES:
                studio.actions[f"theme_{theme}"].trigger()
                for language in LANGUAGES:
                    studio.actions[f"language_{language}"].trigger()
                    _take(studio, chosen, f"{theme}-{language}-{width}x{height}")
        studio.document.undo_stack.setClean()
        studio.window.close()
    return 0


def _take(studio: Studio, chosen: list[str], name: str) -> None:
    for scene, prepare in SCENES.items():
        prepare(studio)
        pause(0)
        studio.canvas.fit()
        if scene in chosen:
            pause(_SETTLE_MS)
            studio.window.grab().save(str(OUTPUT / f"{scene}-{name}.png"))
        studio.run.pause()


if __name__ == "__main__":
    sys.exit(main(sys.argv))
