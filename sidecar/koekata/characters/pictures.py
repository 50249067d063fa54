"""Pictures of the characters as the studio draws them, for their thumbnails, and to look at a whole performance:

    python -m koekata.characters.pictures thumbnails
    python -m koekata.characters.pictures sheet sorane take.npz sheet.png

Needs Chromium, and Playwright for Python. A sheet goes through the character's own table, and shows in rows what she
does in 40 moments of the take, in their order.
"""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from koekata.channels import ARKIT_NAMES
from koekata.character import POSE_NAMES
from koekata.commands._configuration import with_values
from koekata.config import KoekataConfig
from koekata.face_model.model import load_builtin
from koekata.frames import FrameTime, ImageArray, SolvedFace
from koekata.studio import Studio, open_studio
from koekata.studio.models import table_of
from koekata.studio.playback import open_take_session
from koekata.takes import open_take, read_take

__all__ = ["Portraits", "open_portraits", "sheet"]

COLOURS = {"sorane": "#dedcf2", "pata": "#dfeee8"}
TURNS = {"sorane": 24.0, "pata": 0.0}
"""Degrees to the side from where the thumbnail looks."""
THUMBNAIL, FINER = 256, 4
COLUMNS, MOMENTS, SMALL = 8, 40, 240
_SETTLE_MS, _PATIENCE_MS = 600, 120_000
_LOOKS = 20
"""How often to look again until nothing moves any more."""
_DIFFERENT, _STILL = 20, 5e-4
"""Levels from which a point is another one, and the share of points that are in a picture of something still: hair that
hangs at the edge of a point is drawn there, or not."""
_FLAGS = ("--no-sandbox", "--disable-gpu", "--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader")
_READY = "() => globalThis.koekata?.stage.value?.model && koekata.live.counts.shown > 2"
_DRAWN = "(before) => koekata.live.counts.shown >= before + 3"


class Portraits:
    """A character in front of a camera."""

    def __init__(self, page: Any, studio: Studio) -> None:
        self._page, self._studio = page, studio

    def take(self, values: Mapping[str, float], turn: float = 0.0) -> ImageArray:
        """A picture, BGR, of a face with these channels and pose, and all else at rest; hair has come to rest, too."""
        self._studio.performance.try_values(dict(values), alone=True)
        self._page.evaluate("(turn) => koekata.stage.value.frameFace(turn)", turn)
        self._page.wait_for_timeout(_SETTLE_MS)
        last, picture = self._look(), self._look()
        for _ in range(_LOOKS):
            if (cv2.absdiff(last, picture).max(axis=2) > _DIFFERENT).mean() < _STILL:
                break
            last, picture = picture, self._look()
        return picture

    def _look(self) -> ImageArray:
        """What the page shows some pictures later."""
        self._page.wait_for_function(_DRAWN, arg=self._page.evaluate("() => koekata.live.counts.shown"))
        picture = cv2.imdecode(np.frombuffer(self._page.screenshot(), np.uint8), cv2.IMREAD_COLOR)
        return np.asarray(picture, np.uint8)


@contextmanager
def open_portraits(name: str, size: int) -> Iterator[Portraits]:
    """Put a character that comes along in front of a camera, in a square of so many pixels."""
    from playwright.sync_api import sync_playwright

    values = {
        "studio.character": name, "studio.port": 0, "mapping.table": str(table_of(f"{name}.vrm")),
        "outputs.zmq.port": 0, "outputs.osc.enabled": False,
    }  # fmt: skip
    config = with_values(KoekataConfig(), values)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        still = Path(folder) / "still.npz"
        _write_still(still)
        with open_take_session(config, still, load_builtin()) as session, open_studio(session, config) as studio:
            running = threading.Thread(target=session.run, name="still")
            running.start()
            try:
                chromium = shutil.which("chromium") or shutil.which("chromium-browser")
                browser = driver.chromium.launch(executable_path=chromium, args=list(_FLAGS))
                page = browser.new_page(viewport={"width": size, "height": size})
                page.set_default_timeout(_PATIENCE_MS)
                page.add_init_script(_background(COLOURS[name]))
                page.goto(f"{studio.address}&view=output")
                page.wait_for_function(_READY)
                yield Portraits(page, studio)
                browser.close()
            finally:
                session.source.close()
                running.join()


def thumbnail(name: str) -> ImageArray:
    """(256, 256, 3) BGR, drawn larger and made smaller."""
    with open_portraits(name, THUMBNAIL * FINER) as portraits:
        return _smaller(portraits.take({}, TURNS[name]), THUMBNAIL)


def sheet(name: str, path: Path) -> ImageArray:
    """Pictures of moments of a take, BGR, in rows. Raises TakeError."""
    take = read_take(path)
    found = []
    with open_portraits(name, 2 * SMALL) as portraits:
        for row in np.linspace(0, len(take) - 1, MOMENTS).astype(int):
            pose = np.nan_to_num([*take.yaw_pitch_roll[row], 0.0, 0.0, 0.0, *take.gaze[row]])
            values = dict(zip(take.names, take.weights[row].tolist(), strict=True))
            values |= dict(zip(POSE_NAMES, pose.tolist(), strict=True))
            picture = _smaller(portraits.take(values), SMALL)
            cv2.putText(picture, f"{take.time_s[row]:.2f}", (4, 14), cv2.FONT_HERSHEY_SIMPLEX, 0.42, (60, 40, 40), 1)
            found.append(picture)
    rows = [np.hstack(found[first : first + COLUMNS]) for first in range(0, MOMENTS, COLUMNS)]
    return np.vstack(rows)


def _smaller(picture: ImageArray, size: int) -> ImageArray:
    return np.asarray(cv2.resize(picture, (size, size), interpolation=cv2.INTER_AREA))


def _background(colour: str) -> str:
    settings = json.dumps({"background": "colour", "colour": colour, "adaptive": False})
    return f"localStorage.setItem('koekata.stage', {json.dumps(settings)})"


def _write_still(path: Path) -> None:
    """A face at rest."""
    with open_take(path, fps=30.0) as take:
        for row in range(2):
            nothing, still = np.zeros(len(ARKIT_NAMES)), np.zeros(3)
            when = FrameTime(row + 1, row / 30.0, 0, 0)
            take.add(SolvedFace(0, when, True, 1.0, nothing, nothing + 1, still, still - 0.6, np.zeros(4)))
        take.finish()


def _write_thumbnails() -> None:
    for name in COLOURS:
        path = Path(str(files("koekata.characters"))) / name / "thumbnail.png"
        written = cv2.imwrite(str(path), thumbnail(name))
        sys.stdout.write(f"{path}\n" if written else f"{path}: could not be written\n")


def main(wanted: list[str]) -> int:
    """Returns the exit code."""
    if wanted == ["thumbnails"]:
        _write_thumbnails()
        return 0
    if len(wanted) == 4 and wanted[0] == "sheet" and wanted[1] in COLOURS:
        cv2.imwrite(wanted[3], sheet(wanted[1], Path(wanted[2])))
        return 0
    sys.stderr.write(f"thumbnails, or: sheet {'|'.join(COLOURS)} TAKE PICTURE\n")
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
