"""No sequence of edits, however odd, leads to a project that cannot be drawn, saved or judged."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from mlp_studio.project.arrange import arrange
from mlp_studio.project.compile import Compiled, compile_project
from mlp_studio.project.edits import EditError
from mlp_studio.project.model import Project
from mlp_studio.project.validity import check_project
from tests.project.projects import Choice, edit_choices, projects, starts


@settings(max_examples=200, deadline=None)
@given(starts(), st.lists(edit_choices(), max_size=20))
def test_an_edit_makes_a_valid_project_or_says_that_it_cannot(
    project: Project, choices: list[Choice]
) -> None:
    refusals: list[str] = []
    for choice in choices:
        before, copy = project, hash(project)
        try:
            project = choice(project)
        except EditError as error:
            refusals.append(str(error))
        assert hash(before) == copy, "an edit never changes the project it was given"
        check_project(project)
    assert all(refusals), "a refusal says why"
    assert arrange(project).keys() == {layer.id for layer in project.layers}


@settings(max_examples=200, deadline=None)
@given(projects())
def test_any_project_compiles_or_has_problems_at_things_it_has(project: Project) -> None:
    result = compile_project(project)
    if isinstance(result, Compiled):
        outputs = result.network.predict(result.parameters, result.inputs)
        assert outputs.shape == result.targets.shape
        return
    places = {"", "data", "training", "loss"}
    places |= {layer.id for layer in project.layers} | {link.id for link in project.links}
    for problem in result:
        assert problem.where in places
        assert problem.text
        assert "{" not in problem.text
