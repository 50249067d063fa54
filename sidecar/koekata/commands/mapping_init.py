"""`koekata mapping init`: a first mapping table for a character, and an account of it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console

from koekata.channels import ARKIT_NAMES
from koekata.commands._names import refuse_existing
from koekata.errors import ConfigError
from koekata.mapping.draft import Draft, draft, read_character
from koekata.mapping.draft.account import account, account_lines
from koekata.whole_file import whole_file

__all__ = ["Wish", "init"]

_REPORTS = ("text", "json")
_ANY = 0.01


@dataclass(frozen=True, slots=True)
class Wish:
    """What the command line says."""

    model: Path
    out: Path | None
    accept: float
    doubtful: bool
    report: str
    force: bool

    @property
    def target(self) -> Path:
        """Where the table goes: beside nothing, in the folder where the user is, unless said otherwise."""
        return self.out or Path(f"{self.model.stem}.mapping.json")


def init(wish: Wish, console: Console) -> int:
    """Read a model, draft its table, write it and tell. Returns the exit code: 1 where nothing was recognised.

    Raises ModelError for a model that cannot be read, ConfigError for a table that is there already.
    """
    if wish.report not in _REPORTS:
        raise ConfigError(f"--report: '{wish.report}' is none", remedy="Use text or json.")
    refuse_existing(wish.target, force=wish.force)
    drafted = draft(read_character(wish.model), _ANY if wish.doubtful else wish.accept)
    written = bool(drafted.table.rows)
    if written:
        _write(wish.target, drafted)
    told = account(drafted, _reliability(), wish.target if written else None)
    if wish.report == "json":
        console.print(json.dumps(told, ensure_ascii=False, indent=2))
    else:
        console.print("\n".join(account_lines(told)))
    return int(not written)


def _write(target: Path, drafted: Draft) -> None:
    try:
        with whole_file(target) as file:
            file.write(drafted.text.encode("utf-8"))
    except OSError as error:
        raise ConfigError(
            f"{target}: cannot be written: {error.strerror or error}", remedy="Choose another place with --out."
        ) from error


def _reliability() -> dict[str, float]:
    """The share of each channel that Koekata's own solver recovers; 0 for what it does not see."""
    from koekata.solve.hybrid import load_refiner

    refiner = load_refiner()
    known = dict(zip(refiner.expression_names, refiner.reliability.tolist(), strict=True))
    return {name: float(known.get(name, 0.0)) for name in ARKIT_NAMES}
