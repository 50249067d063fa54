"""Which input goes to which file; every clash is found before any work begins."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from koekata.errors import ConfigError

__all__ = ["FORMATS", "refuse_existing", "targets"]

FORMATS = ("csv", "npz", "parquet")


def targets(inputs: tuple[str, ...], out: Path, form: str, *, force: bool) -> list[tuple[str, Path]]:
    """Each input with its take: `out` itself for one input and a file name, else a file in the folder `out`.

    Raises ConfigError for an unknown format, two inputs of one name, or a take that is there already.
    """
    if form not in FORMATS:
        raise ConfigError(f"--format: '{form}' is no format of takes", remedy=f"Use {', '.join(FORMATS)}.")
    if len(inputs) == 1 and not out.is_dir() and out.suffix:
        pairs = [(inputs[0], out)]
    else:
        pairs = [(source, out / f"{_stem(source)}.{form}") for source in inputs]
        _refuse_clashes(pairs)
        _make_folder(out)
    for _, target in pairs:
        refuse_existing(target, force=force)
    return pairs


def refuse_existing(target: Path, *, force: bool) -> None:
    """Raises ConfigError when the file is there and must not be replaced."""
    if target.exists() and not force:
        raise ConfigError(f"{target}: is there already", remedy="Choose another name, or replace it with --force.")


def _stem(source: str) -> str:
    return Path(source.rstrip("/")).stem.strip("-") or "take"


def _refuse_clashes(pairs: list[tuple[str, Path]]) -> None:
    [(target, count)] = Counter(target for _, target in pairs).most_common(1)
    if count > 1:
        clash = ", ".join(source for source, other in pairs if other == target)
        raise ConfigError(f"{clash}: all would become {target}", remedy="Solve them one by one, each with its --out.")


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ConfigError(
            f"{folder}: cannot be made a folder: {error.strerror}",
            remedy="Name another folder, or a file with a suffix.",
        ) from error
