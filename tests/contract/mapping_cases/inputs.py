"""Steps 1 to 3: cases of mappings/conformance/apply/inputs.json, see mapping_vectors.py."""

# A case reads best as one line of a table.
# ruff: noqa: E501
# fmt: off

from __future__ import annotations

from mapping_vectors import INF, NAN, at, case, one, row

from mapping_cases.shared import GONE, JAW, NEUTRAL, while_c

case("inputs", "smallest-row", "7", "the shortest row an artist can write", "defaults that are not 1 and 0",
     {"rows": [{"id": "smile", "from": "mouthSmileLeft", "to": "Fcl_MTH_Fun"}]},
     [{"values": {"mouthSmileLeft": 0.3}, "want": {"Fcl_MTH_Fun": 0.3}}])
case("inputs", "dt-bad", "1.1", "NaN, infinite and negative dt", "a fade that becomes NaN or runs backwards",
     while_c(fade=1), [at(0.1, emotionAnger=1, jawOpen=1), at(0.1, NAN, emotionAnger=1, jawOpen=1),
                       at(0.1, -5, emotionAnger=1, jawOpen=1), at(0.1, INF, emotionAnger=1, jawOpen=1)])
case("inputs", "dt-zero", "1.1", "dt of 0 after the first frame", "a division by dt, or progress without time",
     while_c(fade=1), [at(0.1, emotionAnger=1, jawOpen=1), at(0.1, 0, emotionAnger=1, jawOpen=1)])
case("inputs", "dt-capped", "1.1", "dt of 100 s counts as 10 s", "a stall that runs a long fade to its end",
     while_c(fade=40), [at(0.25, 100, emotionAnger=1, jawOpen=1)])
case("inputs", "time-given", "1.2", "the time line decides holds, not the sum of dt", "phase that drifts against the shot",
     {"rows": [row("jawOpen", region="m")], "regions": [{"id": "m", "hold_frames": 2, "rate": 10}]},
     [{**at(0.1, jawOpen=0.1), "time": 0.0}, {**at(0.1, jawOpen=0.2), "time": 0.1}, {**at(0.3, jawOpen=0.3), "time": 0.2},
      {**at(0.4, jawOpen=0.4), "time": 0.0}])
case("inputs", "time-bad", "1.2", "a time of NaN is counted, and dt is added instead", "a clock that stays NaN for ever",
     {"rows": [row("jawOpen", region="m")], "regions": [{"id": "m", "hold_frames": 2, "rate": 10}]},
     [{**at(0.1, jawOpen=0.1), "time": NAN}, {**at(0.2, jawOpen=0.2), "time": NAN}])
case("inputs", "never-present", "2", "a channel that never came does not touch its target", "absent taken for zero",
     {"rows": [row("jawOpen"), row("tongueOut", "tongue")]}, [{"values": {"jawOpen": 0.5}, "want": {"x": 0.5}}])
case("inputs", "confidence-zero", "2", "confidence 0 means not observed", "the made-up weight of an unobserved channel",
     {"rows": [row("jawOpen"), row("tongueOut", "tongue")]},
     [{"values": {"jawOpen": 0.5, "tongueOut": 0}, "confidence": {"tongueOut": 0}, "want": {"x": 0.5}}])
case("inputs", "confidence-low", "2", "any confidence above 0 counts whole", "weights multiplied by confidence",
     JAW, [{"values": {"jawOpen": 0.8}, "confidence": {"jawOpen": 0.01}, "want": {"x": 0.8}}])
case("inputs", "confidence-nan", "2", "confidence of NaN is none", "NaN, which is neither above nor equal to 0",
     JAW, [{"values": {"jawOpen": 0.8}, "confidence": {"jawOpen": NAN}, "want": {}}])
case("inputs", "not-finite", "2", "NaN and infinities are held over and counted", "NaN that spreads, infinity that clamps to 1",
     JAW, [at(0.5, jawOpen=0.5), at(0.5, jawOpen=NAN), at(0.5, jawOpen=INF), at(0.5, jawOpen=-INF), at(0.5, jawOpen=1e7)])
case("inputs", "out-of-channel-range", "2", "1.5 and -0.5 are clamped to the channel's range", "1 - x below 0",
     one(**{"from": {"of": "jawOpen", "invert": True}}), [at(0, jawOpen=1.5), at(1, jawOpen=-0.5)])
case("inputs", "angles-not-clamped-to-1", "2", "degrees keep their range", "every input clamped to [0, 1]",
     one(**{"from": "headYaw"}), [at(-35, headYaw=-35), at(-180, headYaw=-200)])
case("inputs", "unknown-name", "2", "values under unknown names are ignored", "a crash on a new channel",
     JAW, [{"values": {"jawOpen": 0.5, "newChannel": NAN}, "want": {"x": 0.5}}])
case("inputs", "own-input", "2", "an input of the table's own, without a range, and with a rest", "own inputs forgotten",
     {**one(**{"from": "ears"}), "inputs": [{"id": "ears", "range": [], "rest": 3}]}, [at(7, ears=7)])
case("inputs", "hold-then-ease", "3.3", "held for 0.2 s, eased over 0.2 s, then at rest", "a face that freezes or snaps to neutral",
     {**JAW, "lost": NEUTRAL}, [at(0.8, jawOpen=0.8), {**GONE, "want": {"x": 0.8}}, {**GONE, "dt": 0.05, "want": {"x": 0.8}},
      {**GONE, "dt": 0.1, "want": {"x": 0.6}}, {**GONE, "want": {"x": 0.2}}, {**GONE, "dt": 5, "want": {"x": 0}}])
case("inputs", "lost-values-ignored", "2", "values of an untracked face are not read", "a stale or wild pose shown as live",
     {**JAW, "lost": {**NEUTRAL, "to": "hold"}}, [at(0.2, jawOpen=0.2), {**GONE, "want": {"x": 0.2}}, {**GONE, "dt": 5, "want": {"x": 0.2}}])
case("inputs", "voice-goes-on", "2", "voice and emotion go on while the face is lost", "a mouth that dies with the camera",
     {"rows": [row("visemeA")]}, [{"tracked": False, "values": {"visemeA": 0.7}, "want": {"x": 0.7}}])
case("inputs", "return", "3.1", "back over 0.2 s from where it was", "a jump when the face is found again",
     {**JAW, "lost": NEUTRAL}, [at(1, jawOpen=1), {**GONE, "dt": 5, "want": {"x": 0}}, at(0.3, jawOpen=0.6),
      at(0.6, jawOpen=0.6), at(0.1, jawOpen=0.1)])
case("inputs", "lost-while-returning", "3.1", "lost again on the way back", "a hold of the live value, which was not shown",
     {**JAW, "lost": NEUTRAL}, [at(1, jawOpen=1), {**GONE, "dt": 5, "want": {"x": 0}}, at(0.5, jawOpen=1), {**GONE, "want": {"x": 0.5}}])
case("inputs", "ease-zero", "3.3", "times of 0: to rest at once, and back at once", "0 / 0",
     {**JAW, "lost": {"hold": 0, "ease": 0, "return": 0}}, [at(1, jawOpen=1), {**GONE, "want": {"x": 0}}, at(1, jawOpen=1)])
case("inputs", "rest-of-own-input", "3.3", "an own input eases to its own rest", "everything eased to 0",
     {**one(**{"from": "ears"}), "inputs": [{"id": "ears", "rest": 0.5, "range": []}], "lost": {"hold": 0, "ease": 0.2}},
     [at(2, ears=2), at(1.25, 0.1), at(0.5, 0.1)])
case("inputs", "never-and-lost", "3.2", "a channel that was never there stays absent while the face is lost", "a rest that is made up",
     JAW, [{**GONE, "dt": 5, "want": {}}, at(0.4, jawOpen=0.4)])
IDLE = {
    "hold": 0.1,
    "ease": 0.1,
    "return": 0,
    "to": "idle",
    "idle": {"interval": [0.5, 1], "close": 0.1, "shut": 0.1, "open": 0.2, "seed": 7},
}
case("inputs", "idle-blinks", "3.4", "blinks of the idle, in the rhythm of the seed", "another generator, or other rounding of it",
     {"rows": [row("eyeBlinkLeft")], "lost": IDLE}, [at(0.3, eyeBlinkLeft=0.3), *({**GONE, "dt": 0.05} for _ in range(60))])
case("inputs", "idle-long-step", "3.5", "5 s in one step draw as many intervals as 100 steps", "one draw per frame",
     {"rows": [row("eyeBlinkLeft")], "lost": IDLE}, [at(0.3, eyeBlinkLeft=0.3), {**GONE, "dt": 5}, *({**GONE, "dt": 0.05} for _ in range(20))])
case("inputs", "idle-twice", "3.5", "the sequence goes on in the next idle", "the same blinks after every loss",
     {"rows": [row("eyeBlinkLeft")], "lost": IDLE}, [at(0.3, eyeBlinkLeft=0.3), {**GONE, "dt": 2.01}, {**GONE, "dt": 0.07},
      at(0.3, eyeBlinkLeft=0.3), *({**GONE, "dt": 0.0625} for _ in range(24))])
case("inputs", "idle-before-any-face", "3.4", "a character that has seen no face yet blinks", "lids that need a first frame",
     {"rows": [row("eyeBlinkRight"), row("jawOpen", "jaw")], "lost": IDLE}, [{**GONE, "dt": 0.05} for _ in range(30)])
case("inputs", "tracked-input", "4.3", "tracked is 0 or 1, and is never absent", "tracked held like a channel",
     one(**{"from": "tracked"}), [at(1), {"tracked": False, "want": {"x": 0}}])
