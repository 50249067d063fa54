"""The network that refines the geometric solve: from the residuals of a fit to weights that the linear basis misses."""

from __future__ import annotations

import json
from importlib import resources
from pathlib import Path

import numpy as np

from koekata.face_model.model import load_builtin
from koekata.frames import FittedFace, FloatArray
from koekata.onnx_session import open_network_file
from koekata.solve.features import FEATURES, pack

__all__ = ["Refiner", "load_refiner"]


class Refiner:
    """Runs the network on one thread, for any face model with the channels that it was trained on."""

    def __init__(self, path: Path, device: str = "cpu") -> None:
        """Raises ModelError when the file is damaged, or the device is not there."""
        self._session = open_network_file(path, device, "face_model.device", half=True)
        stored = self._session.get_modelmeta().custom_metadata_map
        self.expression_names: tuple[str, ...] = tuple(json.loads(stored["expression_names"]))
        self.reliability: FloatArray = np.array(json.loads(stored["reliability"]))
        self._mean = load_builtin().mean
        self._input = np.zeros((1, FEATURES), np.float32)

    def weights(self, face: FittedFace) -> FloatArray:
        """(K,) in [0, 1], in the order of `expression_names`."""
        self._input[0] = pack(face.points, face.neutral, self._mean, face.expression, face.rotation)
        (refined,) = self._session.run(None, {"features": self._input})
        return np.asarray(refined[0], dtype=np.float64)


def load_refiner(device: str = "cpu") -> Refiner:
    """The network that comes with Koekata. Raises ModelError."""
    with resources.as_file(resources.files("koekata") / "data" / "solve" / "hybrid.onnx") as path:
        return Refiner(path, device)
