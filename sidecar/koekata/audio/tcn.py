"""The viseme network forwards and backwards in NumPy: for whole recordings, and for learning a voice without PyTorch.

The layers are those of `koekata.audio.build.model.TcnNetwork`, named as in the ONNX file: a stem over some frames,
SiLU, gated blocks of layer norm, three dilated taps and a linear layer, and a last norm. The output layers learn with
the rest: `now` (H, LOGITS) and `later`, and their biases `now_b` and `later_b`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from koekata.audio.features import BANDS, HOP, log_mel, normalised
from koekata.audio.network_file import metadata, read_weights
from koekata.audio.visemes import Floats
from koekata.errors import ModelError

__all__ = ["Tcn", "Weights"]

_EPSILON = 1e-5
_TAPS = 3
_BLOCK = ("g", "h", "t0", "t1", "t2", "w", "v")

Weights = dict[str, Floats]
_Back = Callable[[Floats], Floats]


@dataclass(frozen=True)
class Tcn:
    """What the file does not hold as floats: the blocks' dilations."""

    dilations: tuple[int, ...]

    @property
    def reach(self) -> int:
        """How many frames before a frame can change it, at most, apart from the stem's."""
        return 2 * sum(self.dilations)

    @property
    def names(self) -> list[str]:
        """Of the weights that can be learnt, the output layers apart."""
        blocks = [f"b{i}_{part}" for i in range(len(self.dilations)) for part in _BLOCK]
        return ["stem_w", "stem_b", *blocks, "last_g", "last_h"]

    @classmethod
    def read(cls, model: bytes) -> tuple[Tcn, Weights]:
        """Of a network's file, with its weights in single precision.

        Raises ModelError where the file is damaged, or holds another kind of network.
        """
        arrays = read_weights(model)
        tcn = cls(tuple(json.loads(metadata(model).get("dilations", "[]"))))
        missing = [name for name in tcn.names if name not in arrays]
        if missing or not tcn.dilations:
            raise ModelError(
                f"the network is not built as Koekata knows it: there is no {', '.join(missing[:3]) or 'dilation'}",
                remedy="Install Koekata again.",
            )
        return tcn, {name: np.asarray(arrays[name], np.float32) for name in tcn.names}

    def heard(self, samples: Floats, prior: Floats, weights: Mapping[str, Floats], ahead: int) -> Floats:
        """Hidden units (T + ahead, H) of a recording (N,) that `ahead` frames of silence follow; T = N // HOP + 1.

        `prior` (BANDS,) is where the running mean of the features begins.
        """
        padded = np.concatenate([samples, np.zeros(ahead * HOP, np.float32)])
        return np.asarray(self.hidden(normalised(log_mel(padded), prior)[None], weights)[0][0])

    def hidden(
        self, features: Floats, weights: Mapping[str, Floats], grads: Weights | None = None
    ) -> tuple[Floats, _Back]:
        """(B, T, H) of (B, T, BANDS), and what takes (B, T, H) gradients and adds those of the weights to `grads`."""
        into: Weights = {} if grads is None else grads
        state, stem = _stem(features, weights, into)
        backs: list[_Back] = [stem]
        for index, dilation in enumerate(self.dilations):
            state, back = _block(state, weights, into, f"b{index}", dilation)
            backs.append(back)
        made, back = _norm(state, weights, into, "last_g", "last_h")
        backs.append(back)

        def backward(gradient: Floats) -> Floats:
            for step in reversed(backs):
                gradient = step(gradient)
            return gradient

        return made, backward


def _stem(features: Floats, weights: Mapping[str, Floats], grads: Weights) -> tuple[Floats, _Back]:
    width = len(weights["stem_w"]) // BANDS
    count = features.shape[1]
    padded = np.pad(features, ((0, 0), (width - 1, 0), (0, 0)))
    stacked = np.concatenate([padded[:, k : k + count] for k in range(width)], axis=2)
    total = stacked @ weights["stem_w"] + weights["stem_b"]
    gate = _sigmoid(total)

    def backward(gradient: Floats) -> Floats:
        inner = gradient * gate * (1 + total * (1 - gate))
        _add(grads, "stem_w", _outer(stacked, inner))
        _add(grads, "stem_b", inner.sum(axis=(0, 1)))
        return np.asarray(inner, np.float32)

    return np.asarray(total * gate, np.float32), backward


def _block(
    state: Floats, weights: Mapping[str, Floats], grads: Weights, name: str, dilation: int
) -> tuple[Floats, _Back]:
    count = state.shape[1]
    normed, norm_back = _norm(state, weights, grads, f"{name}_g", f"{name}_h")
    before = np.pad(normed, ((0, 0), (2 * dilation, 0), (0, 0)))
    seen = [before[:, k * dilation : k * dilation + count] for k in range(_TAPS)]
    taps = [weights[f"{name}_t{k}"] for k in range(_TAPS)]
    mixed = seen[0] * taps[0] + seen[1] * taps[1] + seen[2] * taps[2]
    both = mixed @ weights[f"{name}_w"] + weights[f"{name}_v"]
    value, gate = both[..., : state.shape[2]], _sigmoid(both[..., state.shape[2] :])

    def backward(gradient: Floats) -> Floats:
        inner = np.concatenate([gradient * gate, gradient * value * gate * (1 - gate)], axis=2)
        _add(grads, f"{name}_w", _outer(mixed, inner))
        _add(grads, f"{name}_v", inner.sum(axis=(0, 1)))
        back = inner @ weights[f"{name}_w"].T
        spread = np.zeros_like(before)
        for k in range(_TAPS):
            _add(grads, f"{name}_t{k}", (back * seen[k]).sum(axis=(0, 1)))
            spread[:, k * dilation : k * dilation + count] += back * taps[k]
        return gradient + norm_back(spread[:, 2 * dilation :])

    return np.asarray(state + value * gate, np.float32), backward


def _norm(state: Floats, weights: Mapping[str, Floats], grads: Weights, scale: str, shift: str) -> tuple[Floats, _Back]:
    """Layer normalisation (Ba, Kiros and Hinton 2016)."""
    centred = state - state.mean(axis=2, keepdims=True)
    inverse = 1 / np.sqrt((centred**2).mean(axis=2, keepdims=True) + np.float32(_EPSILON))
    unit = centred * inverse

    def backward(gradient: Floats) -> Floats:
        _add(grads, scale, (gradient * unit).sum(axis=(0, 1)))
        _add(grads, shift, gradient.sum(axis=(0, 1)))
        inner = gradient * weights[scale]
        along = (inner * unit).mean(axis=2, keepdims=True)
        return np.asarray((inner - inner.mean(axis=2, keepdims=True) - unit * along) * inverse, np.float32)

    return np.asarray(unit * weights[scale] + weights[shift], np.float32), backward


def _outer(inputs: Floats, gradient: Floats) -> Floats:
    return np.asarray(inputs.reshape(-1, inputs.shape[2]).T @ gradient.reshape(-1, gradient.shape[2]), np.float32)


def _sigmoid(values: Floats) -> Floats:
    return np.asarray(0.5 + 0.5 * np.tanh(0.5 * values), np.float32)


def _add(grads: Weights, name: str, gradient: Floats) -> None:
    grads[name] = grads[name] + gradient if name in grads else np.asarray(gradient, np.float32)
