"""Render random actors with the ICT benchmark and record what MediaPipe Face Mesh reports about them.

    python -m koekata.face_model.build.render --bench ../shared/bench/ict --out landmarks0.npz --actors 100 --seed 0

Needs the benchmark's renderer (`ictlib.py`, `ict.npz`) and numba; nothing of its mesh reaches the output, which holds
the landmarks that the tracker reported and the weights, pose and camera that were rendered.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from koekata.face_model.build.acting import random_head, random_weights

SIZE = 384
NEUTRAL_FRAMES = 6
ACTORS_PER_TEXTURE = 12


def main() -> None:
    arguments = _arguments()
    sys.path.insert(0, str(arguments.bench))
    import ictlib  # type: ignore[import-not-found]  # a script of the benchmark, found through --bench

    stage = _Stage(ictlib, arguments.bench / "ict.npz", np.random.default_rng(arguments.seed))
    rows: list[dict[str, NDArray[np.float64]]] = []
    start = time.monotonic()
    for actor in range(arguments.actors):
        stage.cast(actor)
        rows += [row for row in (stage.shoot(actor, take) for take in range(arguments.frames)) if row is not None]
        done = time.monotonic() - start
        print(f"actor {actor + 1}/{arguments.actors}, {len(rows)} frames, {done:.0f} s", file=sys.stderr, flush=True)  # noqa: T201
        if actor % 20 == 19 or actor + 1 == arguments.actors:
            _save(arguments.out, rows)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bench", type=Path, required=True, help="folder with ictlib.py and ict.npz")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--actors", type=int, default=100)
    parser.add_argument("--frames", type=int, default=56, help="per actor; the first six are neutral")
    parser.add_argument("--seed", type=int, default=0)
    return parser.parse_args()


def _save(path: Path, rows: list[dict[str, NDArray[np.float64]]]) -> None:
    np.savez_compressed(path, **{key: np.array([row[key] for row in rows], np.float32) for key in rows[0]})


class _Stage:
    """One renderer, one tracker, and the actor who is on."""

    def __init__(self, ictlib: Any, model: Path, rng: np.random.Generator) -> None:
        from mediapipe.python.solutions.face_mesh import FaceMesh

        self._ictlib, self._rng = ictlib, rng
        self._ict = ictlib.ICT(str(model))
        self._mesh_type = FaceMesh
        self._texture_seed = int(rng.integers(1 << 30))

    def cast(self, actor: int) -> None:
        """The next actor: identity, light, camera; a new skin every few actors since painting one is slow."""
        rng = self._rng
        if actor % ACTORS_PER_TEXTURE == 0:
            self._texture_seed += 1
            self._renderer = self._ictlib.Renderer(
                self._ict, np.zeros(30), look=self._random_look(), seed=self._texture_seed, size=SIZE, ss=1
            )
        self._identity = rng.standard_normal(30)
        self._recast(self._renderer)
        self._camera = {"dist": rng.uniform(42.0, 75.0), "fill": rng.uniform(0.72, 1.05)}
        self._mesh = self._mesh_type(max_num_faces=1, refine_landmarks=True)

    def _recast(self, renderer: Any) -> None:
        rng = self._rng
        renderer.V0 = self._ict.neutral(self._identity).astype(np.float32)
        renderer.eyes = self._ict.eye_centres(renderer.V0)
        renderer.eyec = np.array([renderer.eyes["l"][0], renderer.eyes["r"][0]], np.float32)
        for cached in ("rest", "bgbig"):
            renderer.__dict__.pop(cached, None)
        renderer.bg = renderer.background(rng)
        key = (rng.uniform(-0.9, 0.9), rng.uniform(-0.1, 0.9), 0.75)
        renderer.set_light(key=key, kint=rng.uniform(0.6, 1.1), fint=rng.uniform(0.2, 0.5), amb=rng.uniform(0.25, 0.45))

    def _random_look(self) -> dict[str, Any]:
        rng = self._rng
        a, b = rng.choice(len(self._ictlib.LOOKS), 2, replace=False)
        first, second, share = self._ictlib.LOOKS[a], self._ictlib.LOOKS[b], rng.random()
        mixed = ("skin", "lip", "hair")
        look = {k: tuple(share * np.array(first[k]) + (1 - share) * np.array(second[k])) for k in mixed}
        look |= {k: first[k] for k in ("brow", "iris")}
        beard = rng.uniform(0, 0.7) if rng.random() < 0.3 else 0.0
        return look | {"browwid": rng.uniform(0.7, 1.3), "browden": rng.uniform(0.7, 1.0), "beard": beard}

    def shoot(self, actor: int, take: int) -> dict[str, NDArray[np.float64]] | None:
        """One frame as the tracker sees it, or None where it found no face."""
        rng, camera = self._rng, self._camera
        neutral = take < NEUTRAL_FRAMES
        weights = np.zeros(52) if neutral else random_weights(rng)
        head = rng.uniform(-1, 1, 3) * (6, 4, 3) if neutral else random_head(rng)
        shift = rng.uniform(-1, 1, 3) * (1.5, 1.0, 2.0)
        focal = camera["fill"] * camera["dist"] * 15.5 * SIZE / 512
        image = self._renderer.frame(weights, *head, t=shift, dist=camera["dist"], focal=focal, noise=2.0, rng=rng)
        landmarks = self._track(_degrade(image, rng))
        if landmarks is None:
            return None
        return {
            "actor": np.array(actor), "identity": self._identity, "neutral": np.array(neutral), "weights": weights,
            "yaw_pitch_roll": head, "rotation": self._ictlib.rot(*head), "translation": shift,
            "distance": np.array(camera["dist"]), "focal": np.array(focal), "landmarks": landmarks,
        }  # fmt: skip

    def _track(self, image: NDArray[np.uint8]) -> NDArray[np.float64] | None:
        """(478, 3) landmarks in pixels; the second pass sees the crop that tracking would have given."""
        found = None
        for _ in range(2):
            found = self._mesh.process(image)
        if not found or not found.multi_face_landmarks:
            return None
        points = found.multi_face_landmarks[0].landmark
        return np.array([(p.x, p.y, p.z) for p in points], np.float64) * SIZE


def _degrade(image: NDArray[np.uint8], rng: np.random.Generator) -> NDArray[np.uint8]:
    """What a webcam does to a picture: exposure, softness, compression."""
    toned = np.clip(255.0 * (image / 255.0) ** rng.uniform(0.8, 1.25), 0, 255).astype(np.uint8)
    if rng.random() < 0.4:
        toned = cv2.GaussianBlur(toned, (0, 0), rng.uniform(0.4, 1.1)).astype(np.uint8)
    _, packed = cv2.imencode(".jpg", toned, [cv2.IMWRITE_JPEG_QUALITY, int(rng.uniform(55, 95))])
    return np.asarray(cv2.imdecode(packed, cv2.IMREAD_COLOR), np.uint8)


if __name__ == "__main__":
    main()
