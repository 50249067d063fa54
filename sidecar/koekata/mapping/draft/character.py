"""What a character's file says that it has: shapes, expressions, bones, materials."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

__all__ = ["Character", "Expression", "Morph", "gather"]


@dataclass(frozen=True, slots=True)
class Morph:
    """A blendshape. One name on several meshes is one morph, since a table drives all of them at once."""

    name: str
    meshes: tuple[str, ...] = ()
    """Names of the meshes that have it; empty where the file does not tell."""
    alias: str = ""
    """A second name, such as the English one of a PMX model."""
    panel: str = ""
    """`brow`, `eye`, `mouth` or `other` where the file sorts its morphs."""


@dataclass(frozen=True, slots=True)
class Expression:
    """A VRM expression, or a blend shape clip of VRM 0.x."""

    name: str
    """As an engine is asked for it."""
    preset: bool
    binary: bool = False
    overrides: tuple[tuple[str, str], ...] = ()
    """`override_blink` and so on, with `block` or `blend`."""
    moves: tuple[str, ...] = ()
    """The morphs that it moves."""
    empty: bool = False
    """It moves no morph, colour or texture."""


@dataclass(frozen=True, slots=True)
class Character:
    """A model as far as names go."""

    file: str
    form: str
    """`VRM 0.x`, `VRM 1.0`, `glTF`, `PMX 2.0`, `list of names`."""
    morphs: tuple[Morph, ...]
    expressions: tuple[Expression, ...] = ()
    bones: tuple[str, ...] = ()
    humanoid: Mapping[str, str] = field(default_factory=dict)
    """VRM's human bones with the nodes that they are."""
    materials: tuple[str, ...] = ()
    gaze_by: str = ""
    """`bone` or `expression` where a VRM says how the eyes turn."""
    notices: tuple[str, ...] = ()
    """What is odd about the file, for people."""


def gather(pairs: Iterable[tuple[str, str]]) -> tuple[Morph, ...]:
    """Morphs of pairs of a mesh and a name, each name once, in the order in which it was first met."""
    meshes: dict[str, dict[str, None]] = {}
    for mesh, name in pairs:
        meshes.setdefault(name, {}).update({mesh: None} if mesh else {})
    return tuple(Morph(name, tuple(found)) for name, found in meshes.items())
