"""solve and calibrate: films into takes and profiles."""

from __future__ import annotations

import signal
import sys
import time

import av
import numpy as np
import pytest

from koekata.takes import read_take


def parts(folder) -> list[str]:
    return [path.name for path in folder.iterdir() if path.name.startswith(".")]


def test_takes_have_a_row_for_every_picture(koekata, short_clip, tmp_path):
    done = koekata("solve", short_clip, "--out", "take.npz")
    assert done.returncode == 0, done.stderr
    take = read_take(tmp_path / "take.npz")
    assert len(take) == 30
    assert take.tracked.all()
    assert take.fps == pytest.approx(30.0)
    assert "30 frames" in done.stdout
    assert "focal length" in done.stdout
    assert "end after 30 frames" in done.stdout


def test_several_films_go_to_a_folder_and_a_bad_one_stops_none(koekata, short_clip, tmp_path):
    (tmp_path / "broken.mp4").write_bytes(b"no film")
    done = koekata("solve", short_clip, "broken.mp4", "--out", "takes", "--format", "csv")
    assert done.returncode == 1
    assert "error: broken.mp4" in done.stderr
    assert len(read_take(tmp_path / "takes" / "short.csv")) == 30
    assert sorted(path.name for path in (tmp_path / "takes").iterdir()) == ["short.csv", "short.csv.json"]


def test_a_take_is_replaced_only_when_forced(koekata, short_clip, tmp_path):
    (tmp_path / "take.csv").write_text("mine")
    refused = koekata("solve", short_clip, "--out", "take.csv")
    assert refused.returncode == 2
    assert "--force" in refused.stderr
    assert (tmp_path / "take.csv").read_text() == "mine"
    assert koekata("solve", short_clip, "--out", "take.csv", "--force", "--seconds", "0.2").returncode == 0
    assert len(read_take(tmp_path / "take.csv")) == 6


def test_a_film_without_a_face_is_written_and_told(koekata, tmp_path):
    with av.open(str(tmp_path / "room.mkv"), "w") as container:
        stream = container.add_stream("ffv1", rate=25)
        stream.width, stream.height, stream.pix_fmt = 160, 120, "bgra"
        for _ in range(3):
            container.mux(stream.encode(av.VideoFrame.from_ndarray(np.full((120, 160, 3), 90, np.uint8), "rgb24")))
        container.mux(stream.encode())
    done = koekata("solve", "room.mkv", "--out", "room.csv")
    assert done.returncode == 1
    assert "No face was found" in done.stdout
    assert len(read_take(tmp_path / "room.csv")) == 3


def test_a_truncated_film_says_so(koekata, clip, tmp_path):
    with (
        av.open(str(clip)) as source,
        av.open(str(tmp_path / "whole.mp4"), "w", options={"movflags": "faststart"}) as out,
    ):
        copied = out.add_stream_from_template(source.streams.video[0])
        for packet in source.demux(source.streams.video[0]):
            if packet.size and packet.pts * packet.time_base < 1:
                packet.stream = copied
                out.mux(packet)
    data = (tmp_path / "whole.mp4").read_bytes()
    (tmp_path / "cut.mp4").write_bytes(data[: len(data) * 2 // 3])
    done = koekata("solve", "cut.mp4", "--out", "cut.npz")
    assert done.returncode == 0, done.stderr
    assert "truncated after" in done.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signals of this kind")
def test_interrupted_solve_leaves_no_file(start, clip, tmp_path):
    process = start("solve", clip, "--out", "take.csv")
    while not parts(tmp_path) and process.poll() is None:
        time.sleep(0.05)
    process.send_signal(signal.SIGINT)
    said, _ = process.communicate(timeout=20)
    assert process.returncode == 130
    assert "Traceback" not in said
    assert "interrupted" in said
    assert not (tmp_path / "take.csv").exists()
    assert parts(tmp_path) == []


def test_two_films_of_one_name_are_refused_before_any_work(koekata, short_clip, tmp_path):
    done = koekata("solve", short_clip, tmp_path / "other" / "short.mov", "--out", "takes")
    assert done.returncode == 2
    assert "all would become takes" in done.stderr
    assert not (tmp_path / "takes").exists()


def test_a_calibration_is_made_listed_used_and_removed(koekata, invoke, short_clip):
    made = koekata("calibrate", "mika", short_clip)
    assert made.returncode == 0, made.stderr
    assert "relaxed face" in made.stdout
    assert "mika" in invoke("calibrate", "--list").output
    used = koekata("run", short_clip, "--calibration", "mika", "--headless", "--zmq-port", "0", "--no-osc")
    assert used.returncode == 0
    assert "'mika' of " in used.stdout
    assert invoke("calibrate", "--remove", "mika").exit_code == 0
    gone = invoke("run", short_clip, "--calibration", "mika", "--headless")
    assert gone.exit_code == 2
    assert "there is no calibration 'mika'" in gone.stderr


@pytest.mark.shared
def test_the_face_model_is_chosen_told_and_remembered(koekata, short_clip, shared_dir, tmp_path):
    flame = shared_dir / "models" / "flame" / "flame_standin.pkl"
    assert koekata("models", "import", "my-head", flame).returncode == 0
    done = koekata("solve", short_clip, "--out", "take.npz", "--face-model", "my-head")
    assert done.returncode == 0, done.stderr
    assert "face model: my-head: unknown FLAME layout" in done.stdout
    take = read_take(tmp_path / "take.npz")
    assert take.tracked.all()
    assert take.face_model.startswith("unknown FLAME layout, SHA-256 5d767429")
    calibrated = koekata("calibrate", "mika", short_clip, "--seconds", "1", "--face-model", flame)
    assert f"koekata run --calibration mika --face-model {flame}" in calibrated.stdout
    # A calibration goes with the model itself, by whatever name it was opened.
    again = koekata("solve", short_clip, "--out", "b.csv", "--face-model", "my-head", "--calibration", "mika")
    assert again.returncode == 0, again.stderr
    other = koekata("solve", short_clip, "--out", "c.csv", "--calibration", "mika")
    assert other.returncode == 2
    assert "was made with the face model 'flame:5d767429', and the one in use is 'builtin'" in other.stderr


def test_a_face_model_that_is_not_here_is_told_before_any_work(koekata, short_clip, tmp_path):
    done = koekata("solve", short_clip, "--out", "take.npz", "--face-model", "flame-2023-open")
    assert done.returncode == 1
    assert "koekata models get flame-2023-open" in done.stderr
    assert not (tmp_path / "take.npz").exists()
