"""Which worked example a project is.

A project carries no mark of where it came from. It is a worked example while its network, its
data and its rule of learning are those of the file that ships; what it learned since it was opened
is left out of account, for its figures belong to the start. Names, places and colours may differ,
and so may what only says how long to train. Whoever changes more has another network, of which
nothing was published.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from mlp_studio import paths
from mlp_studio.engine.spec import TrainingSpec
from mlp_studio.project import projectfile
from mlp_studio.project.edits import reset_parameters
from mlp_studio.project.model import Layer, Project
from mlp_studio.project.worked.example import WorkedExample
from mlp_studio.project.worked.goodfellow import GOODFELLOW
from mlp_studio.project.worked.mazur import MAZUR
from mlp_studio.project.worked.single_neurons import CS231N, MICROGRAD

EXAMPLES: tuple[WorkedExample, ...] = (CS231N, MICROGRAD, MAZUR, GOODFELLOW)
"""All of them, simplest first."""


def recognise(project: Project) -> WorkedExample | None:
    """The worked example that a project is, whatever it has learned; None if it is none.

    Raises ProjectFileError or OSError if the examples cannot be read.
    """
    essence = _essence(start(project))
    return next((each for each in EXAMPLES if _essence(shipped(each.name)) == essence), None)


@cache
def shipped(name: str) -> Project:
    """The project that ships under this name.

    Raises ProjectFileError or OSError if it cannot be read.
    """
    return projectfile.load(paths.resources() / "examples" / f"{name}.json")


def start(project: Project) -> Project:
    """The project before it learned anything."""
    return reset_parameters(project)


def _essence(project: Project) -> Project:
    """What decides the numbers of the first pass and of the updates."""
    rule = project.training
    return replace(
        project,
        title="",
        layers=tuple(map(_plain, project.layers)),
        training=TrainingSpec(
            rule=rule.rule,
            optimizer=rule.optimizer,
            schedule=rule.schedule,
            penalty=rule.penalty,
            clip_norm=rule.clip_norm,
            precision=rule.precision,
        ),
    )


def _plain(layer: Layer) -> Layer:
    return replace(layer, name="", unit_names=None, position=None, colour="")
