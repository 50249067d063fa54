"""The table is chosen by what a model has."""

from __future__ import annotations

from pathlib import Path

import pytest

from koekata.character import presets
from koekata.errors import ConfigError
from koekata.mapping import load_table
from koekata.studio.fitting import Shapes, fits
from koekata.studio.models import find_models


def shapes_of(table: str, kind: str) -> Shapes:
    names = [str(dict(target.address).get("name", target.id)) for target in load_table(presets()[table]).targets]
    return Shapes.of({kind: names})


@pytest.mark.parametrize(
    ("table", "kind"),
    [
        ("vrm1", "expressions"),
        ("vrm0", "expressions"),
        ("arkit-perfect-sync", "morphs"),
        ("vroid", "morphs"),
        ("mmd", "morphs"),
    ],
)
def test_a_model_with_the_shapes_of_a_table_gets_that_table(table, kind):
    best, *_ = fits(shapes_of(table, kind), presets())
    assert best.table == table
    assert best.found > 0


def test_a_model_without_shapes_fits_nothing():
    assert {fit.found for fit in fits(Shapes.of({}), presets())} == {0}


def test_a_character_that_comes_along_is_asked_for_by_its_name():
    for file in find_models():
        assert next(iter(find_models(Path(file).stem))) == file
    assert len(find_models()) > 1


def test_a_model_that_is_not_there_is_told_with_those_that_are():
    with pytest.raises(ConfigError, match="nobody") as caught:
        find_models("nobody")
    assert all(Path(file).stem in caught.value.remedy for file in find_models())
