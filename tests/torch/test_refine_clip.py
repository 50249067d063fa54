"""Refining a clip: nearer to what was acted than the fit frame by frame, and the same energy as is written down."""

from __future__ import annotations

import signal
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="refining needs PyTorch")

from koekata.capture import open_source  # noqa: E402
from koekata.commands._film import Film, Task, solve_film  # noqa: E402
from koekata.commands._guard import make_console  # noqa: E402
from koekata.commands._sample import sample_clip  # noqa: E402
from koekata.config import CaptureConfig, FaceModelConfig, KoekataConfig, SmoothConfig  # noqa: E402
from koekata.errors import ConfigError  # noqa: E402
from koekata.face_model.model import FaceModel, load_builtin  # noqa: E402
from koekata.face_model.open import open_face_model  # noqa: E402
from koekata.fit.box import solve_box  # noqa: E402
from koekata.fit.calibrate import Neutral, calibrate  # noqa: E402
from koekata.fit.camera import REFERENCE_LANDMARKS, Camera, HeadPose, unproject  # noqa: E402
from koekata.fit.performer import PerformerFitter  # noqa: E402
from koekata.frames import FittedFace, FloatArray, FrameTime, TrackedFace  # noqa: E402
from koekata.refine import clip, need_torch  # noqa: E402
from koekata.refine._geometry import Heads, unprojected  # noqa: E402
from koekata.refine._weights import Programme, solve  # noqa: E402
from koekata.refine.clip import refine  # noqa: E402
from koekata.rotations import from_yaw_pitch_roll  # noqa: E402

SIZE, LENS, FPS, FRAMES = (1280, 720), 1.2, 30.0, 90
Seen = list[tuple[TrackedFace, FittedFace]]


@pytest.fixture(scope="module")
def model() -> FaceModel:
    return load_builtin()


def acting(model: FaceModel, rng: np.random.Generator) -> FloatArray:
    """(T, K): a few channels at a time, each up and down in a quarter of a second or more."""
    time, weights = np.arange(FRAMES) / FPS, np.zeros((FRAMES, len(model.expression)))
    for _ in range(14):
        channel = rng.choice(np.flatnonzero(model.reliability > 0.3))
        middle, width = rng.uniform(0.5, FRAMES / FPS), rng.uniform(0.1, 0.3)
        weights[:, channel] += rng.uniform(0.4, 1.0) * np.exp(-(((time - middle) / width) ** 2))
    return np.clip(weights, 0.0, 1.0)


def project(points: FloatArray, camera: Camera, pose: HeadPose) -> FloatArray:
    seen = points @ pose.rotation.T + pose.translation
    depth, distance = -seen[:, 2], -pose.translation[2]
    x = camera.centre[0] + camera.focal * seen[:, 0] / depth
    y = camera.centre[1] - camera.focal * seen[:, 1] / depth
    return np.column_stack((x, y, (-distance - seen[:, 2]) * camera.focal / distance))


def noise(model: FaceModel, rng: np.random.Generator) -> FloatArray:
    common = rng.standard_normal(len(model.noise.factors)) @ model.noise.factors
    own = rng.standard_normal(len(model.noise.variance)) * np.sqrt(model.noise.variance)
    return np.asarray(0.5 * (common + own).reshape(-1, 3))


@pytest.fixture(scope="module")
def performance(model: FaceModel) -> tuple[FloatArray, Seen, Neutral]:
    """What was acted, how it was tracked and fitted frame by frame, and the calibration."""
    rng = np.random.default_rng(5)
    actor = model.mean + np.tensordot(rng.standard_normal(len(model.identity_modes)), model.identity_modes, 1)
    weights, camera = acting(model, rng), Camera.of_image(SIZE, LENS)
    faces = []
    for number, acted in enumerate(weights):
        turn = from_yaw_pitch_roll(np.array([12 * np.sin(number / 15), 5 * np.cos(number / 20), 0.0]))
        pose = HeadPose(turn, np.array([0.02, -0.01, -0.6]))
        points = actor + np.tensordot(acted, model.expression, 1) + noise(model, rng)
        time = FrameTime(number + 1, number / FPS, 0, 0)
        faces.append(TrackedFace(0, project(points, camera, pose), SIZE, 1.0, time))
    neutral = calibrate(model, [face.landmarks for face in faces], SIZE, LENS)
    fitter = PerformerFitter(model, FaceModelConfig(), neutral)
    return weights, [(face, fitter.fit(face)) for face in faces], neutral


def errors(weights: FloatArray, faces: Any) -> float:
    return float(np.abs(np.array([face.expression for face in faces]) - weights).mean())


def test_refined_weights_are_nearer_to_what_was_acted(
    model: FaceModel, performance: tuple[FloatArray, Seen, Neutral]
) -> None:
    weights, seen, neutral = performance
    refined = refine(model, seen, neutral)
    assert errors(weights, refined.faces()) < 0.9 * errors(weights, [fitted for _, fitted in seen])


def test_the_head_stays_where_it_was(model: FaceModel, performance: tuple[FloatArray, Seen, Neutral]) -> None:
    _, seen, neutral = performance
    for (_, before), after in zip(seen, refine(model, seen, neutral).faces(), strict=True):
        turned = np.degrees(np.arccos(np.clip((np.trace(before.rotation.T @ after.rotation) - 1) / 2, -1, 1)))
        assert turned < 2.0
        assert after.translation == pytest.approx(before.translation, abs=0.02)


def test_weights_stay_within_their_bounds_and_times_are_kept(
    model: FaceModel, performance: tuple[FloatArray, Seen, Neutral]
) -> None:
    _, seen, neutral = performance
    told: list[float] = []
    refined = refine(model, seen, neutral, tell=told.append)
    faces = list(refined.faces())
    assert all(face.expression.min() >= 0.0 and face.expression.max() <= 1.0 for face in faces)
    assert [face.time for face in faces] == [face.time for face, _ in seen]
    assert told == sorted(told)
    assert 0.0 < told[-1] <= 1.0


def test_frames_far_apart_say_nothing_about_each_other(
    model: FaceModel, performance: tuple[FloatArray, Seen, Neutral]
) -> None:
    _, seen, neutral = performance
    apart = [
        (replace(face, time=replace(face.time, timeline_s=face.time.timeline_s * 60)), fitted) for face, fitted in seen
    ]
    near, far = (refine(model, faces, neutral).faces() for faces in (seen, apart))

    def change(faces: Any) -> float:
        return float(np.abs(np.diff([face.expression for face in faces], axis=0)).mean())

    assert change(near) < 0.8 * change(far)


def test_a_clip_without_a_face_and_one_of_a_single_frame_can_be_refined(
    model: FaceModel, performance: tuple[FloatArray, Seen, Neutral]
) -> None:
    _, seen, neutral = performance
    assert list(refine(model, [], neutral).faces()) == []
    assert len(list(refine(model, seen[:1], neutral).faces())) == 1


def test_many_heads_are_unprojected_as_one_is(performance: tuple[FloatArray, Seen, Neutral]) -> None:
    _, seen, neutral = performance
    camera, reference = Camera.of_image(SIZE, LENS), neutral.points[REFERENCE_LANDMARKS].mean(axis=0)
    heads = Heads(
        torch.tensor(np.array([face.landmarks for face, _ in seen])),
        torch.full((len(seen),), camera.focal, dtype=torch.float64),
        torch.tensor([camera.centre] * len(seen), dtype=torch.float64),
        torch.tensor(np.array([fitted.rotation for _, fitted in seen])),
        torch.tensor(np.array([fitted.translation for _, fitted in seen])),
    )
    together = unprojected(heads, torch.tensor(reference)).numpy()
    for (face, fitted), points in zip(seen, together, strict=True):
        alone = unproject(face.landmarks, camera, HeadPose(fitted.rotation, fitted.translation), reference)
        assert points == pytest.approx(alone, abs=1e-12)


def test_without_time_the_programme_is_that_of_single_frames() -> None:
    rng = np.random.default_rng(2)
    root = rng.standard_normal((6, 6))
    hessian, pull, prior = root @ root.T + np.eye(6), 4 * rng.standard_normal((20, 6)), 0.5 * np.eye(6)
    tensors = (torch.tensor(part) for part in (hessian, pull))
    programme = Programme(
        *tensors,
        trust=torch.ones(20, 1, dtype=torch.float64),
        prior=torch.tensor(prior),
        slope=torch.full((20, 6), 0.3, dtype=torch.float64),
        stiffness=torch.zeros(19, 6, dtype=torch.float64),
    )
    found = solve(programme, torch.full((20, 6), 0.5, dtype=torch.float64), lambda _: None).numpy()
    for row, wanted in zip(found, pull - 0.3, strict=True):
        exact = solve_box(hessian + prior, wanted, np.ones(6), np.ones(6, np.bool_))[0]
        assert row == pytest.approx(exact, abs=2e-3)


def test_the_programme_ends_where_no_weight_wants_to_move() -> None:
    rng = np.random.default_rng(4)
    root = rng.standard_normal((5, 5))
    programme = Programme(
        torch.tensor(root @ root.T + np.eye(5)),
        torch.tensor(9 * rng.standard_normal((30, 5))),
        trust=torch.tensor(rng.uniform(0.2, 1.2, (30, 1))),
        prior=torch.eye(5, dtype=torch.float64),
        slope=torch.tensor(rng.uniform(0.1, 1.0, (30, 5))),
        stiffness=torch.tensor(rng.uniform(0.0, 20.0, (29, 5))),
    )
    found = solve(programme, torch.zeros(30, 5, dtype=torch.float64), lambda _: None)
    gradient = programme.gradient(found)
    free = (found > 1e-6) & (found < 1 - 1e-6)
    assert gradient[free].abs().max() < 0.02
    assert gradient[found <= 1e-6].min() > -0.02
    assert gradient[found >= 1 - 1e-6].max() < 0.02


def test_a_device_that_is_not_here_is_refused_with_a_remedy() -> None:
    with pytest.raises(ConfigError, match="abacus") as refused:
        need_torch("abacus")
    assert "--device cpu" in refused.value.remedy


def test_ctrl_c_while_refining_keeps_the_unrefined_take(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    config = KoekataConfig(capture=CaptureConfig(source=str(sample_clip())), smooth=SmoothConfig(preset="off"))
    task = Task(open_face_model("builtin"), None, 0, 0.5, False, "cpu")
    whole = clip._Clip.round

    def interrupted(self: Any, tick: Any) -> None:
        signal.raise_signal(signal.SIGINT)
        whole(self, tick)

    monkeypatch.setattr(clip._Clip, "round", interrupted)
    outcome = solve_film(config, Film("sample", tmp_path / "take.npz", None), task, make_console())
    assert outcome.interrupted
    with np.load(tmp_path / "take.npz") as take, open_source(config.capture, live=False) as source:
        assert len(take["weights"]) == round(0.5 * (source.fps or 30.0))
