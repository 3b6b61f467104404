"""The forward step of a unit: z = Σ w·a + b, then a = f(z)."""

from __future__ import annotations

from mlp_studio.engine import activations
from mlp_studio.ui.conventions import activation_name
from mlp_studio.ui.panels.calculation import markup
from mlp_studio.ui.panels.calculation.markup import line, symbol, text
from mlp_studio.ui.panels.calculation.reading import Incoming, Reading, UnitReading
from mlp_studio.ui.panels.calculation.writer import Writer
from mlp_studio.ui.panels.formula import rich


class Forward(Writer):
    """Explains what flows into a unit and out of it."""

    def unit(self, reading: Reading, unit: UnitReading, *, unfolded: bool) -> str:
        heading = self.tr("Forward: unit {number} of {layer}").format(
            number=unit.index, layer=unit.layer.title
        )
        parts = [
            markup.heading(heading, "forward"),
            *self._weighted_sum(reading, unit, unfolded),
            *self._output(reading, unit),
        ]
        return "".join(parts)

    def layer(self, reading: Reading, layer_id: str, *, unfolded: bool) -> str:
        layer = reading.layer(layer_id)
        units = reading.units(layer_id)
        rows = ((text(unit.name), self.number(unit.z), self.value(unit.a)) for unit in units)
        head = (self.tr("unit"), "<i>z</i>", "<i>a</i> = f(<i>z</i>)")
        return "".join(
            (
                markup.heading(
                    self.tr("Forward: layer {layer}").format(layer=layer.title), "forward"
                ),
                line(f"{self._sum_in_symbols(reading, layer_id, 'j')}"),
                self.table(head, rows, layer.units, unfolded=unfolded),
            )
        )

    def _weighted_sum(self, reading: Reading, unit: UnitReading, unfolded: bool) -> list[str]:
        z = symbol("z", unit.index, unit.layer.title)
        terms = [(self._term(each), each.term) for each in unit.incoming]
        total = self.sum(terms, unfolded=unfolded)
        return [
            line(self._sum_in_symbols(reading, unit.layer.id, unit.index)),
            line(f"{z} = {total}"),
            line(f"{z} = {self.number(unit.z)}", "result"),
        ]

    @staticmethod
    def _sum_in_symbols(reading: Reading, layer_id: str, index: str) -> str:
        title = reading.layer(layer_id).title
        links = reading.spec.links_into(layer_id)
        several = len(links) > 1
        sums = []
        for link in links:
            source = reading.layer(link.source).title
            upper = f"{title}, {source}" if several else title
            weight = symbol("w", f"{index}k", upper)
            sums.append(f"Σ<sub>k</sub> {weight} {symbol('a', 'k', source)}")
        if reading.spec.layer(layer_id).bias:
            sums.append(symbol("b", index, title))
        return f"{symbol('z', index, title)} = {markup.added([markup.kept(s) for s in sums])}"

    def _term(self, incoming: Incoming) -> str:
        if incoming.is_bias:
            return self.factor(incoming.weight)
        return markup.product(self.factor(incoming.weight), self.value_factor(incoming.activation))

    def _output(self, reading: Reading, unit: UnitReading) -> list[str]:
        a, z = (symbol(letter, unit.index, unit.layer.title) for letter in "az")
        activation = activations.get(unit.activation)
        name = text(activation_name(activation.name))
        lines = [
            line(f"{a} = f({z}),  f = {name}: {rich(activation.formula)}"),
        ]
        if activation.elementwise:
            lines.append(line(f"{a} = f({self.number(unit.z)})"))
        else:
            lines.append(line(self._softmax(reading, unit)))
        return [*lines, line(f"{a} = {self.value(unit.a)}", "result")]

    def _softmax(self, reading: Reading, unit: UnitReading) -> str:
        """Softmax looks at the z of all units of its layer."""
        rows = reading.layout.rows[unit.layer.id]
        powers = [(f"e<sup>{self.value(z)}</sup>", z) for z in reading.trace.z[rows, 0].tolist()]
        shown = [power for power, _ in powers[: markup.TERMS_SHOWN]]
        if len(powers) > markup.TERMS_SHOWN:
            shown.append("…")
        a = symbol("a", unit.index, unit.layer.title)
        return f"{a} = e<sup>{self.value(unit.z)}</sup> / ({markup.added(shown)})"
