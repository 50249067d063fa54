"""Train the viseme network on what `koekata.audio.build.listen` kept, and write it as ONNX.

    python -m koekata.audio.build.train --corpus DIR --out FILE

DIR holds the features. Needs torch and onnx. Voices of part `train` teach; those of part `valid` give the figures that
are printed, and the threshold of lips closed.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from koekata.audio.build.export import write_onnx
from koekata.audio.build.judging import LATER, WARM_UP, Heard, figures, load_heard, thresholds
from koekata.audio.build.model import DILATIONS, STEM, Said, TcnNetwork, averaged
from koekata.audio.build.resume import take_up
from koekata.audio.phones import load_phones
from koekata.audio.visemes import VISEMES, VOWELS

Array = NDArray[Any]

RATE, DECAY = 2e-3, 0.02
SMOOTHING, RARITY = 0.05, 0.4
CLOSED_WEIGHT, VOICE_WEIGHT, VOWEL_WEIGHT, PHONE_WEIGHT, NOW_WEIGHT = 0.8, 0.3, 0.5, 0.4, 0.6
CLOSED_IMPORTANCE = 2.5
PARTING = (0.6, 0.3)
"""How far the two frames after a closure count as one: its burst tells most about it."""
WARPS = (0.85, 1.12)


@dataclass(frozen=True)
class Targets:
    """(B, T) each: viseme, vowel (0 none, 1 A ... 6 N), phone."""

    viseme: Tensor
    vowel: Tensor
    phone: Tensor


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--steps", type=int, default=20_000)
    parser.add_argument("--minutes", type=float, default=60.0, help="End by then, whatever the step.")
    parser.add_argument("--batch", type=int, default=16)
    parser.add_argument("--width", type=int, default=176)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--resume", type=Path, help="Weights to begin with: an earlier .onnx, or the .pt beside it.")
    parser.add_argument(
        "--schedule", type=float, nargs=2, default=(0.0, 1.0), help="Which part of the learning rate's."
    )
    arguments = parser.parse_args()
    torch.manual_seed(arguments.seed)
    torch.set_num_threads(1)
    files = sorted(arguments.corpus.glob("*_*.npz"))
    train, valid = load_heard(files, "train"), load_heard(files, "valid")
    _say(f"{train.phones.size / 360_000:.2f} h to learn from, {valid.phones.size / 6000:.1f} min to choose by")
    scale = torch.tensor(1.0 / train.features[::7].astype(np.float32).std(axis=(0, 1)))
    network = TcnNetwork(arguments.width, len(load_phones().names), scale)
    if arguments.resume:
        take_up(network, arguments.resume)
    kept = optimise(network, train, valid, arguments)
    torch.save(kept.state_dict(), arguments.out.with_suffix(".pt"))
    write(arguments.out, kept, valid, np.load(arguments.corpus / "prior.npy"))


def optimise(network: TcnNetwork, train: Heard, valid: Heard, wishes: argparse.Namespace) -> TcnNetwork:
    """The averaged network after some steps; prints the figures on the way."""
    average, draw = averaged(network), np.random.default_rng(wishes.seed)
    optimiser = torch.optim.AdamW(network.parameters(), lr=RATE, weight_decay=DECAY)
    rarity, quick = _rarity(train), torch.compile(network)
    started = time.monotonic()
    for step, rows in enumerate(_batches(len(train.phones), wishes.batch, draw), start=1):
        done = max(step / wishes.steps, (time.monotonic() - started) / (wishes.minutes * 60))
        if done >= 1.0:
            break
        falling = np.cos(np.pi * np.interp(done, (0.0, 1.0), wishes.schedule))
        for group in optimiser.param_groups:
            group["lr"] = RATE * min(1.0, step / 200) * (0.5 + 0.5 * falling + 0.01)
        network.train()
        features = _varied(torch.from_numpy(train.features[rows].astype(np.float32)), draw)
        loss = _loss(quick(features), _targets(train.phones[rows]), rarity)
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimiser.step()
        average.update_parameters(network)
        if step % 500 == 0:
            minutes = (time.monotonic() - started) / 60
            _say(f"step {step}, {minutes:.1f} min, loss {float(loss.detach()):.3f}: {figures(average.module, valid)}")
    kept: TcnNetwork = average.module
    kept.eval()
    return kept


def write(path: Path, network: TcnNetwork, valid: Heard, prior: Array) -> None:
    """The ONNX file, with the thresholds that suit the valid voices."""
    chosen = {}
    for milliseconds, (threshold, recall, precision) in thresholds(network, valid).items():
        chosen[str(milliseconds)] = threshold
        _say(f"look-ahead {milliseconds} ms: threshold {threshold}, recall {recall:.3f}, precision {precision:.3f}")
    arrays = {name: value.numpy().astype(np.float32) for name, value in network.state_dict().items()} | {"prior": prior}
    write_onnx(path, arrays, DILATIONS, STEM, {"closed_threshold": json.dumps(chosen)})


def _loss(said: Said, truth: Targets, rarity: Tensor) -> Tensor:
    later = _head_loss(said.later[:, LATER:], Targets(*(part[:, :-LATER] for part in _parts(truth))), rarity)
    now = _head_loss(said.now, truth, rarity)
    phone = functional.cross_entropy(
        said.phone[:, LATER:][:, WARM_UP:].flatten(0, 1), truth.phone[:, :-LATER][:, WARM_UP:].flatten()
    )
    return later + NOW_WEIGHT * now + PHONE_WEIGHT * phone


def _head_loss(logits: Tensor, truth: Targets, rarity: Tensor) -> Tensor:
    shut = _shut(truth.viseme)[:, WARM_UP:].flatten()
    logits = logits[:, WARM_UP:].flatten(0, 1)
    viseme, vowel, _ = (part[:, WARM_UP:].flatten() for part in _parts(truth))
    last = VISEMES + VOWELS + 1
    shown = functional.cross_entropy(logits[:, :VISEMES], viseme, rarity, label_smoothing=SMOOTHING)
    sung = functional.cross_entropy(logits[:, VISEMES:last], (vowel - 1) % (VOWELS + 1), label_smoothing=SMOOTHING)
    closed = functional.binary_cross_entropy_with_logits(
        logits[:, last], shut, pos_weight=torch.tensor(CLOSED_IMPORTANCE)
    )
    voice = functional.binary_cross_entropy_with_logits(logits[:, last + 1], (viseme != 0).float())
    return shown + VOWEL_WEIGHT * sung + CLOSED_WEIGHT * closed + VOICE_WEIGHT * voice


def _shut(viseme: Tensor) -> Tensor:
    """(B, T) 1 while the lips are together for p, b or m, and falling after it."""
    shut = (viseme == 1).float()
    falling = [functional.pad(shut, (late, 0))[:, : shut.shape[1]] * share for late, share in enumerate(PARTING, 1)]
    return torch.stack([shut, *falling]).amax(dim=0)


def _parts(truth: Targets) -> tuple[Tensor, Tensor, Tensor]:
    return truth.viseme, truth.vowel, truth.phone


def _targets(phones: Array) -> Targets:
    known = load_phones()
    rows = (known.viseme_of[phones], known.vowel_of[phones], phones)
    return Targets(*(torch.from_numpy(row.astype(np.int64)) for row in rows))


def _varied(features: Tensor, draw: np.random.Generator) -> Tensor:
    """More voices: the mel axis stretched, a tone colour, a level, and bands or moments missing (SpecAugment)."""
    count, frames, bands = features.shape
    warp = torch.from_numpy(draw.uniform(*WARPS, (count, 1)).astype(np.float32))
    at = (torch.arange(bands)[None] * warp).clamp(max=bands - 1.001)
    low, share = at.long(), (at % 1.0)[:, None]
    index = low[:, None].expand(count, frames, bands)
    features = torch.gather(features, 2, index) * (1 - share) + torch.gather(features, 2, index + 1) * share
    tone = torch.from_numpy(draw.normal(0, 0.5, (count, 1, 5)).astype(np.float32))
    features = features + functional.interpolate(tone, bands, mode="linear", align_corners=True)
    features = features + 0.15 * torch.randn_like(features)
    for row in range(count):
        if draw.random() < 0.5:
            first, width = int(draw.integers(0, bands - 2)), int(draw.integers(1, 7))
            features[row, :, first : first + width] = 0.0
        if draw.random() < 0.3:
            first = int(draw.integers(0, frames))
            features[row, first : first + int(draw.integers(1, 5))] = 0.0
    return features


def _rarity(train: Heard) -> Tensor:
    """(15,) rare visemes count more."""
    counts = np.bincount(load_phones().viseme_of[train.phones].reshape(-1), minlength=VISEMES) + 1.0
    return torch.tensor((counts.sum() / (VISEMES * counts)) ** RARITY, dtype=torch.float32)


def _batches(count: int, size: int, draw: np.random.Generator) -> Iterator[Array]:
    while True:
        order = draw.permutation(count)
        yield from np.split(order[: count // size * size], count // size)


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
