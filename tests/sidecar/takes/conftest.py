"""The formats that the tests of takes run over."""

from __future__ import annotations

import pytest


@pytest.fixture(params=[".csv", ".npz", ".parquet"])
def suffix(request: pytest.FixtureRequest) -> str:
    """Each format in turn."""
    return _available(str(request.param))


@pytest.fixture(params=[".npz", ".parquet"])
def full_suffix(request: pytest.FixtureRequest) -> str:
    """Each format that keeps everything that was solved."""
    return _available(str(request.param))


def _available(suffix: str) -> str:
    if suffix == ".parquet":
        pytest.importorskip("pyarrow", reason="pyarrow does not load here", exc_type=ImportError)
    return suffix
