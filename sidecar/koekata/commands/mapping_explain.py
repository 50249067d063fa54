"""`koekata mapping explain`: plays a take up to a moment, and says why a target has its value there."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from itertools import islice
from pathlib import Path
from typing import Any

from rich.console import Console

from koekata.errors import ConfigError
from koekata.mapping import Evaluator, load_table
from koekata.mapping.explain import Explanation, RowShare, SourceValue, explain
from koekata.mapping.faults import did_you_mean
from koekata.mapping.playing import frames_of, row_at
from koekata.mapping.reasons import condition_text, group_text, reasons
from koekata.takes import Take, read_take

__all__ = ["explain_all", "explain_one"]


def explain_one(target: str, table: Path, frames: Path, at: str, console: Console, *, as_json: bool = False) -> int:
    """Say why `target` has its value. Returns the exit code.

    Raises ConfigError for a target that the table does not have, MappingError and TakeError.
    """
    evaluator = Evaluator(load_table(table))
    known = [entry.id for entry in evaluator.table.targets]
    if target not in known:
        raise ConfigError(
            f"{table}: there is no target '{target}'", remedy=did_you_mean(target, known) + "--all lists them."
        )
    moment = _play(evaluator, frames, at)
    found = explain(evaluator, target)
    if as_json:
        console.print(json.dumps({**moment, **_plain(found)}, ensure_ascii=False))
    else:
        console.print(_head(moment, frames))
        console.print("\n".join(_tree(found)))
    return 0


def explain_all(table: Path, frames: Path, at: str, console: Console, *, as_json: bool = False) -> int:
    """One line for each target: its value, and what had a hand in it. Returns the exit code."""
    evaluator = Evaluator(load_table(table))
    moment = _play(evaluator, frames, at)
    found = [explain(evaluator, entry.id) for entry in evaluator.table.targets]
    if as_json:
        console.print(json.dumps({**moment, "targets": [_plain(one) for one in found]}, ensure_ascii=False))
        return 0
    console.print(_head(moment, frames))
    width = max((len(one.target) for one in found), default=0)
    for one in found:
        console.print(f"{one.target:<{width}}  {_number(one.final)}  {'; '.join(reasons(one))}".rstrip())
    return 0


def _play(evaluator: Evaluator, frames: Path, at: str) -> dict[str, Any]:
    """From the first row on, so that every state is what it would be; then which moment it is."""
    take = read_take(frames)
    row = row_at(take, at)
    for frame, dt in islice(frames_of(take), row + 1):
        evaluator.step(frame, dt)
    return _moment(take, row)


def _moment(take: Take, row: int) -> dict[str, Any]:
    return {
        "row": row,
        "seconds": round(float(take.time_s[row] - take.time_s[0]), 6),
        "timecode": take.timecode[row] if take.timecode else "",
        "tracked": bool(take.tracked[row]),
    }


def _plain(found: Explanation) -> dict[str, Any]:
    return {**asdict(found), "reasons": reasons(found)}


def _head(moment: dict[str, Any], frames: Path) -> str:
    code = f", {moment['timecode']}" if moment["timecode"] else ""
    lost = "" if moment["tracked"] else ", no face"
    return f"{frames}: row {moment['row']}, {moment['seconds']:.3f} s{code}{lost}"


def _number(value: float | None) -> str:
    return "  absent" if value is None else f"{value:8.3f}"


def _line(depth: int, name: str, value: float | None, told: str = "") -> str:
    return f"{'  ' * depth}{name}".ljust(44) + _number(value) + (f"  {told}" if told else "")


def _tree(found: Explanation) -> Iterator[str]:
    yield _line(0, found.target, found.final)
    for row in found.rows:
        yield from _row(row)
    yield from _stages(found)
    told = reasons(found)
    if told:
        yield "why"
        yield from (f"  {reason}" for reason in told)


def _row(row: RowShare) -> Iterator[str]:
    counts = "" if row.weight == 1.0 else f"counts {row.weight:.0%}"
    yield _line(1, f"row {row.id}", row.value, counts)
    for source in row.sources:
        yield from _source(source, 2)
    yield from (f"    {condition_text(share)}" for share in row.conditions)


def _source(source: SourceValue, depth: int) -> Iterator[str]:
    raw = "" if source.raw is None or source.raw == source.value else f"raw {source.raw:.3f}"
    yield _line(depth, source.name, source.value, "; ".join(filter(None, (raw, source.why))))
    for below in source.sources:
        yield from _source(below, depth + 1)


def _stages(found: Explanation) -> Iterator[str]:
    """Every stage that applies, with the value behind it."""
    if found.rows:
        yield _line(1, "rows together" if len(found.rows) == 1 else f"rows together ({found.combine})", found.combined)
    if found.switch is not None:
        scores = ", ".join(f"{name} {_number(score).strip()}" for name, score in found.switch.scores)
        shown = found.switch.shown or "nothing yet"
        yield _line(1, f"switch {found.switch.id}", found.switch.value, f"shows {shown}; {scores}")
    if found.poses:
        told = ", ".join(f"{pose.condition} {pose.weight:.0%} ({pose.blend} {pose.wanted:g})" for pose in found.poses)
        yield _line(1, "poses", found.posed, told)
    yield _line(1, "range", found.ranged, "none" if found.range is None else f"{list(found.range)}")
    if found.damped != found.ranged:
        yield _line(1, "VRM overrides", found.damped)
    for share in found.groups:
        yield _line(1, f"group {share.group.id}", share.after, group_text(share, found.target).partition(": ")[2])
    yield from _timing(found)
    yield _line(1, "final", found.final)


def _timing(found: Explanation) -> Iterator[str]:
    timing = found.timing
    for name, value in (("eased", timing.eased), ("sticks to a pose", timing.pose), ("held", timing.held)):
        if value is not None and timing.region is not None:
            yield _line(1, f"region {timing.region.id}, {name}", value)
