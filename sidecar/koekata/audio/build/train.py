"""Train the viseme network on what `koekata.audio.build.listen` kept, and write it as ONNX.

    python -m koekata.audio.build.train --corpus DIR --out FILE

DIR holds the features. Needs torch and onnx. Voices of part `train` teach; those of part `valid` give the figures that
are printed, and the threshold of lips closed: the one with the best F1 on them.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from koekata.audio.build.export import write_onnx
from koekata.audio.build.model import DILATIONS, STEM, Said, TcnNetwork, averaged
from koekata.audio.closures import closures, matched, runs
from koekata.audio.phones import load_phones
from koekata.audio.visemes import VISEMES, VOWELS

Array = NDArray[Any]

CHUNK, WARM_UP, LATER = 400, 50, 3
"""Frames of a sequence, those at its beginning that do not count, and the look-ahead."""
RATE, DECAY = 2e-3, 0.02
SMOOTHING, RARITY = 0.05, 0.4
CLOSED_WEIGHT, VOICE_WEIGHT, VOWEL_WEIGHT, PHONE_WEIGHT, NOW_WEIGHT = 0.8, 0.3, 0.5, 0.4, 0.6
CLOSED_IMPORTANCE = 2.5
TOLERANCE = 4
THRESHOLDS = np.arange(0.2, 0.96, 0.05)


@dataclass(frozen=True)
class Targets:
    """(B, T) each: viseme, vowel (0 none, 1 A ... 6 N), phone."""

    viseme: Tensor
    vowel: Tensor
    phone: Tensor


@dataclass(frozen=True)
class Heard:
    """Sequences (N, CHUNK, BANDS) in half precision, and their phones (N, CHUNK)."""

    features: Array
    phones: Array


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--steps", type=int, default=6000)
    parser.add_argument("--minutes", type=float, default=60.0, help="End by then, whatever the step.")
    parser.add_argument("--batch", type=int, default=24)
    parser.add_argument("--width", type=int, default=144)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--resume", type=Path, help="Weights to begin with: the .pt beside an earlier file.")
    parser.add_argument(
        "--schedule", type=float, nargs=2, default=(0.0, 1.0), help="Which part of the learning rate's."
    )
    arguments = parser.parse_args()
    torch.manual_seed(arguments.seed)
    torch.set_num_threads(1)
    files = sorted(arguments.corpus.glob("*_*.npz"))
    train, valid = _load(files, "train"), _load(files, "valid")
    _say(f"{train.phones.size / 360_000:.2f} h to learn from, {valid.phones.size / 6000:.1f} min to choose by")
    scale = torch.tensor(1.0 / train.features[::7].astype(np.float32).std(axis=(0, 1)))
    network = TcnNetwork(arguments.width, len(load_phones().names), scale)
    if arguments.resume:
        network.load_state_dict(torch.load(arguments.resume))
    kept = optimise(network, train, valid, arguments)
    torch.save(kept.state_dict(), arguments.out.with_suffix(".pt"))
    write(arguments.out, kept, valid, np.load(arguments.corpus / "prior.npy"))


def optimise(network: TcnNetwork, train: Heard, valid: Heard, wishes: argparse.Namespace) -> TcnNetwork:
    """The averaged network after some steps; prints the figures on the way."""
    average, draw = averaged(network), np.random.default_rng(wishes.seed)
    optimiser = torch.optim.AdamW(network.parameters(), lr=RATE, weight_decay=DECAY)
    rarity = _rarity(train)
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
        with torch.autocast("cpu", torch.bfloat16):
            said = network(features)
        loss = _loss(Said(*(part.float() for part in _all(said))), _targets(train.phones[rows]), rarity)
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimiser.step()
        average.update_parameters(network)
        if step % 500 == 0:
            minutes = (time.monotonic() - started) / 60
            _say(f"step {step}, {minutes:.1f} min, loss {float(loss.detach()):.3f}: {_figures(average.module, valid)}")
    kept: TcnNetwork = average.module
    kept.eval()
    return kept


def write(path: Path, network: TcnNetwork, valid: Heard, prior: Array) -> None:
    """The ONNX file, with the thresholds that suit the valid voices."""
    said, phones = _predicted(network, valid), load_phones()
    truth = [runs(phones.viseme_of[row] == 1) for row in valid.phones[:, WARM_UP:]]
    chosen = {}
    for milliseconds, probabilities in ((0, said[1]), (30, said[3])):
        scores = [_f1(truth, probabilities, threshold) for threshold in THRESHOLDS]
        chosen[str(milliseconds)] = round(float(THRESHOLDS[int(np.argmax(scores))]), 2)
        _say(f"look-ahead {milliseconds} ms: threshold {chosen[str(milliseconds)]}, F1 {max(scores):.3f}")
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
    logits = logits[:, WARM_UP:].flatten(0, 1)
    viseme, vowel, _ = (part[:, WARM_UP:].flatten() for part in _parts(truth))
    last = VISEMES + VOWELS + 1
    shown = functional.cross_entropy(logits[:, :VISEMES], viseme, rarity, label_smoothing=SMOOTHING)
    sung = functional.cross_entropy(logits[:, VISEMES:last], (vowel - 1) % (VOWELS + 1), label_smoothing=SMOOTHING)
    closed = functional.binary_cross_entropy_with_logits(
        logits[:, last], (viseme == 1).float(), pos_weight=torch.tensor(CLOSED_IMPORTANCE)
    )
    voice = functional.binary_cross_entropy_with_logits(logits[:, last + 1], (viseme != 0).float())
    return shown + VOWEL_WEIGHT * sung + CLOSED_WEIGHT * closed + VOICE_WEIGHT * voice


def _all(said: Said) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    return said.hidden, said.now, said.later, said.phone


def _parts(truth: Targets) -> tuple[Tensor, Tensor, Tensor]:
    return truth.viseme, truth.vowel, truth.phone


def _targets(phones: Array) -> Targets:
    known = load_phones()
    rows = (known.viseme_of[phones], known.vowel_of[phones], phones)
    return Targets(*(torch.from_numpy(row.astype(np.int64)) for row in rows))


def _varied(features: Tensor, draw: np.random.Generator) -> Tensor:
    """More voices: the mel axis stretched, a tone colour, a level, and bands or moments missing (SpecAugment)."""
    count, frames, bands = features.shape
    warp = torch.from_numpy(draw.uniform(0.9, 1.1, (count, 1)).astype(np.float32))
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


def _load(files: Sequence[Path], part: str) -> Heard:
    features, phones = [], []
    for path in files:
        with np.load(path) as stored:
            if str(stored["part"]) != part:
                continue
            count = len(stored["labels"]) // CHUNK
            features.append(stored["features"][: count * CHUNK].reshape(count, CHUNK, -1))
            phones.append(stored["labels"][: count * CHUNK].reshape(count, CHUNK))
    return Heard(np.concatenate(features), np.concatenate(phones))


def _rarity(train: Heard) -> Tensor:
    """(15,) rare visemes count more."""
    counts = np.bincount(load_phones().viseme_of[train.phones].reshape(-1), minlength=VISEMES) + 1.0
    return torch.tensor((counts.sum() / (VISEMES * counts)) ** RARITY, dtype=torch.float32)


def _batches(count: int, size: int, draw: np.random.Generator) -> Iterator[Array]:
    while True:
        order = draw.permutation(count)
        yield from np.split(order[: count // size * size], count // size)


def _predicted(network: TcnNetwork, heard: Heard) -> tuple[Array, ...]:
    """After the warm-up, for now and later: visemes (N, T) and P(closed) (N, T), each at its own frame."""
    network.eval()
    made: list[list[Array]] = [[], [], [], []]
    with torch.no_grad():
        for first in range(0, len(heard.phones), 64):
            said = network(torch.from_numpy(heard.features[first : first + 64].astype(np.float32)))
            late = torch.cat([said.later[:, LATER:], said.later[:, -1:].expand(-1, LATER, -1)], dim=1)
            for slot, logits in ((0, said.now), (2, late)):
                kept = logits[:, WARM_UP:]
                made[slot].append(kept[..., :VISEMES].argmax(-1).numpy())
                made[slot + 1].append(torch.sigmoid(kept[..., VISEMES + VOWELS + 1]).numpy())
    return tuple(np.concatenate(part) for part in made)


def _figures(network: TcnNetwork, valid: Heard) -> str:
    said, known = _predicted(network, valid), load_phones()
    viseme = known.viseme_of[valid.phones[:, WARM_UP:]]
    truth = [runs(row == 1) for row in viseme]
    best = [max(_f1(truth, said[slot], threshold) for threshold in THRESHOLDS[::3]) for slot in (1, 3)]
    right = [float((said[slot] == viseme).mean()) for slot in (0, 2)]
    return f"now {right[0]:.3f} F1 {best[0]:.3f}, later {right[1]:.3f} F1 {best[1]:.3f}"


def _f1(truth: Sequence[list[tuple[int, int]]], probabilities: Array, threshold: float) -> float:
    found = [closures(row, threshold) for row in probabilities]
    pairs = sum(matched(a, b, TOLERANCE) for a, b in zip(truth, found, strict=True))
    return 2.0 * pairs / max(1, sum(map(len, truth)) + sum(map(len, found)))


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
