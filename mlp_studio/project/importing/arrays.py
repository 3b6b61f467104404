"""Arrays as NumPy saves them and scikit-learn names them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from mlp_studio.engine.arrays import FrozenArray
from mlp_studio.project.importing.errors import ImportTableError
from mlp_studio.project.importing.npz import load_arrays
from mlp_studio.project.importing.wording import clean, distinct, in_natural_order
from mlp_studio.project.model import Dataset
from mlp_studio.project.rules import MAX_DATA_VALUES
from mlp_studio.project.translation import QT_TRANSLATE_NOOP

INPUTS = ("X", "x", "inputs", "data")
TARGETS = ("y", "Y", "targets", "target")
_COLUMNS = ("feature_names", "columns")
_CLASSES = ("target_names", "classes")
MAX_CLASSES = 256

Array = NDArray[np.float64]


def from_npz(path: Path) -> Dataset:
    """The data of an .npz file: X (samples, columns) or (samples,), and y.

    y of whole numbers 0, 1, … is taken for classes, as scikit-learn has them, and so are words;
    anything else, or several columns, as it is. `feature_names` and `target_names` are taken
    over. Raises ImportTableError, and OSError if the file cannot be read.
    """
    arrays = load_arrays(path)
    inputs = _matrix(_named(arrays, INPUTS), "X")
    targets = _named(arrays, TARGETS)
    if len(np.atleast_1d(targets)) != len(inputs):
        raise ImportTableError(
            QT_TRANSLATE_NOOP(
                "ImportTableError", "X has {inputs} rows but y has {targets}: they must agree."
            ),
            inputs=len(inputs),
            targets=len(np.atleast_1d(targets)),
        )
    words = _words(targets)
    outputs, count = _outputs(targets if words is None else words[1])
    if inputs.size + outputs.size > MAX_DATA_VALUES:
        raise ImportTableError(
            QT_TRANSLATE_NOOP(
                "ImportTableError",
                "The data would hold {count} values; a project may hold {most}: leave columns "
                "out, or take a part of the rows.",
            ),
            count=inputs.size + outputs.size,
            most=MAX_DATA_VALUES,
        )
    columns = _names(arrays, _COLUMNS, inputs.shape[1])
    return Dataset(
        columns=columns or tuple(f"x{number + 1}" for number in range(inputs.shape[1])),
        inputs=FrozenArray(inputs),
        targets=FrozenArray(outputs),
        classes=_classes(arrays, count) if words is None else words[0],
    )


def inputs_of(path: Path, width: int) -> Array:
    """X alone, (samples, width). Raises ImportTableError, and OSError."""
    inputs = _matrix(_named(load_arrays(path), INPUTS), "X")
    if inputs.shape[1] != width:
        raise ImportTableError(
            QT_TRANSLATE_NOOP(
                "ImportTableError", "X has {found} columns; the project's data have {width}."
            ),
            found=inputs.shape[1],
            width=width,
        )
    return inputs


def _named(arrays: dict[str, NDArray[np.generic]], names: tuple[str, ...]) -> NDArray[np.generic]:
    for name in names:
        if name in arrays:
            return arrays[name]
    raise ImportTableError(
        QT_TRANSLATE_NOOP(
            "ImportTableError",
            "There is no array “{name}” (there are {found}): save it with numpy.savez(file, X=…, "
            "y=…).",
        ),
        name=names[0],
        found=", ".join(sorted(arrays)) or "none",
    )


def _matrix(array: NDArray[np.generic], name: str) -> Array:
    values = array[:, np.newaxis] if array.ndim == 1 else array
    if values.ndim > 2 and len(values):
        values = values.reshape(len(values), -1)
    if values.ndim != 2 or not values.size or values.dtype.kind not in "biuf":
        raise ImportTableError(
            QT_TRANSLATE_NOOP(
                "ImportTableError",
                "{name} must hold numbers, a row for each sample; it is {shape} of {kind}.",
            ),
            name=name,
            shape=" × ".join(map(str, array.shape)) or "1",
            kind=array.dtype.name,
        )
    numbers = values.astype(np.float64)
    if not np.isfinite(numbers).all():
        row, column = np.argwhere(~np.isfinite(numbers))[0].tolist()
        raise ImportTableError(
            QT_TRANSLATE_NOOP(
                "ImportTableError",
                "{name}, row {row}, column {column}: found {found}, expected a finite number.",
            ),
            name=name,
            row=row,
            column=column,
            found=str(numbers[row, column]),
        )
    return numbers


def _outputs(targets: NDArray[np.generic]) -> tuple[Array, int]:
    """The targets as columns, and how many classes they are of (0: numbers)."""
    values = _matrix(targets, "y")
    if values.shape[1] > 1 or targets.dtype.kind == "f":
        return values, 0
    labels = values[:, 0]
    classes = np.unique(labels)
    count = len(classes)
    if not 2 <= count <= MAX_CLASSES or not np.array_equal(classes, np.arange(count)):
        return values, 0
    if count == 2:
        return values, 2
    return np.eye(count)[labels.astype(np.intp)], count


def _words(targets: NDArray[np.generic]) -> tuple[tuple[str, ...], NDArray[np.generic]] | None:
    """The names of the classes and the class of each sample, where y is of words."""
    if targets.dtype.kind != "U" or targets.ndim != 1:
        return None
    words = targets.tolist()
    classes = in_natural_order(set(words))
    if not 2 <= len(classes) <= MAX_CLASSES:
        raise ImportTableError(
            QT_TRANSLATE_NOOP(
                "ImportTableError", "y holds {count} classes; there may be 2 to {most}."
            ),
            count=len(classes),
            most=MAX_CLASSES,
        )
    place = {word: at for at, word in enumerate(classes)}
    return tuple(distinct([clean(word) for word in classes])), np.array(
        [place[word] for word in words]
    )


def _classes(arrays: dict[str, NDArray[np.generic]], count: int) -> tuple[str, ...]:
    return _names(arrays, _CLASSES, count) if count else ()


def _names(
    arrays: dict[str, NDArray[np.generic]], keys: tuple[str, ...], count: int
) -> tuple[str, ...]:
    for key in keys:
        if key in arrays and arrays[key].shape == (count,) and arrays[key].dtype.kind in "US":
            return tuple(distinct([str(name) for name in arrays[key].tolist()]))
    return ()
