"""The stage "map": what goes in, what comes out, and edits while it runs."""

from __future__ import annotations

import json
import logging
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from koekata.channels import ARKIT_NAMES
from koekata.character import CharacterMapper, find_table, presets
from koekata.character._inputs import POSE_NAMES, mapping_frame
from koekata.errors import ConfigError, MappingError
from koekata.frames import SolvedFace
from koekata.mapping.contract import contract_folder

MakeFace = Callable[..., SolvedFace]
WriteTable = Callable[..., Path]

BLINK = {"id": "blink", "from": "eyeBlinkLeft", "to": "Blink"}
TONGUE = {"id": "tongue", "from": "tongueOut", "to": "Tongue"}


def _until(mapper: CharacterMapper, faces: Any, done: Callable[[Any], bool]) -> Any:
    """Map faces until what comes out is as wanted."""
    deadline = time.monotonic() + 20.0
    for face in faces:
        [mapped] = mapper.map([face])
        if done(mapped):
            return mapped
        assert time.monotonic() < deadline, "it never came"
        time.sleep(0.02)
    raise AssertionError("no more faces")


def test_every_pose_channel_of_the_contract_is_delivered_in_its_units(make_face: MakeFace) -> None:
    contract = json.loads((contract_folder() / "channels.json").read_text("utf-8"))
    face = make_face()
    parts = {"head_ypr": face.yaw_pitch_roll, "head_translation": face.translation, "gaze": face.gaze}
    frame = mapping_frame(face)
    assert {entry["name"] for entry in contract["pose"]} == set(POSE_NAMES)
    for entry in contract["pose"]:
        part, _, index = entry["source"].rstrip("]").partition("[")
        assert frame.values[entry["name"]] == parts[part][int(index)], entry["name"]
    assert {entry["name"] for entry in contract["weights"]} == set(ARKIT_NAMES)
    assert [frame.values[name] for name in ARKIT_NAMES] == face.weights.tolist()


def test_channel_that_is_not_observed_is_absent_and_not_zero(face_with: MakeFace, write_table: WriteTable) -> None:
    mapper = CharacterMapper(write_table(rows=[BLINK, TONGUE]))
    [mapped] = mapper.map([face_with(eyeBlinkLeft=0.7, tongueOut=0.9)])
    assert mapped.values == {"Blink": pytest.approx(0.7)}


def test_head_whose_place_is_not_known_is_absent_and_spoils_nothing(
    make_face: MakeFace, write_table: WriteTable
) -> None:
    mapper = CharacterMapper(write_table(rows=[BLINK]))
    [mapped] = mapper.map([make_face(translation=np.full(3, np.nan))])
    assert {"headX", "headY", "headZ"}.isdisjoint(mapped.pose)
    assert mapped.pose["headYaw"] == 20.0


def test_lost_face_eases_to_rest_by_the_time_line_and_comes_back(face_with: MakeFace, write_table: WriteTable) -> None:
    lost = {"hold": 0.2, "to": "neutral", "ease": 0.2, "return": 0}
    mapper = CharacterMapper(write_table(rows=[BLINK], lost=lost))
    mapper.map([face_with(0, eyeBlinkLeft=0.8)])
    seen = [mapper.map([face_with(number, tracked=False, eyeBlinkLeft=0.8)])[0] for number in range(1, 20)]
    values = [mapped.values["Blink"] for mapped in seen]
    assert values[4] == pytest.approx(0.8)  # held
    assert 0.0 < values[8] < 0.8  # on its way at 0.3 s
    assert values[-1] == 0.0
    assert seen[-1].pose["headYaw"] == 0.0
    [back] = mapper.map([face_with(20, eyeBlinkLeft=0.6)])
    assert back.values["Blink"] == pytest.approx(0.6)


def test_performers_have_states_of_their_own(face_with: MakeFace, write_table: WriteTable) -> None:
    mapper = CharacterMapper(write_table(rows=[BLINK]))
    both = mapper.map([face_with(0, eyeBlinkLeft=0.2), face_with(0, performer=1, eyeBlinkLeft=0.9)])
    assert [mapped.values["Blink"] for mapped in both] == pytest.approx([0.2, 0.9])


def test_trigger_by_name_shows_its_pose_and_hides_it(face_with: MakeFace, write_table: WriteTable) -> None:
    anger = {"id": "angry", "trigger": True, "set": {"Angry": 1}}
    mapper = CharacterMapper(write_table(rows=[BLINK], conditions=[anger]))
    shown = []
    for sequence, action in enumerate(("", "toggle", "", "off", "on", "toggle")):
        if action:
            mapper.fire("angry", action)
        [mapped] = mapper.map([face_with(sequence)])
        shown.append(mapped.values.get("Angry", 0.0))
    assert shown == [0.0, 1.0, 1.0, 0.0, 1.0, 0.0]


def test_trigger_waits_for_a_picture_with_a_face_and_reaches_every_performer(
    face_with: MakeFace, write_table: WriteTable
) -> None:
    anger = {"id": "angry", "trigger": True, "set": {"Angry": 1}}
    mapper = CharacterMapper(write_table(rows=[BLINK], conditions=[anger]))
    mapper.fire("angry", "on")
    assert mapper.map([]) == ()
    both = mapper.map([face_with(0), face_with(0, performer=1)])
    assert [mapped.values["Angry"] for mapped in both] == [1.0, 1.0]


def test_own_input_stays_until_it_is_set_again_and_names_that_are_not_there_are_told_once(
    face_with: MakeFace, write_table: WriteTable, caplog: pytest.LogCaptureFixture
) -> None:
    table = write_table(inputs=[{"id": "ears"}], rows=[{"id": "ears-up", "from": "ears", "to": "Ears"}])
    mapper = CharacterMapper(table)
    mapper.set_input("ears", 0.4)
    assert [mapper.map([face_with(number)])[0].values["Ears"] for number in (0, 1)] == [0.4, 0.4]
    with caplog.at_level(logging.WARNING):
        for _ in range(3):
            mapper.set_input("eras", 1.0)
            mapper.set_input("jawOpen", 1.0)
            mapper.fire("ears")
            mapper.fire("ears", "flip")
    assert len(caplog.messages) == 4
    assert "no settable input 'eras'. Did you mean \"ears\"?" in caplog.messages[0]


def test_edit_takes_effect_while_running(face_with: MakeFace, write_table: WriteTable) -> None:
    mapper = CharacterMapper(write_table(rows=[BLINK]))
    faces = (face_with(number, eyeBlinkLeft=0.4) for number in range(10_000))
    assert mapper.map([next(faces)])[0].values == {"Blink": pytest.approx(0.4)}
    write_table(rows=[{**BLINK, "gain": 2}])
    _until(mapper, faces, lambda mapped: mapped.values["Blink"] == pytest.approx(0.8))
    assert mapper.reloads == 1


def test_bad_edit_leaves_the_last_good_table_in_force_and_is_told_once_with_its_place(
    face_with: MakeFace, write_table: WriteTable, caplog: pytest.LogCaptureFixture
) -> None:
    mapper = CharacterMapper(write_table(rows=[BLINK]))
    faces = (face_with(number, eyeBlinkLeft=0.4) for number in range(10_000))
    with caplog.at_level(logging.WARNING):
        path = write_table('{"version": 1,\n "rows": [{"id": "blink", "from": "eyeBlink", "to": "Blink"}]}')
        held = _until(mapper, faces, lambda _: mapper.error is not None)
        for _ in range(40):
            held = mapper.map([next(faces)])[0]
            time.sleep(0.02)
    assert held.values == {"Blink": pytest.approx(0.4)}
    [told] = caplog.messages
    assert f"{path}:2:" in told
    assert "unknown-name" in told
    assert "Did you mean" in told
    with caplog.at_level(logging.WARNING):
        write_table(rows=[{**BLINK, "gain": 2}])
        _until(mapper, faces, lambda mapped: mapped.values["Blink"] == pytest.approx(0.8))
    assert caplog.messages[1:] == [f"{path} is right again, and in force"]


def test_table_that_is_deleted_goes_on_and_one_that_is_wrong_at_the_start_is_refused(
    face_with: MakeFace, write_table: WriteTable
) -> None:
    path = write_table(rows=[BLINK])
    mapper = CharacterMapper(path)
    path.unlink()
    faces = (face_with(number, eyeBlinkLeft=0.4) for number in range(10_000))
    gone = _until(mapper, faces, lambda _: mapper.error is not None)
    assert gone.values == {"Blink": pytest.approx(0.4)}
    with pytest.raises(MappingError, match="unknown-property"):
        CharacterMapper(write_table(rows=[], colour=1))


def test_presets_are_found_by_name_and_paths_as_they_are(
    write_table: WriteTable, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = write_table(rows=[BLINK])
    assert find_table(str(own)) == own
    assert {"vrm1", "vrm0", "arkit-perfect-sync"} <= presets().keys()
    monkeypatch.chdir(own.parent)
    assert find_table("vrm1") == presets()["vrm1"]
    with pytest.raises(ConfigError) as caught:
        find_table("vrm")
    assert "vrm1" in caught.value.remedy
