"""The committed files: what the scripts write, and what VRM 1.0 and glTF ask for."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest

from koekata.channels import ARKIT_NAMES
from koekata.characters import CHARACTERS, written

ROOT = Path(__file__).parents[3]
FOLDER = ROOT / "sidecar" / "koekata" / "data" / "characters"
WEB = ROOT / "sidecar" / "koekata" / "studio" / "web"
REQUIRED = """
    hips spine head leftUpperArm leftLowerArm leftHand rightUpperArm rightLowerArm rightHand
    leftUpperLeg leftLowerLeg leftFoot rightUpperLeg rightLowerLeg rightFoot
""".split()
PRESETS = """
    happy angry sad relaxed surprised neutral aa ih ou ee oh blink blinkLeft blinkRight
""".split()
# MToon with KHR_materials_unlit for viewers that do not know MToon is two extensions on one material, as VRM means it.
VALIDATE = """
const validator = require('gltf-validator'), fs = require('fs');
validator.validateBytes(new Uint8Array(fs.readFileSync(process.argv[1])), {ignoredIssues: ['MULTIPLE_EXTENSIONS']})
  .then(report => process.stdout.write(JSON.stringify(report.issues)));
"""


@pytest.fixture(scope="module")
def anew() -> dict[str, bytes]:
    return {name: written(name) for name in CHARACTERS}


def test_a_committed_file_is_what_its_script_writes(anew: dict[str, bytes], character: Any) -> None:
    name = character.vrm["meta"]["name"].lower()
    fresh = type(character)(anew[name])
    assert _structure(fresh.json) == _structure(character.json)
    for index, entry in enumerate(character.json["accessors"]):
        np.testing.assert_allclose(
            fresh.accessor(index).astype(float), character.accessor(index).astype(float), atol=2e-5, err_msg=str(entry)
        )
    for new, old in zip(fresh.json["images"], character.json["images"], strict=True):
        pictures = [cv2.imdecode(np.frombuffer(m.view(i["bufferView"]), np.uint8), cv2.IMREAD_UNCHANGED).astype(int)
                    for m, i in ((fresh, new), (character, old))]  # fmt: skip
        assert np.abs(pictures[0] - pictures[1]).max() <= 3, new["name"]


def test_a_script_writes_the_same_bytes_every_time(anew: dict[str, bytes]) -> None:
    assert written("pata") == anew["pata"]


@pytest.mark.skipif(shutil.which("node") is None, reason="Node.js is missing")
@pytest.mark.parametrize("name", sorted(CHARACTERS))
def test_the_gltf_validator_finds_no_errors_and_no_warnings(name: str) -> None:
    if not (WEB / "node_modules" / "gltf-validator").is_dir():
        pytest.skip("npm's gltf-validator is missing; 'make page' brings it")
    ran = subprocess.run(
        ["node", "-e", VALIDATE, str(FOLDER / f"{name}.vrm")], cwd=WEB, capture_output=True, text=True, check=True
    )
    issues = json.loads(ran.stdout)
    serious = [entry for entry in issues["messages"] if entry["severity"] < 2]
    assert issues["numErrors"] == 0, serious
    assert issues["numWarnings"] == 0, serious


def test_files_stay_small_enough_for_a_page() -> None:
    assert (FOLDER / "sorane.vrm").stat().st_size < 1_600_000
    assert (FOLDER / "pata.vrm").stat().st_size < 500_000


def test_what_vrm_requires_is_there(character: Any) -> None:
    meta, bones = character.vrm["meta"], character.vrm["humanoid"]["humanBones"]
    assert character.vrm["specVersion"] == "1.0"
    assert meta["licenseUrl"] == "https://vrm.dev/licenses/1.0/"
    assert "publicdomain/zero" in meta["otherLicenseUrl"]
    assert meta["authors"]
    assert set(REQUIRED) <= set(bones)
    assert set(PRESETS) <= set(character.vrm["expressions"]["preset"])
    assert set(character.json["extensionsUsed"]) >= {"VRMC_vrm", "VRMC_materials_mtoon"}


def test_the_thumbnail_is_square(character: Any) -> None:
    image = character.json["images"][character.vrm["meta"]["thumbnailImage"]]
    picture = cv2.imdecode(np.frombuffer(character.view(image["bufferView"]), np.uint8), cv2.IMREAD_COLOR)
    assert picture.shape[0] == picture.shape[1] >= 128


def test_left_bones_are_on_the_left_of_a_character_that_looks_along_plus_z(character: Any) -> None:
    nodes, bones = character.json["nodes"], character.vrm["humanoid"]["humanBones"]
    for name in ("leftUpperLeg", "leftUpperArm"):
        assert nodes[bones[name]["node"]]["translation"][0] > 0


def test_all_52_channels_are_morphs_and_expressions(sorane: Any) -> None:
    names = sorane.json["meshes"][0]["extras"]["targetNames"]
    perfect_sync = {name[0].upper() + name[1:] for name in ARKIT_NAMES}
    assert perfect_sync <= set(names)
    assert perfect_sync <= set(sorane.vrm["expressions"]["custom"])


def test_hair_swings_and_knows_head_and_shoulders(sorane: Any) -> None:
    springs = sorane.json["extensions"]["VRMC_springBone"]
    assert len(springs["springs"]) >= 8
    assert all(len(spring["joints"]) >= 2 for spring in springs["springs"])
    assert len(springs["colliders"]) >= 3


def test_every_drawing_of_the_cat_is_another_cell_of_its_sheet(pata: Any) -> None:
    custom, preset = pata.vrm["expressions"]["custom"], pata.vrm["expressions"]["preset"]
    chosen = [custom[name] for name in ("mouthPressed", "mouthSmile", "mouthFrown")]
    chosen += [preset[name] for name in ("aa", "ih", "ou", "ee", "oh")]
    assert all(entry["isBinary"] for entry in chosen)
    offsets = {tuple(entry["textureTransformBinds"][0]["offset"]) for entry in chosen}
    assert len(offsets | {(0.0, 0.0)}) == 9


def _structure(value: Any) -> Any:
    """The document without numbers that may differ in their last digits, and without the sizes of pictures."""
    if isinstance(value, dict):
        return {
            key: _structure(entry)
            for key, entry in value.items()
            if key not in ("bufferViews", "buffers", "min", "max", "bufferView", "count")
        }
    if isinstance(value, list):
        return [_structure(entry) for entry in value]
    return round(value, 3) if isinstance(value, float) else value
