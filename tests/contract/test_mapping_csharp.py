"""C# has the contract of Python, and reads garbled files and presets alike (random ones: `test_mapping_fuzz.py`)."""

from __future__ import annotations

import runpy
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
PRESETS = sorted((ROOT / "mappings" / "presets").glob("*.json"))
GARBLED, FRAMES = 400, 40


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
    from mapping_alike import garbled_differs

    for seed in range(GARBLED):
        assert garbled_differs(seed, runners) == [], seed


@pytest.mark.parametrize("preset", PRESETS, ids=lambda path: path.stem)
def test_presets_play_alike(preset: Path, runners: tuple[Any, Any]) -> None:
    from mapping_alike import preset_differs

    assert preset_differs(preset, FRAMES, runners) == []
