"""What the user may decide about the fusion, and what it tells of its decisions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from koekata.errors import ConfigError

__all__ = ["FusionReport", "FusionSettings", "Priority"]

Priority = Literal["video", "voice", "auto"]
_PRIORITIES = ("video", "voice", "auto")


@dataclass(frozen=True, slots=True)
class FusionSettings:
    """Who decides, region by region: `video`, `voice`, or `auto`, by how sure each side is.

    Raises ConfigError for values out of range.
    """

    jaw: Priority = "auto"
    lips: Priority = "auto"
    closure: Priority = "auto"
    """Of p, b and m. `video` never closes the lips by itself, `voice` by sound alone, `auto` by sound and picture."""
    silence: bool = True
    """Whether silence settles a mouth that hangs a little open."""
    strength: float = 1.0
    """In [0, 1]: how tightly closed lips close."""
    caution: float = 0.0
    """Added to the log-odds that a closure needs: above 0, fewer closures, and surer ones."""
    min_hold_s: float = 0.05
    max_hold_s: float = 0.3
    """How long one closure lasts at most, however long it is heard."""
    release_s: float = 0.04
    crossfade_s: float = 0.15
    """How long it takes until one side has taken over from the other."""

    def __post_init__(self) -> None:
        """Check every value."""
        for name in ("jaw", "lips", "closure"):
            if getattr(self, name) not in _PRIORITIES:
                raise ConfigError(f"fusion: {name} is '{getattr(self, name)}'", remedy="Choose video, voice or auto.")
        limits = {"strength": 1.0, "min_hold_s": 1.0, "max_hold_s": 10.0, "release_s": 1.0, "crossfade_s": 5.0}
        for name, most in limits.items():
            if not 0.0 <= getattr(self, name) <= most:
                raise ConfigError(
                    f"fusion: {name} is {getattr(self, name)}", remedy=f"Choose a number from 0 to {most:g}."
                )
        if not abs(self.caution) < 100.0:
            raise ConfigError(f"fusion: caution is {self.caution}", remedy="Choose a number near 0, such as 1.")


@dataclass(frozen=True, slots=True)
class FusionReport:
    """Why the mouth of one frame is as it is."""

    closure: float
    """In [0, 1]: how far the lips were brought together."""
    closure_because: str
    """`sound and picture`, `sound alone`, `picture` (while somebody speaks), `held`,
    `releasing`; empty while the lips are left alone."""
    log_odds: float
    """Of lips together, by the rule; the closure needs more than the rule's threshold."""
    camera_trust: float
    """In [0, 1], of the camera's mouth."""
    voice_trust: float
    """In [0, 1], of what was heard; 0 without sound."""
    jaw_voice: float
    """In [0, 1]: the voice's share of the jaw."""
    lips_voice: float
    """In [0, 1]: the voice's share of the lips."""
    settled: float
    """In [0, 1]: how much of a small opening silence took away."""

    def __str__(self) -> str:
        """One line for people."""
        parts = [f"closed {self.closure:.2f} ({self.closure_because})"] if self.closure else []
        parts += [f"settled {self.settled:.2f}"] if self.settled else []
        parts += [f"jaw {self.jaw_voice:.0%}, lips {self.lips_voice:.0%} by voice"]
        return f"{'; '.join(parts)}; camera {self.camera_trust:.2f}, voice {self.voice_trust:.2f}"
