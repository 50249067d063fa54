"""A microphone, heard through PortAudio: the monitor of a silent PulseAudio output stands in for the device."""

from __future__ import annotations

import os
import shutil
import subprocess
import threading
import time
import wave
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from koekata.audio.microphone import Microphone
from koekata.audio.microphones import MicrophoneInfo, find_microphone, list_microphones
from koekata.audio.samples import SAMPLE_RATE, Block
from koekata.errors import SoundMissingError

KNOWN = [
    MicrophoneInfo(0, "Webcam C920", "MME", 1, 44_100.0, False),
    MicrophoneInfo(3, "Yeti Nano", "MME", 2, 44_100.0, True),
    MicrophoneInfo(7, "Yeti Nano", "Windows WASAPI", 2, 48_000.0, False),
    MicrophoneInfo(9, "Yeti X", "Windows WASAPI", 2, 48_000.0, False),
]


def test_microphones_are_found_by_index_name_or_part_of_it() -> None:
    assert find_microphone("0", KNOWN).name == "Webcam C920"
    assert find_microphone("webcam", KNOWN).index == 0
    assert find_microphone("yeti nano", KNOWN).system == "Windows WASAPI"
    assert find_microphone("", KNOWN).name == "Yeti Nano"


def test_a_name_that_fits_none_or_several_lists_them() -> None:
    with pytest.raises(SoundMissingError, match="fits several microphones: 3: Yeti Nano; 7: Yeti Nano; 9: Yeti X"):
        find_microphone("yeti", KNOWN)
    with pytest.raises(SoundMissingError, match="no microphone `Rode`") as caught:
        find_microphone("Rode", KNOWN)
    assert "0: Webcam C920" in caught.value.remedy
    with pytest.raises(SoundMissingError, match="no microphone is connected"):
        find_microphone("", [])


class SoundServer:
    """PulseAudio with one output that nobody hears."""

    def start(self) -> None:
        modules = ("module-native-protocol-unix", "module-null-sink sink_name=stage rate=48000 channels=2")
        options = [part for module in modules for part in ("-L", module)]
        subprocess.run(
            ["pulseaudio", "-n", "--daemonize=yes", "--exit-idle-time=-1", *options], check=True, capture_output=True
        )
        for _ in range(50):
            if b"stage" in subprocess.run(["pactl", "list", "short", "sources"], capture_output=True).stdout:
                return
            time.sleep(0.1)
        pytest.fail("PulseAudio does not answer")

    def stop(self) -> None:
        subprocess.run(["pulseaudio", "--kill"], capture_output=True)


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[SoundServer]:
    if not (shutil.which("pulseaudio") and shutil.which("paplay")):
        pytest.skip("needs pulseaudio and pulseaudio-utils")
    # Sockets have short names.
    runtime = Path("/tmp") / f"koekata-pulse-{os.getpid()}"
    runtime.mkdir(mode=0o700, exist_ok=True)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(runtime))
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / ".asoundrc").write_text("pcm.!default { type pulse }\nctl.!default { type pulse }\n")
    found = SoundServer()
    found.start()
    try:
        import sounddevice

        sounddevice._terminate()
        sounddevice._initialize()
        if not list_microphones():
            pytest.skip("PortAudio does not see PulseAudio: needs libasound2-plugins")
        yield found
    except OSError:
        pytest.skip("needs libportaudio2")
    finally:
        found.stop()
        shutil.rmtree(runtime, ignore_errors=True)


def play(path: Path) -> None:
    samples = np.zeros(48_000, np.int16)
    samples[24_000:26_400] = (12_000 * np.sin(np.arange(2_400) * 0.13)).astype(np.int16)
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(48_000)
        file.writeframes(samples.tobytes())
    subprocess.run(["paplay", str(path)], check=True)


def listen(microphone: Microphone, blocks: list[Block]) -> threading.Thread:
    thread = threading.Thread(target=lambda: blocks.extend(microphone), daemon=True)
    thread.start()
    return thread


def wait_for(condition: object, seconds: float) -> bool:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if condition():  # type: ignore[operator]
            return True
        time.sleep(0.05)
    return False


@pytest.mark.usefixtures("server")
def test_what_is_played_is_heard_at_its_time(tmp_path: Path) -> None:
    blocks: list[Block] = []
    with Microphone() as microphone:
        thread = listen(microphone, blocks)
        assert wait_for(lambda: len(blocks) > 100, 10.0)
        began = time.monotonic()
        play(tmp_path / "beep.wav")
        ended = time.monotonic()
        microphone.close()
        thread.join(5.0)
    loud = [block for block in blocks if np.abs(block.samples).max() > 0.1]
    assert began < loud[0].start_s < ended
    assert sum(len(block.samples) for block in loud) / SAMPLE_RATE == pytest.approx(0.05, abs=0.03)
    later = blocks[150:]
    ends = [block.start_s + len(block.samples) / SAMPLE_RATE for block in later]
    assert max(abs(after.start_s - end) for end, after in zip(ends, later[1:], strict=False)) < 0.02


def test_a_microphone_that_goes_away_is_heard_again_when_it_is_back(server: SoundServer) -> None:
    blocks: list[Block] = []
    with Microphone() as microphone:
        thread = listen(microphone, blocks)
        assert wait_for(lambda: len(blocks) > 20, 10.0)
        server.stop()
        before = len(blocks)
        assert wait_for(lambda: microphone._stream is None, 10.0)
        server.start()
        assert wait_for(lambda: len(blocks) > before + 50, 20.0)
        microphone.close()
        thread.join(10.0)
        assert not thread.is_alive()
