"""A run's frames are shared out between the canvas, the views and the numbers."""

from __future__ import annotations

from itertools import pairwise

from pytestqt.qtbot import QtBot

from mlp_studio.document.document import Document
from mlp_studio.document.live import LiveWeights
from mlp_studio.document.training import TrainingRun
from mlp_studio.project import edits


def test_each_frame_of_a_run_brings_one_thing_and_all_get_their_turn(
    xor: Document, qtbot: QtBot
) -> None:
    xor.apply("Epochs", edits.set_training, epochs=10_000_000)
    run = TrainingRun(xor)
    live = LiveWeights(xor, run)
    frames: list[list[str]] = []
    # Connected after `live`, so told of a frame after what the frame brought.
    seen: list[str] = []
    live.moved.connect(lambda: seen.append("moved"))
    live.changed.connect(lambda: seen.append("changed"))
    live.readable.connect(lambda: seen.append("readable"))

    def close_frame() -> None:
        if run.running:
            frames.append(seen.copy())
        seen.clear()

    original = run._look

    def look() -> None:
        original()
        close_frame()

    run._timer.timeout.disconnect()
    run._timer.timeout.connect(look)
    run.start()
    seen.clear()
    qtbot.waitUntil(lambda: len(frames) > 40, timeout=10_000)
    run.shutdown()
    assert {len(frame) for frame in frames} == {1}
    assert {frame[0] for frame in frames} == {"moved", "changed", "readable"}
    assert all(pair != (["changed"], ["changed"]) for pair in pairwise(frames))
