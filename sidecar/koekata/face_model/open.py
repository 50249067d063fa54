"""From what the user chose to the face model that the fitter works with.

A choice is `builtin`, the name of an imported model (`koekata models list`), or the path of a FLAME file or of an
ICT-FaceKit folder.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from koekata.config import FaceModelConfig
from koekata.errors import ModelError
from koekata.face_model.flame.face import FlameFace
from koekata.face_model.ict import is_ict
from koekata.face_model.model import FaceModel, load_builtin
from koekata.models import faces

__all__ = ["OpenedModel", "open_configured", "open_face_model"]

Progress = Callable[[str], None]
_FILES = (".pkl", ".npz")
_ICT = "ICT-FaceKit light"


@dataclass(frozen=True, slots=True, eq=False)
class OpenedModel:
    """A face model, and what must be said of it."""

    face_model: FaceModel
    description: str
    """For people: which model, and how its edition is known."""
    edition: str
    """For records: `builtin`, `FLAME 2023 Open`, `ICT-FaceKit light`; with a checksum where that does not tell all."""
    licence: str
    flame: FlameFace | None = None
    """Where the model is FLAME."""


def open_face_model(choice: str, *, basis: Path | None = None, progress: Progress | None = None) -> OpenedModel:
    """Open a face model; the first time, working it out takes some seconds, which `progress` hears about.

    `basis` holds ARKit channels of the user's own for it. Raises ModelError: there is no such model, it is damaged or
    refused, or its licence has not been accepted.
    """
    if choice == faces.BUILTIN:
        if basis is not None:
            raise ModelError(
                f"{basis}: the built-in model has no mesh that a basis could belong to",
                remedy="Choose another face model along with the basis; see `koekata models list`.",
            )
        return OpenedModel(load_builtin(), "builtin, Koekata's own", faces.BUILTIN, "MIT")
    if choice in faces.stored_faces():
        return _stored(choice, basis, progress)
    if _is_path(choice):
        return _opened(Path(choice).expanduser(), choice, None, None, basis, progress)
    raise faces.unknown_face(choice, faces.stored_faces(), faces.face_catalogue())


def open_configured(config: FaceModelConfig, progress: Progress | None = None) -> OpenedModel:
    """The face model that the configuration names, with its basis. Raises ModelError."""
    basis = Path(config.basis).expanduser() if config.basis else None
    return open_face_model(config.model, basis=basis, progress=progress)


def _is_path(choice: str) -> bool:
    """A name never looks like this."""
    return any(mark in choice for mark in "/\\~") or choice.endswith(_FILES) or Path(choice).exists()


def _stored(name: str, basis: Path | None, progress: Progress | None) -> OpenedModel:
    about = faces.read_stored(name)
    licence = faces.licence_of(about, faces.face_catalogue())
    if licence.acceptance and about.accepted is None:
        raise ModelError(
            f"'{name}': its licence ({licence.name}, {licence.url}) has not been accepted",
            remedy=f"Import it again, which asks: `koekata models import {name} FILE`.",
        )
    # What is computed from a model lies with it, and goes with it.
    return _opened(about.path, name, licence, about, basis, progress)


def _opened(
    path: Path,
    choice: str,
    licence: faces.Licence | None,
    about: faces.StoredFace | None,
    basis: Path | None,
    progress: Progress | None,
) -> OpenedModel:
    folder = faces.computed_folder(about.name) if about is not None else None
    if is_ict(path):
        from koekata.face_model.ict.open import load_ict_model

        model = load_ict_model(path, folder, progress, basis)
        licence = licence or faces.licence_of_edition(_ICT, faces.face_catalogue())
        return OpenedModel(model, f"{choice}: {_ICT}", f"{_ICT} ({model.name})", licence.name)
    from koekata.face_model.flame.open import load_flame_face

    face = _named(load_flame_face(path, folder, progress, basis), about)
    known = faces.edition_text(face.flame.edition, face.flame.edition_evidence)
    licence = licence or faces.licence_of_edition(face.flame.edition, faces.face_catalogue())
    return OpenedModel(face.face_model, f"{choice}: {known}", _recorded(face), licence.name, face)


def _named(face: FlameFace, about: faces.StoredFace | None) -> FlameFace:
    """With the edition that its own name told when it was imported: it is kept as `model.pkl`, which says nothing.

    Calibrations belong to the face model of this name, so that one whose edition is but guessed is named by its bytes.
    """
    flame = face.flame
    if about is not None:
        flame = replace(flame, edition=about.edition, edition_evidence=about.evidence)
    certain = flame.edition_evidence in ("checksum", "contents")
    name = flame.edition.lower().replace(" ", "-") if certain else f"flame:{flame.sha256[:8]}"
    return replace(face, flame=flame, face_model=replace(face.face_model, name=name))


def _recorded(face: FlameFace) -> str:
    flame = face.flame
    if flame.edition_evidence == "checksum":
        return flame.edition
    return f"{faces.edition_text(flame.edition, flame.edition_evidence)}, SHA-256 {flame.sha256}"
