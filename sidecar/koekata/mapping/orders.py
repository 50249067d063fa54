"""Checks that limits stand the right way round and that keys rise."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from typing import Any

from koekata.mapping.document import Node
from koekata.mapping.extend import SECTIONS, Merged
from koekata.mapping.fields import Fields
from koekata.mapping.form import properties_of
from koekata.mapping.references import choices_of

__all__ = ["check_orders"]


def check_orders(merged: Merged) -> None:
    """Note every fault of order."""
    for section, kind in SECTIONS.items():
        for entry in merged.entries(section):
            _check_entry(kind, entry.properties)
    for entry in merged.entries("switches"):
        for choice in choices_of(entry):
            _check_entry("choice", choice)
    _check_eyes(merged.objects["eyes"])
    idle = merged.objects["lost"].get("idle")
    if idle is not None:
        _check_rising(dict(idle.items()).get("interval"), strict=False)


def _check_entry(kind: str, nodes: Mapping[str, Node]) -> None:
    fields = Fields(kind, nodes)
    for name in ("clamp", "range"):
        _check_rising(nodes.get(name), strict=False)
    for name in ("dead_zone", "snap"):
        _check_rising(nodes.get(name), strict=True)
    _check_curve(nodes.get("curve"))
    if kind in ("condition", "target"):
        _check_pair(nodes, "off", fields.or_else("off", fields["on"]), fields["on"], "on")
    if kind == "region":
        within = fields["snap_within"]
        _check_pair(nodes, "snap_within", within, fields.or_else("snap_leave", within), "snap_leave")
    zone = nodes.get("dead_zone")
    if zone is not None and isinstance(zone.value, (int, float)) and zone.value >= 1:
        zone.fault(
            "order", "the dead zone reaches 1, where the value must be whole", "Write [d, full] with full above d."
        )


def _check_rising(node: Node | None, *, strict: bool) -> None:
    if node is None or not isinstance(node.value, list):
        return
    numbers = [float(child.value) for child in node.value]  # type: ignore[arg-type]
    for index, (low, high) in enumerate(itertools.pairwise(numbers)):
        if low > high or (strict and low == high):
            remedy = "Write the numbers in rising order."
            node.value[index + 1].fault("order", f"{high:g} does not come after {low:g}", remedy)
            return


def _check_curve(node: Node | None) -> None:
    if node is None or not isinstance(node.value, list):
        return
    plain: Any = node.plain()
    keys = [key[0] for key in plain]
    for index, (low, high) in enumerate(itertools.pairwise(keys)):
        if low >= high:
            key = node.value[index + 1]
            message = f"the key at x = {high:g} does not come after that at {low:g}"
            key.fault("order", message, "Sort the keys by x; for a step, put two keys close together.")
            return


def _check_pair(nodes: Mapping[str, Node], name: str, low: float, high: float, other: str) -> None:
    if low > high:
        node = nodes.get(name) or nodes[other]
        node.fault("order", f'"{name}" ({low:g}) is above "{other}" ({high:g})', f'Make "{name}" the lower one.')


def _check_eyes(rules: Mapping[str, Node]) -> None:
    pairs = (("glasses", "open", "closed", True), ("far_eye", "from", "to", True),
             ("wink", "off", "on", False), ("gaze_hold", "off", "on", False))  # fmt: skip
    for rule, low_name, high_name, strict in pairs:
        node = rules.get(rule)
        if node is None or not isinstance(node.value, dict):
            continue
        described = properties_of("eyes")[rule]["oneOf"][1]["properties"]
        stated: Any = node.plain()
        low, high = (float(stated.get(name, described[name]["default"])) for name in (low_name, high_name))
        if low > high or (strict and low == high):
            place = node.value.get(low_name) or node.value[high_name]
            message = f'"{low_name}" ({low:g}) is not below "{high_name}" ({high:g})'
            place.fault("order", message, f'Make "{low_name}" the lower one.')
