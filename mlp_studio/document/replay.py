"""What the passes of a line start from: remembered, or made again to the same bits."""

from __future__ import annotations

from mlp_studio.document.document import Document
from mlp_studio.document.passes import Pass
from mlp_studio.document.timeline import Timeline
from mlp_studio.document.updates import (
    Rule,
    Start,
    Starts,
    fresh_optimizer,
    make_pass,
    optimizer_with,
)
from mlp_studio.engine.optimizers import Optimizer
from mlp_studio.project import edits
from mlp_studio.project.compile import Compiled, compile_project
from mlp_studio.project.model import Project


class Replay:
    """Knows the parameters and the optimizer that any pass of the line starts from."""

    def __init__(self, document: Document, line: Timeline, memory: int) -> None:
        self._document = document
        self._line = line
        self.starts = Starts(memory)
        self._compiled: tuple[Project, Compiled] | None = None

    def restart(self) -> None:
        self.starts.clear()
        self._compiled = None

    def optimizer(self, compiled: Compiled) -> Optimizer:
        """The optimizer before the present pass's update; the pass learns that update's number."""
        present = self._line.present
        if not present.is_finished:
            present.rule = Rule.of(compiled)
        previous = self._before(present)
        if previous is None:
            present.update = 0
            return fresh_optimizer(compiled)
        present.update = previous.update + 1
        return optimizer_with(compiled, self._start(present).memory)

    def project(self, place: int) -> Project:
        """The project that a pass within an entry starts from."""
        each = self._line.passes[place]
        before = self._document.project_at(each.index - 1)
        parameters = self._start(each).parameters
        assert parameters is not None
        return edits.set_parameters(before, self._compile(before).network.layout, parameters)

    def _start(self, wanted: Pass) -> Start:
        """What the update before left to a pass that goes on with its optimizer."""
        forgotten: list[tuple[Pass, Pass]] = []
        each, start = wanted, self.starts.get(wanted.serial)
        while start is None and (previous := self._before(each)) is not None:
            forgotten.append((previous, each))
            each = previous
            start = self.starts.get(each.serial) if self._before(each) else None
        for previous, each in reversed(forgotten):
            start = self._left(previous, start, within=each.stage > 0)
        assert start is not None
        if forgotten:
            self.starts.keep(wanted.serial, start)
        return start

    def _left(self, each: Pass, start: Start | None, *, within: bool) -> Start:
        """Make the update of a finished pass again. `start` None: with a fresh optimizer."""
        compiled = self._compile(self._document.project_at(each.index - (each.stage > 0)))
        parameters, optimizer = compiled.parameters, fresh_optimizer(compiled)
        if start is not None:
            optimizer = optimizer_with(compiled, start.memory)
            if each.stage:
                assert start.parameters is not None
                parameters = start.parameters
        _, made = make_pass(compiled, parameters, each.samples, optimizer, each.update)
        return Start(made.parameters if within else None, made.optimizer.remember())

    def _before(self, each: Pass) -> Pass | None:
        """The pass whose optimizer this one goes on with; None if it begins with a fresh one."""
        previous = None if each.previous is None else self._line.passes[each.previous]
        return previous if previous is not None and previous.rule == each.rule else None

    def _compile(self, project: Project) -> Compiled:
        if project is self._document.project and self._document.compiled is not None:
            return self._document.compiled
        if self._compiled is None or self._compiled[0] is not project:
            compiled = compile_project(project)
            assert isinstance(compiled, Compiled)
            self._compiled = project, compiled
        return self._compiled[1]
