"""What every other language is asked in the same way as Python: garbled texts, and presets that play."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

from mapping_fuzz import compare
from mapping_random import Maker
from mapping_vectors import plain

__all__ = ["garbled_differs", "preset_differs"]

_PRESETS = Path(__file__).parents[2] / "mappings" / "presets"
_ODD = (
    '"',
    "\\",
    "{",
    "]",
    ",",
    ":",
    "-",
    "0",
    "e",
    ".",
    "\n",
    "\t",
    "\x00",
    "\u2028",
    "\ufeff",
    "é",
    "😀",
    "NaN",
    "//",
)


def garbled_differs(seed: int, runners: tuple[Any, Any]) -> list[str]:
    """What the two say differently of a random table that was cut off, or has an odd character in it."""
    chance = random.Random(seed)
    table = {key: entry[:2] if isinstance(entry, list) else entry for key, entry in Maker(seed).table().items()}
    text = json.dumps(table, ensure_ascii=seed % 2 == 0, indent=seed % 3 or None)
    at = chance.randrange(len(text))
    cut = chance.random() < 0.3
    garbled = text[:at] if cut else text[:at] + chance.choice(_ODD) + text[at + chance.randrange(3) :]
    return list(compare({"table": garbled, "files": {}, "frames": [{"dt": 0.1}]}, runners[0], [runners[1]]))


def preset_differs(preset: Path, frames: int, runners: tuple[Any, Any]) -> list[str]:
    """What the two give differently for a preset; the other language must take it."""
    maker = Maker(7)
    files = {path.name: path.read_text("utf-8") for path in sorted(_PRESETS.glob("*.json"))}
    case = {
        "table": preset.read_text("utf-8"),
        "files": files,
        "frames": [plain(maker.frame([])) for _ in range(frames)],
    }
    assert "frames" in runners[1].answer(case)
    return list(compare(case, runners[0], [runners[1]]))
