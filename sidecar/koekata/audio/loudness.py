"""How loud a voice is between its own quietest and loudest."""

from __future__ import annotations

__all__ = ["LoudnessScale"]

_FLOOR_DB, _CEILING_DB = -70.0, -20.0
_ABOVE_FLOOR_DB = 6.0
_LEAST_SPAN_DB = 20.0
_FORGET_DB_PER_S = 1.0
"""How quickly floor and ceiling come back towards what is heard now: a minute of quiet changes the scale by as much
as another microphone would."""


class LoudnessScale:
    """Follows the noise of the room and the loudest of the voice; both slowly forget."""

    def __init__(self) -> None:
        self._floor_db, self._ceiling_db = _FLOOR_DB, _CEILING_DB
        self._heard = False

    def __call__(self, loudness_db: float, seconds: float) -> float:
        """In [0, 1]; `seconds` have passed since the last call."""
        forget_db = _FORGET_DB_PER_S * seconds
        if not self._heard:
            self._floor_db, self._heard = max(loudness_db, _FLOOR_DB), True
        self._floor_db = max(min(loudness_db, self._floor_db + forget_db), _FLOOR_DB)
        self._ceiling_db = max(loudness_db, self._ceiling_db - forget_db, self._floor_db + _LEAST_SPAN_DB)
        low = self._floor_db + _ABOVE_FLOOR_DB
        return min(max((loudness_db - low) / (self._ceiling_db - low), 0.0), 1.0)
