"""`demo`: the whole story in the terminal, for a machine without a display.

Every number printed is computed while it is printed; the picture is the real window, drawn off
screen.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import numpy as np

import mlp_studio
from mlp_studio.engine import datasets
from mlp_studio.engine.arrays import FrozenArray
from mlp_studio.engine.trace import Trace, trace, update
from mlp_studio.engine.trainer import Snapshot, train
from mlp_studio.project import edits
from mlp_studio.project.compile import Compiled, compile_project
from mlp_studio.project.model import Dataset, Project

PICTURE = Path("mlp-studio-window.png")
SEED = 4
"""One of the third of all seeds from which 2-2-1 finds XOR and no local minimum."""
BLOCKS = "▁▂▃▄▅▆▇█"
_ROOT = Path(mlp_studio.__file__).resolve().parents[1]


def run(*, picture: Path) -> int:
    """Tell the story; write a picture of the window to `picture` if Qt can draw here."""
    compiled = _build()
    _step_once(compiled)
    _train(compiled)
    _draw_window(picture)
    return 0


def build_xor() -> Project:
    """A 2-2-1 network on XOR, built by the same edits as in the window."""
    columns, inputs, targets = datasets.make("xor", samples=4, noise=0.0, seed=0)
    data = Dataset(tuple(columns), FrozenArray(inputs), FrozenArray(targets))
    project = edits.set_data(Project(title="XOR"), data)
    project = edits.add_layer(project, "input", 2, layer_id="x")
    project = edits.add_layer(project, "dense", 2, layer_id="h", activation="tanh")
    project = edits.add_layer(project, "dense", 1, layer_id="o", activation="sigmoid")
    project = edits.add_link(edits.add_link(project, "x", "h"), "h", "o")
    project = edits.set_optimizer(project, learning_rate=0.5)
    return edits.set_training(project, epochs=3000, seed=SEED)


def _build() -> Compiled:
    _title("1. Build: two inputs, two hidden tanh units, one sigmoid output")
    result = compile_project(build_xor())
    assert isinstance(result, Compiled)
    for link in result.spec.links:
        weights = result.network.layout.weights(result.parameters, link.source, link.target)
        print(f"   {link.name}  weights {_matrix(weights)}   (drawn from seed {SEED})")
    return result


def _step_once(compiled: Compiled) -> None:
    _title("2. One step forward and back, for sample x = (0, 1), target 1")
    traced = trace(
        compiled.network, compiled.parameters, compiled.inputs[1:2], compiled.targets[1:2]
    )
    layout = traced.network.layout
    for layer in ("h", "o"):
        nodes = layout.rows[layer]
        print(f"   forward   {layer}: z = {_row(traced.z[nodes])}   a = {_row(traced.a[nodes])}")
    print(f"   loss      ½ Σ(a − t)² = {traced.loss:.6f}")
    for layer in ("o", "h"):
        print(f"   backward  {layer}: δ = ∂L/∂z = {_row(traced.delta[layout.rows[layer]])}")
    _print_gradients(traced)
    updated = update(traced, compiled.training)
    rate = compiled.training.optimizer.learning_rate
    print(f"   update    w ← w − {rate:g}·∂L/∂w   loss after {updated.loss_after:.6f}")


def _print_gradients(traced: Trace) -> None:
    layout = traced.network.layout
    for link in reversed(traced.network.spec.links):
        gradient = layout.weights(traced.gradient, link.source, link.target)
        print(f"   gradient  {link.name}: ∂L/∂w = {_matrix(gradient)}")


def _train(compiled: Compiled) -> None:
    training = compiled.training
    _title(
        f"3. Train: {training.epochs} epochs, learning rate {training.optimizer.learning_rate:g}"
    )
    losses: list[float] = []
    last: Snapshot | None = None
    for last in train(compiled.network, compiled.parameters, compiled.data, training):
        if last.train_loss is not None:
            losses.append(last.train_loss)
    assert last is not None
    print(f"   loss {losses[0]:.6f} {_curve(losses)} {losses[-1]:.6f}")
    outputs = compiled.network.predict(last.parameters, compiled.inputs)
    for x, t, a in zip(compiled.inputs, compiled.targets, outputs, strict=True):
        print(f"   x = ({x[0]:.0f}, {x[1]:.0f})   target {t[0]:.0f}   output {a[0]:.4f}")


def _draw_window(picture: Path) -> None:
    """In a process of its own: a missing system library may end it, and only it."""
    _title("4. The window")
    # The package need not be installed, nor the folder it is started from be its own.
    found = os.pathsep.join(filter(None, (str(_ROOT), os.environ.get("PYTHONPATH"))))
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": found}
    command = [sys.executable, "-m", "mlp_studio.ui.portrait", str(picture.resolve())]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode == 0:
        print(f"   A picture of it: {picture}")
    else:
        reason = done.stderr.strip().splitlines()[-1:] or ["Qt could not draw off screen."]
        print(f"   No picture: {reason[0]}")
        if ".so" in reason[0]:
            print(
                "   On Debian, Qt needs:  apt-get install libgl1 libegl1 libglib2.0-0 "
                "libfontconfig1 libdbus-1-3 libxkbcommon0"
            )


def _title(words: str) -> None:
    print(f"\n{words}")


def _row(values: np.ndarray) -> str:
    return "(" + ", ".join(f"{value:+.4f}" for value in values.ravel()) + ")"


def _matrix(values: np.ndarray) -> str:
    return "[" + ", ".join(_row(row) for row in values) + "]"


def _curve(losses: list[float], width: int = 48) -> str:
    """The losses as one line of blocks, sampled at `width` epochs."""
    picked = np.array(losses)[np.linspace(0, len(losses) - 1, width).astype(int)]
    low, high = picked.min(), picked.max()
    heights = (picked - low) / ((high - low) or 1.0) * (len(BLOCKS) - 1)
    return "".join(BLOCKS[int(height)] for height in heights.round())
