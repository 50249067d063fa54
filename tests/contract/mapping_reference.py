"""The steps of mappings/SPEC.md written down one by one, without arrays and without any code of the sidecar.

It computes what the vectors of mappings/conformance/apply expect, and the evaluator is compared with it on random
tables. Tables are valid JSON objects, already extended.
"""

from __future__ import annotations

import itertools
import json
import math
from pathlib import Path
from typing import Any

CHANNELS = json.loads((Path(__file__).parents[2] / "mappings" / "channels.json").read_text("utf-8"))
ABSENT = None
Value = float | None
CATEGORIES = {
    "blink": "blink", "blinkLeft": "blink", "blinkRight": "blink", "lookUp": "look_at", "lookDown": "look_at",
    "lookLeft": "look_at", "lookRight": "look_at", "aa": "mouth", "ih": "mouth", "ou": "mouth",
    "ee": "mouth", "oh": "mouth",
}  # fmt: skip
EYES = {
    "glasses": {"open": 0.2, "closed": 0.7, "trust": 0.3},
    "far_eye": {"from": 25, "to": 40},
    "wink": {"on": 0.35, "off": 0.2, "fade": 0.08, "open": 1, "close": 1},
    "gaze": {},
    "gaze_hold": {"on": 0.5, "off": 0.3, "return": 0.06},
}
GAZE = ("gazeYaw", "gazePitch", "eyeLookUp", "eyeLookDown", "eyeLookIn", "eyeLookOut")


def clamp(x: float, low: float, high: float) -> float:
    return min(max(x, low), high)


def add(numbers: list[float]) -> float:
    """One by one: `sum` compensates for rounding from Python 3.12 on."""
    total = 0.0
    for x in numbers:
        total += x
    return total


def average(numbers: list[float]) -> float:
    return add(numbers) / len(numbers)


def as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def threshold(state: bool, v: float, on: float, off: float) -> bool:
    return True if v > on else False if v < off else state


def fade(w: float, state: bool, dt: float, up: float, down: float) -> float:
    if state:
        return 1.0 if up == 0 else min(1.0, w + dt / up)
    return 0.0 if down == 0 else max(0.0, w - dt / down)


class Reference:
    def __init__(self, table: dict[str, Any]) -> None:
        self.counters = {"bad_dt": 0, "bad_time": 0, "bad_inputs": 0, "bad_fire": 0}
        self.t = 0.0
        self.inputs: dict[str, dict[str, Any]] = {}
        self.conditions: dict[str, dict[str, Any]] = {}
        self.switches: dict[str, dict[str, Any]] = {}
        self.timing: dict[str, dict[str, Any]] = {}
        self.high: dict[str, bool] = {}
        self.written: set[str] = set()
        self.wink: dict[str, bool] = {}
        self.wink_weight: dict[str, float] = {}
        self.gaze: dict[str, dict[str, Any]] = {}
        self.L, self.next_blink = 0.0, None
        self.seed = None
        self.load(table)

    def load(self, table: dict[str, Any]) -> None:
        self.table = table
        self.lost = {"hold": 0.5, "to": "neutral", "ease": 0.5, "return": 0.2, **table.get("lost", {})}
        self.idle = {
            "interval": [2, 6],
            "close": 0.06,
            "shut": 0.04,
            "open": 0.12,
            "seed": 1,
            **self.lost.get("idle", {}),
        }
        eyes = table.get("eyes", {})
        self.eyes = {k: {**EYES[k], **v} for k, v in eyes.items() if isinstance(v, dict)}
        self.link = eyes.get("link", 0)
        if self.seed != self.idle["seed"]:
            self.z = self.seed = self.idle["seed"]
        self.known = {}
        for group in ("weights", "pose", "voice", "emotion"):
            for c in CHANNELS[group]:
                self.known[c["name"]] = {"rest": 0, "range": c["range"], "face": group in ("weights", "pose")}
        for own in table.get("inputs", []):
            self.known[own["id"]] = {"rest": 0, "range": [0, 1], "face": False, **own}
        self.targets = self.target_list()
        self.forget()

    def forget(self) -> None:
        """Keep the state of what the table has."""
        sorts = {c["id"]: "when" in c for c in self.table.get("conditions", [])}
        shapes = {s["id"]: {c["id"] for c in s["choices"]} for s in self.table.get("switches", [])}
        self.conditions = {n: s for n, s in self.conditions.items() if sorts.get(n) == s["when"]}
        self.switches = {n: s for n, s in self.switches.items() if s["current"] in shapes.get(n, ())}
        if "wink" not in self.eyes or not self.wink:
            self.wink = {"Left": False, "Right": False}
            self.wink_weight = {"Left": 0.0, "Right": 0.0}
        if "gaze_hold" not in self.eyes or not self.gaze:
            self.gaze = {s: {"shut": False, "last": {}, "kept": {}, "r": {}} for s in ("Left", "Right")}
        self.inputs = {n: s for n, s in self.inputs.items() if n in self.known}
        self.timing = {n: s for n, s in self.timing.items() if n in self.targets}
        self.high = {n: s for n, s in self.high.items() if self.targets.get(n, {}).get("kind") == "event"}
        self.written = {n for n in self.written if n in self.targets}

    def target_list(self) -> dict[str, dict[str, Any]]:
        found = {t["id"]: dict(t) for t in self.table.get("targets", [])}
        named = [row["to"] for row in self.table.get("rows", [])]
        named += [n for s in self.table.get("switches", []) for c in s["choices"] for n in c["set"]]
        named += [n for c in self.table.get("conditions", []) for n in c.get("set", {})]
        named += [m if isinstance(m, str) else m["target"] for g in self.table.get("groups", []) for m in g["members"]]
        for name in named:
            found.setdefault(name, {"id": name, "kind": self.table.get("implicit_target", "morph")})
        for row in self.table.get("rows", []):
            if "region" in row:
                found[row["to"]]["region"] = row["region"]
        for name, t in found.items():
            kind = t.setdefault("kind", "morph")
            t.setdefault("rest", 1 if kind == "bone" and t["property"] == "scale" else 0)
            default = [0, t["count"] - 1] if kind == "sprite" else [0, 1] if kind in ("morph", "expression") else []
            t.setdefault("range", default)
            if kind == "expression":
                t.setdefault("category", CATEGORIES.get(t.get("name", name), "none"))
        return found

    # -- steps 1 to 4 ---------------------------------------------------------------------------------------------

    def step(self, frame: dict[str, Any]) -> tuple[dict[str, float], list[str]]:
        dt, time = frame["dt"], frame.get("time")
        if not math.isfinite(dt) or dt < 0:
            self.counters["bad_dt"] += 1
            dt = 0.0
        dt = min(dt, 10.0)
        if time is not None and math.isfinite(time):
            self.t = time
        else:
            self.counters["bad_time"] += time is not None
            self.t += dt
        tracked = frame.get("tracked", True)
        x = self.presence(frame, tracked)
        v = {name: self.loss(name, x[name], dt) for name in self.known}
        self.blink(v, tracked, dt)
        self.look(v, dt)
        v["tracked"] = 1.0 if tracked else 0.0
        v["winkLeft"], v["winkRight"] = self.wink_weight["Left"], self.wink_weight["Right"]
        return self.rest_of_step(v, frame, dt)

    def presence(self, frame: dict[str, Any], tracked: bool) -> dict[str, Value]:
        found: dict[str, Value] = {}
        for name, known in self.known.items():
            x = frame.get("values", {}).get(name)
            confidence = frame.get("confidence", {}).get(name, 1.0)
            good = x is not None and math.isfinite(x) and abs(x) <= 1e6
            self.counters["bad_inputs"] += x is not None and not good
            here = good and math.isfinite(confidence) and confidence > 0 and (tracked or not known["face"])
            found[name] = ABSENT if not here else clamp(x, *known["range"]) if known["range"] else x
        return found

    def loss(self, name: str, x: Value, dt: float) -> Value:
        s = self.inputs.setdefault(name, {"out": None, "from": None, "missing": False, "age": 0.0, "since": 0.0})
        if x is not None:
            if s["missing"]:
                s.update({"from": s["out"], "since": 0.0, "missing": False})
            s["since"] += dt
            if s["from"] is not None and s["since"] < self.lost["return"]:
                s["out"] = s["from"] + (x - s["from"]) * (s["since"] / self.lost["return"])
            else:
                s["out"], s["from"] = x, None
        elif s["out"] is not None:
            if not s["missing"]:
                s.update({"from": s["out"], "age": 0.0, "missing": True})
            s["age"] += dt
            u = 0.0
            if self.lost["to"] != "hold" and s["age"] >= self.lost["hold"]:
                u = 1.0 if self.lost["ease"] == 0 else min(1.0, (s["age"] - self.lost["hold"]) / self.lost["ease"])
            s["out"] = s["from"] + (self.known[name]["rest"] - s["from"]) * u
        return s["out"]

    def draw(self) -> float:
        self.z = (1664525 * self.z + 1013904223) % 2**32
        low, high = self.idle["interval"]
        return low + (high - low) * (self.z / 2**32)

    def blink(self, v: dict[str, Value], tracked: bool, dt: float) -> None:
        if tracked:
            self.L, self.next_blink = 0.0, None
            return
        self.L += dt
        begin = self.lost["hold"] + self.lost["ease"]
        if self.lost["to"] != "idle" or begin > self.L:
            return
        p = self.L - begin
        close, shut, opening = self.idle["close"], self.idle["shut"], self.idle["open"]
        if self.next_blink is None:
            self.next_blink = self.draw()
        while p >= self.next_blink + (close + shut + opening):
            self.next_blink = self.next_blink + (close + shut + opening) + self.draw()
        q = p - self.next_blink
        b = (
            0.0
            if q < 0
            else q / close
            if q < close
            else 1.0
            if q < close + shut
            else max(0.0, 1 - (q - close - shut) / opening)
        )
        for name in ("eyeBlinkLeft", "eyeBlinkRight"):
            s = self.inputs[name]
            if s["out"] is None:
                s.update({"missing": True, "from": 0.0, "age": self.L})
            s["out"] = v[name] = b

    def look(self, v: dict[str, Value], dt: float) -> None:
        sides = ("Left", "Right")
        if g := self.eyes.get("glasses"):
            for s in sides:
                if v["eyeBlink" + s] is not None:
                    v["eyeBlink" + s] = clamp((v["eyeBlink" + s] - g["open"]) / (g["closed"] - g["open"]), 0, 1)
                for part in ("eyeSquint", "eyeWide"):
                    if v[part + s] is not None:
                        v[part + s] *= g["trust"]
        if (g := self.eyes.get("far_eye")) and v["headYaw"] is not None:
            f = clamp((abs(v["headYaw"]) - g["from"]) / (g["to"] - g["from"]), 0, 1)
            far, near = sides if v["headYaw"] > 0 else sides[::-1]
            for part in ("eyeBlink", "eyeSquint", "eyeWide", *GAZE):
                partner = {"eyeLookIn": "eyeLookOut", "eyeLookOut": "eyeLookIn"}.get(part, part)
                a, b = v[part + far], v[partner + near]
                if a is not None and b is not None:
                    v[part + far] = a + (b - a) * f
        left, right = v["eyeBlinkLeft"], v["eyeBlinkRight"]
        if (g := self.eyes.get("wink")) and left is not None and right is not None:
            for s, d in (("Left", left - right), ("Right", right - left)):
                self.wink[s] = threshold(self.wink[s], d, g["on"], g["off"])
                self.wink_weight[s] = fade(self.wink_weight[s], self.wink[s], dt, g["fade"], g["fade"])
            for s, o in (("Left", "Right"), ("Right", "Left")):
                w = self.wink_weight[s]
                v["eyeBlink" + s] += (1 - v["eyeBlink" + s]) * g["close"] * w
                v["eyeBlink" + o] *= 1 - g["open"] * w
        if self.link and left is not None and right is not None:
            m = max(v["eyeBlinkLeft"], v["eyeBlinkRight"])
            k = self.link * (1 - max(self.wink_weight.values()))
            for s in sides:
                v["eyeBlink" + s] += (m - v["eyeBlink" + s]) * k
        if "gaze" in self.eyes:
            for s in sides:
                for part, positive, negative in (("gazeYaw", "left", "right"), ("gazePitch", "up", "down")):
                    x = v[part + s]
                    if x is not None:
                        rule = {"gain": 1, "limit": 90, **self.eyes["gaze"].get(positive if x > 0 else negative, {})}
                        v[part + s] = math.copysign(min(abs(x) * rule["gain"], rule["limit"]), x)
        if g := self.eyes.get("gaze_hold"):
            for s in sides:
                self.hold_gaze(v, s, g, dt)

    def hold_gaze(self, v: dict[str, Value], side: str, g: dict[str, float], dt: float) -> None:
        state = self.gaze[side]
        if v["eyeBlink" + side] is not None:
            was = state["shut"]
            state["shut"] = threshold(was, v["eyeBlink" + side], g["on"], g["off"])
            for part in GAZE:
                x = v[part + side]
                if x is None:
                    state["kept"][part] = None
                    continue
                if state["shut"] and not was:
                    last = state["last"].get(part)
                    state["kept"][part] = x if last is None else last
                kept = state["kept"].get(part)
                if kept is None:
                    continue
                if state["shut"]:
                    state["r"][part] = 0.0
                    v[part + side] = kept
                else:
                    state["r"][part] += dt
                    if state["r"][part] < g["return"]:
                        v[part + side] = kept + (x - kept) * (state["r"][part] / g["return"])
                    else:
                        state["kept"][part] = None
        state["last"] = {part: v[part + side] for part in GAZE}

    # -- steps 5 to 15 --------------------------------------------------------------------------------------------

    def term(self, source: Any, v: dict[str, Value]) -> Value:
        s = {"of": source} if isinstance(source, str) else source
        x = v[s["of"]]
        if x is None:
            x = s.get("absent")
        if x is None:
            return None
        return (1 - x if s.get("invert") else x) * s.get("weight", 1)

    def formula(self, f: dict[str, Any], v: dict[str, Value]) -> Value:
        y: float = 0.0
        if "from" in f:
            terms = [self.term(s, v) for s in as_list(f["from"])]
            here = [t for t in terms if t is not None]
            op = f.get("op", "sum")
            if not here or (op == "product" and len(here) < len(terms)):
                return None
            y = {"sum": add, "product": math.prod, "min": min, "max": max, "average": average}[op](here)
        zone = f.get("dead_zone", 0)
        d, full = zone if isinstance(zone, list) else (zone, 1)
        if d > 0:
            y = 0.0 if abs(y) <= d else math.copysign((abs(y) - d) * full / (full - d), y)
        if f.get("invert"):
            y = 1 - y
        if f.get("curve"):
            y = self.curve(f["curve"], y)
        y = y * f.get("gain", 1) + f.get("offset", 0)
        if f.get("clamp"):
            y = clamp(y, *f["clamp"])
        return clamp(y, -1e9, 1e9)

    def curve(self, keys: list[list[float]], v: float) -> float:
        if v <= keys[0][0]:
            return keys[0][1]
        if v >= keys[-1][0]:
            return keys[-1][1]
        for a, b in itertools.pairwise(keys):
            if a[0] <= v < b[0]:
                h = b[0] - a[0]
                s = (v - a[0]) / h
                if len(a) == 2 and len(b) == 2:
                    return a[1] + (b[1] - a[1]) * s
                d = b[1] - a[1]
                p = d if len(a) == 2 else h * a[-1]
                q = d if len(b) == 2 else h * b[2]
                return a[1] + s * (p + s * ((3 * d - 2 * p - q) + s * (p + q - 2 * d)))
        raise AssertionError

    def weight(self, entry: dict[str, Any], region: str | None = None) -> float:
        w = 1.0
        for name in as_list(entry.get("while", [])):
            w *= self.conditions[name]["w"]
        for name in as_list(entry.get("unless", [])):
            w *= 1 - self.conditions[name]["w"]
        for c in self.table.get("conditions", []):
            if region and region in as_list(c.get("suppress", [])):
                w *= 1 - self.conditions[c["id"]]["w"]
        return w

    def rest_of_step(self, v: dict[str, Value], frame: dict[str, Any], dt: float) -> tuple[dict[str, float], list[str]]:
        self.signals(v)
        self.fades(v, frame.get("fire", []), dt)
        out = self.combine(v)
        self.switch(v, out, dt)
        self.poses(out)
        for name, t in self.targets.items():
            if out[name] is None and name in self.written:
                out[name] = t["rest"]
        out = {
            name: clamp(y, *(self.targets[name]["range"] or (-math.inf, math.inf)))
            for name, y in out.items()
            if y is not None
        }
        self.written |= set(out)
        self.vrm(out)
        for group in self.table.get("groups", []):
            self.group(group, out)
        regions = {r["id"]: r for r in self.table.get("regions", [])}
        for name in out:
            region = self.targets[name].get("region")
            if region and self.targets[name]["kind"] != "event":
                out[name] = self.time(name, out[name], regions[region], dt)
        return self.output(out)

    def signals(self, v: dict[str, Value]) -> None:
        waiting = {s["id"]: s for s in self.table.get("signals", [])}
        while waiting:
            for name, s in list(waiting.items()):
                needs = {n if isinstance(n, str) else n["of"] for n in as_list(s.get("from", []))}
                if not needs & set(waiting):
                    v[name] = self.formula(s, v)
                    del waiting[name]

    def fades(self, v: dict[str, Value], fire: list[list[str]], dt: float) -> None:
        entries = {c["id"]: c for c in self.table.get("conditions", [])}
        for name, c in entries.items():
            s = self.conditions.setdefault(name, {"on": False, "w": 0.0, "elapsed": 0.0, "when": "when" in c})
            if "when" in c:
                x = self.term(c["when"], v)
                on = c.get("on", 0.5)
                s["on"] = s["on"] if x is None else threshold(s["on"], x, on, c.get("off", on))
            elif s["on"] and c.get("duration", 0) > 0:
                s["elapsed"] += dt
                if s["elapsed"] >= c["duration"]:
                    s["on"] = False
        for name, action in fire:
            if name not in entries or not entries[name].get("trigger") or action not in ("on", "off", "toggle"):
                self.counters["bad_fire"] += 1
                continue
            s = self.conditions[name]
            s["on"] = action == "on" or (action == "toggle" and not s["on"])
            if s["on"]:
                s["elapsed"] = 0.0
        for name, c in entries.items():
            s = self.conditions[name]
            s["w"] = fade(s["w"], s["on"], dt, c.get("fade", 0), c.get("fade_out", c.get("fade", 0)))

    def combine(self, v: dict[str, Value]) -> dict[str, Value]:
        out: dict[str, Value] = {}
        for name, t in self.targets.items():
            rest, how = t["rest"], t.get("combine", "sum")
            rows = [
                (r, self.formula(r, v), self.weight(r, t.get("region")))
                for r in self.table.get("rows", [])
                if r["to"] == name
            ]
            rows = [row for row in rows if row[1] is not None]
            shares = [(y - rest) * w for _, y, w in rows]
            if not rows:
                out[name] = None
            elif how == "override":
                y = rest
                for _, wanted, w in sorted(rows, key=lambda row: row[0].get("priority", 0)):
                    y += (wanted - y) * w
                out[name] = y
            else:
                out[name] = rest + {"sum": add, "max": max, "min": min, "average": average}[how](shares)
        return out

    def switch(self, v: dict[str, Value], out: dict[str, Value], dt: float) -> None:
        for sw in self.table.get("switches", []):
            s = self.switches.setdefault(sw["id"], {"current": None, "h": 0.0})
            s["h"] += dt
            choices = {c["id"]: c for c in sw["choices"]}
            scores = {n: self.formula(c, v) for n, c in choices.items()}
            scores = {n: y * self.weight(choices[n]) for n, y in scores.items() if y is not None}
            best = max(scores, key=lambda n: scores[n], default=None)
            current = s["current"]
            if best is not None and best != current and self.may_change(sw, choices, scores, best, s):
                s.update(current=best, h=0.0)
            if s["current"] is not None:
                for c in sw["choices"]:
                    for name in c["set"]:
                        out[name] = choices[s["current"]]["set"].get(name, self.targets[name]["rest"])

    def may_change(self, sw: Any, choices: Any, scores: dict[str, float], best: str, s: dict[str, Any]) -> bool:
        current = s["current"]
        if current is None:
            return True
        if current in scores and not scores[best] > scores[current] + sw.get("hysteresis", 0):
            return False
        return bool(s["h"] >= choices[current].get("hold", sw.get("hold", 0)))

    def poses(self, out: dict[str, Value]) -> None:
        for c in sorted(self.table.get("conditions", []), key=lambda c: c.get("priority", 0)):
            w = self.conditions[c["id"]]["w"]
            for name, wanted in c.get("set", {}).items() if w > 0 else ():
                rest = self.targets[name]["rest"]
                y = rest if out[name] is None else out[name]
                if self.targets[name]["kind"] == "sprite":
                    if w >= 0.5:
                        out[name] = wanted
                elif c.get("blend", "override") == "override":
                    out[name] = y + (wanted - y) * w
                elif c["blend"] == "add":
                    out[name] = y + wanted * w
                else:
                    out[name] = max(y, rest + (wanted - rest) * w)

    def vrm(self, out: dict[str, float]) -> None:
        for name, y in out.items():
            if self.targets[name].get("binary"):
                out[name] = 1.0 if y > 0.5 else 0.0
        amounts = {}
        for category in ("blink", "look_at", "mouth"):
            a = 0.0
            for name, t in self.targets.items():
                mode = t.get("override_" + category, "none")
                if name in out and mode != "none":
                    a += out[name] if mode == "blend" else 1.0 if out[name] > 0 else 0.0
            amounts[category] = clamp(a, 0.0, 1.0)
        for name, y in out.items():
            t = self.targets[name]
            a = amounts.get(t.get("category", "none"), 0.0)
            out[name] = (0.0 if a > 0 else y) if t.get("binary") else t["rest"] + (y - t["rest"]) * (1 - a)

    def group(self, group: dict[str, Any], out: dict[str, float]) -> None:
        members = [({"target": m} if isinstance(m, str) else m) for m in group["members"]]
        members = [m for m in members if m["target"] in out]
        room = limit = group.get("limit", 1)
        weight = self.weight(group)
        for priority in sorted({m.get("priority", 0) for m in members}, reverse=True):
            names = [m["target"] for m in members if m.get("priority", 0) == priority]
            g = [max(0.0, out[n]) for n in names]
            if group.get("remainder") == "scale" and limit > 0:
                g = [x * (room / limit) for x in g]
            total = add(g)
            if total > room:
                g = [x * (room / total) for x in g]
                total = room
            room = max(0.0, room - total)
            for n, x in zip(names, g, strict=True):
                if out[n] > 0:
                    out[n] = out[n] + (x - out[n]) * weight

    def time(self, name: str, v: float, r: dict[str, Any], dt: float) -> float:
        s = self.timing.setdefault(name, {})
        rest = self.targets[name]["rest"]
        if self.targets[name]["kind"] != "sprite":
            last = s.get("s", v)
            tau = r.get("attack", 0) if abs(v - rest) > abs(last - rest) + 1e-9 else r.get("release", 0)
            v = s["s"] = v if tau == 0 else last + (v - last) * (1 - math.exp(-dt / tau))
            if r.get("snap"):
                within = r.get("snap_within", 0.1)
                if s.get("pose") is not None and abs(v - s["pose"]) <= r.get("snap_leave", within):
                    v = s["pose"]
                else:
                    q = min(r["snap"], key=lambda pose: abs(v - pose))
                    s["pose"] = q if abs(v - q) <= within else None
                    v = v if s["pose"] is None else q
        if r.get("hold_frames", 1) > 1:
            how = (r.get("rate", 24), r.get("phase", 0), r["hold_frames"])
            slot = math.floor((self.t * how[0] - how[1]) / how[2] + 1e-6)
            if (slot, how) != s.get("slot"):
                s["slot"], s["held"] = (slot, how), v
            v = s["held"]
        return v

    def output(self, out: dict[str, float]) -> tuple[dict[str, float], list[str]]:
        events = []
        for name, t in self.targets.items():
            if name not in out:
                continue
            if t["range"]:
                out[name] = clamp(out[name], *t["range"])
            if t["kind"] == "sprite":
                out[name] = float(math.floor(out[name] + 0.5))
            if t["kind"] == "event":
                on = t.get("on", 0.5)
                was = self.high.get(name, False)
                self.high[name] = threshold(was, out.pop(name), on, t.get("off", on))
                if self.high[name] and not was:
                    events.append(name)
        return {name: float(y) for name, y in out.items()}, events
