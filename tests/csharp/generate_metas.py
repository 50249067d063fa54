"""Writes the `.meta` files of the Unity package: run `python tests/csharp/generate_metas.py`.

What has one keeps its GUID; new files get one from their path; one whose file is gone is removed. A test fails where a
file is missing. The presets in the package are written here, too: copies of `mappings/presets` under the ending that
Unity's importer of the package takes.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from koekata.engines.unity.metas import guid_of, meta_guid, meta_text, wants_meta

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "unity-package"
PRESETS = ROOT / "mappings" / "presets"
IMPORTER = "Editor/Import/KoekataMappingImporter.cs"


def presets() -> dict[str, str]:
    """The texts of the presets by their paths in the package. The link to the schema would lead nowhere there."""
    found = {}
    for path in sorted(PRESETS.glob("*.json")):
        lines = path.read_text("utf-8").splitlines(keepends=True)
        text = "".join(line for line in lines if not line.startswith('  "$schema"'))
        json.loads(text)
        found[f"Presets/{path.stem}.koekata.json"] = text
    return found


def metas() -> dict[str, str]:
    """The texts of all `.meta` files by path."""
    paths = [path.relative_to(PACKAGE).as_posix() for path in sorted(PACKAGE.rglob("*"))]
    wanted = [path for path in paths if wants_meta(path)]
    importer = _guid(IMPORTER)
    return {
        f"{path}.meta": meta_text(path, folder=(PACKAGE / path).is_dir(), guid=_guid(path), importer=importer)
        for path in wanted
    }


def orphans() -> list[str]:
    """`.meta` files without what they belong to."""
    found = [path.relative_to(PACKAGE).as_posix() for path in sorted(PACKAGE.rglob("*.meta"))]
    return [path for path in found if not wants_meta(path.removesuffix(".meta")) or not (PACKAGE / path[:-5]).exists()]


def _guid(path: str) -> str:
    meta = PACKAGE / f"{path}.meta"
    return (meta_guid(meta.read_text("utf-8")) if meta.is_file() else "") or guid_of(path)


def main() -> int:
    """Brings the package up to date."""
    for path in orphans():
        (PACKAGE / path).unlink()
    for path, text in presets().items():
        (PACKAGE / path).parent.mkdir(exist_ok=True)
        (PACKAGE / path).write_text(text, encoding="utf-8")
    written = 0
    for path, text in metas().items():
        place = PACKAGE / path
        if not place.is_file() or place.read_text("utf-8") != text:
            place.write_text(text, encoding="utf-8")
            written += 1
    sys.stdout.write(f"{written} .meta files written\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
