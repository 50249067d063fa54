"""`koekata solve`: films into takes, every picture a row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

from rich.console import Console

from koekata.capture import Source, open_source
from koekata.commands._configuration import with_values
from koekata.commands._guard import INTERRUPTED, load_tracker, report
from koekata.commands._names import targets
from koekata.commands._progress import FrameProgress
from koekata.commands._record import Recording, record
from koekata.commands._session import open_model, stored_calibration
from koekata.config import KoekataConfig
from koekata.errors import CaptureError, ConfigError
from koekata.face_model.open import OpenedModel
from koekata.fit.calibrate import Neutral
from koekata.frames import SolvedFace
from koekata.offline import OfflineSolver
from koekata.receive import Listener
from koekata.takes import open_take
from koekata.track import open_tracker

__all__ = ["Job", "record_stream", "solve"]

_USUAL_FPS = 30.0


@dataclass(frozen=True, slots=True)
class Job:
    """What is to be solved, and where to."""

    inputs: tuple[str, ...]
    out: Path | None
    form: str
    """Suffix of the takes where `out` is a folder."""
    performer: int
    seconds: float | None
    force: bool


def solve(config: KoekataConfig, job: Job, console: Console) -> int:
    """Solve each input; one that cannot be read is reported, and the others go on. Returns the exit code."""
    if not job.inputs:
        raise ConfigError("there is nothing to solve", remedy="Name a film: `koekata solve film.mp4 --out film.csv`.")
    pairs = targets(job.inputs, _out(job), job.form, force=job.force)
    fitted = _fitted(config, console)
    config = with_values(config, {"track.performers": max(config.track.performers, job.performer + 1)})
    load_tracker()
    bad = 0
    for source, target in pairs:
        one = with_values(config, {"capture.source": source, "capture.loop": False})
        try:
            found = _solve_one(one, target, job, fitted, console)
        except KeyboardInterrupt:
            console.print(f"interrupted: {target} is not written")
            return INTERRUPTED
        except CaptureError as error:
            if len(pairs) == 1:
                raise
            report(error)
            found = False
        bad += not found
    if len(pairs) > 1:
        console.print(f"{len(pairs) - bad} of {len(pairs)} solved")
    return 1 if bad else 0


def record_stream(address: str, job: Job, fps: float, console: Console) -> int:
    """Write the stream of a running sidecar as a take. Returns the exit code."""
    if job.inputs:
        raise ConfigError("a stream and a film were named", remedy="Leave out INPUT, or --from-stream.")
    [(_, target)] = targets((f"stream.{job.form}",), _out(job), job.form, force=job.force)
    with Listener(address, job.performer) as listener, Recording(target, fps) as recording:
        console.print(f"listening to {listener.address}; Ctrl-C ends the take")
        interrupted = record(listener, recording, job.seconds)
        recording.finish()
    console.print(recording.report())
    return INTERRUPTED if interrupted else int(not recording.tracked)


def _out(job: Job) -> Path:
    if job.out is None:
        raise ConfigError("it is not said where to write to", remedy="Add `--out take.csv`, or .npz or .parquet.")
    return job.out


@dataclass(frozen=True, slots=True)
class _Fitted:
    """What every film is solved with."""

    model: OpenedModel
    neutral: Neutral | None


def _fitted(config: KoekataConfig, console: Console) -> _Fitted:
    model = open_model(config, console)
    profile = stored_calibration(config, model)
    console.print(f"face model: {model.description} (licence: {model.licence})")
    return _Fitted(model, profile.neutral if profile else None)


def _solve_one(config: KoekataConfig, target: Path, job: Job, fitted: _Fitted, console: Console) -> bool:
    """Solve one film. Returns whether the performer was seen at all."""
    with open_source(config.capture, live=False) as source, open_tracker(config.track, live=False) as tracker:
        fps = source.fps or config.capture.fps or _USUAL_FPS
        solver = OfflineSolver(config, tracker, fitted.model.face_model, performer=job.performer)
        limit = round(job.seconds * fps) if job.seconds else None
        total = min(filter(None, (source.frame_count, limit)), default=None)
        began = monotonic()
        title, edition = Path(source.description).name, fitted.model.edition
        with open_take(target, fps=fps, face_model=edition) as take, FrameProgress(console, title, total) as shown:
            for face in _faces(solver, source, fitted.neutral, limit, shown):
                take.add(face)
    seconds = max(1e-6, monotonic() - began)
    _tell(solver, target, take.rows, take.rows / seconds, console, limited=take.rows == limit)
    return solver.summary.tracked > 0


def _faces(
    solver: OfflineSolver, source: Source, neutral: Neutral | None, limit: int | None, shown: FrameProgress
) -> Iterator[SolvedFace]:
    def progress(frames: int) -> None:
        shown.advance(frames)
        if frames == limit:
            source.close()

    return solver.solve(source, neutral, progress)


def _tell(solver: OfflineSolver, target: Path, rows: int, rate: float, console: Console, *, limited: bool) -> None:
    done = solver.summary
    focal = f", focal length {solver.neutral.focal_share:.2f} of the longer side" if solver.neutral else ""
    console.print(
        f"{target}: {rows} frames at {rate:.0f} per second, face found in {done.tracked} "
        f"({done.tracked / max(1, rows):.1%}){focal}"
    )
    if limited:
        console.print(f"stopped after {rows} frames, as asked")
    else:
        console.print(done.ending, style="yellow" if "truncated" in done.ending else None)
    if not done.tracked:
        console.print("No face was found in any picture; the take holds no motion.", style="red")
