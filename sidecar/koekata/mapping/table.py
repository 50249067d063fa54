"""A mapping table after loading: what `mappings/SPEC.md` calls it, with every default filled in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

__all__ = [
    "Blink", "Choice", "Condition", "Direction", "Eyes", "FarEye", "Formula", "GazeHold", "Glasses", "Group", "Input",
    "Key", "Lost", "MappingTable", "Member", "Pose", "Range", "Region", "Row", "Signal", "Switch", "Target", "Term",
    "Wink",
]  # fmt: skip

Range = tuple[float, float]
Pose = tuple[tuple[str, float], ...]
"""Target ids with values, in the order of the file."""


@dataclass(frozen=True, slots=True)
class Term:
    """A source and how it counts."""

    of: str
    weight: float = 1.0
    invert: bool = False
    absent: float | None = None


@dataclass(frozen=True, slots=True)
class Key:
    """A key of a curve; a slope of None is straight on that side."""

    x: float
    y: float
    slope_in: float | None = None
    slope_out: float | None = None


@dataclass(frozen=True, slots=True)
class Formula:
    """From sources to a value: step 5 of the specification."""

    terms: tuple[Term, ...] = ()
    op: str = "sum"
    dead_zone: float = 0.0
    full: float = 1.0
    invert: bool = False
    curve: tuple[Key, ...] = ()
    gain: float = 1.0
    offset: float = 0.0
    clamp: Range | None = None


@dataclass(frozen=True, slots=True)
class Input:
    """A channel that tables may name."""

    id: str
    rest: float
    range: Range | None
    face: bool


@dataclass(frozen=True, slots=True)
class Signal:
    """A named value."""

    id: str
    formula: Formula


@dataclass(frozen=True, slots=True)
class Condition:
    """On or off, with fades; `when` is None for a trigger."""

    id: str
    when: Term | None
    on: float
    off: float
    duration: float
    fade_in: float
    fade_out: float
    suppress: tuple[str, ...]
    pose: Pose
    blend: str
    priority: int


@dataclass(frozen=True, slots=True)
class Target:
    """Something on the model that is driven."""

    id: str
    kind: str
    combine: str = "sum"
    rest: float = 0.0
    range: Range | None = (0.0, 1.0)
    region: str | None = None
    category: str = "none"
    binary: bool = False
    overrides: tuple[tuple[str, str], ...] = ()
    """Category and `block` or `blend`."""
    on: float = 0.5
    off: float = 0.5
    address: tuple[tuple[str, Any], ...] = ()
    """Where it is on the model: `name`, `mesh`, `bone`, `property`, `axis`, `material`, `component`, `count`."""


@dataclass(frozen=True, slots=True)
class Row:
    """Sources that drive a target."""

    id: str
    formula: Formula
    to: str
    during: tuple[str, ...]
    """Conditions of `while`."""
    unless: tuple[str, ...]
    priority: int


@dataclass(frozen=True, slots=True)
class Choice:
    """One drawn shape with its score."""

    id: str
    formula: Formula
    during: tuple[str, ...]
    unless: tuple[str, ...]
    hold: float
    pose: Pose


@dataclass(frozen=True, slots=True)
class Switch:
    """Drawn shapes, of which one is shown."""

    id: str
    hysteresis: float
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Member:
    """A target in a group."""

    target: str
    priority: int


@dataclass(frozen=True, slots=True)
class Group:
    """Targets that share a limit."""

    id: str
    members: tuple[Member, ...]
    limit: float
    scale: bool
    during: tuple[str, ...]
    unless: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Region:
    """A part of the face with its timing."""

    id: str
    attack: float
    release: float
    snap: tuple[float, ...]
    snap_within: float
    snap_leave: float
    hold_frames: int
    rate: float
    phase: float


@dataclass(frozen=True, slots=True)
class Glasses:
    """Lids behind lenses."""

    open: float
    closed: float
    trust: float


@dataclass(frozen=True, slots=True)
class FarEye:
    """Degrees of yaw over which the far eye follows the near one."""

    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Wink:
    """When a difference of the lids is a wink."""

    on: float
    off: float
    fade: float
    open: float
    close: float


@dataclass(frozen=True, slots=True)
class Direction:
    """Gain and limit of the gaze in one direction."""

    gain: float
    limit: float


@dataclass(frozen=True, slots=True)
class GazeHold:
    """The gaze holds still while an eye is shut."""

    on: float
    off: float
    back: float


@dataclass(frozen=True, slots=True)
class Eyes:
    """Rules of step 4; None is off."""

    glasses: Glasses | None = None
    far_eye: FarEye | None = None
    wink: Wink | None = None
    link: float = 0.0
    gaze: tuple[Direction, Direction, Direction, Direction] | None = None
    """Left, right, up, down."""
    gaze_hold: GazeHold | None = None


@dataclass(frozen=True, slots=True)
class Blink:
    """Blinks of the idle."""

    interval: Range
    close: float
    shut: float
    open: float
    seed: int


@dataclass(frozen=True, slots=True)
class Lost:
    """What happens when the face is lost: times in seconds."""

    hold: float
    to: str
    ease: float
    back: float
    blink: Blink


@dataclass(frozen=True, slots=True)
class MappingTable:
    """A whole table, valid, in the order of step 12 (targets) and of the file (the rest)."""

    name: str
    metadata: dict[str, Any]
    files: tuple[str, ...]
    """The chain of `extends`, the base first."""
    inputs: tuple[Input, ...]
    """Every input that a table may name: channels and own."""
    eyes: Eyes
    signals: tuple[Signal, ...]
    """Each after those that it names."""
    conditions: tuple[Condition, ...]
    targets: tuple[Target, ...]
    rows: tuple[Row, ...]
    switches: tuple[Switch, ...]
    groups: tuple[Group, ...]
    regions: tuple[Region, ...]
    lost: Lost
