"""`trace`: the published worked example, and the shape scripts rely on."""

from __future__ import annotations

import json
from itertools import chain
from pathlib import Path

import pytest

from tests.commands.program import Program, mazur


def flat(matrix: list[list[float]]) -> list[float]:
    return list(chain.from_iterable(matrix))


def test_mazurs_published_figures_come_out(program: Program, mazur_file: Path) -> None:
    ran = program("trace", mazur_file, "--json")
    assert (ran.code, ran.err) == (0, "")
    answer = ran.json
    assert answer["loss"] == pytest.approx(0.298371109, abs=5e-10)
    first, second = answer["links"]["x->h"], answer["links"]["h->o"]
    assert flat(second["weights_after"]) == pytest.approx(
        [0.35891648, 0.408666186, 0.511301270, 0.561370121], abs=5e-9
    )
    assert flat(first["weights_after"]) == pytest.approx(
        [0.149780716, 0.19956143, 0.24975114, 0.29950229], abs=5e-9
    )
    # He prints .291027924, having used the already updated W2 for W1.
    assert answer["loss_after"] == pytest.approx(0.29102777, abs=5e-9)
    assert answer["layers"]["h"]["z"][0] == pytest.approx(0.3775)
    assert answer["layers"]["h"]["biases_after"] == [0.35, 0.35]


def test_the_answer_has_exactly_the_keys_of_the_contract(
    program: Program, mazur_file: Path
) -> None:
    answer = program("trace", mazur_file, "--json").json
    assert list(answer) == ["sample", "input", "target", "loss", "loss_after", "layers", "links"]
    assert list(answer["layers"]) == ["h", "o"]
    assert list(answer["layers"]["h"]) == [
        "z",
        "a",
        "delta",
        "biases",
        "bias_gradient",
        "biases_after",
    ]
    assert list(answer["links"]["x->h"]) == ["weights", "gradient", "weights_after"]
    assert answer["sample"] == 0
    assert answer["input"] == [0.05, 0.10]


def test_a_batch_has_a_row_per_sample_and_mean_gradients(program: Program, tmp_path: Path) -> None:
    project = mazur()
    project["data"]["inputs"] = [[0.05, 0.10], [0.5, -0.3]]
    project["data"]["targets"] = [[0.01, 0.99], [0.2, 0.1]]
    path = tmp_path / "two.json"
    path.write_text(json.dumps(project), encoding="utf-8")
    batch = program("trace", path, "--batch", "--json").json
    singles = [program("trace", path, "--sample", n, "--json").json for n in (0, 1)]
    assert batch["layers"]["o"]["delta"] == [
        pytest.approx(one["layers"]["o"]["delta"], rel=1e-12) for one in singles
    ]
    assert batch["loss"] == pytest.approx(sum(one["loss"] for one in singles) / 2, rel=1e-12)
    means = [
        (a + b) / 2
        for a, b in zip(*(flat(one["links"]["x->h"]["gradient"]) for one in singles), strict=True)
    ]
    assert flat(batch["links"]["x->h"]["gradient"]) == pytest.approx(means, rel=1e-12)


def test_the_file_is_not_changed(program: Program, mazur_file: Path) -> None:
    before = mazur_file.read_bytes()
    program("trace", mazur_file)
    assert mazur_file.read_bytes() == before


def test_without_json_a_person_can_read_it(program: Program, mazur_file: Path) -> None:
    ran = program("trace", mazur_file)
    assert ran.code == 0
    assert "+0.593269992" in ran.out
    assert "0.298371109" in ran.out


def test_a_sample_that_is_not_there_is_bad_input(program: Program, mazur_file: Path) -> None:
    ran = program("trace", mazur_file, "--sample", 5)
    assert ran.code == 2
    assert ran.out == ""
    assert ran.err.count("\n") == 1
    assert "sample 5" in ran.err
