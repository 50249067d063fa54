from __future__ import annotations

import os
from pathlib import Path

import cv2
import numpy as np
import pytest
from rich.console import Console

from koekata.audio.build.speech import Speech
from koekata.audio.fuse.build.acting import FPS, perform
from koekata.audio.fuse.build.plan import PlannedClip, Voices, planned
from koekata.audio.fuse.build.scoring import CLOSED_GAP, OPEN_GAP, ClosureScore, gaps, score_closures
from koekata.audio.fuse.build.stage import Stage, clip_time
from koekata.audio.phones import Segment
from koekata.bench._mouths import Moment, mouth_sheet
from koekata.bench.fusion_film import film_figures
from koekata.channels import ARKIT_INDEX
from koekata.commands.bench import Wishes, bench
from koekata.config import KoekataConfig
from koekata.errors import ConfigError
from koekata.frames import SolvedFace


def _mama() -> Speech:
    """Eight syllables of 0.3 s."""
    segments = [
        Segment(i * 0.3 + start, i * 0.3 + end, phone)
        for i in range(8)
        for start, end, phone in ((0.0, 0.12, "m"), (0.12, 0.3, "a"))
    ]
    return Speech(np.zeros(int(2.4 * 16_000), np.float32), tuple(segments))


def _faces(weights: np.ndarray[tuple[int, ...], np.dtype[np.float64]]) -> list[SolvedFace]:
    nothing = np.zeros(3)
    return [
        SolvedFace(0, clip_time(i), True, 1.0, row, np.ones(52), nothing, nothing, np.zeros(4))
        for i, row in enumerate(weights)
    ]


def test_rendered_actors_close_their_lips_on_every_m_and_open_them_in_between() -> None:
    acted = perform([_mama()], np.random.default_rng(0), 4.0)
    gap = gaps(acted.weights)
    assert len(acted.closures) == 8
    for start_s, end_s in acted.closures:
        assert 0.05 <= end_s - start_s <= 0.12
        assert gap[int(np.ceil(start_s * FPS))] < CLOSED_GAP
        assert gap[int((end_s + 0.12) * FPS)] > OPEN_GAP


def test_the_score_is_full_for_the_truth_and_tells_of_what_is_missed_and_made_up() -> None:
    acted = perform([_mama()], np.random.default_rng(0), 4.0)
    true, hanging, shut = ClosureScore(), ClosureScore(), ClosureScore()
    score_closures(true, acted, _faces(acted.weights))
    opened, closed = acted.weights.copy(), acted.weights.copy()
    opened[:, ARKIT_INDEX["mouthClose"]] = 0.0
    opened[:, ARKIT_INDEX["jawOpen"]] += 0.1
    closed[:, :] = 0.0
    score_closures(hanging, acted, _faces(opened))
    score_closures(shut, acted, _faces(closed))
    assert (true.figures()["recall"], true.figures()["precision"]) == (1.0, 1.0)
    assert hanging.figures()["recall"] == 0.0
    assert shut.figures()["recall"] <= 1 / 8
    assert shut.figures()["precision"] == 0.0


def test_voices_that_are_measured_teach_nothing() -> None:
    taught, measured = ({(clip.engine, clip.voice) for clip in planned(part)} for part in ("train", "test"))
    assert not taught & measured
    assert not {clip.seed for clip in planned("train")} & {clip.seed for clip in planned("test")}


def test_a_speech_engine_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", os.devnull)
    with pytest.raises(ConfigError, match="flite does not speak"):
        Voices().say(PlannedClip("flite", "slt", "english", 0, False, 6.0))


def test_a_folder_without_the_renderer_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"lacks ictlib\.py"):
        Stage(tmp_path)


def test_the_benchmark_says_which_option_is_missing(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="--cache DIR is missing"):
        bench("fusion", Wishes(KoekataConfig(), ground_truth=tmp_path), Console(quiet=True), as_json=False)


def test_a_sheet_shows_an_opening_before_and_none_after(tmp_path: Path) -> None:
    opened, closed = np.zeros(52), np.zeros(52)
    opened[ARKIT_INDEX["jawOpen"]] = 0.4
    mouth_sheet([Moment(np.full((40, 40, 3), 255, np.uint8), opened, closed, "a", "b")], tmp_path / "sheet.png")
    sheet = cv2.imread(str(tmp_path / "sheet.png"))
    assert sheet is not None
    before, after = sheet[3:153, 153:303], sheet[3:153, 303:453]
    dark = [int((tile.max(axis=2) < 60).sum()) for tile in (before, after)]
    assert dark[0] > 4 * dark[1]


def test_lips_of_a_real_face_close_where_they_touch_and_not_over_bared_teeth(shared_dir: Path, tmp_path: Path) -> None:
    """A woman who talks, grins for seconds with her teeth together, and touches her lips now and then."""
    sheet = tmp_path / "sheet.png"
    figures = film_figures(shared_dir / "footage" / "lp_d10.mp4", KoekataConfig(), sheet)
    for live in (figures[name] for name in ("fusion, 45 ms late", "fusion, 15 ms late", "fusion, sound ahead")):
        assert live["begun"] >= 3
        assert live["begun_on_open_lips"] <= live["begun"] / 3
        assert live["closed_shown"] >= 0.8 * live["closed_seen"] > 10
        assert live["open_shown"] >= 0.6 * live["open_seen"] > 100
    assert sheet.stat().st_size > 0
