"""The network that comes with Koekata, opened for learning."""

from __future__ import annotations

import base64
import hashlib
import json
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

import numpy as np

from koekata.audio.adapt.loss import HEADS
from koekata.audio.network_file import metadata
from koekata.audio.tcn import Tcn, Weights
from koekata.audio.visemes import LOGITS, Floats
from koekata.errors import ModelError

__all__ = ["Shipped", "open_shipped", "shipped_edition"]

_HOP_MS = 10


@dataclass(frozen=True)
class Shipped:
    """`model` is the file; `weights` are those of the layers, and of the output layers under the names of `HEADS`.

    `edition` is the beginning of the file's SHA-256; `prior` (BANDS,) is where the running mean of the features begins.
    """

    model: bytes
    edition: str
    tcn: Tcn
    weights: Weights
    prior: Floats
    closed_thresholds: dict[str, float]
    """Of each output layer: the probability from which lips count as closed."""


def open_shipped(path: Path | None = None) -> Shipped:
    """The network that comes with Koekata, or the file at `path`. Raises ModelError where it cannot be learnt from."""
    model = path.read_bytes() if path else _shipped_bytes()
    stored = metadata(model)
    tcn, weights = Tcn.read(model)
    try:
        for name in HEADS:
            layer = _floats(stored[f"layer_{name}"]).reshape(-1, LOGITS)
            weights |= {name: layer[:-1], f"{name}_b": layer[-1]}
        thresholds = json.loads(stored["closed_threshold"])
        closed = {name: float(thresholds[str(lag * _HOP_MS)]) for name, (lag, _) in HEADS.items()}
        return Shipped(model, edition_of(model), tcn, weights, _floats(stored["prior"]), closed)
    except (KeyError, ValueError) as error:
        raise ModelError(f"the network's file lacks {error}", remedy="Install Koekata again.") from error


def shipped_edition() -> str:
    """Of the network that comes with Koekata."""
    return edition_of(_shipped_bytes())


def edition_of(model: bytes) -> str:
    """The first 16 digits of the SHA-256."""
    return hashlib.sha256(model).hexdigest()[:16]


def _shipped_bytes() -> bytes:
    return (resources.files("koekata") / "data" / "voice" / "visemes.onnx").read_bytes()


def _floats(text: str) -> Floats:
    return np.frombuffer(base64.b64decode(text), np.float32)
