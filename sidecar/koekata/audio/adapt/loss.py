"""How wrong the two output layers are about labelled frames, and the gradient of that.

The same terms as in training (`koekata.audio.build.train`): visemes, vowels, lips closed and voice, for the layer that
looks 30 ms ahead and, with less weight, for the one that does not. Lips closed count more: there are few of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from koekata.audio.phones import load_phones
from koekata.audio.tcn import Weights
from koekata.audio.visemes import VISEMES, VOWELS, Floats

__all__ = ["HEADS", "Labels", "heads_loss"]

HEADS = {"later": (3, 1.0), "now": (0, 0.6)}
"""For each output layer, by how many frames it lags behind, and what it counts."""
_VOWEL_COUNTS, _CLOSED_COUNTS, _VOICE_COUNTS = 0.5, 2.0, 0.3
_CLOSED_IMPORTANCE = 2.5
_PARTING = (0.6, 0.3)
"""How far the two frames after a closure count as one: its burst tells most about it."""
_SMOOTHING = 0.05
_PP = 1
_CLOSED, _VOICE = VISEMES + VOWELS + 1, VISEMES + VOWELS + 2


@dataclass(frozen=True)
class Labels:
    """(B, T) each: phone, and what the frame counts."""

    phone: NDArray[np.int64]
    counts: Floats


def heads_loss(hidden: Floats, labels: Labels, weights: Mapping[str, Floats], grads: Weights) -> tuple[float, Floats]:
    """The loss of hidden units (B, T, H), and its gradient by them; those of the layers are put into `grads`."""
    total, back = 0.0, np.zeros_like(hidden)
    for name, (lag, counts) in HEADS.items():
        end = hidden.shape[1] - lag
        seen, layer = hidden[:, lag:], weights[name]
        loss, inner = _layer_loss(
            seen @ layer + weights[f"{name}_b"], Labels(labels.phone[:, :end], labels.counts[:, :end])
        )
        inner *= np.float32(counts)
        total += counts * loss
        grads[name] = np.asarray(np.einsum("bth,btl->hl", seen, inner, optimize=True), np.float32)
        grads[f"{name}_b"] = inner.sum(axis=(0, 1))
        back[:, lag:] += inner @ layer.T
    return total, back


def _layer_loss(logits: Floats, labels: Labels) -> tuple[float, Floats]:
    phones = load_phones()
    counts = labels.counts[..., None] / np.float32(max(labels.counts.sum(), 1.0))
    viseme = phones.viseme_of[labels.phone].astype(int)
    vowel = (phones.vowel_of[labels.phone].astype(int) - 1) % (VOWELS + 1)
    gradient = np.zeros_like(logits)
    shown, gradient[..., :VISEMES] = _choice(logits[..., :VISEMES], viseme)
    sung, gradient[..., VISEMES:_CLOSED] = _choice(logits[..., VISEMES:_CLOSED], vowel)
    lips, gradient[..., _CLOSED] = _either(logits[..., _CLOSED], _shut(viseme), _CLOSED_IMPORTANCE)
    talk, gradient[..., _VOICE] = _either(logits[..., _VOICE], (viseme != 0).astype(np.float32), 1.0)
    gradient[..., VISEMES:_CLOSED] *= np.float32(_VOWEL_COUNTS)
    gradient[..., _CLOSED] *= np.float32(_CLOSED_COUNTS)
    gradient[..., _VOICE] *= np.float32(_VOICE_COUNTS)
    each = shown + _VOWEL_COUNTS * sung + _CLOSED_COUNTS * lips + _VOICE_COUNTS * talk
    return float((each * counts[..., 0]).sum()), gradient * counts


def _choice(logits: Floats, truth: NDArray[np.int64]) -> tuple[Floats, Floats]:
    """Cross entropy with label smoothing, frame by frame, and its gradient."""
    shifted = logits - logits.max(axis=-1, keepdims=True)
    logs = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    target = np.full(logits.shape, np.float32(_SMOOTHING / logits.shape[-1]))
    np.put_along_axis(target, truth[..., None], np.float32(1 - _SMOOTHING + _SMOOTHING / logits.shape[-1]), axis=-1)
    return np.asarray(-(target * logs).sum(axis=-1)), np.asarray(np.exp(logs) - target, np.float32)


def _either(logits: Floats, truth: Floats, importance: float) -> tuple[Floats, Floats]:
    """Binary cross entropy, in which what is true counts `importance` times; `truth` may lie between 0 and 1."""
    zero, true = np.float32(0.0), np.float32(importance) * truth
    loss = true * np.logaddexp(zero, -logits) + (1 - truth) * np.logaddexp(zero, logits)
    sure = 0.5 + 0.5 * np.tanh(0.5 * logits)
    return np.asarray(loss), np.asarray((1 - truth) * sure - true * (1 - sure), np.float32)


def _shut(viseme: NDArray[np.int64]) -> Floats:
    """(B, T) 1 while the lips are together for p, b or m, and falling after it."""
    shut = np.asarray(viseme == _PP, np.float32)
    made = shut.copy()
    for late, share in enumerate(_PARTING, start=1):
        made[:, late:] = np.maximum(made[:, late:], shut[:, :-late] * np.float32(share))
    return made
