"""Loads a mapping table: the file, those that it extends, and every fault of all of them."""

from __future__ import annotations

from pathlib import Path

from koekata.errors import MappingError
from koekata.mapping.build import build
from koekata.mapping.document import Node, Source, read_document, read_file
from koekata.mapping.extend import Merged, merge, read_chain
from koekata.mapping.faults import Fault
from koekata.mapping.meaning import check_meaning
from koekata.mapping.table import MappingTable

__all__ = ["error_of", "load_merged", "load_table", "load_text", "merged_text"]

_HARMLESS = ("unknown-property", "duplicate-key", "out-of-range")
"""Faults of the form beside which the meaning can still be checked."""


def load_table(path: Path | str) -> MappingTable:
    """Load and check a table with all that it extends.

    Raises `MappingError` with every fault that can be told at once.
    """
    return build(load_merged(path))


def load_merged(path: Path | str) -> Merged:
    """The entries of a table with all that it extends, as they are written, after every check.

    Raises `MappingError` as `load_table`.
    """
    node, source = read_file(Path(path))
    return _load(node, source, Path(path))


def load_text(text: str, file: str = "table", folder: Path | None = None) -> MappingTable:
    """As `load_table`, of text. `extends` is relative to `folder`, and is not followed without one."""
    return build(merged_text(text, file, folder))


def merged_text(text: str, file: str = "table", folder: Path | None = None) -> Merged:
    """As `load_merged`, of text."""
    node, source = read_document(text, file)
    return _load(node, source, folder / file if folder else None)


def _load(node: Node | None, source: Source, path: Path | None) -> Merged:
    if node is None:
        raise error_of(source, source.faults)
    roots, faults = read_chain(node, path)
    if any(fault.code not in _HARMLESS for fault in faults):
        raise error_of(source, faults)
    merged = merge(roots)
    if all(fault.code in _HARMLESS for fault in _faults_of(roots)):
        check_meaning(merged)
    if faults := _faults_of(roots):
        raise error_of(source, faults)
    return merged


def _faults_of(roots: list[Node]) -> list[Fault]:
    return [fault for root in roots for fault in root.source.faults]


def error_of(source: Source, faults: list[Fault]) -> MappingError:
    """All faults as one error, those of the file that was asked for first."""
    ordered = sorted(
        dict.fromkeys(faults), key=lambda fault: (fault.file != source.file, fault.file, fault.line, fault.column)
    )
    count = "1 fault" if len(ordered) == 1 else f"{len(ordered)} faults"
    lines = "\n".join(str(fault) for fault in ordered)
    return MappingError(f"{source.file}: {count}\n{lines}", faults=ordered)
