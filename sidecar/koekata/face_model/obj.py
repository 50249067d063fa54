"""Wavefront OBJ files: the vertices and faces of a mesh, in the order of the file. Everything else in them is skipped.

What `v` and `f` mean is taken from the published format description (Wavefront, "Object Files (.obj)", appendix B1).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from koekata.errors import ModelError
from koekata.face_model.surface import IndexArray, Surface
from koekata.frames import FloatArray

__all__ = ["read_obj", "read_vertices", "write_obj"]

SKIPPED = frozenset("vt vn vp o g s l p mtllib usemtl mg bevel c_interp d_interp lod".split())
"""Statements of the format that say nothing about places and faces."""
LARGEST = 256 << 20
"""Bytes of a file; a head of 27,000 vertices has 4 million."""


def read_obj(path: Path, metres: float = 1.0) -> Surface:
    """Read vertices and faces; polygons become fans of triangles. `metres` is the length of the file's unit.

    Raises ModelError with the line at fault: a vertex that is not three finite numbers, a face that names a vertex
    which is not there, a statement that is not OBJ's.
    """
    lines = _lines(path)
    vertices = _vertices(path, lines)
    return Surface(vertices * metres, _faces(path, lines, len(vertices)))


def read_vertices(path: Path, metres: float = 1.0) -> FloatArray:
    """(V, 3) vertices alone, several times faster, for a shape of a mesh whose faces are known. As `read_obj`."""
    return _vertices(path, _lines(path)) * metres


def write_obj(path: Path, surface: Surface) -> None:
    """Write a mesh in metres, its vertices in their order. Raises ModelError when the file cannot be written."""
    places = (f"v {x:.9g} {y:.9g} {z:.9g}\n" for x, y, z in surface.vertices.tolist())
    corners = (f"f {a} {b} {c}\n" for a, b, c in (surface.faces + 1).tolist())
    try:
        path.write_text("".join([*places, *corners]), encoding="ascii")
    except OSError as error:
        remedy = "Write to a folder that exists, on a disk with room."
        raise ModelError(f"{path}: cannot be written: {error.strerror or error}", remedy=remedy) from error


def _lines(path: Path) -> list[bytes]:
    try:
        size = path.stat().st_size
        if size > LARGEST:
            raise ModelError(f"{path}: too large for a mesh of a face ({size >> 20} MiB)")
        return path.read_bytes().splitlines()
    except FileNotFoundError as error:
        raise ModelError(f"{path}: there is no such file") from error
    except OSError as error:
        raise ModelError(f"{path}: cannot be read: {error.strerror or error}") from error


def _vertices(path: Path, lines: list[bytes]) -> FloatArray:
    rows = [line[2:].split() for line in lines if line[:2] in (b"v ", b"v\t")]
    try:
        found = np.array(rows, dtype=np.float64)
    except ValueError as error:
        raise _wrong_vertex(path, lines) from error
    if not rows:
        raise _wrong(path, 1, "this is no mesh: it has no vertices")
    if found.shape != (len(rows), 3) or not np.isfinite(found).all():
        raise _wrong_vertex(path, lines)
    return found


def _wrong_vertex(path: Path, lines: list[bytes]) -> ModelError:
    """The error for the first vertex that is not three finite numbers."""
    for number, line in enumerate(lines, 1):
        if line.split()[:1] == [b"v"] and not _is_place(line.split()[1:]):
            return _wrong(path, number, f"a vertex has three finite numbers, not '{_shown(line)}'")
    return _wrong(path, 1, "the vertices cannot be read")


def _is_place(words: Sequence[bytes]) -> bool:
    try:
        return len(words) == 3 and bool(np.isfinite([float(word) for word in words]).all())
    except ValueError:
        return False


def _faces(path: Path, lines: list[bytes], count: int) -> IndexArray:
    triangles: list[tuple[int, int, int]] = []
    for number, line in enumerate(lines, 1):
        words = line.split()
        if words and words[0] == b"f":
            triangles += _fan(path, number, words[1:], count)
        elif words and words[0] != b"v" and not words[0].startswith(b"#") and words[0].decode("latin-1") not in SKIPPED:
            raise _wrong(path, number, f"'{_shown(words[0])}' is no statement of an OBJ mesh")
    return np.array(triangles, dtype=np.int64).reshape(-1, 3)


def _fan(path: Path, number: int, words: Sequence[bytes], count: int) -> Iterator[tuple[int, int, int]]:
    """The triangles of a polygon, from its first corner."""
    try:
        corners = [int(word.split(b"/", 1)[0]) - 1 for word in words]
    except ValueError as error:
        raise _wrong(path, number, f"a corner is no number in '{_shown(b' '.join(words))}'") from error
    if len(corners) < 3:
        raise _wrong(path, number, "a face has three corners or more")
    if min(corners) < 0 or max(corners) >= count:
        raise _wrong(path, number, f"a face names a vertex outside of 1 to {count}")
    return ((corners[0], corners[i], corners[i + 1]) for i in range(1, len(corners) - 1))


def _wrong(path: Path, number: int, what: str) -> ModelError:
    return ModelError(f"{path}:{number}: {what}", remedy="Get the file again, or export it anew as a plain OBJ mesh.")


def _shown(text: bytes) -> str:
    return text[:60].decode("ascii", "replace")
