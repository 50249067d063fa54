"""Runs flame-pytorch, the reference layer. Needs torch, smplx and flame-pytorch."""

from __future__ import annotations

import pickle
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np


def reference_vertices(model: Path, parameters: dict[str, Any], scratch: Path) -> Any:
    """(count, V, 3) float32 metres for `count` sets of parameters."""
    import torch
    from flame_pytorch.flame import FLAME

    embedding = scratch / "embedding.pkl"
    embedding.write_bytes(pickle.dumps({"lmk_face_idx": np.zeros(1, np.int64), "lmk_b_coords": np.eye(3)[:1]}))
    count, shape = parameters["shape"].shape
    layer = FLAME(_configuration(model, embedding, count, shape, parameters["expression"].shape[1]))
    given = {name: torch.tensor(values) for name, values in parameters.items()}
    with torch.no_grad():
        vertices, _ = layer(
            given["shape"],
            given["expression"],
            torch.cat([given["rotation"], given["jaw"]], dim=1),
            neck_pose=given["neck"],
            eye_pose=torch.cat([given["left_eye"], given["right_eye"]], dim=1),
            transl=given["translation"],
        )
    return vertices.numpy()


def _configuration(model: Path, embedding: Path, count: int, shape: int, expression: int) -> SimpleNamespace:
    # The layer fills up to 300 + 100 coefficients with zeros; a model with fewer modes gets exactly its own.
    small = shape + expression < 100
    return SimpleNamespace(
        flame_model_path=str(model),
        static_landmark_embedding_path=str(embedding),
        batch_size=count,
        use_face_contour=False,
        use_3D_translation=True,
        shape_params=300 if small else shape,
        expression_params=100 if small else expression,
    )
