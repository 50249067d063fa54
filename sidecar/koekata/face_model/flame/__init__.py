"""FLAME head models: reading the files that users bring, and the mesh or landmarks for a set of parameters.

Everything is in metres and in FLAME's own axes, which are Koekata's: +x performer's left, +y up, +z out of the face.

How a FLAME model becomes the fitter's `koekata.face_model.model.FaceModel` (478 face-mesh landmarks):

* An embedding puts each of the 478 landmarks on a triangle of the surface (`Embedding`).
* `mean` is `Landmarks.of(zeros)` evaluated at rest; `identity_modes` are the leading shape columns of its Jacobian,
  one standard deviation each as FLAME scales them; `identity_variance` is what the modes left out would add.
* `expression` is, for each ARKit channel, the landmark displacement of that channel on this topology: expression
  coefficients and jaw pose found for the transferred ARKit shapes. `expression_names`, `reliability` and `noise` are
  measured as for the built-in model, and `gaze_range` follows from the eye joints.
* A fitter that works on FLAME's own parameters uses `PersonLandmarks.linearise` per frame instead, and turns the
  parameters into ARKit weights afterwards.
"""

from __future__ import annotations

from koekata.face_model.flame.landmarks import Landmarks, Linearised, PersonLandmarks
from koekata.face_model.flame.layer import Parameters, vertices
from koekata.face_model.flame.load import load_flame
from koekata.face_model.flame.model import FlameModel

__all__ = [
    "FlameModel",
    "Landmarks",
    "Linearised",
    "Parameters",
    "PersonLandmarks",
    "load_flame",
    "vertices",
]
