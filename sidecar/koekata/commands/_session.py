"""A live session on the terminal: what it is made of, its meters or status lines, and its summary."""

from __future__ import annotations

import json
import time
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console

from koekata import models
from koekata.adjust import Adjustment
from koekata.adjustments import list_adjustments, load_adjustment
from koekata.character import CharacterMapper
from koekata.commands._guard import INTERRUPTED
from koekata.commands._summary import print_summary, summarise
from koekata.config import KoekataConfig
from koekata.face_model.open import OpenedModel, open_configured
from koekata.fit.profile import Profile, list_profiles, load_profile, refuse_other_model
from koekata.frames import SolvedFace, SourceEvent
from koekata.live import LiveSession
from koekata.monitor import LiveMonitor
from koekata.smooth import preset_delays

__all__ = ["Display", "announce", "calibrations", "open_model", "play", "stored_adjustments", "stored_calibration"]

_LINE_EVERY_S = 5.0


@dataclass(frozen=True, slots=True)
class Display:
    """How a session is shown."""

    console: Console
    headless: bool = False
    """Status lines instead of meters."""
    as_json: bool = False
    """The summary as JSON on standard output."""
    seconds: float | None = None

    @property
    def meters(self) -> bool:
        """Whether there is a terminal to draw on."""
        return self.console.is_terminal and not self.headless and not self.as_json


def calibrations() -> Path:
    """Where calibrations are kept."""
    return models.home() / "calibrations"


def open_model(config: KoekataConfig, console: Console) -> OpenedModel:
    """The face model that the configuration names; says what takes time. Raises ModelError."""
    return open_configured(config.face_model, lambda step: console.print(f"{config.face_model.model}: {step}"))


def stored_calibration(config: KoekataConfig, model: OpenedModel) -> Profile | None:
    """The calibration that the configuration names; None where it has no neutral face.

    Raises ConfigError, for another face model too, and ModelError.
    """
    name = config.face_model.calibration
    if not name or (name not in list_profiles(calibrations()) and name in list_adjustments(_adjustments())):
        return None
    profile = load_profile(calibrations(), name)
    refuse_other_model(profile, model.face_model.name)
    return profile


def stored_adjustments(config: KoekataConfig) -> dict[int, Adjustment]:
    """What the studio's calibration of that name does to the weights of the first performer. Raises ConfigError."""
    name = config.face_model.calibration
    found = load_adjustment(_adjustments(), name) if name else None
    return {} if found is None else {0: found}


def _adjustments() -> Path:
    return models.home() / "adjustments"


def announce(
    console: Console, config: KoekataConfig, session: LiveSession, model: OpenedModel, profile: Profile | None
) -> None:
    """Say what the session is made of, what smoothing costs, and where it is heard."""
    _row(console, "source", session.source.description)
    if session.voice is not None:
        _row(console, "voice", session.voice.listener.description)
    if session.voice is None or not session.voice.alone:
        _row(console, "calibration", _calibration(config, profile))
        _row(console, "face model", f"{model.description} (licence: {model.licence})")
        _row(console, "smoothing", _smoothing(config))
    if session.mapper is not None:
        _announce_character(console, session.mapper)
    for number, (name, address) in enumerate(session.publisher.addresses.items()):
        _row(console, "" if number else "outputs", f"{name:<15}{address}")
    if not session.publisher.addresses:
        _row(console, "outputs", "none: nothing leaves this process")


def _announce_character(console: Console, mapper: CharacterMapper) -> None:
    title = mapper.table.name or mapper.path.stem
    _row(console, "character", f"{title}: {len(mapper.table.targets)} targets ({mapper.path})")
    if mapper.triggers:
        _row(console, "", f"triggers       {mapper.triggers} (OSC)")


def play(session: LiveSession, display: Display) -> int:
    """Run the session to its end, to its time, or to Ctrl-C, and sum it up. Returns the exit code."""
    code = 0
    try:
        _run(session, display)
    except KeyboardInterrupt:
        session.summary.ending = "interrupted"
        code = INTERRUPTED
    figures = summarise(session)
    if display.as_json:
        # Standard output holds nothing else, so that a program can read it.
        Console(markup=False, highlight=False, soft_wrap=True).print(json.dumps(figures))
    else:
        print_summary(display.console, figures)
    return code


def _run(session: LiveSession, display: Display) -> None:
    if not display.meters:
        session.run(display.seconds, StatusLines(session, display.console))
        return
    with LiveMonitor(session.source.description, display.console) as monitor:
        session.run(display.seconds, _Shown(monitor, session.mapper))


class StatusLines:
    """A line every few seconds, and one for each change of the source."""

    def __init__(self, session: LiveSession, console: Console) -> None:
        self._summary, self._console = session.summary, console
        self._told_at, self._told_frames = time.monotonic(), 0

    def __call__(self, item: SolvedFace | SourceEvent) -> None:
        """Take note of a face or an event."""
        if isinstance(item, SourceEvent):
            if item.state != "running":
                self._console.print(f"source {item.state}: {item.detail}")
            return
        elapsed = time.monotonic() - self._told_at
        if elapsed >= _LINE_EVERY_S:
            self._tell(elapsed)

    def _tell(self, elapsed: float) -> None:
        done = self._summary
        rate = (done.frames - self._told_frames) / elapsed
        delay = done.delay
        self._console.print(
            f"{done.seconds:7.0f} s  {done.frames} frames  {rate:.1f} per second  "
            f"face {done.tracked / max(1, done.frames):.0%}  dropped {done.dropped}  "
            f"delay p50 {delay['p50']:.1f} ms, p99 {delay['p99']:.1f} ms"
        )
        self._told_at, self._told_frames = time.monotonic(), done.frames


class _Shown:
    """Feeds the meters with the first performer."""

    def __init__(self, monitor: LiveMonitor, mapper: CharacterMapper | None) -> None:
        self._monitor, self._mapper, self._state = monitor, mapper, ""

    def __call__(self, item: SolvedFace | SourceEvent) -> None:
        if isinstance(item, SourceEvent):
            self._state = item.state
        elif item.performer == 0:
            # The meters fill the screen, so that a warning would be painted over.
            error = self._mapper.error if self._mapper is not None else None
            fault = str(error.faults[0]).splitlines()[0] if error is not None and error.faults else ""
            self._monitor.show(item, self._state, f"mapping table: {fault}" if fault else "")


def _row(console: Console, title: str, text: str) -> None:
    console.print(f"{title:<13}{text}")


def _calibration(config: KoekataConfig, profile: Profile | None) -> str:
    if profile is not None:
        return f"'{profile.name}' of {profile.created}, from {profile.neutral.frames} frames"
    return f"none stored; made from the first {config.face_model.calibration_seconds:g} s in which a face is seen"


def _smoothing(config: KoekataConfig) -> str:
    preset = config.smooth.preset
    if preset == "off":
        return "off, no delay"
    delays = ", ".join(f"{region} {delay:.0f}" for region, delay in preset_delays(preset).items())
    ahead = f"; predicts {config.smooth.predict_ms:g} ms ahead" if config.smooth.predict_ms else ""
    return f"{preset}, which delays by (ms): {delays}{ahead}"
