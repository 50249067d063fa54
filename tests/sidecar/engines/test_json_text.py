"""Edits of JSON change what was asked for, and no other sign."""

from __future__ import annotations

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from koekata.engines.json_text import add_element, add_member, elements, members, replace_value

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | st.floats(-5, 5) | st.text(max_size=6),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=8,
)
# A busy machine is no fault of the text.
PATIENT = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
INDENTS = st.sampled_from([None, 1, 2, 4, "\t"])


def written(value: object, indent: int | str | None, line_end: str) -> str:
    return json.dumps(value, indent=indent, ensure_ascii=False).replace("\n", line_end)


def is_kept(before: str, after: str) -> bool:
    """Whether a text became another one by putting something in at one place."""
    start = next((at for at, (one, other) in enumerate(zip(before, after, strict=False)) if one != other), len(before))
    return after.startswith(before[:start]) and after.endswith(before[start:])


@PATIENT
@given(st.dictionaries(st.text(min_size=1, max_size=4), VALUES, max_size=4), VALUES, INDENTS)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_a_member_is_put_at_the_end_and_everything_else_stays(line_end, document, value, indent) -> None:
    text = written(document, indent, line_end)
    after = add_member(text, "a new one", value)
    assert json.loads(after) == {**document, "a new one": value}
    assert list(json.loads(after)) == [*document, "a new one"]
    assert is_kept(text, after) or not document  # `{}` becomes lines of its own.


@PATIENT
@given(st.lists(VALUES, max_size=4), VALUES, INDENTS)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_an_element_is_put_at_the_end_of_a_list_within(line_end, listed, value, indent) -> None:
    text = written({"before": [1.50], "listed": listed, "after": "é"}, indent, line_end)
    listing = next(member for member in members(text) if member.key == "listed")
    after = add_element(text, listing, value)
    assert json.loads(after) == {"before": [1.5], "listed": [*listed, value], "after": "é"}
    assert [found.value for found in elements(text, listing.start)] == listed


def test_numbers_line_ends_and_odd_spaces_are_left_as_they_were_written() -> None:
    text = '{\r\n  "a" : 1.50e0 ,\r\n\r\n  "list":[ ],"z":"\\u00e9"\r\n}\r\n'
    listing = members(text)[1]
    assert add_element(text, listing, {"Name": "x"}) == (
        '{\r\n  "a" : 1.50e0 ,\r\n\r\n  "list":[\r\n    {\r\n      "Name": "x"\r\n    }\r\n  ],"z":"\\u00e9"\r\n}\r\n'
    )


def test_a_new_element_is_indented_as_its_neighbours_are() -> None:
    text = '{\n\t"Plugins": [\n\t\t{\n\t\t\t"Name": "A"\n\t\t}\n\t]\n}'
    added = add_element(text, members(text)[0], {"Name": "B"})
    assert added == text.replace("\n\t]", ',\n\t\t{\n\t\t\t"Name": "B"\n\t\t}\n\t]').replace("}\n,", "},")


def test_a_value_is_replaced_where_it_stands() -> None:
    text = '{"a": {"Enabled": false, "b": [1,2]}}'
    inner = members(text, members(text)[0].start)
    assert replace_value(text, inner[0], True) == '{"a": {"Enabled": true, "b": [1,2]}}'
