"""flite, Festival and Open JTalk: Debian's programs, which write a sound file and say when each phone ends."""

from __future__ import annotations

import random
import re
import subprocess
import tempfile
import wave
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from koekata.audio.build.speech import Samples, Speech, at_rate
from koekata.audio.build.texts import english, invented, japanese
from koekata.audio.phones import load_phones

__all__ = ["Festival", "Flite", "OpenJTalk"]

_TRACE_S = 1e-7
"""Open JTalk counts time in units of 100 ns."""


class Flite:
    """The CMU voices of flite 2.2: English."""

    def speak(self, voice: str, language: str, draw: random.Random) -> Speech:  # noqa: ARG002
        """A sentence at a random speed."""
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "out.wav"
            stretch = f"duration_stretch={draw.uniform(0.75, 1.3):.2f}"
            told = _run("flite", "-voice", voice, "-psdur", "--setf", stretch, "-t", english(draw), "-o", str(path))
            ends = [token.rsplit(":", 1) for token in told.split() if ":" in token]
            return _speech(_read(path), "arpabet", [(phone.lower(), float(end)) for phone, end in ends])


class Festival:
    """Festival's diphone, unit-selection and HTS voices, in several languages."""

    _NOTATION = {"english": "arpabet", "hindi": "festival-indic", "telugu": "festival-indic"}  # noqa: RUF012

    def speak(self, voice: str, language: str, draw: random.Random) -> Speech:
        """A sentence at a random speed; outside English, invented words."""
        text = re.sub(r'["\\]', " ", english(draw)) if language == "english" else invented(language, draw)
        with tempfile.TemporaryDirectory() as folder:
            path, script = Path(folder) / "out.wav", Path(folder) / "say.scm"
            script.write_text(_scheme(voice, text, path, draw.uniform(0.8, 1.25)), encoding="utf-8")
            told = _run("festival", "-b", str(script))
            ends = [(phone, float(end)) for phone, end in (line.split() for line in told.splitlines())]
            return _speech(_read(path), self._NOTATION.get(language, f"festival-{language}"), ends)


class OpenJTalk:
    """Open JTalk with the voice in pyopenjtalk-plus. The voice's name is its all-pass constant: the vocal tract."""

    _DICTIONARY = "/var/lib/mecab/dic/open-jtalk/naist-jdic"

    def __init__(self, hts_voice: Path) -> None:
        self._hts_voice = hts_voice

    def speak(self, voice: str, language: str, draw: random.Random) -> Speech:  # noqa: ARG002
        """A sentence at a random speed, pitch and intonation."""
        with tempfile.TemporaryDirectory() as folder:
            path, trace = Path(folder) / "out.wav", Path(folder) / "trace"
            _run(
                "open_jtalk", "-x", self._DICTIONARY, "-m", str(self._hts_voice), "-ow", str(path), "-ot", str(trace),
                "-a", voice, "-r", f"{draw.uniform(0.8, 1.6):.2f}", "-fm", f"{draw.uniform(-6, 8):.1f}",
                "-jf", f"{draw.uniform(0.6, 1.5):.2f}", text=japanese(draw),
            )  # fmt: skip
            return _speech(_read(path), "openjtalk", list(_traced(trace.read_text("utf-8", "ignore"))))


def _traced(trace: str) -> Iterator[tuple[str, float]]:
    labels = trace.split("[Output label]")[1].split("\n\n")[0]
    for _, end, phone in re.findall(r"(\d+) (\d+) \S*?-(\w+)\+", labels):
        yield phone, int(end) * _TRACE_S


def _speech(samples: Samples, notation: str, ends: list[tuple[str, float]]) -> Speech:
    starts = [0.0, *(end for _, end in ends)]
    timed = [(start, end, phone) for start, (phone, end) in zip(starts, ends, strict=False)]
    return Speech(samples, tuple(load_phones().segments(notation, timed)))


def _scheme(voice: str, text: str, path: Path, stretch: float) -> str:
    return f"""(voice_{voice})
(Parameter.set 'Duration_Stretch {stretch:.2f})
(let ((u (utt.synth (eval (list 'Utterance 'Text "{text}")))))
  (utt.save.wave u "{path}" 'riff)
  (mapcar (lambda (s) (format t "%s %f\\n" (item.name s) (item.feat s "end"))) (utt.relation.items u 'Segment)))
"""


def _run(*command: str, text: str = "") -> str:
    """What a program prints. Raises CalledProcessError, FileNotFoundError."""
    done = subprocess.run(command, input=text, capture_output=True, text=True, check=True, timeout=120)
    return done.stdout


def _read(path: Path) -> Samples:
    with wave.open(str(path)) as file:
        values = np.frombuffer(file.readframes(file.getnframes()), np.int16).reshape(-1, file.getnchannels())
        return at_rate(values[:, 0].astype(np.float32) / 32768, file.getframerate())
