"""`train`: run the trainer to its end, keep what was learned even when interrupted."""

from __future__ import annotations

import csv
import math
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import FrameType
from typing import Any

import numpy as np

from mlp_studio.commands.reading import (
    BadInputError,
    by_name,
    compile_or_fail,
    load_data,
    load_project,
    print_json,
)
from mlp_studio.engine.splitting import Data
from mlp_studio.engine.trainer import Snapshot, train
from mlp_studio.project import edits, projectfile
from mlp_studio.project.compile import Compiled


@dataclass
class _Run:
    """What a run left behind."""

    last: Snapshot | None = None
    interrupted: bool = False
    epochs: list[int] = field(default_factory=list)
    train_losses: list[float] = field(default_factory=list)
    test_losses: list[float | None] = field(default_factory=list)
    validation_losses: list[float | None] = field(default_factory=list)
    train_loss: float = math.nan
    test_loss: float | None = None
    validation_loss: float | None = None

    def add(self, snapshot: Snapshot) -> None:
        self.last = snapshot
        if snapshot.train_loss is not None:
            self.epochs.append(snapshot.epoch)
            self.train_losses.append(snapshot.train_loss)
            self.test_losses.append(snapshot.test_loss)
            self.validation_losses.append(snapshot.validation_loss)

    @property
    def stopped(self) -> str:
        stopped = self.last.stopped if self.last else None
        return stopped or "interrupted"


def run(
    file: Path,
    *,
    data: Path | None,
    epochs: int | None,
    seed: int | None,
    output: Path | None,
    history: Path | None,
    as_json: bool,
) -> int:
    """Train the project in `file`; it is not changed unless `output` names it.

    `data` is a table or an NPZ file to learn from instead of the project's own data.
    """
    project = load_project(file)
    if data is not None:
        project = replace(project, data=load_data(data))
    changes: dict[str, int] = {}
    if epochs is not None:
        changes["epochs"] = epochs
    if seed is not None:
        changes["seed"] = seed
    project = replace(project, training=replace(project.training, **changes))  # type: ignore[arg-type]  # int fields only
    compiled = compile_or_fail(project, file)
    finished = _train(compiled)
    assert finished.last is not None
    learned = np.asarray(finished.last.parameters, dtype=np.float64)
    try:
        if output is not None:
            projectfile.save(
                edits.set_parameters(project, compiled.network.layout, learned), output
            )
        if history is not None:
            _write_history(history, finished)
    except OSError as error:
        place = error.filename or output or history
        raise BadInputError(f"{place}: cannot be written: {error.strerror or error}") from error
    if as_json:
        print_json(_describe(compiled, finished, learned))
    else:
        _print_summary(finished, output)
    return 0


def _train(compiled: Compiled) -> _Run:
    training = compiled.training
    data = compiled.data
    snapshots = train(compiled.network, compiled.parameters, data, training)
    finished = _Run()
    with _interruptible(finished), _progress(training.epochs) as show:
        for snapshot in snapshots:
            finished.add(snapshot)
            show(snapshot)
            if finished.interrupted:
                break
    _evaluate(compiled, data, finished)
    return finished


def _evaluate(compiled: Compiled, data: Data, finished: _Run) -> None:
    """The losses of what was learned, which may lie within an epoch."""
    assert finished.last is not None
    learned, loss = finished.last.parameters, compiled.network.loss_value
    finished.train_loss = loss(learned, data.train_inputs, data.train_targets)
    if data.test_inputs is not None and data.test_targets is not None:
        finished.test_loss = loss(learned, data.test_inputs, data.test_targets)
    if data.validation_inputs is not None and data.validation_targets is not None:
        finished.validation_loss = loss(learned, data.validation_inputs, data.validation_targets)


@contextmanager
def _interruptible(finished: _Run) -> Iterator[None]:
    """Ctrl+C ends the run after the step at hand, so that no half-made update is kept."""

    def note(_number: int, _frame: FrameType | None) -> None:
        finished.interrupted = True

    before = signal.signal(signal.SIGINT, note)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


@contextmanager
def _progress(epochs: int) -> Iterator[Callable[[Snapshot], None]]:
    """A progress bar on standard error, where that is a terminal."""
    if not sys.stderr.isatty():
        yield lambda _snapshot: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        TextColumn("epoch {task.completed:.0f}/{task.total:.0f}"),
        BarColumn(),
        TextColumn("loss {task.fields[loss]}"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("train", total=epochs, loss="…")

        def show(snapshot: Snapshot) -> None:
            if snapshot.train_loss is not None:
                bar.update(task, completed=snapshot.epoch, loss=f"{snapshot.train_loss:.6g}")

        yield show


def _describe(compiled: Compiled, finished: _Run, learned: Any) -> dict[str, Any]:
    assert finished.last is not None
    layers, links = by_name(compiled.network.layout, learned)
    answer: dict[str, Any] = {
        "epochs": finished.epochs[-1] if finished.epochs else 0,
        "stopped": finished.stopped,
        "train_loss": finished.train_loss,
        "test_loss": finished.test_loss,
        "layers": layers,
        "links": links,
        "history": {
            "epoch": finished.epochs,
            "train_loss": finished.train_losses,
            "test_loss": finished.test_losses,
        },
    }
    if finished.validation_loss is not None:
        answer["validation_loss"] = finished.validation_loss
        answer["history"]["validation_loss"] = finished.validation_losses
    divergence = finished.last.divergence
    if divergence is not None:
        answer["divergence"] = {
            "epoch": divergence.epoch,
            "step": divergence.step,
            "layer": divergence.layer,
        }
    return answer


def _write_history(path: Path, finished: _Run) -> None:
    with path.open("w", newline="", encoding="utf-8") as stream:
        writer = csv.writer(stream)
        columns: dict[str, Sequence[float | None]] = {
            "train_loss": finished.train_losses,
            "test_loss": finished.test_losses,
        }
        if finished.validation_loss is not None:
            columns["validation_loss"] = finished.validation_losses
        writer.writerow(["epoch", *columns])
        for epoch, *losses in zip(finished.epochs, *columns.values(), strict=True):
            writer.writerow([epoch, *("" if loss is None else repr(loss) for loss in losses)])


def _watched(finished: _Run) -> str:
    if finished.validation_loss is not None:
        return "validation"
    return "training" if finished.test_loss is None else "test"


def _print_summary(finished: _Run, output: Path | None) -> None:
    assert finished.last is not None
    why = {
        "epochs": "all epochs done",
        "converged": "converged",
        "early_stop": f"stopped early: the {_watched(finished)} loss no longer improved",
        "diverged": "diverged",
        "interrupted": "interrupted; what was learned is kept",
    }[finished.stopped]
    epochs = finished.epochs[-1] if finished.epochs else 0
    print(f"epoch {epochs}: {why}. Training loss {finished.train_loss:.6g}.")
    if finished.validation_loss is not None:
        print(f"Validation loss {finished.validation_loss:.6g}.")
    if finished.test_loss is not None:
        print(f"Test loss {finished.test_loss:.6g}.")
    divergence = finished.last.divergence
    if divergence is not None:
        print(
            f"The numbers overflowed at step {divergence.step} (epoch {divergence.epoch}), first "
            f"in layer {divergence.layer}; the last finite weights were kept. "
            "A lower learning rate helps."
        )
    if output is not None:
        print(f"Saved to {output}.")
