"""`check`, `predict` and `chain` as a script meets them."""

from __future__ import annotations

import math
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from mlp_studio.engine.arrays import FrozenArray
from mlp_studio.project import edits, projectfile
from mlp_studio.project.compile import Compiled, compile_project
from mlp_studio.project.model import Dataset
from tests.commands.program import ROOT, Program


def test_every_example_passes_the_gradient_check(program: Program, examples: Path) -> None:
    # Goodfellow's solution stands on the kinks of ReLU, where differences mean nothing: that it
    # differs there and nowhere else is held in tests/project/test_examples.py.
    files = [file for file in sorted(examples.glob("*.json")) if file.stem != "goodfellow"]
    assert len(files) >= 6
    for file in files:
        ran = program("check", file, "--json")
        assert ran.code == 0, f"{file.name}: {ran.out}{ran.err}"
        assert ran.json["largest_relative_error"] < 1e-6


def test_a_wrong_derivative_fails_the_check(mazur_file: Path) -> None:
    sabotage = (
        "from mlp_studio.engine import activations\n"
        "from functools import partial\n"
        "import numpy as np, sys, dataclasses\n"
        "right = activations._RECIPES['sigmoid']\n"
        "def wrong(constants, z, a, out):\n"
        "    return [partial(np.multiply, a, a, out)]\n"
        "activations._RECIPES['sigmoid'] = dataclasses.replace(right, derivative=wrong)\n"
        "from mlp_studio.cli import main\n"
        f"sys.exit(main(['check', {str(mazur_file)!r}, '--json']))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", sabotage], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1, done.stderr
    assert '"passed": false' in done.stdout


def test_predicting_a_csv_equals_predicting_the_projects_own_data(
    program: Program, examples: Path, tmp_path: Path
) -> None:
    own = program("predict", examples / "xor.json", "--json").json
    path = tmp_path / "inputs.csv"
    rows = "".join(f"{b!r},note,{a!r}\n" for a, b in own["inputs"])
    path.write_text("x2,remark,x1\n" + rows, encoding="utf-8")
    other = program("predict", examples / "xor.json", "--data", path, "--json").json
    assert other["outputs"] == own["outputs"]


@pytest.mark.parametrize("suffix", [".csv", ".tsv", ".npz"])
def test_given_data_are_scaled_as_the_projects_training_samples_are(
    suffix: str, program: Program, examples: Path, tmp_path: Path
) -> None:
    project = projectfile.load(examples / "xor.json")
    rng = np.random.default_rng(0)
    values = rng.normal(5.0, 30.0, (12, 2))
    targets = (values[:, :1] > 5.0).astype(float)
    data = Dataset(("x1", "x2"), FrozenArray(values), FrozenArray(targets), scaling="standard")
    project = edits.set_training(edits.set_data(project, data), test_fraction=0.25)
    file, table = tmp_path / "scaled.json", tmp_path / f"inputs{suffix}"
    projectfile.save(project, file)
    some = values[3:5]
    if suffix == ".npz":
        np.savez(table, X=some)
    else:
        between = "\t" if suffix == ".tsv" else ","
        rows = [["x1", "x2"], *([repr(value) for value in row] for row in some.tolist())]
        table.write_text("\n".join(between.join(row) for row in rows), encoding="utf-8")
    compiled = compile_project(project)
    assert isinstance(compiled, Compiled)
    assert not compiled.scaler.is_identity
    expected = compiled.network.predict(compiled.parameters, compiled.inputs[3:5])
    answer = program("predict", file, "--data", table, "--json").json
    np.testing.assert_allclose(answer["outputs"], expected, rtol=1e-13)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("x1\n0\n", "no column 'x2'"),
        ("x1,x2\n0,one\n", "line 2, column x2: expected a number, found 'one'"),
        ("x1,x2\n0\n", "line 2, column x2: expected a number, found nothing"),
        ("x1,x2\n0,nan\n", "line 2, column x2"),
        ("x1,x2\n", "no rows"),
        ("", "The table is empty"),
    ],
)
def test_bad_data_names_the_place(
    content: str, expected: str, program: Program, examples: Path, tmp_path: Path
) -> None:
    path = tmp_path / "bad.csv"
    path.write_text(content, encoding="utf-8")
    ran = program("predict", examples / "xor.json", "--data", path)
    assert ran.code == 2
    assert ran.err.count("\n") == 1
    assert expected in ran.err


def test_micrograds_expression(program: Program) -> None:
    formulas = (
        "c = a + b; d = a*b + b**3; c2 = c + c + 1; c3 = c2 + 1 + c2 - a; "
        "d2 = d + d*2 + relu(b + a); d3 = d2 + 3*d2 + relu(b - a); e1 = c3 - d3; "
        "f = e1**2; g1 = f/2; g = g1 + 10/f"
    )
    answer = program("chain", formulas, "--at", "a=-4", "b=2", "--json").json
    assert answer["output"] == "g"
    assert answer["values"]["g"] == pytest.approx(24.7041, abs=5e-5)
    assert answer["gradients"]["a"] == pytest.approx(138.8338, abs=5e-5)
    assert answer["gradients"]["b"] == pytest.approx(645.5773, abs=5e-5)


def test_cs231ns_circuit(program: Program) -> None:
    answer = program("chain", "f = q*z; q = x + y", "--at", "x=-2", "y=5", "z=-4", "--json").json
    assert answer["values"]["f"] == -12.0
    assert answer["gradients"] == {"x": -4.0, "y": -4.0, "z": 3.0}


def test_the_contracts_chain_example(program: Program) -> None:
    ran = program("chain", "z = x*y; x = u + v; y = u*v", "--at", "u=2", "v=3", "--json")
    answer = ran.json
    assert list(answer) == [
        "output",
        "values",
        "edges",
        "gradients",
        "paths",
        "multiplications",
    ]
    assert {"from": "x", "to": "z", "formula": "y", "derivative": 6.0} in answer["edges"]
    assert answer["gradients"] == {"u": 21.0, "v": 16.0}
    products = [path["product"] for path in answer["paths"]["u"]]
    assert math.fsum(products) == answer["gradients"]["u"]
    assert ["u", "x", "z"] in [path["nodes"] for path in answer["paths"]["u"]]


@pytest.mark.parametrize(
    ("formulas", "values"),
    [
        ("z = x +* y", ["x=1", "y=2"]),
        ("z = x; x = z", []),
        ("z = x / y", ["x=1", "y=0"]),
        ("z = x*y", ["x=1"]),
        ("z = __import__('os').system('true')", []),
        ("z = 9**9**9", []),
        ("z = x", ["x=one"]),
        ("z = x", ["x"]),
        ("z = x", ["x=1", "x=2"]),
        ("", []),
    ],
)
def test_bad_chains_get_one_line(formulas: str, values: list[str], program: Program) -> None:
    ran = program("chain", formulas, *(["--at", *values] if values else []), "--json")
    assert ran.code == 2
    assert ran.out == ""
    assert ran.err.count("\n") == 1
    assert "Traceback" not in ran.err
