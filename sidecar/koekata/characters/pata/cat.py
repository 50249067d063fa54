"""The cards that do not switch: head, body, scarf and tail."""

from __future__ import annotations

from typing import Any

import numpy as np

from koekata.characters.build.paint import Canvas
from koekata.characters.build.part import Floats
from koekata.characters.pata.pen import Pen, closed, oval

__all__ = ["body", "head", "scarf", "tail"]


def _card(table: dict[str, Any], name: str, width: float) -> tuple[Pen, dict[str, str]]:
    wide, high = next(card["size"] for card in table["cards"].values() if card["sheet"] == name)
    pixels, tints = table["pixels"][name], table["palette"]
    box = (-wide / 2, high / 2, wide / 2, -high / 2)
    return Pen(Canvas(pixels[0], pixels[1], box, tints["ink"], clear=True), tints["ink"], width), tints


def head(table: dict[str, Any]) -> bytes:
    """330 by 300: ears, face with its patches, nose and whiskers."""
    pen, tints = _card(table, "head", 5.0)
    for side, fill in ((-1, "grey"), (1, "orange")):
        flip = np.array([side, 1])
        pen.shape(_smooth([(40, 70), (78, 128), (96, 142), (108, 120), (118, 40), (90, 30)]) * flip, tints[fill])
        pen.shape(_smooth([(66, 74), (88, 116), (96, 112), (100, 62), (84, 58)]) * flip, tints["pink"], line=False)
    face = _face(table["drawings"]["face"])
    pen.shape(face, tints["fur"], line=False)
    pen.shape(
        _inside(face, closed([(20, 96), (46, 60), (70, 22), (104, 14), (150, 40), (120, 110), (60, 130)])),
        tints["orange"],
        line=False,
    )
    pen.shape(
        _inside(face, closed([(-52, 100), (-62, 66), (-86, 48), (-112, 44), (-150, 70), (-100, 130)])),
        tints["grey"],
        line=False,
    )
    pen.around(face)
    for side in (-1, 1):
        pen.shape(oval((side * 84, -52), (21, 11)), tints["blush"], line=False, opacity=0.75, soft=2.5)
        for low in (0, 12):
            pen.line([(side * 112, -40 - low), (side * 136, -38 - low * 1.4), (side * 158, -40 - low * 2)], width=0.55)
    pen.shape(
        closed([(-8, -44), (0, -42.5), (8, -44), (4.5, -49.5), (0, -52), (-4.5, -49.5)]), tints["nose"], line=False
    )
    return pen.canvas.png()


def _face(right: list[list[float]]) -> Floats:
    left = [[-x, y] for x, y in right[-2:0:-1]]
    return closed(right + left, 260)


def _inside(outline: Floats, patch: Floats) -> Floats:
    """`patch` drawn back to the star-shaped `outline` where it leaves it."""
    turn, reach = np.arctan2(patch[:, 1], patch[:, 0]), np.hypot(patch[:, 0], patch[:, 1])
    around = np.arctan2(outline[:, 1], outline[:, 0])
    order = np.argsort(around)
    limit = np.interp(turn, around[order], np.hypot(outline[:, 0], outline[:, 1])[order], period=2 * np.pi)
    shorter = np.minimum(1, (limit - 1.0) / np.maximum(reach, 1e-6))
    return np.asarray(patch * shorter[:, None])


def _smooth(points: list[tuple[float, float]]) -> Floats:
    return closed(points, 90)


def body(table: dict[str, Any]) -> bytes:
    """260 by 300: a sitting cat from the front."""
    pen, tints = _card(table, "body", 5.0)
    pen.shape(
        closed(
            [
                (0, 130),
                (46, 118),
                (74, 60),
                (98, -20),
                (108, -90),
                (84, -136),
                (0, -142),
                (-84, -136),
                (-108, -90),
                (-98, -20),
                (-74, 60),
                (-46, 118),
            ]
        ),
        tints["fur"],
    )
    pen.shape(closed([(72, 40), (94, -20), (102, -80), (84, -100), (62, -40)]), tints["orange"], line=False)
    for side in (-1, 1):
        pen.shape(
            closed([(side * 12, -60), (side * 40, -64), (side * 46, -120), (side * 28, -139), (side * 8, -132)]),
            tints["fur"],
        )
        pen.line([(side * 22, -124), (side * 22, -136)], width=0.7)
        pen.line([(side * 33, -124), (side * 33, -136)], width=0.7)
    return pen.canvas.png()


def scarf(table: dict[str, Any]) -> bytes:
    """190 by 130: around the neck, with one end hanging down."""
    pen, tints = _card(table, "scarf", 4.5)
    pen.shape(closed([(20, 6), (46, 0), (60, -40), (52, -58), (26, -52), (22, -20)]), tints["scarf_shade"])
    pen.shape(
        closed([(-84, 34), (-40, 20), (0, 16), (40, 20), (84, 34), (78, 2), (40, -18), (0, -22), (-40, -18), (-78, 2)]),
        tints["scarf"],
    )
    pen.line([(-60, 12), (-20, 0), (20, 0), (60, 12)], width=0.7)
    return pen.canvas.png()


def tail(table: dict[str, Any]) -> bytes:
    """130 by 190: a raised tail."""
    pen, tints = _card(table, "tail", 4.5)
    pen.shape(
        closed(
            [
                (-56, -84),
                (-20, -70),
                (14, -30),
                (14, 20),
                (8, 60),
                (22, 86),
                (44, 78),
                (46, 30),
                (44, -30),
                (22, -80),
                (-30, -90),
            ]
        ),
        tints["orange"],
    )
    pen.shape(closed([(10, 58), (22, 86), (44, 78), (45.5, 52), (28, 60)]), tints["fur"], line=False)
    return pen.canvas.png()
