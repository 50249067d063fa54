"""Steps 6 and 7: cases of mappings/conformance/apply/conditions.json, see mapping_vectors.py."""

# A case reads best as one line of a table.
# ruff: noqa: E501
# fmt: off

from __future__ import annotations

from mapping_vectors import at, case, row

from mapping_cases.shared import condition, while_c

case("conditions", "hysteresis", "6.1", "on above 0.5, off below 0.25, and exactly there as before", ">= for >, or one threshold",
     while_c(on=0.5, off=0.25), [at(w, emotionAnger=a, jawOpen=1) for a, w in ((0.5, 0), (0.625, 1), (0.5, 1), (0.25, 1), (0.125, 0), (0.5, 0))])
case("conditions", "absent-keeps", "6.1", "an absent source keeps the condition as it is", "absent taken for off",
     {"inputs": [{"id": "own"}], "signals": [{"id": "s", "from": ["own", "tongueOut"], "op": "product"}], "conditions": [{"id": "c", "when": "s"}],
      "rows": [row("jawOpen", **{"while": "c"})]}, [at(0, jawOpen=1)])
case("conditions", "when-inverted", "6.1", "on while something is low", "invert of when forgotten",
     {"conditions": [{"id": "c", "when": {"of": "jawOpen", "invert": True}}], "rows": [row("mouthFunnel", **{"while": "c"})]},
     [at(1, jawOpen=0.2, mouthFunnel=1), at(0, jawOpen=0.8, mouthFunnel=1)])
case("conditions", "trigger", "6.2", "on, off and toggle, several in a frame, in their order", "only the last, or a set of them",
     {"conditions": [{"id": "star", "trigger": True, "set": {"x": 1}}]},
     [{"fire": [], "want": {}}, {"fire": [["star", "on"]], "want": {"x": 1}}, {"fire": [["star", "toggle"], ["star", "toggle"]], "want": {"x": 1}},
      {"fire": [["star", "off"]], "want": {"x": 0}}, {"fire": [["star", "toggle"]], "want": {"x": 1}}])
case("conditions", "trigger-duration", "6.2", "off by itself after 0.2 s; fired again it starts anew", "a duration counted from the first firing",
     {"conditions": [{"id": "star", "trigger": True, "duration": 0.25, "set": {"x": 1}}]},
     [{"fire": [["star", "on"]], "want": {"x": 1}}, {"want": {"x": 1}}, {"fire": [["star", "on"]], "want": {"x": 1}}, {"want": {"x": 1}}, {"want": {"x": 1}}, {"want": {"x": 0}}])
case("conditions", "trigger-unknown", "6.2", "unknown triggers and actions are counted, conditions cannot be fired", "an exception, or silence",
     {"conditions": [condition(set={"x": 1})]}, [{"fire": [["c", "on"], ["nobody", "on"], ["c", "up"]], "want": {}}])
case("conditions", "fade", "6.3", "fades of its own in and out, linear, turned around on the way", "one fade time, or a fade that restarts",
     while_c(fade=0.4, fade_out=0.2), [at(w, emotionAnger=a, jawOpen=1) for a, w in ((1, 0.25), (1, 0.5), (0, 0), (1, 0.25), (1, 0.5), (1, 0.75), (1, 1), (1, 1))])
case("conditions", "fade-long-step", "6.3", "5 s in one step ends the fade, no more", "a weight above 1",
     while_c(fade=0.4), [at(1, 5, emotionAnger=1, jawOpen=1), at(0, 5, emotionAnger=0, jawOpen=1)])
case("conditions", "while-and-unless", "7", "weights of all conditions multiply", "the last condition wins",
     {"conditions": [condition("a", fade=0.2), condition("b", fade=0.4)], "rows": [row("jawOpen", **{"while": ["a", "b"]}), row("jawOpen", "y", **{"while": "a"}, unless=["b"])]},
     [{"values": {"emotionAnger": 1, "jawOpen": 1}, "want": {"x": 0.125, "y": 0.375}}])
case("conditions", "suppress-region", "7", "suppression reaches every row of a region, through the target's region too", "only rows that name the region",
     {"conditions": [condition(fade=0.2, suppress="brows")], "regions": [{"id": "brows"}], "targets": [{"id": "y", "region": "brows"}],
      "rows": [row("jawOpen", region="brows"), row("jawOpen", id="x2"), row("jawOpen", "y"), row("jawOpen", "z")]},
     [{"values": {"emotionAnger": 1, "jawOpen": 0.5}, "want": {"y": 0.25, "x": 0.5, "z": 0.5}}])
case("conditions", "suppressed-is-rest", "7", "a suppressed row counts as rest, not as 0", "a bone's scale that falls to 0",
     {"conditions": [condition(suppress="r")], "regions": [{"id": "r"}], "targets": [{"id": "x", "kind": "bone", "bone": "Eye", "property": "scale", "axis": "x", "region": "r"}],
      "rows": [row("jawOpen", offset=1)]}, [at(1.5, emotionAnger=0, jawOpen=0.5), at(1, emotionAnger=1, jawOpen=0.5)])
