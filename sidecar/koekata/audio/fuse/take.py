"""The fusion of a recording, which knows what comes next: both sides of a closure, and both ends of a silence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import uniform_filter1d

from koekata.audio.closures import runs
from koekata.audio.fuse.evidence import DIP_S, FEATURES, SPEAKS, ClosureRule, Seen, Sight, evidence, load_rules
from koekata.audio.fuse.fusing import CRISP_S, Fusion, blend, reopen, settle
from koekata.audio.fuse.heard import Heard, hear
from koekata.audio.fuse.mouth import load_mouth
from koekata.audio.fuse.settings import FusionSettings, Priority
from koekata.audio.fuse.silence import EASE_S, WAIT_S, hanging, is_silent
from koekata.audio.fuse.trust import camera_trust, voice_share
from koekata.audio.loudness import LoudnessScale
from koekata.audio.track import VoiceWindow
from koekata.frames import FloatArray, SolvedFace

__all__ = ["fuse_take", "take_evidence"]

_CHUNK, _CONTEXT = 600, 90
"""Frames that are fused at once, and those on both sides of them that are looked at, too."""
_CLOSING_S = 0.02
_NEVER = ClosureRule(np.zeros(len(FEATURES)), np.inf, np.inf)


@dataclass(frozen=True, slots=True, eq=False)
class _Row:
    face: SolvedFace
    raw: SolvedFace
    heard: Heard
    seen: Seen
    gap: float
    """Of the smoothed face."""
    camera: float
    loudness: float


def fuse_take(
    faces: Iterable[SolvedFace],
    windows: Iterable[VoiceWindow],
    settings: FusionSettings | None = None,
    rules: Mapping[str, ClosureRule] | None = None,
    raw: Iterable[SolvedFace] | None = None,
) -> Iterator[SolvedFace]:
    """The faces of one performer, in order, each with the sound on both sides of its picture.

    `raw` are the same faces before they were smoothed, by which the lips are judged where they are given.

    Holds at most some eight hundred frames, however long the take. Raises ValueError when there are more faces than
    windows, or the other way round.
    """
    take = _Take(settings or FusionSettings(), (load_rules() if rules is None else rules)["take"])
    rows: list[_Row] = []
    done = 0
    seen = ((face, face) for face in faces) if raw is None else zip(faces, raw, strict=True)
    for (face, lips), window in zip(seen, windows, strict=True):
        rows.append(take.look(face, window, lips))
        if len(rows) - done == _CHUNK + _CONTEXT:
            yield from take.fused(rows)[done : done + _CHUNK]
            del rows[: max(0, done + _CHUNK - _CONTEXT)]
            done = min(done + _CHUNK, _CONTEXT)
    if rows:
        yield from take.fused(rows)[done:]


def take_evidence(faces: Sequence[SolvedFace], windows: Sequence[VoiceWindow]) -> FloatArray:
    """(T, features) of a whole take as it was before smoothing, for learning its rule."""
    take = _Take(FusionSettings(), _NEVER)
    return take.evidence([take.look(face, window, face) for face, window in zip(faces, windows, strict=True)])


class _Take:
    def __init__(self, settings: FusionSettings, rule: ClosureRule) -> None:
        self._settings, self._rule = settings, rule
        self._mouth = load_mouth()
        self._sight, self._scale = Sight(), LoudnessScale()
        self._last_s = 0.0

    def look(self, face: SolvedFace, window: VoiceWindow, raw: SolvedFace) -> _Row:
        """What one frame says by itself and by those before it."""
        heard, time_s = hear(window), face.time.timeline_s
        seen = self._sight.look(raw)
        loudness = self._scale(heard.loudness_db, max(time_s - self._last_s, 0.0)) if heard.sure or heard.voice else 0.0
        self._last_s = time_s
        gap, trust = self._mouth.seen_gap(face), camera_trust(face, self._mouth)
        return _Row(face, raw, heard, seen, gap, trust, loudness)

    def fused(self, rows: Sequence[_Row]) -> list[SolvedFace]:
        """All of them; those at the ends know one side only."""
        times = np.array([row.face.time.timeline_s for row in rows])
        step = float(np.median(np.diff(times))) if len(times) > 1 else 1.0 / 30.0
        shares = [self._shares(rows, region, step) for region in (self._settings.jaw, self._settings.lips)]
        settled, closed = self._settled(rows, step), self._closed(rows, times)
        near = _blurred(closed, 2.0 * CRISP_S, step) > 0.0
        return [self._fuse(*parts) for parts in zip(rows, *shares, settled, closed, near, strict=True)]

    def _fuse(self, row: _Row, jaw: float, lips: float, settled: float, closed: float, near: bool) -> SolvedFace:
        fusion = Fusion.of(row.face)
        settle(fusion.weights, settled)
        blend(fusion, self._mouth, row.heard, row.loudness, jaw, lips)
        if near and row.raw.tracked:
            reopen(fusion.weights, row.raw.weights)
        if closed:
            self._mouth.seal(fusion.weights, closed * self._settings.strength)
        return fusion.face(row.face, row.heard, row.loudness, closed, speaks=row.heard.voice > 0.5)

    def _shares(self, rows: Sequence[_Row], priority: Priority, step: float) -> FloatArray:
        asked = np.array([voice_share(priority, row.camera, row.heard) for row in rows])
        return _blurred(asked, self._settings.crossfade_s, step)

    def _settled(self, rows: Sequence[_Row], step: float) -> FloatArray:
        wanted = np.zeros(len(rows))
        if not self._settings.silence:
            return wanted
        for first, end in runs(np.array([is_silent(row.heard) for row in rows])):
            if (end - first) * step > WAIT_S:
                wanted[first:end] = [hanging(row.gap) for row in rows[first:end]]
        return _blurred(wanted, EASE_S, step)

    def _closed(self, rows: Sequence[_Row], times: FloatArray) -> FloatArray:
        """(T,) in [0, 1]; the lips come together shortly before, and part shortly after."""
        amount = np.zeros(len(rows))
        if self._settings.closure == "video":
            return amount
        log_odds = self._rule.all(self.evidence(rows)) - self._settings.caution
        log_odds[[row.heard.speaking < SPEAKS for row in rows]] = -np.inf
        for first, end in runs(log_odds > self._rule.release):
            if log_odds[first:end].max() > self._rule.threshold:
                start_s, end_s = self._held(times, log_odds, first, end)
                before = 1.0 - (start_s - times) / _CLOSING_S
                after = 1.0 - (times - end_s) / max(self._settings.release_s, 1e-3)
                np.maximum(amount, np.clip(np.minimum(before, after), 0.0, 1.0), out=amount)
        return amount

    def _held(self, times: FloatArray, log_odds: FloatArray, first: int, end: int) -> tuple[float, float]:
        """When the lips are together: as long as a closure must last, at most as long as it may, around its surest."""
        start_s, end_s = float(times[first]), float(times[end - 1])
        best_s, most = float(times[first + int(log_odds[first:end].argmax())]), self._settings.max_hold_s / 2.0
        start_s, end_s = max(start_s, best_s - most), min(end_s, best_s + most)
        lacking = max(self._settings.min_hold_s - (end_s - start_s), 0.0) / 2.0
        return start_s - lacking, end_s + lacking

    def evidence(self, rows: Sequence[_Row]) -> FloatArray:
        """(T, features), with what follows each frame."""
        times = [row.face.time.timeline_s for row in rows]
        made = []
        for i, row in enumerate(rows):
            later = i + 1
            after = row.seen.gap
            while later < len(rows) and 0.0 < times[later] - times[i] <= DIP_S:
                after, later = max(after, rows[later].seen.gap), later + 1
            trust = row.camera if self._settings.closure == "auto" else 0.0
            made.append(evidence(row.heard, replace(row.seen, after=after), trust))
        return np.array(made)


def _blurred(values: FloatArray, seconds: float, step: float) -> NDArray[np.float64]:
    """The mean over a stretch of so many seconds, centred."""
    size = max(1, round(seconds / max(step, 1e-3)))
    return np.asarray(uniform_filter1d(values, size, mode="nearest"))
