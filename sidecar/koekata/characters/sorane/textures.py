"""The painted textures, as PNG files."""

from __future__ import annotations

from typing import Any

import numpy as np

from koekata.characters.build.paint import Canvas
from koekata.characters.build.part import Floats

__all__ = ["cloth", "eye", "hair", "line", "mouth", "outline", "skin"]


def skin(palette: dict[str, Any]) -> bytes:
    """The face from the front, 200 mm wide and 250 high around (0, -8); mm with y up, as in the face."""
    tints = palette["skin"]
    canvas = Canvas(512, 512, (-100, 117, 100, -133), tints["ground"])
    canvas.shape(_fringe(), tints["hair"], opacity=0.75, soft=0.5)
    for side in (-1, 1):
        canvas.ellipse((side * 46, -61), (15, 7.5), tints["blush"], opacity=0.42, soft=4.5)
        for at in (-5, 0, 5):
            start = np.array([side * 46 + at + 1.2, -58.6])
            canvas.stroke([start, start + np.array([-2.4, -4.6])], [0.7, 0.5], tints["hatch"], opacity=0.55)
        canvas.ellipse((side * 39, -31), (22, 19), tints["lid"], opacity=0.35, soft=2.2)
    canvas.shape([(-0.4, -62.6), (2.9, -62.4), (2.2, -64.4), (0.6, -65)], tints["nose"], opacity=0.85, soft=0.25)
    canvas.ellipse((-0.6, -57.5), (1.5, 1.1), tints["light"], opacity=0.9, soft=0.3)
    canvas.stroke([(-4, -93.5), (0, -94.4), (4, -93.5)], [0.1, 1.1, 0.1], tints["lip"], opacity=0.7)
    canvas.shape([(-86, 117), (-78, 117), (-78, 104), (-86, 104)], tints["neck"])
    return canvas.png()


def outline() -> bytes:
    """Where the skin has an outline: not around eyes and mouth, whose lines are drawn. Laid out as the skin is."""
    canvas = Canvas(64, 64, (-100, 117, 100, -133), "#ffffff")
    for centre, half in (((39, -32), (32, 29)), ((-39, -32), (32, 29)), ((0, -86), (25, 17))):
        canvas.ellipse(centre, half, "#000000", soft=1.5)
    return canvas.png()


def _fringe() -> Floats:
    """The shadow that the fringe throws on the forehead."""
    edge = [
        (-86, -40), (-76, -44), (-70, -18), (-60, 2), (-48, -6), (-42, 4), (-36, 20), (-24, 0), (-17, 8), (-11, 22),
        (-8, 16), (-1, -20), (6, 18), (11, 20), (17, 2), (22, 10), (28, 22), (38, 2), (46, 8), (54, 6), (60, -24),
        (68, -10), (74, -44), (86, -40),
    ]  # fmt: skip
    return np.array([*edge, (90, 117), (-90, 117)], float)


def line(palette: dict[str, Any]) -> bytes:
    """Five columns, one for each kind of line; v runs along it."""
    tints = palette["line"]
    canvas = Canvas(128, 64, (0, 0, 5, 1), tints["lash"])
    for column, name in enumerate(("lash", "lower", "crease", "brow", "lips")):
        box = [(column, 0), (column + 1, 0), (column + 1, 1), (column, 1)]
        canvas.shape(box, tints[name])
    canvas.fade((0, 0.35), (0, -0.1), tints["lash_end"], inside=[(0, 0), (1, 0), (1, 1), (0, 1)])
    canvas.fade((0, 0.72), (0, 1.1), tints["lash_end"], inside=[(0, 0), (1, 0), (1, 1), (0, 1)])
    return canvas.png()


def eye(palette: dict[str, Any]) -> bytes:
    """Left half the iris, in units of its half width and height; right half the white of an eye."""
    tints = palette["eye"]
    canvas = Canvas(512, 256, (-1.02, 1.02, 3.06, -1.02), tints["rim"])
    _iris(canvas, tints)
    white = [(1.02, 1.02), (3.06, 1.02), (3.06, -1.02), (1.02, -1.02)]
    canvas.shape(white, tints["white"])
    canvas.shape(_arch(), tints["cover"], opacity=0.75, soft=0.012)
    return canvas.png()


def _arch() -> Floats:
    """The shadow of the upper lid on the white."""
    x = np.linspace(1.03, 3.05, 40)
    edge = 0.36 + 0.12 * np.sin((x - 1.03) / 2.02 * np.pi)
    return np.concatenate([np.column_stack([x, edge]), [[3.05, 1.02], [1.03, 1.02]]])


def _iris(canvas: Canvas, tints: dict[str, str]) -> None:
    disc = _oval((0, 0), (0.93, 0.95))
    canvas.shape(disc, tints["middle"])
    canvas.fade((0, -0.05), (0, -0.85), tints["bottom"], inside=disc)
    canvas.fade((0, 0.05), (0, 0.75), tints["top"], inside=disc)
    canvas.ellipse((0, -0.62), (0.52, 0.24), tints["glow"], opacity=0.8, soft=0.07)
    for turn in np.linspace(200, 340, 15):
        ray = np.array([np.cos(np.radians(turn)), np.sin(np.radians(turn))])
        canvas.stroke([ray * 0.5, ray * 0.88], [0.02, 0.045], tints["glow"], opacity=0.35, soft=0.006)
    canvas.ellipse((0, -0.02), (0.40, 0.46), tints["pupil"], opacity=0.92, soft=0.03)
    canvas.ellipse((0, -0.16), (0.23, 0.2), tints["middle"], opacity=0.5, soft=0.08)
    canvas.ellipse((-0.36, 0.44), (0.27, 0.31), tints["light"])
    canvas.ellipse((0.40, -0.36), (0.13, 0.13), tints["light"], opacity=0.95)
    canvas.ellipse((0.1, 0.62), (0.07, 0.07), tints["second"], opacity=0.9)


def _oval(centre: tuple[float, float], half: tuple[float, float]) -> Floats:
    turn = np.linspace(0, 2 * np.pi, 96, endpoint=False)
    return np.asarray(np.array(centre) + np.column_stack([np.cos(turn), np.sin(turn)]) * half)


def mouth(palette: dict[str, Any]) -> bytes:
    """Three columns: inside from lips to throat, teeth from gum to edge, tongue from top to below."""
    tints = palette["mouth"]
    canvas = Canvas(64, 64, (0, 0, 3, 1), tints["inside"])
    canvas.fade((0, 0.1), (0, 0.9), tints["deep"])
    canvas.shape([(1, 0), (2, 0), (2, 1), (1, 1)], tints["teeth"])
    canvas.fade((0, 0.4), (0, -0.2), tints["gum"], inside=[(1, 0), (2, 0), (2, 1), (1, 1)])
    tongue = [(2, 0), (3, 0), (3, 1), (2, 1)]
    canvas.shape(tongue, tints["tongue"])
    canvas.fade((0, 0.3), (0, 0.9), tints["under"], inside=tongue)
    return canvas.png()


def hair(palette: dict[str, Any]) -> bytes:
    """Across a lock, and by height from above the crown to the tips at the shoulders."""
    tints = palette["hair"]
    canvas = Canvas(128, 512, (0, 0, 1, 1), tints["root"])
    canvas.fade((0, 0.1), (0, 0.5), tints["middle"])
    canvas.fade((0, 0.55), (0, 0.98), tints["tip"])
    for start, end in ((0.07, -0.05), (0.93, 1.05)):
        canvas.fade((start, 0), (end, 0), tints["strand"])
    for place, opacity in ((0.12, 0.5), (0.3, 0.35), (0.52, 0.22), (0.71, 0.4), (0.9, 0.5)):
        canvas.stroke([(place, 0), (place, 0.5), (place, 1)], [0.016, 0.024, 0.016], tints["strand"], opacity=opacity)
    canvas.shape(_ring(0.165, 0.235), tints["light"], opacity=0.75, soft=0.004)
    canvas.shape(_ring(0.25, 0.262), tints["light"], opacity=0.45, soft=0.003)
    return canvas.png()


def _ring(top: float, bottom: float) -> Floats:
    """A band of light with teeth, as it is drawn on hair."""
    teeth = [0, 0.09, 0.17, 0.3, 0.37, 0.5, 0.6, 0.7, 0.78, 0.9, 1]
    depth = np.array([0.1, 0.9, 0.25, 1.0, 0.15, 0.75, 0.2, 1.0, 0.2, 0.85, 0.1])
    upper = [(x, top + 0.012 * (1 - d)) for x, d in zip(teeth, depth, strict=True)]
    lower = [(x, bottom - (1 - d) * (bottom - top) * 0.6) for x, d in zip(teeth, depth, strict=True)]
    return np.array(upper + lower[::-1])


def cloth(palette: dict[str, Any]) -> bytes:
    """Four columns: cape, collar, bow, lining."""
    tints = palette["cloth"]
    canvas = Canvas(64, 256, (0, 0, 4, 1), tints["cape"])
    for column, name in ((1, "collar"), (2, "bow"), (3, "lining")):
        canvas.shape([(column, 0), (column + 1, 0), (column + 1, 1), (column, 1)], tints[name])
    canvas.shape([(0, 0.925), (1, 0.925), (1, 0.955), (0, 0.955)], tints["trim"])
    canvas.shape([(1, 0.80), (2, 0.80), (2, 0.88), (1, 0.88)], tints["cape"])
    canvas.fade((0, 0.5), (0, -0.2), tints["bow_shade"], inside=[(2, 0), (3, 0), (3, 1), (2, 1)])
    return canvas.png()
