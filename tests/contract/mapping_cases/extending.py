"""Extending: cases of mappings/conformance/apply/extending.json, see mapping_vectors.py."""

# A case reads best as one line of a table.
# ruff: noqa: E501
# fmt: off

from __future__ import annotations

from typing import Any

from mapping_vectors import Json, case, row

from mapping_cases.shared import LIDS, condition, lids

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
