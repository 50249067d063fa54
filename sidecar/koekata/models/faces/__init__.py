"""Face models that others publish: FLAME's editions, ICT-FaceKit, and files of the user's own.

    imported = import_face("flame-2023-open", Path("FLAME2023Open.zip"), accept=ask)
    about = read_stored("flame-2023-open")

Each is kept in `models/faces/NAME` of Koekata's own folder, with an `about.json` that says what it is, where it came
from, and when its licence was accepted.
"""

from __future__ import annotations

from koekata.models.faces._catalogue import (
    BUILTIN,
    Download,
    FaceEntry,
    FaceTable,
    Licence,
    face_catalogue,
    licence_of_edition,
    read_face_catalogue,
    unknown_face,
)
from koekata.models.faces._download import Credentials, download_archive
from koekata.models.faces._get import get_face
from koekata.models.faces._import import Accept, Imported, import_face, licence_of
from koekata.models.faces._library import (
    Acceptance,
    StoredFace,
    computed_folder,
    edition_text,
    faces_folder,
    is_here,
    is_whole,
    read_stored,
    remove_stored,
    stored_faces,
)

__all__ = [
    "BUILTIN",
    "Accept",
    "Acceptance",
    "Credentials",
    "Download",
    "FaceEntry",
    "FaceTable",
    "Imported",
    "Licence",
    "StoredFace",
    "computed_folder",
    "download_archive",
    "edition_text",
    "face_catalogue",
    "faces_folder",
    "get_face",
    "import_face",
    "is_here",
    "is_whole",
    "licence_of",
    "licence_of_edition",
    "read_face_catalogue",
    "read_stored",
    "remove_stored",
    "stored_faces",
    "unknown_face",
]
