"""Writes the vectors in mappings/conformance of tables: run `python tests/contract/mapping_vectors.py`.

What is expected is stated by hand in `want`, wherever a person can work it out, and is then checked against
`mapping_reference.py`; elsewhere it is computed by that file. The sidecar's evaluator has no part in it.
"""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

from mapping_reference import Reference

FOLDER = Path(__file__).parents[2] / "mappings" / "conformance"
TITLES = {
    "inputs": "Steps 1 to 3: the clock, inputs that are absent or faulty, and a face that is lost.",
    "eyes": "Step 4: lids and gaze.",
    "formulas": "Step 5: from sources to a value.",
    "conditions": "Steps 6 and 7: conditions and the weights of rows.",
    "targets": "Steps 8 to 11: combination, switches, poses and ranges.",
    "exclusion": "Steps 12 and 13: VRM overrides and groups.",
    "extending": "Tables that extend others: `files` stand beside the table, which is table.json.",
    "odd": "Everything with state through odd steps of time; exact thresholds and ties.",
    "timing": "Steps 14 and 15: timing, sprites and events; and tables that are loaded anew.",
}
NAN, INF = math.nan, math.inf

Json = dict[str, Any]
_cases: dict[str, list[Json]] = {name: [] for name in TITLES}


def case(
    file: str, name: str, step: str, description: str, catches: str, table: Json, frames: list[Json],
    *, files: Json | None = None, equals: Json | None = None,
) -> None:  # fmt: skip
    """Add a case; `want` of a frame is what a person expects.

    `files` are those that the table extends, and `equals` is by hand what they come to.
    """
    whole = {"version": 1, **table}
    reference = Reference(equals or whole)
    written = []
    for frame in frames:
        frame = {"dt": 0.1, **frame}
        want = frame.pop("want", None)
        if "reload" in frame:
            frame["reload"] = {"version": 1, **frame["reload"]}
            reference.load(frame["reload"])
        before = dict(reference.counters)
        values, events = reference.step(frame)
        if want is not None:
            assert set(want) == set(values), (name, want, values)
            assert all(math.isclose(want[key], values[key], abs_tol=5e-7) for key in want), (name, want, values)
            values = {key: want[key] for key in values}
        frame["expected"] = values
        if events or any(target.get("kind") == "event" for target in whole.get("targets", ())):
            frame["events"] = events
        if reference.counters != before:
            frame["counters"] = {key: value for key, value in reference.counters.items() if value}
        written.append(frame)
    entry = {
        "id": name,
        "step": step,
        "description": description,
        "catches": catches,
        "table": whole,
        "frames": written,
    }
    if files:
        entry["files"] = {path: {"version": 1, **content} for path, content in files.items()}
    _cases[file].append(entry)


def row(source: Any, to: str = "x", **more: Any) -> Json:
    return {"id": more.pop("id", to), "from": source, "to": to, **more}


def one(**formula: Any) -> Json:
    """A table of one row to an unlimited target x."""
    return {"targets": [{"id": "x", "range": []}], "rows": [{"id": "r", "to": "x", **formula}]}


def at(want: float | None = None, dt: float = 0.1, **values: Any) -> Json:
    """A frame with values, and what x should be."""
    found: Json = {"dt": dt, "values": values}
    return found if want is None else {**found, "want": {"x": want}}


def plain(value: Any) -> Any:
    """As JSON has it: numbers that are not finite become texts."""
    if isinstance(value, dict):
        return {key: plain(entry) for key, entry in value.items()}
    if isinstance(value, list):
        return [plain(entry) for entry in value]
    if isinstance(value, float) and not math.isfinite(value):
        return "NaN" if math.isnan(value) else "Infinity" if value > 0 else "-Infinity"
    return int(value) if isinstance(value, float) and value.is_integer() and abs(value) < 1e9 else value


def rendered() -> dict[str, str]:
    """Every file with its text."""
    import mapping_cases  # noqa: F401  (adds its cases)

    found = {}
    for name, cases in _cases.items():
        lines = []
        for entry in cases:
            head = json.dumps({key: entry[key] for key in ("id", "step", "description", "catches")}, ensure_ascii=False)
            table = json.dumps(entry["table"], ensure_ascii=False)
            if "files" in entry:
                table += f',\n      "files": {json.dumps(entry["files"], ensure_ascii=False)}'
            frames = ",\n        ".join(json.dumps(plain(frame), ensure_ascii=False) for frame in entry["frames"])
            lines.append(f'    {head[:-1]},\n      "table": {table},\n      "frames": [\n        {frames}\n      ]}}')
        body = ",\n".join(lines)
        found[f"apply/{name}.json"] = (
            f'{{\n  "description": {json.dumps(TITLES[name])},\n  "tests": [\n{body}\n  ]\n}}\n'
        )
    return found | invalid() | migrations()


def invalid() -> dict[str, str]:
    """The tables that are refused."""
    from mapping_invalid import FAULTS, TITLES

    return {f"invalid/{name}.json": listed(TITLES[name], entries) for name, entries in FAULTS.items()}


def migrations() -> dict[str, str]:
    """Lists of version 0, and what becomes of them."""
    from mapping_migrations import MIGRATIONS, TITLES

    return {f"migrate/{name}.json": listed(TITLES[name], entries) for name, entries in MIGRATIONS.items()}


def listed(title: str, entries: list[Json]) -> str:
    """A vector file with a line for each test."""
    body = ",\n".join(f"    {json.dumps(entry, ensure_ascii=False)}" for entry in entries)
    return f'{{\n  "description": {json.dumps(title)},\n  "tests": [\n{body}\n  ]\n}}\n'


def main() -> None:
    """Write the files."""
    for name, text in rendered().items():
        (FOLDER / name).parent.mkdir(parents=True, exist_ok=True)
        (FOLDER / name).write_text(text, "utf-8")


if __name__ == "__main__":
    import mapping_vectors

    mapping_vectors.main()
