"""Mapping tables: the performer's channels become the motion of one character, as `mappings/SPEC.md` says."""

from __future__ import annotations

from koekata.mapping.faults import Fault
from koekata.mapping.loader import load_table, load_text
from koekata.mapping.table import MappingTable

__all__ = ["Fault", "MappingTable", "load_table", "load_text"]
