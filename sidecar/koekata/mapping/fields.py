"""Reads the properties of an entry, with the defaults of the schema."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from koekata.mapping.document import Node
from koekata.mapping.form import default_of

__all__ = ["Fields", "listed"]


class Fields:
    """What an entry states, and the default of what it does not."""

    def __init__(self, kind: str, nodes: Mapping[str, Node]) -> None:
        self._kind = kind
        self.nodes = nodes

    def __getitem__(self, name: str) -> Any:
        node = self.nodes.get(name)
        return default_of(self._kind, name) if node is None else node.plain()

    def __contains__(self, name: str) -> bool:
        return name in self.nodes

    def or_else(self, name: str, fallback: Any) -> Any:
        """What is stated, or the fallback."""
        return self.nodes[name].plain() if name in self.nodes else fallback

    def ids(self, name: str) -> Iterator[tuple[str, Node]]:
        """The ids in a property that is one id or a list of them."""
        return ((str(node.value), node) for node in listed(self.nodes.get(name)))


def listed(node: Node | None) -> list[Node]:
    """The entries of a list, or the one value that stands in place of a list."""
    if node is None:
        return []
    return node.value if isinstance(node.value, list) else [node]
