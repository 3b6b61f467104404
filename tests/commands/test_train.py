"""`train`: runs that repeat, losses that are complete, weights that are kept."""

from __future__ import annotations

import csv
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest

from tests.commands.program import ROOT, Program, mazur


def test_one_epoch_of_mazur_is_his_update(program: Program, mazur_file: Path) -> None:
    answer = program("train", mazur_file, "--json").json
    assert answer["epochs"] == 1
    assert answer["stopped"] == "epochs"
    assert answer["train_loss"] == pytest.approx(0.29102777, abs=5e-9)
    assert answer["test_loss"] is None
    assert answer["links"]["h->o"]["weights"][0][0] == pytest.approx(0.35891648, abs=5e-9)
    assert answer["layers"]["h"]["biases"] == [0.35, 0.35]
    assert answer["history"]["epoch"] == [0, 1]
    assert answer["history"]["train_loss"][0] == pytest.approx(0.298371109, abs=5e-10)


def test_the_same_seed_is_the_same_run_to_the_last_digit(program: Program, examples: Path) -> None:
    words = ("train", examples / "xor.json", "--epochs", 50, "--seed", 3, "--json")
    assert program(*words).out == program(*words).out


def test_what_was_learned_is_saved_and_predicts(
    program: Program, mazur_file: Path, tmp_path: Path
) -> None:
    for name in ("learned.json", "learned.mlps"):
        out = tmp_path / name
        answer = program("train", mazur_file, "--epochs", 20, "-o", out, "--json").json
        assert program("trace", out, "--json").json["loss"] == answer["train_loss"]


def test_the_history_is_written_as_csv(program: Program, mazur_file: Path, tmp_path: Path) -> None:
    path = tmp_path / "history.csv"
    answer = program("train", mazur_file, "--epochs", 5, "--history", path, "--json").json
    with path.open(newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert [int(row["epoch"]) for row in rows] == answer["history"]["epoch"] == list(range(6))
    assert [float(row["train_loss"]) for row in rows] == answer["history"]["train_loss"]


def test_divergence_is_reported_with_its_place(program: Program, tmp_path: Path) -> None:
    project = mazur()
    for layer in project["network"]["layers"][1:]:
        layer["activation"] = "linear"
    project["training"]["optimizer"]["learning_rate"] = 1e6
    path = tmp_path / "wild.json"
    path.write_text(json.dumps(project), encoding="utf-8")
    answer = program("train", path, "--epochs", 500, "--json").json
    assert answer["stopped"] == "diverged"
    assert answer["divergence"]["layer"] in ("h", "o")
    assert 1 <= answer["divergence"]["step"] < 500
    weights = [w for link in answer["links"].values() for row in link["weights"] for w in row]
    assert None not in weights


def test_interrupting_keeps_what_was_learned(examples: Path, tmp_path: Path) -> None:
    out = tmp_path / "kept.json"
    command = [sys.executable, str(ROOT / "main.py"), "train", str(examples / "circles.json")]
    command += ["--epochs", "100000000", "--json", "-o", str(out)]
    running = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    time.sleep(3)
    os.kill(running.pid, signal.SIGINT)
    printed, errors = running.communicate(timeout=60)
    assert running.returncode == 0, errors
    answer = json.loads(printed)
    assert answer["stopped"] == "interrupted"
    assert answer["epochs"] > 0
    assert out.exists()


def test_a_place_that_cannot_be_written_is_bad_input(
    program: Program, mazur_file: Path, tmp_path: Path
) -> None:
    ran = program("train", mazur_file, "-o", tmp_path / "nowhere" / "out.json")
    assert ran.code == 2
    assert ran.err.count("\n") == 1
    assert "nowhere" in ran.err
    assert str(tmp_path / "nowhere" / "out.json") in ran.err
    assert ".tmp" not in ran.err


def test_a_validation_part_adds_its_losses_and_no_other_key_changes(
    program: Program, examples: Path, tmp_path: Path
) -> None:
    plain = json.loads((examples / "xor.json").read_text(encoding="utf-8"))
    parted = {**plain, "training": {**plain["training"], "validation_fraction": 0.25}}
    file, table = tmp_path / "parted.json", tmp_path / "history.csv"
    file.write_text(json.dumps(parted), encoding="utf-8")
    before = program("train", examples / "xor.json", "--epochs", 3, "--json").json
    after = program("train", file, "--epochs", 3, "--history", table, "--json").json
    assert set(after) - set(before) == {"validation_loss"}
    assert set(after["history"]) - set(before["history"]) == {"validation_loss"}
    assert set(before["history"]) == {"epoch", "train_loss", "test_loss"}
    losses = after["history"]["validation_loss"]
    assert len(losses) == 4
    assert losses[-1] == after["validation_loss"]
    with table.open(newline="", encoding="utf-8") as stream:
        rows = list(csv.DictReader(stream))
    assert [float(row["validation_loss"]) for row in rows] == losses


def test_other_data_are_learned_from_a_table_or_arrays(
    program: Program, examples: Path, tmp_path: Path
) -> None:
    """The same samples either way give the same run; what is left out is told."""
    table, arrays = tmp_path / "and.csv", tmp_path / "and.npz"
    table.write_text("a;b;y\n0;0;no\n0;1;no\n;1;no\n1;0;no\n1;1;yes\n", encoding="utf-8")
    np.savez(arrays, X=np.array([[0, 0], [0, 1], [1, 0], [1, 1]]), y=np.array([0, 0, 0, 1]))
    answers = []
    for data in (table, arrays):
        ran = program("train", examples / "xor.json", "--data", data, "--epochs", 50, "--json")
        assert ran.code == 0, ran.err
        answers.append(json.loads(ran.out))
    assert answers[0] == answers[1]
    own = program("train", examples / "xor.json", "--epochs", 50, "--json")
    assert json.loads(own.out)["train_loss"] != answers[0]["train_loss"]
    told = program("train", examples / "xor.json", "--data", table, "--epochs", 1)
    assert "row 4, column a is left out: there is no value" in told.err


def test_data_that_cannot_be_learned_from_are_one_line(
    program: Program, examples: Path, tmp_path: Path
) -> None:
    wide, broken = tmp_path / "wide.csv", tmp_path / "broken.npz"
    wide.write_text("a,b,c,y\n1,2,3,0\n4,5,6,1\n", encoding="utf-8")
    broken.write_bytes(b"no arrays")
    for data in (wide, broken, tmp_path / "missing.csv"):
        ran = program("train", examples / "xor.json", "--data", data)
        assert ran.code == 2
        assert ran.err.count("\n") == 1
