"""Checks what a table means, after its form was found right: references, orders, and what cannot stand together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from koekata.mapping.contract import OWN_INPUTS, channel_ranges
from koekata.mapping.document import Node
from koekata.mapping.extend import Entry, Merged
from koekata.mapping.faults import did_you_mean
from koekata.mapping.fields import Fields
from koekata.mapping.orders import check_orders
from koekata.mapping.references import choices_of, cyclic_signals, named_targets, source_nodes
from koekata.mapping.together import check_together

__all__ = ["check_meaning"]

_REQUIRED = {"rows": ("to",), "switches": ("choices",), "groups": ("members",)}
_REQUIRED_OF_KIND = {
    "bone": ("bone", "property", "axis"),
    "material": ("material", "property"),
    "uv": ("material", "axis"),
    "sprite": ("count",),
}


def check_meaning(merged: Merged) -> None:
    """Note every fault of the meaning in the sources of the nodes."""
    _check_required(merged)
    _check_inputs(merged)
    _check_sources(merged)
    _check_cycles(merged)
    _check_conditions(merged)
    _check_regions(merged)
    _check_targets(merged)
    _check_choices(merged)
    check_orders(merged)
    check_together(merged)


def _check_required(merged: Merged) -> None:
    for section, names in _REQUIRED.items():
        for entry in merged.entries(section):
            _require(entry, names, "")
    for entry in merged.entries("conditions"):
        fields = Fields("condition", entry.properties)
        if "when" not in fields and not fields["trigger"]:
            remedy = 'Add "when" with a source, or "trigger": true for what a hotkey fires.'
            entry.node.fault("missing-property", f'"{entry.id}" has neither "when" nor "trigger"', remedy)
    for entry in merged.entries("targets"):
        kind = Fields("target", entry.properties)["kind"]
        _require(entry, _REQUIRED_OF_KIND.get(kind, ()), f" of a target of the kind {kind}")


def _require(entry: Entry, names: Iterable[str], whose: str) -> None:
    for name in names:
        if name not in entry.properties:
            remedy = f'Add "{name}"; or is the id of the extended table\'s entry spelt otherwise?'
            entry.node.fault("missing-property", f'"{name}"{whose} is missing in "{entry.id}"', remedy)


def _check_inputs(merged: Merged) -> None:
    for entry in merged.entries("inputs"):
        _check_name(entry, channel_ranges())
    for entry in merged.entries("signals"):
        _check_name(entry, [*channel_ranges(), *merged.sections["inputs"]])


def _check_name(entry: Entry, taken: Iterable[str]) -> None:
    if entry.id in (*taken, *OWN_INPUTS):
        node = _id_node(entry)
        node.fault("name-taken", f'"{entry.id}" is the name of an input', "Choose another id.")


def _id_node(entry: Entry) -> Node:
    assert isinstance(entry.node.value, dict)
    return entry.node.value["id"]


def _formulas(merged: Merged) -> Iterable[Mapping[str, Node]]:
    for section in ("signals", "rows"):
        yield from (entry.properties for entry in merged.entries(section))
    for entry in merged.entries("switches"):
        yield from choices_of(entry)


def _check_sources(merged: Merged) -> None:
    known = {*channel_ranges(), *OWN_INPUTS, *merged.sections["inputs"], *merged.sections["signals"]}
    named = [found for nodes in _formulas(merged) for found in source_nodes(nodes)]
    named += [found for entry in merged.entries("conditions") for found in source_nodes(entry.properties, "when")]
    for name, node in named:
        if name not in known:
            remedy = did_you_mean(name, known) + "A channel of your own must stand in `inputs`."
            node.fault("unknown-name", f'there is no input and no signal "{name}"', remedy)


def _check_cycles(merged: Merged) -> None:
    for cycle in cyclic_signals(merged):
        entry = merged.sections["signals"][cycle[0]]
        chain = " -> ".join(f'"{name}"' for name in (*cycle, cycle[0]))
        entry.properties["from"].fault("cycle", f"signals need each other: {chain}", "Break the circle.")


def _check_conditions(merged: Merged) -> None:
    known = merged.sections["conditions"]
    users = [*_formulas(merged), *(entry.properties for entry in merged.entries("groups"))]
    for nodes in users:
        for name in ("while", "unless"):
            for condition, node in Fields("row", nodes).ids(name):
                _check_id(condition, node, known, "condition")


def _check_id(name: str, node: Node, known: Iterable[str], what: str) -> None:
    if name not in known:
        remedy = did_you_mean(name, known) + f"Add a {what} of this id, or correct it."
        node.fault("unknown-id", f'there is no {what} "{name}"', remedy)


def _check_regions(merged: Merged) -> None:
    known = merged.sections["regions"]
    for section, kind, name in (
        ("rows", "row", "region"),
        ("targets", "target", "region"),
        ("conditions", "condition", "suppress"),
    ):
        for entry in merged.entries(section):
            for region, node in Fields(kind, entry.properties).ids(name):
                _check_id(region, node, known, "region")
    stated = {
        entry.id: entry.properties["region"] for entry in merged.entries("targets") if "region" in entry.properties
    }
    for row in merged.entries("rows"):
        if "region" in row.properties and "to" in row.properties:
            node = row.properties["region"]
            first = stated.setdefault(str(row.properties["to"].value), node)
            if first.value != node.value:
                message = f'"{row.properties["to"].value}" is already in the region "{first.value}"'
                node.fault("region-conflict", message, "A target has one region; give all its rows the same.")


def _check_targets(merged: Merged) -> None:
    if Fields("table", merged.properties)["implicit_target"] != "none":
        return
    known = merged.sections["targets"]
    for name, node in named_targets(merged):
        _check_id(name, node, known, "target")


def _check_choices(merged: Merged) -> None:
    for entry in merged.entries("switches"):
        seen: set[str] = set()
        for choice in choices_of(entry):
            node = choice["id"]
            if node.value in seen:
                node.fault("duplicate-id", f'"{node.value}" stands twice in this switch', "Give one another id.")
            seen.add(str(node.value))
