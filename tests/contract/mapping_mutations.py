"""Spoils tables: what people do to JSON by hand, and what no one would."""

# A table of spoilt pieces reads best in long lines.
# ruff: noqa: E501

from __future__ import annotations

import copy
import json
import random
from typing import Any

VALUES: tuple[Any, ...] = (
    None, True, False, 0, 1, -1, 0.5, 1.5, 1e7, -1e7, 1e300, 2, 3, 1000.5, 61, "", "x", " x", "x ", "t0", "jawOpen", "none",
    "sum", "bone", "sprite", "y", "u", [], {}, [0], [1, 0], [0, 1], [0, 0], [[0, 0], [1, 1]], [[1, 0], [0, 1]], ["t0", "t0"],
    {"of": "jawOpen"}, {"target": "t0"}, {"t0": 1}, {"t0": "1"}, {" ": 1}, "😀", "\u0007", "\u0085", "日本語", "a" * 65,
    "\u3000x", ["c0"], "c0", "s0", "region0", ["region0", "region9"], "own1", "1", {"id": "x"}, [{"id": "x"}], "winkLeft",
)  # fmt: skip
PIECES = (
    "{", "}", "[", "]", ",", ":", '"', "\\", "\\u12", "\\ud83d", '"\\ud83d\\ude00"', "\n", "\r\n", "\r", "\t", " ", "0", "-",
    "1e999", "-1e999", "01", "1.", ".5", "+1", "NaN", "true", "nul", "//", "/**/", "'", "\u0000", "\u00a0", "\u3000", "😀",
    "\\n", "\\x", "1e5", "e", "null", "[[[[[[[[[[[[[[[[[[", '{"a":' * 17, '"gain":2,', '"note":"😀",', "\u2028",
)  # fmt: skip


def spoil(table: Any, chance: random.Random) -> str:
    """The text of the table with one to three faults, or sometimes with none."""
    table = copy.deepcopy(table)
    for _ in range(chance.choice((0, 1, 1, 1, 2, 3))):
        _spoil_tree(table, chance)
    text = write(table, chance, twice=0.01 if chance.random() < 0.2 else 0.0)
    for _ in range(chance.choice((0, 0, 0, 1, 2))):
        text = _spoil_text(text, chance)
    return text


def _holders(value: Any, found: list[Any]) -> list[Any]:
    """Every object and list that has something in it."""
    if isinstance(value, (dict, list)) and value:
        found.append(value)
        for child in list(value.values() if isinstance(value, dict) else value):
            _holders(child, found)
    return found


def _spoil_tree(table: Any, chance: random.Random) -> None:
    holders = _holders(table, [])
    if not holders:
        return
    holder = chance.choice(holders)
    if isinstance(holder, dict):
        chance.choice((_delete, _rename, _replace, _replace, _add))(holder, chance)
    else:
        chance.choice((_delete_entry, _double_entry, _swap, _replace_entry, _replace_entry))(holder, chance)


def _delete(holder: dict[str, Any], chance: random.Random) -> None:
    del holder[chance.choice(list(holder))]


def _rename(holder: dict[str, Any], chance: random.Random) -> None:
    name = chance.choice(list(holder))
    place = chance.randrange(len(name) + 1)
    new = chance.choice(
        (name[:place] + name[place + 1 :], name[:place] + "😀" + name[place:], name[::-1], name + " ", "a/b~c")
    )
    entries = [(new if key == name else key, value) for key, value in holder.items()]
    holder.clear()
    holder.update(entries)


def _replace(holder: dict[str, Any], chance: random.Random) -> None:
    holder[chance.choice(list(holder))] = copy.deepcopy(chance.choice(VALUES))


def _add(holder: dict[str, Any], chance: random.Random) -> None:
    name = chance.choice((
        "gain", "on", "off", "when", "trigger", "duration", "kind", "range", "region", "priority", "snap", "snap_leave",
        "curve", "axis", "property", "binary", "override_blink", "category", "while", "remove", "extends", "implicit_target",
        "to", "from", "hold", "set", "version", "idle", "interval", "count", "name", "absent", "",
    ))  # fmt: skip
    holder[name] = copy.deepcopy(chance.choice(VALUES))


def _delete_entry(holder: list[Any], chance: random.Random) -> None:
    del holder[chance.randrange(len(holder))]


def _double_entry(holder: list[Any], chance: random.Random) -> None:
    times = chance.choice((1, 1, 1, 16, 33, 65))
    entry = chance.choice(holder)
    if len(json.dumps(entry)) < 100 or times == 1:
        holder.extend(copy.deepcopy(entry) for _ in range(times))


def _swap(holder: list[Any], chance: random.Random) -> None:
    one, other = (chance.randrange(len(holder)) for _ in range(2))
    holder[one], holder[other] = holder[other], holder[one]


def _replace_entry(holder: list[Any], chance: random.Random) -> None:
    holder[chance.randrange(len(holder))] = copy.deepcopy(chance.choice(VALUES))


def _spoil_text(text: str, chance: random.Random) -> str:
    place = chance.randrange(len(text) + 1)
    return chance.choice((
        lambda: text[:place] + text[place + 1 :],
        lambda: text[:place] + chance.choice(PIECES) + text[place:],
        lambda: text[:place] + chance.choice(PIECES) + text[place + 1 :],
        lambda: text[:place],
        lambda: text[:place] + text[place:].replace(chance.choice("0123456789"), chance.choice(("1e999", "-", "1e2", "00")), 1),
        lambda: text[:place] + text[place:].replace('"', "", 1),
    ))()  # fmt: skip


def write(value: Any, chance: random.Random, twice: float = 0.0) -> str:
    """JSON with white space here and there; properties stand twice now and then."""
    space = lambda: chance.choice(("", "", "", " ", "\n", "\r\n", "\t"))  # noqa: E731
    if isinstance(value, dict):
        parts = []
        for name, child in value.items():
            for _ in range(2 if chance.random() < twice else 1):
                parts.append(f"{_text(name, chance)}{space()}:{space()}{write(child, chance, twice)}")  # noqa: PERF401
        return "{" + space() + f"{space()},{space()}".join(parts) + space() + "}"
    if isinstance(value, list):
        return "[" + space() + f",{space()}".join(write(child, chance, twice) for child in value) + space() + "]"
    return _text(value, chance) if isinstance(value, str) else json.dumps(value)


def _text(value: str, chance: random.Random) -> str:
    return json.dumps(value, ensure_ascii=chance.random() < 0.1)
