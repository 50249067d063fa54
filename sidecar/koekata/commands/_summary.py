"""What a live session did, for machines and for people."""

from __future__ import annotations

from typing import Any

from rich.console import Console

from koekata.character import CharacterMapper
from koekata.live import LiveSession

__all__ = ["print_summary", "summarise"]


def summarise(session: LiveSession) -> dict[str, Any]:
    """Figures of a session, fit for JSON; times in milliseconds where the name says so."""
    done = session.summary
    publisher, counts = session.publisher, session.publisher.counts
    return {
        "source": session.source.description,
        "ending": done.ending,
        "seconds": round(done.seconds, 3),
        "frames": done.frames,
        "fps": round(done.fps, 2),
        "tracked": done.tracked,
        "tracked_share": round(done.tracked / done.frames, 4) if done.frames else 0.0,
        "dropped": done.dropped,
        "delay_ms": _rounded(done.delay),
        "stages_ms": {stage: _rounded(times) for stage, times in session.pipeline.stopwatch.summary().items()},
        "outputs": {
            name: {"address": address, "sent": counts[name].sent, "failed": counts[name].failed}
            for name, address in publisher.addresses.items()
        },
        "rejected": publisher.rejected,
        "mapping": _mapping(session.mapper) if session.mapper is not None else None,
        "drift": done.drift,
    }


def print_summary(console: Console, figures: dict[str, Any]) -> None:
    """The same, as lines."""
    if figures["ending"]:
        console.print(figures["ending"])
    console.print(
        f"{figures['frames']} frames in {figures['seconds']:.1f} s ({figures['fps']:.1f} per second), "
        f"face found in {figures['tracked_share']:.1%}, {figures['dropped']} dropped"
    )
    if not figures["frames"]:
        return
    if not figures["tracked"]:
        console.print("No face was found in any picture. Is it lit, and does it look at the camera?", style="yellow")
    if figures["drift"]:
        console.print(figures["drift"], style="yellow")
    console.print(f"delay from capture to the last output: {_times(figures['delay_ms'])}")
    console.print("of that " + "; ".join(f"{name} {_times(times)}" for name, times in figures["stages_ms"].items()))
    for name, output in figures["outputs"].items():
        console.print(f"{name} {output['address']}: {output['sent']} sent{_failed(output)}")
    if figures["mapping"] and figures["mapping"]["error"]:
        console.print(
            f"the mapping table is wrong, and was not taken over: {figures['mapping']['error']}", style="yellow"
        )
    if figures["rejected"]:
        console.print(f"{figures['rejected']} frames held numbers that cannot be sent", style="yellow")


def _mapping(mapper: CharacterMapper) -> dict[str, Any]:
    error = mapper.error.message if mapper.error is not None else ""
    return {"table": str(mapper.path), "edits": mapper.reloads, "error": error}


def _failed(output: dict[str, Any]) -> str:
    if not output["failed"]:
        return ""
    nobody = ", nobody listens there" if not output["sent"] or output["failed"] >= output["sent"] else ""
    return f", {output['failed']} refused{nobody}"


def _times(times: dict[str, float]) -> str:
    return f"p50 {times['p50']:.1f} ms, p99 {times['p99']:.1f} ms"


def _rounded(times: dict[str, float]) -> dict[str, float]:
    return {name: round(value, 3) for name, value in times.items()}
