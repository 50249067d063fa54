"""A FLAME model whose mesh is the face mesh itself, made ready for the fitter without any file of FLAME's.

Shape and expression modes are those of the built-in face model; the jaw joint carries what lies below the mouth, the
eye joints carry the irises.
"""

from __future__ import annotations

import math

import numpy as np

from koekata.face_model.flame import FlameModel
from koekata.face_model.flame.face import FlameFace
from koekata.face_model.model import FaceModel
from koekata.face_model.surface import Embedding
from koekata.face_model.triangles import face_mesh_triangles
from koekata.frames import FloatArray

SHAPES, EXPRESSIONS = 12, 40
JAW_OPEN = math.radians(15.0)


def make_face(model: FaceModel) -> FlameFace:
    count = len(model.mean)
    irises = np.array([(first, first + 1, first + 2) for first in range(468, 476)])
    faces = np.vstack([face_mesh_triangles(), irises])
    deltas = model.expression.reshape(len(model.expression), -1)
    jaw = np.zeros((len(deltas), 3))
    jaw[model.expression_names.index("jawOpen"), 0] = JAW_OPEN
    _, strength, modes = np.linalg.svd(deltas, full_matrices=False)
    spread = strength[:EXPRESSIONS] / 3.0
    expressions = (spread[:, None] * modes[:EXPRESSIONS]).reshape(-1, count, 3).transpose(1, 2, 0)
    flame = FlameModel(
        v_template=model.mean,
        faces=faces,
        shapedirs=model.identity_modes[: -SHAPES - 1 : -1].transpose(1, 2, 0),
        expressiondirs=expressions,
        posedirs=np.zeros((count, 3, 36)),
        j_regressor=_joints(model.mean),
        parents=(-1, 0, 1, 1, 1),
        lbs_weights=_weights(model.mean),
        edition="unknown FLAME layout",
        edition_evidence="nothing",
        sha256="0" * 64,
    )
    eyes = np.zeros((2, len(deltas), 3))
    for row, name in enumerate(model.expression_names):
        if name.startswith("eyeLook"):
            eyes[int(name.endswith("Right")), row] = _turn(name)
    return FlameFace(
        flame=flame,
        embedding=_at_vertices(faces, count),
        face_model=model,
        placement_rotation=np.eye(3),
        placement_translation=np.zeros(3),
        expression=np.where(jaw[:, :1] > 0, 0.0, deltas @ modes[:EXPRESSIONS].T / spread),
        jaw=jaw,
        left_eye=eyes[0],
        right_eye=eyes[1],
    )


def _turn(name: str) -> FloatArray:
    out = 1.0 if name.endswith("Left") else -1.0
    about_y = out * ("LookOut" in name) - out * ("LookIn" in name)
    about_x = -1.0 if "Up" in name else 1.0 if "Down" in name else 0.0
    return np.radians(25.0) * np.array([about_x, about_y, 0.0])


def _weights(points: FloatArray) -> FloatArray:
    weights = np.zeros((len(points), 5))
    mouth = points[[61, 291], 1].mean()
    weights[:, 2] = np.clip((mouth - points[:, 1]) / 0.01, 0.0, 1.0)
    weights[468:473, 4] = weights[473:478, 3] = 1.0
    weights[:, 1] = 1.0 - weights[:, 2:].sum(axis=1)
    return weights


def _joints(points: FloatArray) -> FloatArray:
    """Root and neck below the chin, the jaw between the ears, eyes behind their corners: affine in some landmarks."""
    regressor = np.zeros((5, len(points)))
    regressor[0, [152, 10]] = 1.6, -0.6
    regressor[1, [152, 10]] = 1.3, -0.3
    regressor[2, [234, 454]] = 0.5
    regressor[3, [362, 263, 454, 356]] = 0.4, 0.4, 0.1, 0.1
    regressor[4, [133, 33, 234, 127]] = 0.4, 0.4, 0.1, 0.1
    return regressor


def _at_vertices(faces: np.ndarray, count: int) -> Embedding:
    triangles, corners = np.zeros(count, np.int64), np.zeros(count, np.int64)
    for corner in range(3):
        triangles[faces[:, corner]], corners[faces[:, corner]] = np.arange(len(faces)), corner
    return Embedding(triangles, np.eye(3)[corners])
