"""One film into a take, with what may go along: FLAME's parameters, and refining."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Protocol

from rich.console import Console

from koekata.audio.stage import VoiceStage, open_voice
from koekata.capture import Source, open_source
from koekata.commands._fit import open_fit
from koekata.commands._guard import undisturbed
from koekata.commands._mapped import MappedWriter
from koekata.commands._progress import FrameProgress
from koekata.config import KoekataConfig
from koekata.face_model.open import OpenedModel
from koekata.fit.calibrate import Neutral
from koekata.frames import FittedFace, SolvedFace, TrackedFace
from koekata.offline import OfflineSolver
from koekata.takes import open_take
from koekata.track import open_tracker

if TYPE_CHECKING:
    from koekata.refine.clip import Refined
    from koekata.takes.flame import FlameTake

__all__ = ["Film", "Outcome", "Task", "solve_film"]

_USUAL_FPS = 30.0
Seen = tuple[TrackedFace, FittedFace]


@dataclass(frozen=True, slots=True)
class Film:
    """One input, and what it becomes."""

    source: str
    take: Path | None
    """For the channels; None where only the character is wanted."""
    fit: Path | None
    """For FLAME's own parameters, if they are wanted."""
    mapped: Path | None = None
    """For what a character does, if it is wanted."""


@dataclass(frozen=True, slots=True)
class Task:
    """What every film is solved with."""

    model: OpenedModel
    neutral: Neutral | None
    """A stored calibration; None finds one in each film."""
    performer: int
    seconds: float | None
    force: bool
    refine_on: str | None
    """What torch refines on; None where nothing is refined."""
    table: Path | None = None
    """The mapping table of that character."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a film."""

    tracked: int
    """Frames in which the performer was found; all of them where only a voice is there."""
    interrupted: bool = False
    """Refining was, and the unrefined take is written."""


def solve_film(config: KoekataConfig, film: Film, task: Task, console: Console) -> Outcome:
    """Solve one film. Files appear whole or not at all; Ctrl-C while refining keeps what is not refined."""
    with ExitStack() as stack:
        voice = open_voice(config, live=False)
        if voice is not None:
            stack.callback(voice.close)
        alone = voice is not None and voice.alone
        source = stack.enter_context(open_source(config.capture, live=False))
        tracker = None if alone else stack.enter_context(open_tracker(config.track, live=False))
        fps = source.fps or config.capture.fps or _USUAL_FPS
        writers = _open_writers(film, task, fps, stack)
        fit = open_fit(film.fit, task.model, force=task.force)
        if fit is not None:
            stack.enter_context(fit)
        solver = OfflineSolver(config, tracker, task.model.face_model, performer=task.performer)
        limit = round(task.seconds * fps) if task.seconds else None
        began = monotonic()
        faces: Iterable[SolvedFace] = _faces(solver, source, task.neutral, limit, console)
        interrupted = False
        if task.refine_on:
            faces, interrupted = _refined(solver, faces, fit, task, console)
        elif fit is not None:
            solver.watchers.append(lambda seen, fitted: fit.add(seen, fitted, solver.neutral))
        for face in _voiced(solver, faces, voice, refined=bool(task.refine_on)):
            _add(face, writers)
        for writer in writers:
            writer.finish()
        if fit is not None:
            fit.finish()
    _tell(solver, writers[0], monotonic() - began, console, limited=writers[0].rows == limit, voice=voice)
    for writer in writers:
        if isinstance(writer, MappedWriter):
            console.print(writer.report())
    if fit is not None:
        console.print(f"{fit.path}: FLAME parameters of {fit.rows} frames")
    return Outcome(writers[0].rows if alone else solver.summary.tracked, interrupted)


class _Writer(Protocol):
    @property
    def path(self) -> Path: ...

    @property
    def rows(self) -> int: ...

    def add(self, face: SolvedFace) -> None: ...

    def finish(self) -> None: ...


def _open_writers(film: Film, task: Task, fps: float, stack: ExitStack) -> list[_Writer]:
    """What takes the faces: the take, and the character."""
    writers: list[_Writer] = []
    if film.take is not None:
        writers.append(stack.enter_context(open_take(film.take, fps=fps, face_model=task.model.edition)))
    if film.mapped is not None and task.table is not None:
        writers.append(stack.enter_context(MappedWriter(film.mapped, task.table, fps)))
    return writers


def _faces(
    solver: OfflineSolver, source: Source, neutral: Neutral | None, limit: int | None, console: Console
) -> Iterator[SolvedFace]:
    total = min(filter(None, (source.frame_count, limit)), default=None)
    with FrameProgress(console, Path(source.description).name, total) as shown:

        def progress(frames: int) -> None:
            shown.advance(frames)
            if frames == limit:
                source.close()

        yield from solver.solve(source, neutral, progress)


def _voiced(
    solver: OfflineSolver, faces: Iterable[SolvedFace], voice: VoiceStage | None, *, refined: bool
) -> Iterable[SolvedFace]:
    """The faces with the voice in them. A refined take has no unsmoothed faces of its own."""
    if voice is None:
        return faces
    if refined or voice.alone:
        return voice.fuse_take(faces)
    queue = solver.unsmoothed = deque()
    return voice.fuse_take(faces, _emptied(queue))


def _emptied(queue: deque[SolvedFace]) -> Iterator[SolvedFace]:
    """What is in a queue that is filled on the way."""
    while queue:
        yield queue.popleft()


def _add(face: SolvedFace, writers: list[_Writer]) -> None:
    for writer in writers:
        writer.add(face)


def _refined(
    solver: OfflineSolver,
    faces: Iterable[SolvedFace],
    fit: FlameTake | None,
    task: Task,
    console: Console,
) -> tuple[list[SolvedFace], bool]:
    """Solve and refine. Returns the faces, and whether refining was interrupted."""
    seen: list[Seen] = []
    solver.watchers.append(lambda tracked, fitted: seen.append((tracked, fitted)))
    solved = list(faces)
    refined = _refine(solver, seen, task, console)
    if refined is not None:
        solver.neutral = refined.neutral
        console.print(f"refined {len(seen)} frames together on {task.refine_on}")
        solved = list(solver.solve_again(solved, refined.faces()))
    if fit is not None:
        fits = refined.faces() if refined is not None else (fitted for _, fitted in seen)
        for (tracked, _), fitted in zip(seen, fits, strict=True):
            fit.add(tracked, fitted, solver.neutral)
    return solved, refined is None and bool(seen)


def _refine(solver: OfflineSolver, seen: list[Seen], task: Task, console: Console) -> Refined | None:
    """None where there is nothing to refine, or where Ctrl-C came."""
    if not seen or solver.neutral is None or task.refine_on is None:
        return None
    with undisturbed():
        from koekata.refine.clip import refine

    try:
        with FrameProgress(console, "refining", len(seen)) as shown:
            return refine(
                task.model.face_model,
                seen,
                solver.neutral,
                task.refine_on,
                lambda share: shown.advance(round(share * len(seen))),
            )
    except KeyboardInterrupt:
        console.print("interrupted while refining: what is written is not refined", style="yellow")
        return None


def _tell(
    solver: OfflineSolver,
    take: _Writer,
    seconds: float,
    console: Console,
    *,
    limited: bool,
    voice: VoiceStage | None,
) -> None:
    done = solver.summary
    alone = voice is not None and voice.alone
    console.print(f"{take.path}: {take.rows} frames at {take.rows / max(1e-6, seconds):.0f} per second, ", end="")
    console.print("from the voice alone" if alone else _found(solver, take.rows))
    if voice is not None:
        console.print(f"voice: {voice.listener.description}")
    if limited:
        console.print(f"stopped after {take.rows} frames, as asked")
    elif not alone:
        console.print(done.ending, style="yellow" if "truncated" in done.ending else None)
    if done.drift:
        console.print(done.drift, style="yellow")
    if not done.tracked and not alone:
        console.print("No face was found in any picture; the take holds no motion.", style="red")


def _found(solver: OfflineSolver, rows: int) -> str:
    tracked = solver.summary.tracked
    focal = f", focal length {solver.neutral.focal_share:.2f} of the longer side" if solver.neutral else ""
    return f"face found in {tracked} ({tracked / max(1, rows):.1%}){focal}"
