"""Steps 14 and 15: cases of mappings/conformance/apply/timing.json, see mapping_vectors.py."""

# A case reads best as one line of a table.
# ruff: noqa: E501
# fmt: off

from __future__ import annotations

from typing import Any

from mapping_vectors import Json, at, case, row

from mapping_cases.shared import JAW, while_c


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
case("timing", "reload-brings-attack", "reload", "a region gets an attack while the value moves: it goes on from where it is", "a value that jumps at each save",
     timed(), [at(0.25, jawOpen=0.25), {**at(0.25 + 0.5 * E1, jawOpen=0.75), "reload": timed(attack=0.1)}])
case("timing", "reload-between-fades", "reload", "two loads without a frame between them, in the middle of a fade out and a smoothing", "state that only a frame carries on",
     {**while_c(fade=0.5), **timed(release=0.1)}, [at(None, emotionAnger=1, jawOpen=1), at(None, emotionAnger=0, jawOpen=0.5),
      {**at(None, 0, emotionAnger=0, jawOpen=0.5), "reload": {**while_c(fade=0.25), **timed(release=0.2)}}, at(None, emotionAnger=0, jawOpen=0.5)])
case("timing", "reload-hold-changed", "reload", "the slot is forgotten where rate, phase or frames change, and kept where not", "a pose that stays for ever after an edit",
     {"regions": [{"id": "m", "hold_frames": 3, "rate": 10}, {"id": "e", "hold_frames": 3, "rate": 10}], "rows": [row("jawOpen", region="m"), row("jawOpen", "y", region="e")]},
     [{"time": 0, "values": {"jawOpen": 0.1}, "want": {"x": 0.1, "y": 0.1}}, {"time": 0.1, "values": {"jawOpen": 0.2}, "want": {"x": 0.1, "y": 0.1}},
      {"time": 0.2, "values": {"jawOpen": 0.3}, "want": {"x": 0.3, "y": 0.1}, "reload": {"regions": [{"id": "m", "hold_frames": 4, "rate": 10}, {"id": "e", "hold_frames": 3, "rate": 10}],
       "rows": [row("jawOpen", region="m"), row("jawOpen", "y", region="e")]}}])
case("timing", "odd-steps-everywhere", "14.1", "dt of 0, NaN, 5 s and 100 s, time NaN and going back, with attack, poses and twos", "0 / 0, or a pose that never comes back",
     timed(attack=0.1, release=0.3, snap=[0, 0.5, 1], snap_within=0.05, hold_frames=2),
     [{"dt": dt, "values": {"jawOpen": v}, **({} if time is None else {"time": time})} for dt, v, time in
      ((0, 0.2, None), (0, 0.9, None), (float("nan"), 0.9, None), (0.05, 0.9, float("nan")), (5, 0.52, None), (100, 0.3, 1), (0.1, 0.8, 0.5), (0.1, 0.1, float("-inf")), (0, 1, 0.5), (0.1, 0.5, -3))] )
case("timing", "snap-exact", "14.2", "exactly within, exactly at leave, exactly between two poses", "a comparison that is off by its sign",
     timed(snap=[0, 0.5, 1], snap_within=0.25, snap_leave=0.25), [at(w, jawOpen=v) for v, w in ((0.25, 0), (0.75, 0.5), (0.75, 0.5), (1, 1), (0.75, 1), (0.5, 0.5), (0.25, 0.5), (0, 0))])
case("timing", "event-held-at-thresholds", "15", "exactly at on and off nothing changes, and a reload keeps the edge", "a second event after saving",
     DING, [{"values": {"jawOpen": v}, "want": {}, **more} for v, more in ((0.5, {}), (0.75, {}), (0.75, {"reload": DING}), (0.25, {}), (0.75, {}), (0.2, {}), (0.5, {}), (0.51, {}))])
LIDS_OUT = [row("eyeBlinkLeft", "L"), row("eyeBlinkRight", "R"), row("winkLeft", "w")]
WINKING = {"values": {"eyeBlinkLeft": 1, "eyeBlinkRight": 0.25}}
case("timing", "reload-without-wink", "reload", "a table without the rule forgets a wink that is under way; with the rule again it begins anew", "a winkLeft that stays for ever",
     {"eyes": {"wink": {"fade": 0.4}}, "rows": LIDS_OUT}, [WINKING, {**WINKING, "reload": {"rows": LIDS_OUT}}, {**WINKING, "reload": {"eyes": {"wink": {"fade": 0.2}}, "rows": LIDS_OUT}}])
case("timing", "reload-keeps-wink", "reload", "with another fade the wink goes on from where it is", "a wink that starts anew at each save",
     {"eyes": {"wink": {"fade": 0.4}}, "rows": LIDS_OUT}, [WINKING, {**WINKING, "reload": {"eyes": {"wink": {"fade": 0.2}}, "rows": LIDS_OUT}}])
def idle(seed: int) -> Json:
    return {"lost": {"hold": 0, "ease": 0, "to": "idle", "idle": {"interval": [0.5, 0.75], "seed": seed}}, "rows": LIDS_OUT[:2]}
AWAY = {"dt": 0.06, "tracked": False, "values": {}}
for name, seed in (("keeps", 3), ("changes", 8)):
    case("timing", f"reload-{name}-seed", "reload", "idle blinks go on; their sequence begins anew only with another seed", "blinks in step after each save, or a seed without effect",
         idle(3), [*(AWAY for _ in range(14)), {**AWAY, "reload": idle(seed)}, *(AWAY for _ in range(30))])
case("timing", "attack-other-side", "14.1", "from 0.3 to as far on the other side of rest is release, whatever the rounding", "attack or release by the last digit",
     {"regions": [{"id": "m", "attack": 0.1, "release": 0.05}], "targets": [{"id": "x", "rest": 0.1, "range": [-2, 2], "region": "m"}], "rows": [row("jawOpen", offset=-0.1)]},
     [at(0.3, jawOpen=0.4), at(None, 5, jawOpen=0.5), at(None, 5, jawOpen=0.4), at(0.3 - 0.4 * E2, jawOpen=0)])
