"""Odd steps of time in everything that has state, exact thresholds and ties: see mapping_vectors.py."""

# A case reads best as one line of a table.
# ruff: noqa: E501
# fmt: off

from __future__ import annotations

from typing import Any

from mapping_vectors import INF, NAN, Json, at, case, row

from mapping_cases.shared import GONE, LIDS, NEUTRAL, condition, lids, while_c

STEPS = (0, 0.1, NAN, 5, 0, -1, 0.05, INF, 100, 0, 0.1)


def through(steps: tuple[float, ...], *values: Json) -> list[Json]:
    """A frame for each step, with the values in turn."""
    return [{"dt": dt, "values": values[index % len(values)]} for index, dt in enumerate(steps)]


def trigger(**more: Any) -> Json:
    return {"conditions": [{"id": "c", "trigger": True, **more}], "rows": [row("jawOpen", **{"while": "c"})]}


case("odd", "fade-odd-steps", "6.3", "fades through every odd step, on and off in turn", "a weight that is NaN, negative or above 1",
     while_c(fade=0.25, fade_out=0.5), through(STEPS, {"emotionAnger": 1, "jawOpen": 1}, {"emotionAnger": 1, "jawOpen": 1}, {"emotionAnger": 0, "jawOpen": 1}))
case("odd", "duration-exact", "6.2", "off in the frame in which exactly the duration is over, and no time passes in dt of 0", "> for >=, or a trigger that lasts a frame longer",
     trigger(duration=0.5), [{**at(1, 0, jawOpen=1), "fire": [["c", "on"]]}, at(1, 0, jawOpen=1), at(1, 0.25, jawOpen=1), at(1, NAN, jawOpen=1), at(0, 0.25, jawOpen=1), at(0, 5, jawOpen=1)])
case("odd", "duration-long-step", "6.2", "fired in a step of 5 s: it is on in this frame, and off after the next", "time before the firing counted",
     trigger(duration=0.5, fade_out=0.25), [{**at(1, 5, jawOpen=1), "fire": [["c", "on"]]}, at(0, 5, jawOpen=1), {**at(1, 0, jawOpen=1), "fire": [["c", "toggle"]]}, {**at(0, 1, jawOpen=1), "fire": [["c", "on"], ["c", "toggle"]]}])
case("odd", "loss-odd-steps", "3.3", "held, eased and back through every odd step", "0 / 0, or an age that runs backwards",
     {"lost": NEUTRAL, "rows": [row("jawOpen")]}, [at(1, 0, jawOpen=1), *({**GONE, "dt": dt} for dt in (0, 0.1, NAN, 0.15, 0, -1, 5, 0)), *(at(None, dt, jawOpen=1) for dt in (0, 0.1, NAN, 5, 0))])
case("odd", "loss-thresholds", "3.3", "exactly hold, exactly the end of ease, exactly the end of return", "a frame early or late",
     {"lost": {"hold": 0.25, "ease": 0.25, "return": 0.25}, "rows": [row("jawOpen")]},
     [at(1, 0, jawOpen=1), {**GONE, "dt": 0.25, "want": {"x": 1}}, {**GONE, "dt": 0.125, "want": {"x": 0.5}}, {**GONE, "dt": 0.125, "want": {"x": 0}}, at(0.5, 0.125, jawOpen=1), at(1, 0.125, jawOpen=1)])
case("odd", "wink-odd-steps", "4.3", "a wink through every odd step", "a weight above 1, or NaN lids",
     {"eyes": {"wink": {"fade": 0.25}}, "rows": [*LIDS, row("winkLeft", "w")]}, through(STEPS, {"eyeBlinkLeft": 1, "eyeBlinkRight": 0.25}, {"eyeBlinkLeft": 1, "eyeBlinkRight": 0.25}, {"eyeBlinkLeft": 0.25, "eyeBlinkRight": 0.25}))
case("odd", "gaze-hold-odd-steps", "4.6", "a gaze that is held and comes back through every odd step", "0 / 0 on the way back",
     {"eyes": {"gaze_hold": {"return": 0.25}}, "targets": [{"id": "x", "range": []}], "rows": [row("gazeYawLeft")]},
     [{"dt": dt, "values": {"eyeBlinkLeft": lid, "gazeYawLeft": yaw}} for dt, lid, yaw in
      ((0, 0, 10), (0, 1, 20), (5, 0.5, 30), (NAN, 0.3, 40), (0, 0.2, 20), (0.125, 0, 20), (0, 0.9, 30), (0, 0, 30), (0.25, 0, 30), (100, 1, 5), (100, 0, 6))])
case("odd", "gaze-hold-return-zero", "4.6", "a return of 0 s: back at once, also in a dt of 0", "0 / 0",
     {"eyes": {"gaze_hold": {"return": 0}}, "targets": [{"id": "x", "range": []}], "rows": [row("gazeYawLeft")]},
     [{"dt": 0, "values": {"eyeBlinkLeft": lid, "gazeYawLeft": yaw}, "want": {"x": want}} for lid, yaw, want in ((0, 10, 10), (1, 20, 10), (0, 30, 30))])
case("odd", "switch-odd-steps", "9.3", "hold through every odd step, and exactly hold is enough", "a drawing that never changes after a stall",
     {"switches": [{"id": "s", "hold": 0.25, "choices": [{"id": "a", "from": "jawOpen", "set": {"x": 1}}, {"id": "b", "from": "mouthFunnel", "set": {"x": 0.5}}]}]},
     [{"dt": dt, "values": {"jawOpen": a, "mouthFunnel": b}, "want": {"x": want}} for dt, a, b, want in
      ((0, 1, 0, 1), (0.125, 0, 1, 1), (NAN, 0, 1, 1), (0.125, 0, 1, 0.5), (0, 1, 0, 0.5), (5, 1, 0, 1), (0, 0, 1, 1))])
case("odd", "switch-ties-in-the-middle", "9.3", "equal to the best and to the current at once: the current stays", "the first of equals, although another is shown",
     {"switches": [{"id": "s", "choices": [{"id": "a", "from": "jawOpen", "set": {"x": 0.25}}, {"id": "b", "from": "mouthFunnel", "set": {"x": 0.5}}, {"id": "c", "offset": 0.5, "set": {"x": 0.75}}]}]},
     [{"values": {"jawOpen": a, "mouthFunnel": b}, "want": {"x": want}} for a, b, want in ((0, 0, 0.75), (0.5, 0.5, 0.75), (0.5, 0.75, 0.5), (0.75, 0.75, 0.5), (0.8, 0.75, 0.25), (0.8, 0.8, 0.25))])
case("odd", "equal-priorities", "10", "equal priorities in rows, poses and groups, below and above 0", "sorting that does not keep the order",
     {"conditions": [condition("c", set={"x": 0.25}, priority=-5), condition("d", set={"x": 0.5}, priority=-5), condition("e", set={"x": 1, "z": 0.5}, priority=-6)],
      "targets": [{"id": "y", "combine": "override"}], "rows": [row("jawOpen", "x", id="a"), row("jawOpen", "y", id="b", priority=3, gain=0.5), row("jawOpen", "y", id="c", priority=-3, gain=0.1),
       row("jawOpen", "y", id="d", priority=3, gain=0.25), row("mouthFunnel", "z", id="e"), row("mouthPucker", "w", id="f")],
      "groups": [{"id": "g", "members": [{"target": "z", "priority": -1}, {"target": "w", "priority": -1}, {"target": "x", "priority": -1}], "limit": 0.75}]},
     [at(None, emotionAnger=1, jawOpen=1, mouthFunnel=0.25, mouthPucker=0.75), at(None, emotionAnger=0, jawOpen=1, mouthFunnel=0, mouthPucker=0.5)])
case("odd", "time-jumps", "1.2", "a time line that stands, goes back, jumps and is lost, with twos", "a slot compared by order",
     {"regions": [{"id": "m", "hold_frames": 2, "rate": 10}], "rows": [row("jawOpen", region="m")]},
     [{"values": {"jawOpen": v}, "want": {"x": want}, **({} if t is None else {"time": t})} for v, t, want in
      ((0.1, 100.0, 0.1), (0.2, 100.0, 0.1), (0.3, 99.9, 0.3), (0.4, -0.1, 0.4), (0.5, -0.2, 0.4), (0.6, 1e9, 0.6), (0.7, None, 0.6), (0.8, 0.0, 0.8))])
case("odd", "reload-in-a-fade-twice", "reload", "loaded anew in the middle of a fade in, a pose, a hold of a switch and a loss", "state that belongs to the table, not to its names",
     {**while_c(fade=0.5), "lost": NEUTRAL, "switches": [{"id": "s", "hold": 0.3, "choices": [{"id": "a", "from": "mouthFunnel", "set": {"y": 1}}, {"id": "b", "offset": 0.5, "set": {"y": 0}}]}]},
     [at(None, emotionAnger=1, jawOpen=1, mouthFunnel=1), {**at(None, emotionAnger=1, mouthFunnel=0), "reload": {**while_c(fade=0.25, fade_out=1), "lost": {"hold": 0, "ease": 0.2, "return": 0.1},
       "switches": [{"id": "s", "hold": 0.15, "choices": [{"id": "b", "offset": 0.5, "set": {"y": 0.25}}, {"id": "a", "from": "mouthFunnel", "set": {"y": 0.75}}]}]}},
      at(None, emotionAnger=0, mouthFunnel=0), {**at(None, emotionAnger=0, jawOpen=1, mouthFunnel=0), "reload": while_c(fade=2)}, at(None, 0, emotionAnger=1, jawOpen=1), at(None, 5, emotionAnger=1, jawOpen=1)])
case("odd", "lids-odd", "4.4", "link and glasses exactly at their limits", "a lid beyond 1",
     {"eyes": {"glasses": {}, "link": 1}, "rows": LIDS}, [lids(0.2, 0.7, (1, 1)), lids(0.2, 0.2, (0, 0)), lids(0.45, 0, (0.5, 0.5), dt=0), lids(1, 1, (1, 1), dt=5)])
case("odd", "empty-table", "15", "a table without rows and targets gives nothing; rows come and go with reloads", "a show that ends at a table that was just begun",
     {}, [{"dt": 0.1, "values": {"jawOpen": 1}, "want": {}},
          {"dt": 0.1, "values": {"jawOpen": 1}, "reload": {"rows": [row("jawOpen")]}, "want": {"x": 1}},
          {"dt": 0.1, "values": {"jawOpen": 1}, "reload": {}, "want": {}}])
