"""PMX 2.0 and 2.1, the models of MikuMikuDance: names of morphs, bones and materials.

The layout is that of the description that PMXEditor ships, in English at
https://gist.github.com/felixjones/f8a06bd48f9da9a4539f. Little-endian; the header says how texts are encoded and how
wide each kind of index is. Morphs stand behind vertices, faces, textures, materials and bones, which are passed over.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from koekata.mapping.draft.character import Character, Morph
from koekata.mapping.draft.readers.bounded import Cursor, DamagedError, bytes_of, refuse

__all__ = ["read_pmx"]

_LIMIT = 1 << 30
_REMEDY = "The file is cut off or damaged. Save it anew from PMXEditor, or give a list of names."
_INDEX_KINDS = ("vertex", "texture", "material", "bone", "morph", "body")
_SKIN_FLOATS = {0: (1, 0), 1: (2, 1), 2: (4, 4), 3: (2, 10), 4: (4, 4)}
"""Bones and floats of BDEF1, BDEF2, BDEF4, SDEF and QDEF."""
_PANELS = {1: "brow", 2: "eye", 3: "mouth", 4: "other"}
_GROUP, _BONE, _MATERIAL, _FLIP, _IMPULSE = 0, 2, 8, 9, 10
_MATERIAL_BYTES = 113


@dataclass(frozen=True, slots=True)
class _Widths:
    encoding: str
    extra_uvs: int
    index: dict[str, int]


def read_pmx(path: Path) -> Character:
    """A PMX model. Raises ModelError."""
    try:
        return _read(Cursor(bytes_of(path, _LIMIT)), str(path))
    except DamagedError as error:
        refuse(path, str(error), _REMEDY)


def _read(cursor: Cursor, file: str) -> Character:
    version, widths = _header(cursor)
    for _ in range(4):
        _text(cursor, widths)
    _skip_vertices(cursor, widths)
    cursor.part = "faces"
    cursor.skip(cursor.count(widths.index["vertex"]) * widths.index["vertex"])
    cursor.part = "textures"
    for _ in range(cursor.count(4)):
        _text(cursor, widths)
    materials = _materials(cursor, widths)
    bones = _bones(cursor, widths)
    morphs, notices = _morphs(cursor, widths)
    return Character(file, f"PMX {version:.1f}", morphs, bones=bones, materials=materials, notices=notices)


def _header(cursor: Cursor) -> tuple[float, _Widths]:
    if cursor.take(4) != b"PMX ":
        cursor.fail("the file does not begin with 'PMX '")
    version: float = cursor.number("f")
    if round(version, 2) not in (2.0, 2.1):
        cursor.fail(f"version {version:g} is not known; 2.0 and 2.1 are")
    settings = cursor.take(cursor.number("B"))
    if len(settings) < 8 or settings[0] > 1 or settings[1] > 4 or any(size not in (1, 2, 4) for size in settings[2:8]):
        cursor.fail("encoding and index sizes are none that the format knows")
    index = dict(zip(_INDEX_KINDS, settings[2:8], strict=True))
    return version, _Widths("utf-8" if settings[0] else "utf-16-le", settings[1], index)


def _text(cursor: Cursor, widths: _Widths) -> str:
    raw = cursor.take(cursor.count(1))
    try:
        return raw.decode(widths.encoding)
    except UnicodeDecodeError:
        cursor.fail(f"a text is not {widths.encoding.upper()}, which the header promises")


def _skip_vertices(cursor: Cursor, widths: _Widths) -> None:
    cursor.part = "vertices"
    fixed = 32 + 16 * widths.extra_uvs
    for _ in range(cursor.count(fixed + 5 + widths.index["bone"])):
        cursor.skip(fixed)
        kind = cursor.number("B")
        if kind not in _SKIN_FLOATS:
            cursor.fail(f"skinning of kind {kind} is not known")
        bones, floats = _SKIN_FLOATS[kind]
        cursor.skip(bones * widths.index["bone"] + 4 * floats + 4)


def _materials(cursor: Cursor, widths: _Widths) -> tuple[str, ...]:
    cursor.part = "materials"
    names = []
    for _ in range(cursor.count(70)):
        names.append(_text(cursor, widths))
        _text(cursor, widths)
        cursor.skip(65 + 2 * widths.index["texture"] + 1)
        own_toon = cursor.number("B") == 0
        cursor.skip(widths.index["texture"] if own_toon else 1)
        _text(cursor, widths)
        cursor.skip(4)
    return tuple(names)


def _bones(cursor: Cursor, widths: _Widths) -> tuple[str, ...]:
    cursor.part = "bones"
    names = []
    for _ in range(cursor.count(28)):
        names.append(_text(cursor, widths))
        _text(cursor, widths)
        cursor.skip(12 + widths.index["bone"] + 4)
        _skip_bone(cursor, cursor.number("H"), widths.index["bone"])
    return tuple(names)


def _skip_bone(cursor: Cursor, flags: int, index: int) -> None:
    cursor.skip(index if flags & 0x0001 else 12)
    cursor.skip(index + 4 if flags & 0x0300 else 0)
    cursor.skip(12 if flags & 0x0400 else 0)
    cursor.skip(24 if flags & 0x0800 else 0)
    cursor.skip(4 if flags & 0x2000 else 0)
    if flags & 0x0020:
        cursor.skip(index + 8)
        for _ in range(cursor.count(index + 1)):
            cursor.skip(index)
            cursor.skip(24 if cursor.number("B") else 0)


def _morphs(cursor: Cursor, widths: _Widths) -> tuple[tuple[Morph, ...], tuple[str, ...]]:
    cursor.part = "morphs"
    sizes = _offset_sizes(widths)
    morphs: dict[str, Morph] = {}
    kinds: Counter[int] = Counter()
    for _ in range(cursor.count(14)):
        name, alias = _text(cursor, widths), _text(cursor, widths)
        panel, kind = cursor.number("B"), cursor.number("B")
        if kind not in sizes:
            cursor.fail(f"a morph of kind {kind} is not known")
        cursor.skip(cursor.count(sizes[kind]) * sizes[kind])
        kinds[kind] += 1
        if kind != _IMPULSE and name.strip():
            morphs.setdefault(name, Morph(name, (), alias, _PANELS.get(panel, "other")))
    return tuple(morphs.values()), _notices(kinds)


def _offset_sizes(widths: _Widths) -> dict[int, int]:
    """Bytes of one offset by the kind of the morph: group, vertex, bone, UV, material, flip, impulse."""
    index = widths.index
    moved = {_GROUP: index["morph"] + 4, 1: index["vertex"] + 12, _BONE: index["bone"] + 28}
    uvs = dict.fromkeys(range(3, 8), index["vertex"] + 16)
    others = {_MATERIAL: index["material"] + _MATERIAL_BYTES, _FLIP: index["morph"] + 4, _IMPULSE: index["body"] + 25}
    return {**moved, **uvs, **others}


def _notices(kinds: Counter[int]) -> tuple[str, ...]:
    others = sum(count for kind, count in kinds.items() if kind != 1)
    if not others:
        return ()
    return (f"{others} of its morphs are not plain vertex morphs (groups, bones, textures): converters may drop them.",)
