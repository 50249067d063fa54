"""From a registration at the publisher's to a model that is kept."""

from __future__ import annotations

import tempfile
import urllib.parse
from pathlib import Path, PurePosixPath

from koekata.errors import ModelError
from koekata.models.faces._catalogue import FaceEntry
from koekata.models.faces._download import Credentials, Progress, download_archive
from koekata.models.faces._import import Imported, import_face
from koekata.models.faces._library import faces_folder

__all__ = ["get_face"]


def get_face(entry: FaceEntry, credentials: Credentials, progress: Progress | None = None) -> Imported:
    """Download an edition, check it, and keep it; the archive is deleted again.

    Only for a user who accepted the licence: ask before. Raises ModelError as `download_archive` and `import_face` do.
    """
    folder = faces_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder, prefix=f".{entry.name}.") as scratch:
            archive = Path(scratch) / _file_name(entry)
            download_archive(entry, credentials, archive, progress)
            return import_face(entry.name, archive, lambda _: True, table={entry.name: entry})
    except OSError as error:
        raise ModelError(
            f"{folder}: cannot be written: {error.strerror or error}",
            remedy="Make room or give write permission, or set KOEKATA_HOME to another folder.",
        ) from error


def _file_name(entry: FaceEntry) -> str:
    """As the publisher names the archive, which tells the edition where the model's own name does not."""
    url = urllib.parse.urlsplit(entry.download.url if entry.download is not None else "")
    named = urllib.parse.parse_qs(url.query).get("sfile", [url.path])[0]
    return PurePosixPath(named).name or "archive.zip"
