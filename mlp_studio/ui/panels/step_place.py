"""Where in time the cursor stands: in words, and as a line to be scrubbed along."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from mlp_studio.document.stepper import StepCursor
from mlp_studio.engine.steps import PHASES, StepList
from mlp_studio.project.translation import QT_TRANSLATE_NOOP
from mlp_studio.ui.panels.scrubber import TimeLine

_NOTHING = QT_TRANSLATE_NOOP("StepPlace", "nothing to step through yet")
_PASS = QT_TRANSLATE_NOOP("StepPlace", "pass {number} of {count}")
_BEFORE = QT_TRANSLATE_NOOP("StepPlace", "before step 1 of {count}")
_STEP = QT_TRANSLATE_NOOP("StepPlace", "step {number} of {count}")
_BATCH = QT_TRANSLATE_NOOP("StepPlace", "batch of {count}")
_SAMPLE = QT_TRANSLATE_NOOP("StepPlace", "sample {number}")


def time_line(cursor: StepCursor) -> TimeLine:
    """The moments of all passes, and where the phases of the present one lie."""
    here, steps = cursor.pass_number, cursor.steps
    first = int(cursor.pass_starts[here]) + 1
    phases: tuple[int, ...] = ()
    if isinstance(steps, StepList):
        starts = [first + steps.span(phase).start for phase in PHASES]
        phases = (*starts, first + len(steps))
    return TimeLine(cursor.moments, cursor.pass_starts, here, phases)


def place_text(cursor: StepCursor) -> str:
    """pass 3 of 7 · step 12 of 45 · sample 2."""
    steps = len(cursor.steps)
    if not steps:
        return _tr(_NOTHING)
    step = _tr(_BEFORE if cursor.index < 0 else _STEP)
    return _text(
        cursor,
        cursor.pass_number + 1,
        step.format(number=cursor.index + 1, count=steps),
        cursor.sample + 1,
    )


def widest_place_text(cursor: StepCursor) -> str:
    """About the widest that the text becomes along this line of passes."""
    steps = len(cursor.steps)
    if not steps:
        return _tr(_NOTHING)
    texts = (_tr(each).format(number=steps, count=steps) for each in (_BEFORE, _STEP))
    return _text(cursor, len(cursor.passes), max(texts, key=len), cursor.samples)


def _text(cursor: StepCursor, number: int, step: str, sample: int) -> str:
    parts = [_tr(_PASS).format(number=number, count=len(cursor.passes)), step]
    if cursor.scope == "batch":
        parts.append(_tr(_BATCH).format(count=len(cursor.samples_of_pass)))
    parts.append(_tr(_SAMPLE).format(number=sample))
    return " · ".join(parts)


def _tr(text: str) -> str:
    return QCoreApplication.translate("StepPlace", text)
