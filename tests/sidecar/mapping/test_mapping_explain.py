"""The chain behind a value."""

from __future__ import annotations

import json
from typing import Any

import pytest

from koekata.mapping import Evaluator, MappingFrame, explain, load_text

TABLE: dict[str, Any] = {
    "version": 1,
    "signals": [{"id": "smile", "from": ["mouthSmileLeft", "mouthSmileRight"], "op": "average"}],
    "conditions": [{"id": "angry", "when": "emotionAnger", "fade": 0.2, "suppress": "mouth"}],
    "regions": [{"id": "mouth"}],
    "rows": [
        {"id": "fun", "from": "smile", "to": "Fun", "gain": 2, "region": "mouth"},
        {"id": "blink", "from": "eyeBlinkLeft", "to": "Blink"},
    ],
    "groups": [{"id": "g", "members": [{"target": "Blink", "priority": 1}, "Fun"]}],
}
VALUES = {"mouthSmileLeft": 0.3, "mouthSmileRight": 0.5, "eyeBlinkLeft": 0.75, "emotionAnger": 1.0}


def test_every_stage_between_the_channel_and_the_target_is_told() -> None:
    evaluator = Evaluator(load_text(json.dumps(TABLE)))
    evaluator.step(MappingFrame(VALUES), 0.1)
    found = explain(evaluator, "Fun")
    (row,) = found.rows
    (smile,) = row.sources
    assert [(source.name, source.raw) for source in smile.sources] == [
        ("mouthSmileLeft", 0.3),
        ("mouthSmileRight", 0.5),
    ]
    assert smile.value == pytest.approx(0.4)
    assert row.value == pytest.approx(0.8)
    (angry,) = row.conditions
    assert (angry.id, angry.use, angry.on, angry.weight) == ("angry", "suppress", True, 0.5)
    assert row.weight == pytest.approx(0.5)
    assert (found.combined, found.posed) == (pytest.approx(0.4), pytest.approx(0.4))
    assert found.excluded == pytest.approx(0.25)
    assert found.final == pytest.approx(0.25)


def test_what_is_absent_is_told_as_none() -> None:
    evaluator = Evaluator(load_text(json.dumps(TABLE)))
    evaluator.step(MappingFrame({}), 0.1)
    found = explain(evaluator, "Blink")
    assert found.rows[0].sources[0].raw is None
    assert found.rows[0].value is None
    assert found.final is None


def test_a_target_that_is_not_in_the_table_cannot_be_explained() -> None:
    evaluator = Evaluator(load_text(json.dumps(TABLE)))
    evaluator.step(MappingFrame({}), 0.1)
    with pytest.raises(KeyError):
        explain(evaluator, "Nobody")


def test_signals_that_share_others_are_told_once() -> None:
    signals = [{"id": "s0", "from": "jawOpen"}]
    signals += [{"id": f"s{index}", "from": [f"s{index - 1}", f"s{index - 1}"]} for index in range(1, 60)]
    table = {"version": 1, "signals": signals, "rows": [{"id": "r", "from": "s59", "to": "x"}]}
    evaluator = Evaluator(load_text(json.dumps(table)))
    evaluator.step(MappingFrame({"jawOpen": 0.0}), 0.1)
    source = explain(evaluator, "x").rows[0].sources[0]
    assert source.sources[1].why == "as above"
    assert source.sources[1].sources == ()
