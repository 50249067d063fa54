"""What people meant where JSON breaks off: the usual slips of the pen, told in their words."""

from __future__ import annotations

import re

__all__ = ["slip"]


def slip(text: str, at: int, message: str, remedy: str) -> tuple[str, str]:
    """A better message and remedy for the fault at an offset, where the slip is a usual one; else those given."""
    found, before = text[at : at + 1], text[:at].rstrip()
    if found and found in "/#":
        return "JSON has no comments", 'Remove it, or write it as "note": "..." inside an entry.'
    if before.endswith(",") and found and found in "]}":
        return f'there is a comma before "{found}"', "Remove the comma after the last entry."
    if re.search(r"\d,\Z", before) and found.isdigit():
        whole = re.findall(r"-?\d+(?=,\Z)", before)
        part = re.match(r"\d+", text[at:])
        return message, f"Is this a decimal comma? Numbers have a point: {whole[0]}.{part[0] if part else ''}."
    if "is expected, not" in message and "\n" in text[len(before) : at]:
        return message, f"Is a comma missing at the end of line {before.count(chr(10)) + 1}?"
    if found and "not" not in message:
        return f'{message}, not "{found}"', remedy
    return message, remedy
