"""Pictures of the window in every theme, language and size: `make screenshots`.

They go to build/screenshots/, named scene-theme-language-size.png. One window is taken through
them all, so what they show has also been switched live.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
from PySide6.QtCore import QEventLoop, QSettings, QTimer
from PySide6.QtWidgets import QTabWidget, QWidget

from mlp_studio import paths
from mlp_studio.document.selection import Selected
from mlp_studio.engine.arrays import FrozenArray
from mlp_studio.project import builtin, edits
from mlp_studio.project.model import Dataset, Project
from mlp_studio.ui.app import Studio, make_application
from mlp_studio.ui.examples import examples
from mlp_studio.ui.labs.step_row import StepRow
from mlp_studio.ui.settings import Settings

OUTPUT = Path(__file__).resolve().parents[2] / "build" / "screenshots"
SIZES = ((1024, 700), (1366, 768), (1920, 1080))
THEMES = ("light", "dark")
LANGUAGES = ("en", "ko")
_SETTLE_MS = 500
"""Until the canvas, after 150 ms at rest, has drawn its full picture."""
_TRAINING_MS = 700
_CHECKING_MS = 300


def pause(milliseconds: int) -> None:
    """Let the window live for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def empty(studio: Studio) -> None:
    _forget_changes(studio)
    studio.actions["new"].trigger()
    studio.actions["build"].trigger()


def at_rest(studio: Studio) -> None:
    _open(studio, "xor")
    studio.actions["build"].trigger()


def skip_network(studio: Studio) -> None:
    """2-8-8-3 with a link from the inputs to the output."""
    _show_network(studio, (("x", 2), ("h1", 8), ("h2", 8), ("o", 3)), links=(("x", "o"),))


def folded(studio: Studio) -> None:
    """784-128-64-10: first and last units, and the weights as pictures between."""
    _show_network(studio, (("x", 784), ("h1", 128), ("h2", 64), ("o", 10)))


def unit_selected(studio: Studio) -> None:
    at_rest(studio)
    studio.selection.set(Selected(units=frozenset({("h1", 0)})))


def weights(studio: Studio) -> None:
    at_rest(studio)
    studio.selection.set(Selected(links=frozenset({"x->h1"})))
    studio.builder.show_matrix()


def half_built(studio: Studio) -> None:
    """A layer nothing flows into, with its problem and the remedy open beside it."""
    at_rest(studio)
    studio.document.apply("", edits.remove_link, "h1->o")
    studio.canvas.figure.ensure_fresh()
    studio.canvas.fit()
    studio.canvas.show_problems("o")


def forward_step(studio: Studio) -> None:
    at_rest(studio)
    studio.cursor.set_sample(1)  # the first is (0, 0), which shows little
    _stand_in(studio, "forward", 1, by="layer")


def backward_step(studio: Studio) -> None:
    _stand_in(studio, "backward", 1, by="layer")


def forward_term(studio: Studio) -> None:
    """One w·a of Mazur's network."""
    _open(studio, "mazur")
    _stand_in(studio, "forward", 9, by="term")


def backward_edge(studio: Studio) -> None:
    """One message w·δ going back."""
    _stand_in(studio, "backward", 8, by="term")


def update(studio: Studio) -> None:
    """One weight old and new, with the state of Adam that made it."""
    studio.document.apply("", edits.set_optimizer, name="adam", learning_rate=0.1)
    _stand_in(studio, "update", 0, by="term")


def path_lens(studio: Studio) -> None:
    """Mazur's first weight: both ways it has to the loss."""
    _open(studio, "mazur")
    link = studio.document.project.links[0].id
    studio.selection.set(Selected(edges=frozenset({(link, 0, 0)})))
    studio.actions["show_lens"].trigger()


def costs(studio: Studio) -> None:
    studio.actions["show_costs"].trigger()


def check(studio: Studio) -> None:
    studio.selection.set(Selected())
    studio.actions["show_check"].trigger()
    studio.stepping.check.job_row.start.click()
    pause(_CHECKING_MS)


def guide(studio: Studio) -> None:
    studio.actions["show_guide"].trigger()


def training(studio: Studio) -> None:
    at_rest(studio)
    studio.actions["train"].trigger()
    studio.actions["run"].trigger()
    pause(_TRAINING_MS)


def trained(studio: Studio) -> None:
    """The circles learned; decision view and hidden space beside the loss."""
    _open(studio, "circles")
    studio.actions["train"].trigger()
    studio.run.start(150)
    while studio.run.running:
        pause(20)
    studio.actions["show_hidden"].trigger()


def metrics(studio: Studio) -> None:
    studio.actions["show_metrics"].trigger()


def unit_map(studio: Studio) -> None:
    studio.selection.set(Selected(units=frozenset({("h1", 1)})))
    studio.actions["show_unit"].trigger()


def rewound(studio: Studio) -> None:
    studio.room.rewind.rewind(30)
    studio.actions["show_hidden"].trigger()


def _show_network(
    studio: Studio,
    layers: tuple[tuple[str, int], ...],
    links: tuple[tuple[str, str], ...] = (),
) -> None:
    """Layers in a row, each linked to the next, on data of as many columns."""
    project = Project()
    for number, (layer, units) in enumerate(layers):
        kind = "dense" if number else "input"
        project = edits.add_layer(project, kind, units, layer_id=layer, activation="tanh")
        if number:
            project = edits.add_link(project, layers[number - 1][0], layer)
    for source, target in links:
        project = edits.add_link(project, source, target)
    rng = np.random.default_rng(0)
    inputs = rng.uniform(-1.0, 1.0, (40, layers[0][1]))
    targets = rng.uniform(-1.0, 1.0, (40, layers[-1][1]))
    columns = tuple(f"x{number + 1}" for number in range(layers[0][1]))
    data = Dataset(columns, FrozenArray(inputs), FrozenArray(targets))
    _forget_changes(studio)
    studio.document.new(edits.set_data(project, data))
    studio.actions["build"].trigger()


def _forget_changes(studio: Studio) -> None:
    """So that nothing asks whether to save them."""
    document = studio.document
    document.go_to(document.undo_stack.index())  # a rewound run is not what was saved
    document.undo_stack.set_clean()


def _open(studio: Studio, name: str) -> None:
    """One of the examples that are shipped."""
    _forget_changes(studio)
    path, title = next(item for item in examples() if item[0].stem == name)
    studio.files.open_example(path, title)


def _stand_in(studio: Studio, phase: str, number: int, by: str) -> None:
    """Go to a step of a phase, counted from 0."""
    studio.actions["step"].trigger()
    studio.actions[f"by_{by}"].trigger()
    of_phase = [index for index, step in enumerate(studio.cursor.steps) if step.phase == phase]
    studio.cursor.go_to(of_phase[number])


def own_data(studio: Studio) -> None:
    """Iris, learned: its table beside the loss."""
    studio.document.new(Project())
    iris = builtin.generated(builtin.find("iris").default)
    studio.document.apply("Data", edits.set_data, iris)
    studio.actions["fit_to_data"].trigger()
    studio.document.apply("Scale", edits.set_scaling, scaling="standard")
    studio.document.apply(
        "Training", edits.set_training, test_fraction=0.2, stratified=True, batch_size=16
    )
    studio.document.apply("Rate", edits.set_optimizer, name="adam", learning_rate=0.01)
    _forget_changes(studio)
    studio.actions["train"].trigger()
    studio.run.start(60)
    while studio.run.running:
        pause(20)
    studio.actions["show_table"].trigger()


def drawing(studio: Studio) -> None:
    studio.window.docks["table"].close()
    studio.actions["build"].trigger()
    studio.actions["show_drawing"].trigger()


def importing(studio: Studio) -> QWidget:
    table = Path(paths.resources() / "data" / "wine.csv")
    studio.data_room.import_file(table)
    dialog = studio.data_room.dialog
    assert dialog is not None
    while dialog.reading.is_busy:
        pause(20)
    return dialog


def perceptron(studio: Studio) -> QWidget:
    _end_of_import(studio)
    window = studio.laboratory.open("lab_perceptron")
    _to_the_end(window)
    window.show_answer.setChecked(True)
    return window


def two_lines(studio: Studio) -> QWidget:
    return _lab_page(studio, "lab_perceptron", 1)


def no_slope(studio: Studio) -> QWidget:
    return _lab_page(studio, "lab_perceptron", 2)


def kernel_lift(studio: Studio) -> QWidget:
    return studio.laboratory.open("lab_lift")


def descent(studio: Studio) -> QWidget:
    window = studio.laboratory.open("lab_descent")
    _to_the_end(window)
    return window


def two_weights(studio: Studio) -> QWidget:
    return _lab_page(studio, "lab_descent", 1)


def chain_rule(studio: Studio) -> QWidget:
    window = studio.laboratory.open("lab_chain")
    _to_the_end(window)
    return window


def _to_the_end(window: QWidget) -> None:
    row = next(row for row in window.findChildren(StepRow) if row.isVisibleTo(window))
    row.button("to-end").click()


def _lab_page(studio: Studio, name: str, page: int) -> QWidget:
    window = studio.laboratory.open(name)
    window.findChild(QTabWidget).setCurrentIndex(page)
    return window


def _end_of_import(studio: Studio) -> None:
    if studio.data_room.dialog is not None:
        studio.data_room.dialog.reject()


SCENES: dict[str, Callable[[Studio], QWidget | None]] = {
    "empty": empty,
    "rest": at_rest,
    "unit": unit_selected,
    "weights": weights,
    "half-built": half_built,
    "skip": skip_network,
    "folded": folded,
    "forward": forward_step,
    "backward": backward_step,
    "forward-term": forward_term,
    "backward-edge": backward_edge,
    "update": update,
    "lens": path_lens,
    "costs": costs,
    "check": check,
    "guide": guide,
    "training": training,
    "trained": trained,
    "metrics": metrics,
    "unit-map": unit_map,
    "rewound": rewound,
    "own-data": own_data,
    "drawing": drawing,
    "import": importing,
    "perceptron": perceptron,
    "two-lines": two_lines,
    "no-slope": no_slope,
    "kernel-lift": kernel_lift,
    "descent": descent,
    "two-weights": two_weights,
    "chain-rule": chain_rule,
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
        _forget_changes(studio)
        studio.window.close()
    return 0


def _take(studio: Studio, chosen: list[str], name: str) -> None:
    for scene, prepare in SCENES.items():
        shown = prepare(studio) or studio.window
        if shown is not studio.window:
            shown.resize(min(studio.window.width(), 1280), min(studio.window.height(), 800))
        pause(0)
        studio.canvas.fit()
        if scene in chosen:
            pause(_SETTLE_MS)
            shown.grab().save(str(OUTPUT / f"{scene}-{name}.png"))
        studio.run.pause()
    # Of each picture the labs begin anew.
    studio.laboratory.shutdown()


if __name__ == "__main__":
    sys.exit(main(sys.argv))
