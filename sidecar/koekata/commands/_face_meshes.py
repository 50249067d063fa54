"""What a face model looks like, as files: its landmarks as a picture, its ARKit channels as meshes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from koekata.errors import ModelError
from koekata.face_model.ict import is_ict
from koekata.face_model.surface import Embedding, Surface
from koekata.frames import FloatArray
from koekata.models import faces

__all__ = ["Meshes", "open_meshes", "write_channels", "write_picture"]


@dataclass(frozen=True, slots=True, eq=False)
class Meshes:
    """A model's mesh, where the landmarks lie on it, and what the channels do to it."""

    surface: Surface
    embedding: Embedding
    names: tuple[str, ...]
    deltas: Callable[[], FloatArray]
    """(K, V, 3) metres, worked out when asked for."""


def open_meshes(choice: str, progress: Callable[[str], None]) -> Meshes:
    """Of an imported model or of a path. Raises ModelError."""
    if choice == faces.BUILTIN:
        raise ModelError(
            "the built-in model knows the landmarks of the face mesh alone: there is no mesh to show",
            remedy="Name another model; see `koekata models list`.",
        )
    stored = choice in faces.stored_faces()
    path = faces.read_stored(choice).path if stored else Path(choice)
    if not path.exists():
        raise faces.unknown_face(choice, faces.stored_faces(), faces.face_catalogue())
    folder = faces.computed_folder(choice) if stored else None
    return _ict(path, folder, progress) if is_ict(path) else _flame(path, folder, progress)


def write_picture(meshes: Meshes, out: Path) -> None:
    """Draw the landmarks on the surface. Raises ModelError when the picture cannot be written."""
    import cv2

    from koekata.face_model.register import draw_embedding

    picture = cv2.cvtColor(draw_embedding(meshes.surface, meshes.embedding), cv2.COLOR_RGB2BGR)
    try:
        written = cv2.imwrite(str(out), picture)
    except cv2.error:
        written = False
    if not written:
        raise ModelError(f"{out}: the picture cannot be written", remedy="Choose a .png in a folder that exists.")


def write_channels(meshes: Meshes, folder: Path) -> None:
    """Write a mesh for each channel. Raises ModelError."""
    from koekata.face_model.basis import write_basis

    write_basis(folder, meshes.surface, meshes.names, meshes.deltas())


def _flame(path: Path, folder: Path | None, progress: Callable[[str], None]) -> Meshes:
    from koekata.face_model.flame.open import load_flame_face
    from koekata.face_model.flame.prepare import arkit_deltas

    face = load_flame_face(path, folder, progress)
    surface = Surface(face.flame.v_template, face.flame.faces)
    return Meshes(surface, face.embedding, face.face_model.expression_names, lambda: arkit_deltas(face))


def _ict(path: Path, folder: Path | None, progress: Callable[[str], None]) -> Meshes:
    from koekata.face_model.ict.open import open_ict

    face = open_ict(path, folder, progress)
    return Meshes(face.ict.surface, face.embedding, face.face_model.expression_names, face.arkit_deltas)
