"""A whole clip solved at once: what comes later tells about now, and every frame about whose face it is.

The frame-by-frame fit knows nothing but the frame before. With the clip at hand, the most probable weights of all
frames together are found under the face model's own noise. The energy is

    E =  1/2 (1 + nu) m sum_t log(1 + d_t / (nu m))          how badly each frame fits, robustly
       + 1.3 sum_tk log(1 + w_tk / 0.5)                      few channels act at a time
       + 1/2 sum_t w_t' P w_t                                small weights, sides that move alike: the live prior
       + 1/2 sum_tk (w_t+1,k - w_tk)^2 / (q_k seconds_t)     a weight moves so much in so much time

with d_t the squared residual in units of the noise, m its median over the clip, nu = 5, pose and distance left free in
every frame, and 0 <= w <= 1. The neutral face and the weights are found in turn, the neutral face as in calibration but
from up to 600 frames.

* The first term is Student's t: a frame that fits badly, blurred or half hidden, leans on its neighbours. Source:
  Lange, Little, Taylor, "Robust statistical modeling using the t distribution", 1989.
* The second charges a channel less the more it acts, so that quiet channels are silenced and strong ones are not drawn
  down. Source: Candes, Wakin, Boyd, "Enhancing sparsity by reweighted l1 minimization", 2008.
* Both are replaced by a quadratic and a linear bound in each round; what is left is a bounded quadratic programme over
  the clip. Source: Hunter, Lange, "A tutorial on MM algorithms", 2004.

PyTorch does the arithmetic, on the processor or on a graphics card: `koekata.refine.clip`, which this package does not
load by itself, as torch is an extra.
"""

from __future__ import annotations

from koekata.refine._torch import need_torch

__all__ = ["need_torch"]
