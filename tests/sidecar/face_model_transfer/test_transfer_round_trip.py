"""The fit alone: weights to landmarks and back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from koekata.bench.round_trip import round_trip
from koekata.config import FaceModelConfig

EXACT, NOISY = 0.02, 0.06


def errors(figures: dict[str, Any]) -> dict[str, float]:
    return dict(zip(figures["columns"], figures["mean absolute error"], strict=True))


@pytest.fixture(scope="module")
def standin(shared_dir: Path) -> Path:
    return shared_dir / "models" / "flame"


def test_the_built_in_models_own_faces_are_understood() -> None:
    found = errors(round_trip(FaceModelConfig(), people=3, frames=4)["own channels"])
    assert max(found["3d exact"], found["2d exact"]) < EXACT
    assert max(found["3d noisy"], found["2d noisy"]) < NOISY
    assert found["3d exact"] < found["3d noisy"]


def test_the_same_seed_gives_the_same_figures_and_another_seed_others() -> None:
    one, again, other = (round_trip(FaceModelConfig(), people=1, frames=2, seed=seed) for seed in (4, 4, 5))
    assert one == again
    assert one != other


def test_every_observable_channel_has_its_own_figures(face_model: Any) -> None:
    figures = round_trip(FaceModelConfig(), people=1, frames=2)["own channels"]
    observable = [n for n, r in zip(face_model.expression_names, face_model.reliability, strict=True) if r >= 0.02]
    assert list(figures["error by channel"]) == observable
    assert all(len(row) == len(figures["columns"]) for row in figures["error by channel"].values())


def test_flame_understands_its_own_mesh(standin: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KOEKATA_HOME", str(tmp_path))
    found = errors(
        round_trip(FaceModelConfig(model=str(standin / "flame_standin.pkl")), people=2, frames=5)["own channels"]
    )
    assert max(found["3d exact"], found["2d exact"]) < EXACT
    assert max(found["3d noisy"], found["2d noisy"]) < NOISY


def test_flame_understands_an_artists_channels_once_it_is_told(
    standin: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KOEKATA_HOME", str(tmp_path))
    config = FaceModelConfig(model=str(standin / "flame_standin.pkl"))
    figures = round_trip(config, standin / "flame_standin_arkit.npz", people=2, frames=5)
    known, other = errors(figures["known channels"]), errors(figures["other channels"])
    assert max(known["3d exact"], known["2d exact"]) < EXACT
    assert max(known["3d noisy"], known["2d noisy"]) < NOISY
    assert other["3d exact"] > known["3d exact"]
