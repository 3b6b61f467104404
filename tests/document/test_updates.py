"""What passes start from is kept in bounded memory, evenly spread."""

from __future__ import annotations

import numpy as np

from mlp_studio.document.document import Document
from mlp_studio.document.stepper import StepCursor
from mlp_studio.document.updates import Start, Starts


def start(number: int) -> Start:
    return Start(np.full(8, float(number)), (number, np.zeros((0, 8))))


def test_all_are_kept_while_there_is_room() -> None:
    starts = Starts(room=64 * 10)
    for number in range(10):
        starts.keep(number, start(number))
    assert [number for number in range(10) if starts.get(number)] == list(range(10))
    assert (starts.size, starts.stride) == (640, 1)


def test_when_it_is_full_every_second_goes_and_the_newest_stays() -> None:
    starts = Starts(room=64 * 10)
    for number in range(25):
        starts.keep(number, start(number))
        assert starts.size <= 640
        assert starts.get(number) is not None
    kept = [number for number in range(25) if starts.get(number)]
    assert starts.stride == 4
    assert kept == list(range(0, 25, 4))


def test_one_that_is_larger_than_the_room_is_kept_alone() -> None:
    starts = Starts(room=10)
    starts.keep(1, start(1))
    starts.keep(2, start(2))
    assert starts.get(1) is None
    assert starts.get(2) is not None


def test_a_pass_whose_start_was_dropped_is_made_again_to_the_same_bits(ten: Document) -> None:
    start = ten.project
    states = []
    for memory in (1 << 20, 1):
        ten.new(start)
        cursor = StepCursor(ten, memory=memory)
        cursor.set_granularity("epoch")
        cursor.forward()
        cursor.forward()
        found = []
        for place in (17, 3, 12, 20, 0, 13):
            cursor.go_to_moment(int(cursor.pass_starts[place]))
            found.append((cursor.trace.record.tobytes(), cursor.update.parameters.tobytes()))
        states.append(found)
    assert states[0] == states[1]
