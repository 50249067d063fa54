"""Voice and camera together: a mouth that closes on p, b and m, rests in silence, and speaks when it is not seen.

    fuser = Fuser(FusionSettings())                   # one for each performer
    fused = fuser.fuse(face, window)                  # a solved and smoothed face, and the sound around its picture
    print(fuser.report)                               # what forced what, and why

`fuse_take` does the same for recordings, better since it looks ahead; `voice_face` needs no camera at all.
"""

from __future__ import annotations

from koekata.audio.fuse.fuser import Fuser
from koekata.audio.fuse.settings import FusionReport, FusionSettings, Priority
from koekata.audio.fuse.speaking import voice_face
from koekata.audio.fuse.take import fuse_take

__all__ = ["Fuser", "FusionReport", "FusionSettings", "Priority", "fuse_take", "voice_face"]
