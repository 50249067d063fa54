"""The comparison with the Face Landmarker network measures what it says it measures."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from scipy.stats import spearmanr

from koekata.bench._recordings import Recording
from koekata.bench.agreement import MOVEMENTS, agreements, moves, spearman
from koekata.bench.steadiness import delay_ms, equal_delay, filtered, jitter, movement_delay_ms, still
from koekata.channels import ARKIT_INDEX
from koekata.face_model.model import load_builtin

Array = NDArray[np.float64]
FPS, FRAMES = 30.0, 300
TIMES = np.arange(FRAMES) / FPS
JAW = ARKIT_INDEX["jawOpen"]


def wave(delay_s: float = 0.0) -> Array:
    """(T, 52): the jaw opens and closes, with a little tremble."""
    weights = np.zeros((FRAMES, 52))
    weights[:, JAW] = 0.5 - 0.5 * np.cos(2 * np.pi * 0.7 * (TIMES - delay_s))
    return weights


@pytest.fixture
def recording() -> Recording:
    """A clip on which nothing but the jaw's weight moves; its landmarks tremble."""
    face = load_builtin().mean[:, :2] * [2000.0, -2000.0]
    tremble = 0.3 * np.random.default_rng(3).standard_normal((FRAMES, 478, 2))
    ours = wave()
    return Recording("clip", FRAMES, TIMES, face + 300.0 + tremble, ours, ours, ours, wave(), wave())


def test_rank_correlation_agrees_with_scipy_where_values_are_equal() -> None:
    rng = np.random.default_rng(0)
    network = rng.integers(0, 100, 200)
    ours = np.maximum(40, network + rng.integers(-30, 30, 200))
    assert spearman(ours / 100, network / 100) == pytest.approx(spearmanr(ours, network).statistic)
    assert spearman(np.zeros(200), network) == 0.0


def test_tail_of_a_filter_does_not_rank_quiet_frames() -> None:
    network = np.concatenate([np.linspace(1.0, 0.0, 50), np.zeros(50)])
    tail = np.concatenate([np.linspace(1.0, 0.0, 50), np.geomspace(1e-9, 4e-3, 50)])
    assert spearman(tail, network) == pytest.approx(1.0, abs=1e-4)


def test_bound_is_what_the_network_itself_reaches_with_as_many_zeros(recording: Recording) -> None:
    rng = np.random.default_rng(1)
    network = np.zeros((FRAMES, 52))
    network[:, JAW] = rng.permutation(FRAMES) * 0.02
    ours = np.where(network > 0.7 * FRAMES * 0.02, network, 0.0)
    found = agreements([replace(recording, alone=ours, smooth=ours, network=network)])
    assert [each.movement for each in found] == ["jawOpen"]
    assert found[0].spearman == pytest.approx(found[0].bound)
    assert found[0].bound < 0.9


def test_movement_of_less_than_a_tenth_of_the_clip_does_not_count(recording: Recording) -> None:
    jaw = next(each for each in MOVEMENTS if each.name == "jawOpen")
    once = np.zeros((FRAMES, 52))
    once[:14, JAW] = 1.0
    assert moves(recording, jaw)
    assert not moves(replace(recording, network=once), jaw)
    short = replace(recording, times=TIMES[:50], network=wave()[:50])
    assert not moves(short, jaw)


def test_gaze_is_one_signed_movement() -> None:
    left = next(each for each in MOVEMENTS if each.name == "gazeLeft")
    weights = np.zeros((2, 52))
    weights[0, ARKIT_INDEX["eyeLookOutLeft"]] = 0.4
    weights[1, ARKIT_INDEX["eyeLookInLeft"]] = 0.3
    np.testing.assert_allclose(left.of(weights), [0.4, -0.3])


@pytest.mark.parametrize("late_ms", [0.0, 7.0, 33.0, 80.0])
def test_delay_is_found_to_a_fraction_of_a_frame(recording: Recording, late_ms: float) -> None:
    assert delay_ms([recording], [wave(late_ms * 1e-3)], [wave()]) == pytest.approx(late_ms, abs=0.5)


def test_filters_are_brought_to_the_delay_that_is_asked_for(recording: Recording) -> None:
    scale = equal_delay([recording], "balanced", 25.0)
    assert delay_ms([recording], [filtered(recording, "balanced", scale)], [wave()]) == pytest.approx(25.0, abs=0.5)
    assert scale < 1.0


@pytest.mark.parametrize("late_ms", [0.0, 8.0, 80.0])
def test_the_mean_delay_of_movements_is_found_to_a_step(recording: Recording, late_ms: float) -> None:
    assert movement_delay_ms([recording], [wave(late_ms * 1e-3)], [wave()]) == pytest.approx(late_ms, abs=4.0)


def test_where_nothing_moves_there_is_no_delay(recording: Recording) -> None:
    still_one = replace(recording, network=np.zeros((FRAMES, 52)))
    for measure in (delay_ms, movement_delay_ms):
        assert measure([still_one], [wave(0.05)], [wave()]) == 0.0


def test_settled_filters_know_the_tremble(recording: Recording) -> None:
    noise = 0.012 * np.random.default_rng(5).standard_normal((FRAMES, 52))
    trembling = replace(recording, raw=np.clip(0.2 + 0.2 * wave() + noise, 0.0, 1.0))
    fresh, settled = (filtered(trembling, "balanced", 1.0, known) for known in (False, True))
    assert settled.shape == fresh.shape
    assert delay_ms([trembling], [settled], [wave()]) < delay_ms([trembling], [fresh], [wave()])


def test_jitter_counts_what_is_fast_and_not_what_is_slow(recording: Recording) -> None:
    noise = 0.01 * np.random.default_rng(2).standard_normal(FRAMES)
    weights = np.zeros((FRAMES, 52))
    weights[:, 0] = 0.1 + 0.1 * np.sin(2 * np.pi * 0.3 * TIMES)
    weights[:, 1] = weights[:, 0] + noise
    found = jitter([recording], [weights])
    assert found[0] < 0.002
    assert 0.006 < found[1] < 0.01


def test_trembling_landmarks_are_still_and_moving_ones_are_not(recording: Recording) -> None:
    assert [stretch.stop - stretch.start for stretch in still(recording)] == [FRAMES]
    gaze = recording.landmarks.copy()
    gaze[100:, 468:473, 0] += 8.0
    before, after = still(replace(recording, landmarks=gaze))
    assert 80 < before.stop < 100 < after.start < 120
    size = np.ptp(recording.landmarks[0, :, 0])
    head = recording.landmarks + np.array([1.0, 0.0]) * (size * TIMES)[:, None, None]
    assert not still(replace(recording, landmarks=head))


@pytest.mark.shared
@pytest.mark.slow
def test_command_compares_a_clip_of_a_real_face_with_the_network(shared_dir: Path, tmp_path: Path) -> None:
    (tmp_path / "home" / "models").mkdir(parents=True)
    shutil.copy(shared_dir / "models" / "face_landmarker.task", tmp_path / "home" / "models")
    (tmp_path / "clips").mkdir()
    shutil.copy(shared_dir / "footage" / "lp_d0.mp4", tmp_path / "clips")
    figures = _bench("footage", "--footage", str(tmp_path / "clips"), "--out", str(tmp_path / "out"), home=tmp_path)
    assert figures["clips"]["lp_d0"]["compared"] == 78
    rows = figures["spearman"]["by_clip_and_movement"]["lp_d0"]
    assert rows["gazeLeft"][0] > 0.8
    assert rows["mouthSmileLeft"][0] > 0.8
    assert figures["jitter"]["calm"]["delay_ms"] > figures["jitter"]["responsive"]["delay_ms"]
    assert (tmp_path / "out" / "lp_d0.png").stat().st_size > 10_000


def _bench(*arguments: str, home: Path) -> dict[str, Any]:
    command = [str(Path(sys.executable).with_name("koekata")), "bench", *arguments, "--json"]
    environment = {**os.environ, "KOEKATA_HOME": str(home / "home")}
    done = subprocess.run(command, capture_output=True, text=True, env=environment, timeout=250, check=False)
    assert done.returncode == 0, done.stderr
    figures: dict[str, Any] = json.loads(done.stdout)
    return figures
