"""The schema explains itself to an editor, and agrees with the specification."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

SCHEMA: dict[str, Any] = json.loads(
    (Path(__file__).parents[3] / "mappings" / "schema" / "table.json").read_text("utf-8")
)


def _objects(schema: Any, where: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(schema, dict):
        if isinstance(schema.get("properties"), dict):
            yield where, schema
        for name, entry in schema.items():
            yield from _objects(entry, f"{where}/{name}")
    elif isinstance(schema, list):
        for index, entry in enumerate(schema):
            yield from _objects(entry, f"{where}/{index}")


@pytest.mark.parametrize(("where", "schema"), list(_objects(SCHEMA)))
def test_every_property_has_a_title_and_a_description_and_no_other_is_taken(where: str, schema: dict[str, Any]) -> None:
    assert schema["additionalProperties"] is False, where
    for name, entry in schema["properties"].items():
        described = {**SCHEMA["$defs"].get(entry.get("$ref", "").rpartition("/")[2], {}), **entry}
        assert described.get("title"), f"{where}/{name}"
        assert described.get("description", "").endswith("."), f"{where}/{name}"


def test_every_reference_leads_somewhere() -> None:
    text = json.dumps(SCHEMA)
    named = {part.split('"')[0] for part in text.split("#/$defs/")[1:]}
    assert named <= set(SCHEMA["$defs"])
