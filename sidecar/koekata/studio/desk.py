"""The mapping table on the desk: its draft, undo and redo, what is wrong with it, and the file on disk.

An edit that is right drives the character at once; the file changes only when it is saved. A file that somebody else
changes is taken over where nothing is unsaved here, and told where something is. Not safe for several threads at once.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from koekata.character import find_table, presets
from koekata.errors import ConfigError, MappingError
from koekata.mapping import MappingTable
from koekata.mapping.loader import load_table
from koekata.studio.changes import changed, rooted
from koekata.studio.drafts import Draft, Drafts
from koekata.studio.history import History
from koekata.studio.models import comes_along
from koekata.studio.on_disk import OnDisk, Stamp, stamps
from koekata.studio.sheet import Checked, check, plain_fault, sheet, sources

__all__ = ["Desk", "StaleError"]


class StaleError(ConfigError):
    """The file was changed by somebody else since it was read."""


class Desk:
    """One table, being edited."""

    def __init__(self, path: Path, drafts: Drafts, put: Callable[[MappingTable], None]) -> None:
        """`put` takes every draft that is right. Raises MappingError where the file cannot be read at all."""
        self._drafts, self._put = drafts, put
        self._bases: dict[str, Stamp | None] = {}
        self.revision = 0
        """Grows with every change of what the page shows."""
        self._open(path)

    def _open(self, path: Path) -> None:
        self._disk = OnDisk(path)
        self._history = History(self._disk.text)
        self._conflict, self._unkept = False, ""
        found = self._drafts.find(path)
        self._found = found if found is not None and found.text != self._disk.text else None
        self._check()

    # --- looking --------------------------------------------------------------------------------------------------

    @property
    def path(self) -> Path:
        """The file."""
        return self._disk.path

    @property
    def is_preset(self) -> bool:
        """Whether the file came along, and must not be written."""
        return comes_along(self.path)

    @property
    def dirty(self) -> bool:
        """Whether something is unsaved."""
        return self._history.now != self._disk.text

    @property
    def checked(self) -> Checked:
        """The draft, loaded."""
        return self._checked

    def view(self) -> dict[str, Any]:
        """Everything that the page shows."""
        found: Draft | None = self._found
        return {
            "revision": self.revision,
            "path": str(self.path),
            "title": self.path.stem,
            "preset": self.is_preset,
            "presets": list(presets()),
            "dirty": self.dirty,
            "conflict": self._conflict,
            "can_undo": self._history.can_undo,
            "can_redo": self._history.can_redo,
            "faults": [plain_fault(fault) for fault in self._checked.faults],
            "text": self._history.now,
            "sheet": sheet(self._history.now, self.path),
            "unkept": self._unkept,
            "draft": {"made": found.made} if found is not None else None,
            "sources": sources(self._checked.table) if self._checked.table is not None else None,
        }

    def difference(self) -> dict[str, Any]:
        """Between the file on disk and the draft: line by line."""
        before, after = self._disk.now, self._history.now
        lines = difflib.unified_diff(before.splitlines(), after.splitlines(), "on disk", "here", lineterm="", n=1)
        return {"lines": list(lines)}

    # --- changing -------------------------------------------------------------------------------------------------

    def edit(self, edits: Sequence[Mapping[str, Any]], key: str = "", *, right: bool = False) -> None:
        """Make changes, all or none. Raises ConfigError for what cannot be done.

        With `right`, also MappingError for what would put faults into a table that has none.
        """
        text = self._history.now
        for wanted in edits:
            text = changed(text, self.path, wanted)
        if right and not self._checked.faults and (faults := check(text, self.path).faults):
            raise MappingError(faults[0].message, remedy=faults[0].remedy, faults=faults)
        self.write(text, key)

    def write(self, text: str, key: str = "") -> None:
        """Put another text in the place of the draft."""
        self._history.change(text, key)
        self._changed()

    def undo(self) -> None:
        """One change back."""
        self._history.undo()
        self._changed()

    def redo(self) -> None:
        """One change forth."""
        self._history.redo()
        self._changed()

    def revert(self) -> None:
        """Back to what is on disk; it can be undone."""
        self._disk = OnDisk(self.path)
        self._conflict = False
        self.write(self._disk.text)

    def restore(self) -> None:
        """Take the draft that an earlier session left behind."""
        if self._found is not None:
            text, self._found = self._found.text, None
            self.write(text)

    def discard(self) -> None:
        """Forget that draft."""
        self._found = None
        self._drafts.drop(self.path)
        self._told()

    # --- files ----------------------------------------------------------------------------------------------------

    def save(self, *, force: bool = False) -> None:
        """Write the file. Raises ConfigError for one that came along, StaleError where somebody else changed it.

        Raises OSError where it cannot be written; nothing is lost then.
        """
        if self.is_preset:
            raise ConfigError(
                f"{self.path.name} came along with Koekata, and is not written", remedy="Save it under another name."
            )
        if not force and (self._conflict or self._disk.is_foreign):
            raise StaleError(
                f"{self.path}: somebody else changed it since it was read",
                remedy="Look at the differences, then save anyway, or take what is on disk.",
            )
        self._disk.write(self._history.now)
        self._saved()

    def save_as(self, path: Path, *, force: bool = False) -> None:
        """Write another file, and go on with it. Raises ConfigError where there is one already, and OSError."""
        if path.suffix != ".json":
            path = path.with_name(path.name + ".json")
        if path.exists() and not force:
            raise ConfigError(f"{path}: this file is there already", remedy="Choose another name, or replace it.")
        if comes_along(path):
            raise ConfigError(f"{path.name} came along with Koekata, and is not written", remedy="Choose another name.")
        text = rooted(self._history.now, self.path.parent, path.parent)
        disk = OnDisk(path, must_exist=False)
        disk.write(text)
        self._drafts.drop(self.path)
        self._disk = disk
        self._history.change(text)
        self._saved()

    def open(self, table: str) -> None:
        """Go on with another table: a path, or the name of one that comes along. Raises what loading raises."""
        path = find_table(table)
        load_table(path)
        if self.dirty:
            self._keep()
        self._open(path)
        self._told()

    def look(self) -> bool:
        """Whether the file was changed by somebody else; taken over where nothing is unsaved here."""
        if (bases := self._base_stamps()) != self._bases:
            self._bases = bases
            self._changed()
            return True
        text = self._disk.news()
        if text is None:
            return False
        if self.dirty and text != self._history.now:
            self._conflict = True
            self._told()
            return True
        self._disk.text, self._conflict = text, False
        self._history.change(text)
        self._changed()
        return True

    def _saved(self) -> None:
        self._conflict = False
        self._changed()

    def _changed(self) -> None:
        self._check()
        if self.dirty:
            self._keep()
        else:
            self._drafts.drop(self.path)
        self._told()

    def _keep(self) -> None:
        """A draft that cannot be kept for a crash is no reason to refuse the edit; the page says so."""
        try:
            self._drafts.keep(self.path, self._disk.text, self._history.now)
        except OSError as error:
            self._unkept = str(error)
        else:
            self._unkept = ""

    def _check(self) -> None:
        self._checked = check(self._history.now, self.path)
        if self._checked.table is not None:
            self._put(self._checked.table)
            self._bases = self._base_stamps()

    def _base_stamps(self) -> dict[str, Stamp | None]:
        """Of the tables that the last good draft extends."""
        return stamps(self._checked.table.files if self._checked.table is not None else self._bases)

    def _told(self) -> None:
        self.revision += 1
