"""A character moved by a mapping table, by the processes that people start and over real sockets."""

from __future__ import annotations

import json
import socket
import threading
import time
from collections import defaultdict

import cv2
import numpy as np
import pytest
from pythonosc.osc_message_builder import OscMessageBuilder
from pythonosc.osc_packet import OscPacket

BLINK = {"id": "blink", "from": "eyeBlinkLeft", "to": "LidLeft"}
ANGRY = {"id": "angry", "trigger": True, "set": {"Frown": 1}}
_PATIENCE_S = 40.0


class VmcListener:
    """Takes down every blendshape that a receiver would apply, in order."""

    def __init__(self) -> None:
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._socket.bind(("127.0.0.1", 0))
        self._socket.settimeout(0.2)
        self.port = self._socket.getsockname()[1]
        self.values = defaultdict(list)
        self._open = True
        self._thread = threading.Thread(target=self._listen)
        self._thread.start()

    def _listen(self) -> None:
        while self._open:
            try:
                datagram = self._socket.recv(65536)
            except TimeoutError:
                continue
            for timed in OscPacket(datagram).messages:
                if timed.message.address == "/VMC/Ext/Blend/Val":
                    name, value = timed.message.params
                    self.values[name].append(value)

    def wait_for(self, name: str, wanted, start: int = 0) -> None:
        """Until a value of that name, not before the one numbered `start`, is as wanted."""
        deadline = time.monotonic() + _PATIENCE_S
        while not any(map(wanted, self.values[name][start:])):
            assert time.monotonic() < deadline, f"{name}: {self.values[name][-5:]}"
            time.sleep(0.05)

    def close(self) -> None:
        self._open = False
        self._thread.join()
        self._socket.close()


@pytest.fixture
def vmc():
    listener = VmcListener()
    yield listener
    listener.close()


@pytest.fixture
def free_udp_port() -> int:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def write_table(tmp_path):
    """Writes the table of the character, and returns where it is."""

    def write(text: str = "", **properties) -> str:
        (tmp_path / "hero.json").write_text(text or json.dumps({"version": 1, **properties}), encoding="utf-8")
        return "hero.json"

    return write


def _character(vmc, table: str) -> list[str]:
    return ["--headless", "--no-osc", "--zmq-port", "0", "--vmc-port", str(vmc.port), "--mapping", table]


def test_performer_moves_the_model_and_the_table_is_edited_and_triggered_while_it_runs(
    start, clip, vmc, write_table, free_udp_port
):
    table = write_table(rows=[BLINK], conditions=[ANGRY])
    process = start("run", clip, "--loop", *_character(vmc, table), "--triggers-port", str(free_udp_port))
    vmc.wait_for("LidLeft", lambda value: value > 0.7)  # she blinks
    vmc.wait_for("LidLeft", lambda value: value < 0.2)
    assert "Frown" not in vmc.values

    trigger = OscMessageBuilder("/koekata/trigger")
    for argument in ("angry", "on"):
        trigger.add_arg(argument)
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as hotkey:
        for datagram in (b"what?", trigger.build().dgram):
            hotkey.sendto(datagram, ("127.0.0.1", free_udp_port))
    vmc.wait_for("Frown", lambda value: value == 1.0)

    write_table('{"version": 1,\n "rows": [{"id": "blink", "from": "eyeBlinkLeft"}]}')
    time.sleep(1.0)
    before = len(vmc.values["LidLeft"])
    vmc.wait_for("LidLeft", lambda value: value > 0.7, before)  # the last good table goes on
    write_table(rows=[{**BLINK, "to": "NewLid"}], conditions=[ANGRY])
    vmc.wait_for("NewLid", lambda value: value > 0.7)

    process.terminate()
    said, _ = process.communicate(timeout=20)
    assert "character" in said
    assert f"triggers       udp://127.0.0.1:{free_udp_port}" in said
    assert said.count("hero.json:2:11: missing-property") == 1
    assert said.count("a message is dropped") == 1
    assert "hero.json is right again" in said
    assert "; map p50" in said


def test_character_eases_to_rest_when_the_face_is_lost(koekata, clip, vmc, write_table, tmp_path):
    film = cv2.VideoCapture(str(clip))
    (tmp_path / "pictures").mkdir()
    for number in range(70):
        picture = film.read()[1] if number < 25 else np.zeros((512, 512, 3), np.uint8)
        cv2.imwrite(str(tmp_path / "pictures" / f"{number:03d}.jpg"), picture)
    # Negative in front of the camera.
    near = {"id": "near", "from": "headZ", "gain": -1, "to": "Near"}
    table = write_table(rows=[near], lost={"hold": 0.1, "to": "neutral", "ease": 0.3})
    done = koekata("run", "pictures", "--fps", "30", *_character(vmc, table))
    assert done.returncode == 0, done.stderr
    vmc.wait_for("Near", lambda value: value == 0.0)
    values = vmc.values["Near"]
    assert values[0] > 0.2
    assert any(0.0 < value < 0.9 * values[0] for value in values)
    assert values[-1] == 0.0


def test_preset_moves_a_vrm_model_under_the_names_of_the_protocol(koekata, short_clip, vmc):
    done = koekata("run", short_clip, *_character(vmc, "vrm1"), "--json")
    assert done.returncode == 0, done.stderr
    assert "map" in json.loads(done.stdout)["stages_ms"]
    assert {"Joy", "A", "Blink_L", "Blink_R"} <= vmc.values.keys()
    assert {"happy", "aa", "blinkLeft", "EyeBlinkLeft"}.isdisjoint(vmc.values)


def test_table_that_is_wrong_or_missing_stops_before_anything_opens(koekata, clip, write_table):
    wrong = koekata("run", clip, "--headless", "--mapping", write_table(rows=[{"id": "a", "to": 1}]))
    assert wrong.returncode == 1
    assert "hero.json:1:" in wrong.stderr
    missing = koekata("run", clip, "--headless", "--mapping", "vrm")
    assert missing.returncode == 2
    assert 'Did you mean "vrm' in missing.stderr
    alone = koekata("run", clip, "--headless", "--triggers-port", "9010")
    assert alone.returncode == 2
    assert "--mapping" in alone.stderr


def test_port_of_triggers_that_is_taken_is_told_by_run_and_demo(koekata, clip):
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as holder:
        holder.bind(("127.0.0.1", 0))
        port = str(holder.getsockname()[1])
        options = ("--headless", "--seconds", "0.5", "--zmq-port", "0", "--mapping", "vrm1", "--triggers-port", port)
        ran, shown = koekata("run", clip, *options), koekata("demo", "--source", clip, *options)
    for done in (ran, shown):
        assert done.returncode == 1
        assert f"Port {port} is taken" in done.stderr
        assert "Traceback" not in done.stderr


def test_mapped_take_of_a_film_is_what_mapping_apply_makes_of_its_take(koekata, short_clip, tmp_path, write_table):
    table = write_table(rows=[BLINK, {"id": "tongue", "from": "tongueOut", "to": "Tongue"}])
    solved = koekata("solve", short_clip, "--out", "take.npz", "--mapping", table, "--mapped", "mapped.npz")
    assert solved.returncode == 0, solved.stderr
    applied = koekata("mapping", "apply", "take.npz", "--table", table, "--out", "applied.csv")
    assert applied.returncode == 0, applied.stderr
    assert "2 targets" in applied.stdout
    with np.load(tmp_path / "mapped.npz", allow_pickle=False) as mapped:
        assert mapped["targets"].tolist() == ["LidLeft", "Tongue"]
        assert np.isnan(mapped["values"][:, 1]).all()  # no camera sees it
        lid, time_s = mapped["values"][:, 0], mapped["time_s"]
    lines = [line.split(",") for line in (tmp_path / "applied.csv").read_text("utf-8").splitlines()]
    assert lines[0] == ["sequence", "time_s", "timecode", "tracked", "LidLeft", "Tongue"]
    assert [float(line[4]) for line in lines[1:]] == pytest.approx(lid.tolist(), abs=2e-6)
    assert [float(line[1]) for line in lines[1:]] == pytest.approx(time_s.tolist(), abs=1e-6)
    assert {line[5] for line in lines[1:]} == {""}


def test_character_alone_can_be_asked_for_and_clashes_are_refused(koekata, short_clip, tmp_path):
    alone = koekata("solve", short_clip, "--mapping", "vrm1", "--mapped", "mapped.csv")
    assert alone.returncode == 0, alone.stderr
    assert [path.name for path in tmp_path.glob("*.csv")] == ["mapped.csv"]
    for options, said in (
        (("--mapped", "new.csv"), "--mapped needs a mapping table"),
        (("--mapping", "vrm1", "--mapped", "new.parquet"), ".csv or .npz"),
        (("--mapping", "vrm1", "--mapped", "new.csv", "--out", "new.csv"), "--out and --mapped"),
        (("--mapping", "vrm1", "--mapped", "mapped.csv"), "is there already"),
    ):
        refused = koekata("solve", short_clip, *options)
        assert refused.returncode == 2, options
        assert said in refused.stderr
