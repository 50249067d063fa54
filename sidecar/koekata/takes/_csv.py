"""Takes in the layout of the Live Link Face app's CSV files.

One row per picture: timecode, the count 61, 52 weights, 9 angles, each with ten decimals. The columns and their order
stand in `live_link_face_csv.json`; jaw and mouth have their left and right columns the other way round than the app's
datagrams, so a file is always read by its header.

Angles are in radians with the signs that the app records, every one opposite to `koekata.frames`: yaw is positive to
the performer's right, pitch is positive down, roll is positive with the performer's left side down. (Unreal's
AppleARKitConversion.h maps ARKit's x, y, z to -z, x, y and reads a rotator; recordings agree: eyeLookOutLeft goes
with a negative LeftEyeYaw, eyeLookUpLeft with a negative LeftEyePitch.) The eyes never roll.

The layout knows no confidence, no tracked flag, no position, no face model and no voice: a channel that the source
cannot observe is 0, a row without a face repeats the last one, and the face model is told by a file beside (`_about`).
"""

from __future__ import annotations

import csv
import io
import json
import math
from importlib.resources import files
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np

from koekata.channels import ARKIT_NAMES
from koekata.errors import TakeError
from koekata.frames import FloatArray, SolvedFace
from koekata.takes._about import read_about
from koekata.takes._take import Take
from koekata.takes._timecode import format_timecode, rate_of, seconds_of, smpte_seconds, unwrap

__all__ = ["CsvFormat", "load_columns", "read"]


def load_columns() -> dict[str, list[str]]:
    """`leading`, `weights` and `angles`: the columns in their order."""
    text = files("koekata.takes").joinpath("live_link_face_csv.json").read_text(encoding="utf-8")
    columns: dict[str, list[str]] = json.loads(text)
    return columns


def _channel(column: str) -> str:
    return column[:1].lower() + column[1:]


class CsvFormat:
    """Writes each row at once: a take may be as long as the disk allows."""

    def __init__(self, file: BinaryIO, fps: float, face_model: str = "") -> None:  # noqa: ARG002
        columns = load_columns()
        self._fps = fps
        self._text = io.TextIOWrapper(file, encoding="ascii", newline="", write_through=False)
        self._order = [ARKIT_NAMES.index(_channel(column)) for column in columns["weights"]]
        self._count = len(columns["weights"]) + len(columns["angles"])
        self._text.write(",".join([*columns["leading"], *columns["weights"], *columns["angles"]]) + "\n")

    def write(self, face: SolvedFace) -> None:
        """Write one row."""
        seen = np.where(face.channel_confidence > 0.0, face.weights, 0.0)[self._order]
        values = ",".join(f"{value:.10f}" for value in (*seen.tolist(), *_angles(face)))
        self._text.write(f"{format_timecode(self._seconds(face))},{self._count},{values}\n")

    def end(self) -> None:
        """Hand the last rows to the file, which stays open."""
        self._text.flush()
        self._text.detach()

    def abandon(self) -> None:
        """Nothing: rows that were not written yet go with the file."""

    def _seconds(self, face: SolvedFace) -> float:
        """The source's own timecode, else its time line, which starts at midnight."""
        code = face.time.timecode
        try:
            return face.time.timeline_s if code is None else smpte_seconds(code, self._fps)
        except ValueError as error:
            raise TakeError(f"picture {face.time.sequence}: {error}") from error


def _angles(face: SolvedFace) -> list[float]:
    yaw, pitch, roll = face.yaw_pitch_roll.tolist()
    left_yaw, left_pitch, right_yaw, right_pitch = face.gaze.tolist()
    degrees = (yaw, pitch, roll, left_yaw, left_pitch, 0.0, right_yaw, right_pitch, 0.0)
    # Adding zero turns -0.0 into 0.0.
    return [-math.radians(angle) + 0.0 for angle in degrees]


def read(path: Path) -> Take:
    """Read a file of this layout, the app's own included, by its header. Raises TakeError with the line at fault."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(_rows(file, path))
    except UnicodeDecodeError as error:
        raise TakeError(f"{path}: not a text file") from error
    values = np.array([row[2] for row in rows], np.float64).reshape(-1, len(ARKIT_NAMES) + 9)
    time_s = unwrap(np.array([seconds_of(row[0]) for row in rows], np.float64))
    return _take(values, time_s, rows, *read_about(path))


def _take(
    values: FloatArray, time_s: FloatArray, rows: list[tuple[str, int, list[float]]], face_model: str, version: str
) -> Take:
    degrees = -np.degrees(values[:, len(ARKIT_NAMES) :]) + 0.0
    return Take(
        weights=values[:, : len(ARKIT_NAMES)],
        confidence=None,
        tracked=np.array([count > 0 for _, count, _ in rows], np.bool_),
        time_s=time_s,
        yaw_pitch_roll=degrees[:, :3],
        gaze=degrees[:, [3, 4, 6, 7]],
        translation=None,
        sequence=None,
        timecode=tuple(code for code, _, _ in rows),
        fps=rate_of(time_s),
        version=version,
        face_model=face_model,
    )


def _rows(file: Any, path: Path) -> Any:
    """Timecode, count, and the values in the order of ARKIT_NAMES with the angles behind."""
    reader = csv.reader(file)
    where = _positions(next(reader, []), path)
    last = [0.0] * len(where)
    for cells in reader:
        if not cells:
            continue
        try:
            code, count = cells[0], int(cells[1])
            seconds_of(code)
            # Without a face the app leaves the values out.
            last = [float(cells[position]) for position in where] if count > 0 else last
        except (ValueError, IndexError) as error:
            raise TakeError(f"{path}:{reader.line_num}: not a row of a take: {error}") from error
        if not all(map(math.isfinite, last)):
            raise TakeError(f"{path}:{reader.line_num}: a value is not a finite number")
        yield code, count, last


def _positions(header: list[str], path: Path) -> list[int]:
    columns = load_columns()
    wanted = {_channel(column): column for column in columns["weights"]}
    names = [*columns["leading"], *(wanted[name] for name in ARKIT_NAMES), *columns["angles"]]
    absent = [name for name in names if name not in header]
    if absent or header[:2] != columns["leading"]:
        what = f"columns missing: {', '.join(absent[:5])}" if absent else "other columns in front"
        raise TakeError(f"{path}:1: not in the layout of Live Link Face: {what}")
    return [header.index(name) for name in names[2:]]
