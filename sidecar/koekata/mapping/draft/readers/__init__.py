"""Readers of character files: what a model has, by name. No geometry is read."""

from __future__ import annotations

from koekata.mapping.draft.readers.open import read_character

__all__ = ["read_character"]
