"""A studio that plays a made-up take, as a process, and a real browser that looks at it."""

from __future__ import annotations

import base64
import importlib.util
import json
import os
import shutil
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from koekata.channels import ARKIT_INDEX, ARKIT_NAMES
from koekata.frames import FrameTime, SolvedFace
from koekata.studio.page import is_built
from koekata.takes import open_take

_FPS, _FRAMES, _PERIOD_S = 30.0, 45, 1.5
_SCRIPT = [sys.executable, "-c", "from koekata.cli import main; main()"]
_FLAGS = (
    "--no-sandbox --disable-gpu --use-gl=angle --use-angle=swiftshader --enable-unsafe-swiftshader "
    "--disable-background-networking --disable-component-update --disable-sync --no-first-run"
).split()
PATIENCE_S = 240.0
"""For machines that do much else."""

_TABLE = """{
  "version": 1,
  "name": "Box",
  "conditions": [
    {"id": "shout", "trigger": true, "set": {"EyeBlinkLeft": 1}}
  ],
  "rows": [
    {"id": "jaw", "from": "jawOpen", "to": "JawOpen", "note": "the mouth"},
    {"id": "blink-left", "from": "eyeBlinkLeft", "to": "EyeBlinkLeft"},
    {"id": "blink-right", "from": "eyeBlinkRight", "to": "EyeBlinkRight"}
  ]
}
"""


_DROP = """([name, data]) => {
    const bytes = Uint8Array.from(atob(data), (sign) => sign.charCodeAt(0));
    const transfer = new DataTransfer();
    transfer.items.add(new File([bytes], name));
    document.getElementById("stage").dispatchEvent(
        new DragEvent("drop", {bubbles: true, cancelable: true, dataTransfer: transfer}));
}"""


def _beside(name: str) -> Any:
    spec = importlib.util.spec_from_file_location(f"studio_{name}", Path(__file__).with_name(f"{name}.py"))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def make_model() -> Callable[..., bytes]:
    """Makes a small .vrm or .glb."""
    found: Callable[..., bytes] = _beside("models").make_model
    return found


@dataclass
class Running:
    """A studio process."""

    address: str
    folder: Path
    process: subprocess.Popen[str]

    @property
    def token(self) -> str:
        return self.address.partition("token=")[2]

    @property
    def host(self) -> str:
        return self.address.split("/")[2]

    @property
    def table(self) -> Path:
        return self.folder / "box.json"

    def ask(self, path: str, body: dict[str, Any] | None = None) -> Any:
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(f"http://{self.host}/api/{path}", data, {"X-Koekata-Token": self.token})
        with urllib.request.urlopen(request, timeout=30) as answer:
            return json.load(answer)


def write_take(path: Path) -> None:
    """The jaw opens and shuts once in a second and a half, and both eyes blink when it is shut.

    One side smiles with it, and the brows rise a little.
    """
    confidence = np.full(52, 0.8)
    smile, brow = ARKIT_INDEX["mouthSmileLeft"], ARKIT_INDEX["browInnerUp"]
    confidence[ARKIT_INDEX["tongueOut"]] = 0.0
    with open_take(path, fps=_FPS) as take:
        for row in range(_FRAMES):
            phase = row / _FPS / _PERIOD_S
            weights = np.zeros(len(ARKIT_NAMES))
            weights[ARKIT_INDEX["jawOpen"]] = wave = 0.5 - 0.5 * np.cos(2 * np.pi * phase)
            weights[smile], weights[brow] = 0.8 * wave, 0.25 * wave
            weights[[ARKIT_INDEX["eyeBlinkLeft"], ARKIT_INDEX["eyeBlinkRight"]]] = float(phase < 0.2)
            when = FrameTime(row + 1, row / _FPS, 0, 0)
            still = np.zeros(3)
            take.add(SolvedFace(0, when, True, 0.9, weights, confidence, still, still - 0.6, np.zeros(4)))
        take.finish()


@pytest.fixture(scope="session")
def studio(tmp_path_factory, make_model) -> Iterator[Running]:
    folder = tmp_path_factory.mktemp("studio")
    write_take(folder / "take.npz")
    with start_studio(folder, make_model, "take.npz") as running:
        yield running


@pytest.fixture(scope="session")
def begin_studio() -> Callable[..., Any]:
    """`start_studio`, for tests with a studio of their own."""
    return start_studio


@contextmanager
def start_studio(
    folder: Path, make_model, *options: str, surroundings: dict[str, str] | None = None
) -> Iterator[Running]:
    """A studio with the box as its character, ended by Ctrl-C."""
    _lay_out(folder, make_model)
    running = _start(folder, *options, surroundings=surroundings)
    try:
        yield running
    finally:
        _end(running.process)


@pytest.fixture
def second_studio(tmp_path, make_model) -> Iterator[Callable[[], Running]]:
    """Starts a studio of its own folder, as often as it is called; the last one is ended."""
    _lay_out(tmp_path, make_model)
    write_take(tmp_path / "take.npz")
    started: list[Running] = []

    def start() -> Running:
        started.append(_start(tmp_path, "take.npz"))
        return started[-1]

    yield start
    _end(started[-1].process)


def _lay_out(folder: Path, make_model) -> None:
    """The character and its table."""
    if not is_built():
        pytest.skip("the page of the studio is not built: `make page` builds it, with Node.js")
    (folder / "box.json").write_text(_TABLE)
    (folder / "box.vrm").write_bytes(make_model("VRM 1.0"))


def _start(folder: Path, *options: str, surroundings: dict[str, str] | None = None) -> Running:
    environment = {**os.environ, "KOEKATA_HOME": str(folder / "home"), "PYTHONUNBUFFERED": "1", "COLUMNS": "200"}
    environment |= surroundings or {}
    command = ["studio", *options, "--mapping", "box.json", "--character", "box.vrm", "--no-browser"]
    process = subprocess.Popen(
        [*_SCRIPT, *command, "--port", "0", "--zmq-port", "0", "--no-osc"],
        cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        text=True,
    )  # fmt: skip
    return Running(_address(process), folder, process)


def _end(process: subprocess.Popen[str]) -> None:
    process.send_signal(signal.SIGINT)
    said, _ = process.communicate(timeout=PATIENCE_S)
    assert process.returncode == 130, said
    assert "Traceback" not in said, said


@dataclass
class Acting(Running):
    """A studio in front of which two performers act and one speaks, and whose camera can be unplugged."""

    camera: Any


@pytest.fixture(scope="module")
def acting(tmp_path_factory, make_model) -> Iterator[Acting]:
    if shutil.which("ffmpeg") is None:
        pytest.skip("ffmpeg is not installed; 'apt install ffmpeg' brings it")
    folder = tmp_path_factory.mktemp("acting")
    cameras = _beside("camera")
    cameras.write_film(folder / "film.mp4")
    _beside("sound").write_speech(folder / "speech.wav", 600.0)
    camera = cameras.NetworkCamera(folder / "film.mp4")
    try:
        options = ("--performers", "2", "--sound", "speech.wav", "--preset", "off", "--no-mirrored")
        with start_studio(folder, make_model, camera.address, *options) as running:
            yield Acting(running.address, folder, running.process, camera)
    finally:
        camera.close()


def _address(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    said = []
    for line in process.stdout:
        said.append(line)
        if "token=" in line:
            return line.split()[-1]
    pytest.fail("it ended without an address:\n" + "".join(said))


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Open for one module only: while it is, no test in this process can run an event loop of its own."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        pytest.skip("Chromium is not installed; 'apt install chromium' brings it")
    api = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
    with api.sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=chromium, args=_FLAGS, timeout=PATIENCE_S * 1000)
        yield started
        started.close()


@pytest.fixture(scope="session")
def another_page() -> Callable[..., Any]:
    """Opens a page of a studio, with what the browser remembers: theme, language, tab and so on."""
    return open_page


@contextmanager
def open_page(browser, address: str, **settings: object) -> Iterator[Any]:
    """The page with its character, drawn coarsely: this is a picture without a graphics card."""
    opened = browser.new_page(viewport={"width": 1280, "height": 720}, locale="en-GB")
    opened.set_default_timeout(PATIENCE_S * 1000)
    for name, value in {"stage": {"sharpness": 0.25}, **settings}.items():
        key, kept = json.dumps(f"koekata.{name}"), json.dumps(json.dumps(value))
        opened.add_init_script(
            f"if (origin !== 'null' && !localStorage.getItem({key})) localStorage.setItem({key}, {kept});"
        )
    errors: list[str] = []
    opened.on("pageerror", lambda error: errors.append(str(error)))
    opened.goto(address)
    opened.wait_for_function("() => globalThis.koekata?.stage.value?.model && koekata.live.counts.shown > 2")
    yield opened
    assert errors == []
    opened.close()


@pytest.fixture(scope="module")
def page(browser, studio) -> Iterator[Any]:
    with open_page(browser, studio.address) as opened:
        yield opened


@pytest.fixture(scope="session")
def press() -> Callable[[Any, str], None]:
    """Presses a button as the keyboard does; a click waits for pictures that are slow to come here."""

    def press(page: Any, selector: str) -> None:
        page.wait_for_selector(f"{selector}:not([disabled])")
        page.locator(selector).first.press("Enter")

    return press


@pytest.fixture(scope="session")
def drop() -> Callable[[Any, str, bytes], None]:
    """Drops a file on the stage."""

    def drop(page: Any, name: str, data: bytes) -> None:
        page.evaluate(_DROP, [name, base64.b64encode(data).decode()])

    return drop


@pytest.fixture(scope="session")
def write_speech() -> Callable[[Path, float], None]:
    """Writes so many seconds of speech as a sound file."""
    found: Callable[[Path, float], None] = _beside("sound").write_speech
    return found


@pytest.fixture(scope="session")
def until() -> Callable[[Callable[[], bool]], None]:
    """Waits until something is so."""

    def wait(is_so: Callable[[], bool]) -> None:
        end = time.monotonic() + PATIENCE_S
        while not is_so():
            assert time.monotonic() < end, "it never became so"
            time.sleep(0.1)

    return wait
