"""Writes golden_vertices.npz: what flame-pytorch makes of the synthetic model.

In an environment of its own, as its pins are too old for today's Python:

    pip install torch==2.13.0 scipy && pip install --no-deps flame-pytorch smplx
    python tests/sidecar/face_model_flame/make_golden.py
"""

from __future__ import annotations

import pickle
import tempfile
from pathlib import Path

import numpy as np
from reference_flame import reference_vertices
from synthetic_flame import SETS, make_arrays, make_parameters


def main() -> None:
    """Run the reference and store its vertices."""
    parameters = make_parameters(SETS)
    with tempfile.TemporaryDirectory() as folder:
        model = Path(folder) / "model.pkl"
        model.write_bytes(pickle.dumps(make_arrays(), protocol=2))
        vertices = reference_vertices(model, parameters, Path(folder))
    np.savez_compressed(Path(__file__).with_name("golden_vertices.npz"), vertices=vertices.astype(np.float32))


if __name__ == "__main__":
    main()
