"""--save-fit and --refine, and what they refuse."""

from __future__ import annotations

import importlib.util
import signal
import sys

import numpy as np
import pytest

from koekata.receive import Listener
from koekata.takes import read_take


@pytest.fixture
def flame(shared_dir):
    return shared_dir / "models" / "flame" / "flame_standin.pkl"


@pytest.mark.shared
def test_a_film_gives_a_take_and_flame_parameters_of_the_same_pictures(koekata, short_clip, tmp_path, flame):
    done = koekata("solve", short_clip, "--out", "take.npz", "--save-fit", "fit.npz", "--face-model", flame)
    assert done.returncode == 0, done.stderr
    assert "fit.npz: FLAME parameters of 30 frames" in done.stdout
    take = read_take(tmp_path / "take.npz")
    with np.load(tmp_path / "fit.npz", allow_pickle=False) as fit:
        assert fit["timestep_id"].tolist() == take.sequence.tolist()
        assert np.median(fit["residual"]) < 0.004
        assert fit["translation"][:, 2].max() < -0.2
        assert str(fit["flame_sha256"]) in str(fit["flame_edition"])


@pytest.mark.shared
def test_several_films_have_their_fits_in_a_folder(koekata, short_clip, clip, tmp_path, flame):
    done = koekata(
        "solve", short_clip, clip, "--seconds", "0.3", "--out", "takes", "--save-fit", "fits", "--face-model", flame
    )
    assert done.returncode == 0, done.stderr
    assert sorted(path.name for path in (tmp_path / "fits").iterdir()) == sorted(
        path.name for path in (tmp_path / "takes").iterdir()
    )


@pytest.mark.shared
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
def test_an_interrupted_run_keeps_the_parameters_so_far(start, clip, free_port, tmp_path, flame):
    process = start(
        "run",
        clip,
        "--loop",
        "--headless",
        "--zmq-port",
        str(free_port),
        "--save-fit",
        "fit.npz",
        "--face-model",
        flame,
    )
    with Listener(f"tcp://127.0.0.1:{free_port}") as listener:
        assert all(listener.receive(60.0) is not None for _ in range(5))
    process.send_signal(signal.SIGINT)
    said = process.communicate(timeout=60)[0]
    assert process.returncode == 130, said
    assert "FLAME parameters of" in said
    with np.load(tmp_path / "fit.npz", allow_pickle=False) as fit:
        assert len(fit["expr"]) > 0


@pytest.mark.parametrize("command", [("solve", "--out", "take.npz"), ("run", "--headless", "--no-zmq", "--no-osc")])
def test_a_model_without_flame_parameters_is_refused_before_any_work(koekata, short_clip, tmp_path, command):
    name, *options = command
    done = koekata(name, short_clip, *options, "--save-fit", "fit.npz")
    assert done.returncode == 2
    assert "not FLAME: builtin" in done.stderr
    assert "--face-model" in done.stderr
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == []


def test_fit_and_take_need_files_of_their_own(koekata, short_clip):
    done = koekata("solve", short_clip, "--out", "take.npz", "--save-fit", "take.npz")
    assert done.returncode == 2
    assert "the same file" in done.stderr


@pytest.mark.parametrize("option", [("--refine",), ("--save-fit", "fit.npz")])
def test_a_stream_can_neither_be_refined_nor_fitted(koekata, option):
    done = koekata("solve", "--from-stream", "tcp://127.0.0.1:1", "--out", "take.npz", *option)
    assert done.returncode == 2
    assert "a stream holds weights" in done.stderr


@pytest.mark.skipif(importlib.util.find_spec("torch") is not None, reason="PyTorch is here")
def test_without_pytorch_refining_says_how_to_get_it(koekata, short_clip, tmp_path):
    done = koekata("solve", short_clip, "--out", "take.npz", "--refine")
    assert done.returncode == 2
    assert "PyTorch, which is not installed" in done.stderr
    assert "pip install 'koekata[refine]'" in done.stderr
    assert not (tmp_path / "take.npz").exists()


@pytest.mark.skipif(importlib.util.find_spec("torch") is None, reason="PyTorch is not here")
def test_a_refined_take_has_the_same_pictures(koekata, short_clip, tmp_path):
    assert koekata("solve", short_clip, "--out", "plain.npz").returncode == 0
    done = koekata("solve", short_clip, "--out", "take.npz", "--refine")
    assert done.returncode == 0, done.stderr
    assert "refined 30 frames together on cpu" in done.stdout
    plain, refined = read_take(tmp_path / "plain.npz"), read_take(tmp_path / "take.npz")
    assert refined.sequence.tolist() == plain.sequence.tolist()
    assert refined.tracked.all()
    assert 0.0 < np.abs(refined.weights - plain.weights).max() < 0.6
