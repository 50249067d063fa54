"""`koekata doctor`: what is there, what is missing, and what to do."""

from __future__ import annotations

import dataclasses
import json

from rich.console import Console
from rich.table import Table

from koekata.capture import list_cameras
from koekata.commands._configuration import with_values
from koekata.commands._sample import sample_clip
from koekata.config import CaptureConfig, KoekataConfig
from koekata.doctor import Finding, examine

__all__ = ["doctor"]

_STYLES = {"ok": "green", "warn": "yellow", "fail": "bold red"}


def doctor(config: KoekataConfig, console: Console, *, as_json: bool) -> int:
    """Examine the machine for this configuration. Returns 1 where a session cannot start."""
    if config.capture.source == CaptureConfig().source and not list_cameras():
        # Nobody asked for a camera: that there is none is told by a finding of its own.
        config = with_values(config, {"capture.source": str(sample_clip())})
    findings = examine(config)
    if as_json:
        console.print(json.dumps([dataclasses.asdict(finding) for finding in findings]))
    else:
        _show(findings, console)
    return int(any(finding.state == "fail" for finding in findings))


def _show(findings: list[Finding], console: Console) -> None:
    table = Table("", "", "", box=None, show_header=False, pad_edge=False)
    for finding in findings[:-1]:
        table.add_row(finding.state, finding.subject, finding.detail, style=None)
        table.rows[-1].style = _STYLES[finding.state] if finding.state != "ok" else ""
        if finding.remedy:
            table.add_row("", "", finding.remedy)
    console.print(table, soft_wrap=False)
    last = findings[-1]
    console.print(f"\n{last.subject}: {last.detail}", style=_STYLES[last.state])
    if last.remedy:
        console.print(last.remedy)
