"""Reads .npz archives without NumPy's pickle support, and without trusting the sizes that they claim."""

from __future__ import annotations

import io
import math
import zipfile
import zlib
from typing import Any

import numpy as np

from koekata.face_model.flame._inert import DamagedError, RefusedError
from koekata.face_model.flame._pickle import read_pickle

__all__ = ["read_npz"]


def read_npz(data: bytes, wanted: frozenset[str], largest: int) -> dict[str, object]:
    """The `wanted` members of an archive; the others are listed with None. `largest` bounds the unpacked bytes."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = {info.filename.removesuffix(".npy"): info for info in archive.infolist() if _is_array(info)}
            if not members:
                raise RefusedError(_contents(archive))
            if sum(members[name].file_size for name in wanted & set(members)) > largest:
                raise RefusedError(f"arrays that unpack to more than {largest >> 20} MiB")
            return {name: _member(archive.read(i)) if name in wanted else None for name, i in members.items()}
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
        raise DamagedError(f"the archive is damaged or cut short ({error})") from error


def _is_array(info: zipfile.ZipInfo) -> bool:
    return info.filename.endswith(".npy")


def _contents(archive: zipfile.ZipFile) -> str:
    pickles = [name for name in archive.namelist() if name.lower().endswith(".pkl")]
    return f"a ZIP archive (unpack it and take {pickles[0]})" if pickles else "a ZIP archive that holds no arrays"


def _member(data: bytes) -> object:
    stream = io.BytesIO(data)
    shape, fortran, dtype = _header(stream)
    rest = data[stream.tell() :]
    if dtype.hasobject:
        return read_pickle(rest)
    if math.prod(shape) * dtype.itemsize != len(rest):
        raise DamagedError(f"an array of shape {shape} has {len(rest)} bytes")
    return np.frombuffer(rest, dtype).reshape(shape, order="F" if fortran else "C")


def _header(stream: io.BytesIO) -> tuple[tuple[int, ...], bool, np.dtype[Any]]:
    version, read = _untyped().read_magic(stream), None
    if version == (1, 0):
        read = _untyped().read_array_header_1_0
    if version == (2, 0):
        read = _untyped().read_array_header_2_0
    if read is None:
        raise DamagedError(f"an array is stored in the format {version}")
    shape, fortran, dtype = read(stream)
    return tuple(shape), bool(fortran), np.dtype(dtype)


def _untyped() -> Any:
    """NumPy publishes no types for its file format."""
    return np.lib.format
