"""`--save-fit`: FLAME's own parameters beside the stream or the take."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from koekata.commands._names import refuse_existing
from koekata.errors import ConfigError
from koekata.face_model.flame.face import FlameFace
from koekata.face_model.open import OpenedModel

if TYPE_CHECKING:
    # Loads more of SciPy than a start without it should wait for.
    from koekata.takes.flame import FlameTake

__all__ = ["need_flame", "open_fit"]


def need_flame(model: OpenedModel) -> FlameFace:
    """Raises ConfigError when the face model has no FLAME parameters."""
    if model.flame is None:
        raise ConfigError(
            f"--save-fit writes FLAME's parameters, and the face model in use is not FLAME: {model.description}",
            remedy="Choose a FLAME model with --face-model; `koekata models list` shows those that are here.",
        )
    return model.flame


def open_fit(path: Path | None, model: OpenedModel, *, force: bool) -> FlameTake | None:
    """The file to write, if one is asked for. Raises ConfigError, for a file that is there already too; TakeError."""
    if path is None:
        return None
    from koekata.takes.flame import FlameTake

    face = need_flame(model)
    refuse_existing(path, force=force)
    return FlameTake(path, face, model.edition)
