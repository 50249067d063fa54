"""Where the built page lies."""

from __future__ import annotations

from pathlib import Path

from koekata.errors import ModelError

__all__ = ["is_built", "page_folder"]

_FOLDER = Path(__file__).parent


def is_built() -> bool:
    """Whether there is a page to serve."""
    return (_FOLDER / "page" / "index.html").is_file()


def page_folder() -> Path:
    """The folder of the built page. Raises ModelError where it was not built."""
    if not is_built():
        raise ModelError(
            "the page of the studio is not built",
            remedy=f"With Node.js 18 or newer: `make page`, or `npm ci && npm run build` in {_FOLDER / 'web'}. "
            "Until then, `koekata demo --meters` and `koekata run` work in the terminal.",
        )
    return _FOLDER / "page"
