"""Steps 8 to 11: cases of mappings/conformance/apply/targets.json, see mapping_vectors.py."""

# A case reads best as one line of a table.
# ruff: noqa: E501
# fmt: off

from __future__ import annotations

from typing import Any

from mapping_vectors import Json, at, case, row

from mapping_cases.shared import condition


def combined(how: str, **target: Any) -> Json:
    return {"targets": [{"id": "x", "combine": how, "range": [], **target}], "conditions": [condition(fade=0.2)],
            "rows": [row("jawOpen"), row("mouthFunnel", id="b"), row("tongueOut", id="c"), row("mouthPucker", id="d", **{"while": "c"})]}


COMBINED = {"values": {"jawOpen": 0.25, "mouthFunnel": 0.5, "mouthPucker": 1, "emotionAnger": 1}}
for how, half, whole in (("sum", 1.25, 1.75), ("max", 0.5, 1), ("min", 0.25, 0.25), ("average", 1.25 / 3, 1.75 / 3)):
    case("targets", f"combine-{how}", "8", f"{how} of rows, one fading, one absent", "absent rows counted, weights on the wrong side",
         combined(how), [{**COMBINED, "want": {"x": half}}, {**COMBINED, "want": {"x": whole}}])
case("targets", "combine-with-rest", "8", "rows are motion away from rest", "rest added once per row",
     combined("sum", rest=1), [{**COMBINED, "want": {"x": 1 - 0.75 - 0.5}}, {**COMBINED, "want": {"x": 1 - 0.75 - 0.5}}])
case("targets", "override-priorities", "8", "the highest priority has the last word; of equals the later row", "the first row wins, or an unstable sort",
     {"targets": [{"id": "x", "combine": "override"}], "conditions": [condition(fade=0.2)],
      "rows": [row("jawOpen", id="a", priority=1, **{"while": "c"}), row("mouthFunnel", id="b"), row("mouthPucker", id="c"), row("tongueOut", id="d", priority=9)]},
     [at(0.75, emotionAnger=1, jawOpen=0.5, mouthFunnel=0.25, mouthPucker=1), at(0.5, emotionAnger=1, jawOpen=0.5, mouthFunnel=0.25, mouthPucker=1)])


def drawn(**switch: Any) -> Json:
    choices = [
        {"id": "rest", "offset": 0.25, "set": {"x": 0}},
        {"id": "a", "from": "jawOpen", "set": {"x": 1}},
        {"id": "o", "from": "mouthFunnel", "set": {"x": 2}},
    ]
    return {
        "targets": [{"id": "x", "kind": "sprite", "count": 4}],
        "switches": [{"id": "mouth", "choices": choices, **switch}],
    }


case("targets", "switch-winner", "9.3", "the best score wins, and a rest without sources", "a blend of drawings",
     drawn(), [at(w, jawOpen=a, mouthFunnel=o) for a, o, w in ((0, 0, 0), (0.5, 0, 1), (0.5, 0.75, 2), (0.1, 0.2, 0))])
case("targets", "switch-equal", "9.1", "of equal scores the first in the list, and no change between equals", "flicker between equals",
     drawn(), [at(1, jawOpen=0.5, mouthFunnel=0.5), at(2, jawOpen=0.5, mouthFunnel=0.75), at(2, jawOpen=0.75, mouthFunnel=0.75)])
case("targets", "switch-hysteresis", "9.3", "exactly hysteresis more is not enough", ">= for >",
     drawn(hysteresis=0.25), [at(1, jawOpen=0.5, mouthFunnel=0), at(1, jawOpen=0.5, mouthFunnel=0.75), at(2, jawOpen=0.5, mouthFunnel=0.8)])
case("targets", "switch-hold", "9.3", "a shape stays at least 0.2 s", "a mouth that flickers every frame",
     drawn(hold=0.25), [at(w, 0.125, jawOpen=a, mouthFunnel=o) for a, o, w in ((1, 0, 1), (0, 1, 1), (0, 1, 2), (1, 0, 2), (1, 0, 1))])
case("targets", "switch-first-frame", "9.2", "the first choice needs neither hysteresis nor hold", "a mouth that is late at the start",
     drawn(hold=5, hysteresis=0.9), [at(1, 0, jawOpen=0.5)])
case("targets", "switch-absent", "9.1", "scores that are absent do not win; all absent changes nothing", "NaN that wins every comparison",
     {"targets": [{"id": "x", "kind": "sprite", "count": 4}], "switches": [{"id": "m", "choices": [{"id": "a", "from": "tongueOut", "set": {"x": 1}}, {"id": "b", "from": "jawOpen", "set": {"x": 2}}]}]},
     [{"want": {}}, at(2, jawOpen=0), at(2)])
case("targets", "switch-several-targets", "9.4", "what only other choices set goes to rest", "the last drawing's extras left on",
     {"targets": [{"id": "shine", "rest": 0.25}], "switches": [{"id": "m", "choices": [{"id": "a", "from": "jawOpen", "set": {"u": 0.5, "shine": 1}}, {"id": "b", "from": "mouthFunnel", "set": {"u": 0.75}}]}]},
     [{"values": {"jawOpen": 1, "mouthFunnel": 0}, "want": {"shine": 1, "u": 0.5}}, {"values": {"jawOpen": 0, "mouthFunnel": 1}, "want": {"shine": 0.25, "u": 0.75}}])
case("targets", "switch-weighted-choice", "9.1", "a choice's score counts as much as its conditions", "choices that conditions cannot bar",
     {"conditions": [condition(fade=0.4)], "targets": [{"id": "x", "kind": "sprite", "count": 4}],
      "switches": [{"id": "m", "choices": [{"id": "a", "from": "jawOpen", "set": {"x": 1}}, {"id": "b", "offset": 1, "while": "c", "set": {"x": 2}}]}]},
     [at(w, emotionAnger=1, jawOpen=0.5) for w in (1, 1, 2)])


def posed(blend: str, **more: Any) -> Json:
    return {
        "conditions": [condition(fade=0.4, set={"x": 0.5, "new": 1}, blend=blend, **more)],
        "rows": [row("jawOpen")],
    }


for blend, value in (("override", 0.75 * 0.8 + 0.125), ("add", 0.925), ("max", 0.8)):
    case("targets", f"pose-{blend}", "10", f"a pose by {blend}, a quarter shown; it reaches targets without rows too", "poses only on driven targets",
         posed(blend), [{"values": {"jawOpen": 0.8, "emotionAnger": 1}, "want": {"x": value, "new": 0.25}}])
case("targets", "pose-goes-back", "10", "a target that only a pose drives returns to rest and stays written", "star eyes that stay",
     posed("override"), [{"values": {"jawOpen": 0.5, "emotionAnger": a}} for a in (0, 1, 1, 0, 0, 0)])
case("targets", "pose-priorities", "10", "of several poses the highest priority, of equals the later", "file order only",
     {"conditions": [condition("a", set={"x": 0.25}, priority=1), condition("b", set={"x": 0.5, "y": 0.5}), condition("c", set={"x": 0.75, "y": 0.75})]},
     [{"values": {"emotionAnger": 1}, "want": {"x": 0.25, "y": 0.75}}])
case("targets", "pose-on-sprite", "10", "a drawing changes when the pose is half shown, over a switch", "drawing 1.5",
     {"conditions": [condition(fade=0.4, set={"x": 3})], **drawn()}, [at(w, emotionAnger=1, jawOpen=1, mouthFunnel=0) for w in (1, 3, 3)])
case("targets", "range", "11", "kept within the range before anything shares it", "a smile of 1.6 that eats the group",
     {"rows": [row("jawOpen", gain=3), row("mouthFunnel", "y")], "groups": [{"id": "g", "members": ["x", "y"]}]},
     [{"values": {"jawOpen": 1, "mouthFunnel": 1}, "want": {"x": 0.5, "y": 0.5}}])
case("targets", "written-then-absent", "11", "a pose ended: rest; never driven: not written", "a target that is dropped, or made up",
     {"targets": [{"id": "x", "rest": 0.25}], "conditions": [condition(set={"x": 1})]}, [{"values": {"emotionAnger": a}, "want": w} for a, w in ((0, {}), (1, {"x": 1}), (0, {"x": 0.25}))])
