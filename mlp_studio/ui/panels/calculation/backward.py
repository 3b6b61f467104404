"""The backward step of a unit: its δ = ∂L/∂z, and from it ∂L/∂w of everything that leads in."""

from __future__ import annotations

from PySide6.QtCore import QObject

from mlp_studio.engine import activations
from mlp_studio.ui.numbers import NumberFormat
from mlp_studio.ui.panels.calculation import notation, templates
from mlp_studio.ui.panels.calculation.activation_formulas import FORMULAS
from mlp_studio.ui.panels.calculation.arriving import Arriving
from mlp_studio.ui.panels.calculation.gradients import Gradients
from mlp_studio.ui.panels.calculation.notation import equation, factor, words
from mlp_studio.ui.panels.calculation.output_delta import OutputDelta
from mlp_studio.ui.panels.calculation.reading import Reading, UnitReading
from mlp_studio.ui.panels.calculation.writer import Writer
from mlp_studio.ui.typeset.nodes import Leaf, Node
from mlp_studio.ui.typeset.page import Block, Formula, Heading, Note


class Backward(Writer):
    """Explains where a unit's δ comes from and what it means for the weights."""

    def __init__(self, numbers: NumberFormat, parent: QObject) -> None:
        super().__init__(numbers, parent)
        self._arriving = Arriving(numbers, self)
        self._gradients = Gradients(numbers, self)
        self._output_delta = OutputDelta(numbers, self)

    def unit(self, reading: Reading, unit: UnitReading, *, unfolded: bool) -> list[Block]:
        heading = self.tr("Backward: unit {number} of {layer}").format(
            number=unit.index, layer=unit.layer.title
        )
        return [
            Heading(heading, "backward"),
            *self._delta(reading, unit, unfolded),
            *self._gradients.table_of(reading, unit, unfolded=unfolded),
        ]

    def layer(self, reading: Reading, layer_id: str, *, unfolded: bool) -> list[Block]:
        layer = reading.layer(layer_id)
        rows = (
            (
                words(unit.name),
                self.figures.number(unit.z, "forward", unit.place, "z"),
                self.delta_of(unit),
            )
            for unit in reading.units(layer_id)
        )
        head = (words(self.tr("unit"), "muted"), notation.letter("z"), notation.letter("δ"))
        return [
            Heading(self.tr("Backward: layer {layer}").format(layer=layer.title), "backward"),
            *self._in_general(reading, layer_id),
            *self.table(head, rows, layer.units, unfolded=unfolded),
            *self.batch_note(reading),
        ]

    def message(
        self, reading: Reading, unit: UnitReading, parameter: int, *, unfolded: bool
    ) -> list[Block]:
        """What one edge passes back to the unit, and ∂L/∂a so far."""
        return self._arriving.message(reading, unit, parameter, unfolded=unfolded)

    def delta(self, reading: Reading, unit: UnitReading, *, unfolded: bool) -> list[Block]:
        """δ alone."""
        heading = self.tr("δ of unit {number} of {layer}").format(
            number=unit.index, layer=unit.layer.title
        )
        return [Heading(heading, "backward"), *self._delta(reading, unit, unfolded)]

    def gradient(
        self, reading: Reading, unit: UnitReading, parameter: int, *, unfolded: bool
    ) -> list[Block]:
        """∂L/∂w of one weight or bias."""
        return self._gradients.one(reading, unit, parameter, unfolded=unfolded)

    def _delta(self, reading: Reading, unit: UnitReading, unfolded: bool) -> list[Block]:
        """∂L/∂a, f′(z), and δ as their product; or δ at once where they are one."""
        letter = notation.unit_letter("δ", unit.layer, unit.unit)
        is_output = unit.layer.id == reading.output
        result = Formula(equation(letter, self.delta_of(unit)), is_result=True)
        if is_output and reading.trace.network.loss.fuses(unit.activation):
            fused = self._output_delta.fused(reading, unit)
            return [*fused, result, *self._notes(reading, unit)]
        if is_output:
            arriving = self._output_delta.slope(reading, unit)
        else:
            arriving = self._arriving.sum_of(reading, unit, unfolded=unfolded)
        if not activations.get(unit.activation).elementwise:
            product = self._output_delta.softmax(reading, unit, unfolded=unfolded)
        else:
            product = self._product(reading, unit)
        return [*arriving, *product, result, *self._notes(reading, unit)]

    def _product(self, reading: Reading, unit: UnitReading) -> list[Block]:
        """δ = ∂L/∂a · f′(z)."""
        letter = notation.unit_letter("δ", unit.layer, unit.unit)
        arriving = self.figures.number(
            float(reading.arriving[unit.row]), "backward", unit.place, "arriving"
        )
        slope = self.figures.number(float(reading.slopes[unit.row]), "forward", unit.place, "a")
        symbols = templates.filled(
            "{p} · f′({z})",
            p=notation.partial(notation.unit_letter("a", unit.layer, unit.unit)),
            z=notation.unit_letter("z", unit.layer, unit.unit),
        )
        return [
            *self._slope(unit, slope),
            Formula(equation(letter, symbols)),
            Formula(equation(letter, notation.product(factor(arriving), factor(slope)))),
        ]

    def _slope(self, unit: UnitReading, slope: Leaf) -> list[Block]:
        """f′ in symbols, and with its numbers where it is a calculation."""
        formula = FORMULAS[unit.activation]
        left = templates.filled("f′({z})", z=notation.letter("z"))
        letters = {sign: notation.letter(sign) for sign in "za"}
        template = formula.slope or formula.slope_cases
        symbols = templates.filled(template, e=_E, **letters)
        if not formula.slope:
            return [Formula(equation(left, symbols)), Formula(equation(left, slope))]
        numbers: dict[str, Node] = {
            "z": factor(self.figures.number(unit.z, "forward", unit.place, "z")),
            "a": factor(self.figures.number(unit.a, "forward", unit.place, "a")),
        }
        filled = templates.filled(template, e=_E, **numbers)
        return [Formula(equation(left, symbols, filled, slope))]

    def _in_general(self, reading: Reading, layer_id: str) -> list[Block]:
        """Where the δ of a whole layer come from, in symbols."""
        layer = reading.layer(layer_id)
        letter = notation.letter("δ", "k", notation.mark(layer))
        if layer_id == reading.output:
            sums: Node = notation.partial(notation.letter("a", "k"))
        else:
            sums = self._arriving.in_symbols(reading, layer, "k")
        symbols = templates.filled("f′({z}) · {s}", z=notation.letter("z", "k"), s=sums)
        weights = equation(
            notation.partial(Leaf("w", "w")),
            notation.product(notation.letter("δ"), notation.letter("a")),
        )
        single = self._output_delta.fused_in_general(reading, layer_id)
        return [*(single or [Formula(equation(letter, symbols))]), Formula(weights)]

    def _notes(self, reading: Reading, unit: UnitReading) -> list[Block]:
        """What f′ is at a kink, said where it matters; and which rule needs no δ."""
        activation = activations.get(unit.activation)
        matters = unit.z == 0 or activation.slope == 0
        notes = [activation.kink] if activation.kink and matters else []
        if reading.project.training.rule == "perceptron":
            notes.append(
                self.tr("The perceptron rule corrects by t − y instead, and needs no gradient.")
            )
        return [Note(note) for note in notes]


_E = Leaf("e", r"\mathrm{e}")
