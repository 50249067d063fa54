"""The viseme network against labelled speech: cost of a hop, delay, and how often it is right.

The threshold of lips closed is the one stored in the network. It was chosen on synthetic voices before any of these
recordings was heard. Every utterance is heard from a fresh start, causally, as the live path would.

*Bilabials* are runs of frames labelled PP; found ones are runs of the probability over the threshold. They are paired
one to one in order of time, where they overlap or lie within 40 ms of each other.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from koekata.audio.closures import closures, matched, runs
from koekata.audio.features import HOP, HOP_S
from koekata.audio.network import LOOK_AHEADS_MS, VisemeNetwork, load_network, network_size
from koekata.audio.phones import load_phones
from koekata.audio.visemes import Floats, read_logits
from koekata.errors import SourceNotFoundError

__all__ = ["LabelledSpeech", "audio_figures", "held_out", "hop_cost", "read_labelled", "score"]

_PP, _TOLERANCE = 1, 4
_LATE_LABELS = 2
"""Frames by which automatic aligners set labels late."""
_COST_S, _WARM_UP, _PASSES = 20.0, 100, 5

Figures = dict[str, Any]


@dataclass(frozen=True)
class LabelledSpeech:
    """Utterances at 16 kHz, in [-1, 1], and the viseme at each 10 ms frame centre (Oculus order)."""

    name: str
    samples: Sequence[Floats]
    visemes: Sequence[NDArray[np.integer[Any]]]


def audio_figures(folder: Path | None, device: str = "cpu") -> Figures:
    """All figures, for both look-aheads, on the held-out synthetic voices and on every `*.npz` of `folder`."""
    sets = [held_out(), *(read_labelled(path) for path in _files(folder))]
    networks = {milliseconds: load_network(milliseconds, device) for milliseconds in LOOK_AHEADS_MS}
    figures: Figures = {"model_mb": network_size() / 1e6, "cost": hop_cost(networks[30], held_out().samples)}
    for milliseconds, network in networks.items():
        figures[f"look-ahead {milliseconds} ms"] = {
            "algorithmic_delay_ms": network.algorithmic_delay_ms,
            "closed_threshold": network.closed_threshold,
            **{each.name: score(network, each) for each in sets},
        }
    return figures


def held_out() -> LabelledSpeech:
    """A minute of voices that the network has neither learnt from nor been chosen by; it comes with Koekata."""
    with resources.as_file(resources.files("koekata") / "data" / "voice" / "held_out.npz") as path:
        return read_labelled(path)


def read_labelled(path: Path) -> LabelledSpeech:
    """A file with `audio`, `audio_ends`, `visemes`, `viseme_ends`, flat; or with `x` and `y`, arrays of arrays.

    The second kind is pickled: only open files that you trust.
    """
    with np.load(path, allow_pickle=_is_pickled(path)) as stored:
        if "x" in stored:
            return LabelledSpeech(path.stem, [_floats(each) for each in stored["x"]], list(stored["y"]))
        audio = np.split(stored["audio"], stored["audio_ends"][:-1])
        visemes = np.split(stored["visemes"], stored["viseme_ends"][:-1])
    return LabelledSpeech(path.stem, [_floats(each) for each in audio], visemes)


def score(network: VisemeNetwork, speech: LabelledSpeech) -> Figures:
    """How often voice, viseme and vowel are right, frame by frame, and the bilabials as events."""
    rows = list(_answers(network, speech))
    truth = np.concatenate([row[0] for row in rows])
    visemes, vowels, voice = (np.concatenate([row[column] for row in rows]) for column in (1, 2, 4))
    vowel = load_phones().shown_vowel[truth]
    events = [(runs(row[0] == _PP), closures(row[3], network.closed_threshold)) for row in rows]
    sung, spoken = vowel > 0, truth != 0
    return {
        "minutes": len(truth) * HOP_S / 60,
        "voice_activity": _share((voice > 0.5) == spoken),
        "viseme": _share(visemes.argmax(axis=1) == truth),
        "viseme_in_speech": _share((visemes.argmax(axis=1) == truth)[spoken]),
        "vowel": _share((vowels[:, :5].argmax(axis=1) + 1 == vowel)[sung]),
        "vowel_labels_earlier": _vowels_earlier(rows),
        **_bilabials(events, len(truth) * HOP_S),
    }


def _vowels_earlier(rows: Sequence[tuple[NDArray[Any], ...]]) -> float:
    """Vowels that are right where labels are 20 ms late, as those of automatic aligners are."""
    vowel = np.concatenate([load_phones().shown_vowel[row[0][_LATE_LABELS:]] for row in rows])
    heard = np.concatenate([row[2][:-_LATE_LABELS, :5].argmax(axis=1) + 1 for row in rows])
    return _share((heard == vowel)[vowel > 0])


def hop_cost(network: VisemeNetwork, recordings: Sequence[Floats]) -> Figures:
    """Milliseconds for 10 ms of sound, features included, as blocks of one hop arrive; and the ratio to real time.

    The same sound is heard several times, and each hop costs the median of its times: the machine's timer interrupts
    one hop in twenty, each time another one, and would alone be the 95th percentile. `one_pass_wall_ms` leaves that in.
    """
    samples = np.concatenate(recordings)
    samples = np.resize(samples, int(_COST_S * HOP / HOP_S))
    # (passes, hops, 2)
    spent = np.array([_pass(network, samples) for _ in range(_PASSES)])
    wall, processor = np.median(spent, axis=0).T
    return {
        "wall_ms": _percentiles(wall),
        "processor_ms": _percentiles(processor),
        "one_pass_wall_ms": _percentiles(spent[0, :, 0]),
        "real_time_ratio": float(spent[..., 0].mean() / (HOP_S * 1000)),
    }


def _pass(network: VisemeNetwork, samples: Floats) -> list[tuple[float, float]]:
    network.reset()
    spent = [_milliseconds(network, samples[i : i + HOP]) for i in range(0, len(samples) - HOP + 1, HOP)]
    network.reset()
    return spent[_WARM_UP:]


def _percentiles(values: NDArray[Any]) -> Figures:
    return {f"p{share}": float(np.percentile(values, share)) for share in (50, 95)}


def _answers(network: VisemeNetwork, speech: LabelledSpeech) -> Iterator[tuple[NDArray[Any], ...]]:
    """Truth (T,), visemes (T, 15), vowels (T, 6), closed (T,), voice (T,) of each utterance."""
    for samples, truth in zip(speech.samples, speech.visemes, strict=True):
        _, logits = network.hear_all(samples)
        count = min(len(logits), len(truth))
        yield (np.asarray(truth[:count]).astype(np.int64), *(part[:count] for part in read_logits(logits)))


def _bilabials(events: Sequence[tuple[list[tuple[int, int]], list[tuple[int, int]]]], seconds: float) -> Figures:
    pairs = sum(matched(truth, found, _TOLERANCE) for truth, found in events)
    true, found = (sum(len(event[side]) for event in events) for side in (0, 1))
    return {
        "bilabials": true,
        "recall": pairs / max(1, true),
        "precision": pairs / max(1, found),
        "f1": 2 * pairs / max(1, true + found),
        "false_closures_per_s": (found - pairs) / seconds,
    }


def _milliseconds(network: VisemeNetwork, samples: Floats) -> tuple[float, float]:
    wall, processor = time.perf_counter(), time.thread_time()
    network.step(samples)
    return (time.perf_counter() - wall) * 1e3, (time.thread_time() - processor) * 1e3


def _files(folder: Path | None) -> list[Path]:
    if folder is None:
        return []
    found = sorted(folder.glob("*.npz"))
    if not found:
        raise SourceNotFoundError(
            f"{folder}: no labelled speech there", remedy="It takes .npz files as docs/voice-network.md describes them."
        )
    return found


def _is_pickled(path: Path) -> bool:
    with np.load(path) as stored:
        return "x" in stored.files


def _floats(samples: NDArray[Any]) -> Floats:
    return np.asarray(samples, np.float32) / np.float32(32768)


def _share(right: NDArray[np.bool_]) -> float:
    return float(right.mean()) if len(right) else 0.0
