"""The voice script on the page, read aloud into a microphone: the monitor of a silent PulseAudio output."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

STAGE = "module-null-sink sink_name=stage rate=48000 channels=2"


@dataclass
class Room:
    """What is played in it is heard."""

    surroundings: dict[str, str]

    def say(self, sound: Path) -> None:
        subprocess.run(["paplay", str(sound)], env={**os.environ, **self.surroundings}, check=True)


@pytest.fixture(scope="module")
def room(tmp_path_factory) -> Iterator[Room]:
    if not (shutil.which("pulseaudio") and shutil.which("paplay")):
        pytest.skip("needs pulseaudio and pulseaudio-utils")
    home = tmp_path_factory.mktemp("room")
    (home / ".asoundrc").write_text("pcm.!default { type pulse }\nctl.!default { type pulse }\n")
    # Sockets have short names.
    runtime = Path("/tmp") / f"koekata-studio-pulse-{os.getpid()}"
    runtime.mkdir(mode=0o700, exist_ok=True)
    found = Room({"XDG_RUNTIME_DIR": str(runtime), "HOME": str(home)})
    surroundings = {**os.environ, **found.surroundings}
    command = ["pulseaudio", "-n", "--daemonize=yes", "--exit-idle-time=-1", "-L", "module-native-protocol-unix"]
    subprocess.run([*command, "-L", STAGE], env=surroundings, check=True, capture_output=True)
    yield found
    subprocess.run(["pulseaudio", "--kill"], env=surroundings, capture_output=True)
    shutil.rmtree(runtime, ignore_errors=True)


@pytest.fixture(scope="module")
def listening(room, tmp_path_factory, make_model, begin_studio, write_speech) -> Iterator[Any]:
    folder = tmp_path_factory.mktemp("listening")
    write_speech(folder / "speech.wav", 12.0)
    command = ["studio", "none", "--mic", "default"]
    with begin_studio(folder, make_model, *command[1:], surroundings=room.surroundings) as running:
        yield running


@pytest.fixture(scope="module")
def page(browser, listening, another_page) -> Iterator[Any]:
    with another_page(browser, listening.address, tab="Calibrate") as opened:
        opened.wait_for_selector("#read")
        yield opened


@pytest.mark.parametrize(("language", "sentences"), [("ja", 14), ("en", 15), ("zh", 0)])
def test_script_is_shown_before_it_is_read(page, language, sentences):
    page.select_option("#voice select", language)
    page.wait_for_selector("#script", state="detached")
    page.evaluate(
        "[...document.querySelectorAll('#voice button')].find((b) => b.textContent === 'Show the script').click()"
    )
    page.wait_for_selector(f"#script li[lang={language}]")
    found = page.locator("#script li").count()
    assert found == sentences if sentences else found > 10


def test_name_that_is_no_file_name_is_refused_before_a_minute_is_read(page, press):
    page.fill("#voice-name", "a/b")
    press(page, "#read")
    page.wait_for_selector("#voice .wrong")
    assert "letters, digits" in page.inner_text("#voice .wrong")


def test_sentences_go_on_as_they_are_read_and_giving_up_keeps_nothing(page, listening, room, press):
    page.select_option("#voice select", "en")
    page.fill("#voice-name", "mika")
    press(page, "#read")
    page.wait_for_selector("#sentence")
    first = page.inner_text(".script")
    assert "Sentence 1 of 15" in page.inner_text("#sentence")
    page.evaluate(
        """() => {
            globalThis.loudest = 0;
            setInterval(() => { loudest = Math.max(loudest, document.getElementById('level')?.value ?? 0); }, 50);
        }"""
    )
    room.say(listening.folder / "speech.wav")
    page.wait_for_function("() => document.getElementById('sentence')?.textContent.includes('Sentence 2 of 15')")
    assert page.inner_text(".script") != first
    assert page.evaluate("loudest") > 0.3
    page.reload()
    page.wait_for_selector("#sentence")
    press(page, "#voice button")
    page.wait_for_selector("#read")
    assert not list((listening.folder / "home").glob("calibrations/*.voice.onnx"))


def test_what_is_said_into_the_microphone_moves_the_mouth(page, listening, room, until):
    page.evaluate(
        """() => {
            globalThis.widest = 0;
            setInterval(() => {
                const {frame, channels} = koekata.live.performers.get(0);
                widest = Math.max(widest, frame.weights[channels.indexOf('jawOpen')]);
            }, 30);
        }"""
    )
    room.say(listening.folder / "speech.wav")
    until(lambda: page.evaluate("widest") > 0.2)
