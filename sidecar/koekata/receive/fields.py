"""Reads the keys of one message, each with its type and limits. Every fault is a StreamError with a code."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from koekata.errors import StreamError

__all__ = ["Fields"]

_INT64 = 2**63 - 1
_FLOAT32 = 3.4028234663852886e38


class Fields:
    """The map of one message. Keys that nobody asks for are ignored."""

    def __init__(self, values: Mapping[Any, Any]) -> None:
        self._values = values

    def integer(self, key: str, low: int = 0, high: int = _INT64) -> int:
        """An int, not a bool and not a float."""
        value = self._get(key)
        if type(value) is not int:
            raise _wrong_type(key, "int", value)
        if not low <= value <= high:
            raise StreamError(f"'{key}' is {value}, outside {low} to {high}", code="out-of-range")
        return value

    def number(self, key: str, low: float = -math.inf, high: float = math.inf) -> float:
        """A finite float; an int will do."""
        return _checked(key, self._get(key), low, high)

    def numbers(
        self, key: str, length: int | None = None, low: float = -_FLOAT32, high: float = _FLOAT32
    ) -> tuple[float, ...]:
        """An array of finite floats."""
        values = self._array(key, length)
        return tuple(_checked(key, value, low, high) for value in values)

    def boolean(self, key: str) -> bool:
        """A bool, not an int."""
        value = self._get(key)
        if type(value) is not bool:
            raise _wrong_type(key, "bool", value)
        return value

    def text(self, key: str, longest: int) -> str:
        """A str of limited length."""
        value = self._get(key)
        if type(value) is not str:
            raise _wrong_type(key, "str", value)
        if len(value) > longest:
            raise StreamError(f"'{key}' has {len(value)} characters, more than {longest}", code="out-of-range")
        return value

    def text_or_nil(self, key: str, longest: int) -> str | None:
        """A str of limited length, or nil."""
        return None if self._get(key) is None else self.text(key, longest)

    def text_if_there(self, key: str, longest: int) -> str:
        """A str of limited length; empty where the key is missing."""
        return self.text(key, longest) if key in self._values else ""

    def names(self, key: str, most: int, longest: int) -> tuple[str, ...]:
        """An array of different, not empty strings."""
        values = self._array(key, None)
        if not all(type(value) is str for value in values):
            raise StreamError(f"'{key}' holds something that is no str", code="wrong-type")
        if not 1 <= len(values) <= most or not all(1 <= len(value) <= longest for value in values):
            raise StreamError(f"'{key}' holds none, too many, empty or too long names", code="out-of-range")
        if len(set(values)) != len(values):
            raise StreamError(f"'{key}' holds a name twice", code="duplicate")
        return tuple(values)

    def integers(self, key: str, most: int, high: int) -> tuple[int, ...]:
        """An array of ints from 0 to `high`."""
        values = self._array(key, None)
        if not all(type(value) is int for value in values):
            raise StreamError(f"'{key}' holds something that is no int", code="wrong-type")
        if len(values) > most or not all(0 <= value <= high for value in values):
            raise StreamError(f"'{key}' holds too many ints, or one outside 0 to {high}", code="out-of-range")
        return tuple(values)

    def _get(self, key: str) -> Any:
        try:
            return self._values[key]
        except KeyError:
            raise StreamError(f"'{key}' is missing", code="missing-key") from None

    def _array(self, key: str, length: int | None) -> list[Any]:
        values = self._get(key)
        if type(values) is not list:
            raise _wrong_type(key, "array", values)
        if length is not None and len(values) != length:
            raise StreamError(f"'{key}' holds {len(values)} values instead of {length}", code="length")
        return values


def _checked(key: str, value: Any, low: float, high: float) -> float:
    if type(value) is not float and type(value) is not int:
        raise _wrong_type(key, "number", value)
    if not math.isfinite(value):
        raise StreamError(f"'{key}' holds {value}", code="not-finite")
    if not low <= value <= high:
        raise StreamError(f"'{key}' holds {value}, outside {low} to {high}", code="out-of-range")
    return float(value)


def _wrong_type(key: str, wanted: str, value: Any) -> StreamError:
    return StreamError(f"'{key}' holds {type(value).__name__} instead of {wanted}", code="wrong-type")
