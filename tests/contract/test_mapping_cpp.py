"""C++ has the contract of Python, plays random tables and presets alike, and reads garbled files alike."""

from __future__ import annotations

import json
import runpy
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
BUILD = ROOT / "build" / "cpp"
PRESETS = sorted((ROOT / "mappings" / "presets").glob("*.json"))
FIRST_SEED, TABLES, GARBLED, FRAMES = 10_000, 200, 400, 10


@pytest.fixture(scope="module")
def program() -> Path:
    """The runner, built where it is not yet and can be."""
    found = BUILD / "koekata-mapping"
    if not found.is_file():
        if not shutil.which("cmake") or not shutil.which("c++"):
            pytest.skip("cmake or a compiler of C++ is missing: `make test-cpp` says more")
        if subprocess.run(["cmake", "-S", ROOT / "tests" / "cpp", "-B", BUILD], check=False).returncode != 0:
            pytest.skip("nlohmann-json or doctest is missing: `make test-cpp` says more")
        subprocess.run(["cmake", "--build", BUILD, "--target", "koekata-mapping", "--parallel", "2"], check=True)
    return found


@pytest.fixture
def runners(program: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Any, Any]]:
    """Python's evaluator and that of C++."""
    monkeypatch.syspath_prepend(str(Path(__file__).parent))
    for name in [name for name in sys.modules if name.startswith("mapping_")]:
        monkeypatch.delitem(sys.modules, name)
    from mapping_runners import Program, Python

    sidecar, other = Python(), Program("cpp", [str(program)])
    yield sidecar, other
    sidecar.close()
    other.close()


def test_the_contract_in_the_unreal_plugin_is_that_of_mappings() -> None:
    script = runpy.run_path(str(ROOT / "tests" / "cpp" / "make_contract.py"))
    assert script["OUTPUT"].read_text("utf-8") == script["contract"](), "run tests/cpp/make_contract.py"


def test_random_tables_play_alike(runners: tuple[Any, Any]) -> None:
    from mapping_fuzz import compare, right_case

    seeds = range(FIRST_SEED, FIRST_SEED + TABLES)
    found = {seed: compare(right_case(seed, FRAMES), runners[0], [runners[1]]) for seed in seeds}
    assert {seed: lines[:3] for seed, lines in found.items() if lines} == {}


def test_garbled_texts_have_the_same_faults_at_the_same_places(runners: tuple[Any, Any]) -> None:
    from mapping_alike import garbled_differs

    for seed in range(FIRST_SEED, FIRST_SEED + GARBLED):
        assert garbled_differs(seed, runners) == [], seed


@pytest.mark.parametrize("preset", PRESETS, ids=lambda path: path.stem)
def test_presets_play_alike(preset: Path, runners: tuple[Any, Any]) -> None:
    from mapping_alike import preset_differs

    assert preset_differs(preset, FRAMES, runners) == []


def test_frames_of_a_preset_allocate_nothing(program: Path) -> None:
    case = {"table": PRESETS[0].read_text("utf-8"), "frames": [{"dt": 0.016, "values": {"jawOpen": 0.5}}]}
    command = [str(program), "--bench", "700"]
    answered = subprocess.run(command, input=json.dumps(case), capture_output=True, text=True, check=True).stdout
    assert json.loads(answered)["bytes_per_frame"] == 0
