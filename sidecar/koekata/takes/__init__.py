"""Recorded motion: one row per picture, written whole or not at all.

    with open_take(Path("take.csv"), fps=30.0) as writer:
        for face in solved:
            writer.add(face)

| suffix | for |
|---|---|
| `.csv` | tools that read recordings of the Live Link Face app; the face model is told beside it, in `.csv.json` |
| `.npz` | NumPy, everything that was solved |
| `.parquet` | data frames, everything that was solved; needs pyarrow |
What a character did, instead of what the performer did, is written by `koekata.takes.mapped`.
"""

from koekata.takes._faces import faces_of
from koekata.takes._open import open_take, read_take
from koekata.takes._take import Take
from koekata.takes._writer import TakeWriter

__all__ = ["Take", "TakeWriter", "faces_of", "open_take", "read_take"]
