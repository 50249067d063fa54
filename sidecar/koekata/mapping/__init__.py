"""Mapping tables: the performer's channels become the motion of one character, as `mappings/SPEC.md` says.

`Evaluator(load_table(path)).step(MappingFrame(values), dt)` gives the values of the character's targets.
"""

from __future__ import annotations

from koekata.mapping.evaluator import Evaluator
from koekata.mapping.explain import Explanation, explain
from koekata.mapping.faults import Fault
from koekata.mapping.frame import MappingFrame, Outputs
from koekata.mapping.loader import load_table, load_text
from koekata.mapping.reload import TableFile
from koekata.mapping.table import MappingTable

__all__ = [
    "Evaluator", "Explanation", "Fault", "MappingFrame", "MappingTable", "Outputs", "TableFile", "explain",
    "load_table", "load_text",
]  # fmt: skip
