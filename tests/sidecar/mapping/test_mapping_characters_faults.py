"""Slips of the pen in the presets and characters: each is told with its code, its line, and what to do."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from koekata.errors import MappingError
from koekata.mapping import Fault, load_table

MAPPINGS = Path(__file__).parents[3] / "mappings"


@dataclass(frozen=True, slots=True)
class Slip:
    """One edit by hand, and what must be said about it."""

    table: str
    what: str
    old: str
    new: str
    code: str
    names: str
    """What the message or the remedy must name."""
    told_at: str
    """A piece of the line on which the fault must stand."""


SLIPS = [
    Slip("presets/vrm1", "comma", '"op": "average"},', '"op": "average"}', "syntax", "comma", '"id": "frown"'),
    Slip("presets/vrm1", "channel", '"from": "eyeBlinkLeft"', '"from": "eyeBlnkLeft"', "unknown-name",
         '"eyeBlinkLeft"', "eyeBlnkLeft"),
    Slip("presets/vrm1", "bracket", '"ee", "oh"],', '"ee", "oh",', "syntax", "bracket", '"ee", "oh",'),
    Slip("presets/vrm0", "type", '"weight": -0.8', '"weight": "-0.8"', "wrong-type", "without quotes", '"-0.8"'),
    Slip("presets/vrm0", "channel", '"from": "eyeBlinkRight"', '"from": "eyeBlinkRihgt"', "unknown-name",
         '"eyeBlinkRight"', "eyeBlinkRihgt"),
    Slip("presets/vrm0", "id in use", '{"id": "joy", "from": ["laugh"', '{"id": "joyful", "from": ["laugh"',
         "unknown-name", '"joy"', '{"id": "joy", "from": "joy"'),
    Slip("presets/vroid", "type", '"gain": 0.8', '"gain": "0.8"', "wrong-type", "without quotes", '"gain": "0.8"'),
    Slip("presets/vroid", "duplicate", '{"id": "blinkRight"', '{"id": "blinkLeft"', "duplicate-id", '"blinkLeft"',
         '{"id": "blinkLeft", "from": "lidRight"'),
    Slip("presets/vroid", "region in use", '{"id": "eyes"}, ', "", "unknown-id", '"eyes"', '{"id": "joy", "trigger"'),
    Slip("presets/mmd", "curve", "[[0.08, 0], [0.4, 0.9]]", "[[0.4, 0.9], [0.08, 0]]", "order", "0.08", "[0.4, 0.9]"),
    Slip("presets/mmd", "priority", '"to": "怒り", "region"', '"to": "怒り", "priority": 2, "region"', "impossible",
         "override", '"priority": 2'),
    Slip("presets/mmd", "id in use", '{"id": "coy"', '{"id": "coyness"', "unknown-name", '"coy"', '"id": "微笑み"'),
    Slip("presets/metahuman", "duplicate", '{"id": "jawLeft"', '{"id": "jawForward"', "duplicate-id", '"jawForward"',
         '{"id": "jawForward", "from": "jawLeft"'),
    Slip("presets/metahuman", "property", '"gain": -0', '"gian": -0', "unknown-property", '"gain"', '"gian"'),
    Slip("presets/metahuman", "range", "[-3.1415927, 3.1415927]", "[3.1415927, -3.1415927]", "order", "range",
         "[3.1415927"),
    Slip("presets/arkit-perfect-sync", "channel", '"from": "jawOpen"', '"from": "JawOpem"', "unknown-name", '"jawOpen"',
         "JawOpem"),
    Slip("presets/arkit-perfect-sync", "word", '"op": "min"', '"op": "minimum"', "unknown-value", "min", "minimum"),
    Slip("presets/drawn-mouth", "target in use", '{"id": "brows", "kind": "sprite"', '{"id": "brow", "kind": "sprite"',
         "unknown-id", '"brow"', '{"id": "rest"'),
    Slip("presets/drawn-mouth", "twice in a pose", '{"mouth": 3}', '{"mouth": 3, "mouth": 4}', "duplicate-key",
         '"mouth"', '{"mouth": 3, "mouth": 4}'),
    Slip("presets/drawn-mouth", "type", '"hold_frames": 2', '"hold_frames": "twos"', "wrong-type", "hold_frames",
         '"twos"'),
    Slip("characters/studio", "cycle", "../presets/vroid.json", "harbour-club.json", "extends-cycle", "studio.json",
         '"extends"'),
    Slip("characters/harbour-club", "base", '"studio.json"', '"stduio.json"', "extends-missing", "stduio.json",
         "stduio.json"),
    Slip("characters/harbour-club", "id of the base", '"eye-wide"', '"eye_wide"', "missing-property", '"eye_wide"',
         '"eye_wide"'),
    Slip("characters/kazune", "remove", '"brow-angry"', '"brow-angy"', "unknown-id", '"brow-angry"', '"brow-angy"'),
    Slip("characters/kazune", "condition", '"while": "cold anger"', '"while": "cold angr"', "unknown-id",
         '"cold anger"', '"cold angr"'),
    Slip("characters/kazune", "thresholds", '"on": 0.45, "off": 0.2', '"on": 0.2, "off": 0.45', "order", '"off"',
         '"off": 0.45'),
    Slip("characters/shizuha", "rule", '"glasses": {"open": 0.25, "closed": 0.65}', '"glasses": true',
         "unknown-value", "{}", '"glasses"'),
    Slip("characters/tentsuku", "pose", '"set": {"spark": 1}', '"set": {"sprak": 1}', "unknown-id", '"spark"', "sprak"),
    Slip("characters/tentsuku", "switched target", '"to": "tilt"', '"to": "mouth"', "impossible", "switch",
         '"to": "mouth"'),
    Slip("characters/sorane", "row of the base", '{"id": "eyeSquintRight", "gain": 0.7}',
         '{"id": "eyeSquintRigth", "gain": 0.7}', "missing-property", "spelt", "eyeSquintRigth"),
    Slip("characters/pata", "target in use", '{"id": "mouthSmile", "kind"', '{"id": "mouthSmle", "kind"', "unknown-id",
         '"mouthSmle"', '{"id": "smile", "from"'),
]  # fmt: skip


def _told(slip: Slip, folder: Path) -> tuple[Fault, list[str]]:
    """The first fault after the edit, and the lines of the file in which it stands."""
    for name in ("presets", "characters"):
        shutil.copytree(MAPPINGS / name, folder / name)
    path = folder / f"{slip.table}.json"
    text = path.read_text("utf-8")
    assert slip.old in text, "the table has changed: the slip must follow"
    path.write_text(text.replace(slip.old, slip.new, 1), "utf-8")
    with pytest.raises(MappingError) as caught:
        load_table(path)
    fault = caught.value.faults[0]
    return fault, Path(fault.file).read_text("utf-8").splitlines()


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: f"{slip.table}-{slip.what}")
def test_a_slip_is_told_with_code_line_and_what_to_do(slip: Slip, tmp_path: Path) -> None:
    fault, lines = _told(slip, tmp_path)
    assert fault.code == slip.code
    assert slip.told_at in lines[fault.line - 1]
    assert slip.names in f"{fault.message} {fault.remedy} {fault.pointer}"
    assert fault.remedy.endswith((".", "?"))


def test_every_preset_and_character_has_a_slip_of_its_own() -> None:
    tables = {path.relative_to(MAPPINGS).with_suffix("").as_posix() for path in MAPPINGS.glob("[pc]*s/*.json")}
    assert tables == {slip.table for slip in SLIPS}
