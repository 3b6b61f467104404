"""Measure every ratio, print it beside its goal, and keep them in build/bench.json.

    python -m tests.benchmarks            # all
    python -m tests.benchmarks engine     # bench_engine.py alone

Exits with 1 if a ratio falls short. A benchmark is a module `bench_*.py` here with a function
`rows() -> Iterator[Row]`.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import asdict
from importlib import import_module
from pathlib import Path

from tests.benchmarks.harness import Row

REPORT = Path("build/bench.json")


def modules(wanted: list[str]) -> Iterator[str]:
    """Names of the benchmark modules, all or the wanted ones."""
    for path in sorted(Path(__file__).parent.glob("bench_*.py")):
        if not wanted or path.stem.removeprefix("bench_") in wanted:
            yield path.stem


def line(row: Row) -> str:
    sign = "≥" if row.direction == "at_least" else "≤"
    verdict = "" if row.holds else "   falls short"
    return f"{row.name:<62} {row.ratio:7.2f}   {sign} {row.goal:<6g}{verdict}"


def main(wanted: list[str]) -> int:
    rows = []
    for name in modules(wanted):
        for row in import_module(f"tests.benchmarks.{name}").rows():
            print(line(row), flush=True)
            rows.append(row)
    REPORT.parent.mkdir(exist_ok=True)
    report = [{**asdict(row), "holds": row.holds} for row in rows]
    REPORT.write_text(json.dumps(report, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    short = sum(not row.holds for row in rows)
    print(f"{len(rows)} ratios, {short} fall short; written to {REPORT}")
    return 1 if short or not rows else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
