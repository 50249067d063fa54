"""Go on from weights that were trained before."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import torch

from koekata.audio.adapt.shipped import Shipped, open_shipped
from koekata.audio.build.model import DILATIONS, TcnNetwork
from koekata.audio.features import BANDS
from koekata.audio.tcn import Weights

__all__ = ["take_up"]


def take_up(network: TcnNetwork, path: Path) -> None:
    """Give the network the weights of a `.pt` that a training left, or of the `.onnx` beside it.

    The second holds the large matrices in half precision, and lacks the output layer for phones, which only training
    asks for: that one keeps what it has. Raises OSError, ModelError for what is no viseme network, and RuntimeError
    for one of another size.
    """
    if path.suffix != ".onnx":
        network.load_state_dict(torch.load(path))
        return
    stored = {name: torch.tensor(values) for name, values in _by_name(open_shipped(path), network.scale).items()}
    left = network.load_state_dict(stored, strict=False)
    unknown = [*left.unexpected_keys, *(name for name in left.missing_keys if not name.startswith(("phone.", "scale")))]
    if unknown:
        raise RuntimeError(f"{path} and this network differ in {', '.join(unknown)}")


def _by_name(shipped: Shipped, scale: torch.Tensor) -> Weights:
    """By the names of `TcnNetwork`; the stem for features that are scaled."""
    held = shipped.weights
    stem = held["stem_w"].reshape(-1, BANDS, held["stem_w"].shape[1]) / scale.numpy()[None, :, None]
    made = {"stem.weight": stem.reshape(held["stem_w"].shape).T, "stem.bias": held["stem_b"]}
    made |= {"last.weight": held["last_g"], "last.bias": held["last_h"]}
    for index, _ in enumerate(DILATIONS):
        made[f"norms.{index}.weight"], made[f"norms.{index}.bias"] = held[f"b{index}_g"], held[f"b{index}_h"]
        made[f"gates.{index}.weight"], made[f"gates.{index}.bias"] = held[f"b{index}_w"].T, held[f"b{index}_v"]
        made[f"taps.{index}"] = np.stack([held[f"b{index}_t{tap}"] for tap in range(3)])
    for name in ("now", "later"):
        made[f"{name}.weight"], made[f"{name}.bias"] = held[name].T, held[f"{name}_b"]
    return made
