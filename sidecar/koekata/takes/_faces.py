"""Takes as the faces that they were recorded from."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from koekata.frames import FrameTime, SolvedFace
from koekata.takes._take import Take

__all__ = ["faces_of"]


def faces_of(take: Take) -> Iterator[SolvedFace]:
    """A face for each row, as it was solved.

    What the file does not say: confidences are 1, the place of the head is NaN, both clocks are 0.
    """
    sure, nowhere = np.ones(len(take.names)), np.full(3, np.nan)
    for row in range(len(take)):
        sequence = row + 1 if take.sequence is None else int(take.sequence[row])
        timecode = take.timecode[row] if take.timecode else ""
        yield SolvedFace(
            performer=0,
            time=FrameTime(sequence, float(take.time_s[row]), 0, 0, timecode or None),
            tracked=bool(take.tracked[row]),
            confidence=float(take.tracked[row]),
            weights=take.weights[row],
            channel_confidence=sure if take.confidence is None else take.confidence[row],
            yaw_pitch_roll=take.yaw_pitch_roll[row],
            translation=nowhere if take.translation is None else take.translation[row],
            gaze=take.gaze[row],
            names=take.names,
        )
