"""The stream's conformance vectors, walked by the Python listener."""

from __future__ import annotations

import dataclasses
import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from koekata.errors import StreamError
from koekata.receive import check_topic, decode
from koekata.receive.messages import FrameMessage, LayoutMessage, StatusMessage, UnknownMessage

FOLDER = Path(__file__).parents[2] / "mappings" / "conformance" / "stream"
TYPES = {"frame": FrameMessage, "layout": LayoutMessage, "status": StatusMessage}


def _tests() -> list[Any]:
    found = [test for path in sorted(FOLDER.glob("*.json")) for test in json.loads(path.read_text("utf-8"))["tests"]]
    return [pytest.param(test, id=test["id"]) for test in found]


def _generator() -> ModuleType:
    spec = importlib.util.spec_from_file_location("stream_vectors", Path(__file__).with_name("stream_vectors.py"))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("test", _tests())
def test_listener_agrees_with_the_vector(test: dict[str, Any]) -> None:
    payload = bytes.fromhex(test["payload_hex"])
    if "error" in test:
        with pytest.raises(StreamError) as caught:
            check_topic(test["topic"].encode(), decode(payload))
        assert caught.value.code == test["error"]
        return
    message = decode(payload)
    check_topic(test["topic"].encode(), message)
    expected = dict(test["expected"])
    assert expected.pop("version") == 1
    assert type(message) is TYPES.get(expected.pop("type"), UnknownMessage)
    decoded = {key: list(value) if isinstance(value, tuple) else value for key, value in _values(message).items()}
    assert decoded == expected


def _values(message: Any) -> dict[str, Any]:
    values = dataclasses.asdict(message)
    values.pop("type", None)
    if not values.get("face_model"):
        # Optional: a missing one is handed out as an empty text, and not named by the vector.
        values.pop("face_model", None)
    return values


def test_vector_files_are_what_the_generator_writes() -> None:
    for name, content in _generator().files().items():
        assert (FOLDER / name).read_text("utf-8") == content, f"{name}: run tests/contract/stream_vectors.py"


def test_vector_ids_are_unique_and_every_vector_says_what_it_catches() -> None:
    tests = [parameter.values[0] for parameter in _tests()]
    assert len({test["id"] for test in tests}) == len(tests)
    assert all(test["description"] and test["catches"] for test in tests)


def test_every_error_code_of_the_vectors_is_explained_in_the_specification() -> None:
    page = (FOLDER.parents[1] / "STREAM.md").read_text("utf-8")
    codes = {parameter.values[0].get("error") for parameter in _tests()} - {None}
    assert {code for code in codes if f"| `{code}` |" not in page} == set()


def test_payload_beyond_the_limit_is_refused_before_it_is_read() -> None:
    with pytest.raises(StreamError) as caught:
        decode(b"\xc1" * 65537)
    assert caught.value.code == "too-large"
