"""`koekata unreal`: the Unreal plugin in a project."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

from rich.console import Console

from koekata.engines import unreal
from koekata.engines.unreal.plugin import PLATFORMS
from koekata.errors import ProjectError

__all__ = ["check", "install"]


def install(
    path: Path, platforms: tuple[str, ...], libzmq: Path | None, console: Console, *, dry_run: bool, force: bool
) -> None:
    """Put the plugin into a project, or tell what that would do. Raises ProjectError."""
    project = unreal.find_project(path)
    wanted = platforms or ((unreal.this_platform(),) if unreal.this_platform() else ())
    if not wanted:
        raise ProjectError("Unreal does not run on this machine", remedy=f"Say --platform {'|'.join(PLATFORMS)}.")
    if libzmq is not None and len(wanted) != 1:
        raise ProjectError("--libzmq is for one platform", remedy="Install the platforms one after the other.")
    with unreal.plan_install(project, wanted, libzmq, force=force) as plan:
        steps = plan.steps()
        if not dry_run:
            plan.carry_out()
    for step in steps:
        console.print(f"would {step}" if dry_run else f"done: {step}")
    if not steps:
        console.print("nothing to do: the plugin is there, whole and switched on")
    elif not dry_run:
        console.print("Open the project: Unreal offers to build the plugin. `koekata unreal check` looks it over.")


def check(path: Path, console: Console, *, as_json: bool) -> int:
    """Look a project over; 1 where something is wrong. Raises ProjectError."""
    findings = unreal.check(unreal.find_project(path))
    if as_json:
        console.file.write(json.dumps([asdict(finding) for finding in findings], ensure_ascii=False, indent=1) + "\n")
    else:
        width = max(len(finding.what) for finding in findings)
        for finding in findings:
            console.print(f"{finding.state:<5}  {finding.what:<{width}}  {finding.detail}")
            if finding.remedy:
                console.print(f"{'':<5}  {'':<{width}}  {finding.remedy}")
    return int(any(finding.state == "wrong" for finding in findings))
