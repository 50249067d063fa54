"""Writes the names of Unreal's ARKit curves, from the weights of mappings/channels.json.

python tests/cpp/make_curves.py            rewrites unreal-plugin/.../CurveTables.cpp
python tests/cpp/make_curves.py --check    fails where it is not what that file says
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CHANNELS = ROOT / "mappings" / "channels.json"
OUTPUT = ROOT / "unreal-plugin/Source/KoekataCore/Private/Axes/CurveTables.cpp"
HEAD = """// Written by tests/cpp/make_curves.py from mappings/channels.json.
// Change that, and run it again.

#include "Koekata/Axes/Curves.h"

namespace Koekata
{
namespace
{
constexpr FCurveName AllCurves[] = {
"""
TAIL = """};
} // namespace

const FCurveName* CurveNames(size_t& Count)
{
	Count = sizeof(AllCurves) / sizeof(AllCurves[0]);
	return AllCurves;
}
} // namespace Koekata
"""


def curve(channel: str) -> str:
    """Unreal's spelling: EARFaceBlendShape writes the first letter large."""
    return channel[0].upper() + channel[1:]


def curves() -> str:
    """The whole file."""
    weights = json.loads(CHANNELS.read_text("utf-8"))["weights"]
    names = [weight["name"] for weight in weights]
    return HEAD + "".join(f'\t{{"{name}", "{curve(name)}"}},\n' for name in names) + TAIL


def main() -> int:
    """Write the file, or say whether it is current."""
    if sys.argv[1:] != ["--check"]:
        OUTPUT.write_text(curves(), "utf-8")
        return 0
    if OUTPUT.read_text("utf-8") == curves():
        return 0
    sys.stderr.write(f"{OUTPUT.name} is not what mappings/ says: run python tests/cpp/make_curves.py\n")
    return 1


if __name__ == "__main__":
    sys.exit(main())
