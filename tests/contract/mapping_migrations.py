"""The cases of mappings/conformance/migrate, by hand: texts, and the table of version 1 or the faults."""

# A case reads best as one line of a table.
# ruff: noqa: E501
# fmt: off

from __future__ import annotations

from typing import Any

__all__ = ["MIGRATIONS", "TITLES"]

TITLES = {
    "pairs": "Lists of version 0 and the tables that they become.",
    "refused": "Lists of version 0 with faults, and versions that nobody knows: nothing is rewritten.",
    "current": "Tables of version 1: the text comes back as it is, byte for byte.",
}
MIGRATIONS: dict[str, list[dict[str, Any]]] = {name: [] for name in TITLES}
Row = tuple[Any, ...]


def pairs(name: str, description: str, catches: str, text: str, *rows: Row) -> None:
    """Rows as channel, target and, where it is not 1, gain."""
    written = [{"id": row[0], "from": row[0], "to": row[1], **({"gain": row[2]} if len(row) > 2 else {})} for row in rows]
    add("pairs", name, description, catches, text, table={"version": 1, "rows": written})


def refused(name: str, description: str, catches: str, text: str, *faults: Row) -> None:
    """Faults as code, pointer, line and column."""
    told = [dict(zip(("code", "pointer", "line", "column"), fault, strict=True)) for fault in faults]
    add("refused", name, description, catches, text, faults=told)


def current(name: str, description: str, catches: str, text: str) -> None:
    add("current", name, description, catches, text, unchanged=True)


def add(where: str, name: str, description: str, catches: str, text: str, **more: Any) -> None:
    MIGRATIONS[where].append({"id": name, "description": description, "catches": catches, "text": text, **more})


pairs("three-ways", "a target, a list, an object", "one of the three forms forgotten",
      '{"mouthSmileLeft": "Fcl_MTH_Fun",\n "jawOpen": ["Fcl_MTH_A", 0.8],\n "eyeBlinkLeft": {"to": "Fcl_EYE_Close_L", "gain": 1.2}}',
      ("mouthSmileLeft", "Fcl_MTH_Fun"), ("jawOpen", "Fcl_MTH_A", 0.8), ("eyeBlinkLeft", "Fcl_EYE_Close_L", 1.2))
pairs("gain-of-one", "a gain of 1, 1.0 and 1e0 is left out", "rows full of defaults",
      '{"jawOpen": ["a", 1], "jawLeft": {"to": "b", "gain": 1.0}, "jawRight": ["c", 1e0]}', ("jawOpen", "a"), ("jawLeft", "b"), ("jawRight", "c"))
pairs("gain-of-zero", "a gain of 0 stays, and one below 0", "a gain taken for none",
      '{"jawOpen": ["a", 0], "jawLeft": ["b", -1000]}', ("jawOpen", "a", 0), ("jawLeft", "b", -1000))
pairs("one-target", "two channels to one target", "the second row overwriting the first",
      '{"mouthSmileRight": "Fun", "mouthSmileLeft": "Fun"}', ("mouthSmileRight", "Fun"), ("mouthSmileLeft", "Fun"))
pairs("order-of-the-file", "the order of the file, not of the alphabet", "sorted rows",
      '{"tongueOut": "z", "browInnerUp": "m", "jawOpen": "a"}', ("tongueOut", "z"), ("browInnerUp", "m"), ("jawOpen", "a"))
pairs("any-script", "targets in any script, and beyond the first plane", "code units taken for characters",
      '{"eyeBlinkLeft": "まばたき", "jawOpen": "あ😀", "jawLeft": "\\u3042\\ud83d\\ude00"}', ("eyeBlinkLeft", "まばたき"), ("jawOpen", "あ😀"), ("jawLeft", "あ😀"))
pairs("pose-voice-and-own", "pose, voice, emotion, and what is always there", "a list of the 52 only",
      '{"headYaw": "Turn", "visemeA": "A", "emotionJoy": "Joy", "winkLeft": "Wink", "tracked": ["Seen", 0.5]}',
      ("headYaw", "Turn"), ("visemeA", "A"), ("emotionJoy", "Joy"), ("winkLeft", "Wink"), ("tracked", "Seen", 0.5))
pairs("only-to", "an object without gain", "a gain that is needed", '{"jawOpen": {"to": "A"}}', ("jawOpen", "A"))

refused("unknown-channel", "keys that are no channels: of another program, and misspelt", "a row without a source",
        '{"EyeBlinkLeft": "a",\n "jawOpn": "b", "": "c"}', ("unknown-name", "/EyeBlinkLeft", 1, 2), ("unknown-name", "/jawOpn", 2, 2), ("unknown-name", "/", 2, 17))
refused("own-property-of-a-table", "a name beside the pairs", "a table half understood", '{"name": "mine", "jawOpen": "A"}', ("missing-property", "", 1, 1))
refused("duplicate-channel", "a channel twice", "the last one silently taken", '{"jawOpen": "A",\n"jawOpen": "B"}', ("duplicate-key", "/jawOpen", 2, 1))
refused("empty", "an object without properties", "a table without rows", "{}", ("missing-property", "", 1, 1))
refused("empty-file", "an empty file", "reading past the end", "", ("syntax", "", 1, 1))
refused("gain-not-finite", "1e999", "infinity out of a number", '{"jawOpen": ["A", 1e999]}', ("not-finite", "/jawOpen/1", 1, 19))
refused("gain-nan", "NaN is not JSON", "a reader that takes NaN", '{"jawOpen": ["A", NaN]}', ("syntax", "", 1, 19))
refused("gain-too-large", "1000.5 and -2000", "a limit that holds for tables only", '{"jawOpen": ["A", 1000.5], "jawLeft": {"to": "B", "gain": -2000}}',
        ("out-of-range", "/jawOpen/1", 1, 19), ("out-of-range", "/jawLeft/gain", 1, 51))
refused("gain-text", '"2" and true', "a cast of texts", '{"jawOpen": ["A", "2"], "jawLeft": ["B", true]}', ("wrong-type", "/jawOpen/1", 1, 19), ("wrong-type", "/jawLeft/1", 1, 42))
refused("nested-lists", "a list of lists", "the first entry taken", '{"jawOpen": [["A", 1], ["B", 1]], "jawLeft": [["A"]]}',
        ("wrong-type", "/jawOpen/0", 1, 14), ("wrong-type", "/jawOpen/1", 1, 24), ("wrong-length", "/jawLeft", 1, 35))
refused("short-and-long-lists", "lists of 0, 1 and 3", "an index without a check", '{"jawOpen": [], "jawLeft": ["A"], "jawRight": ["A", 1, 2]}',
        ("wrong-length", "/jawOpen", 1, 2), ("wrong-length", "/jawLeft", 1, 17), ("wrong-length", "/jawRight", 1, 35))
refused("no-target", "an object without to, with a misspelling", "a row to nowhere", '{"jawOpen": {"two": "A", "gain": 2}}', ("missing-property", "/jawOpen", 1, 2), ("unknown-property", "/jawOpen/two", 1, 14))
refused("bad-target", "targets that are no ids", "ids that a table refuses", '{"jawOpen": " A", "jawLeft": "", "jawRight": {"to": 1}}',
        ("bad-id", "/jawOpen", 1, 2), ("bad-id", "/jawLeft", 1, 19), ("wrong-type", "/jawRight/to", 1, 47))
refused("other-values", "null, numbers and true", "a cast to text", '{"jawOpen": null, "jawLeft": 1, "jawRight": true}', ("wrong-type", "/jawOpen", 1, 2), ("wrong-type", "/jawLeft", 1, 19), ("wrong-type", "/jawRight", 1, 33))
refused("newer", "version 2", "a newer table taken apart", '{"version": 2, "rows": []}', ("version", "/version", 1, 2))
refused("written-zero", "version 0 is not written", "pairs beside a version", '{"version": 0, "jawOpen": "A"}', ("version", "/version", 1, 2))
refused("half-a-version", "version 0.5", "a version cut off", '{"version": 0.5}', ("version", "/version", 1, 2))
refused("list", "a list", "an index for a name", '["jawOpen", "A"]', ("wrong-type", "", 1, 1))

current("plain", "a table", "a table written anew", '{"version": 1, "rows": [{"id": "r", "from": "jawOpen", "to": "x", "gain": 1.0}]}')
current("white-space", "tabs, carriage returns and no line end", "a table tidied up", '{\t"rows" : [ ] ,\r\n\r"version":1.0}')
current("other-faults", "faults that are not those of the version", "a table that cannot be mended since it cannot be migrated", '{"version": 1, "rows": [{"id": "r", "too": "x"}], "jawOpen": "A"}')
