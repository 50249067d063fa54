"""What mapping tables cost in every language, in one run: a table of 120 rows, with curves, signals, conditions,
groups, switches and timing, played with values that never stand still.
"""

from __future__ import annotations

import json
import math
import shutil
import statistics
import subprocess
import time
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

from koekata.mapping import Evaluator, MappingFrame, load_text
from koekata.mapping.contract import channel_ranges

__all__ = ["mapping_cost"]

Figures = dict[str, Any]
_FRAMES = 240
_BATCHES = 7
_DT = 1 / 60
_TIMEOUT_S = 120.0
_PROGRAMS = {
    "csharp": (("mono", "build/csharp/koekata-mapping.exe"), "make csharp"),
    "cpp": (("build/cpp/koekata-mapping",), "make test-cpp"),
}
"""Commands from the root of the repository, and what builds them."""


def mapping_cost(root: Path | None = None) -> Figures:
    """Microseconds for a frame and milliseconds for loading; None with a reason for what is not built.

    `root` is the repository, beside whose `build/` the other languages are looked for.
    """
    root = root or Path(__file__).parents[3]
    table = files("koekata.bench").joinpath("mapping_table.json").read_text("utf-8")
    frames = _frames()
    found: Figures = {"rows": len(json.loads(table)["rows"]), **_python(table, frames)}
    for name, (command, target) in _PROGRAMS.items():
        found |= _program(name, command, target, root, {"table": table, "frames": frames})
    return found


def _frames() -> list[dict[str, Any]]:
    """Every channel moves through its range, each at a pace of its own."""
    ranges = {name: limits or (-0.5, 0.5) for name, limits in channel_ranges().items()}
    frames = []
    for index in range(_FRAMES):
        values = {name: _wave(index, number, limits) for number, (name, limits) in enumerate(ranges.items())}
        frames.append({"dt": _DT, "values": values})
    return frames


def _wave(index: int, number: int, limits: tuple[float, float]) -> float:
    low, high = limits
    return low + (high - low) * (0.5 + 0.5 * math.sin(index / 20 * (1 + number % 7) + number))


def _python(table: str, frames: list[dict[str, Any]]) -> Figures:
    loaded = statistics.median(_seconds(lambda: load_text(table)) for _ in range(_BATCHES))
    evaluator = Evaluator(load_text(table))
    played = [MappingFrame(frame["values"]) for frame in frames]

    def play() -> None:
        for frame in played:
            evaluator.step(frame, _DT)

    play()
    batches = [_seconds(play) / len(played) for _ in range(_BATCHES)]
    return {"python_us": statistics.median(batches) * 1e6, "load_ms": loaded * 1e3}


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _program(name: str, command: tuple[str, ...], target: str, root: Path, case: Figures) -> Figures:
    empty: Figures = {f"{name}_us": None, f"{name}_load_ms": None, f"{name}_bytes_per_frame": None}
    reason = _missing(command, target, root)
    if reason:
        return {**empty, f"{name}_reason": reason}
    try:
        answer = _run([str(root / part) if "/" in part else part for part in command], case)
        return {
            f"{name}_us": float(answer["us_per_frame"]),
            f"{name}_load_ms": float(answer["load_us"]) / 1e3,
            f"{name}_bytes_per_frame": float(answer["bytes_per_frame"]),
        }
    except (OSError, subprocess.SubprocessError, ValueError, KeyError) as error:
        return {**empty, f"{name}_reason": f"it does not answer: {error}"}


def _missing(command: tuple[str, ...], target: str, root: Path) -> str:
    if not (root / command[-1]).is_file():
        return f"{command[-1]} is not built: `{target}` in the repository builds it"
    if len(command) > 1 and shutil.which(command[0]) is None:
        return f"{command[0]} is not installed"
    return ""


def _run(command: list[str], case: Figures) -> Figures:
    """One case to the program's bench, one line of figures back."""
    done = subprocess.run(
        [*command, "--bench", str(_FRAMES * 20)], input=json.dumps(case) + "\n",
        capture_output=True, text=True, encoding="utf-8", timeout=_TIMEOUT_S, check=True,
    )  # fmt: skip
    figures: Figures = json.loads(done.stdout.splitlines()[-1]) if done.stdout.strip() else {}
    return figures
