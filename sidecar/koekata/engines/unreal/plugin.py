"""The plugin as it is put into a project: its files, and libzmq for each platform."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from koekata.engines.bundled import bundled_folder
from koekata.engines.libzmq import LIBRARY_NAMES, ZmqFiles, libzmq_for, this_machine
from koekata.engines.trees import files_below
from koekata.errors import ProjectError

__all__ = [
    "MADE", "NEEDED_PLUGINS", "PLATFORMS", "PLUGIN", "library_name", "library_path", "platform_libraries",
    "plugin_files", "plugin_folder", "plugin_version", "this_platform",
]  # fmt: skip

PLUGIN = "Koekata"
NEEDED_PLUGINS = ("LiveLink",)
"""Plugins of the engine that have to be on as well."""
PLATFORMS = {"Win64": "windows-x64", "Linux": "linux-x64", "LinuxArm64": "linux-arm64", "Mac": "macos"}
"""Unreal's platforms that libzmq can be had for."""
MADE = ("Binaries", "Intermediate", "Saved", "DerivedDataCache")
"""Folders at the top of a plugin that the engine's build fills."""
_LIBRARIES = "ThirdParty/libzmq"


def this_platform() -> str:
    """Unreal's name of the platform that the sidecar runs on, empty for one that Unreal does not have."""
    return next((name for name, machine in PLATFORMS.items() if machine == this_machine()), "")


def plugin_folder(project: Path) -> Path:
    """Where the plugin goes within the folder of a project."""
    return project / "Plugins" / PLUGIN


def library_name(platform: str) -> str:
    """What libzmq is called on that platform."""
    return LIBRARY_NAMES[PLATFORMS[platform]]


def library_path(platform: str) -> str:
    """Where libzmq is within the plugin."""
    return f"{_LIBRARIES}/{platform}/{library_name(platform)}"


def plugin_files() -> dict[str, Path]:
    """The plugin's own files, by their paths within it."""
    folder = bundled_folder("unreal-plugin")
    if not (folder / f"{PLUGIN}.uplugin").is_file():
        raise ProjectError(f"the plugin is missing at {folder}", remedy="Install koekata again.")
    return {path: file for path, file in files_below(folder).items() if path.split("/")[0] not in (*MADE, "ThirdParty")}


def plugin_version(folder: Path) -> str:
    """`VersionName` of the plugin in a folder; empty where it cannot be read."""
    try:
        return str(json.loads((folder / f"{PLUGIN}.uplugin").read_text("utf-8-sig"))["VersionName"])
    except (OSError, ValueError, KeyError, TypeError):
        return ""


@contextmanager
def platform_libraries(platform: str, own: Path | None) -> Iterator[dict[str, Path]]:
    """Libzmq for a platform with what it needs, by paths within the plugin; there until the block ends.

    `own` is a libzmq that the user names instead. Raises ProjectError.
    """
    if platform not in PLATFORMS:
        names = ", ".join(PLATFORMS)
        raise ProjectError(f"there is no libzmq for platform {platform!r}", remedy=f"--platform takes {names}.")
    if own is not None:
        if not own.is_file():
            raise ProjectError(f"{own} is no file", remedy="--libzmq takes the library itself.")
        yield _placed(platform, ZmqFiles(own, (), ()))
        return
    with libzmq_for(PLATFORMS[platform]) as files:
        yield _placed(platform, files)


def _placed(platform: str, files: ZmqFiles) -> dict[str, Path]:
    named = files.named(library_name(platform))
    return {f"{_LIBRARIES}/{platform}/{name}": path for name, path in named.items()}
