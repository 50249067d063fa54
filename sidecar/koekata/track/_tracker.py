"""Follows the performers from picture to picture."""

from __future__ import annotations

from types import TracebackType

import numpy as np

from koekata.config import TrackConfig
from koekata.errors import CaptureError
from koekata.frames import CapturedFrame, FrameTime, ImageArray, TrackedFace
from koekata.track._confidence import confidence_of
from koekata.track._engine import Engine
from koekata.track._mouth_cover import MouthCover
from koekata.track._performers import Performer, assign, clashes
from koekata.track._regions import Candidate, Mesh, region_of
from koekata.track._search import Search

__all__ = ["Tracker"]


class Tracker:
    """Finds up to `config.performers` faces and follows them. Made by `open_tracker`; a context manager."""

    def __init__(self, engine: Engine, config: TrackConfig, *, live: bool) -> None:
        self._engine = engine
        self._performers = [Performer(number) for number in range(config.performers)]
        self._covers = [MouthCover() for _ in self._performers]
        self._search = Search(far=config.far_faces, live=live, tile_shares=engine.tile_shares)
        self._min_confidence = config.min_confidence
        self._size = (0, 0)
        self._anyone = False
        self._meshes: dict[int, Mesh] = {}

    @property
    def backend(self) -> str:
        """Name of the backend at work: `face-mesh` or `face-landmarker`."""
        return self._engine.name

    def track(self, frame: CapturedFrame) -> tuple[TrackedFace, ...]:
        """The faces in a picture, by performer id; empty where there is none.

        Pictures must come in the order of their time; after a jump backwards or a new size, tracking goes on from
        what is known. Raises CaptureError for a picture that is not (H, W, 3) of 8 bits.
        """
        image, now = _checked(frame.image), frame.time.timeline_s
        self._adopt_size((image.shape[1], image.shape[0]))
        self._meshes.clear()
        self._follow(image, now)
        self._look(image, now)
        return tuple(self._tracked(image, number, frame.time) for number in sorted(self._meshes))

    def close(self) -> None:
        """Free the networks."""
        self._engine.close()

    def __enter__(self) -> Tracker:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _adopt_size(self, size: tuple[int, int]) -> None:
        if self._size != size and all(self._size):
            for performer in self._performers:
                performer.rescale(size[0] / self._size[0], size[1] / self._size[1])
        self._size = size

    def _follow(self, image: ImageArray, now: float) -> None:
        """Put each visible performer's mesh on the face where it was last seen."""
        for performer in self._performers:
            if not performer.visible or performer.region is None:
                continue
            mesh = self._engine.mesh(performer.number, image, performer.region, now)
            if mesh is None:
                self._lose(performer)
            else:
                self._see(performer, mesh, now)
        for performer in clashes(self._performers, now):
            performer.give_way(now)
            self._lose(performer)

    def _look(self, image: ImageArray, now: float) -> None:
        """Search for missing performers until all are found or the plan is through."""
        anyone = bool(self._meshes)
        if anyone != self._anyone:
            self._search.restart()
        self._anyone = anyone
        if not self._missing():
            return
        lost = [performer.expected(now) for performer in self._performers if performer.held(now)]
        waiting: list[Candidate] = []
        for probe in self._search.plan(now, self._size, lost, anyone=anyone):
            found = self._engine.find(image, probe.window, probe.reach)
            waiting = self._new_faces([*waiting, *found])
            # Taken up together as far as possible, so that new ids go from left to right.
            if len(waiting) >= self._missing():
                self._take_up(image, waiting, now)
                waiting = []
            if not self._missing():
                break
        self._take_up(image, waiting, now)

    def _missing(self) -> int:
        return sum(not performer.visible for performer in self._performers)

    def _new_faces(self, candidates: list[Candidate]) -> list[Candidate]:
        """Without those that are followed already, and each only once; at most a handful, the best first."""
        known = [performer.region for performer in self._performers if performer.visible and performer.region]
        fresh: list[Candidate] = []
        for candidate in sorted(candidates, key=lambda found: -found.score):
            taken = [*known, *(other.region for other in fresh)]
            if not any(candidate.region.same_face(region) for region in taken):
                fresh.append(candidate)
        return fresh[:8]

    def _take_up(self, image: ImageArray, candidates: list[Candidate], now: float) -> None:
        for performer, candidate in assign(self._performers, candidates, now, self._size):
            mesh = self._engine.mesh(performer.number, image, candidate.region, now)
            if mesh is not None:
                # A detector's box is rough, above all on a far face: the mesh's own box places it better.
                mesh = self._engine.mesh(performer.number, image, region_of(mesh.points), now)
            if mesh is not None and not self._is_taken(mesh):
                self._see(performer, mesh, now)
            else:
                self._engine.forget(performer.number)

    def _is_taken(self, mesh: Mesh) -> bool:
        region = region_of(mesh.points)
        return any(region.same_face(region_of(other.points)) for other in self._meshes.values())

    def _see(self, performer: Performer, mesh: Mesh, now: float) -> None:
        performer.see(region_of(mesh.points), now)
        self._meshes[performer.number] = mesh

    def _lose(self, performer: Performer) -> None:
        performer.lose()
        self._meshes.pop(performer.number, None)
        self._engine.forget(performer.number)

    def _tracked(self, image: ImageArray, number: int, time: FrameTime) -> TrackedFace:
        mesh = self._meshes[number]
        seen = self._covers[number].seen(image, mesh.points, time.timeline_s)
        return TrackedFace(number, mesh.points, self._size, confidence_of(mesh, self._size), time, seen)


def _checked(image: ImageArray) -> ImageArray:
    if image.ndim != 3 or image.shape[2] != 3 or image.dtype != np.uint8 or 0 in image.shape:
        raise CaptureError(
            f"a picture of shape {image.shape} and type {image.dtype} came in",
            remedy="Faces are tracked in pictures of (height, width, 3) 8-bit RGB values.",
        )
    return np.ascontiguousarray(image)
