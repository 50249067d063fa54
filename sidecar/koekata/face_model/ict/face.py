"""Makes an ICT-FaceKit model ready for the fitter."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from koekata.face_model.adopt import adopt
from koekata.face_model.basis import Basis
from koekata.face_model.ict.model import IctModel
from koekata.face_model.model import FaceModel
from koekata.face_model.spread import spread
from koekata.face_model.surface import Embedding
from koekata.face_model.triangles import SKIN
from koekata.frames import FloatArray

__all__ = ["IctFace", "model_name", "prepare"]


@dataclass(frozen=True, slots=True, eq=False)
class IctFace:
    """What depends on the model alone. A point x of its surface is `rotation @ x + translation` in the head's axes."""

    ict: IctModel
    embedding: Embedding
    """Of the 478 face-mesh landmarks on the surface."""
    face_model: FaceModel
    rotation: FloatArray
    """(3, 3)."""

    def arkit_deltas(self) -> FloatArray:
        """(K, V, 3) metres by which each channel moves the mesh, in its own axes: what `write_basis` writes."""
        return spread(self.ict.surface, self.embedding, self.face_model.expression @ self.rotation)


def prepare(
    ict: IctModel,
    builtin: FaceModel,
    embedding: Embedding,
    basis: Basis | None = None,
    progress: Callable[[str], None] | None = None,
) -> IctFace:
    """Carry the built-in model's channels over to the landmarks of the `embedding`. Takes some seconds.

    The channels are those that the built-in model reports, not the model's own shapes: reports of the tracker stray
    from the surface, and the built-in model knows how. Channels of the user's own `basis`, displacements of the mesh,
    take their place. Irises turn as the built-in model's do.
    """
    say = progress or (lambda _: None)
    surface = ict.surface
    say("carrying the ARKit channels over")
    modes = embedding.of(np.asarray(ict.identity.transpose(1, 2, 0), np.float64), surface.faces).transpose(2, 0, 1)
    adopted = adopt(model_name(ict), embedding.of(surface.vertices, surface.faces), modes, builtin)
    expression = adopted.face_model.expression.copy()
    for name, delta in zip(basis.names, basis.deltas, strict=True) if basis is not None else ():
        if name in builtin.expression_names:
            moved = embedding.of(delta, surface.faces) @ adopted.rotation.T
            expression[builtin.expression_names.index(name), :SKIN] = moved[:SKIN]
    return IctFace(ict, embedding, replace(adopted.face_model, expression=expression), adopted.rotation)


def model_name(ict: IctModel) -> str:
    """With the checksum: ICT-FaceKit has been released several times under one name."""
    return f"ict-facekit:{ict.sha256[:8]}"
