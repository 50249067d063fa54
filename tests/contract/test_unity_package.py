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
UNITY_CLASS = re.compile("class \\w+ : (MonoBehaviour|ScriptableObject|PlayableAsset|TrackAsset|KoekataExpressions)")
# In a class of a namespace: eight spaces, attributes (in a line of their own or not), no bracket before the value.
FIELD = r"^ {8}((?:\[.*\]\s+)*)([A-Za-z][\w<>\[\]., ]* \w+(?: =[^;]*)?(?:, \w+)*;)$"


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


def test_what_a_component_only_remembers_does_not_outlive_a_reload_of_the_scripts() -> None:
    """Unity carries private fields over a reload, and those of types that it cannot store come back empty.

    A cache of which one half comes back is taken for a whole one. Entering play mode is such a reload, for assets too:
    https://docs.unity3d.com/Manual/ConfigurableEnterPlayModeDetails.html
    """
    sources = [*(PACKAGE / "Runtime").rglob("*.cs"), *(PACKAGE / "Samples~").rglob("*.cs")]
    texts = {path.name: path.read_text("utf-8") for path in sources}
    kept = {name: _private_fields(text) for name, text in texts.items() if UNITY_CLASS.search(text)}
    assert {"KoekataFace.cs", "KoekataMapping.cs", "KoekataClip.cs"} <= set(kept)
    assert any(fields for fields in kept.values())
    for name, fields in kept.items():
        for attributes, field in fields:
            assert re.search("SerializeField|NonSerialized", attributes), f"{name}: mark it [NonSerialized]: {field}"


def _private_fields(text: str) -> list[tuple[str, str]]:
    """The attributes of each field that is neither public nor readonly, and the field."""
    return [
        (attributes, field)
        for attributes, field in re.findall(FIELD, text, re.MULTILINE)
        if not re.match("public|internal|protected|readonly|static|const|using|return", field)
    ]
