"""The blendshapes A I U E O of VRM from the voice, for models that have no ARKit blendshapes.

A vowel opens as far as it is heard, as somebody speaks, and as loud as they do: the sums of the preset tables
(`mappings/presets/vrm0.json`). Closed lips close them all.
"""

from __future__ import annotations

from koekata.frames import SolvedFace
from koekata.publish.osc_encode import float_head, pack_floats

__all__ = ["VmcVowels"]

_VOWELS = {f"viseme{letter}": float_head("/VMC/Ext/Blend/Val", 1, (letter,)) for letter in "AIUEO"}
_LIPS, _ACTIVITY, _LOUDNESS = "lipsClosed", "voiceActivity", "loudness"
_SILENT, _SPEAKING = 0.3, 0.6
"""Voice activity up to which nobody speaks, and from which on somebody does."""
_QUIETEST, _FULL = 0.4, 0.5
"""How far the quietest voice opens a vowel, and the loudness from which on it opens wholly."""


class VmcVowels:
    """The messages of one performer's voice. Where it ends, the vowels are sent as 0: a receiver keeps what it has."""

    def __init__(self) -> None:
        self._names: tuple[str, ...] = ()
        self._places: dict[str, int] | None = None
        self._heard = False

    def messages(self, face: SolvedFace) -> list[bytes]:
        """Five messages, or none as long as there was no voice."""
        if face.names is not self._names:
            self._bind(face.names)
        sound = self._places is not None and face.channel_confidence[self._places[_ACTIVITY]] > 0.0
        self._heard = self._heard or sound
        if not self._heard:
            return []
        if self._places is None or not sound:
            return [head + pack_floats(0.0) for head in _VOWELS.values()]
        opened = _opened(*(float(face.weights[self._places[name]]) for name in (_LIPS, _ACTIVITY, _LOUDNESS)))
        return [head + pack_floats(opened * float(face.weights[self._places[name]])) for name, head in _VOWELS.items()]

    def _bind(self, names: tuple[str, ...]) -> None:
        self._names = names
        wanted = (*_VOWELS, _LIPS, _ACTIVITY, _LOUDNESS)
        self._places = {name: names.index(name) for name in wanted} if set(wanted) <= set(names) else None


def _opened(lips: float, activity: float, loudness: float) -> float:
    speaks = min(max((activity - _SILENT) / (_SPEAKING - _SILENT), 0.0), 1.0)
    volume = min(_QUIETEST + (1.0 - _QUIETEST) * loudness / _FULL, 1.0)
    return speaks * volume * (1.0 - lips)
