"""MediaPipe's Face Landmarker from a downloaded model file: the backend of newer mediapipe releases.

Its detector works at short range only and takes no region, so a small face is followed in a window cut out around it
at full resolution. With one face per landmarker, MediaPipe smooths the landmarks a little on its own.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np

from koekata.errors import ModelError
from koekata.frames import FloatArray, ImageArray
from koekata.track._engine import Reach
from koekata.track._quiet import without_chatter
from koekata.track._regions import Candidate, Mesh, Region, Window, cut, region_of, window_around

__all__ = ["LandmarkerEngine", "LandmarkerOpener", "as_picture"]

_WINDOW_SIDES = 3.0
"""Side of a new window in sides of the face: the detector sees the face well, and it has room to move."""
_WINDOW_KEPT = (2.0, 5.0)
"""A window is kept while its side is within these multiples of the face."""
_WHOLE_SHARE = 0.25
"""A single face from this share of the shorter image side on is followed in the whole picture."""
_MOST_FACES = 4
_JUMP_MS = 1000


class LandmarkerEngine:
    """One landmarker per performer that follows, and one that searches."""

    name = "face-landmarker"
    tile_shares: tuple[float, ...] = (0.6, 0.3)

    def __init__(self, model: Path, *, min_confidence: float, slots: int) -> None:
        self._open = LandmarkerOpener(model, min_confidence)
        self._alone = slots == 1
        with without_chatter():
            self._scout = self._open(video=False, faces=_MOST_FACES)
            self._followers = [_Follower(self._open(video=True, faces=1)) for _ in range(slots)]
            self._scout.detect(as_picture(_blank()))
            for follower in self._followers:
                follower.reset()

    def mesh(self, slot: int, image: ImageArray, region: Region, time_s: float) -> Mesh | None:
        """See `Engine.mesh`. The presence score is not published by this backend."""
        points = self._followers[slot].follow(image, region, time_s, alone=self._alone)
        return None if points is None else Mesh(points, 1.0)

    def find(self, image: ImageArray, window: Window, reach: Reach) -> list[Candidate]:  # noqa: ARG002
        """See `Engine.find`: there is one detector, and far faces are found in small windows."""
        result = self._scout.detect(as_picture(cut(image, window)))
        faces = [_points_of(landmarks, window) for landmarks in result.face_landmarks]
        return [Candidate(region_of(points), 1.0) for points in faces]

    def forget(self, slot: int) -> None:
        """See `Engine.forget`."""
        self._followers[slot].forget()

    def close(self) -> None:
        """See `Engine.close`."""
        self._scout.close()
        for follower in self._followers:
            follower.close()


class _Follower:
    """Follows one face; its landmarker remembers the face's place within the window from call to call."""

    def __init__(self, landmarker: Any) -> None:
        self._landmarker = landmarker
        self._window: Window | None = None
        self._size = (0, 0)
        self._last_ms = 0
        self._offset_ms = 0

    def follow(self, image: ImageArray, region: Region, time_s: float, *, alone: bool) -> FloatArray | None:
        """(478, 3) landmarks in image pixels of the face in the region, or None."""
        size = (image.shape[1], image.shape[0])
        if self._window is None or size != self._size or not _fits(self._window, region, size):
            if self._window is not None:
                self.reset()
            self._window, self._size = _window_for(region, size, alone=alone), size
        # After a loss the landmarker searches the window anew in its next call only.
        for _ in range(2):
            points = self._detect(image, self._window, time_s)
            if points is not None and region_of(points).distance(region) < 1.0:
                return points
        return None

    def forget(self) -> None:
        """The next call starts anew."""
        if self._window is not None:
            self.reset()
        self._window = None

    def reset(self) -> None:
        """Make the landmarker forget place and smoothing by showing it an empty picture."""
        self._last_ms += 1
        self._landmarker.detect_for_video(as_picture(_blank()), self._last_ms)

    def close(self) -> None:
        self._landmarker.close()

    def _detect(self, image: ImageArray, window: Window, time_s: float) -> FloatArray | None:
        try:
            result = self._landmarker.detect_for_video(as_picture(cut(image, window)), self._stamp(time_s))
        except RuntimeError as error:
            raise ModelError(f"face-landmarker: the network failed: {error}", remedy="Restart the tracker.") from error
        return _points_of(result.face_landmarks[0], window) if result.face_landmarks else None

    def _stamp(self, time_s: float) -> int:
        """Milliseconds that only grow, also when the source starts again or a picture is looked at twice."""
        wanted = round(time_s * 1000) + self._offset_ms
        if wanted < self._last_ms - _JUMP_MS:
            self._offset_ms += self._last_ms - wanted
        self._last_ms = max(self._last_ms + 1, wanted)
        return self._last_ms


class LandmarkerOpener:
    """Makes landmarkers of one model file."""

    def __init__(self, model: Path, min_confidence: float) -> None:
        try:
            # As bytes: MediaPipe's own file reader stumbles over some paths on Windows.
            self._content = model.read_bytes()
        except OSError as error:
            raise ModelError(f"{model}: cannot be read: {error.strerror}") from error
        self._model = model
        self._min_confidence = min_confidence

    def __call__(self, *, video: bool, faces: int, scores: bool = False) -> Any:
        """A landmarker for one video or for single pictures; `scores` asks for its blendshape network as well."""
        from mediapipe.tasks.python import BaseOptions, vision

        mode = vision.RunningMode.VIDEO if video else vision.RunningMode.IMAGE
        options = vision.FaceLandmarkerOptions(
            base_options=BaseOptions(model_asset_buffer=self._content),
            running_mode=mode,
            num_faces=faces,
            output_face_blendshapes=scores,
            min_face_detection_confidence=self._min_confidence,
            min_face_presence_confidence=self._min_confidence,
            min_tracking_confidence=self._min_confidence,
        )
        try:
            return vision.FaceLandmarker.create_from_options(options)
        except (RuntimeError, ValueError) as error:
            raise ModelError(
                f"{self._model}: is not a Face Landmarker model: {error}",
                remedy="Delete the file and fetch it again: `koekata models get face-landmarker`.",
            ) from error


def _fits(window: Window, region: Region, size: tuple[int, int]) -> bool:
    """Whether the face is still well inside the window; a side at the picture's edge leaves no room to ask for."""
    low, high = _WINDOW_KEPT
    if not low * region.side <= max(window.width, window.height) <= high * region.side:
        return (window.width, window.height) == size and region.side >= _WHOLE_SHARE * min(size) / 1.5
    return all(
        start == 0 or start <= centre - region.side * 0.75
        for start, centre in ((window.x, region.x), (window.y, region.y))
    ) and all(
        end == limit or end >= centre + region.side * 0.75
        for end, limit, centre in (
            (window.x + window.width, size[0], region.x),
            (window.y + window.height, size[1], region.y),
        )
    )


def _window_for(region: Region, size: tuple[int, int], *, alone: bool) -> Window:
    if alone and region.side >= _WHOLE_SHARE * min(size):
        return Window(0, 0, *size)
    return window_around(region, max(32.0, _WINDOW_SIDES * region.side), size)


def as_picture(image: ImageArray) -> Any:
    """A MediaPipe image of (H, W, 3) RGB."""
    import mediapipe

    return mediapipe.Image(image_format=mediapipe.ImageFormat.SRGB, data=np.ascontiguousarray(image))


def _blank() -> ImageArray:
    return np.zeros((64, 64, 3), np.uint8)


def _points_of(landmarks: Any, window: Window) -> FloatArray:
    points = np.array([(point.x, point.y, point.z) for point in landmarks], np.float64)
    points *= (window.width, window.height, window.width)
    points[:, :2] += (window.x, window.y)
    return points
