"""ICT-FaceKit light: a head with 100 identity modes and shapes named after ARKit's, as a folder of OBJ files.

Li et al.: "Learning Formation of Physically-Based Face Attributes", CVPR 2020. The model is read from a folder that the
user brings; nothing of it is part of Koekata.
"""

from __future__ import annotations

from koekata.face_model.ict.model import IctModel, shapes_of
from koekata.face_model.ict.read import is_ict, load_ict, save_ict

__all__ = ["IctModel", "is_ict", "load_ict", "save_ict", "shapes_of"]
