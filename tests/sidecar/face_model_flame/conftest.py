"""The synthetic model, and pickles as Python 2 wrote them."""

from __future__ import annotations

import importlib.util
import pickle
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from types import ModuleType
from typing import Any, ClassVar

import numpy as np
import pytest

from koekata.face_model.flame import FlameModel, load_flame

HERE = Path(__file__).parent


def _sibling(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, HERE / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class _Python2Pickler(pickle._Pickler):
    """Writes bytes as Python 2's strings, names without importing them, and instances by their state."""

    dispatch: ClassVar[Any] = dict(pickle._Pickler.dispatch)

    def save_bytes(self, data: bytes) -> None:
        if self.proto == 0:
            self.write(b"S'" + data.decode("latin-1").encode("unicode_escape").replace(b"'", b"\\'") + b"'\n")
        else:
            self.write(b"T" + len(data).to_bytes(4, "little") + data)
        self.memoize(data)

    dispatch[bytes] = save_bytes

    def save_global(self, obj: Any, name: str | None = None) -> None:
        name = name or obj.__name__
        module = {"builtins": "__builtin__", "copyreg": "copy_reg"}.get(obj.__module__, obj.__module__)
        self.write(f"c{module.replace('numpy._core', 'numpy.core')}\n{name}\n".encode())
        self.memoize(obj)

    dispatch[type] = save_global


@pytest.fixture(scope="session")
def python2_pickle() -> Callable[[Any, int], bytes]:
    def write(value: Any, protocol: int) -> bytes:
        stream = BytesIO()
        _Python2Pickler(stream, protocol).dump(value)
        return stream.getvalue()

    return write


@pytest.fixture(scope="session")
def stranger() -> Callable[[str, str, dict[str, Any]], Any]:
    """An instance of a class that is not installed here, with a state."""

    def make(module: str, name: str, state: dict[str, Any]) -> Any:
        made = type(name, (), {"__module__": module})()
        made.__dict__.update(state)
        return made

    return make


@pytest.fixture(scope="session")
def synthetic() -> ModuleType:
    return _sibling("synthetic_flame")


@pytest.fixture(scope="session")
def synthetic_face() -> ModuleType:
    return _sibling("synthetic_face")


@pytest.fixture(scope="session")
def reference() -> ModuleType:
    return _sibling("reference_flame")


@pytest.fixture
def arrays(synthetic: ModuleType) -> dict[str, Any]:
    made: dict[str, Any] = synthetic.make_arrays()
    return made


@pytest.fixture
def store(tmp_path: Path) -> Callable[..., Path]:
    """Writes a pickle or an .npz and returns its path."""

    def write(table: dict[str, Any], name: str = "model.pkl", protocol: int = 4) -> Path:
        path = tmp_path / name
        if name.endswith(".npz"):
            np.savez(path, **table)
        else:
            path.write_bytes(pickle.dumps(table, protocol))
        return path

    return write


@pytest.fixture
def model(arrays: dict[str, Any], store: Callable[..., Path]) -> FlameModel:
    return load_flame(store(arrays), expression_modes=8)
