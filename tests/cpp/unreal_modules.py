"""The plugin's modules as their Build.cs and Koekata.uplugin say, checked against the surface of the engine.

python tests/cpp/unreal_modules.py             prints what is wrong; ends with 1 if anything is
python tests/cpp/unreal_modules.py --cmake     prints `set(UNREAL_INCLUDES_<module> ...)` and UNREAL_ENGINE_<module>

A module sees the headers of the modules that it names, and of what those hand on, as in Unreal. So a dependency that is
missing in Build.cs does not compile here either.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PLUGIN = ROOT / "unreal-plugin"
SURFACE = Path(__file__).resolve().parent / "unreal-surface"
DEPENDENCIES = re.compile(r"(Public|Private)DependencyModuleNames\s*\.\s*Add(?:Range)?\s*\(([^;]*)\)\s*;", re.DOTALL)
INCLUDE = re.compile(r'^[ \t]*#include\s+"([^"]+)"', re.MULTILINE)
#: Types of modules that are built into games.
IN_GAMES = ("Runtime", "RuntimeNoCommandlet", "ClientOnly")


@dataclass(frozen=True)
class Module:
    """A module of the plugin."""

    name: str
    folder: Path
    public: tuple[str, ...]
    private: tuple[str, ...]
    type: str

    @property
    def direct(self) -> tuple[str, ...]:
        return self.public + self.private


@dataclass(frozen=True)
class Engine:
    """A module of the engine as far as the surface has it."""

    needs: tuple[str, ...]
    editor: bool
    plugin: str


def engine_modules() -> dict[str, Engine]:
    """By name, from the surface's modules.json."""
    data = json.loads((SURFACE / "modules.json").read_text("utf-8"))
    return {
        name: Engine(tuple(entry.get("needs", [])), bool(entry.get("editor")), entry.get("plugin", ""))
        for name, entry in data.items()
    }


def plugin_modules(plugin: Path = PLUGIN) -> dict[str, Module]:
    """By name, those with a Build.cs; the type is empty where Koekata.uplugin does not name the module."""
    listed = json.loads((plugin / "Koekata.uplugin").read_text("utf-8"))["Modules"]
    types = {entry["Name"]: entry["Type"] for entry in listed}
    found: dict[str, Module] = {}
    for rules in sorted((plugin / "Source").glob("*/*.Build.cs")):
        name = rules.name.removesuffix(".Build.cs")
        text = re.sub(r"//[^\n]*", "", rules.read_text("utf-8"))
        named: dict[str, tuple[str, ...]] = {"Public": (), "Private": ()}
        for access, arguments in DEPENDENCIES.findall(text):
            named[access] += tuple(re.findall(r'"(\w+)"', arguments))
        found[name] = Module(name, rules.parent, named["Public"], named["Private"], types.get(name, ""))
    return found


def visible(module: Module, modules: dict[str, Module], engine: dict[str, Engine]) -> list[str]:
    """The modules whose headers a module sees, those of its own first."""
    found: list[str] = []
    waiting = list(module.direct)
    while waiting:
        name = waiting.pop(0)
        if name not in found:
            found.append(name)
            waiting += modules[name].public if name in modules else engine[name].needs if name in engine else ()
    return found


def include_folders(module: Module, modules: dict[str, Module], engine: dict[str, Engine]) -> list[Path]:
    """Where a compiler looks for headers of the plugin."""
    others = [modules[name].folder / "Public" for name in visible(module, modules, engine) if name in modules]
    return [module.folder / "Public", module.folder / "Private", *others]


def engine_folders(module: Module, modules: dict[str, Module], engine: dict[str, Engine]) -> list[Path]:
    """And of the engine."""
    return [SURFACE / name for name in visible(module, modules, engine) if name not in modules]


def faults(plugin: Path = PLUGIN) -> Iterator[str]:
    """A sentence for everything that Unreal Build Tool, the linker or a packaged game would stumble over."""
    modules, engine = plugin_modules(plugin), engine_modules()
    yield from _plugin_faults(plugin, modules, engine)
    for module in modules.values():
        rules = f"{module.name}.Build.cs"
        for name in module.direct:
            if name not in modules and name not in engine:
                yield f"{rules}: {name} is no module of the plugin or of the surface (unreal-surface/modules.json)"
            elif module.type in IN_GAMES and name in engine and engine[name].editor:
                yield f"{rules}: {name} is not there in packaged games; only editor modules may name it"
            elif module.type in IN_GAMES and name in modules and modules[name].type not in IN_GAMES:
                yield f"{rules}: {name} is not built into games"
        yield from _include_faults(module, modules, engine)


def _plugin_faults(plugin: Path, modules: dict[str, Module], engine: dict[str, Engine]) -> Iterator[str]:
    data = json.loads((plugin / "Koekata.uplugin").read_text("utf-8"))
    names = [entry["Name"] for entry in data["Modules"]]
    for name in sorted(set(names) ^ set(modules)):
        yield f"Koekata.uplugin: {name} is not both listed there and in Source/{name}/{name}.Build.cs"
    enabled = {entry["Name"] for entry in data.get("Plugins", []) if entry.get("Enabled")}
    needed = {engine[name].plugin for module in modules.values() for name in module.direct if name in engine} - {""}
    for name in sorted(needed - enabled):
        yield f"Koekata.uplugin: the plugin {name} is used, and not listed under Plugins"


def _include_faults(module: Module, modules: dict[str, Module], engine: dict[str, Engine]) -> Iterator[str]:
    for path in sorted([*module.folder.rglob("*.h"), *module.folder.rglob("*.cpp")]):
        for included in INCLUDE.findall(path.read_text("utf-8")):
            owner = next((name for name in engine if (SURFACE / name / included).is_file()), None)
            ours = (name for name in modules if (modules[name].folder / "Public" / included).is_file())
            owner = owner or next(ours, None)
            if owner is not None and owner != module.name and owner not in module.direct:
                yield f"{path.name}: {included} is of the module {owner}, which {module.name}.Build.cs does not name"


def cmake() -> str:
    """Include folders of each module, for CMake."""
    modules, engine = plugin_modules(), engine_modules()
    lines = []
    for module in modules.values():
        own = " ".join(f'"{folder}"' for folder in include_folders(module, modules, engine))
        others = " ".join(f'"{folder}"' for folder in engine_folders(module, modules, engine))
        lines += [f"set(UNREAL_INCLUDES_{module.name} {own})", f"set(UNREAL_ENGINE_{module.name} {others})"]
    return "\n".join(lines) + "\n"


def main() -> int:
    """As the head of this file says."""
    if sys.argv[1:] == ["--cmake"]:
        sys.stdout.write(cmake())
        return 0
    found = list(faults())
    for fault in found:
        sys.stderr.write(f"{fault}\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
