"""What voice calibration gains on a voice that the network has never heard.

The first utterances that make so many minutes are the calibration: their sound, and their phones in order, without any
times, as the script. All others are scored as in `koekata.bench.audio`, before and after, with the same threshold of
lips closed.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np

from koekata.audio.adapt.calibrate import Calibration, calibrate
from koekata.audio.adapt.graph import Sentence
from koekata.audio.adapt.pieces import Take
from koekata.audio.adapt.profile import adapted_model
from koekata.audio.adapt.shipped import Shipped, open_shipped
from koekata.audio.network import LOOK_AHEADS_MS, VisemeNetwork
from koekata.audio.phones import SILENCE, load_phones
from koekata.audio.samples import SAMPLE_RATE
from koekata.bench.audio import LabelledSpeech, read_labelled, score

__all__ = ["MINUTES", "Scripted", "calibrated_figures", "read_scripted"]

MINUTES = (1.0, 5.0)
_SHOWN = ("viseme", "viseme_in_speech", "vowel", "vowel_labels_earlier", "voice_activity", "recall", "precision", "f1")

Figures = dict[str, Any]


@dataclass(frozen=True)
class Scripted:
    """Labelled utterances, and what was read in each."""

    speech: LabelledSpeech
    scripts: tuple[Sentence, ...]


def calibrated_figures(
    path: Path, minutes: Sequence[float] = MINUTES, told: Callable[[str], None] = lambda _: None
) -> Figures:
    """Before and after, side by side, for each length of calibration. `path` is a file such as `ja_anime_voice.npz`.

    It is pickled: only open files that you trust.
    """
    scripted, shipped = read_scripted(path), open_shipped()
    return {f"{length:g} min of {path.stem}": _fold(scripted, shipped, length, told) for length in minutes}


def read_scripted(path: Path) -> Scripted:
    """A file with `x`, `y`, and `seg`: rows of start, end, viseme and phone in the notation of Open JTalk."""
    with np.load(path, allow_pickle=True) as stored:
        rows = [list(each) for each in stored["seg"]]
    return Scripted(read_labelled(path), tuple(Sentence("", tuple(_phrases(each))) for each in rows))


def _phrases(rows: Sequence[tuple[float, float, str, str]]) -> Iterator[tuple[str, ...]]:
    """What lies between two pauses."""
    known = load_phones()
    phrase: list[str] = []
    for segment in known.segments("openjtalk", [(i, i + 1, row[3]) for i, row in enumerate(rows)]):
        if segment.phone != SILENCE:
            phrase.append(segment.phone)
        elif phrase:
            yield tuple(phrase)
            phrase = []
    if phrase:
        yield tuple(phrase)


def _fold(scripted: Scripted, shipped: Shipped, minutes: float, told: Callable[[str], None]) -> Figures:
    speech = scripted.speech
    ends = np.cumsum([len(samples) for samples in speech.samples]) / SAMPLE_RATE
    count = int(np.searchsorted(ends, minutes * 60)) + 1
    takes = [Take(speech.samples[i], (scripted.scripts[i],)) for i in range(count)]
    told(f"calibrating with {count} utterances, {ends[count - 1]:.0f} s")
    wall, processor = time.perf_counter(), time.process_time()
    calibration = calibrate(shipped, takes, lambda _title, _share: None)
    cost = {"wall_s": time.perf_counter() - wall, "processor_s": time.process_time() - processor}
    others = LabelledSpeech(speech.name, speech.samples[count:], speech.visemes[count:])
    return {
        "edition": shipped.edition,
        "calibration_s": float(ends[count - 1]),
        "scored_utterances": len(others.samples),
        **cost,
        "own_measure": {"before": asdict(calibration.before), "after": asdict(calibration.after)},
        **_scores(shipped, calibration, others),
    }


def _scores(shipped: Shipped, calibration: Calibration, others: LabelledSpeech) -> Figures:
    figures: Figures = {}
    with tempfile.TemporaryDirectory() as folder:
        for name, model in (("before", shipped.model), ("after", adapted_model(shipped, calibration.weights))):
            path = Path(folder) / f"{name}.onnx"
            path.write_bytes(model)
            for ahead in LOOK_AHEADS_MS:
                found = score(VisemeNetwork(path, ahead), others)
                figures.setdefault(f"look-ahead {ahead} ms", {})[name] = {key: found[key] for key in _SHOWN}
    return figures
