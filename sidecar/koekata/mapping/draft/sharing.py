"""Groups: which shapes of one model share a limit, as the presets have it for theirs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from koekata.mapping.draft.choice import Driven
from koekata.mapping.draft.sections import Sections, free_id, kind_of
from koekata.mapping.draft.tables import RECIPES, Parts

__all__ = ["take_groups"]

_FEWEST, _MOST = 2, 64
_FOR_MORPHS = ("joyLeft", "joyRight")
"""Groups of the recipes that a VRM expression does not need, since it says itself what it overrides."""

Member = tuple[str, int]
"""Target id and priority."""


def take_groups(sections: Sections, parts: Parts, driven: Sequence[Driven]) -> None:
    """Take over the groups of a table for the shapes that stand in the place of its members."""
    for name, raw in parts.sections["groups"].items():
        ranks = {_priority(member) for member in raw["members"]}
        for members in _copies(sections, parts, raw["members"], driven):
            if not _needless(sections, parts, name, members, ranks):
                found = free_id(name, sections.entries["groups"])
                shown = [{"target": target, "priority": rank} if rank else target for target, rank in members.items()]
                taken = {**sections.refer(raw, parts), "id": found, "members": shown}
                sections.entries["groups"][found] = taken


def _copies(
    sections: Sections, parts: Parts, members: Sequence[Any], driven: Sequence[Driven]
) -> Iterator[dict[str, int]]:
    """Members of one group for each copy of a shape: face and lashes, or the quarters of a mouth.

    Copies do not share: each has the whole limit for itself.
    """
    found = [(_shapes(sections, parts, member, driven), _priority(member)) for member in members]
    present = [(shapes, rank) for shapes, rank in found if shapes]
    for copy in range(max((len(shapes) for shapes, _ in present), default=0)):
        yield {shapes[min(copy, len(shapes) - 1)]: rank for shapes, rank in present}


def _shapes(sections: Sections, parts: Parts, member: Any, driven: Sequence[Driven]) -> list[str]:
    """Targets in the place of a preset's member: those of its own rows, else others of the same meaning."""
    name = member["target"] if isinstance(member, dict) else member
    meaning = parts.meanings.get(name, name if parts.id == RECIPES else "")
    own = [entry for entry in driven if entry.source is parts and entry.target == name]
    others = [entry for entry in driven if meaning and entry.guess.meaning == meaning and entry.source is not parts]
    return [sections.targets[kind_of(entry.shape), entry.name] for entry in own or others]


def _priority(member: Any) -> int:
    return int(member.get("priority", 0)) if isinstance(member, dict) else 0


def _needless(sections: Sections, parts: Parts, name: str, members: dict[str, int], ranks: set[int]) -> bool:
    """Too small, without those who came first, done by another group already, or by VRM itself."""
    if not _FEWEST <= len(members) <= _MOST or (len(ranks) > 1 and len(set(members.values())) == 1):
        return True
    if parts.id == RECIPES and name in _FOR_MORPHS:
        return any(sections.entries["targets"][target]["kind"] == "expression" for target in members)
    groups = sections.entries["groups"].values()
    return any(set(members) <= {_target(member) for member in group["members"]} for group in groups)


def _target(member: Any) -> str:
    return str(member["target"] if isinstance(member, dict) else member)
