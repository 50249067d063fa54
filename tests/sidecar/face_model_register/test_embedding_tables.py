"""Meshes of any topology, with a table that a user wrote."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from koekata.errors import ModelError
from koekata.face_model.register import Hints, find_embedding, hints_for
from koekata.face_model.register._project import closest_weights
from koekata.face_model.surface import Surface


def test_a_mesh_that_is_the_face_itself_gets_each_landmark_in_its_place(mask, mask_table, mask_truth, template):
    found = find_embedding(mask, template, hints_for(mask, mask_table)).of(mask.vertices, mask.faces)
    assert np.linalg.norm(found[:468] - mask_truth[:468], axis=1).max() < 0.5e-3


def test_an_unknown_mesh_without_a_table_says_how_to_make_one(mask):
    with pytest.raises(ModelError, match="neither FLAME's nor ICT-FaceKit's") as caught:
        hints_for(mask)
    assert "docs/embedding.md" in caught.value.remedy


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"vertices": 7}, r"\$\.vertices"),
        ({"landmarks": {"478": 1}}, r"\$\.landmarks\.478"),
        ({"landmarks": {"1": 10**6}}, r"\$\.landmarks\.1"),
        ({"landmarks": {"1": True}}, r"\$\.landmarks\.1"),
        ({"landmarks": [1]}, r"\$\.landmarks"),
        ({"contours": {"moustache": [1, 2]}}, r"\$\.contours\.moustache"),
        ({"contours": {"nose": [1]}}, r"\$\.contours\.nose"),
        ({"contours": {"nose": [1, "2"]}}, r"\$\.contours\.nose\[1\]"),
        ({"openings": {"mouth": [[1, 2], 3]}}, r"\$\.openings\.mouth"),
        ({"eyeballs": [1]}, r"\$\.eyeballs"),
        ({"pupils": [1, 2]}, r"\$\.pupils"),
    ],
)
def test_a_wrong_table_names_the_place_that_is_wrong(mask, mask_table: Path, change: dict[str, Any], place: str):
    table = json.loads(mask_table.read_text()) | change
    mask_table.write_text(json.dumps(table))
    with pytest.raises(ModelError, match=place):
        hints_for(mask, mask_table)


def test_a_table_that_is_not_json_names_line_and_column(mask, mask_table):
    mask_table.write_text('{"vertices": 1,\n  oops}')
    with pytest.raises(ModelError, match=r"mask\.json:2:3"):
        hints_for(mask, mask_table)


def test_too_few_known_landmarks_are_refused(mask, template):
    hints = Hints(np.array([4, 152]), mask.vertices[:2])
    with pytest.raises(ModelError, match="only 2 known landmarks"):
        find_embedding(mask, template, hints)


def test_numbers_that_are_not_finite_are_refused(mask, mask_table, template):
    hints = hints_for(mask, mask_table)
    broken = mask.vertices.copy()
    broken[5] = np.nan
    with pytest.raises(ModelError, match="not finite"):
        find_embedding(Surface(broken, mask.faces), template, hints)


def test_the_nearest_point_of_a_triangle_is_exact():
    rng = np.random.default_rng(3)
    corners, points = rng.normal(size=(50, 3, 3)), rng.normal(size=(50, 3)) * 2
    weights = closest_weights(points, corners)
    assert weights.min() >= 0
    np.testing.assert_allclose(weights.sum(axis=1), 1)
    found = np.linalg.norm(np.einsum("tc,tcd->td", weights, corners) - points, axis=1)
    tried = rng.dirichlet([0.5, 0.5, 0.5], size=4000)
    best = np.linalg.norm(np.einsum("sc,tcd->tsd", tried, corners) - points[:, None], axis=2).min(axis=1)
    assert (found <= best + 1e-12).all()
    assert (best - found).max() < 0.1
