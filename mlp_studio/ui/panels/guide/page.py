"""The page of a worked example, and the list of all of them, as rich text.

A figure is two rows of digits under one another, so that the eye sees where they part.
"""

from __future__ import annotations

import html
from collections.abc import Iterator, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject

from mlp_studio.project.worked import EXAMPLES, Check, FigureResult, Value, WorkedExample
from mlp_studio.ui.examples import in_language
from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.panels.guide.figures import (
    fixed,
    further,
    name_html,
    published,
    translated,
)
from mlp_studio.ui.theme import Theme

FIGURE, EXAMPLE = "figure:", "example:"
"""What the links begin with: a figure's number, an example's name."""
_TABLE = '<table width="100%" cellspacing="0" cellpadding="3">'
_QUIET = ("z", "a", "term")


class GuidePage(QObject):
    """Writes; looks at no cursor and no document."""

    def __init__(self, numbers: NumberFormat, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._numbers = numbers
        self.is_narrow = False
        """Whether numbers stand below their name, for there is no room beside it."""

    def example(
        self, check: Check, results: Sequence[FigureResult], current: frozenset[int]
    ) -> str:
        """An example with the figures compared so far; those in `current` are marked."""
        example = check.example
        parts = [
            self._source(example),
            self._verdict(example, results),
            *(_paragraph(name_html(translated(note))) for note in example.notes),
            _heading(self.tr("Published figures")),
            self._how_to_read(),
            _TABLE,
            *self._rows(example, results, current),
            "</table>",
        ]
        if example.compared:
            parts += self._compared(check)
        if example.errata:
            parts += self._errata(check)
        return "".join(parts)

    def choice(self) -> str:
        """What is shown for any other project: the examples to open."""
        sentence = self.tr(
            "This project has no published figures to check; these worked examples have. Open one "
            "and step through it:"
        )
        return _paragraph(html.escape(sentence)) + "".join(
            f'<p><a href="{EXAMPLE}{each.name}">{html.escape(in_language(each.title))}</a><br>'
            f'<span class="note">{self._origin(each)}</span></p>'
            for each in EXAMPLES
        )

    def summary(self, example: WorkedExample, results: Sequence[FigureResult]) -> tuple[str, str]:
        """What came of the check in a sentence or two, and the role of its colour."""
        count = {
            verdict: sum(result.verdict == verdict for result in results)
            for verdict in ("agrees", "last digit", "explained", "fails")
        }
        if count["fails"]:
            text = self.tr("✗ {count} of {all} figures are not what was published.")
            return text.format(count=count["fails"], all=len(example.figures)), "error"
        missing = len(example.figures) - len(results)
        if missing:
            text = self.tr("Checking: {count} of {all} figures are still to be computed.")
            return text.format(count=missing, all=len(example.figures)), "note"
        text = self.tr("✓ {count} of {all} figures agree to the last printed digit.").format(
            count=count["agrees"], all=len(example.figures)
        )
        if count["last digit"]:
            text += " " + self.tr("Off by one in the last digit: {count}.").format(
                count=count["last digit"]
            )
        if count["explained"]:
            text += " " + self.tr("Misprinted there, and explained below: {count}.").format(
                count=count["explained"]
            )
        return text, "ok"

    def verdict(self, example: WorkedExample, result: FigureResult) -> tuple[str, str]:
        """A figure's verdict in words, and the role of its colour."""
        number = next(
            (n for n, each in enumerate(example.errata, 1) if result.figure.what in each.about), 0
        )
        remark = self.tr("see remark {number}").format(number=number) if number else ""
        texts = {
            "agrees": (self.tr("✓ agrees"), "ok"),
            "last digit": (self.tr("≈ last digit"), "warning"),
            "explained": (self.tr("≠ misprinted"), "warning"),
            "fails": (self.tr("✗ not as published"), "error"),
        }
        text, role = texts[result.verdict]
        return (f"{text}, {remark}" if remark and result.verdict != "fails" else text), role

    def _source(self, example: WorkedExample) -> str:
        return (
            f"<h2>{html.escape(example.source.title)}</h2>"
            f'<p class="note">{self._origin(example)}</p>'
        )

    def _origin(self, example: WorkedExample) -> str:
        source = example.source
        origin = f"{source.author}, {source.year}"
        if source.section:
            origin += ", " + self.tr("section {section}").format(section=source.section)
        return html.escape(origin)

    def _verdict(self, example: WorkedExample, results: Sequence[FigureResult]) -> str:
        text, role = self.summary(example, results)
        return _paragraph(html.escape(text), role)

    def _how_to_read(self) -> str:
        text = self.tr(
            "Above as published, below as the engine computes it now, with two more digits. A "
            "click on a name goes to the step that makes it."
        )
        return _paragraph(html.escape(text), "note")

    def _rows(
        self, example: WorkedExample, results: Sequence[FigureResult], current: frozenset[int]
    ) -> Iterator[str]:
        group = ""
        for number, figure in enumerate(example.figures):
            heading = self._group(example, figure.value)
            if heading != group:
                group = heading
                yield f'<tr><td colspan="2" class="group"><br>{html.escape(heading)}</td></tr>'
            mark = "▸ " if number in current else ""
            name = f'{mark}<a href="{FIGURE}{number}">{name_html(translated(figure.what))}</a>'
            above = published(self._numbers, figure)
            if number < len(results):
                result = results[number]
                text, role = self.verdict(example, result)
                head, tail = further(self._numbers, result.computed, figure)
                below = f'{head}<span class="note">{tail}</span>'
            else:
                text, role, below = self.tr("being computed"), "note", "…"
            yield self._row(name, f'<span class="{role}">{html.escape(text)}</span>', above, below)

    def _group(self, example: WorkedExample, value: Value) -> str:
        if any(figure.value.sample for figure in example.figures):
            return self.tr("Sample {number}").format(number=value.sample + 1)
        if value.after:
            return self.tr("Later")
        if value.quantity in _QUIET:
            return self.tr("Forward")
        if value.quantity in ("loss", "share"):
            return self.tr("Loss")
        return self.tr("Update") if value.quantity == "weight" else self.tr("Backward")

    def _row(self, name: str, verdict: str, above: str, below: str) -> str:
        """A name with its verdict, and two numbers under one another beside it, or below."""
        lines = (name, verdict) if verdict else (name,)
        if self.is_narrow:
            cell = "<br>".join((*lines, above, below))
            return f'<tr><td colspan="2" style="padding-bottom: 8px">{cell}</td></tr>'
        return (
            f'<tr><td valign="top">{"<br>".join(lines)}</td>'
            f'<td valign="top" style="white-space: nowrap">{above}<br>{below}</td></tr>'
        )

    def _compared(self, check: Check) -> Iterator[str]:
        yield _heading(self.tr("If the output weights are updated first"))
        text = self.tr(
            "Then the messages to the hidden layer pass through weights that were changed already, "
            "and what comes out is not the gradient of the loss. The program always updates all "
            "weights at once, from the old ones. Above all at once, below the output weights first:"
        )
        yield _paragraph(html.escape(text)) + _TABLE
        for each in check.example.compared:
            right = check.value(each.value)
            wrong = check.value(replace(each.value, way="outer first"))
            yield self._row(
                name_html(translated(each.what)),
                "",
                f'{fixed(self._numbers, right, each.decimals)} <span class="ok">✓</span>',
                f'{fixed(self._numbers, wrong, each.decimals)} <span class="warning">✗</span>',
            )
        yield "</table>"

    def _errata(self, check: Check) -> Iterator[str]:
        yield _heading(self.tr("Remarks"))
        for number, erratum in enumerate(check.example.errata, 1):
            done = all(check.knows(each.value) for each in erratum.numbers.values())
            texts = {
                name: fixed(self._numbers, check.value(each.value), each.decimals) if done else "…"
                for name, each in erratum.numbers.items()
            }
            text = translated(erratum.text).format(**texts)
            yield _paragraph(f"{number}. {name_html(text)}")


def _paragraph(markup: str, role: str = "ink") -> str:
    return f'<p class="{role}">{markup}</p>'


def _heading(plain: str) -> str:
    return f"<h3>{html.escape(plain)}</h3>"


def style(theme: Theme) -> str:
    """The style sheet of a page in this theme."""
    colour = {
        "body": theme.ink,
        "a": theme.accent,
        ".note": theme.muted,
        ".group": theme.muted,
        ".ok": theme.ok,
        ".warning": theme.warning,
        ".error": theme.error,
    }
    rules = [f"{selector} {{ color: {value.name()}; }}" for selector, value in colour.items()]
    rules += [
        "p { margin-top: 4px; margin-bottom: 8px; }",
        "h2 { font-size: large; font-weight: 600; margin-top: 0; margin-bottom: 0; }",
        "h3 { font-size: medium; font-weight: 600; margin-top: 16px; margin-bottom: 4px; }",
        ".group { font-weight: 600; }",
        ".error { font-weight: 600; }",
    ]
    return "\n".join(rules)
