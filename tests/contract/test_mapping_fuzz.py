"""Evaluators of all languages agree on random tables, right and spoilt; chains come to what they were made of."""

from __future__ import annotations

import copy
import dataclasses
import json
import random
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

RIGHT, SPOILT, FRAMES = 300, 500, 12
LANGUAGES = ("csharp", "cpp")


@pytest.fixture(autouse=True)
def _scripts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(Path(__file__).parent))
    for name in [name for name in sys.modules if name.startswith("mapping_")]:
        monkeypatch.delitem(sys.modules, name)


@pytest.fixture
def sidecar() -> Iterator[Any]:
    from mapping_runners import Python

    runner = Python()
    yield runner
    runner.close()


@pytest.fixture
def other(language: str) -> Iterator[Any]:
    from mapping_runners import Program, commands

    if language not in commands():
        pytest.skip(
            f"the evaluator in {language} is not built: `make {'csharp' if language == 'csharp' else 'test-cpp'}`"
        )
    runner = Program(language, commands()[language])
    yield runner
    runner.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_right_tables_play_alike(language: str, sidecar: Any, other: Any) -> None:  # noqa: ARG001
    from mapping_fuzz import compare, right_case

    found = {seed: compare(right_case(seed, FRAMES), sidecar, [other]) for seed in range(RIGHT)}
    assert {seed: lines[:3] for seed, lines in found.items() if lines} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_spoilt_tables_have_the_same_faults_at_the_same_places(language: str, sidecar: Any, other: Any) -> None:  # noqa: ARG001
    from mapping_fuzz import compare, spoilt_case

    found = {seed: compare(spoilt_case(seed), sidecar, [other]) for seed in range(SPOILT)}
    assert {seed: lines for seed, lines in found.items() if lines} == {}


def test_a_chain_is_the_table_that_it_was_made_of(tmp_path: Path) -> None:
    from mapping_chains import take_apart
    from mapping_random import Maker

    from koekata.mapping import load_table, load_text

    for seed in range(100):
        table = Maker(seed).table()
        shown, files = take_apart(copy.deepcopy(table), random.Random(seed))
        folder = tmp_path / str(seed) / "a" / "b" / "c"
        for name, content in {**files, "table.json": shown}.items():
            path = (folder / name).resolve()
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(json.dumps(content), "utf-8")
        found = dataclasses.replace(load_table(folder / "table.json"), files=("table",))
        assert found == load_text(json.dumps(table)), seed


def test_most_spoilt_tables_are_refused_and_none_ends_the_sidecar(sidecar: Any) -> None:
    from mapping_fuzz import spoilt_case

    refused = sum("faults" in sidecar.answer(spoilt_case(seed)) for seed in range(300))
    assert refused > 200


def test_a_difference_is_found(sidecar: Any) -> None:
    from mapping_fuzz import differences, right_case, spoilt_case

    right = sidecar.answer(right_case(1, 3))
    refused = next(a for a in map(sidecar.answer, map(spoilt_case, range(50))) if "faults" in a)
    frames = right["frames"]
    for answer, spoil in (
        (right, lambda a: a["frames"][1]["values"].popitem()),
        (right, lambda a: a["frames"][2]["counters"].update(bad_dt=99)),
        (right, lambda a: a["frames"][0]["values"].update(dict.fromkeys(frames[0]["values"], 7))),
        (refused, lambda a: a["faults"].pop()),
    ):
        other = copy.deepcopy(answer)
        assert list(differences("same", answer, other)) == []
        spoil(other)
        assert list(differences("other", answer, other))
