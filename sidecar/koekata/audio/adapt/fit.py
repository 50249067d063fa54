"""Whether a recording is the script at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from koekata.audio.adapt.align import Alignment, align
from koekata.audio.adapt.graph import Sentence
from koekata.audio.visemes import Floats
from koekata.errors import CaptureError

__all__ = ["Fit", "judge", "refuse"]

_LEAST_LEAD = 0.3
"""By how much per frame the script must fit better than other words, in logarithms of probability."""
_LEAST_SHARE = 0.7


@dataclass(frozen=True)
class Fit:
    """`share` of the words were found; the script fits better than other words by `lead` per frame."""

    share: float
    lead: float


def judge(heard: Sequence[tuple[Floats, tuple[Sentence, ...]]], alignments: Sequence[Alignment]) -> Fit:
    """How well the script fits, against the same phones in another order."""
    frames = np.array([len(scores) for scores, _ in heard], np.float64)
    own = np.array([alignment.score for alignment in alignments])
    others = [align(scores, _otherwise(sentences), forgiving=len(sentences) > 1).score for scores, sentences in heard]
    words = [len({*alignment.word} - {-1}) for alignment in alignments]
    wanted = [sum(len(sentence.words) for sentence in sentences) for _, sentences in heard]
    return Fit(sum(words) / sum(wanted), float(np.average(own - np.array(others), weights=frames)))


def refuse(fit: Fit) -> None:
    """Raises CaptureError for a recording that is not the script."""
    if fit.lead < _LEAST_LEAD or fit.share < _LEAST_SHARE:
        raise CaptureError(
            f"the recording does not fit the script: {fit.share:.0%} of the words were found, and they fit better than "
            f"other words by only {fit.lead:.3f} ({_LEAST_LEAD:g} and {_LEAST_SHARE:.0%} are needed)",
            remedy="Check that language and script are those that were read, that nobody else speaks and no music "
            "plays, and read the sentences as they stand.",
        )


def _otherwise(sentences: Sequence[Sentence]) -> tuple[Sentence, ...]:
    """The same sentences read backwards, phone by phone."""
    return tuple(
        Sentence(sentence.text, tuple(tuple(reversed(word)) for word in reversed(sentence.words)))
        for sentence in reversed(sentences)
    )
