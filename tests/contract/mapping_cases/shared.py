"""What the cases of several steps share."""

from __future__ import annotations

from typing import Any

from mapping_vectors import Json, row

JAW = {"rows": [row("jawOpen")]}
LIDS = [row("eyeBlinkLeft", "L"), row("eyeBlinkRight", "R")]
NEUTRAL = {"hold": 0.2, "ease": 0.2, "return": 0.2}
GONE: Json = {"tracked": False, "values": {"jawOpen": 1}}


def condition(name: str = "c", **more: Any) -> Json:
    return {"id": name, "when": "emotionAnger", **more}


def while_c(**more: Any) -> Json:
    return {"conditions": [condition(**more)], "rows": [row("jawOpen", **{"while": "c"})]}


def lids(left: float, right: float, want: tuple[float, float] | None = None, dt: float = 0.1, **more: Any) -> Json:
    found: Json = {"dt": dt, "values": {"eyeBlinkLeft": left, "eyeBlinkRight": right, **more}}
    return found if want is None else {**found, "want": {"L": want[0], "R": want[1]}}
