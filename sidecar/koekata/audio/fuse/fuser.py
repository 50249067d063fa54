"""The stage that brings camera and voice together, frame by frame."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from koekata.audio.fuse.closing import Closing
from koekata.audio.fuse.evidence import SPEAKS, ClosureRule, Sight, evidence, load_rules, rule_for
from koekata.audio.fuse.fusing import CRISP_S, Fusion, blend, reopen, settle
from koekata.audio.fuse.heard import Heard, hear
from koekata.audio.fuse.mouth import load_mouth
from koekata.audio.fuse.settings import FusionReport, FusionSettings
from koekata.audio.fuse.silence import Silence
from koekata.audio.fuse.trust import Lead, Trust, camera_trust
from koekata.audio.loudness import LoudnessScale
from koekata.audio.track import VoiceWindow
from koekata.channels import ARKIT_NAMES
from koekata.frames import SolvedFace

__all__ = ["Fuser"]

_RESTART_S = 0.5
"""After a gap this long nothing is remembered."""
_SPEAKS, _LINGER_S = 0.5, 1.0
"""A voice stands in for a lost face as long as it speaks, and a second longer."""


class Fuser:
    """One performer's. Comes after smoothing, which would blur the closures that it makes.

    Time is that of the pictures (`face.time.timeline_s`); a picture that is dropped changes nothing.
    """

    def __init__(self, settings: FusionSettings | None = None, rules: Mapping[str, ClosureRule] | None = None) -> None:
        """`rules` are those of `load_rules` unless others are given."""
        self._settings = settings or FusionSettings()
        self._rules = load_rules() if rules is None else rules
        self._mouth = load_mouth()
        self.report: FusionReport | None = None
        """Of the last frame."""
        self._restart()

    def _restart(self) -> None:
        self._closing = Closing(self._settings)
        self._lead = Lead(self._settings)
        self._sight, self._silence = Sight(), Silence()
        self._scale = LoudnessScale()
        self._last_s: float | None = None
        self._quiet_s = _LINGER_S
        self._by_sound = False

    def fuse(self, face: SolvedFace, window: VoiceWindow, raw: SolvedFace | None = None) -> SolvedFace:
        """The face with its mouth fused, and the channels of the voice after its 52 own.

        `raw` is the same face before it was smoothed: smoothing blurs a closure of 60 ms into a dip, so the lips are
        judged by it where it is given. A window without sound gives the camera's face, with voice channels of
        confidence 0. Raises ValueError for a face whose first channels are not those of `ARKIT_NAMES`.
        """
        if face.names is not ARKIT_NAMES and face.names[: len(ARKIT_NAMES)] != ARKIT_NAMES:
            raise ValueError("the fusion needs the 52 ARKit channels, in Koekata's order")
        dt = self._elapsed(face.time.timeline_s)
        heard = hear(window)
        loudness = self._scale(heard.loudness_db, dt) if heard.sure or heard.voice else 0.0
        fusion = Fusion.of(face)
        trust = self._lead.step(camera_trust(face, self._mouth), heard, dt)
        log_odds, rule = self._judge(raw or face, heard, trust)
        settled = 0.0
        if self._settings.silence:
            settled = self._silence.step(heard, self._mouth.seen_gap(face), dt)
            settle(fusion.weights, settled)
        blend(fusion, self._mouth, heard, loudness, trust.jaw, trust.lips)
        amount = self._close(log_odds, rule, heard, dt)
        if raw is not None and raw.tracked and 0.0 < self._closing.parted_s <= CRISP_S:
            reopen(fusion.weights, raw.weights)
        if amount:
            self._mouth.seal(fusion.weights, amount * self._settings.strength)
        self._explain(amount, log_odds, trust, settled)
        self._quiet_s = 0.0 if heard.voice > _SPEAKS else self._quiet_s + dt
        return fusion.face(face, heard, loudness, amount, speaks=self._quiet_s < _LINGER_S)

    def _elapsed(self, time_s: float) -> float:
        dt = 0.0 if self._last_s is None else time_s - self._last_s
        if not 0.0 <= dt < _RESTART_S:
            self._restart()
            dt = 0.0
        self._last_s = time_s
        return dt

    def _judge(self, face: SolvedFace, heard: Heard, trust: Trust) -> tuple[float, ClosureRule]:
        """Log-odds of lips together, and the rule that they come from."""
        rule = rule_for(self._rules, heard.lag_s)
        sight = trust.camera if self._settings.closure == "auto" else 0.0
        seen = self._sight.look(face)
        features = evidence(heard, seen, sight)
        self._by_sound = rule.by_sound(features)
        return rule(features), rule

    def _close(self, log_odds: float, rule: ClosureRule, heard: Heard, dt: float) -> float:
        if self._settings.closure == "video" or heard.speaking < SPEAKS:
            return self._closing.step(-np.inf, rule.threshold, rule.release, dt)
        return self._closing.step(log_odds - self._settings.caution, rule.threshold, rule.release, dt)

    def _explain(self, amount: float, log_odds: float, trust: Trust, settled: float) -> None:
        because = self._closing.state
        if because == "begun":
            seen = trust.camera > 0.0 and self._settings.closure == "auto"
            because = "sound alone" if not seen else "sound and picture" if self._by_sound else "picture"
        self.report = FusionReport(amount, because, log_odds, trust.camera, trust.voice, trust.jaw, trust.lips, settled)
