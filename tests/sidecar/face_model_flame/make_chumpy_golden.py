"""Writes golden_chumpy.pkl: a tiny model stored with chumpy objects and a SciPy matrix, as FLAME's own files are.

In an environment of its own:

    pip install numpy==1.23.5 scipy==1.10.1 six && pip install --no-deps --no-build-isolation chumpy
    python tests/sidecar/face_model_flame/make_chumpy_golden.py
"""

from __future__ import annotations

import inspect
import pickle
import types
from pathlib import Path

import numpy as np
from synthetic_flame import make_arrays

TINY = {"vertices": 30, "shape": 3, "expression": 2, "seed": 5}


def main() -> None:
    """Store the tiny model with its arrays as chumpy expressions."""
    if not hasattr(inspect, "getargspec"):  # chumpy 0.70 asks for what Python 3.11 removed.
        inspect.getargspec = lambda f: types.SimpleNamespace(args=inspect.getfullargspec(f).args)
    import chumpy
    from scipy.sparse import csc_matrix

    arrays = make_arrays(**TINY)
    spare = np.concatenate([arrays["shapedirs"], np.ones((30, 3, 4))], axis=2)
    stored = {
        **arrays,
        "v_template": chumpy.array(arrays["v_template"]),
        "shapedirs": chumpy.array(spare)[:, :, :5],
        "weights": chumpy.array(arrays["weights"].T.copy()).T,
        "J_regressor": csc_matrix(arrays["J_regressor"]),
        "J": chumpy.array(arrays["v_template"][:5]) + 1.0,
    }
    Path(__file__).with_name("golden_chumpy.pkl").write_bytes(pickle.dumps(stored, protocol=2))


if __name__ == "__main__":
    main()
