"""The viseme network's file as arrays by name, and the same file with other numbers in it.

An ONNX file is a protocol buffer (https://protobuf.dev/programming-guides/encoding). Its initializers are found by
walking over the fields; a changed one keeps its place and size, so that nothing else has to be written anew. Metadata
is added at the end, where it overrides what came before it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import prod
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from koekata.audio.visemes import Floats
from koekata.errors import ModelError

__all__ = ["changed", "metadata", "read_weights"]

_GRAPH, _INITIALIZER = 7, 5
_DIMS, _KIND, _NAME, _RAW = 1, 2, 8, 9
_METADATA, _KEY, _VALUE = 14, 1, 2
_KINDS: dict[int, np.dtype[Any]] = {1: np.dtype(np.float32), 7: np.dtype(np.int64), 10: np.dtype(np.float16)}
_VARINT, _FIXED_64, _LENGTH, _FIXED_32 = 0, 1, 2, 5


class _Field(NamedTuple):
    number: int
    start: int
    end: int
    value: int


class _Tensor(NamedTuple):
    kind: np.dtype[Any]
    shape: tuple[int, ...]
    start: int
    end: int


def read_weights(model: bytes) -> dict[str, NDArray[Any]]:
    """Every initializer of floats (16 or 32 bits) or integers (64). Raises ModelError for what is no ONNX file."""
    return {
        name: np.frombuffer(model[tensor.start : tensor.end], tensor.kind).reshape(tensor.shape)
        for name, tensor in _tensors(model).items()
    }


def metadata(model: bytes) -> dict[str, str]:
    """The file's metadata. Raises ModelError for what is no ONNX file."""
    try:
        entries = [field for field in _fields(model, 0, len(model)) if field.number == _METADATA]
        pairs = [{p.number: model[p.start : p.end].decode() for p in _fields(model, e.start, e.end)} for e in entries]
        return {pair[_KEY]: pair.get(_VALUE, "") for pair in pairs}
    except (KeyError, IndexError, UnicodeDecodeError) as error:
        raise ModelError("the network's file is damaged", remedy="Install Koekata again.") from error


def changed(model: bytes, weights: Mapping[str, Floats], metadata: Mapping[str, str]) -> bytes:
    """The file with other numbers for some initializers, and other or further metadata.

    Raises ModelError where the file has no initializer of that name and size.
    """
    made, known = bytearray(model), _tensors(model) if weights else {}
    for name, values in weights.items():
        tensor = known.get(name)
        if tensor is None or tensor.shape != values.shape:
            raise ModelError(
                f"the network has no weights '{name}' of shape {values.shape}",
                remedy="They belong to another edition of the network: calibrate the voice again.",
            )
        made[tensor.start : tensor.end] = np.ascontiguousarray(values, tensor.kind).tobytes()
    for key, text in metadata.items():
        made += _message(_METADATA, _message(_KEY, key.encode()) + _message(_VALUE, text.encode()))
    return bytes(made)


def _tensors(model: bytes) -> dict[str, _Tensor]:
    try:
        graph = next(field for field in _fields(model, 0, len(model)) if field.number == _GRAPH)
        held = [field for field in _fields(model, graph.start, graph.end) if field.number == _INITIALIZER]
        return dict(pair for field in held for pair in _tensor(model, field))
    except (StopIteration, IndexError, UnicodeDecodeError) as error:
        raise ModelError("the network's file is damaged", remedy="Install Koekata again.") from error


def _tensor(model: bytes, field: _Field) -> Iterator[tuple[str, _Tensor]]:
    parts = list(_fields(model, field.start, field.end))
    kind = next((part.value for part in parts if part.number == _KIND), 0)
    name = next(model[part.start : part.end].decode() for part in parts if part.number == _NAME)
    raw = next((part for part in parts if part.number == _RAW), None)
    if kind in _KINDS and raw is not None:
        shape = tuple(size for part in parts if part.number == _DIMS for size in _sizes(model, part))
        if prod(shape) * _KINDS[kind].itemsize == raw.end - raw.start:
            yield name, _Tensor(_KINDS[kind], shape, raw.start, raw.end)


def _sizes(model: bytes, part: _Field) -> Iterator[int]:
    """Dimensions are written one by one, or several packed together."""
    if part.start == part.end:
        yield part.value
    at = part.start
    while at < part.end:
        size, at = _varint(model, at)
        yield size


def _fields(model: bytes, at: int, end: int) -> Iterator[_Field]:
    while at < end:
        key, at = _varint(model, at)
        number, kind = key >> 3, key & 7
        if kind == _VARINT:
            value, at = _varint(model, at)
            yield _Field(number, at, at, value)
            continue
        if kind not in (_LENGTH, _FIXED_32, _FIXED_64):
            raise IndexError
        size = {_FIXED_32: 4, _FIXED_64: 8}.get(kind, 0)
        if kind == _LENGTH:
            size, at = _varint(model, at)
        if at + size > end:
            raise IndexError
        yield _Field(number, at, at + size, 0)
        at += size


def _varint(model: bytes, at: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        byte = model[at]
        value, shift, at = value | (byte & 0x7F) << shift, shift + 7, at + 1
        if byte < 0x80:
            return value, at


def _message(number: int, content: bytes) -> bytes:
    return _as_varint(number << 3 | _LENGTH) + _as_varint(len(content)) + content


def _as_varint(value: int) -> bytes:
    made = bytearray()
    while value >= 0x80:
        made.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes([*made, value])
