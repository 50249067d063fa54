"""Where the landmarks of MediaPipe's face mesh lie on the surface of a head model.

    hints = hints_for(surface)
    key = embedding_key(surface, template, hints)
    embedding = cached_embedding(key, surface, lambda: find_embedding(surface, template, hints))
    landmarks = embedding.of(vertices, surface.faces)

`template` is a set of all landmarks on some other face: `load_builtin().mean`.
"""

from __future__ import annotations

from koekata.face_model.register.draw import draw_embedding
from koekata.face_model.register.embed import find_embedding
from koekata.face_model.register.files import (
    cached_embedding,
    embedding_key,
    load_embedding,
    read_published_embedding,
    save_embedding,
)
from koekata.face_model.register.hints import Contour, Hints, with_embedding
from koekata.face_model.register.tables import hints_for

__all__ = [
    "Contour",
    "Hints",
    "cached_embedding",
    "draw_embedding",
    "embedding_key",
    "find_embedding",
    "hints_for",
    "load_embedding",
    "read_published_embedding",
    "save_embedding",
    "with_embedding",
]
