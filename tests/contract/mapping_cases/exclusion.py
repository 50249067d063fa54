"""Steps 12 and 13: cases of mappings/conformance/apply/exclusion.json, see mapping_vectors.py."""

# A case reads best as one line of a table.
# ruff: noqa: E501
# fmt: off

from __future__ import annotations

from typing import Any

from mapping_vectors import Json, case, row

from mapping_cases.shared import condition


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
case("exclusion", "negative-override", "12.2", "an expression below 0 dampens nothing, and takes away from those that do", "a blink that is amplified",
     {"targets": [{"id": "happy", "kind": "expression", "range": [-1, 1], "override_blink": "blend"}, {"id": "sad", "kind": "expression", "override_blink": "blend"}, {"id": "blink", "kind": "expression"}],
      "rows": [row("jawOpen", "happy", gain=-1), row("mouthFrownLeft", "sad"), row("eyeBlinkLeft", "blink")]},
     [{"values": {"jawOpen": j, "mouthFrownLeft": f, "eyeBlinkLeft": 0.5}, "want": {"happy": -j, "sad": f, "blink": b}} for j, f, b in ((0.5, 0, 0.5), (0.25, 0.75, 0.25), (0, 1, 0))])
