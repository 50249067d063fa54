"""Where the landmarks of MediaPipe's face mesh lie on the surface of a head model.

hints = hints_for(surface)
embedding = find_embedding(surface, load_builtin().mean, hints)
landmarks = embedding.of(vertices, surface.faces)
"""

from __future__ import annotations

from koekata.face_model.register.embed import find_embedding
from koekata.face_model.register.hints import Contour, Hints, with_embedding
from koekata.face_model.register.tables import hints_for

__all__ = ["Contour", "Hints", "find_embedding", "hints_for", "with_embedding"]
