"""Edits of JSON that leave every other sign of the text as it is: order, indentation, line ends, unknown fields."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

__all__ = ["Member", "add_element", "add_member", "elements", "members", "replace_value"]

_SPACE = re.compile(r"[ \t\r\n]*")
_DECODER = json.JSONDecoder()


class Member(NamedTuple):
    """A value within a text, from `start` to before `end`; `key` is empty within a list."""

    key: str
    value: Any
    start: int
    end: int


def members(text: str, start: int = 0) -> list[Member]:
    """The members of the object that begins at `start`, in their order. The text is JSON: it was read before."""
    return list(_entries(text, start, "}"))


def elements(text: str, start: int) -> list[Member]:
    """The elements of the list that begins at `start`."""
    return list(_entries(text, start, "]"))


def replace_value(text: str, old: Member, value: Any) -> str:
    """The text with another value in the place of that one."""
    return text[: old.start] + json.dumps(value, ensure_ascii=False) + text[old.end :]


def add_element(text: str, listing: Member, value: Any) -> str:
    """The text with one more element at the end of a list."""
    return _add(text, listing.start, elements(text, listing.start), "", value, "]")


def add_member(text: str, key: str, value: Any, start: int = 0) -> str:
    """The text with one more member at the end of the object that begins at `start`."""
    return _add(text, start, members(text, start), json.dumps(key, ensure_ascii=False) + ": ", value, "}")


def _entries(text: str, start: int, closing: str) -> Iterator[Member]:
    at = _skip(text, _skip(text, start) + 1)
    while text[at] != closing:
        key = ""
        if closing == "}":
            key, at = _DECODER.raw_decode(text, at)
            at = _skip(text, _skip(text, at) + 1)
        value, end = _DECODER.raw_decode(text, at)
        yield Member(key, value, at, end)
        at = _skip(text, end)
        at = _skip(text, at + 1) if text[at] == "," else at


def _skip(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found else at


def _add(text: str, start: int, entries: list[Member], prefix: str, value: Any, closing: str) -> str:
    opening = _skip(text, start)
    line_end = "\r\n" if "\r\n" in text else "\n"
    before = _SPACE.match(text, opening + 1)
    first = before.group() if before else ""
    if entries and "\n" not in first:  # All on one line, so stays the new one.
        return text[: entries[-1].end] + ", " + prefix + json.dumps(value, ensure_ascii=False) + text[entries[-1].end :]
    outer = _indentation(text, opening)
    inner = first.rpartition("\n")[2] if entries else outer + _unit(text)
    shown = json.dumps(value, ensure_ascii=False, indent=_unit(text)).replace("\n", line_end + inner)
    if entries:
        return f"{text[: entries[-1].end]},{line_end}{inner}{prefix}{shown}{text[entries[-1].end :]}"
    end = text.index(closing, opening)
    return f"{text[: opening + 1]}{line_end}{inner}{prefix}{shown}{line_end}{outer}{text[end:]}"


def _indentation(text: str, at: int) -> str:
    """White space at the start of the line."""
    line = text[text.rfind("\n", 0, at) + 1 : at]
    return line[: len(line) - len(line.lstrip())]


def _unit(text: str) -> str:
    """What one step of indentation is in this text; a tab, as Unreal writes, where it shows none."""
    found = re.search(r"\{[ \t]*\r?\n([ \t]+)", text)
    return found.group(1) if found else "\t"
