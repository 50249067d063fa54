"""What a draft decided, as JSON and as lines for an artist."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from rich.cells import cell_len

from koekata.mapping.draft.character import Morph
from koekata.mapping.draft.choice import Driven
from koekata.mapping.draft.coverage import Coverage, cover
from koekata.mapping.draft.draft import Draft

__all__ = ["account", "account_lines"]

Told = dict[str, Any]
_HEAD_BONES = ("head", "leftEye", "rightEye", "jaw")
_MANY = 4
_CONTROL = re.compile(r"[\u0000-\u001f\u007f-\u009f]")


def account(drafted: Draft, reliability: Mapping[str, float], written: Path | None) -> Told:
    """Everything that was decided, in JSON's types. `reliability` is that of the source, by ARKit channel."""
    character, choice = drafted.character, drafted.choice
    coverage = cover(drafted.table, reliability)
    return {
        "model": character.file,
        "form": character.form,
        "shapes": len(character.morphs),
        "expressions": len(character.expressions),
        "conventions": list(choice.conventions),
        "presets": sorted({entry.source.id for entry in choice.driven if entry.source.id != "recipes"}),
        "table": str(written) if written else None,
        "rows": len(drafted.table.rows),
        "mapped": [_mapped(entry, drafted, coverage) for entry in choice.driven],
        "doubtful": [
            {"name": guess.name, "perhaps": guess.meaning, "score": guess.score, "why": guess.why}
            for guess in choice.doubtful
        ],
        "left_out": [{"name": name, "why": why} for name, why in choice.left_out],
        "unmapped": [{"name": guess.name, "why": guess.why} for guess in choice.unmapped],
        "hotkeys": [condition.id for condition in drafted.table.conditions if condition.when is None],
        "dead_channels": list(coverage.dead),
        "unobserved": list(coverage.unobserved),
        "weak": list(coverage.weak),
        "sound_only": list(coverage.sound_only),
        "bones": {bone: character.humanoid[bone] for bone in _HEAD_BONES if bone in character.humanoid},
        "gaze_by": character.gaze_by,
        "notices": list(character.notices),
    }


def _mapped(entry: Driven, drafted: Draft, coverage: Coverage) -> Told:
    kind = "morph" if isinstance(entry.shape, Morph) else "expression"
    target = next(
        target.id
        for target in drafted.table.targets
        if target.kind == kind and dict(target.address).get("name", target.id) == entry.name
    )
    return {
        "name": entry.name,
        "kind": kind,
        "meshes": list(entry.shape.meshes) if isinstance(entry.shape, Morph) else [],
        "is": entry.guess.meaning or entry.target,
        "score": entry.guess.score,
        "why": entry.guess.why,
        "from_table": entry.source.id,
        "driven_by": list(coverage.inputs.get(target, ())),
    }


def account_lines(told: Told) -> Iterator[str]:
    """The account in plain lines; control characters of names are not handed on to a terminal."""
    yield from (_CONTROL.sub("\N{REPLACEMENT CHARACTER}", line) for line in _lines(told))


def _lines(told: Told) -> Iterator[str]:
    conventions = f", named as {', '.join(told['conventions'])}" if told["conventions"] else ""
    yield f"{told['model']}: {told['form']}, {_counts(told)}{conventions}"
    yield from (f"  Note: {notice}" for notice in told["notices"])
    yield from _mapped_lines(told)
    yield from _section("Doubtful, and so not in the table", told["doubtful"], _doubtful_line)
    yield from _grouped("Recognised, and left out on purpose", told["left_out"])
    yield from _grouped("Not face movements, or not understood", told["unmapped"])
    yield from _channel_lines(told)
    yield from _next_lines(told)


def _counts(told: Told) -> str:
    shapes = f"{told['shapes']} shape{'' if told['shapes'] == 1 else 's'}"
    return f"{shapes}, {told['expressions']} expressions" if told["expressions"] else shapes


def _mapped_lines(told: Told) -> Iterator[str]:
    mapped = told["mapped"]
    yield ""
    yield f"Mapped ({len(mapped)})"
    wide = max((cell_len(entry["name"]) for entry in mapped), default=0)
    for entry in mapped:
        by = entry["driven_by"]
        shown = ", ".join(by) if len(by) <= _MANY else f"{', '.join(by[: _MANY - 1])} and {len(by) - _MANY + 1} more"
        gap = " " * (wide - cell_len(entry["name"]))
        yield f"  {entry['score']:.2f}  {entry['name']}{gap}  {entry['is']}  <- {shown}   ({entry['why']})"


def _section(title: str, entries: list[Told], line: Any, count: int | None = None) -> Iterator[str]:
    if entries:
        yield ""
        yield f"{title} ({count or len(entries)})"
        yield from (f"  {line(entry)}" for entry in entries)


def _doubtful_line(entry: Told) -> str:
    return f"{entry['score']:.2f}  {entry['name']}  perhaps {entry['perhaps']}   ({entry['why']})"


def _grouped(title: str, entries: list[Told]) -> Iterator[str]:
    """Names by reason, since most share one."""
    reasons: dict[str, list[str]] = {}
    for entry in entries:
        reasons.setdefault(entry["why"], []).append(entry["name"])
    shown = [{"why": why, "names": names} for why, names in reasons.items()]
    yield from _section(title, shown, _reason_line, len(entries))


def _reason_line(entry: Told) -> str:
    return f"{', '.join(entry['names'])}: {entry['why']}"


def _channel_lines(told: Told) -> Iterator[str]:
    yield ""
    yield f"Channels of the performer that move nothing on this model ({len(told['dead_channels'])} of 52)"
    yield f"  {_wrapped(told['dead_channels']) or 'none'}"
    remarks = (
        ("unobserved", "A camera does not see what drives these; give them hotkeys"),
        ("weak", "A camera sees what drives these poorly; look at them with your own eyes"),
        ("sound_only", "Only a voice or an emotion moves these, where one is analysed"),
    )
    for key, text in remarks:
        if told[key]:
            yield f"{text}: {_wrapped(told[key])}"
    if told["hotkeys"]:
        yield f"Hotkeys in the table: {_wrapped(told['hotkeys'])}"
    if told["gaze_by"] == "bone" or {"leftEye", "rightEye"} & set(told["bones"]):
        yield "The eyes are bones: let the engine turn them with gazeYaw and gazePitch, no row is needed."
    if "jaw" in told["bones"]:
        yield f"The jaw is a bone ({told['bones']['jaw']}): a Unity Humanoid avatar with it keeps the mouth open."


def _wrapped(names: Iterable[str]) -> str:
    return ", ".join(names)


def _next_lines(told: Told) -> Iterator[str]:
    yield ""
    if told["table"] is None:
        yield "Nothing was recognised, and nothing was written."
        yield "Next: rename the shapes as ARKit has them, or write rows by hand (mappings/SPEC.md, Reading a table)."
        return
    yield f"Wrote {told['table']} with {told['rows']} rows."
    yield "Next"
    yield f"  1. koekata mapping validate {told['table']}"
    yield "  2. Wink with the left eye, smile with one corner, say a-i-u-e-o: does the right thing move?"
    yield "  3. What is too strong or too weak is the `gain` or `curve` of its row; what is wrong is its `from`."
    yield f"     Why it moves as it does: koekata mapping explain SHAPE --table {told['table']} --frames TAKE --at 1.5"
    if told["doubtful"]:
        yield "  4. Look through the doubtful ones: --accept-doubtful writes them, each with a note."
