"""The network that refines the geometric solve: from the residuals of a fit to weights that the linear basis misses."""

from __future__ import annotations

import json
from importlib import resources
from pathlib import Path
from typing import Any

import numpy as np

from koekata.errors import ModelError
from koekata.face_model.model import load_builtin
from koekata.frames import FittedFace, FloatArray
from koekata.solve.features import FEATURES, pack

__all__ = ["Refiner", "load_refiner"]

_PROVIDERS = {
    "cpu": ("CPUExecutionProvider", {}),
    "cuda": ("CUDAExecutionProvider", {}),
    "tensorrt": ("TensorrtExecutionProvider", {"trt_fp16_enable": True}),
}


class Refiner:
    """Runs the network on one thread, for any face model with the channels that it was trained on."""

    def __init__(self, path: Path, device: str = "cpu") -> None:
        """Raises ModelError when the file is damaged, or the device is not there."""
        self._session = _open(path, device)
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


def _open(path: Path, device: str) -> Any:
    import onnxruntime

    name, settings = _PROVIDERS[device]
    present = onnxruntime.get_available_providers()
    if name not in present:
        raise ModelError(
            f"the device '{device}' is not there: onnxruntime offers {', '.join(present)}",
            remedy="Install `koekata[gpu]`, or set face_model.device to 'cpu': for a network this small it is as fast.",
        )
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    try:
        return onnxruntime.InferenceSession(path.read_bytes(), options, providers=[(name, settings)])
    except Exception as error:  # onnxruntime's exceptions have no common base but this
        raise ModelError(f"{path}: the network cannot be read: {error}", remedy="Install Koekata again.") from error
