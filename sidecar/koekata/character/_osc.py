"""Reads OSC 1.0 datagrams: strict, and safe against whatever arrives."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator
from typing import TypeAlias

from koekata.errors import StreamError

__all__ = ["Argument", "messages"]

Argument: TypeAlias = "str | float | bool | None"

_BUNDLE = b"#bundle\0"
_DEEPEST = 4
_NUMBERS = {"i": struct.Struct(">i"), "f": struct.Struct(">f"), "h": struct.Struct(">q"), "d": struct.Struct(">d")}
_WORDS: dict[str, Argument] = {"T": True, "F": False, "N": None, "I": True}


def messages(data: bytes, depth: int = 0) -> Iterator[tuple[str, list[Argument]]]:
    """Address and arguments of every message, those in bundles included; time tags are not waited for.

    Raises StreamError where the datagram is no OSC, or holds a type that no trigger or input needs.
    """
    if not data.startswith(_BUNDLE):
        yield _message(data)
        return
    if depth == _DEEPEST:
        raise StreamError("bundles within bundles")
    place = 16
    while place < len(data):
        size = int.from_bytes(data[place : place + 4], "big")
        part = data[place + 4 : place + 4 + size]
        if not size or len(part) != size:
            raise StreamError("a bundle is cut off")
        yield from messages(part, depth + 1)
        place += 4 + size


def _message(data: bytes) -> tuple[str, list[Argument]]:
    if len(data) % 4:
        raise StreamError("a message is cut off")
    address, place = _text(data, 0)
    if not address.startswith("/"):
        raise StreamError("not an OSC message")
    tags, place = _text(data, place) if place < len(data) else (",", place)
    arguments: list[Argument] = []
    for tag in tags[1:]:
        value, place = _reader(tag)(data, place)
        arguments.append(value)
    return address, arguments


def _reader(tag: str) -> Callable[[bytes, int], tuple[Argument, int]]:
    if tag in _WORDS:
        return lambda _, place: (_WORDS[tag], place)
    if tag in _NUMBERS:
        return lambda data, place: _number(_NUMBERS[tag], data, place)
    if tag in "sS":
        return _text
    raise StreamError(f"an argument of the type {tag!r}")


def _number(form: struct.Struct, data: bytes, place: int) -> tuple[float, int]:
    if place + form.size > len(data):
        raise StreamError("a message is cut off")
    return form.unpack_from(data, place)[0], place + form.size


def _text(data: bytes, place: int) -> tuple[str, int]:
    end = data.find(b"\0", place)
    if end < 0:
        raise StreamError("a text does not end")
    try:
        return data[place:end].decode(), end + 4 - (end - place) % 4
    except UnicodeDecodeError as error:
        raise StreamError("a text is not UTF-8") from error
