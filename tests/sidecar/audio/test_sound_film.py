"""Sound tracks: every rate and layout, in step with the pictures, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest

from koekata.audio.film_sound import FilmSound
from koekata.audio.samples import SAMPLE_RATE, Converter
from koekata.capture import open_source
from koekata.config import CaptureConfig
from koekata.errors import SoundMissingError, SourceNotFoundError, SourceUnreadableError
from koekata.frames import CapturedFrame

Encode = Callable[..., Path]
BEEP_S = 0.05


def beeps(seconds: float, rate: int, every_s: float) -> np.ndarray:
    """(n,) a 1 kHz beep at the beginning of every period."""
    times = np.arange(round(seconds * rate)) / rate
    return np.where(times % every_s < BEEP_S, 0.5 * np.sin(2 * np.pi * 1000 * times), 0.0).astype(np.float32)


@pytest.fixture
def encode(tmp_path: Path) -> Encode:
    """Write beeps, and flashes with them where `fps` is given."""

    def build(
        name: str,
        codec: str,
        *,
        rate: int = 48_000,
        layout: str = "stereo",
        seconds: float = 3.0,
        every_s: float = 1.0,
        fps: Fraction | None = None,
        late_s: float = 0.0,
    ) -> Path:
        path = tmp_path / name
        with av.open(str(path), "w") as container:
            picture = container.add_stream("mpeg4", rate=fps, width=32, height=32) if fps else None
            track = container.add_stream(codec, rate=rate, layout=layout)
            if picture is not None and fps is not None:
                for number in range(int(seconds * fps)):
                    lit = float(number / fps) % every_s < 0.2
                    frame = av.VideoFrame.from_ndarray(np.full((32, 32, 3), 255 * lit, np.uint8), format="rgb24")
                    container.mux(picture.encode(frame))
                container.mux(picture.encode())
            sound = beeps(seconds, rate, every_s)
            fifo = av.AudioResampler(
                format=track.format.name, layout=layout, rate=rate, frame_size=track.frame_size or 0
            )
            for start in range(0, len(sound), rate):
                frame = av.AudioFrame.from_ndarray(sound[None, start : start + rate], format="flt", layout="mono")
                frame.sample_rate, frame.pts = rate, start + round(late_s * rate)
                for part in fifo.resample(frame):
                    container.mux(track.encode(part))
            for part in fifo.resample(None):
                container.mux(track.encode(part))
            container.mux(track.encode())
        return path

    return build


def heard(path: Path) -> tuple[np.ndarray, float]:
    """All samples of a file, and the time of the first."""
    with FilmSound(path) as sound:
        blocks = list(sound)
    ends = [block.start_s + len(block.samples) / SAMPLE_RATE for block in blocks]
    np.testing.assert_allclose([block.start_s for block in blocks[1:]], ends[:-1], atol=1e-6)
    return np.concatenate([block.samples for block in blocks]), blocks[0].start_s


def onsets(samples: np.ndarray, start_s: float) -> np.ndarray:
    """Times at which beeps begin."""
    level = np.abs(samples) > 0.1
    loud = np.flatnonzero(level)
    first = loud[np.diff(loud, prepend=-SAMPLE_RATE) > SAMPLE_RATE // 4]
    return start_s + first / SAMPLE_RATE


@pytest.mark.parametrize(
    ("name", "codec", "rate", "layout"),
    [
        ("a.wav", "pcm_s16le", 8_000, "mono"),
        ("a.wav", "pcm_f32le", 96_000, "5.1"),
        ("a.flac", "flac", 44_100, "stereo"),
        ("a.ogg", "libopus", 24_000, "mono"),
        ("a.mp3", "libmp3lame", 32_000, "stereo"),
        ("a.m4a", "aac", 48_000, "stereo"),
        ("a.opus", "libopus", 48_000, "mono"),
    ],
)
def test_beeps_are_heard_when_they_sound(encode: Encode, name: str, codec: str, rate: int, layout: str) -> None:
    samples, start_s = heard(encode(name, codec, rate=rate, layout=layout))
    np.testing.assert_allclose(onsets(samples, start_s), [0.0, 1.0, 2.0], atol=0.004)
    assert start_s + len(samples) / SAMPLE_RATE == pytest.approx(3.0, abs=0.08)


def test_sound_that_begins_after_the_picture_keeps_its_time(encode: Encode) -> None:
    path = encode("late.mkv", "flac", fps=Fraction(25), late_s=0.4)
    samples, start_s = heard(path)
    np.testing.assert_allclose(onsets(samples, start_s), [0.4, 1.4, 2.4], atol=0.004)


def test_sound_and_picture_stay_together_for_half_an_hour(encode: Encode) -> None:
    path = encode("long.mp4", "aac", rate=22_050, layout="mono", seconds=1800, every_s=60.0, fps=Fraction(12_000, 1001))
    with open_source(CaptureConfig(source=str(path)), live=False) as source:
        lit = [f.time.timeline_s for f in source if isinstance(f, CapturedFrame) and f.image.mean() > 128]
    flashes = [time for time, before in zip(lit, [-9.0, *lit], strict=False) if time - before > 1.0]
    minutes = np.arange(30) * 60.0
    late = np.array(flashes) - minutes
    assert late.min() > -0.001
    assert late.max() < 1001 / 12_000
    np.testing.assert_allclose(onsets(*heard(path)), minutes, atol=0.004)


def test_a_gap_in_the_sound_is_silence(tmp_path: Path) -> None:
    path = tmp_path / "gap.mkv"
    with av.open(str(path), "w") as container:
        track = container.add_stream("flac", rate=16_000, layout="mono")
        for pts in (0, 32_000):
            tone = (8_000 * np.ones(16_000)).astype(np.int16)
            frame = av.AudioFrame.from_ndarray(tone[None], format="s16", layout="mono")
            frame.sample_rate, frame.pts = 16_000, pts
            container.mux(track.encode(frame))
        container.mux(track.encode())
    samples, _ = heard(path)
    level = np.abs(samples) > 0.1
    assert len(samples) == pytest.approx(48_000, abs=200)
    assert level[1_000:15_000].all()
    assert not level[17_500:31_000].any()
    assert level[33_000:46_000].all()


def test_a_film_without_sound_says_so(tmp_path: Path) -> None:
    path = tmp_path / "mute.mp4"
    with av.open(str(path), "w") as container:
        stream = container.add_stream("mpeg4", rate=25, width=32, height=32)
        container.mux(stream.encode(av.VideoFrame.from_ndarray(np.zeros((32, 32, 3), np.uint8), format="rgb24")))
        container.mux(stream.encode())
    with pytest.raises(SoundMissingError, match="no sound track"):
        FilmSound(path)


def test_faulty_files_are_refused_with_a_reason(tmp_path: Path) -> None:
    with pytest.raises(SourceNotFoundError, match="no such file"):
        FilmSound(tmp_path / "nowhere.wav")
    text = tmp_path / "text.wav"
    text.write_text("this is no sound")
    with pytest.raises(SourceUnreadableError, match=r"text\.wav"):
        FilmSound(text)


def test_a_file_that_was_cut_off_gives_what_is_there(encode: Encode) -> None:
    path = encode("cut.mp3", "libmp3lame")
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    samples, _ = heard(path)
    assert 1.0 < len(samples) / SAMPLE_RATE < 2.0


@pytest.mark.parametrize("rate", [8_000, 44_100, 48_000, 192_000])
def test_sound_in_small_pieces_keeps_its_place(rate: int) -> None:
    sound = np.zeros((rate, 2), np.float32)
    sound[rate // 2] = 1.0
    converter = Converter()
    step = rate // 100
    parts = [converter.array(sound[at : at + step], rate) for at in range(0, rate, step)]
    samples = np.concatenate([*parts, converter.rest()])
    assert len(samples) == SAMPLE_RATE
    assert int(np.argmax(np.abs(samples))) == pytest.approx(SAMPLE_RATE // 2, abs=1)
