"""`koekata solve`: films into takes, every picture a row."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from rich.console import Console

from koekata.capture.addresses import SOUND_SUFFIXES
from koekata.character import find_table
from koekata.commands._configuration import with_values
from koekata.commands._film import Film, Task, solve_film
from koekata.commands._fit import need_flame
from koekata.commands._guard import INTERRUPTED, load_tracker, report, undisturbed
from koekata.commands._mapped import need_mapped_suffix
from koekata.commands._names import targets
from koekata.commands._record import Recording, record
from koekata.commands._session import open_model, stored_calibration
from koekata.config import KoekataConfig
from koekata.errors import CaptureError, ConfigError
from koekata.mapping import load_table
from koekata.receive import Listener
from koekata.refine import need_torch

__all__ = ["Job", "record_stream", "solve"]


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
    save_fit: Path | None = None
    """Where FLAME's own parameters go; a folder for more than one input."""
    refine: bool = False
    device: str = "cpu"
    """What refining runs on."""
    mapped: Path | None = None
    """Where goes what the configured character does; a folder for more than one input."""
    keys: str = ""
    """Folder of the keys of the sidecar whose stream is recorded; empty where it does not encrypt."""


def solve(config: KoekataConfig, job: Job, console: Console) -> int:
    """Solve each input; one that cannot be read is reported, and the others go on. Returns the exit code."""
    if not job.inputs:
        raise ConfigError("there is nothing to solve", remedy="Name a film: `koekata solve film.mp4 --out film.csv`.")
    if job.refine:
        with undisturbed():
            need_torch(job.device)
    table = _table(config, job)
    films = _films(job)
    task = replace(_task(config, job, console), table=table)
    config = with_values(config, {"track.performers": max(config.track.performers, job.performer + 1)})
    load_tracker()
    bad = 0
    for film in films:
        one = with_values(config, _source(film.source))
        try:
            outcome = solve_film(one, film, task, console)
        except KeyboardInterrupt:
            console.print(f"interrupted: {film.take or film.mapped} is not written")
            return INTERRUPTED
        except CaptureError as error:
            if len(films) == 1:
                raise
            report(error)
            bad += 1
            continue
        if outcome.interrupted:
            return INTERRUPTED
        bad += not outcome.tracked
    if len(films) > 1:
        console.print(f"{len(films) - bad} of {len(films)} solved")
    return 1 if bad else 0


def _source(name: str) -> dict[str, object]:
    """A sound file is a voice without pictures."""
    if Path(name).suffix.lower() in SOUND_SUFFIXES:
        return {"capture.source": "none", "voice.source": name}
    return {"capture.source": name, "capture.loop": False}


def record_stream(address: str, job: Job, fps: float, console: Console) -> int:
    """Write the stream of a running sidecar as a take. Returns the exit code."""
    if job.inputs:
        raise ConfigError("a stream and a film were named", remedy="Leave out INPUT, or --from-stream.")
    if job.mapped is not None:
        raise ConfigError(
            "--mapped is for films", remedy="Record the take first, and map it with `koekata mapping apply`."
        )
    if job.refine or job.save_fit is not None:
        raise ConfigError(
            "a stream holds weights and no landmarks, so there is nothing to refine and no FLAME fit to save",
            remedy="Leave out --refine and --save-fit; `koekata run --save-fit` writes the fit where it is made.",
        )
    [(_, target)] = targets((f"stream.{job.form}",), _out(job), job.form, force=job.force)
    with Listener(address, job.performer, job.keys) as listener, Recording(target, fps) as recording:
        console.print(f"listening to {listener.address}; Ctrl-C ends the take")
        interrupted = record(listener, recording, job.seconds)
        recording.finish()
    console.print(recording.report())
    return INTERRUPTED if interrupted else int(not recording.tracked)


def _out(job: Job) -> Path:
    if job.out is None:
        raise ConfigError("it is not said where to write to", remedy="Add `--out take.csv`, or .npz or .parquet.")
    return job.out


def _table(config: KoekataConfig, job: Job) -> Path | None:
    """The mapping table, checked before any work begins. Raises ConfigError and MappingError."""
    if job.mapped is None:
        return None
    if not config.mapping.table:
        raise ConfigError("--mapped needs a mapping table", remedy="Name one: `--mapping vrm1`, or a path.")
    table = find_table(config.mapping.table)
    load_table(table)
    return table


def _films(job: Job) -> list[Film]:
    """Each input with what it becomes. Raises ConfigError for a clash, or for a file that is there already."""
    count = len(job.inputs)
    # The character alone may be wanted.
    takes = _paths(job, _out(job) if job.mapped is None else job.out, job.form) or [None] * count
    fits = _paths(job, job.save_fit, "npz") or [None] * count
    mapped = _paths(job, job.mapped, "npz" if job.form == "npz" else "csv") or [None] * count
    films = [Film(*parts) for parts in zip(job.inputs, takes, fits, mapped, strict=True)]
    for film in films:
        if film.mapped is not None:
            need_mapped_suffix(film.mapped)
        _refuse_same(film)
    return films


def _paths(job: Job, out: Path | None, form: str) -> list[Path | None]:
    """A file for each input; nothing where none is wanted."""
    return [] if out is None else [path for _, path in targets(job.inputs, out, form, force=job.force)]


def _refuse_same(film: Film) -> None:
    named = {"--out": film.take, "--save-fit": film.fit, "--mapped": film.mapped}
    by_path: dict[Path, str] = {}
    for option, path in named.items():
        if path is not None and by_path.setdefault(path, option) != option:
            raise ConfigError(
                f"{path}: {by_path[path]} and {option} would write the same file",
                remedy="Give one of them another name.",
            )


def _task(config: KoekataConfig, job: Job, console: Console) -> Task:
    model = open_model(config, console)
    if job.save_fit is not None:
        need_flame(model)
    profile = stored_calibration(config, model)
    console.print(f"face model: {model.description} (licence: {model.licence})")
    neutral = profile.neutral if profile else None
    return Task(model, neutral, job.performer, job.seconds, job.force, job.device if job.refine else None)
