"""The Unity package as it is shipped: what Unity needs beside its files, and the copies in it."""

from __future__ import annotations

import importlib.util
import json
import re
from pathlib import Path
from types import ModuleType

import pytest

from koekata.engines.unity.metas import meta_guid
from koekata.mapping import load_table

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "unity-package"
REMEDY = "run python tests/csharp/generate_metas.py"


@pytest.fixture(scope="module")
def generator() -> ModuleType:
    """The script that writes them."""
    return _script("generate_metas")


def _script(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, ROOT / "tests" / "csharp" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_file_has_the_meta_file_that_unity_wants(generator: ModuleType) -> None:
    assert generator.orphans() == [], REMEDY
    for path, text in generator.metas().items():
        assert (PACKAGE / path).is_file(), f"{path}: {REMEDY}"
        assert (PACKAGE / path).read_text("utf-8") == text, f"{path}: {REMEDY}"


def test_no_two_files_have_one_guid() -> None:
    guids = [meta_guid(path.read_text("utf-8")) for path in PACKAGE.rglob("*.meta")]
    assert len(guids) > 300
    assert all(len(guid) == 32 for guid in guids)
    assert len(set(guids)) == len(guids)


def test_presets_in_the_package_are_those_of_the_contract_and_load(generator: ModuleType) -> None:
    for path, text in generator.presets().items():
        assert (PACKAGE / path).read_text("utf-8") == text, REMEDY
        assert load_table(PACKAGE / path).targets


def test_description_of_the_package_names_what_is_there() -> None:
    stated = json.loads((PACKAGE / "package.json").read_text("utf-8"))
    assert stated["unity"] == "2021.3"
    assert f"[{stated['version']}]" in (PACKAGE / "CHANGELOG.md").read_text("utf-8")
    for sample in stated.get("samples", []):
        assert (PACKAGE / sample["path"]).is_dir(), sample


def test_pictures_of_the_pages_are_those_that_the_product_draws() -> None:
    for name, text in _script("draw_unity_pictures").pictures().items():
        drawn = (PACKAGE / "Documentation~" / "pictures" / name).read_text("utf-8")
        assert drawn == text, "run python tests/csharp/draw_unity_pictures.py"


def test_links_between_the_pages_lead_somewhere() -> None:
    pages = sorted((PACKAGE / "Documentation~").glob("*.md"))
    assert len(pages) > 10
    for page in pages:
        for link in re.findall(r"\]\(([^)#:]+)\)", page.read_text("utf-8")):
            assert (page.parent / link).is_file(), f"{page.name}: {link}"


def test_help_of_every_component_is_a_page() -> None:
    sources = "".join(path.read_text("utf-8") for path in (PACKAGE / "Runtime").rglob("*.cs"))
    pages = re.findall(r'\[KoekataHelp\("([\w-]+)"\)\]', sources)
    assert len(pages) > 5
    for page in pages:
        assert (PACKAGE / "Documentation~" / f"{page}.md").is_file(), page
