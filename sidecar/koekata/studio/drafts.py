"""What was edited and not saved, kept on disk so that a crash loses nothing."""

from __future__ import annotations

import hashlib
import json
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timezone
from pathlib import Path

from koekata.whole_file import whole_file

__all__ = ["Draft", "Drafts"]


@dataclass(frozen=True, slots=True)
class Draft:
    """An unsaved text of a table."""

    table: str
    """Path of the file that it belongs to."""
    made: str
    """ISO 8601, UTC."""
    base: str
    """The text of the file when it was edited."""
    text: str


class Drafts:
    """A folder with at most one draft for each table."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, table: Path, base: str, text: str) -> None:
        """Store a draft in the place of an older one. Raises OSError."""
        made = datetime.now(timezone.utc).isoformat(timespec="seconds")
        stored = {"table": str(table), "made": made, "base": base, "text": text}
        with whole_file(self._path(table)) as file:
            file.write(json.dumps(stored, ensure_ascii=False).encode())

    def find(self, table: Path) -> Draft | None:
        """The draft of a table; None where there is none that can be read."""
        try:
            stored = json.loads(self._path(table).read_text("utf-8"))
            return Draft(*(str(stored[name]) for name in ("table", "made", "base", "text")))
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def drop(self, table: Path) -> None:
        """Forget a draft. One that cannot be deleted is found again."""
        with suppress(OSError):
            self._path(table).unlink()

    def _path(self, table: Path) -> Path:
        name = hashlib.sha256(str(table.resolve()).encode()).hexdigest()[:16]
        return self._folder / f"{table.stem[:32]}.{name}.json"
