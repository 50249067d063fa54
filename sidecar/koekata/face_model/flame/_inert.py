"""What a model pickle may hold, as inert data: arrays, sparse matrices and chumpy leftovers.

Nothing here is the class that the pickle names. Objects of these types only keep what was stored, check it, and turn
it into plain NumPy arrays; SciPy and chumpy are never imported.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

__all__ = ["Chumpy", "DamagedError", "Dtype", "Opaque", "RefusedError", "Sparse", "StoredArray", "as_bytes", "numbers"]

Numbers = NDArray[Any]

NUMERIC = re.compile(r"[<>|=]?(b1|[iu][1248]|f[248])")
LARGEST = 200_000_000
"""Elements of a dense array made from a sparse one: more is no face model."""


class DamagedError(Exception):
    """The stored bytes contradict themselves."""


class RefusedError(Exception):
    """The file asks for something that no face model needs."""


@dataclass(slots=True)
class Opaque:
    """Something harmless that no model array depends on."""


@dataclass(slots=True)
class Dtype:
    """A NumPy dtype that was named but not made: only plain numbers are ever made."""

    code: str
    order: str = "="

    def set_state(self, state: object) -> None:
        """(version, byte order, subdtype, names, fields, size, alignment, flags)."""
        if not isinstance(state, tuple) or len(state) < 5:
            raise DamagedError("a dtype's state is malformed")
        if any(part is not None for part in state[2:5]):
            self.code = "V"
        self.order = str(state[1])

    @property
    def is_object(self) -> bool:
        return self.code.lstrip("<>|=").startswith("O")

    def make(self) -> np.dtype[Any]:
        if not NUMERIC.fullmatch(self.code) or self.order not in "<>|=":
            raise DamagedError(f"an array holds {self.code[:20]!r} elements instead of numbers")
        big_endian = self.order == ">" or self.code.startswith(">")
        return np.dtype(f"{'>' if big_endian else '<'}{self.code.lstrip('<>|=')}")


@dataclass(slots=True)
class StoredArray:
    """A NumPy array as `ndarray.__reduce__` wrote it."""

    values: Numbers | None = None
    items: list[object] | None = None
    """Elements of an object array, in place of `values`."""

    def set_state(self, state: object) -> None:
        """(version, shape, dtype, is_fortran, data)."""
        if not isinstance(state, tuple) or len(state) not in (4, 5):
            raise DamagedError("an array's state is malformed")
        shape, dtype, fortran, data = state[-4:]
        if not isinstance(dtype, Dtype):
            raise DamagedError("an array has no dtype")
        self.fill(shape, dtype, "F" if fortran else "C", data)

    def fill(self, shape: object, dtype: Dtype, order: str, data: object) -> None:
        if dtype.is_object:
            self.items = data if isinstance(data, list) else []
        elif NUMERIC.fullmatch(dtype.code):
            self.values = _array(_whole(shape), dtype.make(), order, as_bytes(data))
        # Text and records hold no model data: they stay empty.


@dataclass(slots=True)
class Sparse:
    """A matrix of scipy.sparse."""

    format: str
    state: dict[object, object] = field(default_factory=dict)

    def set_state(self, state: object) -> None:
        self.state = _dictionary(state, "a sparse matrix")

    def dense(self) -> Numbers:
        rows, columns = _whole(self.state.get("_shape", self.state.get("shape")), 2)
        if rows * columns > LARGEST:
            raise DamagedError(f"a sparse matrix claims {rows} x {columns} elements")
        at_row, at_column, data = self._coordinates(rows, columns)
        if at_row.shape != data.shape or at_column.shape != data.shape:
            raise DamagedError("a sparse matrix has more places than numbers, or fewer")
        if data.size and not _within(at_row, rows) & _within(at_column, columns):
            raise DamagedError("a sparse matrix has numbers outside of its shape")
        made = np.zeros((rows, columns))
        np.add.at(made, (at_row, at_column), data)
        return made

    def _coordinates(self, rows: int, columns: int) -> tuple[Numbers, Numbers, Numbers]:
        data = self._vector("data").astype(np.float64)
        if self.format == "coo":
            row, column = self._coo()
            return row.astype(np.int64), column.astype(np.int64), data
        inner, starts = self._vector("indices").astype(np.int64), self._vector("indptr").astype(np.int64)
        outer = columns if self.format == "csc" else rows
        counts = np.diff(starts)
        if len(starts) != outer + 1 or starts[0] != 0 or starts[-1] != len(inner) or np.any(counts < 0):
            raise DamagedError("a sparse matrix's index pointers are inconsistent")
        major = np.repeat(np.arange(outer), counts)
        return (inner, major, data) if self.format == "csc" else (major, inner, data)

    def _coo(self) -> tuple[Numbers, Numbers]:
        coords = self.state.get("coords")
        if isinstance(coords, tuple) and len(coords) == 2:
            return numbers(coords[0]), numbers(coords[1])
        return self._vector("row"), self._vector("col")

    def _vector(self, name: str) -> Numbers:
        if name not in self.state:
            raise DamagedError(f"a sparse matrix lacks its {name!r}")
        return numbers(self.state[name]).ravel()


@dataclass(slots=True)
class Chumpy:
    """An object of chumpy, which FLAME 2020 and its predecessors stored instead of arrays."""

    name: str
    """Class name, such as `Ch` or `Select`."""
    state: dict[object, object] = field(default_factory=dict)

    def set_state(self, state: object) -> None:
        self.state = _dictionary(state, f"chumpy's {self.name}")

    def reduce(self, depth: int = 0) -> Numbers:
        """The numbers: `x` or `v` of a plain array; a selection, a new shape or a transpose of one."""
        if depth > 8:
            raise DamagedError("chumpy objects are nested too deeply")
        for key in ("x", "v"):
            if key in self.state:
                return _inner(self.state[key], depth)
        if "a" in self.state and self.name in ("Select", "Reshape", "transpose"):
            return self._reorder(_inner(self.state["a"], depth))
        raise DamagedError(f"an array is stored as a chumpy expression ({self.name[:40]}) that cannot be reduced")

    def _reorder(self, source: Numbers) -> Numbers:
        if self.name == "transpose":
            axes = self.state.get("axes")
            return source.transpose(_whole(axes)) if axes is not None else source.T
        if self.name == "Reshape":
            return _shaped(source, self.state.get("newshape"))
        places = numbers(self.state.get("idxs")).ravel()
        if not np.issubdtype(places.dtype, np.integer) or (places.size and not _within(places, source.size)):
            raise DamagedError("a chumpy selection reaches outside of its array")
        return _shaped(source.ravel()[places], self.state.get("preferred_shape"))


def numbers(value: object) -> Numbers:
    """Anything that a pickle stored, as an array of numbers. Raises DamagedError when it is none."""
    if isinstance(value, np.ndarray):
        return value
    if isinstance(value, StoredArray):
        if value.values is not None:
            return value.values
        if value.items is not None and len(value.items) == 1:
            return numbers(value.items[0])
    if isinstance(value, Sparse):
        return value.dense()
    if isinstance(value, Chumpy):
        return value.reduce()
    return _plain(value)


def as_bytes(data: object) -> bytes:
    """Bytes as stored; Python 2 strings were read as Latin-1."""
    if isinstance(data, bytes | bytearray):
        return bytes(data)
    if isinstance(data, str):
        try:
            return data.encode("latin-1")
        except UnicodeEncodeError as error:
            raise DamagedError("an array's bytes are not bytes") from error
    raise DamagedError("an array's data is missing")


def _plain(value: object) -> Numbers:
    if not isinstance(value, list | tuple | int | float):
        raise DamagedError(f"numbers were expected, not {type(value).__name__}")
    _check_size(value)
    try:
        made = np.asarray(value)
    except (ValueError, RecursionError) as error:
        raise DamagedError("a list is ragged or too deep") from error
    if made.dtype.kind not in "biuf":
        raise DamagedError("a list holds something other than numbers")
    return made


def _check_size(value: object) -> None:
    """Shared lists inside of lists can claim more elements than any memory holds."""
    count, depth = 1, 0
    while isinstance(value, list | tuple) and value:
        count, depth, value = count * len(value), depth + 1, value[0]
        if count > LARGEST or depth > 4:
            raise DamagedError("a list claims more elements than a model has")


def _inner(value: object, depth: int) -> Numbers:
    return value.reduce(depth + 1) if isinstance(value, Chumpy) else numbers(value)


def _array(shape: tuple[int, ...], dtype: np.dtype[Any], order: str, data: bytes) -> Numbers:
    if math.prod(shape) * dtype.itemsize != len(data):
        raise DamagedError(f"an array of shape {shape} has {len(data)} bytes")
    return np.frombuffer(data, dtype).reshape(shape, order="F" if order == "F" else "C")


def _shaped(values: Numbers, shape: object) -> Numbers:
    wanted = _whole(shape)
    if math.prod(wanted) != values.size:
        raise DamagedError(f"a chumpy array of {values.size} numbers has the shape {wanted}")
    return values.reshape(wanted)


def _whole(shape: object, length: int | None = None) -> tuple[int, ...]:
    if not isinstance(shape, tuple) or len(shape) > 8 or (length is not None and len(shape) != length):
        raise DamagedError("a shape is malformed")
    sides = tuple(_plain_side(side) for side in shape)
    if any(side < 0 for side in sides):
        raise DamagedError("a shape is negative")
    return sides


def _plain_side(side: object) -> int:
    if isinstance(side, StoredArray) and side.values is not None and side.values.size == 1:
        return int(side.values.ravel()[0])
    if isinstance(side, int):
        return side
    raise DamagedError("a shape is malformed")


def _within(places: Numbers, count: int) -> bool:
    return bool(places.min() >= 0 and places.max() < count)


def _dictionary(state: object, what: str) -> dict[object, object]:
    if not isinstance(state, dict):
        raise DamagedError(f"{what} has no state")
    return state
