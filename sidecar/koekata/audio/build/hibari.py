"""hibari-tts: the voice of an American woman, distilled from Kokoro with its times of phones."""

from __future__ import annotations

import random
from importlib import import_module
from typing import Any

import numpy as np

from koekata.audio.build.kokoro import kokoro_phones
from koekata.audio.build.speech import Speech, at_rate
from koekata.audio.build.texts import english

__all__ = ["Hibari"]

_DURATIONS = "/Clip_output_0"


class Hibari:
    """The engine. Needs the packages hibari-tts and onnx."""

    def __init__(self) -> None:
        self._engine: Any = import_module("hibari").Hibari()
        self._vocoder: Any = import_module("hibari.dsp")
        self._session = _with_durations(self._engine.model_path)

    def speak(self, voice: str, language: str, draw: random.Random) -> Speech:  # noqa: ARG002
        """A sentence at a random speed."""
        sounds = self._engine.phonemize(english(draw))[0]
        symbols = [symbol for symbol in sounds if symbol in self._engine.vocab]
        fed = {
            "ids": np.array([self._engine.ids(sounds)], np.int64),
            "speed": np.array([draw.uniform(0.8, 1.3)], np.float32),
        }
        *parts, durations = self._session.run(None, fed)
        made = self._vocoder.synth(*(part[0] for part in parts), np.random.default_rng(draw.randrange(2**32)))
        samples = at_rate(made, self._engine.sample_rate)
        return Speech(samples, tuple(kokoro_phones(samples, symbols, durations.reshape(-1))))


def _with_durations(path: str) -> Any:
    import onnx
    import onnxruntime

    model = onnx.load(path)
    model.graph.output.append(onnx.helper.make_tensor_value_info(_DURATIONS, onnx.TensorProto.FLOAT, None))
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(model.SerializeToString(), options, providers=["CPUExecutionProvider"])
