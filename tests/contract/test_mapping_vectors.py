"""The sidecar walks mappings/conformance/apply, invalid and migrate, as the evaluators of other languages do."""

from __future__ import annotations

import json
import re
import runpy
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from koekata.errors import MappingError
from koekata.mapping import Evaluator, MappingFrame, MappingTable, load_table, load_text
from koekata.mapping.migrate import migrate

MAPPINGS = Path(__file__).parents[2] / "mappings"
HERE = Path(__file__).parent
_NUMBERS = {"NaN": float("nan"), "Infinity": float("inf"), "-Infinity": float("-inf")}
Json = dict[str, Any]


def _vectors(kind: str) -> list[Any]:
    files = sorted((MAPPINGS / "conformance" / kind).glob("*.json"))
    return [
        pytest.param(test, id=f"{file.stem}-{test['id']}")
        for file in files
        for test in json.loads(file.read_text("utf-8"))["tests"]
    ]


def _number(value: Any) -> Any:
    return _NUMBERS.get(value, value) if isinstance(value, str) else value


def _frame(frame: Json) -> MappingFrame:
    values, confidence = (
        {name: _number(x) for name, x in frame.get(key, {}).items()} for key in ("values", "confidence")
    )
    fire = tuple((name, action) for name, action in frame.get("fire", ()))
    return MappingFrame(values, confidence or None, frame.get("tracked", True), _number(frame.get("time")), fire)


def _write(test: Json, folder: Path) -> Path:
    path = folder / "table.json"
    path.write_text(test["text"] if "text" in test else json.dumps(test["table"]), "utf-8")
    for name, content in test.get("files", {}).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(json.dumps(content), "utf-8")
    return path


def _load(table: Json) -> MappingTable:
    return load_text(json.dumps(table))


@pytest.mark.parametrize("test", _vectors("apply"))
def test_frames_come_out_as_the_vector_says(test: Json, tmp_path: Path) -> None:
    evaluator = Evaluator(load_table(_write(test, tmp_path)))
    for index, frame in enumerate(test["frames"]):
        if "reload" in frame:
            evaluator.adopt(_load(frame["reload"]))
        outputs = evaluator.step(_frame(frame), _number(frame["dt"]))
        assert outputs.values == pytest.approx(frame["expected"], abs=1e-6), f"frame {index}"
        assert list(outputs.events) == frame.get("events", []), f"frame {index}"
        if "counters" in frame:
            assert {k: v for k, v in asdict(evaluator.counters).items() if v} == frame["counters"]


@pytest.mark.parametrize("test", _vectors("invalid"))
def test_every_fault_is_told_where_it_is(test: Json, tmp_path: Path) -> None:
    path = _write(test, tmp_path)
    with pytest.raises(MappingError) as caught:
        load_table(path)
    found = [
        {"code": fault.code, "pointer": fault.pointer}
        | ({"line": fault.line} if "text" in test else {})
        | ({"column": fault.column} if any("column" in wanted for wanted in test["faults"]) else {})
        | ({} if Path(fault.file) == path else {"file": Path(fault.file).name})
        for fault in caught.value.faults
    ]
    key = lambda fault: (fault["code"], fault["pointer"])  # noqa: E731
    assert sorted(found, key=key) == sorted(test["faults"], key=key)
    assert all(fault.message and fault.remedy and fault.line > 0 and fault.column > 0 for fault in caught.value.faults)


@pytest.mark.parametrize("test", _vectors("migrate"))
def test_older_tables_are_rewritten_or_refused_as_the_vector_says(test: Json) -> None:
    if "faults" in test:
        with pytest.raises(MappingError) as caught:
            migrate(test["text"])
        found = [{key: getattr(fault, key) for key in test["faults"][0]} for fault in caught.value.faults]
        key = lambda fault: (fault["code"], fault["pointer"])  # noqa: E731
        assert sorted(found, key=key) == sorted(test["faults"], key=key)
        return
    migrated = migrate(test["text"])
    if test.get("unchanged"):
        assert migrated == test["text"]
    else:
        assert json.loads(migrated) == test["table"]
        assert load_text(migrated).rows
        assert migrate(migrated) == migrated


@pytest.mark.parametrize("test", _vectors("migrate"))
def test_readers_refuse_what_only_migration_takes(test: Json) -> None:
    if "unchanged" in test:
        return
    with pytest.raises(MappingError) as caught:
        load_text(test["text"])
    if "table" in test:
        assert [(fault.code, fault.pointer) for fault in caught.value.faults] == [("version", "")]
        assert "koekata mapping migrate" in caught.value.faults[0].remedy


def test_vectors_are_those_that_the_script_writes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(HERE))
    for name in [name for name in sys.modules if name.startswith("mapping_")]:
        monkeypatch.delitem(sys.modules, name)
    runpy.run_path(str(HERE / "mapping_vectors.py"))
    import mapping_vectors

    for name, text in mapping_vectors.rendered().items():
        assert (MAPPINGS / "conformance" / name).read_text("utf-8") == text, name


def test_every_numbered_step_has_a_vector() -> None:
    steps: set[str] = set()
    heading = ""
    text = (MAPPINGS / "SPEC.md").read_text("utf-8").split("## Evaluation")[1].split("### State and reloading")[0]
    for line in text.splitlines():
        if found := re.match(r"### (\d+)\. ", line):
            heading = found[1]
            steps.add(heading)
        elif heading and (item := re.match(r"(\d+)\. ", line)):
            steps.discard(heading)
            steps.add(f"{heading}.{item[1]}")
    named = {test.values[0]["step"] for test in _vectors("apply")}
    assert steps <= named, sorted(steps - named)


def test_every_error_code_has_a_vector() -> None:
    text = (MAPPINGS / "SPEC.md").read_text("utf-8").split("## Errors")[1]
    codes = set(re.findall(r"^\| `([a-z-]+)` \|", text, re.MULTILINE))
    named = {fault["code"] for test in _vectors("invalid") for fault in test.values[0]["faults"]}
    # A file that cannot be read, is too large or is not UTF-8 is no JSON text that a vector could hold.
    assert codes - named == {"unreadable", "too-large", "encoding"}


def test_ids_of_vectors_are_unique() -> None:
    for kind in ("apply", "invalid", "migrate"):
        names = [test.id for test in _vectors(kind)]
        assert len(names) == len(set(names))
