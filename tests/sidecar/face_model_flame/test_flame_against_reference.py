"""The layer against flame-pytorch itself, run live where torch and the stand-in model are present."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

from koekata.face_model.flame import Parameters, load_flame, vertices

NEEDED = ("torch", "smplx", "flame_pytorch", "scipy")
ABSENT = [name for name in NEEDED if importlib.util.find_spec(name) is None]


@pytest.mark.shared
@pytest.mark.skipif(bool(ABSENT), reason=f"the reference layer is not installed (without {', '.join(ABSENT)})")
@pytest.mark.filterwarnings("ignore")
def test_100_random_sets_on_the_stand_in_agree_with_flame_pytorch(
    shared_dir: Path, tmp_path: Path, synthetic: ModuleType, reference: ModuleType
) -> None:
    path = shared_dir / "models" / "flame" / "flame_standin.pkl"
    sets = synthetic.make_parameters(100, shape=300, expression=100, seed=11)
    sets["shape"][:, 100:] = 0
    sets["expression"][:, 55:] = 0
    expected = reference.reference_vertices(path, sets, tmp_path)
    model = load_flame(path)
    for index in range(100):
        given = Parameters(**{name: values[index].astype(np.float64) for name, values in sets.items()})
        assert np.abs(vertices(model, given) - expected[index]).max() < 1e-5
