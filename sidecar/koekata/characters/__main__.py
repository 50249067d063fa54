"""Writes the characters: `python -m koekata.characters FOLDER`."""

from __future__ import annotations

import sys
from pathlib import Path

from koekata.characters.sorane.model import model


def main() -> None:
    Path(sys.argv[1], "sorane.vrm").write_bytes(model())


main()
