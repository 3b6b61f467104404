"""Work beside the window: what comes of it is the engine's, and nothing stale is left."""

from __future__ import annotations

import threading

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from mlp_studio.commands.demo import build_xor
from mlp_studio.document.checking import CostMeasurement, GradientCheck, Verdict
from mlp_studio.document.document import Document
from mlp_studio.document.job import Mailbox
from mlp_studio.engine.costs import costs
from mlp_studio.engine.gradcheck import check
from mlp_studio.engine.network import Network
from mlp_studio.project import edits


@pytest.fixture
def job(xor: Document) -> GradientCheck:
    return GradientCheck(xor)


def workers() -> list[str]:
    return [each.name for each in threading.enumerate() if each.name != "MainThread"]


class Endless(GradientCheck):
    """A check that goes on until it is told to stop."""

    def _work(self, compiled: object):
        def work(mailbox: Mailbox) -> None:
            number = 0
            while not mailbox.is_stop_asked():
                number += 1
                mailbox.say(number, number + 1)

        return work


def test_the_findings_are_those_of_the_engine(
    xor: Document, job: GradientCheck, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(job.finished, timeout=5000):
        job.start(1)
    compiled = xor.compiled
    assert compiled is not None
    expected = check(
        compiled.network, compiled.parameters, compiled.inputs[1:2], compiled.targets[1:2]
    )
    found = job.result
    assert found is not None
    assert found.sample == 1
    assert found.parameters.tolist() == list(range(compiled.network.layout.size))
    np.testing.assert_array_equal(found.analytic, expected.analytic)
    np.testing.assert_array_equal(found.numeric, expected.numeric)
    np.testing.assert_array_equal(found.relative_error, expected.relative_error)
    assert found.count(Verdict.AGREES) == len(found.parameters)
    assert found.worst_first[0] == expected.worst
    assert found.place(3) == 3


def test_without_a_sample_the_mean_over_all_is_checked(
    xor: Document, job: GradientCheck, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(job.finished, timeout=5000):
        job.start()
    compiled = xor.compiled
    assert compiled is not None
    network = Network(compiled.spec, np.float64)
    _, gradient = network.gradient(compiled.parameters, compiled.inputs, compiled.targets)
    assert job.result is not None
    assert job.result.sample is None
    np.testing.assert_array_equal(job.result.analytic, gradient)


def test_a_kink_is_told_from_a_mistake(qtbot: QtBot) -> None:
    project = edits.set_activation(build_xor(), "h", "relu")
    project = edits.set_weights(project, "x->h", [[1.0, -1.0], [1.0, 1.0]])
    document = Document(edits.set_bias(project, "h", 0, 0.0))
    job = GradientCheck(document)
    with qtbot.waitSignal(job.finished, timeout=5000):
        job.start(3)  # (1, 1): the first unit stands at the kink, z = 0
    assert job.result is not None
    assert job.result.count(Verdict.DIFFERS) == 0
    kinks = job.result.parameters[job.result.verdicts == Verdict.KINK]
    layout = job.result.layout
    assert set(layout.targets[kinks].tolist()) == {layout.rows["h"].start}


def test_any_change_of_the_network_takes_the_result_back(
    xor: Document, job: GradientCheck, qtbot: QtBot
) -> None:
    for change in (
        lambda: xor.apply("Weight", edits.set_weight, "x->h", 0, 0, 0.7),
        xor.undo,
        xor.redo,
        lambda: xor.new(build_xor()),
    ):
        with qtbot.waitSignal(job.finished, timeout=5000):
            job.start(0)
        assert job.result is not None
        with qtbot.waitSignal(job.dropped, timeout=1000):
            change()
        assert job.result is None


def test_a_change_of_names_leaves_the_result(
    xor: Document, job: GradientCheck, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(job.finished, timeout=5000):
        job.start(0)
    xor.apply("Name", edits.rename_layer, "h", "hidden")
    assert job.result is not None


def test_cancelling_ends_the_worker_and_leaves_no_result(xor: Document, qtbot: QtBot) -> None:
    job = Endless(xor)
    job.start(0)
    with qtbot.waitSignal(job.advanced, timeout=1000):
        pass
    assert job.progress.done > 0
    with qtbot.waitSignal(job.stopped, timeout=1000):
        job.cancel()
    assert not job.running
    assert job.result is None
    assert "gradient check" not in workers()


def test_a_change_in_the_middle_ends_the_work_and_says_so(xor: Document, qtbot: QtBot) -> None:
    job = Endless(xor)
    job.start(0)
    with qtbot.waitSignal(job.dropped, timeout=1000):
        xor.apply("Weight", edits.set_weight, "x->h", 0, 0, 0.7)
    assert not job.running
    assert "gradient check" not in workers()


def test_the_newest_request_wins(xor: Document, qtbot: QtBot) -> None:
    job = Endless(xor)
    job.start(0)
    job.start(1)
    assert workers().count("gradient check") == 1
    assert job.sample == 1
    job.shutdown()
    job.shutdown()
    assert "gradient check" not in workers()


def test_what_the_worker_raises_reaches_the_window(xor: Document, qtbot: QtBot) -> None:
    class Failing(GradientCheck):
        def _work(self, compiled: object):
            def work(mailbox: Mailbox) -> None:
                raise RuntimeError("no more")

            return work

    job = Failing(xor)
    with qtbot.waitSignal(job.failed, timeout=1000) as failed:
        job.start(0)
    assert str(failed.args[0]) == "no more"
    assert not job.running


def test_a_network_with_problems_is_refused(qtbot: QtBot) -> None:
    with pytest.raises(ValueError, match="problems"):
        GradientCheck(Document()).start(0)


def test_the_three_ways_are_measured_and_give_the_same_gradient(
    xor: Document, qtbot: QtBot
) -> None:
    job = CostMeasurement(xor)
    with qtbot.waitSignal(job.finished, timeout=10_000):
        job.start(2)
    found, compiled = job.result, xor.compiled
    assert found is not None
    assert compiled is not None
    assert found.counted == costs(compiled.network.layout)
    assert found.sample == 2
    _, gradient = compiled.network.gradient(
        compiled.parameters, compiled.inputs[2:3], compiled.targets[2:3]
    )
    np.testing.assert_allclose(found.times.backpropagation.gradient, gradient, rtol=1e-12)
    paths = found.differs_by(found.times.paths)
    differences = found.differs_by(found.times.finite_differences)
    assert paths is not None
    assert paths < 1e-15
    assert differences is not None
    assert paths < differences < 1e-9
    assert found.times.backpropagation.seconds is not None
