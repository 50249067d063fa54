"""The sidecar's evaluator and the plain reference agree on random tables."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path

import pytest

from koekata.mapping import Evaluator, MappingFrame, load_text

TABLES, FRAMES = 150, 25


@pytest.fixture(autouse=True)
def _scripts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(Path(__file__).parent))
    for name in ("mapping_random", "mapping_reference"):
        monkeypatch.delitem(sys.modules, name, raising=False)


@pytest.mark.parametrize("first", range(0, TABLES, 50))
def test_random_tables_give_the_numbers_of_the_reference(first: int) -> None:
    from mapping_random import Maker
    from mapping_reference import Reference

    for seed in range(first, first + 50):
        maker = Maker(seed)
        table = maker.table()
        evaluator, reference = Evaluator(load_text(json.dumps(table))), Reference(table)
        for index, frame in enumerate(maker.frames(table, FRAMES)):
            fire = tuple((name, action) for name, action in frame.get("fire", ()))
            told = MappingFrame(
                frame["values"], frame.get("confidence"), frame.get("tracked", True), frame.get("time"), fire
            )
            outputs = evaluator.step(told, frame["dt"])
            values, events = reference.step(frame)
            assert outputs.values == pytest.approx(values, abs=1e-9), (seed, index)
            assert list(outputs.events) == events, (seed, index)
            assert asdict(evaluator.counters) == reference.counters, (seed, index)
