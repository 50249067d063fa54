"""A `.uproject` file: found, read, and edited so that nothing but the edit changes."""

from __future__ import annotations

import codecs
import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from koekata.engines.json_text import Member, add_element, add_member, elements, members, replace_value
from koekata.errors import ProjectError
from koekata.whole_file import whole_file

__all__ = ["UnrealProject", "find_project"]

_ENCODINGS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


@dataclass(frozen=True)
class UnrealProject:
    """A project file as it was read, or as it is to be written."""

    file: Path
    text: str
    encoding: str = "utf-8"

    @property
    def folder(self) -> Path:
        """Where the project is."""
        return self.file.parent

    @property
    def engine(self) -> str:
        """`EngineAssociation`: `5.4`, the `{...}` of an engine that was built from source, or empty."""
        found = self._member("EngineAssociation")
        return found.value if found is not None and isinstance(found.value, str) else ""

    def switched(self, plugin: str) -> bool | None:
        """Whether the project switches a plugin on or off; None where it says nothing."""
        entry = self._plugin(plugin)
        return None if entry is None else bool(_member(self.text, entry.start, "Enabled", True))

    def with_plugin(self, plugin: str) -> UnrealProject:
        """The project with that plugin switched on."""
        if self.switched(plugin):
            return self
        entry, listing = self._plugin(plugin), self._member("Plugins")
        wanted = {"Name": plugin, "Enabled": True}
        if entry is not None:
            enabled = next(found for found in members(self.text, entry.start) if found.key.casefold() == "enabled")
            return replace(self, text=replace_value(self.text, enabled, True))
        if listing is not None:
            return replace(self, text=add_element(self.text, listing, wanted))
        return replace(self, text=add_member(self.text, "Plugins", [wanted]))

    def require_writable(self) -> None:
        """Raises ProjectError where the file is read-only, as version control may leave it."""
        if not self.file.stat().st_mode & 0o200:
            raise ProjectError(f"{self.file} is read-only", remedy="Check it out of your version control first.")

    def write(self) -> None:
        """Put the text into the file. Raises ProjectError."""
        try:
            mode = self.file.stat().st_mode
            with whole_file(self.file) as out:
                out.write(self.text.encode(self.encoding))
            self.file.chmod(mode & 0o7777)
        except OSError as error:
            raise ProjectError(f"{self.file} cannot be written: {error.strerror or error}") from error

    def _member(self, key: str) -> Member | None:
        return next((found for found in members(self.text) if found.key.casefold() == key.casefold()), None)

    def _plugin(self, name: str) -> Member | None:
        listing = self._member("Plugins")
        for entry in elements(self.text, listing.start) if listing is not None else ():
            if str(_member(self.text, entry.start, "Name", "")).casefold() == name.casefold():
                return entry
        return None


def find_project(path: Path) -> UnrealProject:
    """The project of a `.uproject` file, or of the folder that holds one. Raises ProjectError."""
    return _read(_file(path))


def _file(path: Path) -> Path:
    if path.is_dir():
        found = sorted(path.glob("*.uproject"))
        if len(found) != 1:
            names = ", ".join(file.name for file in found) or "none"
            raise ProjectError(f"{path} holds {len(found)} .uproject files: {names}", remedy="Name the one you mean.")
        return found[0]
    if not path.is_file() or path.suffix.casefold() != ".uproject":
        raise ProjectError(f"{path} is no .uproject file", remedy="Name the project's .uproject file, or its folder.")
    return path


def _read(file: Path) -> UnrealProject:
    try:
        data = file.read_bytes()
    except OSError as error:
        raise ProjectError(f"{file} cannot be read: {error.strerror or error}") from error
    encoding = next((name for mark, name in _ENCODINGS if data.startswith(mark)), "utf-8")
    try:
        text = data.decode(encoding)
        loaded: Any = json.loads(text)
    except UnicodeDecodeError as error:
        raise ProjectError(f"{file} is neither UTF-8 nor UTF-16 with a mark", remedy=_SAVE_AGAIN) from error
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        raise ProjectError(f"{file}, {where}: {error.msg}", remedy=_SAVE_AGAIN) from error
    problem = _problem(loaded)
    if problem:
        raise ProjectError(f"{file}: {problem}", remedy=_SAVE_AGAIN)
    return UnrealProject(file, text, encoding)


_SAVE_AGAIN = "Mend it by hand, or open the project in Unreal and let it write the file again. Nothing was changed."


def _problem(loaded: Any) -> str:
    """What stands where something else belongs."""
    if not isinstance(loaded, dict):
        return "the file is no JSON object"
    for key, value in loaded.items():
        if key.casefold() == "plugins" and not (
            isinstance(value, list) and all(isinstance(entry, dict) for entry in value)
        ):
            return "`Plugins` is no list of objects"
    return ""


def _member(text: str, start: int, key: str, missing: Any) -> Any:
    found = (entry.value for entry in members(text, start) if entry.key.casefold() == key.casefold())
    return next(found, missing)
