"""FLAME's own parameters as a NumPy archive, under the names that FLAME tools use.

T rows, one for each picture in which the face was found. Rotations are axis-angle in radians, lengths are metres.

| name | shape | |
|---|---|---|
| `shape` | (S,) | identity |
| `expr` | (T, E) | expression coefficients |
| `rotation`, `translation` | (T, 3) | of the whole head: they put the mesh into the camera's axes |
| `neck_pose`, `jaw_pose` | (T, 3) | the neck is always 0 |
| `eyes_pose` | (T, 6) | left eye, then right eye |
| `static_offset` | (1, V, 3) | zeros: the head is FLAME's and nothing else |
| `timestep_id`, `time_s`, `timecode` | (T,) | which picture, counted by the source from 1; when, on its time line |
| `residual` | (T,) | metres: root mean square distance between landmarks and mesh |
| `expr_deviation`, `jaw_pose_deviation`, `eyes_pose_deviation` | as those | standard deviations |
| `focal_length`, `image_size` | (), (2,) | pixels; the camera looks through the middle of the picture |
| `fps` | () | pictures per second of the source |
| `flame_edition`, `flame_sha256`, `koekata_version` | () | |

Names and layout of the parameters are those of VHAP and GaussianAvatars.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from koekata.errors import TakeError
from koekata.face_model.flame.face import FlameFace
from koekata.face_model.flame.fit import FlameFit, FlameFitter
from koekata.fit.calibrate import Neutral
from koekata.fit.camera import Camera
from koekata.frames import FittedFace, TrackedFace
from koekata.takes._columns import koekata_version
from koekata.takes._files import PartialFile, explained

__all__ = ["FlameTake"]

Row = dict[str, Any]
_AT_ONCE = 3
"""Frames that are fitted when one is added: those that waited for the calibration hold nobody up."""


class FlameTake:
    """Fits FLAME to one performer's frames and writes the file, whole or not at all.

    A context manager: call `finish` to keep the file. Holds the rows in memory: about a kilobyte for each.
    """

    def __init__(self, path: Path, face: FlameFace, edition: str = "") -> None:
        """Raises TakeError when the file cannot be written: before the first frame, not after the last."""
        if path.suffix.lower() != ".npz":
            raise TakeError(f"{path}: FLAME parameters are written as .npz", remedy="Give the file that suffix.")
        self.path, self._face, self._edition = path, face, edition
        self._fitter: FlameFitter | None = None
        self._neutral: Neutral | None = None
        self._waiting: list[FittedFace] = []
        self._rows: list[Row] = []
        self._image_size = (0, 0)
        self._file: PartialFile | None = PartialFile(path)

    @property
    def rows(self) -> int:
        """Frames that were added."""
        return len(self._rows) + len(self._waiting)

    def add(self, seen: TrackedFace, fitted: FittedFace, neutral: Neutral | None) -> None:
        """Take a frame. `neutral` is the performer's final calibration; until there is one, frames wait for it."""
        if not self.rows:
            self._image_size = seen.image_size
        self._waiting.append(fitted)
        if neutral is not None:
            if neutral is not self._neutral:
                self._neutral, self._fitter = neutral, FlameFitter(self._face, neutral)
            self._fit_waiting(_AT_ONCE)

    def finish(self) -> None:
        """Complete the file under its name; the second time does nothing. Raises TakeError when that fails."""
        if self._file is None:
            return
        self._fit_uncalibrated()
        file, self._file = self._file, None
        try:
            with explained(self.path, "written"):
                np.savez_compressed(file.file, **self._arrays())
            file.commit()
        except BaseException:
            file.discard()
            raise

    def discard(self) -> None:
        """Leave no trace, unless it is finished already."""
        if self._file is not None:
            self._file.discard()
            self._file = None

    def _fit_waiting(self, most: int) -> None:
        if self._fitter is not None:
            due, self._waiting = self._waiting[:most], self._waiting[most:]
            self._rows += [_row(fitted, self._fitter.fit(fitted)) for fitted in due]

    def _fit_uncalibrated(self) -> None:
        """A session that ended before its calibration: with the last guess at the neutral face."""
        if self._waiting and self._fitter is None:
            self._neutral = Neutral(self._waiting[-1].neutral, 0.0, 0.0, 0)
            self._fitter = FlameFitter(self._face, self._neutral)
        self._fit_waiting(len(self._waiting))

    def _arrays(self) -> dict[str, NDArray[Any]]:
        flame = self._face.flame
        shape = self._fitter.identity.shape if self._fitter else np.zeros(flame.shape_count)
        columns = _columns(self._rows, flame.expression_count)
        camera = Camera.of_image(self._image_size, self._neutral.focal_share if self._neutral else 0.0)
        return {
            "shape": shape.astype(np.float32),
            **columns,
            "static_offset": np.zeros((1, len(flame.v_template), 3), np.float32),
            "focal_length": np.array(camera.focal),
            "image_size": np.array(self._image_size),
            "fps": np.array(_rate(columns["timestep_id"], columns["time_s"])),
            "flame_edition": np.array(self._edition or flame.edition),
            "flame_sha256": np.array(flame.sha256),
            "koekata_version": np.array(koekata_version()),
        }

    def __enter__(self) -> FlameTake:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.discard()


def _row(fitted: FittedFace, fit: FlameFit) -> Row:
    found = fit.parameters
    count = len(found.expression)
    deviation = np.sqrt(np.diag(fit.covariance)).astype(np.float32)
    return {
        "expr": found.expression.astype(np.float32),
        "rotation": found.rotation.astype(np.float32),
        "translation": found.translation.astype(np.float32),
        "neck_pose": found.neck.astype(np.float32),
        "jaw_pose": found.jaw.astype(np.float32),
        "eyes_pose": np.concatenate([found.left_eye, found.right_eye]).astype(np.float32),
        "timestep_id": fitted.time.sequence,
        "time_s": fitted.time.timeline_s,
        "timecode": fitted.time.timecode or "",
        "residual": np.float32(fit.residual),
        "expr_deviation": deviation[:count],
        "jaw_pose_deviation": deviation[count : count + 3],
        "eyes_pose_deviation": deviation[count + 3 : count + 9],
    }


def _columns(rows: Sequence[Row], count: int) -> dict[str, NDArray[Any]]:
    """The rows as arrays, with their shapes even where there is no row."""
    widths = {"expr": count, "expr_deviation": count, "eyes_pose": 6, "eyes_pose_deviation": 6}
    widths |= dict.fromkeys(("rotation", "translation", "neck_pose", "jaw_pose", "jaw_pose_deviation"), 3)
    made = {
        name: np.array([row[name] for row in rows], np.float32).reshape(-1, width) for name, width in widths.items()
    }
    return {
        **made,
        "residual": np.array([row["residual"] for row in rows], np.float32),
        "timestep_id": np.array([row["timestep_id"] for row in rows], np.int64),
        "time_s": np.array([row["time_s"] for row in rows], np.float64),
        "timecode": np.array([row["timecode"] for row in rows], "U16"),
    }


def _rate(numbers: NDArray[np.int64], times: NDArray[np.float64]) -> float:
    """Pictures per second of the source, whether or not some of them show no face."""
    steps = np.diff(times) / np.diff(numbers)
    return float(1.0 / np.median(steps)) if len(steps) and np.median(steps) > 0 else 0.0
