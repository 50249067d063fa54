"""Train the refining network, measure it on actors it has not seen, and write it as ONNX.

    python -m koekata.solve.build.train features*.npz --out sidecar/koekata/data/solve/hybrid.onnx

Needs torch and onnx. The network corrects the geometric weights: a linear part that starts as the identity, plus a
perceptron with one residual layer. Every sixth actor is held out; the squared correlation on them is stored with the
network as each channel's reliability. Frames are used again as mirror images. The weights that are kept are a running
average over the steps.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch.nn import functional

from koekata.channels import mirrored_name
from koekata.face_model.model import FaceModel, load_builtin
from koekata.frames import FloatArray
from koekata.solve.build.collect import mirror_features
from koekata.solve.build.export import write_onnx
from koekata.solve.features import FEATURES

UNSEEN = 6
BATCH = 256
IDENTITY_MODES = 16
RATE, DECAY, DROPOUT, AVERAGE = 1.5e-3, 0.03, 0.2, 0.998
ABSOLUTE = 0.1
"""Share of the absolute error in the loss, beside the squared one: quiet channels end at zero rather than near it."""
OUTSIDE = 0.1
"""How much of an output below zero counts: it is cut off at run time, so it may lie anywhere."""
GEOMETRIC = 0.5
"""Share of the geometric weights in the result. Their errors and the network's differ, so the mean of both is better
than either on real footage, where the network is on strange ground."""
AMPLITUDE = (0.85, 1.2)
"""People move more or less than the rendered actors: displacements and weights are scaled together."""

Parameters = dict[str, torch.Tensor]
Array = NDArray[np.float32]


@dataclass(frozen=True)
class Frames:
    """Features (N, FEATURES), true weights (N, K), and the actor of each frame."""

    features: Array
    weights: Array
    actor: NDArray[np.int64]

    def of(self, rows: NDArray[np.bool_]) -> Frames:
        return Frames(self.features[rows], self.weights[rows], self.actor[rows])


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("features", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=20)
    parser.add_argument("--hidden", type=int, default=384)
    parser.add_argument("--seed", type=int, default=0)
    arguments = parser.parse_args()
    torch.manual_seed(arguments.seed)
    model, frames = load_builtin(), _load(arguments.features)
    unseen = frames.actor % UNSEEN == 0
    parameters = train(model, frames.of(~unseen), frames.of(unseen), arguments.epochs, arguments.hidden)
    unseen_frames = frames.of(unseen)
    result = _mixed(_predicted(parameters, unseen_frames), unseen_frames)
    _report("result", model, result, unseen_frames.weights)
    reliability = _shared_variance(model, result, unseen_frames.weights)
    arguments.out.parent.mkdir(parents=True, exist_ok=True)
    arrays = {key: value.numpy() for key, value in parameters.items()}
    write_onnx(arguments.out, arrays, GEOMETRIC, model, reliability)


def train(model: FaceModel, seen: Frames, unseen: Frames, epochs: int, hidden: int) -> Parameters:
    """The averaged parameters after some epochs; prints the held-out figures as it goes."""
    seen = _with_mirror_images(model, seen)
    constants = _constants(model)
    learned = _initial(hidden, len(model.expression_names))
    average = {key: value.detach().clone() for key, value in learned.items()}
    features, truth = torch.from_numpy(seen.features), torch.from_numpy(seen.weights)
    importance = 1.0 / torch.clamp(truth.std(dim=0), min=0.02)
    importance /= importance.mean()
    optimiser = torch.optim.AdamW(list(learned.values()), lr=RATE, weight_decay=DECAY)
    steps = epochs * (len(features) // BATCH)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, RATE, total_steps=steps, pct_start=0.1)
    for epoch in range(epochs):
        for rows in torch.randperm(len(features))[: len(features) // BATCH * BATCH].split(BATCH):
            inputs, target = _varied(features[rows], truth[rows])
            loss = _loss(forward(constants | learned, inputs, DROPOUT), target, importance)
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            schedule.step()
            for key, value in learned.items():
                average[key].lerp_(value.detach(), 1.0 - AVERAGE)
        _report(f"epoch {epoch + 1}", model, _predicted(constants | average, unseen), unseen.weights)
    return constants | average


def forward(p: Parameters, features: torch.Tensor, dropout: float = 0.0) -> torch.Tensor:
    """(N, K) weights, not yet cut to [0, 1]. `koekata.solve.build.export` writes the same graph."""
    points = p["scale"].shape[0]
    displacement, identity, rest = features.split([points, points, FEATURES - 2 * points], dim=1)
    inputs = torch.cat([displacement * p["scale"], identity @ p["identity"], rest * 2.0], dim=1)
    hidden = functional.dropout(functional.silu(inputs @ p["w1"] + p["b1"]), dropout, training=dropout > 0)
    hidden = hidden + functional.dropout(functional.silu(hidden @ p["w2"] + p["b2"]), dropout, training=dropout > 0)
    refined: torch.Tensor = inputs @ p["skip"] + hidden @ p["w3"] + p["b3"]
    return refined


def _constants(model: FaceModel) -> Parameters:
    """What is known before training: units in which displacements are of order one, and identity in few numbers."""
    deviation = np.sqrt(model.noise.variance + (model.noise.factors**2).sum(axis=0))
    modes = model.identity_modes.reshape(len(model.identity_modes), -1)[::-1][:IDENTITY_MODES]
    identity = (modes / (modes**2).sum(axis=1, keepdims=True)).T
    return {
        "scale": torch.tensor(1.0 / (3.0 * deviation), dtype=torch.float32),
        "identity": torch.tensor(identity.copy(), dtype=torch.float32),
    }


def _initial(hidden: int, channels: int) -> Parameters:
    inputs = 478 * 3 + IDENTITY_MODES + FEATURES - 2 * 478 * 3
    skip = torch.zeros(inputs, channels)
    first = inputs - (FEATURES - 2 * 478 * 3)
    skip[first : first + channels] = torch.eye(channels) / 2.0
    made = {
        "w1": torch.randn(inputs, hidden) / inputs**0.5, "b1": torch.zeros(hidden),
        "w2": torch.randn(hidden, hidden) / hidden**0.5, "b2": torch.zeros(hidden),
        "w3": torch.zeros(hidden, channels), "b3": torch.zeros(channels), "skip": skip,
    }  # fmt: skip
    return {key: value.requires_grad_() for key, value in made.items()}


def _loss(weights: torch.Tensor, truth: torch.Tensor, importance: torch.Tensor) -> torch.Tensor:
    kept = torch.where(weights < 0.0, OUTSIDE * weights, weights)
    error = (kept - truth).abs()
    return ((error**2 + ABSOLUTE * error) * importance).mean()


def _varied(features: torch.Tensor, truth: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    low, high = AMPLITUDE
    factor = low + (high - low) * torch.rand(len(features), 1)
    factor = torch.minimum(factor, 1.0 / truth.max(dim=1, keepdim=True).values.clamp(min=1.0 / high))
    points, channels = 478 * 3, truth.shape[1]
    varied = features.clone()
    varied[:, :points] *= factor
    varied[:, 2 * points : 2 * points + channels] *= factor
    return varied, truth * factor


def _load(paths: Sequence[Path]) -> Frames:
    files = [np.load(path) for path in paths]
    actor = np.concatenate([file["actor"] + 10_000 * UNSEEN * i for i, file in enumerate(files)])
    features, weights = (np.concatenate([file[key] for file in files]) for key in ("features", "weights"))
    return Frames(features, weights, actor)


def _with_mirror_images(model: FaceModel, frames: Frames) -> Frames:
    swap = [model.expression_names.index(mirrored_name(name)) for name in model.expression_names]
    return Frames(
        np.concatenate([frames.features, mirror_features(model, frames.features, swap)]),
        np.concatenate([frames.weights, frames.weights[:, swap]]),
        np.concatenate([frames.actor, frames.actor]),
    )


def _predicted(parameters: Parameters, frames: Frames) -> Array:
    with torch.no_grad():
        chunks = [forward(parameters, rows) for rows in torch.from_numpy(frames.features).split(4096)]
    return np.asarray(torch.cat(chunks).clamp(0.0, 1.0).numpy())


def _mixed(refined: Array, frames: Frames) -> Array:
    """What the exported graph gives: the mean of the network's and the geometric weights."""
    points = 2 * 478 * 3
    geometric = frames.features[:, points : points + refined.shape[1]]
    return np.asarray((1.0 - GEOMETRIC) * refined + GEOMETRIC * geometric)


def _shared_variance(model: FaceModel, weights: Array, truth: Array) -> FloatArray:
    """(K,) squared correlation, the mean of both sides."""
    found = np.array([_correlation(a, b) for a, b in zip(weights.T, truth.T, strict=True)]) ** 2
    partner = [model.expression_names.index(mirrored_name(name)) for name in model.expression_names]
    return np.asarray((found + found[partner]) / 2)


def _correlation(a: Array, b: Array) -> float:
    return float(np.corrcoef(a, b)[0, 1]) if a.std() > 1e-6 else 0.0


def _report(what: str, model: FaceModel, weights: Array, truth: Array) -> None:
    mean = np.sqrt(_shared_variance(model, weights, truth)).mean()
    error = np.abs(weights - truth).mean()
    print(f"{what}: held-out r {mean:.4f}, MAE {error:.4f}", file=sys.stderr, flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
