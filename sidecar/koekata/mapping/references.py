"""What names what in a table: sources of a formula, targets, and the order of signals."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from koekata.mapping.document import Node
from koekata.mapping.extend import Entry, Merged
from koekata.mapping.fields import listed

__all__ = ["choices_of", "cyclic_signals", "named_targets", "poses_of", "signal_order", "source_nodes", "target_ids"]


def source_nodes(nodes: Mapping[str, Node], name: str = "from") -> Iterator[tuple[str, Node]]:
    """The names of a formula's sources, each with the place where it stands."""
    for node in listed(nodes.get(name)):
        found = node.value["of"] if isinstance(node.value, dict) else node
        yield str(found.value), found


def choices_of(entry: Entry) -> Iterator[dict[str, Node]]:
    """The choices of a switch."""
    for node in listed(entry.properties.get("choices")):
        yield dict(node.items())


def poses_of(nodes: Mapping[str, Node]) -> Iterator[tuple[str, Node]]:
    """Targets of a `set`."""
    return iter(nodes["set"].items() if "set" in nodes else ())


def named_targets(merged: Merged) -> Iterator[tuple[str, Node]]:
    """Every mention of a target, in the order of step 12 of the specification."""
    for row in merged.entries("rows"):
        if "to" in row.properties:
            yield str(row.properties["to"].value), row.properties["to"]
    for switch in merged.entries("switches"):
        for choice in choices_of(switch):
            yield from poses_of(choice)
    for condition in merged.entries("conditions"):
        yield from poses_of(condition.properties)
    for group in merged.entries("groups"):
        yield from source_members(group)


def source_members(group: Entry) -> Iterator[tuple[str, Node]]:
    """The members of a group."""
    for node in listed(group.properties.get("members")):
        found = node.value["target"] if isinstance(node.value, dict) else node
        yield str(found.value), found


def target_ids(merged: Merged) -> list[str]:
    """Every target, declared ones first."""
    return list(dict.fromkeys([*merged.sections["targets"], *(name for name, _ in named_targets(merged))]))


def _needs(merged: Merged) -> dict[str, set[str]]:
    signals = merged.sections["signals"]
    return {name: {of for of, _ in source_nodes(entry.properties) if of in signals} for name, entry in signals.items()}


def signal_order(merged: Merged) -> list[str]:
    """The signals, each after those that it names; otherwise in table order. Those of a cycle are left out."""
    waiting = _needs(merged)
    order: list[str] = []
    while ready := [name for name, needs in waiting.items() if needs.isdisjoint(waiting)]:
        order += ready
        waiting = {name: needs for name, needs in waiting.items() if name not in ready}
    return order


def cyclic_signals(merged: Merged) -> list[list[str]]:
    """Each cycle once, as the signals on it beginning with the first in table order."""
    needs = _needs(merged)
    waiting = [name for name in needs if name not in signal_order(merged)]
    cycles: list[list[str]] = []
    found: set[str] = set()
    for name in waiting:
        path = _cycle_from(name, needs)
        if path and found.isdisjoint(path):
            found.update(path)
            cycles.append(path)
    return cycles


def _cycle_from(start: str, needs: dict[str, set[str]]) -> list[str]:
    paths = [[start]]
    seen: set[str] = set()
    while paths:
        path = paths.pop()
        for name in sorted(needs[path[-1]]):
            if name == start:
                return path
            if name not in seen:
                seen.add(name)
                paths.append([*path, name])
    return []
