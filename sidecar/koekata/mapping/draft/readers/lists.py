"""Lists of names: text, one name per line, or JSON."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from koekata.mapping.draft.character import Character, gather
from koekata.mapping.draft.readers.bounded import DamagedError, bytes_of, json_of, refuse

__all__ = ["read_list"]

_LIMIT = 8 << 20
_REMEDY = 'Save it as UTF-8: one name per line, or JSON: ["name", ...] or {"mesh": ["name", ...]}.'


def read_list(path: Path) -> Character:
    """A list of names. Raises ModelError."""
    raw = bytes_of(path, _LIMIT)
    try:
        pairs = list(_json(raw) if path.suffix.lower() == ".json" else _text(raw))
    except DamagedError as error:
        refuse(path, str(error), _REMEDY)
    if not pairs:
        refuse(path, "holds no names", _REMEDY)
    return Character(str(path), "list of names", gather(pairs))


def _text(raw: bytes) -> Iterator[tuple[str, str]]:
    try:
        text = raw.decode("utf-16" if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise DamagedError(f"line {line}: byte {error.start} is not UTF-8") from error
    return (("", line.strip()) for line in text.splitlines() if line.strip())


def _json(raw: bytes) -> Iterator[tuple[str, str]]:
    found = json_of(raw, "JSON")
    meshes = found if isinstance(found, dict) else {"": found}
    for mesh, names in meshes.items():
        yield from ((mesh, name) for name in _names(names, mesh))


def _names(found: Any, mesh: str) -> list[str]:
    where = f'"{mesh}"' if mesh else "the file"
    if not isinstance(found, list):
        raise DamagedError(f"{where} is no list of names")
    for place, name in enumerate(found):
        if not isinstance(name, str) or not name.strip():
            raise DamagedError(f"{where}, entry {place}: is no name")
    return found
