"""C# has the contract of Python, and reads garbled files and presets alike (random ones: `test_mapping_fuzz.py`)."""

from __future__ import annotations

import json
import random
import runpy
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
PRESETS = sorted((ROOT / "mappings" / "presets").glob("*.json"))
GARBLED, FRAMES = 400, 40
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


@pytest.fixture
def runners(monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Any, Any]]:
    """Python's evaluator and that of C#."""
    monkeypatch.syspath_prepend(str(Path(__file__).parent))
    for name in [name for name in sys.modules if name.startswith("mapping_")]:
        monkeypatch.delitem(sys.modules, name)
    from mapping_runners import Program, Python, commands

    if "csharp" not in commands():
        pytest.skip("the evaluator in C# is not built, or mono is missing: `make csharp`")
    sidecar, program = Python(), Program("csharp", commands()["csharp"])
    yield sidecar, program
    sidecar.close()
    program.close()


def test_the_contract_in_the_unity_package_is_that_of_mappings() -> None:
    script = runpy.run_path(str(ROOT / "tests" / "csharp" / "generate_contract.py"))
    assert script["TARGET"].read_text("utf-8") == script["rendered"](), "run tests/csharp/generate_contract.py"


def test_garbled_texts_have_the_same_faults_at_the_same_places(runners: tuple[Any, Any]) -> None:
    from mapping_fuzz import compare
    from mapping_random import Maker

    for seed in range(GARBLED):
        chance = random.Random(seed)
        table = {key: entry[:2] if isinstance(entry, list) else entry for key, entry in Maker(seed).table().items()}
        text = json.dumps(table, ensure_ascii=seed % 2 == 0, indent=seed % 3 or None)
        at = chance.randrange(len(text))
        cut = chance.random() < 0.3
        garbled = text[:at] if cut else text[:at] + chance.choice(_ODD) + text[at + chance.randrange(3) :]
        case = {"table": garbled, "files": {}, "frames": [{"dt": 0.1}]}
        assert list(compare(case, runners[0], [runners[1]])) == [], seed


@pytest.mark.parametrize("preset", PRESETS, ids=lambda path: path.stem)
def test_presets_play_alike(preset: Path, runners: tuple[Any, Any]) -> None:
    from mapping_fuzz import compare
    from mapping_random import Maker
    from mapping_vectors import plain

    maker = Maker(7)
    frames = [plain(maker.frame([])) for _ in range(FRAMES)]
    files = {path.name: path.read_text("utf-8") for path in PRESETS}
    case = {"table": preset.read_text("utf-8"), "files": files, "frames": frames}
    assert "frames" in runners[1].answer(case)
    assert list(compare(case, runners[0], [runners[1]])) == []
