"""The listener in C# hears the real sidecar over ZeroMQ, OSC and VMC, and gets Python's numbers."""

from __future__ import annotations

import json
import signal
import socket
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import zmq

from koekata.character._inputs import POSE_NAMES, mapping_frame
from koekata.frames import SolvedFace
from koekata.keys import make_keys
from koekata.mapping import Evaluator, MappingFrame, load_table, load_text
from koekata.receive import Listener

PRESETS = Path(__file__).parents[2] / "mappings" / "presets"
PATIENCE_S = 120.0
TOLERANCE = 1e-6
Json = dict[str, Any]
Listen = Callable[..., Any]
Run = Callable[..., "subprocess.Popen[bytes]"]
Port = Callable[..., int]


def _near(found: list[float], expected: list[float], tolerance: float = TOLERANCE) -> bool:
    return found == pytest.approx(expected, abs=tolerance)


def _compare(found: Json, face: SolvedFace) -> None:
    assert found["channels"] == list(face.names)
    assert found["timeline_s"] == face.time.timeline_s
    assert found["monotonic_ns"] == face.time.monotonic_ns
    assert found["tracked"] == face.tracked
    assert _near(found["weights"], face.weights.tolist())
    assert _near(found["channel_confidence"], face.channel_confidence.tolist())
    assert _near(found["head_ypr"], face.yaw_pitch_roll.tolist())
    assert _near(found["head_translation"], face.translation.tolist())
    assert _near(found["gaze"], face.gaze.tolist())


def test_stream_of_the_sidecar_is_that_of_pythons_listener_and_so_is_what_a_table_makes_of_it(
    sidecar: Run, free_port: Port, listen_in_csharp: Listen, client: str, tmp_path: Path
) -> None:
    rows: list[Json] = [
        {"id": name, "from": name, "to": name} for name in ("jawOpen", "eyeBlinkLeft", "mouthSmileRight")
    ]
    rows.append({"id": "near", "from": "headZ", "gain": -1, "to": "near"})
    text = json.dumps({"version": 1, "rows": rows, "regions": [{"id": "other", "attack": 0.05, "release": 0.1}]})
    (tmp_path / "hero.json").write_text(text, encoding="utf-8")
    port = free_port()
    # Python's listener is there first, so that it has every frame that the other has.
    with Listener(f"tcp://127.0.0.1:{port}") as listener:
        sidecar("--no-osc", "--zmq-port", str(port))
        assert listener.receive(timeout_s=PATIENCE_S) is not None
        heard = listen_in_csharp(
            "zmq", f"tcp://127.0.0.1:{port}", frames=60, table=tmp_path / "hero.json", client=client
        )
        faces: dict[int, SolvedFace] = {}
        while len(faces) < 60 or heard.process.poll() is None:
            face = listener.receive(timeout_s=PATIENCE_S)
            assert face is not None
            faces[face.time.sequence] = face
    heard.end()
    both = [found for found in heard.faces if found["sequence"] in faces]
    assert len(both) > 30
    for found in both:
        _compare(found, faces[found["sequence"]])
    _compare_mapped(heard.faces, faces, text, tmp_path)
    assert heard.summary["subjects"][0]["producer"].startswith("Koekata")
    assert heard.summary["faults"] == {}


def _compare_mapped(found: list[Json], faces: dict[int, SolvedFace], text: str, folder: Path) -> None:
    evaluator = Evaluator(load_text(text, "hero.json", folder))
    for line in found:
        outputs = evaluator.step(mapping_frame(faces[line["sequence"]]), line["dt"])
        assert line["mapped"] == pytest.approx(outputs.values, abs=TOLERANCE)


def _evaluated(found: Json, evaluator: Evaluator) -> dict[str, float]:
    """What Python makes of a frame that C# has printed."""
    values: dict[str, float | None] = dict(zip(found["channels"], found["weights"], strict=True))
    pose = [value for key in ("head_ypr", "head_translation", "gaze") for value in found[key] or (None,) * 3]
    values.update(zip(POSE_NAMES, pose, strict=True))
    confidence = dict(zip(found["channels"], found["channel_confidence"], strict=True))
    frame = MappingFrame(values, confidence, found["tracked"], found["timeline_s"])
    return evaluator.step(frame, found["dt"]).values


@pytest.mark.parametrize("preset", ["vroid", "vrm1", "drawn-mouth"])
def test_presets_over_zeromq_and_over_osc_give_pythons_numbers(
    sidecar: Run, free_port: Port, listen_in_csharp: Listen, preset: str
) -> None:
    table = PRESETS / f"{preset}.json"
    ports = [free_port(kind) for kind in (socket.SOCK_STREAM, socket.SOCK_DGRAM)]
    both = (
        listen_in_csharp("zmq", f"tcp://127.0.0.1:{ports[0]}", frames=60, table=table, seconds=2 * PATIENCE_S),
        listen_in_csharp("udp", ports[1], frames=60, table=table, seconds=2 * PATIENCE_S),
    )
    sidecar("--zmq-port", str(ports[0]), "--osc-port", str(ports[1]))
    for heard in both:
        heard.end()
        assert len(heard.faces) > 20
        evaluator = Evaluator(load_table(table))
        moved: set[str] = set()
        for found in heard.faces:
            expected = _evaluated(found, evaluator)
            assert found["mapped"] == pytest.approx(expected, abs=TOLERANCE)
            moved.update(name for name, value in expected.items() if value != 0.0)
        assert len(moved) >= 2


def test_osc_and_vmc_of_the_sidecar_carry_the_values_of_its_stream(
    sidecar: Run, free_port: Port, listen_in_csharp: Listen
) -> None:
    ports = [free_port(kind) for kind in (socket.SOCK_STREAM, socket.SOCK_DGRAM, socket.SOCK_DGRAM)]
    osc, vmc = (listen_in_csharp("udp", port, frames=60) for port in ports[1:])
    stream = listen_in_csharp("zmq", f"tcp://127.0.0.1:{ports[0]}", seconds=PATIENCE_S)
    sidecar(
        *(
            word
            for pair in zip(("--zmq-port", "--osc-port", "--vmc-port"), map(str, ports), strict=True)
            for word in pair
        )
    )
    osc.end()
    vmc.end()
    last = max(osc.faces[-1]["sequence"], vmc.faces[-1]["timeline_s"] * 30.0)
    stream.wait_for(lambda: stream.faces and stream.faces[-1]["sequence"] > last)
    by_sequence = {face["sequence"]: face for face in stream.faces}
    by_time = {round(face["timeline_s"], 3): face for face in stream.faces}
    pairs = [(face, by_sequence.get(face["sequence"])) for face in osc.faces]
    pairs += [(face, by_time.get(round(face["timeline_s"], 3))) for face in vmc.faces]
    assert sum(face is not None for _, face in pairs) > 60
    for found, face in pairs:
        if face is not None:
            _compare_datagram(found, face)
    assert osc.summary["faults"] == vmc.summary["faults"] == {}


def _compare_datagram(found: Json, face: Json) -> None:
    sent = {
        name: value
        for name, value, sure in zip(face["channels"], face["weights"], face["channel_confidence"], strict=True)
        if sure
    }
    here = dict(zip(found["channels"], found["weights"], strict=True))
    assert here.keys() == sent.keys()
    assert _near([here[name] for name in sent], list(sent.values()))
    assert found["tracked"] == face["tracked"]
    assert _near(found["head_rotation"], face["head_rotation"])
    if found["head_translation"] is not None:
        assert _near(found["head_translation"], face["head_translation"])
    # VMC has quaternions for the eyes: a float32 more or less is 1e-5 degrees.
    assert _near(found["gaze"], face["gaze"], 1e-4)
    assert _near(found["head_ypr"], face["head_ypr"], 1e-4)


def test_sidecar_that_is_killed_and_started_again_is_heard_again(
    sidecar: Run, free_port: Port, listen_in_csharp: Listen, client: str
) -> None:
    port = free_port()
    heard = listen_in_csharp("zmq", f"tcp://127.0.0.1:{port}", seconds=4 * PATIENCE_S, client=client)
    first = sidecar("--no-osc", "--zmq-port", str(port))
    heard.wait_for(lambda: len(heard.faces) > 60)
    first.send_signal(signal.SIGKILL)
    first.wait()
    count = len(heard.faces)
    before = heard.faces[-1]["sequence"]
    sidecar("--no-osc", "--zmq-port", str(port))
    heard.wait_for(lambda: len(heard.faces) > count + 20)
    assert {"state": "Running", "sessions": 2} in heard.lines
    assert heard.faces[count + 2]["sequence"] < before


def test_encrypted_stream_of_the_sidecar_is_read_with_its_keys_alone(
    sidecar: Run, free_port: Port, listen_in_csharp: Listen, tmp_path: Path
) -> None:
    if not zmq.has("curve"):
        pytest.skip("this libzmq has no CURVE")
    keys, other = make_keys(tmp_path / "keys"), make_keys(tmp_path / "other")
    port = free_port()
    own = {"public_key": keys.public, "secret_key": keys.secret, "seconds": 2 * PATIENCE_S}
    right = listen_in_csharp("zmq", f"tcp://127.0.0.1:{port}", server_key=keys.server, **own)
    wrong = listen_in_csharp("zmq", f"tcp://127.0.0.1:{port}", server_key=other.server, **own)
    sidecar("--no-osc", "--zmq-port", str(port), "--zmq-keys", str(tmp_path / "keys"))
    right.wait_for(lambda: len(right.faces) > 20)
    assert wrong.faces == []
