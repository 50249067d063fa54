"""Writes the facts of mappings/channels.json and mappings/schema/table.json as tables of C++.

python tests/cpp/make_contract.py            rewrites unreal-plugin/.../ContractTables.cpp
python tests/cpp/make_contract.py --check    fails where it is not what those files say
"""

from __future__ import annotations

import json
import math
import sys
from pathlib import Path
from typing import Any

Schema = dict[str, Any]
ROOT = Path(__file__).resolve().parents[2]
MAPPINGS = ROOT / "mappings"
OUTPUT = ROOT / "unreal-plugin/Source/KoekataCore/Private/Mapping/Load/ContractTables.cpp"
FACE_INPUTS = ("weights", "pose")
ID_PATTERN = r"^[^ \u0000-\u001f\u007f-\u009f]([^\u0000-\u001f\u007f-\u009f]*[^ \u0000-\u001f\u007f-\u009f])?$"
"""What the core takes for an id; it is written in C++ there."""
TYPES = {"object": "Object", "array": "Array", "string": "Text", "number": "Number", "integer": "Integer",
         "boolean": "Boolean", None: "Any"}  # fmt: skip
ONLY = {"true": "True", "false": "False", "1": "One", "null": "Any"}


def number(value: float) -> str:
    """A literal of C++."""
    return repr(float(value)).replace("inf", "Unbounded")


def text(value: str) -> str:
    """A literal of C++."""
    return json.dumps(value)


def flag(value: object) -> str:
    """A literal of C++."""
    return "true" if value else "false"


class Writer:
    """Names every schema once, and writes each after those that it needs."""

    def __init__(self, root: Schema) -> None:
        self._root = root
        self._names: dict[str, str] = {}
        self.lines: list[str] = []

    def schema(self, schema: Schema) -> str:
        """The name of the C++ object of a schema."""
        if "$ref" in schema:
            schema = self._root["$defs"][schema["$ref"].removeprefix("#/$defs/")]
        key = json.dumps({name: value for name, value in schema.items() if name not in ("title", "description")})
        if key not in self._names:
            fields = self._fields(schema)
            self._names[key] = f"Schema{len(self._names)}"
            self.lines.append(f"constexpr FSchema {self._names[key]} = {{{', '.join(fields)}}};")
        return self._names[key]

    def _array(self, of: str, entries: list[str]) -> tuple[str, str]:
        if not entries:
            return "nullptr", "0"
        name = f"List{len(self.lines)}"
        self.lines.append(f"constexpr {of} {name}[] = {{\n\t" + ",\n\t".join(entries) + "};")
        return name, str(len(entries))

    def _fields(self, schema: Schema) -> list[str]:
        only = f"EOnly::{ONLY[json.dumps(schema.get('const'))]}"
        is_id = "pattern" in schema
        assert not is_id or (schema["pattern"], schema["minLength"], schema["maxLength"]) == (ID_PATTERN, 1, 64)
        kind = schema.get("type")
        bounds = [rule for rule in schema.get("oneOf", ()) if "maxItems" in rule] if kind == "array" else []
        least, most = self._counts(bounds[-1] if bounds else schema)
        return [
            f"EType::{TYPES[kind]}", only, flag(is_id), flag(schema.get("uniqueItems")), flag(bounds),
            flag(schema.get("additionalProperties", True) is True), least, most, flag("minimum" in schema),
            number(schema.get("minimum", 0)), number(schema.get("maximum", 0)), *self._members(schema),
        ]  # fmt: skip

    def _counts(self, schema: Schema) -> tuple[str, str]:
        low = [schema[word] for word in ("minItems", "minProperties", "minLength") if word in schema]
        high = [schema[word] for word in ("maxItems", "maxProperties", "maxLength") if word in schema]
        return str((low or [0])[0]), str((high or [0])[0])

    def _members(self, schema: Schema) -> list[str]:
        required = schema.get("required", ())
        properties = [
            f"{{{text(name)}, &{self.schema(child)}, {self._default(child)}, {flag(name in required)}}}"
            for name, child in schema.get("properties", {}).items()
        ]
        others, items = schema.get("additionalProperties"), schema.get("items")
        branches = schema.get("oneOf", []) if "type" not in schema else []
        return [
            *self._array("FProperty", properties),
            f"&{self.schema(others)}" if isinstance(others, dict) else "nullptr",
            f"&{self.schema(items)}" if items else "nullptr",
            *self._array("std::string_view", [text(word) for word in schema.get("enum", ())]),
            *self._array("const FSchema*", [f"&{self.schema(branch)}" for branch in branches]),
        ]

    def _default(self, schema: Schema) -> str:
        value = schema.get("default")
        numbers = [number(entry) for entry in value] if isinstance(value, list) else []
        plain = value if isinstance(value, (int, float)) and not isinstance(value, bool) else 0
        word = value if isinstance(value, str) else ""
        name, count = self._array("double", numbers)
        return f"{{{flag(value is not None)}, {number(plain)}, {flag(value is True)}, {text(word)}, {name}, {count}}}"


def channel_lines(channels: dict[str, Any]) -> list[str]:
    """A line for each channel, in the order of the file."""
    lines = []
    for group, entries in channels.items():
        for entry in entries if isinstance(entries, list) else ():
            low, high = entry["range"] or (-math.inf, math.inf)
            lines.append(f"\t{{{text(entry['name'])}, {number(low)}, {number(high)}, {flag(group in FACE_INPUTS)}}},")
    return lines


def contract() -> str:
    """The whole file."""
    channels = json.loads((MAPPINGS / "channels.json").read_text("utf-8"))
    schema = json.loads((MAPPINGS / "schema" / "table.json").read_text("utf-8"))
    writer = Writer(schema)
    root = writer.schema(schema)
    return "\n".join(
        [
            "// Written by tests/cpp/make_contract.py from mappings/channels.json and mappings/schema/table.json.",
            "// Change those, and run it again.",
            "",
            '#include "Contract.h"',
            "",
            "#include <limits>",
            "",
            "namespace Koekata",
            "{",
            "namespace",
            "{",
            "constexpr double Unbounded = std::numeric_limits<double>::infinity();",
            "",
            "constexpr FChannel AllChannels[] = {",
            *channel_lines(channels),
            "};",
            "",
            *writer.lines,
            "} // namespace",
            "",
            "const FSchema& TableSchema()",
            "{",
            f"\treturn {root};",
            "}",
            "",
            "const FChannel* Channels(size_t& Count)",
            "{",
            "\tCount = sizeof(AllChannels) / sizeof(AllChannels[0]);",
            "\treturn AllChannels;",
            "}",
            "} // namespace Koekata",
            "",
        ]
    )


def main() -> int:
    """Write the file, or say whether it is current."""
    wanted = contract()
    if sys.argv[1:] != ["--check"]:
        OUTPUT.write_text(wanted, "utf-8")
        return 0
    if OUTPUT.read_text("utf-8") == wanted:
        return 0
    sys.stderr.write(f"{OUTPUT.name} is not what mappings/ says: run python tests/cpp/make_contract.py\n")
    return 1


if __name__ == "__main__":
    sys.exit(main())
