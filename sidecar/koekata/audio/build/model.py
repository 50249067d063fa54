"""The network in PyTorch: a causal temporal convolutional network (Bai, Kolter and Koltun 2018) with gated blocks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional

from koekata.audio.features import BANDS
from koekata.audio.visemes import LOGITS

__all__ = ["DILATIONS", "STEM", "Said", "TcnNetwork", "averaged"]

DILATIONS = (1, 2, 4, 8, 16, 16)
STEM = 5
"""Frames that the first layer sees at once: this one and those before it."""


@dataclass(frozen=True)
class Said:
    """At frame t: `now` is about t itself, `later` and, for training only, `phone` are about the frame 30 ms before."""

    hidden: Tensor
    now: Tensor
    later: Tensor
    phone: Tensor


class TcnNetwork(nn.Module):  # type: ignore[misc]
    """(B, T, BANDS) normalised log-mel to `Said`, each (B, T, ...). Parameters are named as in the ONNX graph."""

    def __init__(self, width: int, phones: int, scale: Tensor, dropout: float = 0.1) -> None:
        super().__init__()
        self.width, self.dropout = width, dropout
        self.register_buffer("scale", scale)
        self.stem = nn.Linear(BANDS * STEM, width)
        self.norms = nn.ModuleList(nn.LayerNorm(width) for _ in DILATIONS)
        self.taps = nn.ParameterList(nn.Parameter(torch.randn(3, width) / 3**0.5) for _ in DILATIONS)
        self.gates = nn.ModuleList(nn.Linear(width, 2 * width) for _ in DILATIONS)
        self.last = nn.LayerNorm(width)
        self.now, self.later, self.phone = (nn.Linear(width, size) for size in (LOGITS, LOGITS, phones))

    def forward(self, features: Tensor) -> Said:
        """All frames of sequences that begin in silence."""
        hidden = self.hidden(features)
        dropped = functional.dropout(hidden, self.dropout, self.training)
        return Said(hidden, self.now(dropped), self.later(dropped), self.phone(dropped))

    def hidden(self, features: Tensor) -> Tensor:
        """(B, T, width)."""
        count = features.shape[1]
        padded = functional.pad(features * self.scale, (0, 0, STEM - 1, 0))
        stacked = torch.cat([padded[:, k : k + count] for k in range(STEM)], dim=-1)
        state = functional.silu(self.stem(stacked))
        for dilation, norm, taps, gate in zip(DILATIONS, self.norms, self.taps, self.gates, strict=True):
            before = functional.pad(norm(state), (0, 0, 2 * dilation, 0))
            mixed = sum(before[:, k * dilation : k * dilation + count] * taps[k] for k in range(3))
            state = state + functional.glu(gate(mixed), dim=-1)
        made: Tensor = self.last(state)
        return made


def averaged(network: TcnNetwork) -> Any:
    """A running average of the weights, as in Polyak and Juditsky 1992."""
    return torch.optim.swa_utils.AveragedModel(network, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(0.998))
