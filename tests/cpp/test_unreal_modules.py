"""Modules that would not build, link or run in a packaged game are told."""

from __future__ import annotations

import importlib.util
import json
import shutil
import sys
from pathlib import Path
from types import ModuleType

import pytest

HERE = Path(__file__).resolve().parent
PLUGIN = HERE.parents[1] / "unreal-plugin"


@pytest.fixture(scope="module")
def modules() -> ModuleType:
    """unreal_modules.py, which is no package."""
    spec = importlib.util.spec_from_file_location("unreal_modules", HERE / "unreal_modules.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def plugin(tmp_path: Path) -> Path:
    """A copy of the plugin's runtime and editor modules."""
    copy = tmp_path / "Koekata"
    shutil.copytree(PLUGIN, copy)
    return copy


def rules(plugin: Path, module: str) -> Path:
    return plugin / "Source" / module / f"{module}.Build.cs"


def test_the_plugin_as_it_is_has_no_fault(modules: ModuleType) -> None:
    assert list(modules.faults(PLUGIN)) == []


def test_a_module_of_the_editor_in_a_game_is_told(modules: ModuleType, plugin: Path) -> None:
    path = rules(plugin, "Koekata")
    path.write_text(path.read_text("utf-8").replace('"Projects"', '"Projects", "UnrealEd"'), "utf-8")
    assert any("UnrealEd is not there in packaged games" in fault for fault in modules.faults(plugin))


def test_a_header_of_a_module_that_is_not_named_is_told(modules: ModuleType, plugin: Path) -> None:
    path = rules(plugin, "Koekata")
    path.write_text(path.read_text("utf-8").replace('"Projects", ', ""), "utf-8")
    assert any("IPluginManager.h is of the module Projects" in fault for fault in modules.faults(plugin))


def test_a_module_that_nobody_knows_is_told(modules: ModuleType, plugin: Path) -> None:
    path = rules(plugin, "Koekata")
    path.write_text(path.read_text("utf-8").replace('"Projects"', '"Projectz"'), "utf-8")
    assert any("Projectz is no module" in fault for fault in modules.faults(plugin))


def test_a_module_that_the_descriptor_does_not_list_is_told(modules: ModuleType, plugin: Path) -> None:
    descriptor = plugin / "Koekata.uplugin"
    data = json.loads(descriptor.read_text("utf-8"))
    data["Modules"] = [entry for entry in data["Modules"] if entry["Name"] != "KoekataUncooked"]
    descriptor.write_text(json.dumps(data), "utf-8")
    assert any("KoekataUncooked is not both listed" in fault for fault in modules.faults(plugin))


def test_a_module_sees_what_its_modules_hand_on_and_nothing_else(modules: ModuleType) -> None:
    known, engine = modules.plugin_modules(), modules.engine_modules()
    seen = modules.visible(known["Koekata"], known, engine)
    assert {"CoreUObject", "KoekataCore", "Sockets"} <= set(seen)
    assert "UnrealEd" not in seen
