"""Checks for what cannot stand together: the code `impossible`."""

from __future__ import annotations

from koekata.mapping.build import ADDRESS, OVERRIDES, category_of
from koekata.mapping.document import Node
from koekata.mapping.extend import Entry, Merged
from koekata.mapping.fields import Fields
from koekata.mapping.references import choices_of, poses_of, source_members

__all__ = ["check_together"]

_OF_KIND = {
    "morph": {"name", "mesh"},
    "expression": {"name", "binary", *OVERRIDES.values()},
    "bone": {"bone", "property", "axis"},
    "material": {"material", "property", "component"},
    "uv": {"material", "property", "axis"},
    "sprite": {"name", "count"},
    "event": {"name", "on", "off"},
}
_KIND_ONLY = {*ADDRESS, "binary", "on", "off", *OVERRIDES.values()}
_AXES = {"bone": ("x", "y", "z"), "uv": ("u", "v")}
_SHARED = ("morph", "expression", "material")


def check_together(merged: Merged) -> None:
    """Note every impossible combination."""
    for entry in merged.entries("conditions"):
        _check_condition(Fields("condition", entry.properties))
    for entry in merged.entries("targets"):
        _check_target(entry)
    _check_priorities(merged)
    _check_switches(merged)
    _check_members(merged)


def _impossible(node: Node, message: str, remedy: str) -> None:
    node.fault("impossible", message, remedy)


def _check_condition(fields: Fields) -> None:
    trigger = bool(fields["trigger"])
    wrong = [name for name in ("when", "on", "off") if name in fields] if trigger else []
    if not trigger and fields["duration"]:
        wrong.append("duration")
    for name in wrong:
        other = "a trigger, which is fired by name" if trigger else "a condition with a threshold"
        _impossible(fields.nodes[name], f'"{name}" says nothing for {other}', f'Remove "{name}", or "trigger".')


def _kind_of(merged: Merged, target: str) -> str:
    entry = merged.sections["targets"].get(target)
    if entry:
        return str(Fields("target", entry.properties)["kind"])
    return str(Fields("table", merged.properties)["implicit_target"])


def _check_target(entry: Entry) -> None:
    fields = Fields("target", entry.properties)
    kind = fields["kind"]
    for name in fields.nodes:
        if name in _KIND_ONLY - _OF_KIND[kind]:
            owners = ", ".join(owner for owner, names in _OF_KIND.items() if name in names)
            _impossible(fields.nodes[name], f'"{name}" says nothing for the kind {kind}', f"It belongs to: {owners}.")
    if "axis" in fields and fields["axis"] not in _AXES.get(kind, (fields["axis"],)):
        _impossible(fields.nodes["axis"], f"a {kind} has no axis {fields['axis']}", f"Write one of {_AXES[kind]}.")
    if kind == "bone" and fields.or_else("property", "scale") not in ("rotation", "translation", "scale"):
        remedy = "Write rotation, translation or scale."
        _impossible(fields.nodes["property"], f'a bone has no property "{fields["property"]}"', remedy)
    if kind in ("sprite", "event") and fields.or_else("category", "none") != "none":
        _impossible(fields.nodes["category"], f"VRM dampens no {kind}", 'Remove "category".')
    own = OVERRIDES.get(category_of(fields, entry.id, kind), "")
    if own in fields and fields[own] != "none":
        message = f'an expression of this category cannot have "{own}"'
        _impossible(fields.nodes[own], message, "VRM 1.0 takes no notice of it; remove it.")


def _check_priorities(merged: Merged) -> None:
    for row in merged.entries("rows"):
        fields = Fields("row", row.properties)
        if not fields["priority"] or "to" not in fields:
            continue
        target = merged.sections["targets"].get(fields["to"])
        if target is None or Fields("target", target.properties)["combine"] != "override":
            message = f'"{fields["to"]}" does not combine by override, so that a priority says nothing'
            remedy = 'Declare it in `targets` with "combine": "override", or remove the priority.'
            _impossible(fields.nodes["priority"], message, remedy)


def _check_switches(merged: Merged) -> None:
    owner: dict[str, str] = {}
    for entry in merged.entries("switches"):
        for choice in choices_of(entry):
            for target, node in poses_of(choice):
                if owner.setdefault(target, entry.id) != entry.id:
                    message = f'"{target}" already belongs to the switch "{owner[target]}"'
                    _impossible(node, message, "Give the target to one switch.")
    for row in merged.entries("rows"):
        to = row.properties.get("to")
        if to is not None and str(to.value) in owner:
            message = f'"{to.value}" belongs to the switch "{owner[str(to.value)]}"'
            _impossible(to, message, "Drive another target, or remove it from the switch.")


def _check_members(merged: Merged) -> None:
    for entry in merged.entries("groups"):
        seen: set[str] = set()
        for target, node in source_members(entry):
            kind = _kind_of(merged, target)
            if kind not in (*_SHARED, "none"):
                _impossible(node, f'"{target}" is a {kind}, which shares no limit', "Take it out of the group.")
            if target in seen:
                node.fault("duplicate-id", f'"{target}" stands twice in this group', "Keep one of them.")
            seen.add(target)
