"""Follows `extends` and puts the tables of a chain together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from koekata.mapping.document import Node, Source, read_file
from koekata.mapping.faults import Fault, did_you_mean
from koekata.mapping.form import check_form

__all__ = ["MAX_FILES", "SECTIONS", "Entry", "Merged", "merge", "read_chain"]

MAX_FILES = 8
SECTIONS = {
    "inputs": "input",
    "signals": "signal",
    "conditions": "condition",
    "targets": "target",
    "rows": "row",
    "switches": "switch",
    "groups": "group",
    "regions": "region",
}
"""The lists of a table, and what one entry of each is called in the schema."""
_MERGED_OBJECTS = ("eyes", "lost", "metadata")


@dataclass(slots=True)
class Entry:
    """One entry after extending."""

    id: str
    node: Node
    """Where it was last written."""
    properties: dict[str, Node]
    """Each from the file that stated it last, without `id` and `note`."""
    note: Node | None = None


@dataclass(slots=True)
class Merged:
    """All tables of a chain as one."""

    source: Source
    """The file that was asked for."""
    root: Node
    sections: dict[str, dict[str, Entry]] = field(default_factory=lambda: {name: {} for name in SECTIONS})
    objects: dict[str, dict[str, Node]] = field(default_factory=lambda: {name: {} for name in _MERGED_OBJECTS})
    properties: dict[str, Node] = field(default_factory=dict)
    files: list[str] = field(default_factory=list)
    """The chain, the base first."""

    def entries(self, section: str) -> Iterator[Entry]:
        """The entries of a section in table order."""
        return iter(self.sections[section].values())


def read_chain(root: Node, path: Path | None) -> tuple[list[Node], list[Fault]]:
    """The roots of the chain, the base first, and the faults of all of them."""
    check_form(root)
    roots, sources = [root], [root.source]
    seen = [path.resolve()] if path else []
    while path and (link := _link(roots[0])):
        path = _joined(path.parent, link)
        if path is None or not _may_follow(link, path, seen):
            break
        seen.append(path)
        node, source = read_file(path)
        if node is None and source.faults[0].code == "unreadable":
            _cannot_be_read(link)
            break
        sources.append(source)
        if node is None:
            break
        check_form(node)
        roots.insert(0, node)
    return roots, [fault for source in sources for fault in source.faults]


def _link(root: Node) -> Node | None:
    found = root.value.get("extends") if isinstance(root.value, dict) else None
    return found if found is not None and isinstance(found.value, str) and found.value else None


def _joined(folder: Path, link: Node) -> Path | None:
    try:
        return (folder / str(link.value)).resolve()
    except (OSError, RuntimeError, ValueError):
        # A circle of symbolic links, or a character that no path has.
        _cannot_be_read(link)
        return None


def _cannot_be_read(link: Node) -> None:
    remedy = "The path is relative to this file and uses /."
    link.fault("extends-missing", f'"{link.value}" cannot be read', remedy)


def _may_follow(link: Node, path: Path, seen: list[Path]) -> bool:
    if path in seen:
        link.fault("extends-cycle", f'"{link.value}" leads back to a table of this chain', "Extend another table.")
    elif len(seen) >= MAX_FILES:
        link.fault("extends-depth", f"more than {MAX_FILES} tables extend one another", "Shorten the chain.")
    else:
        return True
    return False


def merge(roots: list[Node]) -> Merged:
    """Put the tables together, the base first; faults go to the sources of the nodes."""
    merged = Merged(roots[-1].source, roots[-1], files=[root.source.file for root in roots])
    for root in roots:
        for name, node in root.items():
            if name in SECTIONS:
                _merge_section(merged.sections[name], node)
            elif name in _MERGED_OBJECTS:
                merged.objects[name].update(node.items())
            else:
                merged.properties[name] = node
    return merged


def _merge_section(entries: dict[str, Entry], section: Node) -> None:
    assert isinstance(section.value, list)
    here: set[str] = set()
    for node in section.value:
        assert isinstance(node.value, dict)
        name_node = node.value["id"]
        name = str(name_node.value)
        if name in here:
            name_node.fault("duplicate-id", f'"{name}" stands twice in this section', "Give one of them another id.")
            continue
        here.add(name)
        if "remove" in node.value:
            _remove(entries, name, node)
        else:
            entry = entries.setdefault(name, Entry(name, node, {}))
            entry.node, entry.note = node, node.value.get("note", entry.note)
            entry.properties.update((key, child) for key, child in node.items() if key not in ("id", "note"))


def _remove(entries: dict[str, Entry], name: str, node: Node) -> None:
    for key, child in node.items():
        if key not in ("id", "note", "remove"):
            child.fault("impossible", f'"{key}" stands beside "remove"', "Remove the entry, or change it.")
    if entries.pop(name, None) is None:
        remedy = did_you_mean(name, entries) + "Only what the extended table has can be removed."
        node.fault("unknown-id", f'there is no "{name}" to remove', remedy)
