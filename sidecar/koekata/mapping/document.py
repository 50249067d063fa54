"""Reads JSON strictly and remembers where every value stands.

The standard library's reader forgets positions and takes NaN and repeated properties, hence this one.
"""

from __future__ import annotations

import bisect
import json.decoder
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from koekata.mapping.faults import Fault
from koekata.mapping.slips import slip

__all__ = ["MAX_BYTES", "MAX_DEPTH", "Node", "Source", "read_document", "read_file"]

MAX_BYTES = 1 << 20
MAX_DEPTH = 16

_SPACE = re.compile(r"[ \t\n\r]*")
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?")
_WORD = re.compile(r"[A-Za-z_]+")
_WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None}
_PLAIN_TEXT = re.compile(r'"([^"\\\x00-\x1f]*)"')
_PIECE = re.compile(r'[^"\\\x00-\x1f]+|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})')
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(slots=True)
class Source:
    """The text of one file, and what is wrong with it."""

    file: str
    text: str
    faults: list[Fault] = field(default_factory=list)
    _lines: list[int] = field(default_factory=list)

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both from 1."""
        if not self._lines:
            self._lines = [0, *(match.end() for match in re.finditer("\n", self.text))]
        line = bisect.bisect_right(self._lines, offset)
        return line, offset - self._lines[line - 1] + 1

    def fault(self, code: str, offset: int, pointer: str, message: str, remedy: str) -> Fault:
        """Notes a fault."""
        line, column = self.place(offset)
        fault = Fault(code, message, remedy, self.file, pointer, line, column)
        self.faults.append(fault)
        return fault


@dataclass(slots=True, eq=False)
class Node:
    """One value of a document."""

    value: dict[str, Node] | list[Node] | str | float | bool | None
    start: int
    """Offset in the text; that of its name for a property of an object."""
    pointer: str
    source: Source
    unknown: bool = False
    """Whether it is a number that a double cannot hold, which was told and has no value to look at."""
    span: tuple[int, int] = (0, 0)
    """Offsets of the value itself, from its first character until behind its last."""

    def fault(self, code: str, message: str, remedy: str) -> None:
        """Notes a fault of this value."""
        self.source.fault(code, self.start, self.pointer, message, remedy)

    def plain(self) -> object:
        """The value without positions."""
        if isinstance(self.value, dict):
            return {name: node.plain() for name, node in self.value.items()}
        if isinstance(self.value, list):
            return [node.plain() for node in self.value]
        return self.value

    def items(self) -> Iterator[tuple[str, Node]]:
        """Properties of an object; none of anything else."""
        return iter(self.value.items() if isinstance(self.value, dict) else ())


class _BrokenError(Exception):
    """The rest of the text cannot be read; the fault is noted."""


def read_file(path: Path) -> tuple[Node | None, Source]:
    """Read a file. Without a node, `source.faults` says why; faults with a node concern single values."""
    source = Source(str(path), "")
    try:
        with path.open("rb") as file:
            raw = file.read(MAX_BYTES + 1)
    except OSError as error:
        reason = error.strerror or str(error)
        source.fault("unreadable", 0, "", f"the file cannot be read: {reason}", "Check the path and its permissions.")
        return None, source
    if len(raw) > MAX_BYTES:
        source.fault("too-large", 0, "", "the file is longer than 1 MiB", "Split it with `extends`.")
        return None, source
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        remedy = "Save the file as UTF-8."
        source.fault("encoding", 0, "", f"byte {error.start} is not UTF-8", remedy)
        return None, source
    return read_document(text, str(path))


def read_document(text: str, file: str) -> tuple[Node | None, Source]:
    """Read JSON text; as `read_file`."""
    source = Source(file, text)
    reader = _Reader(source)
    try:
        return reader.read(), source
    except _BrokenError:
        return None, source


class _Reader:
    def __init__(self, source: Source) -> None:
        self._source = source
        self._text = source.text
        self._at = 0

    def read(self) -> Node:
        node = self._value("", 0, 0)
        if self._peek():
            self._break("there is more text after the end of the table", "Remove what follows the last bracket.")
        return node

    def _peek(self) -> str:
        match = _SPACE.match(self._text, self._at)
        if match:
            self._at = match.end()
        return self._text[self._at : self._at + 1]

    def _break(self, message: str, remedy: str, code: str = "syntax", pointer: str = "") -> _BrokenError:
        if code == "syntax":
            message, remedy = slip(self._text, self._at, message, remedy)
        self._source.fault(code, min(self._at, len(self._text)), pointer, message, remedy)
        raise _BrokenError

    def _value(self, pointer: str, depth: int, start: int) -> Node:
        first, begin = self._peek(), self._at
        node = Node(None, start or begin, pointer, self._source)
        if first in ("{", "["):
            if depth >= MAX_DEPTH:
                self._break(f"nested more deeply than {MAX_DEPTH}", "Make it flatter.", "too-deep", pointer)
            node.value = self._object(pointer, depth) if first == "{" else self._array(pointer, depth)
        elif first == '"':
            node.value = self._string()
        else:
            node.value = self._scalar(first, node)
        node.span = (begin, self._at)
        return node

    def _object(self, pointer: str, depth: int) -> dict[str, Node]:
        members: dict[str, Node] = {}
        self._at += 1
        if self._peek() == "}":
            self._at += 1
            return members
        while True:
            if self._peek() != '"':
                self._break("a property's name in quotes is expected", 'Write "name": value.')
            start = self._at
            name = self._string()
            if self._peek() != ":":
                self._break(f'a colon is expected after "{name}"', 'Write "name": value.')
            self._at += 1
            here = f"{pointer}/{name.replace('~', '~0').replace('/', '~1')}"
            node = self._value(here, depth + 1, start)
            if name in members:
                remedy = "Keep one of them."
                self._source.fault("duplicate-key", start, here, f'"{name}" stands twice in this object', remedy)
            members.setdefault(name, node)
            if self._ends("}"):
                return members

    def _array(self, pointer: str, depth: int) -> list[Node]:
        items: list[Node] = []
        self._at += 1
        if self._peek() == "]":
            self._at += 1
            return items
        while True:
            items.append(self._value(f"{pointer}/{len(items)}", depth + 1, 0))
            if self._ends("]"):
                return items

    def _ends(self, bracket: str) -> bool:
        found = self._peek()
        if found not in (",", bracket):
            what = f'"{found}"' if found else "the end of the file"
            self._break(f'"," or "{bracket}" is expected, not {what}', "Is a comma or a bracket missing before this?")
        self._at += 1
        return found == bracket

    def _string(self) -> str:
        start = self._at
        whole = _PLAIN_TEXT.match(self._text, start)
        if whole:
            self._at = whole.end()
            return whole[1]
        text = self._escaped(start)
        if _SURROGATE.search(text):
            self._at = start
            self._break("half of a surrogate pair is no character", "Write the character itself, or both halves.")
        return text

    def _escaped(self, start: int) -> str:
        """A text with escapes, or one that is broken; `scanstring` of the library puts pairs together."""
        self._at = start + 1
        while piece := _PIECE.match(self._text, self._at):
            self._at = piece.end()
        found = self._text[self._at : self._at + 1]
        if found == '"':
            self._at += 1
            text, _ = json.decoder.scanstring(self._text, start + 1, True)  # type: ignore[attr-defined]
            return str(text)
        if not found or self._text[self._at :] == "\\":
            self._at = start
            self._break("this text does not end", "Is a closing quote missing?")
        self._break("this character cannot stand in a text", "Is a closing quote missing, or a backslash not doubled?")
        return ""

    def _scalar(self, first: str, node: Node) -> float | bool | None:
        number = _NUMBER.match(self._text, self._at)
        if number:
            self._at = number.end()
            value = int(number[0]) if number[1] is None and number[2] is None and len(number[0]) < 16 else None
            return self._finite(float(number[0]), node) if value is None else value
        word = _WORD.match(self._text, self._at)
        if word and word[0] in _WORDS:
            self._at = word.end()
            return _WORDS[word[0]]
        what = f'"{word[0] if word else first}"' if first else "the end of the file"
        self._break(f"a value is expected, not {what}", "Texts stand in quotes; NaN and Infinity are not JSON.")
        return None

    def _finite(self, value: float, node: Node) -> float:
        if math.isfinite(value):
            return value
        node.unknown = True
        node.fault("not-finite", "the number is too large for a double", "Write a smaller number.")
        return 0.0
