"""What would mend a problem, as an edit that one press of a button makes."""

from __future__ import annotations

from mlp_studio.project.compile import Compiled, compile_project
from mlp_studio.project.edits import EditError
from mlp_studio.project.fixes.fitting import FITTING_FIXES
from mlp_studio.project.fixes.fix import Fix
from mlp_studio.project.fixes.structure import STRUCTURE_FIXES
from mlp_studio.project.model import Project
from mlp_studio.project.problems import Problem

__all__ = ["Fix", "fix_for"]

_FIXES = {**STRUCTURE_FIXES, **FITTING_FIXES}


def fix_for(project: Project, problem: Problem) -> Fix | None:
    """An edit after which this problem of this project is gone; None if none is obvious.

    It may uncover another one: a network is mended step by step.
    """
    propose = _FIXES.get(problem.code)
    fix = None if propose is None else propose(project, problem)
    # Whether a limit is in the way shows when it is tried, and a project is a value to try on.
    return fix if fix is not None and _mends(project, problem, fix) else None


def _mends(project: Project, problem: Problem, fix: Fix) -> bool:
    try:
        result = compile_project(fix.edit(project))
    except EditError:
        return False
    if isinstance(result, Compiled):
        return True
    return all((left.where, left.code) != (problem.where, problem.code) for left in result)
