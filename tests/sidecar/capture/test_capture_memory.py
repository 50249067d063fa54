from __future__ import annotations

import gc

import av

from koekata.capture import open_source
from koekata.config import CaptureConfig


def test_pictures_are_freed_without_waiting_for_the_garbage_collector(encode):
    path = encode("a.mp4", count=50)
    gc.collect()
    gc.disable()
    try:
        with open_source(CaptureConfig(source=str(path)), live=False) as source:
            for _ in source:
                pass
        left = sum(isinstance(thing, av.VideoFrame) for thing in gc.get_objects())
    finally:
        gc.enable()
    assert left < 10
