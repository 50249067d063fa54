"""Rewrites tables of older versions, one version at a time; the text that was read stays as it is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from koekata.mapping.contract import OWN_INPUTS, channel_ranges
from koekata.mapping.document import Node, read_document
from koekata.mapping.faults import did_you_mean
from koekata.mapping.form import check_form, check_value, is_list_of_pairs, properties_of
from koekata.mapping.loader import error_of
from koekata.mapping.write import table_text

__all__ = ["VERSION", "migrate"]

VERSION = 1
"""Of the language that is spoken here."""


def migrate(text: str, file: str = "table") -> str:
    """The table in the current version; the same text where it is that already.

    Raises `MappingError` for what is no table of a known version, with every fault.
    """
    version = _version_of(text, file)
    while version < VERSION:
        text = _STEPS[version](text, file)
        version += 1
    return text


def _version_of(text: str, file: str) -> int:
    node, source = read_document(text, file)
    if node is None:
        raise error_of(source, source.faults)
    if is_list_of_pairs(node):
        return 0
    if isinstance(node.value, dict) and "version" in node.value:
        stated = node.value["version"]
        check_value(stated, properties_of("table")["version"])
    else:
        check_form(node)
    wrong = [fault for fault in source.faults if fault.pointer in ("", "/version")]
    if wrong:
        raise error_of(source, wrong)
    return VERSION


def _from_pairs(text: str, file: str) -> str:
    """Version 0 to version 1."""
    node, source = read_document(text, file)
    assert node is not None
    rows = [row for name, child in node.items() if (row := _row(name, child))]
    if source.faults:
        raise error_of(source, source.faults)
    return table_text({"version": 1, "rows": rows})


def _row(name: str, node: Node) -> dict[str, Any] | None:
    known = (*channel_ranges(), *OWN_INPUTS)
    if name not in known:
        remedy = did_you_mean(name, known) + "The names are those of channels.json."
        node.fault("unknown-name", f'there is no channel "{name}"', remedy)
    pair = _pair(node)
    if pair is None:
        return None
    to, gain = pair
    row: dict[str, Any] = {"id": name, "from": name, "to": to.plain()}
    _check("to", to)
    if gain is not None:
        _check("gain", gain)
        row |= {"gain": gain.plain()} if gain.plain() != 1 else {}
    return row


def _pair(node: Node) -> tuple[Node, Node | None] | None:
    """Target and gain, None where there are none; faults are noted."""
    if isinstance(node.value, str):
        return node, None
    if isinstance(node.value, list):
        return _of_list(node, node.value)
    if isinstance(node.value, dict):
        return _of_object(node, node.value)
    node.fault("wrong-type", "a target, [target, gain] or an object is expected", 'Write "channel": "target".')
    return None


def _of_list(node: Node, items: list[Node]) -> tuple[Node, Node | None] | None:
    if len(items) == 2:
        return items[0], items[1]
    node.fault("wrong-length", f"2 entries are expected, not {len(items)}", "Write [target, gain].")
    return None


def _of_object(node: Node, properties: dict[str, Node]) -> tuple[Node, Node | None] | None:
    for name, child in properties.items():
        if name not in ("to", "gain"):
            remedy = did_you_mean(name, ("to", "gain")) + "Here may stand: to, gain."
            child.fault("unknown-property", f'there is no property "{name}" here', remedy)
    if "to" not in properties:
        node.fault("missing-property", '"to" is missing', 'Add "to" with the target.')
        return None
    return properties["to"], properties.get("gain")


def _check(name: str, node: Node) -> None:
    check_value(node, properties_of("row")[name])


_STEPS: dict[int, Callable[[str, str], str]] = {0: _from_pairs}
"""From each version to the next."""
