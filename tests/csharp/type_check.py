"""Compiles the Unity package assembly by assembly: run `python tests/csharp/type_check.py` (`make test-csharp` does).

Unity is not needed. What its assembly definitions (`*.asmdef`) say is what counts: each becomes a DLL that sees the
assemblies that it names and no other, as in the editor. Unity's own side is `tests/csharp/unity-surface`: just the
members that the package uses, without a body; `assemblies.json` says which folder stands for which assembly.

Everything is compiled three times: as the editor does, as an editor does that has moved types between its assemblies
(Unity 2022.1 and newer), and, without what is for the editor alone, as a built game does.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "unity-package"
SURFACE = ROOT / "tests" / "csharp" / "unity-surface"
OUT = ROOT / "build" / "csharp" / "unity"
# Unity 2021.3 takes C# 7.3; Mono's compiler goes up to 7.2. Unity does not warn of fields that only its inspector
# sets either (0649), or that only its serialiser reads (0169, 0414).
MCS = ("mcs", "-target:library", "-langversion:7.2", "-warn:4", "-warnaserror", "-nowarn:0649,0169,0414")
ALWAYS = ("UNITY_5_3_OR_NEWER", "UNITY_2020_3_OR_NEWER", "UNITY_2021_3_OR_NEWER", "UNITY_STANDALONE")
EDITOR = ("UNITY_EDITOR", "UNITY_INCLUDE_TESTS")
NEWER = ("UNITY_2022_1_OR_NEWER",)


@dataclass(frozen=True)
class Assembly:
    """What is compiled into one DLL."""

    name: str
    sources: tuple[Path, ...]
    references: tuple[str, ...]
    defines: tuple[str, ...] = ()
    editor_only: bool = False
    engine: bool = True
    definition: Path = SURFACE / "assemblies.json"


class RefusedError(Exception):
    """What is wrong with an assembly definition, for people."""


def main() -> int:
    """Compiles all; 1 where something does not compile."""
    rules = json.loads((SURFACE / "assemblies.json").read_text("utf-8"))
    plugins = {Path(path).stem: Path(path) for path in rules["plugins"]}
    try:
        surface = list(_surface(rules["surface"]))
        package = _ordered([_read(path, rules["packages"]) for path in sorted(PACKAGE.rglob("*.asmdef"))])
        editor = Build("editor", EDITOR, plugins).compile(surface, package)
        Build("newer", (*EDITOR, *NEWER), plugins).compile(surface, package)
        player = Build("player", (), plugins).compile(
            [a for a in surface if not a.editor_only], [a for a in package if not a.editor_only]
        )
    except RefusedError as refusal:
        sys.stderr.write(f"{refusal}\n")
        return 1
    sys.stdout.write(f"C#: {editor} assemblies of the Unity package compile for the editor, {player} for games.\n")
    return 0


def _surface(rules: dict[str, dict[str, Any]]) -> Iterator[Assembly]:
    """The stand-ins for Unity's assemblies, in an order in which each comes after those that it needs."""
    for name, rule in rules.items():
        sources = tuple(p for folder in rule["folders"] for p in sorted((SURFACE / folder).rglob("*.cs")))
        yield Assembly(name, sources, tuple(rule["references"]), (), rule.get("editor", False), engine=False)


def _ordered(assemblies: list[Assembly]) -> list[Assembly]:
    """Each after those that it names."""
    found = {assembly.name: assembly for assembly in assemblies}
    done: dict[str, Assembly] = {}

    def visit(assembly: Assembly, above: tuple[str, ...]) -> None:
        if assembly.name in above:
            raise RefusedError(f"Assemblies need each other: {' -> '.join((*above, assembly.name))}")
        if assembly.name in done:
            return
        for name in assembly.references:
            if name in found:
                visit(found[name], (*above, assembly.name))
        done[assembly.name] = assembly

    for assembly in assemblies:
        visit(assembly, ())
    return list(done.values())


def _read(path: Path, packages: list[str]) -> Assembly:
    stated = json.loads(path.read_text("utf-8"))
    where = path.relative_to(ROOT)
    if stated["name"] != path.stem:
        raise RefusedError(f"{where}: the file has another name than the assembly, {stated['name']}.")
    for entry in stated["versionDefines"]:
        if entry["name"] not in packages:
            raise RefusedError(f"{where}: the package {entry['name']} is not in assemblies.json.")
    defines = tuple(entry["define"] for entry in stated["versionDefines"])
    for wanted in stated["defineConstraints"]:
        if wanted not in {*defines, *ALWAYS, *EDITOR}:
            raise RefusedError(f"{where}: nothing defines '{wanted}', so Unity never compiles this assembly.")
    references = (*stated["references"], *(Path(name).stem for name in stated["precompiledReferences"]))
    editor = stated["includePlatforms"] == ["Editor"] or "UNITY_INCLUDE_TESTS" in stated["defineConstraints"]
    engine = not stated["noEngineReferences"]
    return Assembly(stated["name"], tuple(_sources(path.parent)), references, defines, editor, engine, path)


def _sources(folder: Path) -> Iterator[Path]:
    """What belongs to an assembly: all below its folder that is not below another definition."""
    for path in sorted(folder.iterdir()):
        if path.suffix == ".cs":
            yield path
        elif path.is_dir() and not any(path.glob("*.asmdef")):
            yield from _sources(path)


class Build:
    """The DLLs of one way of compiling."""

    def __init__(self, name: str, defines: tuple[str, ...], plugins: dict[str, Path]) -> None:
        self._name, self._defines, self._plugins = name, defines, plugins
        self._out = OUT / name
        self._out.mkdir(parents=True, exist_ok=True)

    def compile(self, surface: list[Assembly], package: list[Assembly]) -> int:
        """Compiles all; the number of those that belong to the package."""
        known = {*(assembly.name for assembly in (*surface, *package)), *self._plugins}
        engine = tuple(a.name for a in surface if a.name in ("UnityEngine", "UnityEditor"))
        for assembly in (*surface, *package):
            unknown = [name for name in assembly.references if name not in known]
            if unknown:
                raise RefusedError(f"{assembly.name} names {unknown[0]}, which is not there ({self._name}).")
            if assembly.sources:
                self._compile(assembly, (*assembly.references, *(engine if assembly.engine else ())))
        return sum(1 for assembly in package if assembly.sources)

    def _compile(self, assembly: Assembly, references: tuple[str, ...]) -> None:
        """One DLL, unless it is newer than all that goes into it."""
        target = self._out / f"{assembly.name}.dll"
        stamp = self._out / f"{assembly.name}.inputs"
        libraries = [self._plugins.get(name, self._out / f"{name}.dll") for name in references]
        # An assembly that has no source yet has no DLL.
        libraries = [path for path in libraries if path.exists()]
        inputs = [*assembly.sources, *libraries, assembly.definition, Path(__file__)]
        listing = "\n".join(map(str, inputs))
        if target.exists() and stamp.exists() and stamp.read_text("utf-8") == listing:
            built = target.stat().st_mtime
            if all(path.stat().st_mtime <= built for path in inputs):
                return
        # In another place first, so that a check that runs beside this one never misses a DLL.
        fresh = self._out / str(os.getpid()) / target.name
        fresh.parent.mkdir(exist_ok=True)
        defines = ";".join((*ALWAYS, *self._defines, *assembly.defines))
        seen = [f"-r:{path}" for path in libraries]
        command = [*MCS, f"-out:{fresh}", f"-define:{defines}", *seen, *map(str, assembly.sources)]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        if done.returncode:
            raise RefusedError(f"{assembly.name} ({self._name}):\n{done.stdout}{done.stderr}")
        fresh.replace(target)
        fresh.parent.rmdir()
        stamp.write_text(listing, "utf-8")


if __name__ == "__main__":
    sys.exit(main())
