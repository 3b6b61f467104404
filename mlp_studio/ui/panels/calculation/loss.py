"""The loss of the sample: its formula, the same with the outputs and targets put in."""

from __future__ import annotations

from mlp_studio.engine import losses
from mlp_studio.ui.conventions import loss_name
from mlp_studio.ui.panels.calculation import markup
from mlp_studio.ui.panels.calculation.loss_formulas import FORMULAS, LossFormula
from mlp_studio.ui.panels.calculation.markup import line, text
from mlp_studio.ui.panels.calculation.reading import Reading
from mlp_studio.ui.panels.calculation.writer import Writer


class LossStep(Writer):
    """Explains how wrong the outputs are."""

    def explain(self, reading: Reading, *, unfolded: bool) -> str:
        name = reading.spec.loss
        outputs = self._outputs(reading)
        formula = FORMULAS[name].for_outputs(len(outputs))
        terms = [
            (markup.kept(formula.term.format(**self._values(output, len(outputs)))), 0.0)
            for output in outputs
        ]
        before = (
            formula.before.replace("m", str(len(outputs))) if formula.is_mean else (formula.before)
        )
        numbers = self._sum_of(terms, before, unfolded=unfolded)
        return "".join(
            (
                markup.heading(self.tr("Loss: {name}").format(name=loss_name(name)), "loss"),
                line(f"<i>L</i> = {self.in_symbols(formula)}"),
                line(f"<i>L</i> = {numbers}"),
                line(f"<i>L</i> = {self.value(reading.trace.loss)}", "result"),
                self._table(reading, unfolded),
                *self._notes(name, formula, len(outputs)),
            )
        )

    @staticmethod
    def in_symbols(formula: LossFormula) -> str:
        letters = {"a": "<i>a</i><sub>k</sub>", "t": "<i>t</i><sub>k</sub>", "m": "<i>m</i>"}
        term = formula.term.format(z="<i>z</i><sub>k</sub>", **letters)
        return f"{formula.before}Σ<sub>k</sub> {term}"

    def _outputs(self, reading: Reading) -> list[tuple[float, float, float]]:
        """(z, a, t) of each output unit."""
        rows = reading.layout.rows[reading.output]
        trace = reading.trace
        return list(
            zip(
                trace.z[rows, 0].tolist(),
                trace.a[rows, 0].tolist(),
                trace.targets[0].tolist(),
                strict=True,
            )
        )

    def _values(self, output: tuple[float, float, float], count: int) -> dict[str, str]:
        z, a, t = output
        return {
            "z": self.value_factor(z),
            "a": self.value_factor(a),
            "t": self.given(t),
            "m": str(count),
        }

    def _sum_of(self, terms: list[tuple[str, float]], before: str, *, unfolded: bool) -> str:
        shown = [term for term, _ in terms]
        if not unfolded and len(shown) > markup.TERMS_SHOWN + 1:
            rest = len(shown) - markup.TERMS_SHOWN
            link = markup.more(self.tr("{count} more").format(count=rest))
            shown = [*shown[: markup.TERMS_SHOWN], link]
        total = markup.added(shown)
        return f"{before}[{total}]" if before and len(shown) > 1 else f"{before}{total}"

    def _table(self, reading: Reading, unfolded: bool) -> str:
        output = reading.layer(reading.output)
        rows = [
            (text(reading.unit(output.id, unit).name), self.value(a), self.given(t))
            for unit, (_, a, t) in enumerate(self._outputs(reading))
        ]
        head = (self.tr("output"), "<i>a</i>", self.tr("target") + " <i>t</i>")
        return self.table(head, rows, output.units, unfolded=unfolded)

    def _notes(self, name: str, formula: LossFormula, outputs: int) -> list[str]:
        notes = [formula.note] if formula.note else []
        if formula.is_mean:
            notes.append(
                self.tr("m = {count} outputs; the mean over the outputs.").format(count=outputs)
            )
        notes.append(self.tr("One sample here; a batch takes the mean over its samples."))
        kink = losses.get(name).kink
        if kink:
            notes.append(text(kink))
        return [line(note, "note") for note in notes]
