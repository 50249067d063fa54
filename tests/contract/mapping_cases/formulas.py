"""Step 5: cases of mappings/conformance/apply/formulas.json, see mapping_vectors.py."""

# A case reads best as one line of a table.
# ruff: noqa: E501
# fmt: off

from __future__ import annotations

from mapping_vectors import at, case, one

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
