"""The viseme network: samples in, a `VoiceFrame` for every 10 ms out, with all state held here.

    network = load_network(look_ahead_ms=30)
    for frame in network.step(samples):        # any number of samples at 16 kHz, mono
        frame.time_s, frame.visemes, frame.closed, ...
    network.reset(start_s)                     # before another voice, or after a gap

It looks 30 ms ahead, or not at all; both in one file.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Sequence
from functools import cached_property
from importlib import resources
from pathlib import Path

import numpy as np

from koekata.audio.features import HOP, HOP_S, RATE, WINDOW, FeatureStream, Heard
from koekata.audio.tcn import Tcn, Weights
from koekata.audio.visemes import LOGITS, Floats, OutputLayer, VoiceFrame, read_logits
from koekata.errors import ModelError
from koekata.onnx_session import open_network_file

__all__ = ["LOOK_AHEADS_MS", "VisemeNetwork", "load_network", "network_size"]

LOOK_AHEADS_MS = (0, 30)
_OUTPUTS = {0: "now", 30: "later"}


class VisemeNetwork:
    """Runs the network on one thread.

    `visemes` and `vowels` name the probabilities. `closed_threshold` is the probability from which lips count as
    closed; it was chosen on synthetic voices that the network has not learnt from. `output_layer` may be replaced by
    one for the speaker's own voice.
    """

    def __init__(self, path: Path, look_ahead_ms: int = 30, device: str = "cpu") -> None:
        """Raises ModelError: the file is damaged, the device is not there, the look-ahead is neither 0 nor 30."""
        if look_ahead_ms not in LOOK_AHEADS_MS:
            raise ModelError(
                f"the network cannot look {look_ahead_ms} ms ahead", remedy="Choose 30, or 0 for the least delay."
            )
        self._path = path
        self._session = open_network_file(path, device, "voice.device")
        stored = self._session.get_modelmeta().custom_metadata_map
        self.look_ahead_ms = look_ahead_ms
        self.visemes: tuple[str, ...] = tuple(json.loads(stored["visemes"]))
        self.vowels: tuple[str, ...] = tuple(json.loads(stored["vowels"]))
        self.closed_threshold = float(json.loads(stored["closed_threshold"])[str(look_ahead_ms)])
        self.output_layer = _layer(stored[f"layer_{_OUTPUTS[look_ahead_ms]}"])
        self._prior = _floats(stored["prior"])
        self._features = FeatureStream(self._prior)
        shape = self._session.get_inputs()[1].shape
        self._still: Floats = np.zeros(shape, np.float32)
        self.reset()

    @property
    def algorithmic_delay_ms(self) -> float:
        """From a sound to its frame, at most: half a window, the look-ahead, and the wait for the hop to fill."""
        return (WINDOW / 2 + HOP) / RATE * 1000 + self.look_ahead_ms

    def reset(self, start_s: float = 0.0) -> None:
        """Forget everything heard. The next sample was captured at `start_s`."""
        self._features.reset()
        self._state = self._still
        self._start_s = start_s
        self._awaited: list[Heard] = []

    def step(self, samples: Floats) -> list[VoiceFrame]:
        """The frames that `samples` (N,) in [-1, 1] at 16 kHz complete; capture times count on from the start."""
        return [frame for heard in self._features.push(np.asarray(samples, np.float32)) for frame in self._hear(heard)]

    def finish(self) -> list[VoiceFrame]:
        """The frames still awaiting what comes after them, heard as silence. `reset` comes next."""
        return self.step(np.zeros(WINDOW // 2 + self.look_ahead_ms * RATE // 1000, np.float32))

    def hear_all(self, samples: Floats) -> tuple[Floats, Floats]:
        """Hidden (T, H) and logits (T, LOGITS) of a whole recording (N,), each at its own frame; T = N // HOP + 1.

        The same numbers as `step` and `finish` give, up to rounding, but much faster, and always on the CPU. The
        stream's own state stays as it is. Raises ModelError when the file is gone or damaged.
        """
        tcn, weights = self._layers
        ahead = self.look_ahead_ms * RATE // 1000 // HOP
        hidden = tcn.heard(samples, self._prior, weights, ahead)[ahead:]
        return hidden, self.output_layer(hidden)

    def _hear(self, heard: Heard) -> Sequence[VoiceFrame]:
        hidden, self._state = self._session.run(None, {"features": heard.features[None], "state": self._state})
        self._awaited.append(heard)
        if len(self._awaited) * HOP_S * 1000 <= self.look_ahead_ms:
            return ()
        of = self._awaited.pop(0)
        visemes, vowels, closed, voice = read_logits(self.output_layer(hidden))
        time_s = self._start_s + of.centre / RATE
        return (
            VoiceFrame(time_s, visemes[0], vowels[0], float(closed[0]), float(voice[0]), of.loudness_db, hidden[0]),
        )

    @cached_property
    def _layers(self) -> tuple[Tcn, Weights]:
        try:
            return Tcn.read(self._path.read_bytes())
        except OSError as error:
            raise ModelError(f"{self._path}: {error.strerror}", remedy="Install Koekata again.") from error


def load_network(look_ahead_ms: int = 30, device: str = "cpu") -> VisemeNetwork:
    """The network that comes with Koekata. Raises ModelError."""
    with resources.as_file(resources.files("koekata") / "data" / "voice" / "visemes.onnx") as path:
        return VisemeNetwork(path, look_ahead_ms, device)


def network_size() -> int:
    """Bytes of the network that comes with Koekata."""
    with resources.as_file(resources.files("koekata") / "data" / "voice" / "visemes.onnx") as path:
        return path.stat().st_size


def _layer(text: str) -> OutputLayer:
    values = _floats(text).reshape(-1, LOGITS)
    return OutputLayer(values[:-1], values[-1])


def _floats(text: str) -> Floats:
    return np.frombuffer(base64.b64decode(text), np.float32)
