"""What goes wrong with a project: an edit that cannot be done, a file that cannot be read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path


class EditError(ValueError):
    """An edit that is impossible; `str()` is one English sentence that says what and why.

    `template` and `arguments` are kept apart so that a window can say it in another language:
    `error.translated(QCoreApplication.translate)` looks the template up in the context
    "EditError" and fills it in.
    """

    def __init__(self, template: str, **arguments: object) -> None:
        super().__init__(template.format(**arguments))
        self.template = template
        self.arguments = arguments

    def translated(self, translate: Callable[[str, str], str]) -> str:
        """The sentence in the language of `translate(context, template)`."""
        return translate("EditError", self.template).format(**self.arguments)


class ProjectFileError(ValueError):
    """A file that is not a project, or a project that no file can hold.

    `str()` is one sentence that says what is wrong, where, and what to do.
    """


class MissingDataError(ProjectFileError):
    """A project refers to a file of data, `path`, that is not there or is another by now."""

    def __init__(self, path: Path, message: str) -> None:
        super().__init__(message)
        self.path = path
