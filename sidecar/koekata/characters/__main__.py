"""Writes the characters into a folder: `python -m koekata.characters FOLDER`, as `make characters` does."""

from __future__ import annotations

import sys
from importlib.resources import files
from pathlib import Path

from koekata.characters import CHARACTERS, written


def main(folder: Path) -> None:
    for name in CHARACTERS:
        path = folder / f"{name}.vrm"
        part = path.with_suffix(".part")
        part.write_bytes(written(name))
        part.replace(path)
        sys.stdout.write(f"{path}: {path.stat().st_size / 1000:.0f} kB\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(str(files("koekata.data") / "characters")))
