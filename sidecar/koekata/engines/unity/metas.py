"""The `.meta` files that Unity wants beside every file and folder of a package.

Unity makes them itself in a project, but not in a package that it downloads: there a file without one is left out. The
GUID in it is how scenes know a script, so it never changes once a package was published.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import PurePosixPath

__all__ = ["guid_of", "meta_guid", "meta_text", "plugin_meta", "wants_meta"]

_GUID = re.compile(r"^guid: ([0-9a-f]{32})\s*$", re.MULTILINE)
_END = "  userData: \n  assetBundleName: \n  assetBundleVariant: \n"
_SCRIPT = "MonoImporter:\n  externalObjects: {}\n  serializedVersion: 2\n  defaultReferences: []\n  executionOrder: 0\n  icon: {instanceID: 0}\n"  # noqa: E501
_PLAIN = {
    ".asmdef": "AssemblyDefinitionImporter",
    ".md": "TextScriptImporter",
    ".json": "TextScriptImporter",
    ".txt": "TextScriptImporter",
}
_TABLE = ".koekata.json"
_PLATFORMS = ("Linux64", "OSXUniversal", "Win", "Win64")


def wants_meta(path: str) -> bool:
    """Whether Unity wants one beside a file or folder of a package: not beside hidden ones, nor in `Name~` folders.

    What stands in `Samples~` is copied into projects together with its own, so that it wants them, too.
    """
    parts = PurePosixPath(path).parts
    if parts[-1].endswith(".meta") or any(part.startswith(".") for part in parts):
        return False
    if parts[0] == "Samples~":
        return len(parts) > 1
    return not any(part.endswith("~") for part in parts)


def guid_of(path: str) -> str:
    """The GUID of a new file of the package, from its path."""
    return hashlib.md5(f"com.koekata.unity/{path}".encode(), usedforsecurity=False).hexdigest()


def meta_guid(text: str) -> str:
    """The GUID in a `.meta` file; "" where there is none."""
    found = _GUID.search(text)
    return found[1] if found else ""


def meta_text(path: str, *, folder: bool, guid: str, importer: str) -> str:
    """A `.meta` file as Unity 2021.3 writes it. `importer` is the GUID of the script that imports mapping tables."""
    head = f"fileFormatVersion: 2\nguid: {guid}\n"
    if folder:
        return f"{head}folderAsset: yes\nDefaultImporter:\n  externalObjects: {{}}\n{_END}"
    if path.endswith(_TABLE):
        script = f"  script: {{fileID: 11500000, guid: {importer}, type: 3}}\n"
        body = "  internalIDToNameTable: []\n  externalObjects: {}\n  serializedVersion: 2\n"
        return f"{head}ScriptedImporter:\n{body}{_END}{script}"
    suffix = PurePosixPath(path).suffix
    if suffix == ".cs":
        return f"{head}{_SCRIPT}{_END}"
    if path == "package.json":
        return f"{head}PackageManifestImporter:\n  externalObjects: {{}}\n{_END}"
    if suffix in _PLAIN:
        return f"{head}{_PLAIN[suffix]}:\n  externalObjects: {{}}\n{_END}"
    # Unity chooses the importer and its defaults by itself.
    return head


def plugin_meta(guid: str, *, editor: str, player: tuple[str, ...], cpu: str) -> str:
    """The `.meta` file of a native library: for the editor on one system (`editor`), and for its players."""
    excluded = "".join(f"        Exclude {name}: {int(name not in player)}\n" for name in _PLATFORMS)
    entries = [
        _entry(": Any", enabled=False, settings=f"        Exclude Editor: 0\n{excluded}"),
        _entry("Any: ", enabled=False),
        _entry("Editor: Editor", enabled=True, settings=(
            f"        CPU: {cpu}\n        DefaultValueInitialized: true\n        OS: {editor}\n"
        )),
    ]  # fmt: skip
    entries += [
        _entry(
            f"Standalone: {name}",
            enabled=name in player,
            settings=f"        CPU: {cpu if name in player else 'None'}\n",
        )
        for name in _PLATFORMS
    ]
    return (
        f"fileFormatVersion: 2\nguid: {guid}\nPluginImporter:\n  externalObjects: {{}}\n  serializedVersion: 2\n"
        "  iconMap: {}\n  executionOrder: {}\n  defineConstraints: []\n  isPreloaded: 0\n  isOverridable: 0\n"
        f"  isExplicitlyReferenced: 0\n  validateReferences: 1\n  platformData:\n{''.join(entries)}{_END}"
    )


def _entry(first: str, *, enabled: bool, settings: str = "") -> str:
    tail = f"      settings:\n{settings}" if settings else "      settings: {}\n"
    return f"  - first:\n      {first}\n    second:\n      enabled: {int(enabled)}\n{tail}"
