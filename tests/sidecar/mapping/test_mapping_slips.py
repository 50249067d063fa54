"""Broken JSON is told in the words of the slip that broke it."""

from __future__ import annotations

import pytest

from koekata.errors import MappingError
from koekata.mapping import load_text

ROW = '{"id": "a", "from": "jawOpen", "to": "x"'


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (f'{{"version": 1, "rows": [\n{ROW}}}\n{{"id": "b"}}]}}', "Is a comma missing at the end of line 2?"),
        ('{"version": 1, // the first\n"rows": []}', "JSON has no comments"),
        (f'{{"version": 1, "rows": [{ROW}, "gain": 0,8}}]}}', "Numbers have a point: 0.8."),
        (f'{{"version": 1, "rows": [{ROW}}},]}}', 'there is a comma before "]"'),
        ('{"version": 1, "name": "a",}', "Remove the comma after the last entry."),
        ('{"version": 1, name: "a"}', 'a property\'s name in quotes is expected, not "n"'),
    ],
)
def test_a_slip_of_the_pen_is_named(text: str, said: str) -> None:
    with pytest.raises(MappingError) as caught:
        load_text(text)
    [fault] = caught.value.faults
    assert fault.code == "syntax"
    assert said in f"{fault.message}\n{fault.remedy}"
