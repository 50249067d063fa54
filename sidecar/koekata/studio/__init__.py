"""The studio: a page on this machine where the character moves, and where everything that an artist tunes is at hand.

    with open_studio(session, StudioConfig()) as studio:
        print(studio.address)
        session.run(watch=studio.watch)

The pipeline runs where it always does; the page is served from a thread of its own, and never waited for.
"""

from __future__ import annotations

from koekata.studio.page import page_folder
from koekata.studio.studio import Studio, open_studio

__all__ = ["Studio", "open_studio", "page_folder"]
