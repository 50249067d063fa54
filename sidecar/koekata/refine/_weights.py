"""The weights of all frames at once: a bounded quadratic programme over a clip."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import torch
from torch import Tensor

__all__ = ["Programme", "solve"]

_STEPS = 300
_LOOK_EVERY, _SETTLED = 20, 2e-4


@dataclass(frozen=True)
class Programme:
    """`sum_t trust_t (w_t H w_t / 2 - pull_t w_t) + slope_t w_t + w_t P w_t / 2 + stiffness_t (w_t+1 - w_t)^2 / 2`."""

    hessian: Tensor
    """(K, K) what the landmarks say in any frame: H."""
    pull: Tensor
    """(T, K)."""
    trust: Tensor
    """(T, 1)."""
    prior: Tensor
    """(K, K): P."""
    slope: Tensor
    """(T, K)."""
    stiffness: Tensor
    """(T - 1, K); zero across gaps."""

    def gradient(self, weights: Tensor) -> Tensor:
        """(T, K)."""
        tension = self.stiffness * (weights[1:] - weights[:-1])
        made = self.trust * (weights @ self.hessian - self.pull) + weights @ self.prior + self.slope
        made[1:] += tension
        made[:-1] -= tension
        return made

    def steps(self) -> Tensor:
        """(K,) lengths of gradient steps per channel that never overshoot."""
        most = self.trust.max() if len(self.trust) else torch.ones((), dtype=self.hessian.dtype)
        curved = most * self.hessian + self.prior
        # Neighbours pull from both sides, and move themselves.
        stiffest = 4 * self.stiffness.amax(dim=0) if len(self.stiffness) else torch.zeros_like(curved[0])
        scale = (curved.diagonal() + stiffest).rsqrt()
        largest = torch.linalg.eigvalsh(scale[:, None] * curved * scale)[-1] + (stiffest * scale**2).max()
        return scale**2 / largest


def solve(programme: Programme, start: Tensor, tick: Callable[[float], None]) -> Tensor:
    """(T, K) weights in [0, 1]; `tick` is told the share that is done.

    Accelerated projected gradients with restarts. Sources: Beck, Teboulle, "A fast iterative shrinkage-thresholding
    algorithm for linear inverse problems", 2009; O'Donoghue, Candes, "Adaptive restart for accelerated gradient
    schemes", 2015.
    """
    length = programme.steps()
    found = ahead = start
    momentum, looked = 1.0, start
    for step in range(_STEPS):
        gradient = programme.gradient(ahead)
        moved = (ahead - length * gradient).clamp(0.0, 1.0)
        if bool((gradient * (moved - found)).sum() > 0):
            # Momentum carries uphill: start it again.
            momentum, ahead = 1.0, found
            moved = (ahead - length * programme.gradient(ahead)).clamp(0.0, 1.0)
        following = (1 + (1 + 4 * momentum**2) ** 0.5) / 2
        ahead = moved + (momentum - 1) / following * (moved - found)
        found, momentum = moved, following
        if (step + 1) % _LOOK_EVERY == 0:
            tick((step + 1) / _STEPS)
            if float((found - looked).abs().max()) < _SETTLED:
                break
            looked = found
    return found
