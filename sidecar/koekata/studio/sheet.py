"""A table as the page shows it: every entry of the chain with its source, and what is wrong, each in its place."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from koekata.errors import MappingError
from koekata.mapping.build import build
from koekata.mapping.document import Node, read_document
from koekata.mapping.extend import SECTIONS, Entry, Merged, merge, read_chain
from koekata.mapping.faults import Fault
from koekata.mapping.loader import merged_text
from koekata.mapping.table import MappingTable

__all__ = ["Checked", "check", "inherited_ids", "plain_fault", "sheet", "sources"]


@dataclass(frozen=True, slots=True)
class Checked:
    """What became of a text."""

    table: MappingTable | None
    """None where it has faults."""
    faults: tuple[Fault, ...]


def check(text: str, path: Path) -> Checked:
    """Load a text as if it were the file at `path`."""
    try:
        return Checked(build(merged_text(text, path.name, path.parent)), ())
    except MappingError as error:
        return Checked(None, error.faults)


def sheet(text: str, path: Path) -> dict[str, Any] | None:
    """The entries of a text and all that it extends; None where it is no JSON object, or its form is too far off.

    Faults do not hide the rest: what can be read is there.
    """
    merged = _merged(text, path)
    if merged is None:
        return None
    bases = {name: set(ids) for name, ids in inherited_ids(text, path).items()}
    here = merged.source.file
    return {
        "sections": {name: [_entry(entry, here, bases[name]) for entry in merged.entries(name)] for name in SECTIONS},
        "eyes": _plain(merged.objects["eyes"]),
        "lost": _plain(merged.objects["lost"]),
        "metadata": _plain(merged.objects["metadata"]),
        **_plain(merged.properties),
        "chain": [Path(file).name for file in merged.files],
    }


def inherited_ids(text: str, path: Path) -> dict[str, list[str]]:
    """The ids of what the text extends, by section."""
    try:
        roots = _roots(text, path)[:-1]
        merged = merge(roots) if roots else None
    except (AssertionError, KeyError, AttributeError):
        merged = None
    return {name: list(merged.sections[name]) if merged else [] for name in SECTIONS}


def _merged(text: str, path: Path) -> Merged | None:
    try:
        roots = _roots(text, path)
        return merge(roots) if roots else None
    except (AssertionError, KeyError, AttributeError):
        # `merge` counts on a form that is right.
        return None


def _roots(text: str, path: Path) -> list[Node]:
    node, _ = read_document(text, path.name)
    if node is None or not isinstance(node.value, dict):
        return []
    roots, _ = read_chain(node, path)
    return roots


def _entry(entry: Entry, here: str, inherited: set[str]) -> dict[str, Any]:
    own = [name for name, node in entry.properties.items() if node.source.file == here]
    return {
        "id": entry.id,
        "properties": _plain(entry.properties),
        "note": entry.note.plain() if entry.note is not None else None,
        "own": own,
        "inherited": entry.id in inherited,
        "line": entry.node.source.place(entry.node.start)[0] if entry.node.source.file == here else 0,
    }


def _plain(nodes: dict[str, Node]) -> dict[str, Any]:
    return {name: node.plain() for name, node in nodes.items()}


def plain_fault(fault: Fault) -> dict[str, Any]:
    """For JSON."""
    return asdict(fault)


def sources(table: MappingTable) -> dict[str, list[str]]:
    """What may be named in a table: inputs, signals, conditions, targets, regions."""
    return {
        "inputs": [entry.id for entry in table.inputs],
        "signals": [entry.id for entry in table.signals],
        "conditions": [entry.id for entry in table.conditions],
        "targets": [entry.id for entry in table.targets],
        "regions": [entry.id for entry in table.regions],
    }
