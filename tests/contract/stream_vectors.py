"""Writes the vectors of mappings/conformance/stream: run `python tests/contract/stream_vectors.py`.

The payloads are made here by hand with MessagePack, not with the sidecar's own encoder, so that a fault of the
encoder cannot hide in them.
"""

from __future__ import annotations

import json
import math
import struct
from pathlib import Path
from typing import Any

import msgpack

FOLDER = Path(__file__).parents[2] / "mappings" / "conformance" / "stream"
SESSION = "00c0ffee00c0ffee"
TOPIC = "koekata/1/0/"
STATUS = "koekata/1/status/"

Test = dict[str, Any]


def pack(values: Any, *, single: bool = True) -> bytes:
    """MessagePack with float32, except for `timeline_s`."""
    packer = msgpack.Packer(use_single_float=single, autoreset=True)
    if not isinstance(values, dict):
        return packer.pack(values)
    parts = [packer.pack_map_header(len(values))]
    for key, value in values.items():
        wide = key == "timeline_s" and type(value) is float
        parts += [packer.pack(key), b"\xcb" + struct.pack(">d", value) if wide else packer.pack(value)]
    return b"".join(parts)


def frame(**changes: Any) -> dict[str, Any]:
    """A valid frame of three channels, with changes; None is kept, `...` removes the key."""
    values = {
        "version": 1,
        "type": "frame",
        "session": SESSION,
        "performer": 0,
        "layout": 1,
        "sequence": 42,
        "timeline_s": 0.7,
        "monotonic_ns": 123456789012345,
        "wall_ns": 1767225600000000000,
        "sent_ns": 123456790012345,
        "timecode": None,
        "tracked": True,
        "confidence": 0.875,
        "weights": [0.0, 0.5, 1.0],
        "channel_confidence": [1.0, 0.25, 0.0],
        "head_rotation": [0.0, 0.5, 0.0, 0.8660254037844386],
        "head_ypr": [60.0, 0.0, 0.0],
        "head_translation": [0.125, -0.25, -0.5],
        "gaze": [1.5, -2.5, 3.5, -4.5],
    }
    return _changed(values, changes)


def layout(**changes: Any) -> dict[str, Any]:
    """The valid layout of those channels, with changes."""
    values = {
        "version": 1,
        "type": "layout",
        "session": SESSION,
        "performer": 0,
        "layout": 1,
        "channels": ["jawOpen", "eyeBlinkLeft", "tongueOut"],
        "producer": "Koekata 0.1.0",
    }
    return _changed(values, changes)


def status(**changes: Any) -> dict[str, Any]:
    """A valid status, with changes."""
    values = {
        "version": 1,
        "type": "status",
        "session": SESSION,
        "state": "running",
        "detail": "",
        "wall_ns": 1767225600000000000,
        "performers": [0, 1],
    }
    return _changed(values, changes)


def _changed(values: dict[str, Any], changes: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in {**values, **changes}.items() if value is not ...}


def _expected(values: dict[str, Any]) -> dict[str, Any]:
    """What a decoder hands out: floats as they are after their way through float32."""

    def narrow(value: Any) -> Any:
        if isinstance(value, list):
            return [narrow(entry) for entry in value]
        return struct.unpack(">f", struct.pack(">f", value))[0] if isinstance(value, float) else value

    return {key: value if key == "timeline_s" else narrow(value) for key, value in values.items()}


def good(name: str, description: str, catches: str, values: dict[str, Any], topic: str = TOPIC, **extra: Any) -> Test:
    """A message that decodes; `extra` keys are sent and must be ignored."""
    return {
        "id": name,
        "description": description,
        "catches": catches,
        "topic": topic,
        "payload_hex": pack({**values, **extra}).hex(),
        "expected": _expected(values),
    }


def bad(
    name: str, description: str, catches: str, payload: bytes | dict[str, Any], code: str, topic: str = TOPIC
) -> Test:
    """A message that is refused with a code."""
    data = pack(payload) if isinstance(payload, dict) else payload
    return {
        "id": name,
        "description": description,
        "catches": catches,
        "topic": topic,
        "payload_hex": data.hex(),
        "error": code,
    }


def valid() -> list[Test]:
    """Messages that every listener takes."""
    wide = frame()
    doubles = good("frame-float64", "every float as float64", "a reader that knows float32 only", frame())
    doubles["payload_hex"] = msgpack.packb(wide).hex()
    doubles["expected"] = wide
    int_key = good("frame-int-key", "an unknown key that is an int", "keys taken for str unseen", frame())
    int_key["payload_hex"] = pack({**frame(), 7: "seven"}).hex()
    return [
        good("layout", "the names of three channels", "binding by position instead of by name", layout()),
        good(
            "layout-face-model",
            "a layout that names the face model, too",
            "an optional key taken for a fault",
            layout(face_model="FLAME 2023 Open"),
        ),
        good("frame", "a frame as the sidecar sends it", "swapped keys, units or signs", frame()),
        good(
            "frame-not-tracked",
            "no face was found",
            "taking the repeated values of a lost face for new ones",
            frame(tracked=False, confidence=0.0),
        ),
        good(
            "frame-timecode", "a timecode instead of nil", "a reader that takes nil only", frame(timecode="01:02:03:04")
        ),
        good(
            "frame-large-ints",
            "counters beyond 32 bits",
            "32-bit or float counters",
            frame(sequence=2**40, sent_ns=2**62),
        ),
        good(
            "frame-second-performer", "performer 3", "performer numbers fixed at 0", frame(performer=3), "koekata/1/3/"
        ),
        good(
            "frame-unknown-keys",
            "keys that version 1 does not know",
            "strict readers that break with the next minor addition",
            frame(),
            note={"deep": [1, [2, [3]]]},
            bytes=b"\x00\xff",
        ),
        int_key,
        good(
            "frame-ints-for-floats",
            "ints where floats are wanted",
            "encoders that write 0 and 1 as ints, as JavaScript's do",
            frame(weights=[0, 0.5, 1], gaze=[0, 0, 0, 0], confidence=1),
        ),
        doubles,
        good("frame-many-channels", "300 channels: array 16", "a reader of short arrays only", _many(300)),
        good(
            "frame-no-channels",
            "an empty array",
            "division by the number of channels",
            frame(weights=[], channel_confidence=[]),
        ),
        good("status", "the source runs", "a status taken for a frame", status(), STATUS),
        good(
            "status-not-ascii",
            "a text for people in Japanese",
            "text read as ASCII or Latin-1",
            status(state="reconnecting", detail="カメラが見つかりません"),
            STATUS,
        ),
        good(
            "unknown-type",
            "a type that version 1 does not know",
            "an unknown type counted as a fault",
            {"version": 1, "type": "marker", "session": SESSION},
        ),
    ]


def _many(count: int) -> dict[str, Any]:
    return frame(weights=[(n % 5) / 4 for n in range(count)], channel_confidence=[1.0] * count)


def broken_bytes() -> list[Test]:
    """Payloads that are no MessagePack map."""
    whole = pack(frame())
    return [
        bad("empty", "no byte at all", "reading before looking at the length", b"", "malformed"),
        bad("truncated", "cut off in the middle", "reading past the end", whole[: len(whole) // 2], "malformed"),
        bad(
            "trailing-bytes",
            "a second value follows",
            "leftovers taken for the next message",
            whole + b"\xc0",
            "malformed",
        ),
        bad("not-a-map", "an array", "a cast without a check", pack([1, "frame"]), "malformed"),
        bad("text", "plain JSON", "a guess at the format", b'{"version": 1}', "malformed"),
        bad(
            "huge-array",
            "an array header of 4 billion entries",
            "allocating before checking",
            b"\x81\xa7weights\xdd\xff\xff\xff\xff",
            "malformed",
        ),
        bad(
            "huge-map",
            "a map header of 4 billion entries",
            "allocating before checking",
            b"\xdf\xff\xff\xff\xff",
            "malformed",
        ),
        bad(
            "huge-text",
            "a str header of 4 gigabytes",
            "allocating before checking",
            b"\x81\xa4type\xdb\xff\xff\xff\xff",
            "malformed",
        ),
        bad(
            "deep-nesting",
            "2,000 arrays in one another",
            "recursion until the stack ends",
            b"\x81\xa4deep" + b"\x91" * 2000 + b"\xc0",
            "malformed",
        ),
        bad(
            "bad-utf8",
            "a str that is not UTF-8",
            "an exception out of the text decoder",
            b"\x81\xa4type\xa2\xff\xfe",
            "malformed",
        ),
        bad(
            "reserved-byte",
            "the byte that MessagePack never uses",
            "an endless loop on an unknown tag",
            b"\xc1",
            "malformed",
        ),
    ]


def broken_values() -> list[Test]:
    """Maps with a wrong value."""
    nan, infinite = math.nan, math.inf
    return [
        bad("version-2", "the next version", "reading a later version as this one", frame(version=2), "version"),
        bad(
            "version-text",
            "the version as a str",
            "comparing without looking at the type",
            frame(version="1"),
            "wrong-type",
        ),
        bad("version-bool", "true for the version", "true taken for 1", frame(version=True), "wrong-type"),
        bad("version-missing", "no version", "a default version", frame(version=...), "missing-key"),
        bad("type-missing", "no type", "a default type", frame(type=...), "missing-key"),
        bad(
            "session-short",
            "a session of 4 digits",
            "sessions that are mistaken for one another",
            frame(session="c0de"),
            "out-of-range",
        ),
        bad("weights-missing", "no weights", "the last frame's weights shown again", frame(weights=...), "missing-key"),
        bad(
            "sequence-float",
            "a float for the sequence",
            "silent rounding of counters",
            frame(sequence=42.0),
            "wrong-type",
        ),
        bad("sequence-negative", "a sequence below 0", "unsigned wrap-around", frame(sequence=-1), "out-of-range"),
        bad("tracked-int", "1 for true", "truth by number", frame(tracked=1), "wrong-type"),
        bad(
            "weights-text",
            "a str among the weights",
            "a cast per entry without a check",
            frame(weights=[0.0, "0.5", 1.0]),
            "wrong-type",
        ),
        bad(
            "weights-bool", "true among the weights", "true taken for 1", frame(weights=[0.0, True, 1.0]), "wrong-type"
        ),
        bad(
            "weights-map", "a map for the weights", "iterating over keys", frame(weights={"jawOpen": 0.5}), "wrong-type"
        ),
        bad(
            "weight-nan",
            "NaN among the weights",
            "NaN, which passes `x < 0 or x > 1`",
            frame(weights=[0.0, nan, 1.0]),
            "not-finite",
        ),
        bad(
            "weight-infinite",
            "infinity among the weights",
            "a mesh that explodes",
            frame(weights=[0.0, infinite, 1.0]),
            "not-finite",
        ),
        bad(
            "weight-above-1",
            "a weight of 1.5",
            "a blendshape driven beyond its range",
            frame(weights=[0.0, 1.5, 1.0]),
            "out-of-range",
        ),
        bad(
            "confidence-negative",
            "a channel confidence of -0.5",
            "a negative factor in a blend",
            frame(channel_confidence=[1.0, -0.5, 0.0]),
            "out-of-range",
        ),
        bad(
            "confidence-length",
            "two confidences for three weights",
            "reading past the shorter array",
            frame(channel_confidence=[1.0, 1.0]),
            "length",
        ),
        bad("gaze-length", "three angles of gaze", "reading past the end", frame(gaze=[0.0, 0.0, 0.0]), "length"),
        bad(
            "rotation-zero",
            "a quaternion of length 0",
            "division by the length",
            frame(head_rotation=[0.0] * 4),
            "out-of-range",
        ),
        bad(
            "translation-nan",
            "NaN in the translation",
            "checks of the weights only",
            frame(head_translation=[0.0, nan, 0.0]),
            "not-finite",
        ),
        bad(
            "timeline-infinite",
            "an endless time",
            "a clock that never moves again",
            frame(timeline_s=infinite),
            "not-finite",
        ),
        bad(
            "layout-duplicate",
            "a channel twice",
            "the second one overwriting the first",
            layout(channels=["jawOpen", "jawOpen"]),
            "duplicate",
        ),
        bad("layout-empty", "no channel", "a layout that is never ready", layout(channels=[]), "out-of-range"),
        bad(
            "layout-int-name",
            "an int among the names",
            "a cast without a check",
            layout(channels=["jawOpen", 7]),
            "wrong-type",
        ),
        bad(
            "layout-face-model-int",
            "an int for the face model",
            "an optional key that nobody checks",
            layout(face_model=2023),
            "wrong-type",
        ),
        bad(
            "layout-face-model-long",
            "a face model of 1,025 characters",
            "a text without a limit",
            layout(face_model="x" * 1025),
            "out-of-range",
        ),
        bad(
            "status-unknown-state",
            "a state that is none",
            "a default state",
            status(state="paused"),
            "out-of-range",
            STATUS,
        ),
        bad(
            "performer-other-topic",
            "performer 1 under the topic of 0",
            "two performers mixed",
            frame(performer=1),
            "topic",
        ),
        bad(
            "status-under-performer",
            "a status under the topic of performer 0",
            "topics that are not looked at",
            status(),
            "topic",
        ),
    ]


FILES = {
    "valid.json": ("Messages that every listener takes.", valid),
    "malformed.json": ("Payloads that are refused before any key is read.", broken_bytes),
    "invalid.json": ("Maps of which one value is wrong.", broken_values),
}


def document(description: str, tests: list[Test]) -> str:
    """A vector file: one line a test, so that changes show."""
    lines = ",\n".join("    " + json.dumps(test, ensure_ascii=False) for test in tests)
    return f'{{\n  "description": {json.dumps(description)},\n  "tests": [\n{lines}\n  ]\n}}\n'


def files() -> dict[str, str]:
    """Name and content of every vector file."""
    return {name: document(description, make()) for name, (description, make) in FILES.items()}


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    for file, content in files().items():
        (FOLDER / file).write_text(content, encoding="utf-8")
