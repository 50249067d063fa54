"""Opens the small networks that come with Koekata."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from koekata.errors import ModelError

__all__ = ["open_network_file"]

_PROVIDERS = {
    "cpu": "CPUExecutionProvider",
    "cuda": "CUDAExecutionProvider",
    "tensorrt": "TensorrtExecutionProvider",
}


def open_network_file(path: Path, device: str, setting: str, *, half: bool = False) -> Any:
    """An onnxruntime session on one thread, on `cpu`, `cuda` or `tensorrt`.

    `setting` names the key of the configuration that chooses the device; `half` lets TensorRT compute in 16 bits.
    Raises ModelError when the file is damaged, or the device is not there.
    """
    import onnxruntime

    name = _PROVIDERS[device]
    present = onnxruntime.get_available_providers()
    if name not in present:
        raise ModelError(
            f"the device '{device}' is not there: onnxruntime offers {', '.join(present)}",
            remedy=f"Install `koekata[gpu]`, or set {setting} to 'cpu': for a network this small it is as fast.",
        )
    settings = {"trt_fp16_enable": True} if half and device == "tensorrt" else {}
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    try:
        return onnxruntime.InferenceSession(path.read_bytes(), options, providers=[(name, settings)])
    except Exception as error:  # onnxruntime's exceptions have no common base but this
        raise ModelError(f"{path}: the network cannot be read: {error}", remedy="Install Koekata again.") from error
