"""Finding and following faces: a captured picture in, the 478 face-mesh landmarks of each performer out.

    with open_tracker(config.track, live=True) as tracker:
        faces = tracker.track(frame)

Nothing is imported from mediapipe until a tracker is opened.
"""

from __future__ import annotations

from koekata.track._open import open_tracker
from koekata.track._tracker import Tracker

__all__ = ["Tracker", "open_tracker"]
