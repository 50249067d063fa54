"""Takes a table apart into a chain of tables that extend one another and come to the same."""

from __future__ import annotations

import copy
import posixpath
import random
from typing import Any

SECTIONS = ("inputs", "signals", "conditions", "targets", "rows", "switches", "groups", "regions")
Json = dict[str, Any]


def take_apart(table: Json, chance: random.Random) -> tuple[Json, dict[str, Json]]:
    """The table that is loaded, and the files that it extends by their paths."""
    files: dict[str, Json] = {}
    name, top = "table.json", table
    for number in range(chance.randint(1, 3)):
        base, shot = _split(top, chance)
        path = chance.choice(("", "", "../", "studio/")) + f"base{number}.json"
        shot["extends"] = chance.choice(("", "./")) + path
        files[name] = shot
        name, top = posixpath.normpath(posixpath.join(posixpath.dirname(name), path)), base
    files[name] = top
    return files.pop("table.json"), files


def _split(table: Json, chance: random.Random) -> tuple[Json, Json]:
    base, shot = copy.deepcopy(table), {"version": 1}
    for name in [name for name in table if name not in (*SECTIONS, "version")]:
        where = chance.random()
        if where < 0.4:
            shot[name] = base.pop(name)
        elif where < 0.6 and name in ("eyes", "lost"):
            shot[name] = {key: base[name].pop(key) for key in list(base[name]) if chance.random() < 0.5}
    for name in SECTIONS:
        if name in table:
            shot[name] = _split_section(base, name, chance)
            if not shot[name] and chance.random() < 0.5:
                del shot[name]
    return base, shot


def _split_section(base: Json, name: str, chance: random.Random) -> list[Json]:
    entries, shot = base[name], []
    keep = len(entries) if chance.random() < 0.5 else chance.randint(0, len(entries))
    base[name] = entries[:keep]
    for entry in base[name]:
        moved = _moved(entry, chance) if chance.random() < 0.4 else {}
        if moved:
            shot.append({"id": entry["id"], **moved})
    chance.shuffle(shot)
    if chance.random() < 0.3:
        over = f"over{chance.randrange(10**9)}"
        base[name].insert(chance.randint(0, len(base[name])), {"id": over, **copy.deepcopy(_like(entries, chance))})
        shot.insert(chance.randint(0, len(shot)), {"id": over, "remove": True, "note": "not here"})
    return shot + entries[keep:]


def _moved(entry: Json, chance: random.Random) -> Json:
    """Properties that the base has otherwise, or not at all."""
    moved = {}
    for key in [key for key in entry if key != "id" and chance.random() < 0.5]:
        moved[key] = entry[key]
        if chance.random() < 0.5:
            del entry[key]
        else:
            entry[key] = copy.deepcopy(entry[key])
            if key in ("gain", "offset", "fade", "attack", "limit"):
                entry[key] = 0.125
    return moved


def _like(entries: list[Json], chance: random.Random) -> Json:
    return {key: value for key, value in chance.choice(entries).items() if key != "id"} if entries else {}
