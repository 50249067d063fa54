from __future__ import annotations

import importlib.util
import socket
from pathlib import Path

import av
import numpy as np
import pytest

from koekata import models
from koekata.config import KoekataConfig, parse_config
from koekata.doctor import Finding, examine


@pytest.fixture(autouse=True)
def own_home(tmp_path, monkeypatch):
    monkeypatch.setenv("KOEKATA_HOME", str(tmp_path / "home"))


@pytest.fixture
def film(tmp_path) -> Path:
    path = tmp_path / "film.mkv"
    with av.open(str(path), "w") as container:
        stream = container.add_stream("ffv1", rate=25)
        stream.width, stream.height, stream.pix_fmt = 64, 48, "bgra"
        container.mux(stream.encode(av.VideoFrame.from_ndarray(np.zeros((48, 64, 3), np.uint8), format="rgb24")))
        container.mux(stream.encode())
    return path


def configuration(film: Path, extra: str = "") -> KoekataConfig:
    return parse_config(f"[capture]\nsource = '{film}'\n[outputs.zmq]\nport = 0\n{extra}")


def found(config: KoekataConfig, subject: str) -> Finding:
    return next(finding for finding in examine(config) if finding.subject.startswith(subject))


@pytest.mark.skipif(
    importlib.util.find_spec("mediapipe.framework") is None, reason="this mediapipe needs a downloaded model"
)
def test_a_usual_machine_can_start_a_session(film):
    findings = examine(configuration(film))
    assert [finding for finding in findings if finding.state == "fail"] == []
    assert {"Python", "packages", "OpenCV", "GPU", "face tracking", "output zmq", "output osc", "microphones"} <= {
        finding.subject for finding in findings
    }
    assert findings[-1].subject == "what to do"


def test_everything_but_what_is_well_has_a_remedy(film):
    for finding in examine(configuration(film)):
        assert finding.detail
        assert finding.state == "ok" or finding.remedy


def test_a_missing_source_is_found(tmp_path):
    finding = found(configuration(tmp_path / "absent.mp4"), "source")
    assert finding.state == "fail"
    assert "no such file" in finding.detail


def test_passwords_of_a_source_are_not_shown():
    config = parse_config("[capture]\nsource = 'rtsp://anna:hunter2@127.0.0.1:9/x'\n[outputs.zmq]\nport = 0\n")
    assert "hunter2" not in str(examine(config))


def test_a_port_that_is_taken_names_the_port_and_stops_the_session(film):
    with socket.create_server(("127.0.0.1", 0)) as held:
        port = held.getsockname()[1]
        config = parse_config(f"[capture]\nsource = '{film}'\n[outputs.zmq]\nport = {port}\n")
        findings = examine(config)
    taken = next(finding for finding in findings if finding.subject == "output zmq")
    assert taken.state == "fail"
    assert str(port) in taken.detail
    assert findings[-1].state == "fail"
    assert "output zmq" in findings[-1].detail
    assert taken.remedy in findings[-1].remedy


def test_ports_are_free_again_after_the_examination(film):
    config = configuration(film)
    assert found(config, "output zmq") == found(config, "output zmq")


def test_no_output_at_all_is_a_warning(film):
    config = configuration(film, "enabled = false\n[outputs.osc]\nenabled = false")
    assert found(config, "outputs").state == "warn"


def test_a_missing_and_a_damaged_model_file_are_told_apart(film):
    config = configuration(film, "[track]\nbackend = 'face-landmarker'")
    assert "missing" in found(config, "face tracking").detail
    path = models.model_path("face-landmarker")
    path.parent.mkdir(parents=True)
    path.write_bytes(b"half a file")
    assert "damaged" in found(config, "face tracking").detail


def test_a_folder_that_cannot_be_written_is_found(film, tmp_path, monkeypatch):
    (tmp_path / "file").touch()
    monkeypatch.setenv("KOEKATA_HOME", str(tmp_path / "file"))
    assert found(configuration(film), "calibrations").state == "fail"


def test_the_face_model_in_use_and_those_that_are_here_are_told(film, tmp_path, monkeypatch):
    monkeypatch.setenv("KOEKATA_HOME", str(tmp_path))
    (tmp_path / "models" / "faces" / "my-head").mkdir(parents=True)
    config = configuration(film)
    assert found(config, "face model").detail == "builtin, Koekata's own (licence: MIT)"
    here = found(config, "face models")
    assert here.state == "warn"
    assert "damaged: my-head; here: builtin" in here.detail
    assert "koekata models remove my-head" in here.remedy


def test_a_face_model_that_is_not_here_stops_a_session(film, tmp_path, monkeypatch):
    monkeypatch.setenv("KOEKATA_HOME", str(tmp_path))
    finding = found(configuration(film, "[face_model]\nmodel = 'flame-2020'\n"), "face model")
    assert finding.state == "fail"
    assert "koekata models get flame-2020" in finding.remedy
