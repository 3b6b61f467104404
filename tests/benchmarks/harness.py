"""Ratios of times, measured so that they mean something on a busy machine.

Peers run by turns in one process on one thread, a few thousand calls each time; every turn gives
one ratio and the median of them counts. Whatever else the machine does then falls on both alike.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from statistics import median
from time import perf_counter
from typing import Literal

from threadpoolctl import threadpool_limits

Work = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Row:
    """A measured ratio beside the one to hold: `at_least` it, or `at_most`."""

    name: str
    ratio: float
    goal: float
    direction: Literal["at_least", "at_most"]

    @property
    def holds(self) -> bool:
        if self.direction == "at_least":
            return self.ratio >= self.goal
        return self.ratio <= self.goal


@contextmanager
def one_thread() -> Iterator[None]:
    """Hold every linear algebra library, and PyTorch where it is loaded, to one thread."""
    torch = sys.modules.get("torch")
    threads = torch.get_num_threads() if torch else 1
    with threadpool_limits(limits=1):
        if torch:
            torch.set_num_threads(1)
        try:
            yield
        finally:
            if torch:
                torch.set_num_threads(threads)


@contextmanager
def no_collection() -> Iterator[None]:
    """Keep the garbage collector from running, after one last time."""
    was_on = gc.isenabled()
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def ratio(work: Work, peer: Work, *, turns: int = 51, seconds: float = 0.01) -> float:
    """How long `peer` takes for each unit of time `work` takes: the speedup of `work`.

    The median over `turns`; in each, both run for about `seconds`, one after the other, and which
    one begins alternates. Garbage is not collected meanwhile: what that costs depends on all else
    that is loaded.
    """
    with one_thread(), no_collection():
        counts = {call: repetitions(call, seconds) for call in (work, peer)}
        ratios = []
        for turn in range(turns):
            order = (work, peer) if turn % 2 else (peer, work)
            times = {call: per_call(call, counts[call]) for call in order}
            ratios.append(times[peer] / times[work])
        return median(ratios)


def repetitions(work: Work, seconds: float) -> int:
    """How often `work` runs in about `seconds`, after a warm-up."""
    work()
    count = 1
    while True:
        elapsed = per_call(work, count) * count
        if elapsed >= seconds / 2:
            return max(1, round(count * seconds / elapsed))
        count *= 2


def per_call(work: Work, count: int) -> float:
    """Seconds for one call of `work`, from `count` of them."""
    start = perf_counter()
    for _ in range(count):
        work()
    return (perf_counter() - start) / count


def faster(name: str, work: Work, peer: Work, goal: float) -> Row:
    """A row that holds if `work` is at least `goal` times as fast as `peer`."""
    return Row(name, ratio(work, peer), goal, "at_least")


def within(name: str, work: Work, peer: Work, goal: float) -> Row:
    """A row that holds if `work` takes at most `goal` times as long as `peer`."""
    return Row(name, 1 / ratio(work, peer), goal, "at_most")
