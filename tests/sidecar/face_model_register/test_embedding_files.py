"""Embeddings are kept, replaced and refused as files."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from koekata.errors import ModelError
from koekata.face_model.register import (
    cached_embedding,
    draw_embedding,
    embedding_key,
    find_embedding,
    hints_for,
    load_embedding,
    read_published_embedding,
    save_embedding,
)
from koekata.face_model.surface import Embedding, Surface


@pytest.fixture
def embedding(mask, mask_table, template) -> Embedding:
    return find_embedding(mask, template, hints_for(mask, mask_table))


def test_an_embedding_is_made_once_and_then_read(tmp_path, mask, embedding):
    made = []

    def make() -> Embedding:
        made.append(1)
        return embedding

    first = cached_embedding("abc", mask, make, tmp_path / "new")
    again = cached_embedding("abc", mask, make, tmp_path / "new")
    assert len(made) == 1
    np.testing.assert_array_equal(first.triangles, again.triangles)
    np.testing.assert_allclose(first.barycentric, again.barycentric, atol=1e-12)
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["embedding-abc.npz"]


def test_the_usual_folder_is_koekatas_own(tmp_path, monkeypatch, mask, embedding):
    monkeypatch.setenv("KOEKATA_HOME", str(tmp_path))
    cached_embedding("abc", mask, lambda: embedding)
    assert (tmp_path / "cache" / "embedding-abc.npz").is_file()


def test_a_file_that_the_user_put_there_is_taken(tmp_path, mask, embedding):
    order = np.arange(478)[::-1]
    np.savez(
        tmp_path / "embedding-abc.npz",
        triangles=embedding.triangles[order],
        barycentric=np.tile([1.0, 0.0, 0.0], (478, 1)),
        landmarks=order,
    )
    taken = cached_embedding("abc", mask, lambda: embedding, tmp_path)
    np.testing.assert_array_equal(taken.triangles, embedding.triangles)
    assert (taken.barycentric[:, 0] == 1).all()


def test_a_damaged_file_is_put_aside_and_made_anew(tmp_path, mask, embedding, caplog):
    path = tmp_path / "embedding-abc.npz"
    path.write_bytes(b"PK\x03\x04 torn")
    made = cached_embedding("abc", mask, lambda: embedding, tmp_path)
    assert made is embedding
    assert "made anew" in caplog.text
    assert path.with_suffix(".damaged").is_file()
    load_embedding(path, mask)


def test_a_folder_that_cannot_be_written_costs_time_only(tmp_path, mask, embedding, caplog):
    (tmp_path / "file").write_text("not a folder")
    assert cached_embedding("abc", mask, lambda: embedding, tmp_path / "file") is embedding
    assert "cannot be written" in caplog.text


def test_the_key_changes_with_the_surface_the_template_and_the_hints(mask, mask_table, template):
    hints = hints_for(mask, mask_table)
    key = embedding_key(mask, template, hints)
    moved = mask.vertices.copy()
    moved[0] += 1e-6
    assert embedding_key(Surface(mask.vertices.copy(), mask.faces), template, hints) == key
    assert embedding_key(Surface(moved, mask.faces), template, hints) != key
    assert embedding_key(Surface(mask.vertices, mask.faces[::-1]), template, hints) != key
    assert embedding_key(mask, template * 1.01, hints) != key


def test_an_embedding_of_another_mesh_is_refused(tmp_path, mask, embedding):
    path = tmp_path / "other.npz"
    save_embedding(path, embedding)
    with pytest.raises(ModelError, match="made for another mesh"):
        load_embedding(path, Surface(mask.vertices, mask.faces[:100]))


def _published(path: Path, **changes: np.ndarray) -> Path:
    arrays = {
        "lmk_face_idx": np.array([3, 5], np.uint32),
        "lmk_b_coords": np.array([[0.2, 0.3, 0.5], [1.0, 0.0, 0.0]]),
        "landmark_indices": np.array([13, 14]),
    }
    np.savez(path, **{name: array for name, array in (arrays | changes).items() if array is not None})
    return path


def test_the_published_layout_is_read(tmp_path):
    landmarks, places = read_published_embedding(_published(tmp_path / "e.npz"))
    assert landmarks.tolist() == [13, 14]
    assert places.triangles.tolist() == [3, 5]
    np.testing.assert_allclose(places.barycentric[0], [0.2, 0.3, 0.5])


@pytest.mark.parametrize(
    ("changes", "complaint"),
    [
        ({"lmk_b_coords": None}, "not an embedding of face-mesh landmarks"),
        ({"lmk_b_coords": np.array([[0.2, 0.3, 0.6], [1.0, 0.0, 0.0]])}, "add up to 1"),
        ({"lmk_b_coords": np.full((2, 3), np.nan)}, "add up to 1"),
        ({"lmk_b_coords": np.array([[1.0, 0.0, 0.0]])}, "one triangle, three weights"),
        ({"landmark_indices": np.array([13, 478])}, "landmarks from 0 to 477"),
        ({"landmark_indices": np.array([13, 13])}, "each once"),
        ({"lmk_face_idx": np.array([0.5, 1.0])}, "whole numbers"),
        ({"lmk_face_idx": np.array([{}, {}], object)}, "cannot be read"),
    ],
)
def test_a_published_file_that_is_wrong_says_what_is_wrong(tmp_path, changes, complaint):
    with pytest.raises(ModelError, match=complaint):
        read_published_embedding(_published(tmp_path / "e.npz", **changes))


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 torn", b"<html>", b"\x93NUMPY"])
def test_a_published_file_that_is_damaged_is_refused(tmp_path, content):
    (tmp_path / "e.npz").write_bytes(content)
    with pytest.raises(ModelError, match=r"e\.npz"):
        read_published_embedding(tmp_path / "e.npz")


def test_a_published_file_that_is_missing_is_named(tmp_path):
    with pytest.raises(ModelError, match="there is no such file"):
        read_published_embedding(tmp_path / "e.npz")


def test_the_picture_shows_lids_and_lips_in_their_colours(mask, embedding):
    picture = draw_embedding(mask, embedding, size=200)
    assert picture.shape == (400, 600, 3)
    assert picture.dtype == np.uint8
    red, green, blue = picture[200:].astype(int).transpose(2, 0, 1)
    for columns in (slice(0, 200), slice(200, 400), slice(400, 600)):
        upper = (red - blue > 120)[:, columns].nonzero()[0]
        lower = ((blue - red > 120) & (blue - green > 60))[:, columns].nonzero()[0]
        assert upper.mean() < lower.mean()
