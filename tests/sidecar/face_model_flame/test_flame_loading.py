"""Files of every FLAME edition and layout are read into the same plain arrays."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import pytest

from koekata.errors import ModelError
from koekata.face_model.flame import FlameModel, load_flame
from koekata.face_model.flame._editions import edition_of

HERE = Path(__file__).parent
OFFICIAL = (5023, 9976, 400)


def assert_holds(model: FlameModel, arrays: dict[str, Any], expressions: int) -> None:
    np.testing.assert_allclose(model.v_template, arrays["v_template"], atol=1e-15)
    np.testing.assert_array_equal(model.faces, arrays["f"])
    np.testing.assert_allclose(model.shapedirs, arrays["shapedirs"][:, :, :-expressions], atol=1e-15)
    np.testing.assert_allclose(model.expressiondirs, arrays["shapedirs"][:, :, -expressions:], atol=1e-15)
    np.testing.assert_allclose(model.posedirs, arrays["posedirs"], atol=1e-15)
    np.testing.assert_allclose(model.j_regressor, arrays["J_regressor"], atol=1e-15)
    np.testing.assert_allclose(model.lbs_weights, arrays["weights"], atol=1e-15)
    assert model.parents == (-1, 0, 1, 1, 1)


def compressed_columns(dense: Any) -> dict[str, Any]:
    """The state of a scipy.sparse.csc_matrix."""
    columns = [np.flatnonzero(column) for column in dense.T]
    return {
        "_shape": dense.shape,
        "maxprint": 50,
        "indices": np.concatenate(columns).astype(np.int32),
        "indptr": np.concatenate([[0], np.cumsum([len(c) for c in columns])]).astype(np.int32),
        "data": np.concatenate([column[at] for column, at in zip(dense.T, columns, strict=True)]),
    }


@pytest.mark.parametrize("protocol", [0, 1, 2, 3, 4, 5])
def test_pickle_of_every_protocol_is_read(protocol: int, arrays: dict[str, Any], store: Callable[..., Path]) -> None:
    assert_holds(load_flame(store(arrays, protocol=protocol), expression_modes=8), arrays, 8)


@pytest.mark.parametrize("protocol", [0, 1, 2])
def test_python_2_pickle_with_chumpy_and_scipy_is_read(
    protocol: int, arrays: dict[str, Any], tmp_path: Path, python2_pickle: Any, stranger: Any
) -> None:
    dirty = {"_dirty_vars": set(), "_itr": None, "_depends_on_deps": {}}
    chumpy = {name: stranger("chumpy.ch", "Ch", {"x": arrays[name], **dirty}) for name in ("v_template", "shapedirs")}
    regressor = stranger("scipy.sparse.csc", "csc_matrix", compressed_columns(arrays["J_regressor"]))
    path = tmp_path / "generic_model.pkl"
    path.write_bytes(python2_pickle({**arrays, **chumpy, "J_regressor": regressor}, protocol))
    assert_holds(load_flame(path, expression_modes=8), arrays, 8)


def test_file_that_chumpy_itself_wrote_is_read(synthetic: ModuleType) -> None:
    arrays = synthetic.make_arrays(30, 3, 2, seed=5)
    assert_holds(load_flame(HERE / "golden_chumpy.pkl", expression_modes=2), arrays, 2)


@pytest.mark.parametrize("kind", ["csc", "csr", "coo"])
def test_every_sparse_layout_gives_the_same_regressor(
    kind: str, arrays: dict[str, Any], tmp_path: Path, python2_pickle: Any, stranger: Any
) -> None:
    dense = arrays["J_regressor"]
    state = compressed_columns(dense if kind == "csc" else dense.T)
    if kind == "coo":
        row, column = np.nonzero(dense)
        state = {"row": row, "col": column, "data": dense[row, column]}
    regressor = stranger(f"scipy.sparse._{kind}", f"{kind}_matrix", {**state, "_shape": dense.shape})
    path = tmp_path / "model.pkl"
    path.write_bytes(python2_pickle({**arrays, "J_regressor": regressor}, 2))
    assert_holds(load_flame(path, expression_modes=8), arrays, 8)


def test_npz_is_read_and_its_pickled_members_are_data_too(arrays: dict[str, Any], store: Callable[..., Path]) -> None:
    boxed = np.empty((), dtype=object)
    boxed[()] = arrays["J_regressor"]
    path = store({**arrays, "J_regressor": boxed, "note": np.array({"by": "a tool"}, dtype=object)}, "model.npz")
    assert_holds(load_flame(path, expression_modes=8), arrays, 8)


def test_names_of_other_tools_and_separate_expressions_are_understood(
    arrays: dict[str, Any], store: Callable[..., Path]
) -> None:
    modes = arrays["shapedirs"]
    renamed = {
        **{name: arrays[name] for name in ("v_template", "posedirs", "J_regressor")},
        "faces": arrays["f"],
        "lbs_weights": arrays["weights"],
        "parents": np.array([-1, 0, 1, 1, 1]),
        "shapedirs": modes[:, :, :-8],
        "expressiondirs": modes[:, :, -8:],
    }
    assert_holds(load_flame(store(renamed, "model.npz")), arrays, 8)


def test_modes_after_300_are_expressions(synthetic: ModuleType, store: Callable[..., Path]) -> None:
    arrays = synthetic.make_arrays(40, 300, 6)
    assert_holds(load_flame(store(arrays)), arrays, 6)


def test_file_may_say_how_many_expressions_it_has(arrays: dict[str, Any], store: Callable[..., Path]) -> None:
    path = store({**arrays, "supr_expression_metadata": {"n_expr": 8, "expr_components": "last_8"}})
    assert_holds(load_flame(path), arrays, 8)


def test_division_that_nobody_states_is_asked_for(arrays: dict[str, Any], store: Callable[..., Path]) -> None:
    with pytest.raises(ModelError, match="18 modes, and nothing says which"):
        load_flame(store(arrays))


def test_padding_with_zeros_is_not_counted_as_modes(arrays: dict[str, Any], store: Callable[..., Path]) -> None:
    arrays["shapedirs"][:, :, 7:10] = 0
    arrays["shapedirs"][:, :, 15:] = 0
    model = load_flame(store(arrays), expression_modes=8)
    assert (model.shape_count, model.expression_count) == (7, 5)


def test_checksum_of_the_file_is_kept(arrays: dict[str, Any], store: Callable[..., Path]) -> None:
    path = store(arrays)
    assert load_flame(path, expression_modes=8).sha256 == hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.mark.parametrize(
    ("path", "keys", "layout", "expected"),
    [
        ("a/flame2023_Open.pkl", (), OFFICIAL, ("FLAME 2023 Open", "file name")),
        ("a/flame2023_no_jaw.pkl", (), OFFICIAL, ("FLAME 2023", "file name")),
        ("FLAME2020/generic_model.pkl", (), OFFICIAL, ("FLAME 2020", "file name")),
        ("a/generic_model.pkl", (), OFFICIAL, ("unknown FLAME layout", "nothing")),
        ("a/flame2023.pkl", ("supr_expression_metadata",), OFFICIAL, ("FLAME 2023 Open", "contents")),
        ("a/flame2023_Open.pkl", (), (300, 596, 18), ("unknown FLAME layout", "nothing")),
    ],
)
def test_edition_is_guessed_no_further_than_the_evidence_goes(
    path: str, keys: tuple[str, ...], layout: tuple[int, int, int], expected: tuple[str, str]
) -> None:
    assert edition_of(Path(path), "0" * 64, keys, layout) == expected


def test_known_checksum_settles_the_edition_whatever_the_name() -> None:
    known = "efcd14cc4a69f3a3d9af8ded80146b5b6b50df3bd74cf69108213b144eba725b"
    assert edition_of(Path("flame2023_Open.pkl"), known, (), OFFICIAL) == ("FLAME 2020", "checksum")


@pytest.mark.shared
def test_stand_in_has_the_modes_that_it_was_made_with(shared_dir: Path) -> None:
    model = load_flame(shared_dir / "models" / "flame" / "flame_standin.pkl")
    assert model.v_template.shape == (5023, 3)
    assert model.faces.shape == (9976, 3)
    assert (model.shape_count, model.expression_count) == (100, 55)
    assert model.edition == "unknown FLAME layout"
