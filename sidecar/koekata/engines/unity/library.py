"""libzmq, out of this sidecar's own pyzmq, in the form that Unity finds.

Unity's plugin importer knows a library by its ending, and P/Invoke by the name `libzmq`. So it is copied under that
name, with what it needs beside it:

- Linux: the wheel has `libzmq-<hash>.so.5.2.5` and `libsodium-<hash>.so.26.4.0`. The second name does not end with
  `.so`, so that Unity would not put it into a built game. It gets a shorter name, also where libzmq asks for it: the
  rest of the name in the table of texts becomes zeros.
- macOS: `libzmq.5.dylib` finds `libsodium.26.dylib` beside itself.
- Windows: newer wheels have libzmq inside their own module, where nobody else can use it; older ones bring a DLL.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from koekata.engines.libzmq import ZmqFiles, libzmq_in
from koekata.errors import ProjectError

__all__ = ["Library", "find_libraries", "given_library", "plugin_folder"]

_FOLDERS = {"linux": "Plugins/Linux", "darwin": "Plugins/macOS", "win32": "Plugins/Windows"}
_NAMES = {"linux": "libzmq.so", "darwin": "libzmq.dylib", "win32": "libzmq.dll"}


@dataclass(frozen=True, slots=True)
class Library:
    """A file to be put into the package."""

    name: str
    """As Unity and P/Invoke know it."""
    content: bytes
    source: Path


def plugin_folder(platform: str = sys.platform) -> str:
    """The folder of the package for libraries of a system, with `/`."""
    return _FOLDERS.get(platform, "")


def find_libraries(packages: Path | None = None, platform: str = sys.platform) -> list[Library]:
    """The library and what it needs; empty where pyzmq has none that others can use. `packages` is where `zmq` is."""
    if packages is None:
        import zmq

        packages = Path(zmq.__file__).parents[1]
    files = libzmq_in(packages)
    if files is None:
        return []
    return _linux(files) if platform.startswith("linux") else _plain(files, _NAMES[platform])


def given_library(path: Path, platform: str = sys.platform) -> list[Library]:
    """A library that the user names, as one file that needs no other. Raises ProjectError."""
    if not path.is_file():
        raise ProjectError(f"There is no library {path}.", remedy="Name a file such as libzmq.dll.")
    return [Library(_NAMES["linux" if platform.startswith("linux") else platform], path.read_bytes(), path)]


def _plain(files: ZmqFiles, name: str) -> list[Library]:
    """The library under its short name, the others under their own."""
    others = [Library(path.name, path.read_bytes(), path) for path in files.companions]
    return [Library(name, files.library.read_bytes(), files.library), *others]


def _linux(files: ZmqFiles) -> list[Library]:
    content = files.library.read_bytes()
    others = []
    for path in files.companions:
        short = path.name[: path.name.index(".so") + 3]
        content = _renamed(content, path.name, short, files.library)
        others.append(Library(short, path.read_bytes(), path))
    return [Library(_NAMES["linux"], content, files.library), *others]


def _renamed(content: bytes, old: str, new: str, path: Path) -> bytes:
    """A library that asks for another one by a shorter name. Raises ProjectError where that is not sure to be right."""
    before = b"\0" + old.encode() + b"\0"
    if content.count(before) != 1:
        raise ProjectError(
            f"{path} asks for {old} in an unknown way, so that it cannot be put into a Unity project.",
            remedy="Install without it (--without-libzmq); it is needed for encrypted streams only.",
        )
    return content.replace(before, b"\0" + new.encode().ljust(len(old), b"\0") + b"\0")
