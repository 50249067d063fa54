"""Model files that are downloaded once, on request, and checked.

    get("face-landmarker", progress=lambda done, total: ...)
    path = model_path("face-landmarker")

Files lie in the user's data folder, or under `$KOEKATA_HOME` where that is set. Showing the licence before a download
is the caller's part: `entry(name).licence` and `.licence_url`.
"""

from __future__ import annotations

from koekata.models._catalogue import ModelEntry, catalogue, entry, home, model_path, read_catalogue
from koekata.models._store import get, import_file, is_intact

__all__ = [
    "ModelEntry",
    "catalogue",
    "entry",
    "get",
    "home",
    "import_file",
    "is_intact",
    "model_path",
    "read_catalogue",
]
