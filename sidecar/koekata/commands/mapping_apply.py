"""`koekata mapping apply`: a take through a mapping table, without solving it again."""

from __future__ import annotations

from pathlib import Path

from rich.console import Console

from koekata.character import find_table
from koekata.commands._mapped import MappedWriter, need_mapped_suffix
from koekata.commands._names import refuse_existing
from koekata.errors import TakeError
from koekata.takes import faces_of, read_take

__all__ = ["apply"]


def apply(take: Path, table: str, out: Path, console: Console, *, force: bool = False) -> int:
    """Write what the character does in a take. Returns the exit code. Raises ConfigError, MappingError, TakeError."""
    need_mapped_suffix(out)
    refuse_existing(out, force=force)
    recorded = read_take(take)
    if not len(recorded):
        raise TakeError(f"{take}: the take has no rows", remedy="Choose another take.")
    with MappedWriter(out, find_table(table), recorded.fps) as writer:
        for face in faces_of(recorded):
            writer.add(face)
        writer.finish()
    console.print(writer.report())
    return 0
