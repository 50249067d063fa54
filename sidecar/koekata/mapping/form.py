"""Checks the form of one file against `mappings/schema/table.json`, with a fault for each place.

Interprets the part of JSON Schema that the schema uses, so that the rules stand once, in the schema.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from koekata.mapping.contract import table_schema
from koekata.mapping.document import Node
from koekata.mapping.faults import did_you_mean

__all__ = ["check_form", "check_value", "default_of", "is_list_of_pairs", "properties_of"]

_Schema = dict[str, Any]
_KINDS = {
    "object": "an object {...}",
    "array": "a list [...]",
    "string": "a text in quotes",
    "number": "a number",
    "integer": "an integer",
    "boolean": "true or false",
    "null": "null",
}
_BAD_ID = "Ids have 1 to 64 characters, no control characters, and no space at either end."


def check_form(node: Node) -> None:
    """Note every fault of the form in `node.source`."""
    if is_list_of_pairs(node):
        remedy = "It is one of version 0: `koekata mapping migrate` rewrites it on a copy."
        node.fault("version", "a list of pairs is no table", remedy)
    else:
        check_value(node, table_schema())


def is_list_of_pairs(node: Node) -> bool:
    """Whether this is a file of version 0."""
    return isinstance(node.value, dict) and bool(node.value) and node.value.keys().isdisjoint(properties_of("table"))


@cache
def _definition(reference: str) -> _Schema:
    found: _Schema = table_schema()["$defs"][reference.removeprefix("#/$defs/")]
    return found


def _resolved(schema: _Schema) -> _Schema:
    return _definition(schema["$ref"]) if "$ref" in schema else schema


@cache
def properties_of(kind: str) -> dict[str, Any]:
    """The properties of an entry, such as `row`, or of `table`."""
    schema = table_schema() if kind == "table" else _definition(kind)
    found: dict[str, Any] = schema["properties"]
    return found


def default_of(kind: str, name: str) -> Any:
    """The default of a property, None where it has none of its own."""
    return properties_of(kind)[name].get("default")


def _kind_of(value: object) -> str:
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, (int, float)):
        return "integer" if float(value).is_integer() else "number"
    names = {"dict": "object", "list": "array", "str": "string"}
    return names.get(type(value).__name__, "null")


def _fits(kind: str, schema: _Schema) -> bool:
    wanted = _resolved(schema).get("type")
    if wanted is None:
        return any(_fits(kind, branch) for branch in _resolved(schema).get("oneOf", ()))
    return bool(wanted == kind or (wanted == "number" and kind == "integer"))


def check_value(node: Node, schema: _Schema) -> None:
    """Note every fault of a value that `schema` describes."""
    schema = _resolved(schema)
    if node.unknown:
        return
    kind = _kind_of(node.value)
    if "type" not in schema and "oneOf" in schema:
        branch = next((branch for branch in schema["oneOf"] if _fits(kind, branch)), None)
        if branch is None:
            _wrong_type(node, kind, [branch for branch in schema["oneOf"] if branch.get("const", True)])
        else:
            check_value(node, branch)
        return
    if "const" in schema and (kind, node.value) != (_kind_of(schema["const"]), schema["const"]):
        _wrong_constant(node, schema["const"])
    elif "type" in schema and not _fits(kind, schema):
        _wrong_type(node, kind, [schema])
    else:
        _CHECKS.get(kind, _nothing)(node, schema)


def _nothing(node: Node, schema: _Schema) -> None:
    """Booleans have no further rules."""


def _wrong_type(node: Node, kind: str, branches: list[_Schema]) -> None:
    wanted = " or ".join(dict.fromkeys(_KINDS[name] for branch in branches for name in _types(branch)))
    remedy = f"Write {wanted}."
    if kind == "string" and "number" in wanted:
        remedy = "Write the number without quotes."
    node.fault("wrong-type", f"{wanted} is expected, not {_KINDS[kind]}", remedy)


def _types(branch: _Schema) -> list[str]:
    branch = _resolved(branch)
    if "type" in branch:
        return [branch["type"]]
    return [name for inner in branch["oneOf"] for name in _types(inner)]


def _wrong_constant(node: Node, wanted: object) -> None:
    if node.pointer == "/version":
        node.fault("version", f"version {node.plain()} is not known here", _version_remedy(node.value))
    elif not isinstance(node.value, bool):
        node.fault("wrong-type", f"{_KINDS[_kind_of(wanted)]} is expected", "Write true, or leave it out.")
    elif wanted is False:
        node.fault("unknown-value", "true says nothing here", "Write {} to switch it on with its defaults.")
    else:
        node.fault("unknown-value", "only true is allowed here", "Leave the property out to keep the entry.")


def _version_remedy(version: object) -> str:
    if isinstance(version, str):
        return "Write the number without quotes."
    if _kind_of(version) == "integer" and version > 1:  # type: ignore[operator]
        return "It was written for a newer Koekata: update this one."
    return "This reader knows version 1; `koekata mapping migrate` rewrites older tables."


def _check_object(node: Node, schema: _Schema) -> None:
    assert isinstance(node.value, dict)
    known: dict[str, _Schema] = schema.get("properties", {})
    others = schema.get("additionalProperties", True)
    for name, child in list(node.value.items()):
        if name in known:
            check_value(child, known[name])
        elif others is False:
            remedy = did_you_mean(name, known) or f"Here may stand: {', '.join(known)}."
            child.fault("unknown-property", f'there is no property "{name}" here', remedy.strip())
            # Nobody knows what it holds, so nobody shall look; beside `remove` it is one fault more.
            if "remove" not in known or "remove" not in node.value:
                del node.value[name]
        elif isinstance(others, dict):
            _check_id(child, name)
            check_value(child, others)
    for name in schema.get("required", ()):
        if name not in node.value:
            node.fault("missing-property", f'"{name}" is missing', f'Add "{name}".')
    _check_length(node, len(node.value), schema.get("minProperties", 0), schema.get("maxProperties"), "properties")


def _check_array(node: Node, schema: _Schema) -> None:
    assert isinstance(node.value, list)
    bounds = [rule for rule in schema.get("oneOf", ()) if "minItems" in rule or "maxItems" in rule] or [schema]
    count = len(node.value)
    if not any(rule.get("minItems", 0) <= count <= rule.get("maxItems", count) for rule in bounds):
        _check_length(node, count, bounds[-1].get("minItems", 0), bounds[-1].get("maxItems"), "entries")
    for child in node.value:
        check_value(child, schema.get("items", {}))
    if schema.get("uniqueItems"):
        _check_unique(node.value)


def _check_unique(nodes: list[Node]) -> None:
    seen: set[object] = set()
    for node in nodes:
        if isinstance(node.value, str) and node.value in seen:
            node.fault("duplicate-id", f'"{node.value}" stands twice in this list', "Keep one of them.")
        seen.add(node.value if isinstance(node.value, str) else id(node))


def _check_length(node: Node, count: int, low: int, high: int | None, what: str) -> None:
    if count < low or (high is not None and count > high):
        wanted = f"at least {low}" if high is None else f"{low} to {high}" if low != high else f"{low}"
        node.fault("wrong-length", f"{wanted} {what} are expected, not {count}", f"Give it {wanted} {what}.")


def _check_text(node: Node, schema: _Schema) -> None:
    text = str(node.value)
    if "pattern" in schema:
        _check_id(node, text)
    elif "enum" in schema:
        if text not in schema["enum"]:
            remedy = did_you_mean(text, schema["enum"]) + f"Write one of: {', '.join(schema['enum'])}."
            node.fault("unknown-value", f'"{text}" is not known here', remedy)
    else:
        _check_length(node, len(text), schema.get("minLength", 0), schema.get("maxLength"), "characters")


def _check_id(node: Node, text: str) -> None:
    rule = _definition("id")
    if not (rule["minLength"] <= len(text) <= rule["maxLength"] and _id_pattern().match(text)):
        node.fault("bad-id", f"{text!r} cannot be an id", _BAD_ID)


@cache
def _id_pattern() -> re.Pattern[str]:
    return re.compile(_definition("id")["pattern"].removesuffix("$") + r"\Z")


def _check_number(node: Node, schema: _Schema) -> None:
    assert isinstance(node.value, (int, float))
    low, high = schema.get("minimum"), schema.get("maximum")
    if (low is not None and node.value < low) or (high is not None and node.value > high):
        message = f"{node.value} is outside {low} to {high}"
        node.fault("out-of-range", message, f"Write a number from {low} to {high}.")


_CHECKS = {
    "object": _check_object,
    "array": _check_array,
    "string": _check_text,
    "number": _check_number,
    "integer": _check_number,
}
