"""An explanation in words: why nothing comes out of a target, or something else than its rows say."""

from __future__ import annotations

from collections.abc import Iterator

from koekata.mapping.explain import ConditionShare, Explanation, GroupShare, RowShare, SourceValue
from koekata.mapping.timing import TimingState

__all__ = ["condition_text", "group_text", "reasons"]

_SEEN = 1e-6
"""Smaller differences are none."""


def reasons(found: Explanation) -> list[str]:
    """Everything that changed the value on its way, or kept it from being one, in the order of the steps."""
    return [*_of_rows(found), *_of_poses(found), *_of_range(found), *_of_groups(found), *_of_timing(found)]


def _differ(one: float | None, other: float | None) -> bool:
    return one is not None and other is not None and abs(one - other) > _SEEN


def _of_rows(found: Explanation) -> Iterator[str]:
    if not found.rows and found.switch is None and not found.poses:
        yield "nothing in the table drives it"
    for row in found.rows:
        if row.value is None:
            yield f"row {row.id} says nothing: {', '.join(_absent(row.sources))}"
        elif row.weight < 1.0 - _SEEN:
            held = [condition_text(share) for share in row.conditions if share.holds_back > _SEEN]
            yield f"row {row.id} counts {row.weight:.0%}: {', '.join(held)}"
        elif _in_dead_zone(row):
            yield f"row {row.id}: its source is within the dead zone of {row.formula.dead_zone:g}"
        if _differ(row.unclamped, row.value) and row.formula.clamp:
            yield f"row {row.id}: {row.unclamped:.3f} is clamped to {list(row.formula.clamp)}"


def _absent(sources: tuple[SourceValue, ...]) -> Iterator[str]:
    for source in sources:
        if source.value is None:
            why = "; ".join(_absent(source.sources)) or source.why or "absent"
            yield f"{source.name} ({why})"


def _in_dead_zone(row: RowShare) -> bool:
    """Told only where the zone is seen at a glance: one source and nothing behind the zone."""
    plain = not (row.formula.curve or row.formula.invert or row.formula.offset)
    moved = any(source.value for source in row.sources)
    return row.formula.dead_zone > 0.0 and plain and moved and row.value == 0.0


def condition_text(share: ConditionShare) -> str:
    """How a condition holds a row back, and why it is on or off."""
    state = "on" if share.on else "off"
    fading = "" if share.weight in (0.0, 1.0) else f", faded to {share.weight:.0%}"
    if share.source is None:
        why = "a trigger"
    elif share.source.value is None:
        why = f"{share.source.name} is absent"
    else:
        on, off = share.thresholds
        why = f"{share.source.name} {share.source.value:.3f}, on above {on:g}, off below {off:g}"
    free = "not " if share.use == "suppress" and share.weight == 0.0 else ""
    return f"{free}{_USES[share.use]} {share.id} ({state}{fading}; {why})"


_USES = {"while": "while", "unless": "unless", "suppress": "suppressed by"}


def _of_poses(found: Explanation) -> Iterator[str]:
    if found.switch is not None:
        shown = found.switch.shown
        yield f"switch {found.switch.id} shows {shown}" if shown else f"switch {found.switch.id} has no score yet"
    for pose in found.poses:
        if pose.weight > 0.0:
            yield f"the pose of {pose.condition} ({pose.blend} {pose.wanted:g}) is on by {pose.weight:.0%}"


def _of_range(found: Explanation) -> Iterator[str]:
    if found.ranged is None:
        yield "left out of the frame: nothing has driven it yet"
    elif found.posed is None:
        yield f"nothing says anything now, so it is at rest ({found.rest:g})"
    elif _differ(found.posed, found.ranged) and found.range:
        yield f"{found.posed:.3f} is kept within its range {list(found.range)}"
    if _differ(found.ranged, found.damped):
        yield f"VRM overrides of other expressions: {found.ranged:.3f} -> {found.damped:.3f}"


def _of_groups(found: Explanation) -> Iterator[str]:
    yield from (group_text(share, found.target) for share in found.groups if _differ(share.before, share.after))


def group_text(share: GroupShare, target: str) -> str:
    """What a group took, and for whom."""
    ranks = {member.target: member.priority for member in share.group.members}
    ahead = [(name, value) for name, value in share.others if value > 0.0 and ranks[name] > ranks[target]]
    beside = [(name, value) for name, value in share.others if value > 0.0 and ranks[name] == ranks[target]]
    told = [f"{name} {value:.3f} comes first" for name, value in ahead]
    told += [f"shared with {name} {value:.3f}" for name, value in beside]
    why = f" ({', '.join(told)})" if told else ""
    return f"group {share.group.id}, limit {share.group.limit:g}: {share.before:.3f} -> {share.after:.3f}{why}"


def _of_timing(found: Explanation) -> Iterator[str]:
    timing, value = found.timing, found.excluded
    if timing.region is None or value is None:
        return
    region = timing.region
    if timing.eased is not None and _differ(timing.eased, value):
        times = f"attack {region.attack:g} s, release {region.release:g} s"
        yield f"region {region.id} eases: {value:.3f} -> {timing.eased:.3f} ({times})"
        value = timing.eased
    if timing.pose is not None and _differ(timing.pose, value):
        yield f"region {region.id}: sticks to the pose {timing.pose:g}"
        value = timing.pose
    if timing.held is not None and _differ(timing.held, value):
        names = {2: "twos", 3: "threes", 4: "fours"}
        how = names.get(region.hold_frames, f"{region.hold_frames} frames")
        yield f"region {region.id}: held on {how} of {region.rate:g} a second, {value:.3f} waits"
    if found.final is not None and found.range and found.final in found.range and _beyond(timing, found.range):
        yield f"kept within its range {list(found.range)}"


def _beyond(timing: TimingState, limits: tuple[float, float]) -> bool:
    return timing.pose is not None and not limits[0] <= timing.pose <= limits[1]
