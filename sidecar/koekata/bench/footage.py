"""Our weights on footage of real people, against the blendshape scores of MediaPipe's Face Landmarker network.

There is no truth for such footage. The network is a witness for some movements only (see `agreement`), and a rival in
calm (see `steadiness`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from koekata.bench._plots import plot
from koekata.bench._recordings import Recording, record
from koekata.bench.agreement import HALVES, MOVEMENTS, Agreement, agreements, means
from koekata.bench.steadiness import delay_ms, equal_delay, filtered, jitter, movement_delay_ms, still
from koekata.bench.tracking import clips_of
from koekata.channels import ARKIT_INDEX, ARKIT_NAMES, UNOBSERVED_BY_LANDMARKS
from koekata.config import KoekataConfig
from koekata.face_model.open import open_configured
from koekata.frames import FloatArray

__all__ = ["footage_figures"]

Progress = Callable[[str], None]
"""Called with the name of each clip that is done."""

_LARGE = 0.25
"""Range from which a movement is called large."""
_PRESETS = ("off", "responsive", "balanced", "calm")
_TRUSTED = sorted({ARKIT_INDEX[name] for each in MOVEMENTS for name in (each.channel, each.opposite) if name})
_SHARED = [ARKIT_INDEX[name] for name in ARKIT_NAMES if name not in UNOBSERVED_BY_LANDMARKS]


def footage_figures(
    folder: Path, config: KoekataConfig, out: Path | None = None, progress: Progress | None = None
) -> dict[str, Any]:
    """Agreement per movement and clip, and jitter at equal delay, over every clip of a folder.

    With `out`, one PNG per clip shows both kinds of weights over time. Needs the Face Landmarker's model file.
    """
    model = open_configured(config.face_model).face_model
    recordings = []
    for clip in clips_of(folder):
        recordings.append(record(clip, config, model))
        if progress is not None:
            progress(clip.name)
    if out is not None:
        out.mkdir(parents=True, exist_ok=True)
        for recording in recordings:
            plot(recording, MOVEMENTS, still(recording), out / f"{recording.name}.png")
    return {
        "clips": {each.name: _coverage(each) for each in recordings},
        "spearman": _agreement_figures(recordings),
        "jitter": _jitter_figures(recordings, config.smooth.preset),
    }


def _coverage(recording: Recording) -> dict[str, int]:
    quiet = sum(stretch.stop - stretch.start for stretch in still(recording))
    return {"frames": recording.frames, "compared": len(recording.times), "still": quiet}


def _agreement_figures(recordings: Sequence[Recording]) -> dict[str, Any]:
    found = agreements(recordings)
    halves = [each for each in found if not each.movement.startswith("gaze")] + agreements(recordings, HALVES)
    return {
        "mean": _mean(found, "spearman"),
        "mean_bound_by_equal_values": _mean(found, "bound"),
        "mean_of_network_with_itself": _mean(found, "itself"),
        "mean_with_gaze_in_halves": _mean(halves, "spearman"),
        "mean_of_large_movements": _mean([each for each in found if each.range > _LARGE], "spearman"),
        "by_movement": means(found, "movement"),
        "by_clip": means(found, "clip"),
        "by_clip_and_movement": {
            name: {each.movement: _row(each) for each in found if each.clip == name}
            for name in (recording.name for recording in recordings)
        },
    }


def _row(agreement: Agreement) -> list[float]:
    """Spearman, the most that is possible with so many equal values, the network with itself, and its range."""
    return [agreement.spearman, agreement.bound, agreement.itself, agreement.range]


def _mean(found: Sequence[Agreement], key: str) -> float:
    return float(np.mean([getattr(each, key) for each in found])) if found else 0.0


def _jitter_figures(recordings: Sequence[Recording], preset: str) -> dict[str, Any]:
    """`equal_delay` scales the filters of the preset in use, or of `balanced` where that is `off`."""
    alone = [each.alone for each in recordings]
    network, network_alone = [each.network for each in recordings], [each.network_alone for each in recordings]
    rival_ms = delay_ms(recordings, network, network_alone)
    base = "balanced" if preset == "off" else preset
    ours = {name: [filtered(each, name) for each in recordings] for name in _PRESETS}
    scales = {}
    for name, settled in (("equal_delay", False), ("equal_delay_settled", True)):
        scales[name] = equal_delay(recordings, base, rival_ms, settled)
        ours[name] = [filtered(each, base, scales[name], settled) for each in recordings]
    figures = {
        "network": _steadiness(recordings, network, network_alone),
        "network_on_each_picture_alone": _steadiness(recordings, network_alone, network_alone),
        "on_each_picture_alone": _steadiness(recordings, alone, alone),
        **{name: _steadiness(recordings, weights, alone) for name, weights in ours.items()},
    }
    rival = figures["network"]["trusted_channels"]
    return {
        "ratio": figures["equal_delay"]["trusted_channels"] / rival if rival else 0.0,
        "ratio_settled": figures["equal_delay_settled"]["trusted_channels"] / rival if rival else 0.0,
        "factor": scales["equal_delay"],
        "factor_settled": scales["equal_delay_settled"],
        "alone_behind_network_alone_ms": delay_ms(recordings, alone, network_alone),
        **figures,
        "by_channel": _by_channel(jitter(recordings, ours["equal_delay"]), jitter(recordings, network)),
    }


def _steadiness(
    recordings: Sequence[Recording], weights: Sequence[FloatArray], reference: Sequence[FloatArray]
) -> dict[str, float]:
    found = jitter(recordings, weights)
    return {
        "delay_ms": delay_ms(recordings, weights, reference),
        "delay_mean_of_movements_ms": movement_delay_ms(recordings, weights, reference),
        "trusted_channels": float(np.sqrt((found[_TRUSTED] ** 2).mean())),
        "all_channels": float(np.sqrt((found[_SHARED] ** 2).mean())),
    }


def _by_channel(ours: FloatArray, network: FloatArray) -> dict[str, list[float]]:
    """Ours at equal delay, and the network's."""
    return {ARKIT_NAMES[index]: [float(ours[index]), float(network[index])] for index in _TRUSTED}
