"""Cameras and heads of a clip as batches."""

from __future__ import annotations

from dataclasses import dataclass, replace

import torch
from torch import Tensor

from koekata.fit.camera import REFERENCE_LANDMARKS

__all__ = ["Heads", "moved", "unprojected"]


@dataclass(frozen=True)
class Heads:
    """T landmarks and poses."""

    landmarks: Tensor
    """(T, 478, 3) pixels, as tracked."""
    focal: Tensor
    """(T,) pixels."""
    centre: Tensor
    """(T, 2) pixels."""
    rotation: Tensor
    """(T, 3, 3) head to camera."""
    translation: Tensor
    """(T, 3) metres."""

    def part(self, rows: slice) -> Heads:
        """Some of the frames."""
        return Heads(
            self.landmarks[rows], self.focal[rows], self.centre[rows], self.rotation[rows], self.translation[rows]
        )


def unprojected(heads: Heads, reference: Tensor) -> Tensor:
    """(T, 478, 3) metres in the heads' axes: `koekata.fit.camera.unproject` for many frames."""
    landmarks, focal = heads.landmarks, heads.focal[:, None]
    distance = -heads.translation[:, 2:]
    forward = landmarks[:, :, 2] * (-distance / focal)
    forward = forward + (heads.rotation[:, 2] @ reference - forward[:, REFERENCE_LANDMARKS].mean(dim=1))[:, None]
    depth = (distance - forward) / focal
    across = (landmarks[:, :, 0] - heads.centre[:, :1]) * depth - heads.translation[:, :1]
    up = (heads.centre[:, 1:] - landmarks[:, :, 1]) * depth - heads.translation[:, 1:2]
    return torch.stack((across, up, forward), dim=-1) @ heads.rotation


def moved(heads: Heads, motion: Tensor) -> Heads:
    """The poses at which the small `motion` (T, 7) that was found would vanish: turn, shift, relative size."""
    shift = (heads.rotation @ motion[:, 3:6, None])[:, :, 0]
    scale = 1.0 / (1.0 + motion[:, 6:]).clamp(min=0.5)
    place = torch.cat((heads.translation[:, :2] + shift[:, :2], heads.translation[:, 2:]), dim=1) * scale
    return replace(heads, rotation=heads.rotation @ _turns(motion[:, :3]), translation=place)


def _turns(vectors: Tensor) -> Tensor:
    """(T, 3, 3) rotations about (T, 3) vectors by their lengths."""
    x, y, z = vectors.unbind(dim=1)
    none = torch.zeros_like(x)
    crosses = torch.stack((none, -z, y, z, none, -x, -y, x, none), dim=1).reshape(-1, 3, 3)
    return torch.linalg.matrix_exp(crosses)
