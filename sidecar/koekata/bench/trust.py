"""Whether channels that are said to be sure have the smaller errors."""

from __future__ import annotations

from typing import Any

import numpy as np
from scipy.stats import rankdata

from koekata.frames import FloatArray

__all__ = ["confidence_against_error"]

_MOVES = 0.1
_GROUPS = 10
_FEWEST = 30


def confidence_against_error(confidence: FloatArray, weights: FloatArray, true: FloatArray) -> dict[str, Any]:
    """Of (T, 52) each: Spearman's rank correlation of confidence and error, and the mean error in tenths of the values.

    Only values that move count, in truth or as solved: at rest, any channel is right by staying at zero. Channels that
    are not observed do not count either. The tenths are in order of confidence, the surest first.
    """
    counts = ((true > _MOVES) | (weights > _MOVES)) & (confidence > 0.0)
    sure, error = confidence[counts], np.abs(weights - true)[counts]
    if len(sure) < _FEWEST or np.ptp(sure) == 0.0 or np.ptp(error) == 0.0:
        return {"spearman": 0.0, "mean_error_by_tenth": []}
    tenths = np.array_split(error[np.argsort(-sure, kind="stable")], _GROUPS)
    return {
        "spearman": float(np.corrcoef(rankdata(sure), rankdata(error))[0, 1]),
        "mean_error_by_tenth": [float(tenth.mean()) for tenth in tenths],
    }
