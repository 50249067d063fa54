"""The sample performance that comes along."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

__all__ = ["sample_clip"]


def sample_clip() -> Path:
    """Twelve seconds of a rendered performer."""
    return Path(str(resources.files("koekata.data.sample").joinpath("performance.mp4")))
