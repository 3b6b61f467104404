"""The program as a script meets it: a process of its own, its output read."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Ran:
    """What a command left: its exit code and what it printed."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> dict[str, Any]:
        answer = json.loads(self.out)
        assert isinstance(answer, dict)
        return answer


class Program:
    """`program("trace", file, "--json")`."""

    def __call__(self, *words: object) -> Ran:
        command = [sys.executable, str(ROOT / "main.py"), *map(str, words)]
        done = subprocess.run(
            command, capture_output=True, text=True, encoding="utf-8", check=False
        )
        return Ran(done.returncode, done.stdout, done.stderr)


def mazur() -> dict[str, Any]:
    """The worked example of "A Step by Step Backpropagation Example" (Mazur, 2015)."""
    return {
        "format": "mlp-studio",
        "format_version": 1,
        "network": {
            "layers": [
                {"id": "x", "kind": "input", "units": 2},
                {
                    "id": "h",
                    "kind": "dense",
                    "units": 2,
                    "activation": "sigmoid",
                    "biases": [0.35, 0.35],
                    "freeze_biases": True,
                },
                {
                    "id": "o",
                    "kind": "dense",
                    "units": 2,
                    "activation": "sigmoid",
                    "biases": [0.60, 0.60],
                    "freeze_biases": True,
                },
            ],
            "links": [
                {"source": "x", "target": "h", "weights": [[0.15, 0.20], [0.25, 0.30]]},
                {"source": "h", "target": "o", "weights": [[0.40, 0.45], [0.50, 0.55]]},
            ],
            "loss": "half_sse",
        },
        "data": {"columns": ["x1", "x2"], "inputs": [[0.05, 0.10]], "targets": [[0.01, 0.99]]},
        "training": {
            "rule": "gradient",
            "optimizer": {"name": "sgd", "learning_rate": 0.5},
            "batch_size": 1,
            "shuffle": False,
            "epochs": 1,
            "seed": 0,
        },
    }
