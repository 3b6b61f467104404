"""What goes wrong with a table, in sentences that can be said in any language."""

from __future__ import annotations

from collections.abc import Callable


class ImportTableError(ValueError):
    """A table that cannot become data; `str()` is one English sentence: where, what, what to do.

    `template` and `arguments` are kept apart as in `EditError`; the context of the template is
    "ImportTableError".
    """

    def __init__(self, template: str, **arguments: object) -> None:
        super().__init__(template.format(**arguments))
        self.template = template
        self.arguments = arguments

    def translated(self, translate: Callable[[str, str], str]) -> str:
        """The sentence in the language of `translate(context, template)`."""
        return translate("ImportTableError", self.template).format(**self.arguments)


class Cancelled(Exception):  # noqa: N818  # it is no error: somebody wanted it
    """The reading was called off."""
