"""The layer against flame-pytorch itself, run live where torch is: `make test-torch`."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import pytest

from koekata.face_model.flame import FlameModel, Parameters, load_flame, vertices

NEEDED = ("torch", "smplx", "flame_pytorch")
ABSENT = [name for name in NEEDED if importlib.util.find_spec(name) is None]
SETS = 100

pytestmark = [
    pytest.mark.skipif(bool(ABSENT), reason=f"the reference layer is not installed (without {', '.join(ABSENT)})"),
    pytest.mark.filterwarnings("ignore"),
]


def farthest_m(model: FlameModel, sets: dict[str, Any], expected: Any) -> float:
    """The largest difference of any vertex's coordinate over all sets, metres."""
    given = [Parameters(**{name: values[i].astype(np.float64) for name, values in sets.items()}) for i in range(SETS)]
    assert len(expected) == SETS
    return max(float(np.abs(vertices(model, one) - other).max()) for one, other in zip(given, expected, strict=True))


@pytest.mark.shared
def test_100_random_sets_on_the_stand_in_agree_with_flame_pytorch(
    shared_dir: Path, tmp_path: Path, synthetic: ModuleType, reference: ModuleType
) -> None:
    path = shared_dir / "models" / "flame" / "flame_standin.pkl"
    sets = synthetic.make_parameters(SETS, shape=300, expression=100, seed=11)
    sets["shape"][:, 100:] = 0
    sets["expression"][:, 55:] = 0
    assert farthest_m(load_flame(path), sets, reference.reference_vertices(path, sets, tmp_path)) < 1e-5


def test_100_random_sets_with_pose_correctives_agree_with_flame_pytorch(
    arrays: dict[str, Any], store: Callable[..., Path], tmp_path: Path, synthetic: ModuleType, reference: ModuleType
) -> None:
    path = store(arrays)
    sets = synthetic.make_parameters(SETS, seed=12)
    model = load_flame(path, expression_modes=8)
    assert np.abs(model.posedirs).max() > 0
    assert farthest_m(model, sets, reference.reference_vertices(path, sets, tmp_path)) < 1e-5
