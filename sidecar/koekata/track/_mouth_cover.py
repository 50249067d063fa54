"""Whether something is held before the mouth: a hand, a microphone, a cup.

A face mesh does not say so: it draws a closed mouth on the hand and stays sure of itself. So the colours at the lips
and around them, relative to those of nose and cheeks, are compared with what they usually are in this performer. A hand
has the colour of skin, but neither lips, nor corners, nor the shade below them. Speech changes these colours, too;
their usual deviation is learnt along with them, and so is the usual size of the whole difference.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from koekata.frames import FloatArray, ImageArray

__all__ = ["MouthCover"]

_REFERENCE = (4, 195, 5, 117, 346, 9)
"""Nose, upper cheeks, and between the brows."""
_REGIONS = (
    ((40, 80), (39, 81)), ((37, 82), (0, 13), (267, 312)), ((269, 311), (270, 310)),
    ((91, 88), (181, 178)), ((84, 87), (17, 14), (314, 317)), ((405, 402), (321, 318)),
    ((164, 164), (167, 167), (393, 393)), ((199, 199), (200, 200), (18, 18)),
    ((57, 57), (186, 186), (212, 212)), ((287, 287), (410, 410), (432, 432)),
)  # fmt: skip
"""Upper and lower lip from right to left, above, below, and beside them: points midway between two landmarks."""
_EYES = (33, 263)
_PATCH = 0.012
"""Distance of the pixels that are averaged, as a share of the distance of the eyes."""
_DARK = 8.0
_USUAL_LEAST, _DEVIATION_LEAST = 0.4, 0.033
_FARTHEST = 5.0
_KEPT = 2 / 3
"""Of the differences, the share that counts: the largest. A cover that hides half the mouth is a cover."""
_LEARN_S, _HORIZON_S, _COVERED_HORIZON_S = 2.0, 5.0, 20.0
"""How long nothing is judged; how long is remembered; and how long a cover takes to pass for the mouth itself."""
_QUICK_S = 0.07
_DOUBTFUL, _COVERED = 2.0, 3.0
"""How many times the usual difference makes it doubtful whether the mouth is seen, and certain that it is not."""
_GAP_S = 1.0

Colours = NDArray[np.float64]


class MouthCover:
    """One performer's. `seen` costs some 60 microseconds."""

    def __init__(self) -> None:
        self._usual = self._deviation = np.zeros((0, 3))
        self._usual_size = self._size = _USUAL_LEAST
        self._last_s = self._known_s = 0.0

    def seen(self, image: ImageArray, landmarks: FloatArray, time_s: float) -> float:
        """In [0, 1]: how far the mouth of (478, 3) landmarks is to be seen in an RGB picture.

        1 in the first seconds, in which a performer is learnt.
        """
        colours = _colours(image, landmarks[:, :2])
        dt = time_s - self._last_s
        self._last_s = time_s
        if not len(self._usual):
            self._usual, self._deviation = colours, np.full_like(colours, 0.1)
            return 1.0
        if not 0.0 < dt < _GAP_S:
            return 1.0
        return self._compare(colours - self._usual, dt)

    def _compare(self, away: Colours, dt: float) -> float:
        most = self._deviation + _DEVIATION_LEAST
        differences = np.sort(np.minimum(np.abs(away) / most, _FARTHEST), axis=None)
        size = float(differences[round(len(differences) * (1 - _KEPT)) :].mean())
        self._size += min(1.0, dt / _QUICK_S) * (size - self._size)
        share = (self._size / self._usual_size - _DOUBTFUL) / (_COVERED - _DOUBTFUL)
        covered = min(max(share, 0.0), 1.0) if self._known_s >= _LEARN_S else 0.0
        horizon = _COVERED_HORIZON_S if covered else min(_HORIZON_S, self._known_s + dt)
        self._learn(away, most, size, dt / horizon)
        self._known_s += dt
        return 1.0 - covered

    def _learn(self, away: Colours, most: Colours, size: float, rate: float) -> None:
        self._usual += rate * np.clip(away, -4 * most, 4 * most)
        self._deviation += rate * (np.minimum(np.abs(away), 4 * most) - self._deviation)
        self._usual_size += rate * (min(size, 3 * self._usual_size) - self._usual_size)
        self._usual_size = max(self._usual_size, _USUAL_LEAST)


def _colours(image: ImageArray, points: FloatArray) -> Colours:
    """(regions, 3) brightness, redness and blueness, as logarithms of ratios to those of nose and cheeks."""
    apart = max(0.6, _PATCH * float(np.linalg.norm(points[_EYES[0]] - points[_EYES[1]])))
    reference = _patches(image, points[list(_REFERENCE)], 1.5 * apart).mean(axis=0)
    pairs = np.array([pair for region in _REGIONS for pair in region])
    patches = _patches(image, points[pairs].mean(axis=1), apart) - reference
    ends = np.cumsum([len(region) for region in _REGIONS])[:-1]
    red, green, blue = np.stack([part.mean(axis=0) for part in np.split(patches, ends)]).T
    return np.stack([(red + green + blue) / 6, 1.5 * (red - green), blue - green], axis=1)


def _patches(image: ImageArray, points: FloatArray, apart: float) -> Colours:
    """(N, 3) logarithms of the mean colours of nine pixels around each point."""
    steps = np.array([(x, y) for x in (-1, 0, 1) for y in (-1, 0, 1)]) * apart
    at = np.rint(points[:, None] + steps).astype(int)
    columns = np.clip(at[..., 0], 0, image.shape[1] - 1)
    rows = np.clip(at[..., 1], 0, image.shape[0] - 1)
    return np.asarray(np.log(image[rows, columns] + _DARK).mean(axis=1))
