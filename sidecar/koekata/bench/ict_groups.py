"""The groups of channels by which accuracy is reported."""

from __future__ import annotations

from koekata.channels import ARKIT_NAMES

__all__ = ["CORE", "GROUPS"]

_CORE_STEMS = (
    "eyeBlink", "eyeLook", "jawOpen", "mouthSmile", "mouthFrown", "mouthPucker", "mouthFunnel", "brow", "mouthLeft",
    "mouthRight", "jawLeft", "jawRight", "mouthUpperUp", "mouthLowerDown", "mouthClose", "mouthPress", "mouthStretch",
    "cheekPuff", "noseSneer",
)  # fmt: skip

CORE: tuple[str, ...] = tuple(name for name in ARKIT_NAMES if name.startswith(_CORE_STEMS))
"""The 38 channels that matter most."""

GROUPS: dict[str, tuple[str, ...]] = {
    group: tuple(name for name in ARKIT_NAMES if name.startswith(stems))
    for group, stems in {
        "blink": ("eyeBlink",),
        "gaze": ("eyeLook",),
        "lids": ("eyeSquint", "eyeWide"),
        "brows": ("brow",),
        "jaw": ("jaw",),
        "mouth": ("mouth",),
        "cheeks and nose": ("cheek", "noseSneer"),
    }.items()
}
