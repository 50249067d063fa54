"""What is wrong with a table, where, and how to mend it. The codes are those of `mappings/SPEC.md`."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass

__all__ = ["Fault", "did_you_mean"]


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault of a table."""

    code: str
    message: str
    remedy: str
    file: str
    pointer: str
    """JSON pointer (RFC 6901) of the entry within the file."""
    line: int
    """From 1."""
    column: int
    """From 1, in code points."""

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}:{self.column}"
        place = f" at {self.pointer}" if self.pointer else ""
        return f"{where}: {self.code}: {self.message}{place}\n    {self.remedy}"


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """`Did you mean "x" or "y"? `, or nothing where no known name is near."""
    by_folded = {candidate.casefold(): candidate for candidate in known}
    near = difflib.get_close_matches(name.casefold(), by_folded, n=3, cutoff=0.7)
    if not near:
        return ""
    return "Did you mean " + " or ".join(f'"{by_folded[candidate]}"' for candidate in near) + "? "
