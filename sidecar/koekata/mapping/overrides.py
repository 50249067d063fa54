"""Step 12: `isBinary` and `override*` of VRM 1.0 (VRMC_vrm-1.0, expressions)."""

from __future__ import annotations

from koekata.mapping.table import MappingTable

__all__ = ["VrmOverrides"]


class VrmOverrides:
    """Expressions that dampen blinks, the gaze or the mouth."""

    def __init__(self, table: MappingTable) -> None:
        self._binary = [place for place, target in enumerate(table.targets) if target.binary]
        self._categories = []
        for category in ("blink", "look_at", "mouth"):
            sources = [
                (place, mode)
                for place, target in enumerate(table.targets)
                for name, mode in target.overrides
                if name == category
            ]
            damped = [
                (place, target.rest, target.binary)
                for place, target in enumerate(table.targets)
                if target.category == category
            ]
            if sources and damped:
                self._categories.append((sources, damped))
        self.places = {*self._binary, *(place for _, damped in self._categories for place, _, _ in damped)}
        """The targets that it may change."""

    def step(self, values: list[float]) -> None:
        """Change `values` in place; NaN is left out of the frame."""
        for place in self._binary:
            if (value := values[place]) == value:
                values[place] = float(value > 0.5)
        amounts = [self._amount(values, sources) for sources, _ in self._categories]
        for amount, (_, damped) in zip(amounts, self._categories, strict=True):
            for place, rest, binary in damped if amount > 0.0 else ():
                values[place] = values[place] * 0.0 if binary else rest + (values[place] - rest) * (1.0 - amount)

    def _amount(self, values: list[float], sources: list[tuple[int, str]]) -> float:
        total = 0.0
        for place, mode in sources:
            if (value := values[place]) == value:
                total += value if mode == "blend" else float(value > 0.0)
        return min(max(total, 0.0), 1.0)
