"""`koekata bench`: the measurements, by name."""

from __future__ import annotations

import difflib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich.console import Console

from koekata.commands._configuration import with_values
from koekata.commands._sample import sample_clip
from koekata.config import KoekataConfig
from koekata.errors import ConfigError

__all__ = ["BENCHMARKS", "Benchmark", "Wishes", "bench"]

Figures = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the command line says; each benchmark takes what it needs."""

    config: KoekataConfig
    source: Path | None = None
    footage: Path | None = None
    ground_truth: Path | None = None
    out: Path | None = None
    far: bool = False
    seconds: float | None = None
    minutes: float = 120.0
    basis: Path | None = None
    refine_on: str = ""
    """The device that clips are refined on; empty where they are not."""
    speech: Path | None = None
    """A folder of labelled speech."""
    cache: Path | None = None
    """Where rendered clips are kept."""
    clips: int | None = None
    """How many of them are measured at most."""
    sheet: Path | None = None
    """A picture to write."""

    @property
    def clip(self) -> Path:
        """The clip to measure with; the sample performance unless another is named."""
        return self.source or sample_clip()

    def need(self, value: Path | None, option: str) -> Path:
        """Raises ConfigError where the option is missing."""
        if value is None:
            raise ConfigError(f"{option} is missing", remedy="`koekata bench` lists what each benchmark takes.")
        return value


@dataclass(frozen=True, slots=True)
class Benchmark:
    """A measurement, how it is called, and what it says."""

    takes: str
    says: str
    measure: Callable[[Wishes, Console], Figures]


def bench(name: str, wishes: Wishes, console: Console, *, as_json: bool) -> int:
    """Measure, and print the figures. Without a name, list what there is. Returns the exit code."""
    if not name:
        for known, benchmark in BENCHMARKS.items():
            console.print(f"{f'{known} {benchmark.takes}':<40}{benchmark.says}")
        return 0
    if name not in BENCHMARKS:
        close = difflib.get_close_matches(name, list(BENCHMARKS), n=1)
        hint = f"Did you mean '{close[0]}'?" if close else f"There are: {', '.join(BENCHMARKS)}."
        raise ConfigError(f"'{name}': there is no such benchmark", remedy=hint)
    figures = BENCHMARKS[name].measure(wishes, console)
    if as_json:
        Console(markup=False, highlight=False, soft_wrap=True).print(json.dumps(figures, default=float))
    else:
        for line in _lines(figures):
            console.print(line)
    return int(bool(figures.get("interrupted"))) and 130


def _lines(figures: Mapping[str, Any], indent: str = "") -> list[str]:
    lines = []
    for key, value in figures.items():
        if isinstance(value, Mapping):
            lines += [f"{indent}{key}", *_lines(value, indent + "  ")]
        else:
            lines.append(f"{indent}{key:<24}{_text(value)}")
    return lines


def _text(value: Any) -> str:
    if isinstance(value, list | tuple):
        return " ".join(_text(part) for part in value)
    return f"{value:.4g}" if isinstance(value, float) else str(value)


def _stream(wishes: Wishes, _: Console) -> Figures:
    from koekata.bench.stream import publish_latency

    return dict(publish_latency(wishes.seconds or 5.0))


def _tracking(wishes: Wishes, _: Console) -> Figures:
    from koekata.bench.tracking import tracking_cost, tracking_rate

    footage = wishes.need(wishes.footage, "--footage DIR")
    rates = tracking_rate(footage, far=wishes.far, config=wishes.config.track)
    first = footage / next(iter(rates["clips"]))
    return {**rates, "cost_ms": tracking_cost(first)}


def _sheet(wishes: Wishes, _: Console) -> Figures:
    from koekata.bench.contact_sheet import contact_sheet

    out = wishes.need(wishes.out, "--out PNG")
    config = with_values(wishes.config, {"capture.source": str(wishes.clip)})
    return {"picture": str(out), "frames_with_a_face": contact_sheet(config, out, frames=12)}


def _accuracy(wishes: Wishes, _: Console) -> Figures:
    from koekata.bench.accuracy import accuracy

    return dict(accuracy(wishes.need(wishes.ground_truth, "--bench DIR"), wishes.config, wishes.refine_on))


def _round_trip(wishes: Wishes, _: Console) -> Figures:
    from koekata.bench.round_trip import round_trip

    return round_trip(wishes.config.face_model, wishes.basis)


def _footage(wishes: Wishes, console: Console) -> Figures:
    from koekata.bench.footage import footage_figures

    folder = wishes.need(wishes.footage, "--footage DIR")
    return footage_figures(folder, wishes.config, wishes.out, lambda clip: console.print(f"{clip} done"))


def _pipeline(wishes: Wishes, _: Console) -> Figures:
    from koekata.bench.pipeline import pipeline_cost

    return dict(pipeline_cost(wishes.clip, wishes.config))


def _fit(wishes: Wishes, _: Console) -> Figures:
    from koekata.bench.fit import fit_cost

    return fit_cost(wishes.clip, wishes.config)


def _live(wishes: Wishes, _: Console) -> Figures:
    from koekata.bench.live import live_latency

    return live_latency(wishes.clip, wishes.config.capture.fps or 60.0, wishes.seconds or 10.0)


def _mapping(wishes: Wishes, _: Console) -> Figures:  # noqa: ARG001
    from koekata.bench.mapping import mapping_cost

    return mapping_cost()


def _studio(wishes: Wishes, console: Console) -> Figures:
    from koekata.bench.studio_page import studio_page

    def progress(minutes: float, megabytes: float) -> None:
        console.print(f"{minutes:6.1f} min  {megabytes:.1f} MB")

    return studio_page(wishes.config, wishes.minutes, progress)


def _soak(wishes: Wishes, console: Console) -> Figures:
    from koekata.bench.soak import soak

    def progress(minutes: float, megabytes: float) -> None:
        console.print(f"{minutes:7.1f} of {wishes.minutes:g} minutes, {megabytes:.1f} MB")

    return soak(wishes.minutes, wishes.clip, progress)


def _names(_: Wishes, __: Console) -> Figures:
    from koekata.bench.names import name_figures

    return name_figures()


def _audio(wishes: Wishes, _: Console) -> Figures:
    from koekata.bench.audio import audio_figures

    return audio_figures(wishes.speech)


def _fusion(wishes: Wishes, console: Console) -> Figures:
    from koekata.bench.fusion import fusion_figures
    from koekata.bench.fusion_film import film_figures
    from koekata.bench.fusion_sheet import rendered_sheet

    if wishes.source:
        return film_figures(wishes.source, wishes.config, wishes.sheet)
    folder, cache = wishes.need(wishes.ground_truth, "--ict DIR"), wishes.need(wishes.cache, "--cache DIR")
    figures = fusion_figures(folder, cache, wishes.config, wishes.clips, lambda clip: console.print(f"{clip} done"))
    if wishes.sheet:
        figures["moments"] = rendered_sheet(cache, wishes.config, wishes.sheet)
    return figures


def _voice_calibration(wishes: Wishes, console: Console) -> Figures:
    from koekata.bench.voice_calibration import calibrated_figures

    folder = wishes.need(wishes.speech, "--data DIR")
    return calibrated_figures(folder / "ja_anime_voice.npz", told=console.print)


BENCHMARKS: Mapping[str, Benchmark] = {
    "stream": Benchmark("[--seconds]", "a frame's way from `send` to a listener in another process, ms", _stream),
    "live": Benchmark("[CLIP --fps --seconds]", "from capture to a listener in another process, ms", _live),
    "pipeline": Benchmark("[CLIP]", "what each stage costs", _pipeline),
    "fit": Benchmark("[CLIP]", "what fitting and solving cost on one core, against MediaPipe Face Mesh", _fit),
    "mapping": Benchmark("", "what a mapping table of 120 rows costs in Python, C# and C++", _mapping),
    "tracking": Benchmark("--footage DIR [--far]", "in how many frames a face is found, and its cost", _tracking),
    "accuracy": Benchmark("--bench DIR [--refine]", "how far the weights are from known motion", _accuracy),
    "round-trip": Benchmark(
        "[--face-model --basis]", "random weights to landmarks and back: the fit alone", _round_trip
    ),
    "footage": Benchmark("--footage DIR [--out DIR]", "agreement with MediaPipe's network, and jitter", _footage),
    "sheet": Benchmark("[CLIP] --out PNG", "a picture of 12 frames with the fitted face over them", _sheet),
    "audio": Benchmark("[--data DIR]", "how well the mouth follows the voice, and what a hop costs", _audio),
    "fusion": Benchmark(
        "--ict DIR --cache DIR [--clips] or CLIP; [--sheet]",
        "whether lips close on p, b, m: camera, voice, both",
        _fusion,
    ),
    "voice-calibration": Benchmark(
        "--data DIR", "what one and five minutes of calibration gain on a voice never heard", _voice_calibration
    ),
    "names": Benchmark("", "how well `koekata mapping init` recognises names of blendshapes", _names),
    "studio": Benchmark("[--minutes]", "weight and first paint of the studio's page, memory while it streams", _studio),
    "soak": Benchmark("[CLIP --minutes]", "memory over a long session, played faster than real time", _soak),
}
