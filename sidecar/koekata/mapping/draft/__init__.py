"""Drafts a mapping table for a character from the names of what its file has.

`read_character(path)` says what the model has, `draft(character)` makes the table and says why.
"""

from __future__ import annotations

from koekata.mapping.draft.draft import Draft, draft
from koekata.mapping.draft.readers import read_character

__all__ = ["Draft", "draft", "read_character"]
