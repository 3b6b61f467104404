"""The update of one weight, step by step: the gradient it is made of, the state, old → new."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from mlp_studio.engine import penalties
from mlp_studio.ui.panels.calculation import notation, templates
from mlp_studio.ui.panels.calculation.notation import BECOMES, equation, factor
from mlp_studio.ui.panels.calculation.reading import Incoming, Reading, UnitReading
from mlp_studio.ui.panels.calculation.rules import Line, rule_of
from mlp_studio.ui.panels.calculation.writer import Writer
from mlp_studio.ui.typeset.nodes import Leaf, Node, Row, Scripts
from mlp_studio.ui.typeset.page import Block, Formula, Note

_G = Leaf("g", "g", role="backward")


@dataclass(frozen=True, slots=True)
class _Given:
    """What a rule's templates are filled with: letters and numbers of the same names."""

    letters: dict[str, Node]
    numbers: dict[str, Node]


class WeightUpdate(Writer):
    """Explains how one weight moves."""

    def lines(self, reading: Reading, unit: UnitReading, each: Incoming) -> list[Block]:
        """All lines from the gradient to the new weight."""
        if not each.learns:
            return [self._result(reading, unit, each, each.weight)]
        if reading.project.training.rule == "perceptron":
            return self._perceptron(reading, unit, each)
        given = self._given(reading, unit, each)
        blocks = self._gradient(reading, unit, each)
        training = reading.project.training.optimizer
        settings = reading.update.optimizer.settings
        for line in rule_of(training.name, settings.get("momentum", 0.0)):
            blocks += self._line(reading, each, line, given)
        return [*blocks, self._result(reading, unit, each, each.weight_after)]

    def _given(self, reading: Reading, unit: UnitReading, each: Incoming) -> _Given:
        update, settings = reading.update, reading.update.optimizer.settings
        rate, steps = update.learning_rate, update.optimizer.steps_taken
        if "lr_decay" in settings:
            rate /= 1.0 + (steps - 1) * settings["lr_decay"]
        numbers: dict[str, Node] = {
            "w": factor(self.weight(each)),
            "g": factor(self._worked_with(reading, each)),
            "eta": self.figures.given(rate),
            "t": self.figures.given(float(steps)),
        }
        letters: dict[str, Node] = {
            "w": self.weight_letter(reading, unit, each),
            "g": _G,
            "eta": templates.leaf("η"),
            "t": Leaf("t", "t"),
        }
        for name, letter in _SETTINGS.items():
            if (value := settings.get(_NAMES.get(name, name))) is not None:
                letters[name], numbers[name] = letter, self.figures.given(value)
        return _Given(letters | _STATE, numbers)

    def _line(self, reading: Reading, each: Incoming, line: Line, given: _Given) -> list[Block]:
        """One assignment in symbols and with its numbers; what it makes is known from then on."""
        before, after = reading.states
        at = each.parameter
        if line.buffer:
            given.numbers[line.makes] = factor(self.figures.number(float(before[line.buffer][at])))
        if line.makes == "w":
            left: Node = given.letters["w"]
            made = self.figures.signed(each.weight_after, each.place, "new w")
        else:
            left = given.letters[line.makes]
            made = self.figures.number(self._made(reading, each, line, after))
        symbols = templates.filled(line.template, **given.letters)
        numbers = templates.filled(line.template, **given.numbers)
        given.numbers[line.makes] = factor(made) if line.makes != "w" else given.numbers["w"]
        blocks: list[Block] = [Formula(Row((left, BECOMES, symbols), loose=True))]
        if line.makes == "w":
            return [*blocks, Formula(Row((left, BECOMES, numbers), loose=True))]
        return [*blocks, Formula(equation(left, numbers, made))]

    @staticmethod
    def _made(reading: Reading, each: Incoming, line: Line, after: dict[str, np.ndarray]) -> float:
        """A running average after the update; corrected by how many steps it has seen."""
        if line.buffer:
            return float(after[line.buffer][each.parameter])
        buffer, setting = _CORRECTED[line.makes]
        optimizer = reading.update.optimizer
        correction = 1.0 - optimizer.settings[setting] ** optimizer.steps_taken
        return float(after[buffer][each.parameter]) / correction

    def _gradient(self, reading: Reading, unit: UnitReading, each: Incoming) -> list[Block]:
        """g, with what penalty, clipping and weight decay make of ∂L/∂w."""
        letter = notation.partial(self.weight_letter(reading, unit, each))
        value = float(reading.trace.gradient[each.parameter])
        number = self.figures.signed(value, each.place, "gradient")
        blocks: list[Block] = []
        template, parts = self._added(reading, each)
        symbols = templates.filled("{d}" + template, d=letter, **parts.letters)
        numbers = templates.filled("{d}" + template, d=factor(number), **parts.numbers)
        made = self.figures.number(self._whole(reading, each), "backward")
        if template:
            blocks.append(Formula(equation(_G, symbols)))
            blocks.append(Formula(equation(_G, numbers, made)))
        else:
            blocks.append(Formula(equation(_G, symbols, number)))
        return [*blocks, *self._clipped(reading, made), *self._decayed(reading, each)]

    def _added(self, reading: Reading, each: Incoming) -> tuple[str, _Given]:
        """What the penalty adds to ∂L/∂w; nothing to that of a bias."""
        penalty = reading.project.training.penalty
        letters: dict[str, Node] = {"w": Leaf("w", "w")}
        numbers: dict[str, Node] = {"w": factor(self.weight(each))}
        template = ""
        if each.is_bias:
            return template, _Given(letters, numbers)
        for name, value, how in (
            ("l1", penalty.l1, " + {l1} · sgn({w})"),
            ("l2", penalty.l2, " + {l2} · {w}"),
        ):
            if value:
                figure = Leaf(name[1], name[1], "figures")
                letters[name] = Scripts(templates.leaf("λ"), figure)
                numbers[name] = self.figures.given(value)
                template += how
        return template, _Given(letters, numbers)

    @staticmethod
    def _whole(reading: Reading, each: Incoming) -> float:
        """∂L/∂w with the penalty's, before it is clipped."""
        pull = penalties.gradient(
            reading.project.training.penalty, reading.trace.parameters, reading.layout.is_weight
        )
        return float((reading.trace.gradient + pull)[each.parameter])

    def _clipped(self, reading: Reading, whole: Leaf) -> list[Block]:
        most = reading.project.training.clip_norm
        if most is None:
            return []
        pull = penalties.gradient(
            reading.project.training.penalty, reading.trace.parameters, reading.layout.is_weight
        )
        length = float(np.linalg.norm((reading.trace.gradient + pull) * reading.layout.trainable))
        said = self.tr("The gradient is {length} long; it is cut to {most}.")
        if length <= most:
            said = self.tr("The gradient is {length} long, within {most}: it is not cut.")
        note = Note(said.format(length=self.numbers.text(length), most=self.numbers.text(most)))
        if length <= most:
            return [note]
        cut = templates.filled(
            "{g} · <{c}∕{n}>",
            g=factor(whole),
            c=self.figures.given(most),
            n=self.figures.number(length),
        )
        return [note, Formula(Row((_G, BECOMES, cut), loose=True))]

    def _decayed(self, reading: Reading, each: Incoming) -> list[Block]:
        """Weight decay that joins the gradient: in every rule but AdamW."""
        optimizer = reading.update.optimizer
        decay = optimizer.settings["weight_decay"]
        if not decay or optimizer.decoupled:
            return []
        clipped = float(reading.update.gradient[each.parameter])
        parts: dict[str, Node] = {
            "g": factor(self.figures.number(clipped, "backward")),
            "l": self.figures.given(decay),
            "w": factor(self.weight(each)),
        }
        right = templates.filled("{g} + {l} · {w}", **parts)
        return [
            Note(self.tr("Weight decay joins the gradient:")),
            Formula(
                Row((_G, BECOMES, right, notation.EQUALS, self._worked_with(reading, each)), True)
            ),
        ]

    def _worked_with(self, reading: Reading, each: Incoming) -> Leaf:
        """The g that the rule goes by."""
        optimizer = reading.update.optimizer
        value = float(reading.update.gradient[each.parameter])
        if not optimizer.decoupled:
            value += optimizer.settings["weight_decay"] * each.weight
        return self.figures.number(value, "backward", each.place, "gradient")

    def _perceptron(self, reading: Reading, unit: UnitReading, each: Incoming) -> list[Block]:
        """w ← w + η (t − y) x."""
        correction = -float(reading.update.gradient[each.parameter])
        weight = self.weight_letter(reading, unit, each)
        symbols = templates.filled("{w} + η (t − y) x", w=weight)
        numbers = templates.filled(
            "{w} + {eta} · {c}",
            w=factor(self.weight(each)),
            eta=self.figures.given(reading.update.learning_rate),
            c=factor(self.figures.number(correction, "ink")),
        )
        return [
            Formula(Row((weight, BECOMES, symbols), loose=True)),
            Formula(Row((weight, BECOMES, numbers), loose=True)),
            self._result(reading, unit, each, each.weight_after),
        ]

    def _result(self, reading: Reading, unit: UnitReading, each: Incoming, after: float) -> Formula:
        letter = self.weight_letter(reading, unit, each)
        new = self.figures.signed(after, each.place, "new w")
        row = Row((letter, notation.EQUALS, self.weight(each), _ARROW, new), loose=True)
        return Formula(row, is_result=True)


def _greek(sign: str, index: str = "") -> Node:
    base = templates.leaf(sign)
    return Scripts(base, Leaf(index, index, "figures")) if index else base


_ARROW = Leaf(" → ", r"\rightarrow")
_NAMES = {"mu": "momentum", "decay": "weight_decay"}
_SETTINGS: dict[str, Node] = {
    "mu": _greek("μ"),
    "beta1": _greek("β", "1"),
    "beta2": _greek("β", "2"),
    "alpha": _greek("α"),
    "epsilon": _greek("ε"),
    "decay": _greek("λ"),
}
_STATE: dict[str, Node] = {
    "b": Leaf("b", "b"),
    "m": Leaf("m", "m"),
    "v": Leaf("v", "v"),
    "m_hat": Leaf("m̂", r"\hat{m}"),
    "v_hat": Leaf("v̂", r"\hat{v}"),
}
_CORRECTED = {"m_hat": ("exp_avg", "beta1"), "v_hat": ("exp_avg_sq", "beta2")}
