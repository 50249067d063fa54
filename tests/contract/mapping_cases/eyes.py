"""Step 4: cases of mappings/conformance/apply/eyes.json, see mapping_vectors.py."""

# A case reads best as one line of a table.
# ruff: noqa: E501
# fmt: off

from __future__ import annotations

from mapping_vectors import at, case, row

from mapping_cases.shared import LIDS, lids

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
