"""The cases of mappings/conformance/apply: see mapping_vectors.py."""

# A case reads best as one line of a table.
# ruff: noqa: E501
# fmt: off

from __future__ import annotations

from typing import Any

from mapping_vectors import INF, NAN, Json, at, case, one, row

JAW = {"rows": [row("jawOpen")]}
NEUTRAL = {"hold": 0.2, "ease": 0.2, "return": 0.2}
GONE: Json = {"tracked": False, "values": {"jawOpen": 1}}


def condition(name: str = "c", **more: Any) -> Json:
    return {"id": name, "when": "emotionAnger", **more}


def while_c(**more: Any) -> Json:
    return {"conditions": [condition(**more)], "rows": [row("jawOpen", **{"while": "c"})]}


# --- 1 to 3 -----------------------------------------------------------------------------------------------------------

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

# --- 4 ----------------------------------------------------------------------------------------------------------------

LIDS = [row("eyeBlinkLeft", "L"), row("eyeBlinkRight", "R")]


def lids(left: float, right: float, want: tuple[float, float] | None = None, dt: float = 0.1, **more: Any) -> Json:
    found: Json = {"dt": dt, "values": {"eyeBlinkLeft": left, "eyeBlinkRight": right, **more}}
    return found if want is None else {**found, "want": {"L": want[0], "R": want[1]}}


case("eyes", "glasses", "4.1", "lids behind lenses: 0.2 is open, 0.7 shut, squint counts 0.3", "a dead zone instead of a range",
     {"eyes": {"glasses": {}}, "rows": [row("eyeBlinkLeft"), row("eyeSquintLeft", "s"), row("eyeWideLeft", "w")]},
     [{"values": {"eyeBlinkLeft": b, "eyeSquintLeft": 1, "eyeWideLeft": 0.5}, "want": {"x": x, "s": 0.3, "w": 0.15}}
      for b, x in ((0.2, 0), (0.1, 0), (0.45, 0.5), (0.7, 1), (0.9, 1))])
case("eyes", "far-eye-left", "4.2", "yaw 32.5 to the left: the left eye half follows the right one", "the near eye changed, or yaw's sign",
     {"eyes": {"far_eye": {}}, "rows": LIDS}, [lids(1, 0, (1, 0), headYaw=25), lids(1, 0, (0.5, 0), headYaw=32.5), lids(1, 0, (0, 0), headYaw=60)])
case("eyes", "far-eye-right", "4.2", "turned to the right, the right eye follows; a yaw that is missing for a moment is held", "one side forgotten",
     {"eyes": {"far_eye": {}}, "rows": LIDS}, [lids(1, 0, (1, 1), headYaw=-40), lids(1, 0, (1, 1))])
case("eyes", "far-eye-nose", "4.2", "looking in becomes the near eye's looking out", "eyes that squint apart",
     {"eyes": {"far_eye": {}}, "rows": [row("eyeLookInLeft", "in"), row("eyeLookOutLeft", "out")]},
     [{"values": {"headYaw": 60, "eyeLookInLeft": 0.9, "eyeLookOutLeft": 0.8, "eyeLookInRight": 0.1, "eyeLookOutRight": 0.2}, "want": {"in": 0.2, "out": 0.1}}])
case("eyes", "wink", "4.3", "a wink shuts one eye and opens the other, fading", "half-shut winks",
     {"eyes": {"wink": {"fade": 0.2}}, "rows": LIDS}, [lids(0.8, 0.3, (0.9, 0.15)), lids(0.8, 0.3, (1, 0)), lids(0.8, 0.8, (0.9, 0.4)), lids(0.8, 0.8, (0.8, 0.8))])
case("eyes", "wink-thresholds", "4.3", "a difference of exactly on or off changes nothing", ">= for >",
     {"eyes": {"wink": {"on": 0.5, "off": 0.25, "fade": 0}}, "rows": LIDS},
     [lids(0.5, 0, (0.5, 0)), lids(0.75, 0, (1, 0)), lids(0.25, 0, (1, 0)), lids(0.125, 0, (0.125, 0)), lids(0, 0.75, (0, 1))])
case("eyes", "wink-input", "4.3", "winkLeft and winkRight can be sources", "a wink that only the lids know",
     {"eyes": {"wink": {"fade": 0.2}}, "rows": [row("winkLeft"), row("winkRight", "y")]}, [{**lids(0, 1), "want": {"x": 0, "y": 0.5}}])
case("eyes", "link", "4.4", "both lids as the more closed one, halfway", "the mean, which never shuts",
     {"eyes": {"link": 0.5}, "rows": LIDS}, [lids(0.8, 0.4, (0.8, 0.6))])
case("eyes", "link-yields-to-wink", "4.4", "linked lids part in a wink", "winks that linking swallows",
     {"eyes": {"link": 1, "wink": {"fade": 0}}, "rows": LIDS}, [lids(0.4, 0.3, (0.4, 0.4)), lids(0.9, 0.1, (1, 0))])
case("eyes", "one-lid-absent", "4.4", "a lid that was never there is not made up", "absent linked to 0",
     {"eyes": {"link": 1, "wink": {}}, "rows": LIDS}, [{"values": {"eyeBlinkLeft": 0.9}, "want": {"L": 0.9}}])
case("eyes", "gaze-directions", "4.5", "gain and limit per direction", "left's limit used to the right",
     {"eyes": {"gaze": {"left": {"gain": 2, "limit": 30}, "right": {"gain": 0.5}, "down": {"limit": 10}}}, "targets": [{"id": "x", "range": []}, {"id": "y", "range": []}],
      "rows": [row("gazeYawLeft"), row("gazePitchLeft", "y")]},
     [{"values": {"gazeYawLeft": a, "gazePitchLeft": b}, "want": {"x": x, "y": y}} for a, b, x, y in
      ((10, 40, 20, 40), (20, -40, 30, -10), (-20, 0, -10, 0))])
GAZE = {"eyes": {"gaze_hold": {"return": 0.2}}, "targets": [{"id": "x", "range": []}], "rows": [row("gazePitchLeft")]}
case("eyes", "gaze-hold", "4.6", "the gaze of before the blink, then back over 0.2 s", "eyes that roll down in each blink",
     GAZE, [at(w, eyeBlinkLeft=b, gazePitchLeft=g) for b, g, w in ((0, 10, 10), (0.9, -30, 10), (0.9, -40, 10), (0.1, -10, 0), (0.1, -10, -10), (0.1, -5, -5))])
case("eyes", "gaze-hold-first-frame", "4.6", "shut in the very first frame: the gaze of that frame is kept", "0 kept in place of nothing",
     GAZE, [at(-20, eyeBlinkLeft=1, gazePitchLeft=-20), at(-20, eyeBlinkLeft=1, gazePitchLeft=10)])
case("eyes", "gaze-hold-blink-in-return", "4.6", "a second blink on the way back keeps what was shown", "a jump to the live gaze",
     GAZE, [at(w, eyeBlinkLeft=b, gazePitchLeft=g) for b, g, w in ((0, 10, 10), (1, 30, 10), (0, 30, 20), (1, 30, 20))])

# --- 5 ----------------------------------------------------------------------------------------------------------------

TWO = ["jawOpen", "mouthFunnel"]
case("formulas", "sum-with-weights", "5.1", "weights, inversion before the weight, a difference", "1 - weight * x",
     one(**{"from": [{"of": "jawOpen", "weight": 2}, {"of": "mouthFunnel", "invert": True, "weight": -0.5}]}), [at(0.6 - 0.375, jawOpen=0.3, mouthFunnel=0.25)])
case("formulas", "absent-substitute", "5.1", "a stated substitute goes through invert and weight", "the substitute taken for the term",
     one(**{"from": {"of": "tongueOut", "absent": 0.25, "invert": True, "weight": 2}}), [at(1.5)])
for op, both, single in (
    ("sum", 1.25, 0.5),
    ("product", 0.375, None),
    ("min", 0.5, 0.5),
    ("max", 0.75, 0.5),
    ("average", 0.625, 0.5),
):
    case("formulas", f"op-{op}", "5.2", f"{op} of two, and with one of them absent", "absent taken for 0 or 1",
         one(**{"from": TWO, "op": op}), [{"values": {"jawOpen": 0.5}, "want": {} if single is None else {"x": single}}, at(both, jawOpen=0.5, mouthFunnel=0.75)])
case("formulas", "no-source", "5.2", "without sources the value is the offset", "a constant that counts as absent",
     one(offset=0.4), [at(0.4)])
case("formulas", "dead-zone", "5.3", "nothing up to 0.2; 1 stays 1", "a zone that only subtracts, or that jumps",
     one(**{"from": "jawOpen"}, dead_zone=0.2), [at(w, jawOpen=v) for v, w in ((0.1, 0), (0.2, 0), (0.6, 0.5), (1, 1))])
case("formulas", "dead-zone-degrees", "5.3", "[5, 30] on an angle, on both sides", "the sign lost, or full taken for 1",
     one(**{"from": "headYaw"}, dead_zone=[5, 30]), [at(w, headYaw=v) for v, w in ((4, 0), (-17.5, -15), (30, 30), (55, 60))])
case("formulas", "invert", "5.4", "1 - x after the dead zone and before the curve", "inversion last or first",
     one(**{"from": "jawOpen"}, dead_zone=0.5, invert=True, curve=[[0, 0], [1, 0.5]]), [at(0.5, jawOpen=0.25), at(0.25, jawOpen=0.75)])
case("formulas", "curve-linear", "5.5", "straight keys; constant outside; a key belongs to its y", "extrapolation",
     one(**{"from": "headYaw"}, curve=[[-10, 1], [0, 0], [20, 0.5]]), [at(w, headYaw=v) for v, w in ((-90, 1), (-10, 1), (-5, 0.5), (0, 0), (10, 0.25), (20, 0.5), (90, 0.5))])
case("formulas", "curve-smooth", "5.5", "flat tangents: 3s^2 - 2s^3", "tangents taken for angles, or not scaled",
     one(**{"from": "jawOpen"}, curve=[[0, 0, 0], [1, 1, 0]]), [at(0.15625, jawOpen=0.25), at(0.5, jawOpen=0.5), at(0.84375, jawOpen=0.75)])
case("formulas", "curve-scaled-slopes", "5.5", "slopes are per unit of x, on segments that are not 1 long", "slopes not multiplied by the segment's length",
     one(**{"from": "headYaw"}, curve=[[0, 0, 0.2], [10, 1, 0.2], [30, 3, 0.1]]), [at(headYaw=v) for v in (2.5, 5, 7.5, 10, 15, 20, 25)])
case("formulas", "curve-broken-tangent", "5.5", "slopes in and out differ; a side without a slope takes the secant", "in and out swapped",
     one(**{"from": "jawOpen"}, curve=[[0, 0], [0.5, 0.5, 0, 2], [1, 0.25]]), [at(jawOpen=v) for v in (0.1, 0.25, 0.4, 0.5, 0.6, 0.75, 0.9)])
case("formulas", "gain-offset-clamp", "5.6", "gain, then offset", "the offset multiplied too",
     one(**{"from": "jawOpen"}, gain=2, offset=-0.5), [at(0.1, jawOpen=0.3)])
case("formulas", "clamp-last", "5.7", "clamp comes after gain and offset", "clamp before gain",
     one(**{"from": "jawOpen"}, gain=4, offset=-0.5, clamp=[0.25, 1.5]), [at(0.25, jawOpen=0.1), at(1.5, jawOpen=1), at(0.7, jawOpen=0.3)])
case("formulas", "huge", "5.7", "limited to 1e9", "infinity from chains of signals",
     {**one(**{"from": "b"}), "signals": [{"id": "a", "from": "headX", "gain": 1000}, {"id": "b", "from": ["a", "a"], "op": "product", "gain": 1000}]},
     [at(1e9, headX=1e6)])
case("formulas", "signals-in-any-order", "5.1", "a signal may be used before it is written", "signals evaluated in file order",
     {**one(**{"from": "late"}), "signals": [{"id": "late", "from": ["early", "jawOpen"], "op": "product"}, {"id": "early", "from": {"of": "jawOpen", "invert": True}}]},
     [at(0.1875, jawOpen=0.25)])
case("formulas", "absent-signal", "5.2", "an absent signal is absent where it is used", "NaN or 0 from a signal",
     {**one(**{"from": ["s", "jawOpen"]}), "signals": [{"id": "s", "from": ["tongueOut", "jawOpen"], "op": "product"}]}, [at(0.5, jawOpen=0.5)])

# --- 6 and 7 ----------------------------------------------------------------------------------------------------------

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

# --- 8 to 11 ----------------------------------------------------------------------------------------------------------


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

# --- 12 and 13 --------------------------------------------------------------------------------------------------------


def vrm(**happy: Any) -> Json:
    return {"implicit_target": "expression", "targets": [{"id": "happy", "kind": "expression", **happy}, *([])],
            "rows": [row("emotionJoy", "happy"), row("eyeBlinkLeft", "blink"), row("jawOpen", "aa")]}


def joyful(joy: float, blink: float, aa: float = 0.5) -> Json:
    return {
        "values": {"emotionJoy": joy, "eyeBlinkLeft": blink, "jawOpen": 0.5},
        "want": {"happy": joy, "blink": blink, "aa": aa},
    }


case("exclusion", "vrm-blend", "12.2", "overrideBlink blend: blink times 1 - happy", "joy and blink that clip",
     vrm(override_blink="blend"), [{**joyful(0.25, 0.8), "want": {"happy": 0.25, "blink": 0.6, "aa": 0.5}}, {**joyful(1, 0.8), "want": {"happy": 1, "blink": 0, "aa": 0.5}}])
case("exclusion", "vrm-block", "12.2", "overrideMouth block: any happy shuts the mouth shapes", "block above 0.5 only",
     vrm(override_mouth="block"), [joyful(0, 0.5), {**joyful(0.01, 0.5), "want": {"happy": 0.01, "blink": 0.5, "aa": 0}}])
case("exclusion", "vrm-binary", "12.1", "binary: 1 above 0.5, and exactly 0.5 is 0; its override uses that", "override by the value before",
     vrm(binary=True, override_blink="blend"), [{**joyful(0.5, 0.8), "want": {"happy": 0, "blink": 0.8, "aa": 0.5}}, {**joyful(0.51, 0.8), "want": {"happy": 1, "blink": 0, "aa": 0.5}}])
case("exclusion", "vrm-binary-overridden", "12.3", "a binary blink is put out by any override", "a binary at 0.75",
     {**vrm(override_blink="blend"), "targets": [{"id": "happy", "kind": "expression", "override_blink": "blend"}, {"id": "blink", "kind": "expression", "binary": True}]},
     [{**joyful(0.1, 1), "want": {"happy": 0.1, "blink": 0, "aa": 0.5}}, {**joyful(0, 1), "want": {"happy": 0, "blink": 1, "aa": 0.5}}])
case("exclusion", "vrm-sum-of-overrides", "12.2", "the amounts of two expressions add up, to 1 at most", "the highest only",
     {"implicit_target": "expression", "targets": [{"id": "happy", "kind": "expression", "override_blink": "blend"}, {"id": "angry", "kind": "expression", "override_blink": "blend"}],
      "rows": [row("emotionJoy", "happy"), row("emotionAnger", "angry"), row("eyeBlinkLeft", "blink")]},
     [{"values": {"emotionJoy": 0.25, "emotionAnger": 0.5, "eyeBlinkLeft": 0.8}, "want": {"happy": 0.25, "angry": 0.5, "blink": 0.2}},
      {"values": {"emotionJoy": 0.75, "emotionAnger": 0.5, "eyeBlinkLeft": 0.8}, "want": {"happy": 0.75, "angry": 0.5, "blink": 0}}])
case("exclusion", "vrm-look-at-bone", "12.3", "overrideLookAt dampens a gaze bone of the category, about its rest", "expressions only, or towards 0",
     {"targets": [{"id": "happy", "kind": "expression", "override_look_at": "blend"}, {"id": "x", "kind": "bone", "bone": "LeftEye", "property": "rotation", "axis": "y", "rest": 2, "category": "look_at"}],
      "rows": [row("emotionJoy", "happy"), row("gazeYawLeft")]}, [{"values": {"emotionJoy": 0.25, "gazeYawLeft": 10}, "want": {"happy": 0.25, "x": 8}}])
case("exclusion", "vrm-before-groups", "12.3", "VRM comes before our own groups", "blink that takes room although happy blocks it",
     {**vrm(override_blink="block"), "groups": [{"id": "g", "members": [{"target": "blink", "priority": 1}, "happy"]}]}, [{**joyful(0.8, 1), "want": {"happy": 0.8, "blink": 0, "aa": 0.5}}])
THREE = [row("eyeBlinkLeft", "blink"), row("eyeSquintLeft", "squint"), row("cheekSquintLeft", "cheek")]


def three(blink: float, squint: float, cheek: float, *want: float) -> Json:
    return {
        "values": {"eyeBlinkLeft": blink, "eyeSquintLeft": squint, "cheekSquintLeft": cheek},
        "want": dict(zip(("blink", "squint", "cheek"), want, strict=True)),
    }


def group(*priorities: int, **more: Any) -> Json:
    members = [
        {"target": name, "priority": p} for name, p in zip(("blink", "squint", "cheek"), priorities, strict=True)
    ]
    return {"rows": THREE, "groups": [{"id": "g", "members": members, **more}]}


case("exclusion", "group-priority", "13.3", "blink first, squint gets what is left, then cheek", "everything scaled alike",
     group(2, 1, 0), [three(0.6, 0.3, 0.5, 0.6, 0.3, 0.1), three(1, 0.3, 0.5, 1, 0, 0), three(0.25, 0.25, 0.25, 0.25, 0.25, 0.25)])
case("exclusion", "group-equal-priorities", "13.2", "vowels: equal priorities shrink in proportion", "the first takes all",
     group(0, 0, 0), [three(1, 0.5, 0.5, 0.5, 0.25, 0.25), three(0.5, 0.25, 0.25, 0.5, 0.25, 0.25)])
case("exclusion", "group-shared-remainder", "13.2", "two of equal priority share what the first leaves", "the remainder given twice",
     group(1, 0, 0), [three(0.4, 0.9, 0.3, 0.4, 0.45, 0.15)])
case("exclusion", "group-scale", "13.1", "remainder scale: gives way at once", "limit taken for scale",
     group(1, 0, 0, remainder="scale"), [three(0.5, 0.5, 0.25, 0.5, 0.25, 0.125), three(0.5, 1, 1, 0.5, 0.25, 0.25)])
case("exclusion", "group-limit", "13.2", "a limit of its own, and of 0", "a limit fixed at 1, or 0 / 0",
     {**group(0, 0, 0, limit=0.5), "groups": [{"id": "g", "members": ["blink", "squint"], "limit": 0.5}, {"id": "h", "members": ["squint", "cheek"], "limit": 0, "remainder": "scale"}]},
     [three(1, 1, 0.5, 0.25, 0, 0)])
case("exclusion", "group-while", "13.3", "a group fades in with its condition", "a group that jumps",
     {"conditions": [condition(fade=0.2)], **group(1, 0, 0, **{"while": "c"})},
     [{"values": {"eyeBlinkLeft": 1, "eyeSquintLeft": 1, "cheekSquintLeft": 0, "emotionAnger": 1}, "want": {"blink": 1, "squint": s, "cheek": 0}} for s in (0.5, 0)])
case("exclusion", "group-negative-and-absent", "13.1", "negative members keep their value and take no room; absent ones are left out", "room won by a negative member",
     {"targets": [{"id": "blink", "range": [-1, 1]}], **group(1, 0, 0)} | {"rows": [row("eyeBlinkLeft", "blink", gain=-1), *THREE[1:]]},
     [{"values": {"eyeBlinkLeft": 0.5, "eyeSquintLeft": 1}, "want": {"blink": -0.5, "squint": 1}}])

# --- 14 and 15 --------------------------------------------------------------------------------------------------------


def timed(**region: Any) -> Json:
    return {"regions": [{"id": "m", **region}], "rows": [row("jawOpen", region="m")]}


E1, E2 = 0.6321205588285577, 0.8646647167633873
case("timing", "attack-release", "14.1", "1 - exp(-dt / tau) towards the value, with a tau each way", "a factor per frame",
     timed(attack=0.1, release=0.05), [at(0, jawOpen=0), at(E1, jawOpen=1), at(E1 * (1 - E2), jawOpen=0)])
case("timing", "attack-any-frame-rate", "14.1", "eight steps of 1/80 s give what one of 0.1 s gives", "smoothing that depends on the frame rate",
     timed(attack=0.1), [at(0, jawOpen=0), *(at(None, 0.0125, jawOpen=1) for _ in range(7)), at(E1, 0.0125, jawOpen=1)])
case("timing", "attack-odd-steps", "14.1", "dt of 0 and of 5 s", "0 / 0, or a value beyond the goal",
     timed(attack=0.1), [at(0, 0, jawOpen=0), at(0, 0, jawOpen=1), at(1, 5, jawOpen=1), at(0, 0, jawOpen=0)])
case("timing", "attack-first-frame", "14.1", "the first value is taken whole", "a face that grows out of neutral at each start",
     timed(attack=1, release=1), [at(0.75, jawOpen=0.75)])
case("timing", "attack-about-rest", "14.1", "attack is away from rest, downwards too", "attack taken for rising",
     {"regions": [{"id": "m", "attack": 0.1, "release": 0.05}], "targets": [{"id": "x", "rest": 1}], "rows": [row("jawOpen", region="m")]},
     [at(1, jawOpen=1), at(1 - E1, jawOpen=0), at(1 - E1 + E1 * E2, jawOpen=1)])
case("timing", "snap", "14.2", "sticks to a pose within 0.125, leaves beyond 0.25, the lower of two equally near", "flicker at the edge",
     timed(snap=[0, 0.5, 0.75], snap_within=0.125, snap_leave=0.25),
     [at(w, jawOpen=v) for v, w in ((0.3, 0.3), (0.375, 0.5), (0.25, 0.5), (0.2, 0.2), (1, 1), (0.625, 0.5), (0.75, 0.5), (0.875, 0.75))])
case("timing", "on-twos", "14.3", "a new pose on every second frame of 24, at 48 frames a second", "holds counted in rendered frames",
     timed(hold_frames=2), [{**at(None, 1 / 48, jawOpen=i / 10), "time": i / 48} for i in range(10)])
case("timing", "on-threes-with-phase", "14.3", "threes of 12, beginning on frame 1, and before time 0", "the phase added, or floor towards 0",
     timed(hold_frames=3, rate=12, phase=1), [{**at(w, jawOpen=v), "time": t / 12} for t, v, w in ((-3, 0.1, 0.1), (-2, 0.2, 0.2), (0, 0.3, 0.2), (1, 0.4, 0.4), (3, 0.5, 0.4), (4, 0.6, 0.6))])
case("timing", "on-twos-rounding", "14.3", "time that is added up in thirds meets the frame it should", "a pose one frame late through rounding",
     timed(hold_frames=2, rate=30), [at(None, 1 / 30, jawOpen=i / 20) for i in range(12)])
case("timing", "on-twos-per-region", "14.3", "the mouth on twos, the eyes on ones", "one hold for the whole face",
     {"regions": [{"id": "m", "hold_frames": 2, "rate": 10}, {"id": "e"}], "rows": [row("jawOpen", region="m"), row("eyeBlinkLeft", "y", region="e")]},
     [{"time": 0, "values": {"jawOpen": 0.1, "eyeBlinkLeft": 0.1}, "want": {"x": 0.1, "y": 0.1}}, {"time": 0.1, "values": {"jawOpen": 0.2, "eyeBlinkLeft": 0.2}, "want": {"x": 0.1, "y": 0.2}}])
case("timing", "order-of-timing", "14.3", "attack, then snap, then hold", "smoothing of held poses",
     timed(attack=0.1, snap=[1], snap_within=0.3, hold_frames=2, rate=10), [at(None, jawOpen=0), *(at(None, jawOpen=1) for _ in range(5))])
case("timing", "sprite-holds-only", "14.3", "drawings are held, not smoothed", "drawing 0.63",
     {"regions": [{"id": "m", "attack": 0.1, "hold_frames": 2, "rate": 10}], "targets": [{"id": "x", "kind": "sprite", "count": 9, "region": "m"}], "rows": [row("jawOpen", gain=8)]},
     [{**at(w, jawOpen=v), "time": t} for t, v, w in ((0, 0, 0), (0.1, 1, 0), (0.2, 1, 8))])
case("timing", "sprite-rounding", "15", "rounded to the nearest, halves up, within the count", "banker's rounding",
     {"targets": [{"id": "x", "kind": "sprite", "count": 4}], "rows": [row("jawOpen", gain=8)]},
     [at(w, jawOpen=v) for v, w in ((0.0625, 1), (0.1875, 2), (0.3125, 3), (1, 3), (0.05, 0))])
DING = {"targets": [{"id": "ding", "kind": "event", "on": 0.5, "off": 0.25}], "rows": [row("jawOpen", "ding")]}
case("timing", "event-edge", "15", "fires once on the way up, and again only after falling below off", "an event in every frame",
     DING, [{"values": {"jawOpen": v}, "want": {}} for v in (0.5, 0.6, 0.9, 0.4, 0.9, 0.25, 0.9, 0.2, 0.9)])
case(
    "timing",
    "event-first-frame",
    "15",
    "above in the first frame fires",
    "an edge that needs a frame before",
    DING,
    [{"values": {"jawOpen": 1}, "want": {}}],
)
case("timing", "snap-out-of-range", "15", "a pose beyond the range is kept within it", "a weight above 1",
     timed(snap=[2], snap_within=1), [at(1, jawOpen=1), at(0, jawOpen=0)])
case("timing", "reload-keeps-state", "reload", "a new table goes on with fades, smoothing, switches and lost inputs of the same names", "a face that blinks at each save",
     {**while_c(fade=0.4), **timed(attack=0.2)}, [at(None, emotionAnger=1, jawOpen=0.2), at(None, emotionAnger=1, jawOpen=1),
      {**at(None, emotionAnger=1, jawOpen=1), "reload": {**while_c(fade=0.4), "regions": [{"id": "m", "attack": 0.1}],
       "rows": [row("jawOpen", region="m", gain=0.5, **{"while": "c"}), row("jawOpen", "new")]}}, at(None, emotionAnger=1, jawOpen=1)])
case("timing", "reload-removed-condition", "reload", "what the new table does not have is gone, and begins anew when it is back", "a weight kept under another name",
     while_c(fade=0.2), [at(0.5, emotionAnger=1, jawOpen=1), {**at(1, emotionAnger=1, jawOpen=1), "reload": JAW},
      {**at(0.5, emotionAnger=1, jawOpen=1), "reload": while_c(fade=0.2)}])

# --- extending --------------------------------------------------------------------------------------------------------

BASE = {"rows": [row("jawOpen", id="jaw", gain=0.5), row("mouthFunnel", "y", id="o"), row("mouthPucker", "z", id="u")]}
FACE = {"values": {"jawOpen": 0.5, "mouthFunnel": 0.5, "mouthPucker": 0.5}}


def equal(*rows: Json, **more: Any) -> Json:
    return {"version": 1, "rows": list(rows), **more}


case("extending", "change-one-property", "extending", "a shot changes the curve of one row, and keeps its gain", "entries replaced as a whole",
     {"extends": "base.json", "rows": [{"id": "jaw", "curve": [[0, 0], [1, 0.5]]}]}, [{**FACE, "want": {"x": 0.125, "y": 0.5, "z": 0.5}}],
     files={"base.json": BASE}, equals=equal({**BASE["rows"][0], "curve": [[0, 0], [1, 0.5]]}, *BASE["rows"][1:]))
case("extending", "remove", "extending", "a row is removed by its id", "removal that only empties",
     {"extends": "base.json", "rows": [{"id": "o", "remove": True, "note": "no o"}]}, [{**FACE, "want": {"x": 0.25, "z": 0.5}}],
     files={"base.json": BASE}, equals=equal(BASE["rows"][0], BASE["rows"][2]))
case("extending", "place-is-kept", "extending", "a changed row keeps its place, a new one comes last", "changed rows moved to the end",
     {"extends": "base.json", "targets": [{"id": "x", "combine": "override"}], "rows": [{"id": "jaw", "gain": 1}, row("mouthPucker", id="late", gain=0.1)]},
     [{**FACE, "want": {"x": 0.05, "y": 0.5, "z": 0.5}}], files={"base.json": BASE},
     equals=equal({**BASE["rows"][0], "gain": 1}, *BASE["rows"][1:], row("mouthPucker", id="late", gain=0.1), targets=[{"id": "x", "combine": "override"}]))
case("extending", "chain-and-folders", "extending", "studio, IP and character in folders of their own; each path is relative to its file", "paths relative to the first file",
     {"extends": "ip/ip.json", "rows": [{"id": "jaw", "offset": 0.1}]}, [{**FACE, "want": {"x": 0.225, "y": 0.5, "z": 0.5}}],
     files={"ip/ip.json": {"extends": "../studio/base.json", "rows": [{"id": "jaw", "gain": 0.25}]}, "studio/base.json": BASE},
     equals=equal({**BASE["rows"][0], "gain": 0.25, "offset": 0.1}, *BASE["rows"][1:]))
case("extending", "eyes-and-lost", "extending", "rules of eyes are replaced one by one, and switched off with false", "eyes replaced as a whole",
     {"extends": "base.json", "eyes": {"wink": False}, "lost": {"ease": 0}},
     [{**lids(0.8, 0.2), "want": {"L": 0.8, "R": 0.8}}, {"tracked": False, "dt": 0.2, "want": {"L": 0, "R": 0}}],
     files={"base.json": {"eyes": {"wink": {"fade": 0}, "link": 1}, "lost": {"hold": 0.1, "ease": 5}, "rows": LIDS}},
     equals=equal(*LIDS, eyes={"link": 1}, lost={"hold": 0.1, "ease": 0}))
case("extending", "back-to-default", "extending", "defaults written out undo what the base says", "[] taken for not stated",
     {"extends": "base.json", "rows": [{"id": "r", "curve": [], "clamp": [], "while": [], "gain": 1}]}, [{"values": {"jawOpen": 0.8}, "want": {"x": 0.8}}],
     files={"base.json": {"conditions": [condition()], "rows": [row("jawOpen", id="r", curve=[[0, 0], [1, 0.1]], clamp=[0, 0.05], gain=2, **{"while": "c"})]}},
     equals=equal(row("jawOpen", id="r"), conditions=[condition()]))
