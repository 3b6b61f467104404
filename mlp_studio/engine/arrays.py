"""Arrays as values: read-only, comparable, hashable, so that frozen dataclasses can hold them."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray


class FrozenArray:
    """An array that never changes and compares bit for bit.

    A plain `ndarray` inside a frozen dataclass breaks `==` (elementwise) and can be written to
    behind everyone's back; this wraps a private read-only copy instead. Two frozen arrays are
    equal if shape, dtype and every bit agree (so NaN equals NaN, and 0.0 differs from −0.0).
    """

    __slots__ = ("values",)
    values: NDArray[Any]

    def __init__(self, values: ArrayLike, dtype: Any = np.float64) -> None:
        array = np.array(values, dtype=dtype, order="C")
        array.setflags(write=False)
        object.__setattr__(self, "values", array)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"FrozenArray is read-only: cannot set {name!r}")

    @property
    def shape(self) -> tuple[int, ...]:
        return self.values.shape

    def tolist(self) -> Any:
        """The values as nested Python lists."""
        return self.values.tolist()

    def __len__(self) -> int:
        return len(self.values)

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        if not isinstance(other, FrozenArray):
            return NotImplemented
        mine, theirs = self.values, other.values
        return (
            mine.shape == theirs.shape
            and mine.dtype == theirs.dtype
            and mine.tobytes() == theirs.tobytes()
        )

    def __hash__(self) -> int:
        return hash((self.values.shape, self.values.dtype.str, self.values.tobytes()))

    def __repr__(self) -> str:
        return f"FrozenArray({self.values.tolist()!r})"

    def __reduce__(self) -> tuple[Any, ...]:
        return (FrozenArray, (self.values, self.values.dtype))
