"""The studio's page in a real browser: its weight, its first paint, and memory over long streaming."""

from __future__ import annotations

import gzip
import shutil
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import psutil

from koekata.channels import ARKIT_NAMES
from koekata.commands._configuration import with_values
from koekata.commands.studio import first_table
from koekata.config import KoekataConfig
from koekata.errors import ConfigError
from koekata.face_model.model import load_builtin
from koekata.frames import FrameTime, SolvedFace
from koekata.studio import open_studio, page_folder
from koekata.studio.models import find_models
from koekata.studio.playback import open_take_session
from koekata.takes import open_take

__all__ = ["page_weight", "studio_page"]

Progress = Callable[[float, float], None]
"""Called with the minutes so far and the memory of the sidecar in MB."""

_FPS, _ROWS = 30.0, 300
_MB = 1e6
_SAMPLES = 60
_FLAGS = ("--no-sandbox", "--disable-background-networking", "--disable-component-update", "--no-first-run")
_SOFTWARE = ("--disable-gpu", "--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader")
_TENTHS = 10
_LOOK_MS = 1000.0
_PAINT = "() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null"
_COUNTS = "() => ({received: koekata.live.counts.received, shown: koekata.live.counts.shown})"
_AGES = """() => {
    const {ages, behind} = koekata.live.counts;
    return [ages.splice(0), behind.splice(0)];
}"""
_EFFORT = "() => koekata.stage.value?.effort"


def page_weight() -> dict[str, float]:
    """Kilobytes of what the page loads, packed as servers do: the page itself, and the first character."""
    page = sum(len(gzip.compress(file.read_bytes())) for file in page_folder().rglob("*") if file.is_file())
    model = next(iter(find_models().values()), None)
    character = len(gzip.compress(model.read_bytes())) if model is not None else 0
    return {"page_kB": page / 1e3, "character_kB": character / 1e3, "together_kB": (page + character) / 1e3}


def studio_page(config: KoekataConfig, minutes: float, progress: Progress | None = None) -> dict[str, Any]:
    """Stream a made-up take to the page for some minutes of real time.

    Memory in MB, of the sidecar (resident) and of the page (JavaScript heap after collecting), after a tenth of the
    time and at the end. From the first tenth on: `frame_behind_ms` is by how much the frame of a picture, when it is
    finished, was received before the newest one that is there by then; `frame_age_ms` how long ago it was received.
    Raises ConfigError without a browser.
    """
    browser = _Browser()
    with tempfile.TemporaryDirectory() as folder:
        take = Path(folder) / "take.npz"
        _write(take)
        ports = {"studio.port": 0, "outputs.zmq.port": 0, "outputs.osc.enabled": False}
        chosen = with_values(config, {"mapping.table": first_table(config), **ports})
        with open_take_session(chosen, take, load_builtin()) as session, open_studio(session, chosen) as studio:
            memory = _Memory(minutes * 60, progress)
            looking = threading.Thread(target=browser.look, args=(studio.address, minutes * 60))
            looking.start()
            session.after_picture = _both(session.after_picture, memory)
            session.run(minutes * 60, studio.watch)
            looking.join()
    return {**page_weight(), **browser.figures(), "sidecar_MB": memory.figures(), "minutes": minutes}


def _both(first: Callable[[Any], None] | None, memory: _Memory) -> Callable[[tuple[SolvedFace, ...]], None]:
    def call(faces: tuple[SolvedFace, ...]) -> None:
        if first is not None:
            first(faces)
        memory.sample()

    return call


class _Memory:
    """Of this process, now and then."""

    def __init__(self, seconds: float, progress: Progress | None) -> None:
        self._every_s, self._progress = seconds / _SAMPLES, progress
        self._began = self._due = time.monotonic()
        self._found: list[float] = []

    def sample(self) -> None:
        now = time.monotonic()
        if now < self._due:
            return
        self._due = now + self._every_s
        self._found.append(psutil.Process().memory_info().rss / _MB)
        if self._progress is not None:
            self._progress((now - self._began) / 60, self._found[-1])

    def figures(self) -> dict[str, float]:
        early, late = (self._found[len(self._found) // 10], self._found[-1]) if self._found else (0.0, 0.0)
        return {"at_10_percent": early, "at_end": late, "growth": late - early}


class _Browser:
    """Chromium, driven from a thread of its own."""

    def __init__(self) -> None:
        self._path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
        if self._path is None:
            raise ConfigError("there is no Chromium", remedy="Install it: `apt install chromium`.")
        try:
            import playwright.sync_api  # noqa: F401
        except ImportError as error:
            raise ConfigError("Playwright is not installed", remedy="`pip install playwright`") from error
        self._heap: list[float] = []
        self._paint_ms: float | None = None
        self._counts: dict[str, Any] = {}
        self._effort: dict[str, float] = {}
        self._ages: list[float] = []
        self._behind: list[float] = []

    def look(self, address: str, seconds: float) -> None:
        """Open the page, and look at it for so long."""
        from playwright.sync_api import sync_playwright

        with sync_playwright() as driver:
            browser = driver.chromium.launch(executable_path=self._path, args=[*_FLAGS, *_SOFTWARE])
            page = browser.new_page(viewport={"width": 1280, "height": 720})
            page.goto(address, timeout=120_000)
            devtools = page.context.new_cdp_session(page)
            began = time.monotonic()
            for tenth in range(1, _TENTHS + 1):
                self._watch(page, began + seconds * tenth / _TENTHS, noting=tenth > 1)
                devtools.send("HeapProfiler.collectGarbage")
                self._heap.append(page.evaluate("() => performance.memory.usedJSHeapSize") / _MB)
                # Collecting everything halts the page, which does not happen to those who use it.
                page.wait_for_timeout(_LOOK_MS / 2)
                page.evaluate(_AGES)
            self._paint_ms = page.evaluate(_PAINT)
            self._counts, self._effort = page.evaluate(_COUNTS), page.evaluate(_EFFORT) or {}
            browser.close()

    def _watch(self, page: Any, until: float, *, noting: bool) -> None:
        while (left := until - time.monotonic()) > 0:
            page.wait_for_timeout(min(_LOOK_MS, max(1.0, 1000 * left)))
            ages, behind = page.evaluate(_AGES)
            if noting:
                self._ages += ages
                self._behind += behind

    def figures(self) -> dict[str, Any]:
        """What was seen."""
        early, late = (self._heap[0], self._heap[-1]) if self._heap else (0.0, 0.0)
        return {
            "first_paint_ms": self._paint_ms,
            "frames_received": self._counts.get("received"),
            "frames_drawn": self._counts.get("shown"),
            "frame_behind_ms": _spread(self._behind),
            "frame_age_ms": _spread(self._ages),
            "picture_ms": self._effort.get("cost"),
            "sharpness": self._effort.get("sharpness"),
            "page_MB": {"at_10_percent": early, "at_end": late, "growth": late - early},
        }


def _spread(values: list[float]) -> dict[str, float]:
    found = np.percentile(values or [0.0], [50, 99, 100])
    return dict(zip(("p50", "p99", "most"), found.tolist(), strict=True))


def _write(path: Path) -> None:
    """Every channel goes up and down at a pace of its own."""
    sure, still = np.ones(len(ARKIT_NAMES)), np.zeros(3)
    pace = 0.5 + np.arange(len(ARKIT_NAMES)) / 26
    with open_take(path, fps=_FPS) as take:
        for row in range(_ROWS):
            weights = 0.5 - 0.5 * np.cos(2 * np.pi * pace * row / _FPS)
            when = FrameTime(row + 1, row / _FPS, 0, 0)
            take.add(SolvedFace(0, when, True, 1.0, weights, sure, still, still - 0.6, np.zeros(4)))
        take.finish()
