"""The characters that come along, and the scripts that make them."""

from __future__ import annotations

from importlib.resources import files

from koekata.characters.pata.model import model as pata
from koekata.characters.sorane.model import model as sorane

__all__ = ["CHARACTERS", "written"]

CHARACTERS = {"sorane": sorane, "pata": pata}


def written(name: str) -> bytes:
    """The VRM file of a character, made anew: the same bytes every time on one machine.

    Its thumbnail is a picture of the finished model, kept beside the script.
    """
    picture = files("koekata.characters").joinpath(name, "thumbnail.png")
    return CHARACTERS[name](picture.read_bytes() if picture.is_file() else None)
