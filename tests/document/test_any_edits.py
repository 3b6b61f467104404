"""Whatever is done to a document can be undone, all of it, and done again."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mlp_studio.document.document import Document
from mlp_studio.project.edits import EditError
from mlp_studio.project.model import Project
from mlp_studio.project.validity import check_project
from tests.project.projects import Choice, edit_choices, starts


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(starts(), st.lists(edit_choices(), max_size=25))
def test_undoing_everything_restores_the_start_and_redoing_it_the_end(
    qapp, start: Project, choices: list[Choice]
) -> None:
    document = Document(start)
    for number, choice in enumerate(choices):
        try:
            document.apply(f"Edit {number}", choice)
        except EditError:
            continue
        check_project(document.project)
        assert (document.compiled is None) == bool(document.problems)
    end = document.project
    while document.undo_stack.can_undo():
        document.undo()
    assert document.project == start
    while document.undo_stack.can_redo():
        document.redo()
    assert document.project == end
    document.undo_stack.clear()
