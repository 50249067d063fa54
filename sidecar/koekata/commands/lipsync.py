"""`koekata lipsync`: what is heard in a file."""

from __future__ import annotations

from pathlib import Path

from rich.console import Console

from koekata.audio.lipsync import hear_file, write_lipsync
from koekata.audio.stage import open_network
from koekata.config import VoiceConfig

__all__ = ["lipsync"]


def lipsync(file: Path, out: Path, voice: str, console: Console, *, live: bool, force: bool) -> None:
    """Listen to a whole file and write what was heard. Raises what `hear_file` and `write_lipsync` raise."""
    found = hear_file(file, open_network(VoiceConfig(profile=voice)), live=live)
    write_lipsync(found, out, force=force)
    spoken = float((found.vad > 0.5).mean())
    console.print(f"{out}: {len(found.time_s)} frames of 10 ms, somebody speaks in {spoken:.0%} of them")
