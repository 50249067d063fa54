"""Compares the evaluators of all languages on random tables: `python tests/contract/mapping_fuzz.py --tables 1000`.

Right tables must give the same values within 1e-6, the same events and the same counters; spoilt ones the same faults
at the same places. A case that differs is written to a file, to be looked at and to be run again.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mapping_chains import take_apart
from mapping_mutations import spoil, write
from mapping_random import Maker
from mapping_runners import Program, Python, Runner, commands
from mapping_vectors import plain

Json = dict[str, Any]
_PLACE = ("code", "file", "pointer", "line", "column")
_EXACT = 1e-6


def right_case(seed: int, frames: int) -> Json:
    """A table without faults, on its own or as a chain, and frames with reloads between them."""
    maker = Maker(seed)
    chance = random.Random(-seed - 1)
    table = maker.table()
    shown, files = take_apart(table, chance) if chance.random() < 0.5 else (table, {})
    played = [plain(frame) for frame in maker.frames(table, frames)]
    for frame in played:
        if chance.random() < 0.05:
            other = Maker(chance.choice((seed, chance.randrange(10**6)))).table()
            frame["reload"] = spoil(other, chance) if chance.random() < 0.4 else write(other, chance)
    return {
        "table": write(shown, chance),
        "files": {path: write(file, chance) for path, file in files.items()},
        "frames": played,
    }


def spoilt_case(seed: int) -> Json:
    """A table with faults, on its own or as a chain."""
    chance = random.Random(seed)
    table = Maker(seed).table()
    if chance.random() < 0.5:
        table = {name: value[:3] if isinstance(value, list) else value for name, value in table.items()}
    if chance.random() < 0.3:
        shown, files = take_apart(table, chance)
        worst = chance.choice(("table", *files))
        texts = {path: (spoil if path == worst else write)(file, chance) for path, file in files.items()}
        return {"table": (spoil if worst == "table" else write)(shown, chance), "files": texts, "frames": [{"dt": 0.1}]}
    return {"table": spoil(table, chance), "files": {}, "frames": [{"dt": 0.1}]}


def differences(name: str, wanted: Json, found: Json) -> Iterator[str]:
    """What an answer says otherwise than that of the sidecar."""
    if "ended" in found:
        yield f"{name}: the program died with exit code {found['ended']}"
    elif ("faults" in wanted) != ("faults" in found):
        yield f"{name}: refused by one only: {wanted.get('faults')} and {found.get('faults')}"
    elif "faults" in wanted:
        yield from _of_faults(name, wanted, found)
    elif len(wanted["frames"]) != len(found["frames"]):
        yield f"{name}: {len(found['frames'])} frames"
    else:
        for index, (one, other) in enumerate(zip(wanted["frames"], found["frames"], strict=True)):
            yield from _of_faults(f"{name}: frame {index}", one, other)
            yield from _of_frames(f"{name}: frame {index}", one, other)


def _of_faults(where: str, one: Json, other: Json) -> Iterator[str]:
    mine, theirs = ({tuple(fault[key] for key in _PLACE) for fault in a.get("faults", ())} for a in (one, other))
    if mine != theirs:
        yield f"{where}: python alone {sorted(mine - theirs)}, the other alone {sorted(theirs - mine)}"


def _of_frames(where: str, one: Json, other: Json) -> Iterator[str]:
    for key in ("events", "counters"):
        if one[key] != other.get(key):
            yield f"{where}: {key} {one[key]} and {other.get(key)}"
    if set(one["values"]) != set(other["values"]):
        yield f"{where}: targets {sorted(set(one['values']) ^ set(other['values']))} on one side only"
    for name in one["values"].keys() & other["values"].keys():
        a, b = one["values"][name], other["values"][name]
        if not (isinstance(b, (int, float)) and math.isclose(a, b, rel_tol=_EXACT, abs_tol=_EXACT)):
            yield f"{where}: {name} is {a} and {b}"


def compare(case: Json, sidecar: Runner, others: list[Runner]) -> list[str]:
    """Every difference in the answers to a case."""
    wanted = sidecar.answer(case)
    return [line for other in others for line in differences(other.name, wanted, other.answer(case))]


def cases(tables: int, spoilt: int, frames: int, seed: int) -> Iterator[tuple[str, Json]]:
    """Names and cases."""
    for number in range(seed, seed + tables):
        yield f"right-{number}", right_case(number, frames)
    for number in range(seed, seed + spoilt):
        yield f"spoilt-{number}", spoilt_case(number)


def main() -> int:
    """Compare, and tell what differs."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name, default in (("tables", 300), ("spoilt", None), ("frames", 20), ("seed", 0), ("show", 5)):
        parser.add_argument(f"--{name}", type=int, default=default)
    parser.add_argument("--keep", type=Path, default=Path("build/mapping-fuzz"), help="Folder for cases that differ.")
    parser.add_argument("--only", choices=("csharp", "cpp"), help="One language.")
    wanted = parser.parse_args()
    spoilt = wanted.tables if wanted.spoilt is None else wanted.spoilt
    sidecar = Python()
    others: list[Runner] = [
        Program(name, command) for name, command in commands().items() if wanted.only in (None, name)
    ]
    wrong = refused = count = 0
    for name, case in cases(wanted.tables, spoilt, wanted.frames, wanted.seed):
        count += 1
        found = compare(case, sidecar, others)
        refused += name.startswith("spoilt") and "faults" in sidecar.answer(case)
        if found:
            wrong += 1
            wanted.keep.mkdir(parents=True, exist_ok=True)
            (wanted.keep / f"{name}.json").write_text(json.dumps(case), "utf-8")
            for line in found[: wanted.show]:
                sys.stdout.write(f"{name}: {line}\n")
    for runner in (sidecar, *others):
        runner.close()
    names = ", ".join(other.name for other in others) or "no other language is built"
    sys.stdout.write(f"{count} cases, {refused} of the spoilt ones refused, {wrong} differ ({names})\n")
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main())
