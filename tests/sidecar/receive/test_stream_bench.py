"""The latency measurement itself."""

from __future__ import annotations

from koekata.bench.stream import publish_latency


def test_latency_is_measured_between_two_processes() -> None:
    figures = publish_latency(seconds=0.5, fps=60)
    assert figures["frames"] + figures["lost"] == 30
    assert figures["frames"] > 0
    assert 0 < figures["p50"] <= figures["p90"] <= figures["p99"] <= figures["max"]
