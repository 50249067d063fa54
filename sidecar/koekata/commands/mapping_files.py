"""`koekata mapping resolve` and `migrate`: tables in, tables out."""

from __future__ import annotations

from pathlib import Path

import typer
from rich.console import Console

from koekata.commands._names import refuse_existing
from koekata.errors import ConfigError, MappingError
from koekata.mapping.document import read_file
from koekata.mapping.loader import error_of
from koekata.mapping.migrate import VERSION, migrate
from koekata.mapping.resolve import resolve
from koekata.mapping.write import table_text
from koekata.whole_file import whole_file

__all__ = ["migrate_file", "resolve_file"]


def resolve_file(table: Path, out: Path | None, console: Console, *, force: bool = False) -> int:
    """Print the table with all that it extends, or write it. Returns the exit code."""
    text = table_text(resolve(table, out.parent if out else None))
    _deliver(text.encode(), out, console, force=force)
    return 0


def migrate_file(file: Path, out: Path | None, console: Console, *, in_place: bool = False, force: bool = False) -> int:
    """Print the table in the current version, or write it; with `in_place` the old file is kept beside it."""
    if in_place and out:
        raise ConfigError("--in-place and --out: only one of both", remedy="Leave one of them out.")
    old = _read(file)
    text = old.decode("utf-8-sig")
    migrated = migrate(text, str(file))
    new = old if migrated == text else migrated.encode()
    if not in_place:
        _deliver(new, out, console, force=force)
    elif new == old:
        console.print(f"{file}: is of version {VERSION} already")
    else:
        kept = file.with_name(f"{file.name}.old")
        refuse_existing(kept, force=force)
        _write(kept, old)
        _write(file, new)
        console.print(f"{file}: rewritten as version {VERSION}; what it was is in {kept}")
    return 0


def _read(file: Path) -> bytes:
    _, source = read_file(file)
    unread = [fault for fault in source.faults if fault.code in ("unreadable", "too-large", "encoding")]
    if unread:
        raise error_of(source, unread)
    try:
        return file.read_bytes()
    except OSError as error:
        raise MappingError(f"{file}: cannot be read: {error.strerror}", remedy="Check the path.") from error


def _deliver(data: bytes, out: Path | None, console: Console, *, force: bool) -> None:
    if out is None:
        typer.echo(data, nl=False)
        return
    refuse_existing(out, force=force)
    _write(out, data)
    console.print(f"{out}: written")


def _write(path: Path, data: bytes) -> None:
    try:
        with whole_file(path) as file:
            file.write(data)
    except OSError as error:
        raise ConfigError(f"{path}: cannot be written: {error.strerror}", remedy="Choose another place.") from error
