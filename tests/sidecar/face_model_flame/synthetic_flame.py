"""A small random model in FLAME's layout, and parameter sets for it: the same numbers on every machine.

`RandomState` is used because NumPy keeps its stream unchanged for ever.
"""

from __future__ import annotations

from typing import Any

import numpy as np

SEED = 20230
VERTICES, SHAPE, EXPRESSION, JOINTS = 300, 10, 8, 5
SETS = 12


def make_arrays(
    vertices: int = VERTICES, shape: int = SHAPE, expression: int = EXPRESSION, seed: int = SEED
) -> dict[str, Any]:
    """The arrays of a FLAME file by their names there, float64."""
    random = np.random.RandomState(seed)
    directions = random.standard_normal((vertices, 3))
    ellipsoid = directions / np.linalg.norm(directions, axis=1, keepdims=True) * [0.08, 0.12, 0.1]
    regressor = random.random_sample((JOINTS, vertices)) * (random.random_sample((JOINTS, vertices)) < 0.1)
    weights = random.random_sample((vertices, JOINTS)) ** 4 * (random.random_sample((vertices, JOINTS)) < 0.6)
    weights[:, 1] += 0.01
    return {
        "v_template": ellipsoid,
        "f": random.randint(0, vertices, (2 * vertices - 4, 3)).astype(np.uint32),
        "shapedirs": random.standard_normal((vertices, 3, shape + expression)) * 0.003,
        "posedirs": random.standard_normal((vertices, 3, 9 * (JOINTS - 1))) * 0.002,
        "J_regressor": regressor / regressor.sum(axis=1, keepdims=True),
        "kintree_table": np.array([[2**32 - 1, 0, 1, 1, 1], [0, 1, 2, 3, 4]], np.uint32),
        "weights": weights / weights.sum(axis=1, keepdims=True),
        "bs_style": "lbs",
        "bs_type": "lrotmin",
    }


def make_parameters(count: int, shape: int = SHAPE, expression: int = EXPRESSION, seed: int = 7) -> dict[str, Any]:
    """`count` sets of parameters as arrays (count, ...), float32; the first set is the rest pose."""
    random = np.random.RandomState(seed)
    sets = {
        "shape": random.standard_normal((count, shape)),
        "expression": random.standard_normal((count, expression)),
        **{name: random.standard_normal((count, 3)) * 0.4 for name in ("rotation", "neck", "jaw")},
        **{name: random.standard_normal((count, 3)) * 0.3 for name in ("left_eye", "right_eye")},
        "translation": random.standard_normal((count, 3)) * 0.5,
    }
    for values in sets.values():
        values[0] = 0.0
    return {name: values.astype(np.float32) for name, values in sets.items()}
