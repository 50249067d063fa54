"""A canvas for textures: drawn four times as large and made smaller, which smooths every edge."""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

from koekata.characters.build.part import Floats

__all__ = ["Canvas", "colour", "linear"]

Pixels = npt.NDArray[np.float32]
FINER = 4


class Canvas:
    """Places are those of the caller: `box` is left, top, right and bottom, whichever way they run."""

    def __init__(
        self, width: int, height: int, box: tuple[float, float, float, float], ground: str, *, clear: bool = False
    ) -> None:
        """`clear`: what is not drawn on stays transparent, and edges fade into `ground`."""
        self.size = (width, height)
        self.alpha: Pixels | None = np.zeros((height * FINER, width * FINER), np.float32) if clear else None
        self.box = box
        self.pixels: Pixels = np.full((height * FINER, width * FINER, 3), colour(ground), np.float32)

    def shape(self, outline: npt.ArrayLike, fill: str, *, opacity: float = 1.0, soft: float = 0.0) -> None:
        """Fills a polygon (n, 2); `soft` blurs its edge, in units of the caller."""
        where, cover = self._cover(outline, soft)
        self._lay(where, cover * np.float32(opacity), fill)

    def ellipse(
        self, centre: npt.ArrayLike, half: npt.ArrayLike, fill: str, *, opacity: float = 1.0, soft: float = 0.0
    ) -> None:
        turn = np.linspace(0, 2 * np.pi, 96, endpoint=False)
        outline = np.asarray(centre) + np.column_stack([np.cos(turn), np.sin(turn)]) * np.asarray(half)
        self.shape(outline, fill, opacity=opacity, soft=soft)

    def fade(self, start: npt.ArrayLike, end: npt.ArrayLike, fill: str, *, inside: npt.ArrayLike | None = None) -> None:
        """Covers more and more from `start` on, fully beyond `end`; only `inside` a polygon where one is given."""
        start, end = np.asarray(start, float), np.asarray(end, float)
        left, top, right, bottom = self.box
        everything = [(left, top), (right, top), (right, bottom), (left, bottom)]
        where, cover = self._cover(everything if inside is None else inside, 0.0)
        x, y = self._places()
        x, y = x[:, where[1]], y[where[0]]
        along = ((x - start[0]) * (end - start)[0] + (y - start[1]) * (end - start)[1]) / ((end - start) ** 2).sum()
        share = np.clip(along, 0, 1).astype(np.float32)
        self._lay(where, cover * share * share * (3 - 2 * share), fill)

    def stroke(
        self, line: npt.ArrayLike, thick: npt.ArrayLike, fill: str, *, opacity: float = 1.0, soft: float = 0.0
    ) -> None:
        """A line (n, 2) that is `thick` (n,) wide."""
        line, half = np.asarray(line, float), np.asarray(thick, float)[:, None] / 2
        tangent = np.gradient(line, axis=0)
        tangent /= np.maximum(np.linalg.norm(tangent, axis=1, keepdims=True), 1e-9)
        away = np.column_stack([-tangent[:, 1], tangent[:, 0]]) * half
        self.shape(np.concatenate([line + away, (line - away)[::-1]]), fill, opacity=opacity, soft=soft)

    def cut(self, outline: npt.ArrayLike) -> None:
        """Makes the inside of a polygon transparent again; only on a canvas that is `clear`."""
        if self.alpha is not None:
            where, cover = self._cover(outline, 0.0)
            self.alpha[where] = self.alpha[where] * (1 - cover)

    def small(self) -> npt.NDArray[np.uint8]:
        """(height, width, 3) blue, green, red, or (height, width, 4) with alpha."""
        planes = self.pixels[:, :, ::-1] if self.alpha is None else np.dstack([self.pixels[:, :, ::-1], self.alpha])
        small = cv2.resize(planes, self.size, interpolation=cv2.INTER_AREA)
        return np.asarray(np.clip(np.round(small * 255), 0, 255), np.uint8)

    def png(self) -> bytes:
        done, data = cv2.imencode(".png", self.small(), [cv2.IMWRITE_PNG_COMPRESSION, 9])
        if not done:
            raise RuntimeError("the picture could not be written as PNG")
        return data.tobytes()

    def _cover(self, outline: npt.ArrayLike, soft: float) -> tuple[tuple[slice, slice], Pixels]:
        """The part of the canvas around a polygon, and how far it is covered there, from 0 to 1."""
        corners = np.round(self._to_pixels(np.asarray(outline, float)) * 16).astype(np.int32)
        spread = [abs(soft / (high - low) * size) for low, high, size in self._axes()]
        margin = np.ceil(np.array(spread) * 3.2).astype(int) + 2
        first = np.clip(corners.min(0) // 16 - margin, 0, self.pixels.shape[1::-1])
        last = np.clip(corners.max(0) // 16 + margin + 1, 0, self.pixels.shape[1::-1])
        wide, high = (int(n) for n in np.maximum(last - first, 0))
        mask = np.zeros((high, wide), np.uint8)
        if mask.size:
            cv2.fillPoly(mask, [corners - (first * 16).astype(np.int32)], [255], cv2.LINE_8, 4)
        cover = mask.astype(np.float32) / np.float32(255)
        if soft and mask.size:
            soft_cover = cv2.GaussianBlur(cover, (0, 0), spread[0], sigmaY=spread[1], borderType=cv2.BORDER_REPLICATE)
            cover = np.asarray(soft_cover, np.float32)
        return (slice(first[1], first[1] + high), slice(first[0], first[0] + wide)), cover

    def _lay(self, where: tuple[slice, slice], cover: Pixels, fill: str) -> None:
        under = self.pixels[where]
        self.pixels[where] = under + (np.array(colour(fill), np.float32) - under) * cover[..., None]
        if self.alpha is not None:
            self.alpha[where] = self.alpha[where] + (1 - self.alpha[where]) * cover

    def _axes(self) -> tuple[tuple[float, float, int], tuple[float, float, int]]:
        left, top, right, bottom = self.box
        return (left, right, self.pixels.shape[1]), (top, bottom, self.pixels.shape[0])

    def _to_pixels(self, places: Floats) -> Floats:
        left, top, right, bottom = self.box
        share = (places - [left, top]) / [right - left, bottom - top]
        return np.asarray(share * [self.pixels.shape[1], self.pixels.shape[0]] - 0.5)

    def _places(self) -> tuple[Floats, Floats]:
        left, top, right, bottom = self.box
        high, wide = self.pixels.shape[:2]
        x = left + (np.arange(wide) + 0.5) / wide * (right - left)
        y = top + (np.arange(high) + 0.5) / high * (bottom - top)
        return x[None, :], y[:, None]


def colour(code: str) -> tuple[float, float, float]:
    """#rrggbb as sRGB from 0 to 1."""
    return (int(code[1:3], 16) / 255, int(code[3:5], 16) / 255, int(code[5:7], 16) / 255)


def linear(code: str) -> list[float]:
    """#rrggbb as linear light, which the factors of glTF are in (IEC 61966-2-1)."""
    return [round(c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4, 5) for c in colour(code)]
