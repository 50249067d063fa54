"""libzmq for game engines: where the sidecar's own pyzmq keeps it, or a wheel of pyzmq for another machine.

Wheels hold it in one of two ways, as a library with all that it loads beside it:

    Linux, and Windows up to pyzmq 25   pyzmq.libs/libzmq-*.so.5.*  libsodium-*.so.*
    macOS                               zmq/.dylibs/libzmq.5.dylib  libsodium.*.dylib

Wheels for Windows from pyzmq 26 on have no libzmq that others could load: it is linked into Python's extension.
"""

from __future__ import annotations

import importlib.util
import json
import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from koekata.errors import ProjectError

__all__ = ["LIBRARY_NAMES", "ZmqFiles", "libzmq_for", "libzmq_in", "libzmq_problem", "machines", "this_machine"]

LIBRARY_NAMES = {
    "windows-x64": "libzmq.dll", "linux-x64": "libzmq.so", "linux-arm64": "libzmq.so", "macos": "libzmq.dylib",
}  # fmt: skip
"""What libzmq is called once it is installed, for every machine that it can be had for."""
_MICROSOFT = ("msvcp", "vcruntime", "concrt")
_PROCESSORS = {"x86_64": "x64", "amd64": "x64", "aarch64": "arm64", "arm64": "arm64"}
_LOAD = """
import ctypes, sys
library = ctypes.CDLL(sys.argv[1])
parts = [ctypes.c_int() for _ in range(3)]
library.zmq_version(*map(ctypes.byref, parts))
print(".".join(str(part.value) for part in parts), library.zmq_has(b"curve"))
"""


@dataclass(frozen=True)
class ZmqFiles:
    """libzmq, the libraries that it looks for in its own folder, and the licences of both."""

    library: Path
    companions: tuple[Path, ...]
    licences: tuple[Path, ...]

    def named(self, name: str) -> dict[str, Path]:
        """What to copy, by file name. Companions keep theirs, since libzmq asks for them by it."""
        files = {name: self.library} | {path.name: path for path in self.companions}
        return files | {f"{path.stem}.txt" if path.suffix == ".md" else path.name: path for path in self.licences}


def machines() -> tuple[str, ...]:
    """Every machine that libzmq can be had for."""
    return tuple(LIBRARY_NAMES)


def this_machine() -> str:
    """The machine that the sidecar runs on; one that `machines` does not have, where there is no libzmq for it."""
    system = platform.system().lower()
    processor = platform.machine().lower()
    return "macos" if system == "darwin" else f"{system}-{_PROCESSORS.get(processor, processor)}"


def libzmq_in(packages: Path) -> ZmqFiles | None:
    """The files in a folder of Python packages, None where its pyzmq has no libzmq of its own."""
    for folder in (packages / "pyzmq.libs", packages / "zmq" / ".dylibs"):
        libraries = sorted(path for path in folder.glob("lib*") if not path.name.startswith(_MICROSOFT))
        found = [path for path in libraries if path.name.startswith("libzmq")]
        if found:
            companions = tuple(path for path in libraries if path not in found)
            return ZmqFiles(found[0], companions, _licences(packages))
    return None


@contextmanager
def libzmq_for(machine: str) -> Iterator[ZmqFiles]:
    """The files for a machine, which are there until the block ends.

    Those of the sidecar itself where it is that machine and has them. Else a pinned wheel is fetched with pip or uv,
    from the index that they are set up to use. Raises ProjectError.
    """
    import zmq

    own = libzmq_in(Path(zmq.__file__).parents[1]) if machine == this_machine() else None
    if own is not None:
        yield own
        return
    with tempfile.TemporaryDirectory(prefix="koekata-") as folder:
        yield _fetched(machine, Path(folder))


def libzmq_problem(library: Path) -> str:
    """Why a libzmq cannot be loaded on this machine, empty where it can; in a process of its own."""
    done = subprocess.run([sys.executable, "-c", _LOAD, library], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        return done.stderr.strip().rpartition("\n")[2] or f"the process that loaded it ended with {done.returncode}"
    version, curve = done.stdout.split()
    if tuple(map(int, version.split("."))) < (4, 2):
        return f"it is version {version}, and 4.2 or newer is needed"
    return "" if curve == "1" else "it was built without CURVE, which encrypted streams need"


@cache
def _wheels() -> dict[str, Any]:
    path = Path(__file__).parents[1] / "data" / "libzmq.json"
    loaded: dict[str, Any] = json.loads(path.read_text("utf-8"))["machines"]
    return loaded


def _licences(packages: Path) -> tuple[Path, ...]:
    about = sorted(packages.glob("pyzmq-*.dist-info"))
    return tuple(path for folder in about for path in sorted(folder.rglob("LICENSE.*")) if "tornado" not in path.name)


def _fetched(machine: str, folder: Path) -> ZmqFiles:
    if machine not in LIBRARY_NAMES:
        raise ProjectError(f"there is no libzmq for {machine!r}", remedy=f"It can be had for {', '.join(machines())}.")
    wheel = _wheels()[machine]
    wanted = folder / "wanted.txt"
    wanted.write_text(f"{wheel['requirement']} --hash=sha256:{wheel['sha256']}\n", "utf-8")
    packages = folder / "packages"
    command = [*_client(wheel), "--python-version", wheel["python"], "--target", str(packages), "--quiet", "--no-deps"]
    command += ["--only-binary", ":all:", "--require-hashes", "--requirement", str(wanted)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    files = libzmq_in(packages) if done.returncode == 0 else None
    if files is None:
        raise _not_fetched(machine, wheel["requirement"], done.stderr)
    return files


def _client(wheel: dict[str, str]) -> list[str]:
    """The start of a command that installs packages: pip where this Python has it, else uv."""
    if importlib.util.find_spec("pip") is not None:
        return [sys.executable, "-m", "pip", "install", "--platform", wheel["pip"]]
    has_module = importlib.util.find_spec("uv") is not None
    uv = [sys.executable, "-m", "uv"] if has_module else [shutil.which("uv") or "uv"]
    return [*uv, "pip", "install", "--python", sys.executable, "--python-platform", wheel["uv"]]


def _not_fetched(machine: str, requirement: str, said: str) -> ProjectError:
    lines = [line for line in said.strip().splitlines() if not line.startswith("WARNING")]
    return ProjectError(
        f"libzmq for {machine} could not be fetched: {lines[-1] if lines else 'nothing was said why'}",
        remedy=f"It comes out of the wheel of {requirement}, which pip or uv must be able to download. "
        "Or name a libzmq of 4.2 or newer yourself, with --libzmq FILE.",
    )
