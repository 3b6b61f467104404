"""Backpropagation held against finite differences, and its costs against those of other ways."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject

from mlp_studio.document.document import Document
from mlp_studio.document.job import Job, Mailbox
from mlp_studio.engine import costs
from mlp_studio.engine.costs import Costs, Measured, Times
from mlp_studio.engine.gradcheck import checking
from mlp_studio.engine.layout import Layout
from mlp_studio.project.compile import Compiled

Array = NDArray[Any]
Indices = NDArray[np.intp]

BUDGET = 1.0
"""Seconds that measuring may take; what takes longer is estimated."""


class Verdict(IntEnum):
    """What came of the comparison, the worst last."""

    NONE = 0
    AGREES = 1
    KINK = 2
    """They differ because the loss has a kink there: the gradient is one of its slopes."""
    DIFFERS = 3


@dataclass(frozen=True, eq=False)
class Findings:
    """A finished gradient check: what was compared, by the index of the parameter, (k,).

    `sample` is the row of the data that the loss is of, None for the mean over all of them.
    """

    layout: Layout
    sample: int | None
    parameters: Indices
    analytic: Array
    numeric: Array
    relative_error: Array
    verdicts: NDArray[np.int8]

    def count(self, verdict: Verdict) -> int:
        return int(np.count_nonzero(self.verdicts == verdict))

    @cached_property
    def by_parameter(self) -> NDArray[np.int8]:
        """The verdict of every parameter of the network, (P,)."""
        verdicts = np.full(self.layout.size, Verdict.NONE, np.int8)
        verdicts[self.parameters] = self.verdicts
        return verdicts

    @cached_property
    def worst_first(self) -> Indices:
        """Places in these arrays, the largest error first; one that is not a number is largest."""
        error = np.nan_to_num(self.relative_error, nan=np.inf)
        return np.argsort(-error, kind="stable")

    def place(self, parameter: int) -> int | None:
        """Where a parameter stands in these arrays; None if it was not compared."""
        found = np.flatnonzero(self.parameters == parameter)
        return int(found[0]) if len(found) else None


class GradientCheck(Job):
    """Compares the gradient of each parameter with central differences."""

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(document, "gradient check", parent)
        self._sample: int | None = None

    @property
    def result(self) -> Findings | None:
        result: Findings | None = self._result
        return result

    @property
    def sample(self) -> int | None:
        """The row of the data that is checked, or was: None for the mean over all."""
        return self._sample

    def start(self, sample: int | None = None) -> None:
        """Check the loss of one sample (from 0), or the mean over all.

        Raises ValueError if the network has problems.
        """
        self._sample = sample
        self._begin()

    def _work(self, compiled: Compiled) -> Callable[[Mailbox], object | None]:
        sample = self._sample
        return lambda mailbox: _check(compiled, sample, mailbox)


def _check(compiled: Compiled, sample: int | None, mailbox: Mailbox) -> Findings | None:
    rows = slice(None) if sample is None else slice(sample, sample + 1)
    inputs, targets = compiled.inputs[rows], compiled.targets[rows]
    parts = []
    for part in checking(compiled.network, compiled.parameters, inputs, targets):
        parts.append(part)
        mailbox.say(part.done, part.total)
        if mailbox.is_stop_asked():
            return None
    kinks = np.concatenate([part.at_kink() for part in parts])
    agree = np.concatenate([part.agree() for part in parts])
    verdicts = np.where(agree, Verdict.AGREES, np.where(kinks, Verdict.KINK, Verdict.DIFFERS))
    return Findings(
        layout=compiled.network.layout,
        sample=sample,
        parameters=np.concatenate([part.parameters for part in parts]),
        analytic=np.concatenate([part.analytic for part in parts]),
        numeric=np.concatenate([part.numeric for part in parts]),
        relative_error=np.concatenate([part.relative_error for part in parts]),
        verdicts=verdicts.astype(np.int8),
    )


@dataclass(frozen=True, slots=True, eq=False)
class Measurement:
    """The three ways of a network's gradients, counted and measured on one sample (from 0)."""

    sample: int
    counted: Costs
    times: Times

    def differs_by(self, way: Measured) -> float | None:
        """The largest |difference| to backpropagation where both have a gradient; None if nowhere.

        What does not learn is no part of it: it is 0 in all.
        """
        difference = np.abs(way.gradient - self.times.backpropagation.gradient)
        known = difference[~np.isnan(way.gradient)]
        return float(known.max()) if len(known) else None


class CostMeasurement(Job):
    """Goes the three ways to all gradients of one sample's loss, and times them."""

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(document, "cost measurement", parent)
        self._sample = 0

    @property
    def result(self) -> Measurement | None:
        result: Measurement | None = self._result
        return result

    def start(self, sample: int = 0) -> None:
        """Measure with a sample (from 0). Raises ValueError if the network has problems."""
        self._sample = sample
        self._begin()

    def _work(self, compiled: Compiled) -> Callable[[Mailbox], object | None]:
        sample = self._sample
        return lambda mailbox: _measure(compiled, sample, mailbox)


def _measure(compiled: Compiled, sample: int, mailbox: Mailbox) -> Measurement | None:
    rows = slice(sample, sample + 1)
    began = time.perf_counter()

    def stopped() -> bool:
        elapsed = time.perf_counter() - began
        mailbox.say(min(round(1000 * elapsed), round(1000 * BUDGET)), round(1000 * BUDGET))
        return mailbox.is_stop_asked()

    times = costs.measure(
        compiled.network,
        compiled.parameters,
        compiled.inputs[rows],
        compiled.targets[rows],
        budget=BUDGET,
        stopped=stopped,
    )
    if mailbox.is_stop_asked():
        return None
    return Measurement(sample, costs.costs(compiled.network.layout), times)
