"""The cases of mappings/conformance/invalid: tables, and by hand the code and JSON pointer of every fault."""

# A case reads best as one line of a table.
# ruff: noqa: E501
# fmt: off

from __future__ import annotations

from typing import Any

__all__ = ["FAULTS", "TITLES"]

TITLES = {
    "text": "Files that are not JSON as the language has it: `text` is the whole file.",
    "form": "Tables whose form is wrong.",
    "meaning": "Tables whose form is right, and that cannot be meant.",
    "extending": "Chains of tables: `files` stand beside the table, which is table.json. A fault in another file names it.",
}
FAULTS: dict[str, list[dict[str, Any]]] = {name: [] for name in TITLES}

ROW = {"id": "r", "from": "jawOpen", "to": "x"}


def fault(
    code: str, pointer: str, line: int | None = None, file: str | None = None, column: int | None = None
) -> dict[str, Any]:
    found: dict[str, Any] = {"code": code, "pointer": pointer, "line": line, "column": column, "file": file}
    return {key: value for key, value in found.items() if value is not None}


def text(name: str, description: str, catches: str, content: str, *faults: dict[str, Any]) -> None:
    FAULTS["text"].append(
        {"id": name, "description": description, "catches": catches, "text": content, "faults": list(faults)}
    )


def bad(where: str, name: str, description: str, catches: str, table: Any, *faults: Any, files: Any = None) -> None:
    """`faults` as pairs of code and pointer."""
    if isinstance(table, dict):
        table = {"version": 1, **table}
    entry = {"id": name, "description": description, "catches": catches, "table": table}
    if files:
        entry["files"] = {path: {"version": 1, **content} for path, content in files.items()}
    FAULTS[where].append({**entry, "faults": [f if isinstance(f, dict) else fault(*f) for f in faults]})


def form(name: str, description: str, catches: str, table: Any, *faults: Any) -> None:
    bad("form", name, description, catches, table, *faults)


def meaning(name: str, description: str, catches: str, table: Any, *faults: Any) -> None:
    bad("meaning", name, description, catches, table, *faults)


def in_row(**more: Any) -> dict[str, Any]:
    return {"rows": [{**ROW, **more}]}


text("empty", "an empty file", "reading past the end", "", fault("syntax", "", 1))
text(
    "cut-off",
    "cut off in a row",
    "an endless wait for more",
    '{"version": 1,\n"rows": [{"id": "r"',
    fault("syntax", "", 2),
)
text(
    "trailing-comma",
    "a comma after the last row",
    "a lenient reader",
    '{"version": 1,\n"rows": [],\n}',
    fault("syntax", "", 3),
)
text("comment", "a comment", "a lenient reader", '{"version": 1, // no\n"rows": []}', fault("syntax", "", 1))
text("single-quotes", "quotes of another language", "a lenient reader", "{'version': 1}", fault("syntax", "", 1))
text(
    "nan-word",
    "NaN without quotes",
    "a reader that takes NaN",
    '{"version": 1,\n"rows": [{"id": "r", "to": "x", "gain": NaN}]}',
    fault("syntax", "", 2),
)
text("leading-zero", "01 is no number", "a lenient reader of numbers", '{"version": 01}', fault("syntax", "", 1))
text("two-values", "a second value follows", "leftovers not looked at", '{"version": 1}\n{}', fault("syntax", "", 2))
text(
    "half-a-pair",
    "half of a surrogate pair in an id",
    "text that cannot be written again",
    '{"version": 1, "name": "\\ud800"}',
    fault("syntax", "", 1),
)
text(
    "too-deep",
    "17 objects in one another",
    "recursion until the stack ends",
    '{"version": 1, "metadata": ' + '{"a": ' * 16 + "1" + "}" * 16 + "}",
    fault("too-deep", "/metadata" + "/a" * 15, 1),
)
text(
    "duplicate-key",
    "gain twice in a row, and version twice",
    "the second one overwriting the first",
    '{"version": 1,\n"version": 1,\n"rows": [{"id": "r", "from": "jawOpen", "to": "x", "gain": 1,\n "gain": 2}]}',
    fault("duplicate-key", "/version", 2),
    fault("duplicate-key", "/rows/0/gain", 4),
)
text(
    "not-finite",
    "1e999",
    "infinity out of a number",
    '{"version": 1,\n"rows": [{"id": "r", "to": "x", "gain": 1e999}]}',
    fault("not-finite", "/rows/0/gain", 2),
)

for _name, _description, _text, _column in (
    ("escape-unknown", "an escape that JSON does not have", '{"name": "ab\\x"}', 13),
    ("escape-short", "two digits of four", '{"name": "\\u12"}', 11),
    ("escape-no-digits", "a sign for a digit", '{"name": "\\u+123"}', 11),
    ("control-character", "a line end in a text, behind a character of two halves", '{"name": "😀a\n"}', 13),
    ("endless-text", "a text that does not end, with an escaped quote", '{"name": "a\\" }', 10),
    ("endless-escape", "the file ends behind a backslash", '{"name": "a\\', 10),
    ("half-a-pair-column", "half of a pair stands at the quote", '{"name": "ab\\udc00"}', 10),
    ("lonely-minus", "a minus without digits", '{"name": -}', 10),
    ("half-a-number", "1. is no number", '{"name": 1.}', 11),
    ("unknown-word", "True is another language's", '{"name": True}', 10),
    ("no-colon", "a value without a colon", '{"name" 1}', 9),
    ("carriage-return", "a carriage return alone ends no line", '{"name":\r\r x}', 12),
):  # fmt: skip
    text(_name, _description, "a fault in another column", _text, fault("syntax", "", 1, column=_column))
text(
    "not-finite-alone",
    "1e999 where limits hold",
    "a second fault for a value that nobody wrote",
    '{"version": 1, "lost": {"idle": {"interval": [1e999, 2], "seed": -1e999}}}',
    fault("not-finite", "/lost/idle/interval/0", 1, column=47),
    fault("not-finite", "/lost/idle/seed", 1, column=58),
)

form("not-an-object", "a list for a table", "a cast without a check", [1], ("wrong-type", ""))
form("no-version", "no version", "a default version", None, ("wrong-type", ""))
FAULTS["form"][-1]["table"] = {"rows": []}
FAULTS["form"][-1]["faults"] = [fault("missing-property", "")]
form("version-newer", "version 2", "a newer language half understood", {"version": 2}, ("version", "/version"))
form("version-text", '"1" for 1', "a cast of texts", {"version": "1"}, ("version", "/version"))
form("version-bool", "true for 1", "true, which equals 1", {"version": True}, ("version", "/version"))
form("version-0", "a list of version 0", "twenty faults for one cause", None, ("version", ""))
FAULTS["form"][-1]["table"] = {"jawOpen": "x", "eyeBlinkLeft": ["y", 2], "nobody": [[]]}
form("no-version-but-rows", "rows and pairs in one, without a version", "a table taken for a list of version 0", None,
     ("missing-property", ""), ("unknown-property", "/jawOpen"))  # fmt: skip
FAULTS["form"][-1]["table"] = {"jawOpen": "x", "rows": []}
form("nothing", "an object without properties", "nothing taken for a list of version 0", None, ("missing-property", ""))
FAULTS["form"][-1]["table"] = {}
form(
    "unknown-property",
    "a misspelt property of a row, and one of the table",
    "silence about a misspelling",
    {**in_row(gian=2), "row": []},
    ("unknown-property", "/rows/0/gian"),
    ("unknown-property", "/row"),
)
form(
    "unknown-in-source",
    "a misspelt property of a source",
    "checks of the top only",
    in_row(**{"from": {"of": "jawOpen", "wieght": 2}}),
    ("unknown-property", "/rows/0/from/wieght"),
)
form("all-at-once", "three faults in three rows", "only the first fault told", {"rows": [{**ROW, "gain": "1"}, {**ROW, "id": "s", "op": "mean"}, {**ROW, "id": " t"}]},
     ("wrong-type", "/rows/0/gain"), ("unknown-value", "/rows/1/op"), ("bad-id", "/rows/2/id"))
form("form-and-meaning", "a misspelt property and a gain too large beside a misspelt channel", "a second round of faults after the first is mended", in_row(**{"from": "jawOpn"}, gian=2, gain=1001), ("unknown-property", "/rows/0/gian"), ("out-of-range", "/rows/0/gain"), ("unknown-name", "/rows/0/from"))
form("text-for-number", "a number in quotes", "a cast of texts", in_row(gain="1"), ("wrong-type", "/rows/0/gain"))
form("bool-for-number", "true for a number", "true taken for 1", in_row(offset=True), ("wrong-type", "/rows/0/offset"))
form("number-for-bool", "1 for true", "truth by number", in_row(invert=1), ("wrong-type", "/rows/0/invert"))
form("null", "null for a number", "null taken for the default", in_row(gain=None), ("wrong-type", "/rows/0/gain"))
form(
    "fraction-for-integer",
    "on one and a half frames",
    "silent rounding",
    {"regions": [{"id": "m", "hold_frames": 1.5}]},
    ("wrong-type", "/regions/0/hold_frames"),
)
form(
    "no-id",
    "a row without id",
    "rows that state cannot be kept of",
    {"rows": [{"from": "jawOpen", "to": "x"}]},
    ("missing-property", "/rows/0"),
)
form(
    "id-empty", "an empty id", "an id that matches everything", {"rows": [{**ROW, "id": ""}]}, ("bad-id", "/rows/0/id")
)
form(
    "id-long",
    "an id of 65 characters",
    "a buffer of 64",
    {"rows": [{**ROW, "id": "あ" * 65}]},
    ("bad-id", "/rows/0/id"),
)
form(
    "id-newline",
    "an id that ends with a newline",
    "a pattern whose end matches before it",
    {"rows": [{**ROW, "id": "r\n"}]},
    ("bad-id", "/rows/0/id"),
)
form(
    "id-in-set",
    "a target in a set with a space before it",
    "names of properties not looked at",
    {"conditions": [{"id": "c", "trigger": True, "set": {" x": 1}}]},
    ("bad-id", "/conditions/0/set/ x"),
)
form(
    "pointer-escapes",
    "names with / and ~ in a pointer",
    "a pointer that is not escaped",
    {"conditions": [{"id": "c", "trigger": True, "set": {"a/b~c": "1"}}]},
    ("wrong-type", "/conditions/0/set/a~1b~0c"),
)
form(
    "gain-too-large", "a gain of 1001", "limits that nobody checks", in_row(gain=1001), ("out-of-range", "/rows/0/gain")
)
form(
    "fade-negative",
    "a fade of -1 s",
    "a fade that runs backwards",
    {"conditions": [{"id": "c", "trigger": True, "fade": -1}]},
    ("out-of-range", "/conditions/0/fade"),
)
form(
    "curve-one-key", "a curve of one key", "an empty segment", in_row(curve=[[0, 0]]), ("wrong-length", "/rows/0/curve")
)
form(
    "curve-key-length",
    "keys of one and of five numbers",
    "reading past the end",
    in_row(curve=[[0], [1, 1, 0, 0, 0]]),
    ("wrong-length", "/rows/0/curve/0"),
    ("wrong-length", "/rows/0/curve/1"),
)
form(
    "clamp-of-one",
    "a clamp of one number",
    "reading past the end",
    in_row(clamp=[1]),
    ("wrong-length", "/rows/0/clamp"),
)
form(
    "no-sources",
    "an empty list of sources",
    "0 / 0 in an average",
    in_row(**{"from": []}),
    ("wrong-length", "/rows/0/from"),
)
form(
    "too-many-sources",
    "17 sources",
    "a buffer of 16",
    in_row(**{"from": ["jawOpen"] * 17}),
    ("wrong-length", "/rows/0/from"),
)
form(
    "while-twice",
    "a condition twice in while",
    "a weight that is squared",
    in_row(**{"while": ["a", "a"]}),
    ("duplicate-id", "/rows/0/while/1"),
)
form(
    "rule-true",
    "true for a rule of eyes",
    "true that switches nothing on",
    {"eyes": {"wink": True}},
    ("unknown-value", "/eyes/wink"),
)
form(
    "remove-false",
    "remove: false",
    "an entry removed by the mere name",
    {"rows": [{"id": "r", "remove": False}]},
    ("unknown-value", "/rows/0/remove"),
)

meaning(
    "duplicate-id", "two rows of one id", "the second row lost", {"rows": [ROW, ROW]}, ("duplicate-id", "/rows/1/id")
)
meaning("same-id-elsewhere", "a row and a condition may share an id; a choice may not be there twice", "ids compared across sections",
        {"conditions": [{"id": "r", "trigger": True}], "rows": [ROW], "switches": [{"id": "r", "choices": [{"id": "r", "set": {"y": 1}}, {"id": "r", "set": {"y": 0}}]}]},
        ("duplicate-id", "/switches/0/choices/1/id"))
meaning("unknown-input", "misspelt channels in a row, a signal, a condition and a choice", "a silent zero",
        {"rows": [{**ROW, "from": ["jawOpen", {"of": "jawopen"}]}], "signals": [{"id": "s", "from": "mouthSmile"}], "conditions": [{"id": "c", "when": "anger"}],
         "switches": [{"id": "m", "choices": [{"id": "a", "from": "A", "set": {"y": 1}}]}]},
        ("unknown-name", "/rows/0/from/1/of"), ("unknown-name", "/signals/0/from"), ("unknown-name", "/conditions/0/when"), ("unknown-name", "/switches/0/choices/0/from"))
meaning("name-taken", "a signal and an input with the names of channels", "a channel that a signal hides", {"signals": [{"id": "jawOpen", "from": "mouthFunnel"}, {"id": "own", "offset": 1}], "inputs": [{"id": "tracked"}, {"id": "own"}]},
        ("name-taken", "/signals/0/id"), ("name-taken", "/signals/1/id"), ("name-taken", "/inputs/0/id"))
meaning("cycle", "signals that need each other, and one that needs itself", "endless recursion", {"signals": [{"id": "a", "from": "b"}, {"id": "b", "from": ["jawOpen", "a"]}, {"id": "c", "from": "c"}]},
        ("cycle", "/signals/0/from"), ("cycle", "/signals/2/from"))
meaning("unknown-condition", "while and unless that name no condition", "a row that is always on", {**in_row(**{"while": "angry", "unless": ["r"]}), "groups": [{"id": "g", "members": ["x", "y"], "while": "no"}]},
        ("unknown-id", "/rows/0/while"), ("unknown-id", "/rows/0/unless/0"), ("unknown-id", "/groups/0/while"))
meaning("unknown-region", "regions that are not there", "timing that never applies", {**in_row(region="mouth"), "targets": [{"id": "y", "region": "eyes"}], "conditions": [{"id": "c", "trigger": True, "suppress": ["brows"]}]},
        ("unknown-id", "/rows/0/region"), ("unknown-id", "/targets/0/region"), ("unknown-id", "/conditions/0/suppress/0"))
meaning(
    "undeclared-target",
    "implicit_target none: every target must be declared",
    "a misspelt target that becomes a morph",
    {"implicit_target": "none", "targets": [{"id": "x"}], "rows": [ROW, {**ROW, "id": "s", "to": "X"}]},
    ("unknown-id", "/rows/1/to"),
)
meaning("nothing-to-drive", "rows, switches, groups and conditions that lack what they need", "a row that does nothing", {"rows": [{"id": "r", "from": "jawOpen"}], "switches": [{"id": "s"}], "groups": [{"id": "g"}], "conditions": [{"id": "c"}]},
        ("missing-property", "/rows/0"), ("missing-property", "/switches/0"), ("missing-property", "/groups/0"), ("missing-property", "/conditions/0"))
meaning(
    "address-missing",
    "a bone without axis, a sprite without count",
    "an address guessed",
    {"targets": [{"id": "a", "kind": "bone", "bone": "Head", "property": "rotation"}, {"id": "b", "kind": "sprite"}]},
    ("missing-property", "/targets/0"),
    ("missing-property", "/targets/1"),
)
meaning("address-of-another-kind", "a bone with a mesh, axis u of a bone, a bone's colour", "properties that say nothing", {"targets": [{"id": "a", "kind": "bone", "bone": "Head", "property": "colour", "axis": "u", "mesh": "Face"}]},
        ("impossible", "/targets/0/property"), ("impossible", "/targets/0/axis"), ("impossible", "/targets/0/mesh"))
meaning(
    "curve-order",
    "keys that fall back, and two of the same x",
    "a division by 0",
    {"rows": [{**ROW, "curve": [[0, 0], [1, 1], [0.5, 1]]}, {**ROW, "id": "s", "curve": [[0, 0], [0, 1]]}]},
    ("order", "/rows/0/curve/2"),
    ("order", "/rows/1/curve/1"),
)
meaning("limits-order", "limits the wrong way round", "a clamp that always gives one end", {"rows": [{**ROW, "clamp": [1, 0]}], "targets": [{"id": "x", "range": [1, -1]}], "conditions": [{"id": "c", "when": "jawOpen", "on": 0.2, "off": 0.3}]},
        ("order", "/rows/0/clamp/1"), ("order", "/targets/0/range/1"), ("order", "/conditions/0/off"))
meaning(
    "dead-zone-order",
    "a dead zone of 1, and one beyond its full",
    "a division by 0",
    {"rows": [{**ROW, "dead_zone": 1}, {**ROW, "id": "s", "dead_zone": [5, 5]}]},
    ("order", "/rows/0/dead_zone"),
    ("order", "/rows/1/dead_zone/1"),
)
meaning("eyes-order", "rules of eyes the wrong way round, one against a default", "a division by 0", {"eyes": {"glasses": {"open": 0.7}, "far_eye": {"from": 40, "to": 30}, "wink": {"off": 0.4}}},
        ("order", "/eyes/glasses/open"), ("order", "/eyes/far_eye/from"), ("order", "/eyes/wink/off"))
meaning(
    "snap-order",
    "poses that do not rise, and a leave within within",
    "a pose that is never left",
    {"regions": [{"id": "m", "snap": [0, 1, 1], "snap_leave": 0.05}]},
    ("order", "/regions/0/snap/2"),
    ("order", "/regions/0/snap_leave"),
)
meaning(
    "region-conflict",
    "two rows put one target into two regions",
    "the last region wins",
    {"regions": [{"id": "a"}, {"id": "b"}], "rows": [{**ROW, "region": "a"}, {**ROW, "id": "s", "region": "b"}]},
    ("region-conflict", "/rows/1/region"),
)
meaning(
    "priority-without-override",
    "a priority where rows are summed",
    "a priority that says nothing",
    in_row(priority=1),
    ("impossible", "/rows/0/priority"),
)
meaning("trigger-and-threshold", "a trigger with a threshold, a threshold with a duration", "one of both ignored", {"conditions": [{"id": "a", "trigger": True, "when": "jawOpen", "on": 1}, {"id": "b", "when": "jawOpen", "duration": 1}]},
        ("impossible", "/conditions/0/when"), ("impossible", "/conditions/0/on"), ("impossible", "/conditions/1/duration"))
meaning("switch-owns", "a row to a target of a switch, and two switches for one", "a switch and a row that fight", {"rows": [ROW], "switches": [{"id": "m", "choices": [{"id": "a", "set": {"x": 1}}]}, {"id": "n", "choices": [{"id": "a", "set": {"x": 1}}]}]},
        ("impossible", "/rows/0/to"), ("impossible", "/switches/1/choices/0/set/x"))
meaning("group-of-bones", "a bone in a group, and a member twice", "degrees that share a limit of 1", {"targets": [{"id": "b", "kind": "bone", "bone": "Jaw", "property": "rotation", "axis": "x"}], "groups": [{"id": "g", "members": ["b", "x", {"target": "x"}]}]},
        ("impossible", "/groups/0/members/0"), ("duplicate-id", "/groups/0/members/2/target"))
meaning("own-category", "blink that overrides blinks, and a category of a sprite", "an expression that puts itself out", {"targets": [{"id": "blink", "kind": "expression", "override_blink": "block"}, {"id": "s", "kind": "sprite", "count": 2, "category": "mouth"}]},
        ("impossible", "/targets/0/override_blink"), ("impossible", "/targets/1/category"))
meaning(
    "override-of-a-morph",
    "VRM properties of a morph",
    "properties that say nothing",
    {"targets": [{"id": "m", "binary": True, "override_mouth": "block"}]},
    ("impossible", "/targets/0/binary"),
    ("impossible", "/targets/0/override_mouth"),
)


def chain(name: str, description: str, catches: str, table: Any, files: Any, *faults: Any) -> None:
    bad("extending", name, description, catches, table, *faults, files=files)


chain(
    "missing",
    "the base is not there",
    "an empty base",
    {"extends": "nowhere.json"},
    {},
    ("extends-missing", "/extends"),
)
chain(
    "unknown-properties-elsewhere",
    "properties of other entries, with contents that would be faults there",
    "a check of order that trips over what no one checked",
    {"targets": [{"id": "x", "curve": [[1, 0], [0, 0]], "clamp": ["a", None]}, {"id": "y", "curve": ["a", None, [1]], "while": "c"}],
     "rows": [{**ROW, "snap": [1, 0], "set": {"x": []}, "choices": [1], "members": {}, "when": 1, "off": 9, "range": [1, 0]}]},
    {},
    ("unknown-property", "/targets/0/curve"), ("unknown-property", "/targets/0/clamp"), ("unknown-property", "/targets/1/curve"),
    ("unknown-property", "/targets/1/while"), ("unknown-property", "/rows/0/snap"), ("unknown-property", "/rows/0/set"),
    ("unknown-property", "/rows/0/choices"), ("unknown-property", "/rows/0/members"), ("unknown-property", "/rows/0/when"),
    ("unknown-property", "/rows/0/off"), ("unknown-property", "/rows/0/range"),
)  # fmt: skip
FAULTS["form"].append(FAULTS["extending"].pop())
chain(
    "unknown-beside-remove",
    "an unknown property beside remove, and remove where there is none",
    "a fault in what nobody looks at, or a removal that changes something",
    {"extends": "base.json", "rows": [{"id": "r", "remove": True, "snap": [1, 0]}],
     "switches": [{"id": "s", "choices": [{"id": "a", "set": {"y": 1}, "remove": True, "range": [1, 0]}]}]},
    {"base.json": {"rows": [ROW]}},
    ("unknown-property", "/rows/0/snap"), ("impossible", "/rows/0/snap"),
    ("unknown-property", "/switches/0/choices/0/remove"), ("unknown-property", "/switches/0/choices/0/range"),
)  # fmt: skip
chain(
    "no-path",
    "a character that no path has",
    "an error of the file system that nobody expects",
    {"extends": "a\u0000b.json"},
    {},
    ("extends-missing", "/extends"),
)
chain(
    "itself",
    "a table that extends itself",
    "endless recursion",
    {"extends": "table.json"},
    {},
    ("extends-cycle", "/extends"),
)
chain(
    "circle",
    "two tables that extend each other",
    "endless recursion",
    {"extends": "a.json"},
    {"a.json": {"extends": "./table.json"}},
    {**fault("extends-cycle", "/extends"), "file": "a.json"},
)
chain(
    "too-long",
    "nine tables",
    "a chain without end",
    {"extends": "1.json"},
    {f"{i}.json": {"extends": f"{i + 1}.json"} for i in range(1, 9)},
    {**fault("extends-depth", "/extends"), "file": "7.json"},
)
chain(
    "fault-in-base",
    "faults in both files",
    "faults of the first file only",
    {"extends": "base.json", "rows": [{**ROW, "gain": "2"}]},
    {"base.json": {"rows": [{"id": "b", "too": "x"}]}},
    ("wrong-type", "/rows/0/gain"),
    {**fault("unknown-property", "/rows/0/too"), "file": "base.json"},
)
chain(
    "remove-nothing",
    "removing what is not there",
    "a misspelt removal",
    {"extends": "base.json", "rows": [{"id": "R", "remove": True}]},
    {"base.json": {"rows": [ROW]}},
    ("unknown-id", "/rows/0"),
)
chain(
    "remove-and-change",
    "remove beside a change",
    "a change that is lost",
    {"extends": "base.json", "rows": [{"id": "r", "remove": True, "gain": 2}]},
    {"base.json": {"rows": [ROW]}},
    ("impossible", "/rows/0/gain"),
)
chain("dangling-after-removal", "a condition is removed, and a row of the base still names it", "a row that is always on", {"extends": "base.json", "conditions": [{"id": "c", "remove": True}]},
      {"base.json": {"conditions": [{"id": "c", "trigger": True}], "rows": [{**ROW, "while": "c"}]}}, {**fault("unknown-id", "/rows/0/while"), "file": "base.json"})
chain(
    "misspelt-override",
    "an override of a misspelt id",
    "a new row that does nothing",
    {"extends": "base.json", "rows": [{"id": "rr", "gain": 2}]},
    {"base.json": {"rows": [ROW]}},
    ("missing-property", "/rows/0"),
)
chain(
    "order-across-files",
    "on from the base, off from the shot",
    "checks of one file at a time",
    {"extends": "base.json", "conditions": [{"id": "c", "off": 0.6}]},
    {"base.json": {"conditions": [{"id": "c", "when": "jawOpen", "on": 0.5}]}},
    ("order", "/conditions/0/off"),
)
chain(
    "base-of-version-0",
    "the base is a list of version 0",
    "a base without rows",
    {"extends": "base.json", "rows": [{**ROW, "while": "nobody"}]},
    {"base.json": {}},
    {**fault("version", ""), "file": "base.json"},
)
FAULTS["extending"][-1]["files"]["base.json"] = {"jawOpen": "x"}
