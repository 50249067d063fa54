"""The 52 ARKit blendshape names in Koekata's own order, and their groups.

The order is only an implementation detail of arrays inside this process: everything that leaves it is bound by name.
"""

from __future__ import annotations

__all__ = ["ARKIT_INDEX", "ARKIT_NAMES", "UNOBSERVED_BY_LANDMARKS", "mirrored_name", "region_of"]

ARKIT_NAMES: tuple[str, ...] = tuple(
    """
    eyeBlinkLeft eyeLookDownLeft eyeLookInLeft eyeLookOutLeft eyeLookUpLeft eyeSquintLeft eyeWideLeft
    eyeBlinkRight eyeLookDownRight eyeLookInRight eyeLookOutRight eyeLookUpRight eyeSquintRight eyeWideRight
    jawForward jawLeft jawRight jawOpen mouthClose mouthFunnel mouthPucker mouthLeft mouthRight
    mouthSmileLeft mouthSmileRight mouthFrownLeft mouthFrownRight mouthDimpleLeft mouthDimpleRight
    mouthStretchLeft mouthStretchRight mouthRollLower mouthRollUpper mouthShrugLower mouthShrugUpper
    mouthPressLeft mouthPressRight mouthLowerDownLeft mouthLowerDownRight mouthUpperUpLeft mouthUpperUpRight
    browDownLeft browDownRight browInnerUp browOuterUpLeft browOuterUpRight
    cheekPuff cheekSquintLeft cheekSquintRight noseSneerLeft noseSneerRight tongueOut
    """.split()
)
ARKIT_INDEX: dict[str, int] = {name: index for index, name in enumerate(ARKIT_NAMES)}

UNOBSERVED_BY_LANDMARKS: frozenset[str] = frozenset({"tongueOut"})
"""Channels that no arrangement of face-mesh landmarks can show."""

_REGION_PREFIXES = (("eyeLook", "gaze"), ("eye", "eyes"), ("brow", "brows"), ("jaw", "jaw"), ("mouth", "mouth"))


def region_of(name: str) -> str:
    """The region of a channel: gaze, eyes, brows, jaw, mouth or cheeks (which holds nose and tongue too)."""
    return next((region for prefix, region in _REGION_PREFIXES if name.startswith(prefix)), "cheeks")


def mirrored_name(name: str) -> str:
    """The channel on the other side of the face; a channel without sides is its own partner."""
    if name.endswith("Left"):
        return name[:-4] + "Right"
    return name[:-5] + "Left" if name.endswith("Right") else name
