"""Makes a FLAME model ready for the fitter: landmarks in the head's axes, and ARKit channels in FLAME's parameters."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from koekata.face_model.adopt import adopt
from koekata.face_model.basis import Basis
from koekata.face_model.flame.channels import channel_parameters, eye_turns
from koekata.face_model.flame.face import FlameFace
from koekata.face_model.flame.model import FlameModel
from koekata.face_model.model import FaceModel
from koekata.face_model.spread import spread
from koekata.face_model.surface import Embedding, Surface
from koekata.face_model.triangles import SKIN
from koekata.frames import FloatArray

__all__ = ["arkit_deltas", "model_name", "prepare"]

_STILL = 1e-5
"""Metres: a basis that moves an iris by less leaves the eyeballs to the gaze."""


def prepare(
    flame: FlameModel,
    builtin: FaceModel,
    embedding: Embedding,
    basis: Basis | None = None,
    progress: Callable[[str], None] | None = None,
) -> FlameFace:
    """Everything that depends on the FLAME file alone; takes some seconds, so keep the result.

    `embedding` tells where the landmarks lie on the surface. Channels of the `basis`, displacements of FLAME's
    mesh in FLAME's axes, take the place of those carried over from the built-in model. `progress` hears what is done.
    """
    say = progress or (lambda _: None)
    surface = Surface(flame.v_template, flame.faces)
    say("carrying the ARKit channels over")
    shapes = embedding.of(flame.shapedirs, flame.faces).transpose(2, 0, 1)
    adopted = adopt(model_name(flame), embedding.of(flame.v_template, flame.faces), shapes, builtin)
    names, rotation = builtin.expression_names, adopted.rotation
    expression = adopted.face_model.expression.copy()
    deltas = spread(surface, embedding, expression @ rotation)
    if basis is not None:
        _apply(basis, names, surface, embedding, rotation, deltas, expression)
    say("finding the channels in FLAME's parameters")
    parameters = channel_parameters(flame, embedding, names, deltas)
    left, right = zip(*(eye_turns(name, builtin.gaze_range, rotation) for name in names), strict=True)
    return FlameFace(
        flame=flame,
        embedding=embedding,
        face_model=replace(adopted.face_model, expression=expression),
        placement_rotation=rotation,
        placement_translation=adopted.translation,
        expression=parameters.expression,
        jaw=parameters.jaw,
        left_eye=np.array(left),
        right_eye=np.array(right),
    )


def model_name(flame: FlameModel) -> str:
    """`flame-2023-open` and the like; an edition that is not certain is called by its checksum."""
    if flame.edition_evidence in ("checksum", "contents"):
        return flame.edition.lower().replace(" ", "-")
    return f"flame:{flame.sha256[:8]}"


def arkit_deltas(face: FlameFace) -> FloatArray:
    """(K, V, 3) metres by which each channel moves FLAME's mesh, in FLAME's axes: what `write_basis` writes."""
    surface = Surface(face.flame.v_template, face.flame.faces)
    return spread(surface, face.embedding, face.face_model.expression @ face.placement_rotation)


def _apply(
    basis: Basis,
    names: tuple[str, ...],
    surface: Surface,
    embedding: Embedding,
    rotation: FloatArray,
    deltas: FloatArray,
    expression: FloatArray,
) -> None:
    """Put the channels of a basis in place, in the displacements of the mesh and in those of the landmarks."""
    for name, delta in zip(basis.names, basis.deltas, strict=True):
        if name not in names:
            continue
        row = names.index(name)
        moved = embedding.of(delta, surface.faces) @ rotation.T
        if np.abs(moved[SKIN:]).max() < _STILL:
            moved[SKIN:] = expression[row, SKIN:]
        deltas[row], expression[row] = delta, moved
