"""The drawing of the monitor: two columns of meters, grouped by region, left and right side by side.

A meter shows the weight as a bar and a number, and behind it the confidence as a block from ▁ to █. A channel that the
source cannot observe says so and shows no weight.
"""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console, ConsoleOptions, RenderResult
from rich.text import Text

from koekata.channels import mirrored_name, region_of
from koekata.frames import SolvedFace
from koekata.receive.stats import StreamStats

__all__ = ["Meters"]

_COLUMNS = (("gaze", "eyes", "brows", "cheeks"), ("jaw", "mouth"))
_PREFIXES = {"gaze": "eyeLook", "eyes": "eye", "brows": "brow", "jaw": "jaw", "mouth": "mouth", "cheeks": ""}
_EIGHTHS = " ▏▎▍▌▋▊▉█"
_LEVELS = "▁▂▃▄▅▆▇█"
_LABEL = 12
_GAP = 2
_ROWS = 23
_UNOBSERVED = "not seen"
_LEGEND = "bar and number: weight   ▁ to █: confidence   not seen: this source cannot observe the channel"


class Meters:
    """A rich renderable of one moment: 23 lines as wide as it is let, and a note or a legend where there is room."""

    def __init__(self, title: str, face: SolvedFace | None, stats: StreamStats, source: str, note: str = "") -> None:
        self._title = title
        self._face = face
        self._stats = stats
        self._source = source
        self._note = note

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield the lines, each cut to the width."""
        for line in self._lines(options.max_width):
            line.truncate(options.max_width)
            yield line
        if self._note:
            note = Text(self._note, "yellow")
            note.truncate(options.max_width, overflow="ellipsis")
            yield note
        elif options.max_height > _ROWS + 2:
            yield Text(f"\n{_LEGEND}", "dim")

    def _lines(self, width: int) -> Iterator[Text]:
        yield _headline(self._title, self._source, self._face)
        yield _figures(self._stats)
        if self._face is None:
            yield Text("\nNo frame yet. Is the sidecar running, and is this its address?", "yellow")
            return
        yield _head(self._face)
        yield from _side_by_side(self._face, width)


def _headline(title: str, source: str, face: SolvedFace | None) -> Text:
    line = Text.assemble((" Koekata ", "bold reverse"), " ", (title, "bold"))
    if source:
        line.append(f"  source {source}", "dim" if source == "running" else "yellow")
    if face is not None and face.tracked:
        line.append(f"  performer {face.performer} ", "dim").append(f"face {face.confidence:.0%}", "green")
    elif face is not None:
        line.append(f"  performer {face.performer} ", "dim").append("no face, holding", "bold red")
    return line


def _figures(stats: StreamStats) -> Text:
    if stats.frames and stats.stale:
        return Text(f"stands still for {stats.since_last_s:.1f} s   {stats.frames} frames so far", "bold red")
    line = Text(f"{stats.rate_hz:5.1f} frames/s   lost {stats.lost}")
    if stats.latency_p50_ms is not None:
        line.append(f"   delay p50 {stats.latency_p50_ms:.1f} ms, p99 {stats.latency_p99_ms:.1f} ms")
    if stats.bad:
        line.append("   refused " + ", ".join(f"{code} {count}" for code, count in stats.bad.items()), "red")
    return line


def _head(face: SolvedFace) -> Text:
    yaw, pitch, roll = face.yaw_pitch_roll.tolist()
    x, y, z = face.translation.tolist()
    return Text.assemble(
        ("head ", "bold cyan"),
        f"yaw {yaw:+6.1f}°  pitch {pitch:+6.1f}°  roll {roll:+6.1f}°   x {x:+.2f}  y {y:+.2f}  z {z:+.2f} m",
    )


def _side_by_side(face: SolvedFace, width: int) -> Iterator[Text]:
    column = (width - _GAP) // 2
    left, right = (list(_column(face, regions, column)) for regions in _COLUMNS)
    for row in range(max(len(left), len(right))):
        line = left[row] if row < len(left) else Text()
        line.pad_right(column + _GAP - line.cell_len)
        yield line.append_text(right[row]) if row < len(right) else line


def _column(face: SolvedFace, regions: tuple[str, ...], width: int) -> Iterator[Text]:
    weights = dict(zip(face.names, face.weights.tolist(), strict=True))
    confidences = dict(zip(face.names, face.channel_confidence.tolist(), strict=True))
    for region in regions:
        yield _heading(region, face, width)
        for name in (name for name in face.names if region_of(name) == region):
            partner = mirrored_name(name)
            if partner == name or partner not in weights:
                meters = [("", name)]
            elif name.endswith("Left"):
                meters = [("L", name), ("R", partner)]
            else:
                continue
            yield _row(_label(name, region), [(side, weights[n], confidences[n]) for side, n in meters], width)


def _heading(region: str, face: SolvedFace, width: int) -> Text:
    text = f"{region} "
    if region == "gaze":
        text += " L {:+5.1f} {:+5.1f}°  R {:+5.1f} {:+5.1f}° ".format(*face.gaze.tolist())
    return Text.assemble((text, "bold cyan"), ("─" * (width - len(text)), "dim cyan"))


def _label(name: str, region: str) -> str:
    base = name.removesuffix("Left").removesuffix("Right").removeprefix(_PREFIXES[region])
    return base[:1].lower() + base[1:] if base else "sideways"


def _row(label: str, meters: list[tuple[str, float, float]], width: int) -> Text:
    line = Text(f"{label:<{_LABEL}}")
    share = (width - _LABEL) // len(meters)
    for side, weight, confidence in meters:
        line.append_text(_meter(side, weight, confidence, share))
    return line


def _meter(side: str, weight: float, confidence: float, width: int) -> Text:
    line = Text(side, "dim")
    length = width - len(side) - 7  # space, number, confidence, space
    if confidence <= 0.0:
        return line.append(f"{_UNOBSERVED:<{width - len(side)}}"[: width - len(side)], "dim italic")
    colour = "green" if confidence > 2 / 3 else "yellow" if confidence > 1 / 3 else "red"
    line.append(_bar(weight, length), f"{colour} on grey15")
    line.append(f" {weight:4.2f}")
    return line.append(_LEVELS[min(7, int(confidence * 8))], colour).append(" ")


def _bar(weight: float, length: int) -> str:
    eighths = round(max(0.0, min(1.0, weight)) * length * 8)
    full, rest = divmod(eighths, 8)
    return ("█" * full + (_EIGHTHS[rest] if rest else "")).ljust(length)
