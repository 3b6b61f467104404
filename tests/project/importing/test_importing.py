"""Tables become data: what is detected, what is kept, what is told, and nothing else."""

from __future__ import annotations

import csv
import io

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from mlp_studio.project import importing
from mlp_studio.project.importing import Cancelled, ImportTableError, imported, sniffed
from mlp_studio.project.recipe import ENCODINGS, Recipe
from mlp_studio.project.rules import check_data

FLOWERS = (
    "길이,너비,색,종류\n5.1,3.5,red,setosa\n4.9,3.0,blue,setosa\n7.0,3.2,red,versicolor\n"
    "6.4,3.2,green,versicolor\n6.3,3.3,blue,virginica\n5.8,2.7,red,virginica\n"
)


def read(content: bytes | str, **changes) -> importing.Imported:
    """Everything as detected, but for what is given."""
    if isinstance(content, str):
        content = content.encode()
    recipe = sniffed(content).recipe
    values = {name: getattr(recipe, name) for name in recipe.__dataclass_fields__}
    result = imported(content, Recipe(**{**values, **changes}))
    assert result.rows == result.data.samples + len(result.dropped)
    return result


def test_a_table_with_words_becomes_columns_and_classes():
    found = sniffed(FLOWERS.encode())
    assert found.names == ("길이", "너비", "색", "종류")
    assert found.kinds == ("number", "number", "words", "words")
    assert found.words[3] == ("setosa", "versicolor", "virginica")
    assert (found.recipe.inputs, found.recipe.targets) == ((0, 1, 2), (3,))
    result = read(FLOWERS)
    data = result.data
    assert data.columns == ("길이", "너비", "색=blue", "색=green", "색=red")
    assert data.inputs.values[0].tolist() == [5.1, 3.5, 0, 0, 1]
    assert data.targets.values[2].tolist() == [0, 1, 0]
    assert data.classes == ("setosa", "versicolor", "virginica")
    assert data.target_columns == ("종류",)
    assert check_data(data) == data


def test_words_may_be_numbered_in_their_natural_order():
    text = "size,y\nclass 10,1.5\nclass 2,2.5\nclass 1,3.25\n"
    data = read(text, one_hot=()).data
    assert data.inputs.values.ravel().tolist() == [2, 1, 0]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp949"])
def test_korean_tables_are_read_in_their_encoding(encoding):
    content = FLOWERS.encode(encoding)
    assert sniffed(content).recipe.encoding == encoding
    assert read(content).data.columns[0] == "길이"


def test_western_letters_are_not_taken_for_korean():
    content = "größe,maß\n1.5,2\n2.5,3\n".encode("cp1252")
    found = sniffed(content)
    assert (found.recipe.encoding, found.names) == ("cp1252", ("größe", "maß"))


def test_a_wrong_encoding_says_row_and_bytes():
    content = b"a,b\n1,2\n3,\xb0\xa1\n"
    with pytest.raises(ImportTableError, match=r"Row 3 .*b0 a1"):
        sniffed(content, encoding="utf-8")


def test_semicolons_and_decimal_commas_are_found():
    found = sniffed(b"a;b\n1,5;2,25\n3,0;4,75\n")
    assert (found.recipe.delimiter, found.recipe.decimal_comma) == (";", True)
    assert read("a;b\n1,5;2,25\n3,0;4,75\n").data.inputs.values.ravel().tolist() == [1.5, 3.0]


def test_cells_pasted_from_a_spreadsheet_are_cut_at_tabs():
    found = sniffed(b"1\t2\t0\n3\t4\t1\n")
    assert (found.recipe.delimiter, found.recipe.header) == ("\t", False)
    assert found.names == ("x1", "x2", "x3")


def test_quoted_cells_hold_delimiters_quotes_and_new_lines():
    text = 'name,x,y\n"a, ""b""\nc",1,yes\n"d",2,no\n'
    found = sniffed(text.encode())
    assert found.head[0][0] == 'a, "b"\nc'
    assert read(text).data.samples == 2


def test_names_that_are_missing_or_alike_get_their_own():
    assert sniffed(b"a,a,,b\n1,2,3,4\n5,6,7,8\n").names == ("a", "a 2", "column 3", "b")


def test_what_cannot_be_used_is_told_with_row_column_and_what_was_found():
    text = "a,b,c\n" + "".join(f"{i},{i}.5,{i % 2}\n" for i in range(30))
    text += "oops,1,0\n7,?,1\n1,2\n1,2,3,4\n9,9,\n"
    result = read(text)
    told = [(note.row, note.column, note.reason) for note in result.dropped]
    assert told == [
        (32, "a", "expected a number, found “oops”"),
        (33, "b", "there is no value"),
        (34, "", "2 cells instead of 3"),
        (35, "", "4 cells instead of 3"),
        (36, "c", "there is no value"),
    ]
    assert result.data.samples == 30


@pytest.mark.parametrize(("missing", "value"), [("mean", 2.0), ("mode", 1.0)])
def test_empty_cells_are_filled_as_asked(missing, value):
    text = "a,b\n1,10\n1,20\n,30\n4,40.5\nNA,50\n"
    result = read(text, missing=missing, task="regression")
    assert result.filled == 2
    assert result.data.inputs.values[[2, 4], 0].tolist() == [value, value]
    assert not result.dropped


def test_the_mean_of_the_largest_numbers_is_a_number():
    result = read("a,b\n1e308,10\n1e308,20\n,30.5\n", missing="mean", task="regression")
    assert result.data.inputs.values[2, 0] == pytest.approx(1e308)


def test_classes_of_large_numbers_keep_their_names():
    rows = "".join(f"{at},{1000000 + at % 3}\n" for at in range(30))
    assert read("x,kind\n" + rows).data.classes == ("1000000", "1000001", "1000002")


def test_a_row_without_its_target_is_dropped_whatever_is_filled_in():
    result = read("a,b\n1,10\n2,\n3,30.5\n", missing="mean", task="regression")
    assert [(note.row, note.column) for note in result.dropped] == [(3, "b")]


def test_two_classes_are_one_column_and_numbers_may_be_classes_or_not():
    text = "x,y\n" + "".join(f"{i / 7},{i % 2}\n" for i in range(20))
    result = read(text)
    assert result.data.targets.shape == (20, 1)
    assert result.data.classes == ("0", "1")
    assert read(text, task="regression").data.classes == ()
    assert sniffed(b"x,y\n1,0.5\n2,0.75\n3,0.9\n").recipe.task == "regression"


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "empty"),
        (b"  \n\n ", "empty"),
        (b"PK\x03\x04rest", "zipped"),
        (b"a,b\n\0,1\n", "zero byte"),
        (b'a,b\n"1,2\n3,4\n', "quotation"),
    ],
)
def test_what_is_no_table_is_one_clear_sentence(content, says):
    with pytest.raises(ImportTableError, match=says):
        sniffed(content)


def test_a_recipe_that_gives_no_data_is_one_clear_sentence():
    content = b"a,b,c\n1,2,x\n3,4,y\n"
    recipe = sniffed(content).recipe
    for changes, says in (
        ({"inputs": ()}, "No column is an input"),
        ({"targets": ()}, "No column is the target"),
        ({"inputs": (7,)}, "3 columns"),
        ({"targets": (2,), "task": "regression"}, "No row can be used"),
    ):
        values = {name: getattr(recipe, name) for name in recipe.__dataclass_fields__}
        with pytest.raises(ImportTableError, match=says):
            imported(content, Recipe(**{**values, **changes}))
    with pytest.raises(ImportTableError, match="no rows below"):
        imported(b"a,b\n", Recipe(inputs=(0,), targets=(1,)))


def test_more_values_than_a_project_may_hold_are_refused():
    rows = "1,2\n" * 100
    wide = b"a,b\n" + rows.encode()
    words = "w,y\n" + "".join(f"word{i},{i}.5\n" for i in range(2000))
    with pytest.raises(ImportTableError, match="would hold 4000000 values"):
        read(words, inputs=(0,), targets=(1,), one_hot=(0,), task="regression")
    assert read(wide, task="regression").data.samples == 100


def test_a_line_of_a_million_characters_is_read_or_refused_in_a_sentence():
    with pytest.raises(ImportTableError, match="Row 2"):
        sniffed(b"a,b\n" + b"x" * 1_000_000 + b",1\n")
    wide = read(",".join(["1"] * 100_000))
    assert wide.data.inputs.shape == (1, 99_999)


def test_progress_is_told_and_cancel_is_heeded():
    content = ("a,b\n" + "1,2.5\n" * 40_000).encode()
    told: list[float] = []
    imported(content, sniffed(content).recipe, progress=told.append)
    assert told == sorted(told)
    assert 10 <= len(told) <= 60
    with pytest.raises(Cancelled):
        imported(content, sniffed(content).recipe, is_cancelled=lambda: True)


cells = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], max_codepoint=0x7F), max_size=6
) | st.floats(-1e6, 1e6).map(lambda value: f"{value:.4g}")


@settings(max_examples=200, deadline=None)
@given(st.lists(st.lists(cells, min_size=1, max_size=5), max_size=12))
def test_ragged_rows_are_all_kept_or_told(rows):
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    _survives(text.getvalue().encode())


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=400))
@example(b"a,b\n1,2\n\xff\xfe3,4\n")
@example("이름,값\n가,1\n나,2\n".encode("cp949") + "größe,3\n".encode())
def test_any_bytes_are_data_or_one_sentence(content):
    _survives(content)


@settings(max_examples=200, deadline=None)
@given(st.text(st.sampled_from('abc019.,;\t "\n\r|?-'), max_size=120))
def test_anything_that_looks_like_a_table_is_data_or_one_sentence(text):
    _survives(text.encode())


def _survives(content: bytes) -> None:
    for encoding in (None, *ENCODINGS):
        sentence = "read"
        try:
            result = imported(content, sniffed(content, encoding=encoding).recipe)
            assert result.rows == result.data.samples + len(result.dropped)
            assert check_data(result.data) == result.data
            assert len({note.row for note in result.dropped}) == len(result.dropped)
        except ImportTableError as error:
            sentence = str(error)
        assert sentence
        assert "\n" not in sentence


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.lists(st.floats(-1e9, 1e9), min_size=3, max_size=3), min_size=2, max_size=20),
    st.sampled_from([",", ";", "\t", "|"]),
    st.sampled_from(ENCODINGS),
    st.booleans(),
)
def test_numbers_come_back_as_they_were_written(rows, delimiter, encoding, comma):
    text = io.StringIO()
    writer = csv.writer(text, delimiter=delimiter)
    writer.writerow(["a", "b", "c"])
    writer.writerows([[repr(v).replace(".", ",") if comma else repr(v) for v in r] for r in rows])
    content = text.getvalue().encode(encoding)
    recipe = Recipe(encoding, delimiter, True, comma, "drop", (0, 1), (2,), (), "regression")
    data = imported(content, recipe).data
    assert np.array_equal(np.hstack([data.inputs.values, data.targets.values]), np.array(rows))
