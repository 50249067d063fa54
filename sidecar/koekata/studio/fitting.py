"""Which of the tables that come along fits a model: the one whose targets it has most of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from koekata.mapping import MappingTable, load_table

__all__ = ["Fit", "Shapes", "fits"]


@dataclass(frozen=True, slots=True)
class Shapes:
    """What a model has, by name."""

    morphs: frozenset[str]
    expressions: frozenset[str]
    bones: frozenset[str]

    @classmethod
    def of(cls, names: Mapping[str, Iterable[str]]) -> Shapes:
        """From lists of names; case does not matter, as programs that make models differ in it."""
        return cls(*(frozenset(str(name).casefold() for name in names.get(kind, ())) for kind in _KINDS))


_KINDS = ("morphs", "expressions", "bones")


@dataclass(frozen=True, slots=True)
class Fit:
    """How well a table fits."""

    table: str
    path: str
    found: int
    missing: tuple[str, ...]
    """Ids of the targets that the model does not have."""


def fits(shapes: Shapes, tables: Mapping[str, Path]) -> list[Fit]:
    """Every table, the one that moves most shapes of the model first; of equals the one that misses fewer."""
    found = [_fit(name, path, load_table(path), shapes) for name, path in tables.items()]
    return sorted(found, key=lambda fit: (-fit.found, len(fit.missing)))


def _fit(name: str, path: Path, table: MappingTable, shapes: Shapes) -> Fit:
    missing = []
    for target in table.targets:
        address = dict(target.address)
        called = str(address.get("bone") or address.get("name") or target.id).casefold()
        known = shapes.bones if target.kind == "bone" else shapes.expressions | shapes.morphs
        if target.kind not in ("morph", "expression", "bone") or called not in known:
            missing.append(target.id)
    return Fit(name, str(path), len(table.targets) - len(missing), tuple(missing))
