"""Draws the pictures of the Unity package's pages: run `python tests/csharp/draw_unity_pictures.py`.

`components.svg` shows the components with the fields that their sources have. `table.svg` shows what a preset makes of
the sample performance. A test fails where a picture is not what this script draws.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from html import escape
from pathlib import Path

import numpy as np

from koekata.commands._sample import sample_clip
from koekata.mapping import Evaluator, MappingFrame, load_table

ROOT = Path(__file__).parents[2]
SCRIPTS = ROOT / "unity-package" / "Runtime" / "Unity"
PICTURES = ROOT / "unity-package" / "Documentation~" / "pictures"
FIELD = re.compile(r"\[SerializeField[^;=]*?\]\s*\w[\w<>\[\]]* (\w+)\s*(?:=[^;]*)?;", re.DOTALL)
INK, PALE, LINE = "#26324a", "#eef2f8", "#7a8aa8"
COLOURS = ("#c2413b", "#2f6fb3", "#3b8a4e")
TARGETS = ("Fcl_MTH_A", "Fcl_MTH_O")
FONT = 'font-family="sans-serif" font-size="13"'


def fields(component: str) -> list[str]:
    """The fields of a component as the inspector writes them."""
    names = FIELD.findall((SCRIPTS / f"{component}.cs").read_text("utf-8"))
    return [re.sub(r"(?<!^)(?=[A-Z])", " ", name[0].upper() + name[1:]) for name in names]


def components() -> str:
    """Who hands what to whom."""
    boxes = [
        _box(20, 40, 190, "koekata run", ["camera, microphone", "ZeroMQ, port 39600", "OSC, port 39601"]),
        _box(270, 40, 190, "Koekata Receiver", fields("KoekataReceiver")),
        _box(520, 40, 190, "Koekata Face", fields("KoekataFace")),
        _box(770, 40, 190, "the model", ["blendshapes", "bones", "materials", "drawings", "VRM expressions"]),
    ]
    arrows = [_arrow(210, 270, 75), _arrow(460, 520, 75), _arrow(710, 770, 75)]
    words = [
        _text(240, 62, "frames", "middle"),
        _text(490, 62, "a face", "middle"),
        _text(740, 62, "values", "middle"),
    ]
    table = _box(520, 245, 190, "name.koekata.json", ["the mapping table:", "an asset of the project"])
    up = f'<path d="M615 243 V 218" stroke="{LINE}" stroke-width="2" marker-end="url(#tip)"/>'
    return _svg(980, 320, [*boxes, *arrows, *words, table, up])


def table(preset: str = "vroid") -> str:
    """A channel of the sample performance, and targets that a preset drives with it."""
    with np.load(Path(str(sample_clip())).with_suffix(".npz")) as truth:
        names, weights, rate = truth["names"].tolist(), truth["weights"].tolist(), float(truth["fps"])
    evaluator = Evaluator(load_table(ROOT / "mappings" / "presets" / f"{preset}.json"))
    shown: dict[str, list[float]] = {name: [] for name in ("jawOpen", *TARGETS)}
    for index, row in enumerate(weights):
        values = dict(zip(names, row, strict=True))
        frame = MappingFrame(values, None, True, index / rate)
        outputs = evaluator.step(frame, 1.0 / rate if index else 0.0).values
        shown["jawOpen"].append(values["jawOpen"])
        for target in TARGETS:
            shown[target].append(outputs.get(target, 0.0))
    times = [index / rate for index in range(len(weights))]
    return _plot(times, shown, f"The sample performance, and what the preset {preset} makes of it")


def pictures() -> dict[str, str]:
    """All pictures by name."""
    return {"components.svg": components(), "table.svg": table()}


def _plot(times: Sequence[float], lines: dict[str, list[float]], title: str) -> str:
    left, top, width, height = 60, 50, 780, 220
    span = times[-1] - times[0]
    parts = [_text(left, 28, title)]
    for value in (0.0, 0.5, 1.0):
        y = top + height * (1 - value)
        parts += [
            f'<path d="M{left} {y:g} H {left + width}" stroke="#d5dce8"/>',
            _text(left - 8, y + 4, f"{value:g}", "end"),
        ]
    for second in range(int(span) + 1):
        parts.append(_text(left + width * second / span, top + height + 20, f"{second} s", "middle"))
    for index, (name, values) in enumerate(lines.items()):
        points = " ".join(
            f"{left + width * (time - times[0]) / span:.1f},{top + height * (1 - value):.1f}"
            for time, value in zip(times, values, strict=True)
        )
        dash = ' stroke-dasharray="5 4"' if index == 0 else ""
        parts.append(f'<polyline points="{points}" fill="none" stroke="{COLOURS[index]}" stroke-width="2"{dash}/>')
        parts.append(_text(left + 10 + 190 * index, top + height + 45, name, colour=COLOURS[index]))
    return _svg(880, 330, parts)


def _box(x: int, y: int, width: int, title: str, lines: Sequence[str]) -> str:
    height = 34 + 20 * len(lines)
    body = [
        f'<rect x="{x}" y="{y}" width="{width}" height="{height}" rx="6" fill="{PALE}" stroke="{LINE}"/>',
        f'<rect x="{x}" y="{y}" width="{width}" height="26" rx="6" fill="{INK}"/>',
        _text(x + 10, y + 18, title, colour="#ffffff"),
    ]
    body += [_text(x + 10, y + 45 + 20 * i, line) for i, line in enumerate(lines)]
    return "".join(body)


def _arrow(start: int, end: int, y: int) -> str:
    return f'<path d="M{start + 4} {y} H {end - 8}" stroke="{LINE}" stroke-width="2" marker-end="url(#tip)"/>'


def _text(x: float, y: float, text: str, anchor: str = "start", colour: str = INK) -> str:
    return f'<text x="{x:g}" y="{y:g}" text-anchor="{anchor}" fill="{colour}" {FONT}>{escape(text)}</text>'


def _svg(width: int, height: int, parts: Sequence[str]) -> str:
    tip = (
        '<defs><marker id="tip" markerWidth="8" markerHeight="8" refX="6" refY="4" orient="auto">'
        f'<path d="M0 0 L8 4 L0 8 z" fill="{LINE}"/></marker></defs>'
    )
    background = f'<rect width="{width}" height="{height}" fill="#ffffff"/>'
    body = "\n".join([tip, background, *parts])
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}">\n{body}\n</svg>\n'


def main() -> int:
    """Draws them."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    for name, text in pictures().items():
        (PICTURES / name).write_text(text, encoding="utf-8")
    sys.stdout.write(f"{len(pictures())} pictures in {PICTURES.relative_to(ROOT)}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
