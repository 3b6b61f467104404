"""What every project keeps to, whether it was edited by hand or read from a file.

Each check returns the value in its plain Python form, or raises EditError.
"""

from __future__ import annotations

import math
import operator
from collections.abc import Iterable
from dataclasses import replace

import numpy as np
from numpy.typing import ArrayLike

from mlp_studio.engine import activations, initializers, losses
from mlp_studio.engine.arrays import FrozenArray
from mlp_studio.engine.spec import InitializerSpec
from mlp_studio.project.errors import EditError
from mlp_studio.project.model import LAYER_COLOURS, PARTS, SCALINGS, Dataset, Layer, Link, Point
from mlp_studio.project.translation import QT_TRANSLATE_NOOP

MAX_UNITS = 4096
"""Units in one layer."""
MAX_LAYERS = 256
MAX_LINKS = 4096
MAX_EDGES = 1_000_000
"""Edges in the whole network."""
MAX_DATA_VALUES = 2_000_000
"""Inputs and targets of the data together."""
MAX_SCALE = 1e100
"""Of an initializer: what it draws stays finite."""
MAX_ID_LENGTH = 64
MAX_TEXT_LENGTH = 200
MAX_FORMULA_LENGTH = 1000


def check_layer_id(layer_id: str) -> str:
    """An id can stand in a link's id ("x->h") and in a message without being misread."""
    fits = 0 < len(layer_id) <= MAX_ID_LENGTH and layer_id == layer_id.strip()
    if not fits or not layer_id.isprintable() or "->" in layer_id:
        raise EditError(
            QT_TRANSLATE_NOOP(
                "EditError",
                "A layer's id is 1 to {most} printable characters without an arrow or spaces "
                "around it; “{id}” is not.",
            ),
            most=MAX_ID_LENGTH,
            id=_shortened(layer_id),
        )
    return layer_id


def check_text(text: str, longest: int = MAX_TEXT_LENGTH) -> str:
    """A name or a title: one line, not too long."""
    if len(text) > longest or not all(c.isprintable() for c in text):
        raise EditError(
            QT_TRANSLATE_NOOP(
                "EditError", "“{text}” must be one line of at most {most} characters."
            ),
            text=_shortened(text),
            most=longest,
        )
    return text


def check_units(units: int) -> int:
    count = _integer(units)
    if count is None or not 1 <= count <= MAX_UNITS:
        raise EditError(
            QT_TRANSLATE_NOOP("EditError", "A layer has 1 to {most} units, not {units}."),
            most=MAX_UNITS,
            units=_shortened(units),
        )
    return count


def check_finite(value: float) -> float:
    """A number that can be computed with: neither infinite nor NaN."""
    number = float(value)
    if not math.isfinite(number):
        raise EditError(
            QT_TRANSLATE_NOOP("EditError", "{value} is not a finite number."), value=number
        )
    return number


def check_matrix(values: ArrayLike, shape: tuple[int, ...]) -> FrozenArray:
    """Finite float64 values of exactly this shape."""
    try:
        array = np.asarray(values, dtype=np.float64)
    except (TypeError, ValueError) as error:
        raise EditError(
            QT_TRANSLATE_NOOP("EditError", "The values must be numbers in rows of equal length.")
        ) from error
    if array.shape != shape:
        raise EditError(
            QT_TRANSLATE_NOOP("EditError", "The values must be {expected}, not {found}."),
            expected=_size(shape),
            found=_size(array.shape),
        )
    if not np.isfinite(array).all():
        check_finite(float(array[~np.isfinite(array)][0]))
    return FrozenArray(array)


def check_position(position: Iterable[float]) -> Point:
    x, y = (check_finite(value) for value in position)
    return x, y


def check_activation(name: str) -> str:
    return check_choice(name, activations.NAMES)


def check_colour(colour: str) -> str:
    """One of the colours a layer can be marked with, or "" for none."""
    return check_choice(colour, LAYER_COLOURS) if colour else ""


def check_loss(name: str) -> str:
    return check_choice(name, losses.NAMES)


def check_choice(name: str, known: Iterable[str]) -> str:
    """One of the names the engine knows."""
    known = tuple(known)
    if name not in known:
        raise EditError(
            QT_TRANSLATE_NOOP("EditError", "“{name}” is not one of {known}."),
            name=_shortened(name),
            known=", ".join(known),
        )
    return name


def check_initializer(initializer: InitializerSpec) -> InitializerSpec:
    check_choice(initializer.name, initializers.NAMES)
    value, scale = check_finite(initializer.value), check_finite(initializer.scale)
    if not 0 <= scale <= MAX_SCALE:
        raise EditError(
            QT_TRANSLATE_NOOP(
                "EditError", "The scale of an initializer is 0 to {most}, not {scale}."
            ),
            most=MAX_SCALE,
            scale=scale,
        )
    return InitializerSpec(initializer.name, value, scale)


def check_data(data: Dataset) -> Dataset:
    """Rows of finite numbers, a name for each column of the inputs, at least one row."""
    inputs, targets = data.inputs.values, data.targets.values
    if inputs.ndim != 2 or targets.ndim != 2 or len(inputs) != len(targets):
        raise EditError(
            QT_TRANSLATE_NOOP(
                "EditError", "The data need one row of inputs and one row of targets per sample."
            )
        )
    if not len(inputs) or not inputs.shape[1] or not targets.shape[1]:
        raise EditError(QT_TRANSLATE_NOOP("EditError", "The data are empty."))
    if inputs.size + targets.size > MAX_DATA_VALUES:
        raise EditError(
            QT_TRANSLATE_NOOP("EditError", "The data may hold {most} values, not {count}."),
            most=MAX_DATA_VALUES,
            count=inputs.size + targets.size,
        )
    _check_columns(data.columns, inputs.shape[1])
    checked_inputs = check_matrix(inputs, inputs.shape)
    checked_targets = check_matrix(targets, targets.shape)
    _check_names(data)
    parts = _checked_parts(data)
    check_choice(data.scaling, SCALINGS)
    return replace(data, inputs=checked_inputs, targets=checked_targets, parts=parts)


def _check_names(data: Dataset) -> None:
    """A name for each class, and for each target column or for the classes together."""
    width = data.targets.shape[1]
    for name in (*data.classes, *data.target_columns):
        check_text(name)
    if data.classes and len(data.classes) != max(width, 2):
        raise EditError(
            QT_TRANSLATE_NOOP(
                "EditError", "The data have {width} target columns but {count} names of classes."
            ),
            width=width,
            count=len(data.classes),
        )
    if data.target_columns and len(data.target_columns) not in (width, 1):
        raise EditError(
            QT_TRANSLATE_NOOP(
                "EditError", "The data have {width} target columns but {count} names for them."
            ),
            width=width,
            count=len(data.target_columns),
        )


def _checked_parts(data: Dataset) -> FrozenArray | None:
    """One number of PARTS for each sample, and something to train on."""
    if data.parts is None:
        return None
    parts = data.parts.values
    if parts.shape != (data.samples,) or not np.isin(parts, range(len(PARTS))).all():
        raise EditError(
            QT_TRANSLATE_NOOP(
                "EditError", "Each sample must be for training, validation or testing."
            )
        )
    if not (parts == PARTS.index("train")).any():
        raise EditError(QT_TRANSLATE_NOOP("EditError", "At least one sample must be for training."))
    return FrozenArray(parts, np.int8)


def _check_columns(columns: tuple[str, ...], width: int) -> None:
    if len(columns) != width:
        raise EditError(
            QT_TRANSLATE_NOOP(
                "EditError", "The data have {width} input columns but {count} column names."
            ),
            width=width,
            count=len(columns),
        )
    for column in columns:
        if not check_text(column).strip():
            raise EditError(QT_TRANSLATE_NOOP("EditError", "A column of the data has no name."))
    if len(set(columns)) != len(columns):
        twice = next(column for column in columns if columns.count(column) > 1)
        raise EditError(
            QT_TRANSLATE_NOOP("EditError", "Two columns of the data are called “{column}”."),
            column=twice,
        )


def check_size(layers: Iterable[Layer], links: Iterable[Link]) -> None:
    """The whole network stays within what a desktop computes with."""
    units = {layer.id: layer.units for layer in layers}
    sizes = [units[link.source] * units[link.target] for link in links]
    if len(units) > MAX_LAYERS:
        raise EditError(
            QT_TRANSLATE_NOOP("EditError", "A network has at most {most} layers."),
            most=MAX_LAYERS,
        )
    if len(sizes) > MAX_LINKS:
        raise EditError(
            QT_TRANSLATE_NOOP("EditError", "A network has at most {most} links."), most=MAX_LINKS
        )
    edges = sum(sizes)
    if edges > MAX_EDGES:
        raise EditError(
            QT_TRANSLATE_NOOP("EditError", "A network has at most {most} edges, not {count}."),
            most=MAX_EDGES,
            count=edges,
        )


def _integer(value: object) -> int | None:
    """The value as an int; None for what is not a whole number (True is not one)."""
    if isinstance(value, bool):
        return None
    try:
        return operator.index(value)  # type: ignore[arg-type]  # whatever it is, index() decides
    except TypeError:
        return None


def _shortened(value: object, longest: int = 40) -> str:
    text = "".join(c if c.isprintable() else "�" for c in str(value)[: longest + 1])
    return text if len(text) <= longest else text[: longest - 1] + "…"


def _size(shape: tuple[int, ...]) -> str:
    return " × ".join(map(str, shape)) or "1"
