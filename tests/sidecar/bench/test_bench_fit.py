"""The cost of fit and solve is measured for every solver, in one run with Face Mesh."""

from __future__ import annotations

import importlib.util

import psutil
import pytest

from koekata.bench.fit import fit_cost
from koekata.commands._sample import sample_clip
from koekata.config import KoekataConfig


@pytest.mark.slow
@pytest.mark.skipif(
    importlib.util.find_spec("mediapipe.framework") is None, reason="this mediapipe does not carry Face Mesh"
)
def test_every_solver_is_timed_against_face_mesh_and_the_cores_are_given_back() -> None:
    allowed = getattr(psutil.Process(), "cpu_affinity", list)()
    figures = fit_cost(sample_clip(), KoekataConfig())
    for solver in ("geometric", "hybrid"):
        both, fit, solve = (figures[solver][stage] for stage in ("fit and solve", "fit", "solve"))
        assert 0 < max(fit["p50"], solve["p50"]) < both["p50"] <= both["p99"]
        assert figures[solver]["ratio"] == pytest.approx(both["p50"] / figures["face mesh alone"]["p50"])
    assert figures["frames"] > 200
    assert getattr(psutil.Process(), "cpu_affinity", list)() == allowed
