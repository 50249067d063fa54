"""Phones of every notation become visemes at the right time."""

from __future__ import annotations

import numpy as np
import pytest

from koekata.audio.phones import Segment, load_phones

PHONES = load_phones()


def spoken(notation: str, *symbols: str) -> list[str]:
    timed = [(0.1 * i, 0.1 * (i + 1), symbol) for i, symbol in enumerate(symbols)]
    return [segment.phone for segment in PHONES.segments(notation, timed)]


def test_every_symbol_of_every_notation_is_a_known_phone() -> None:
    placed_later = {"closure"}
    for table in PHONES.notations.values():
        for parts in table.values():
            assert {phone for phone, _ in parts} <= {*PHONES.names, *placed_later}
            assert sum(share for _, share in parts) == pytest.approx(1.0)


def test_the_visemes_are_the_oculus_ones_in_their_order() -> None:
    assert " ".join(PHONES.visemes) == "sil PP FF TH DD kk CH SS nn RR aa E ih oh ou"
    assert PHONES.vowels == ("A", "I", "U", "E", "O", "N")


def test_lips_close_for_p_b_and_m_in_every_notation() -> None:
    for notation in ("arpabet", "openjtalk", "ipa", "festival-italian", "festival-finnish"):
        visemes = {PHONES.visemes[PHONES.viseme_of[PHONES.names.index(phone)]] for phone in spoken(notation, *"pbm")}
        assert visemes == {"PP"}


def test_a_diphthong_takes_its_share_of_time() -> None:
    first, second = PHONES.segments("arpabet", [(1.0, 2.0, "ay")])
    assert (first.phone, second.phone) == ("a", "ɪ")
    assert first.end_s == second.start_s == pytest.approx(1.6)


def test_a_japanese_nasal_closes_the_lips_before_p_b_and_m_only() -> None:
    assert spoken("openjtalk", "k", "a", "N", "p", "a", "i") == ["k", "a", "m", "p", "a", "i"]
    assert spoken("openjtalk", "k", "a", "N", "k", "i") == ["k", "a", "N", "k", "i"]


def test_a_double_consonant_is_held_where_it_is_released() -> None:
    assert spoken("openjtalk", "i", "cl", "p", "a", "i") == ["i", "p", "p", "a", "i"]
    assert spoken("openjtalk", "i", "cl", "k", "a", "i") == ["i", "k", "k", "a", "i"]


def test_marks_that_are_no_phones_prolong_what_came_before() -> None:
    made = PHONES.segments("ipa", [(0.0, 0.1, "a"), (0.1, 0.2, "ː"), (0.2, 0.3, "sil")])
    assert made == [Segment(0.0, 0.2, "a"), Segment(0.2, pytest.approx(0.3), "sil")]


def test_symbol_that_no_notation_knows_is_refused_and_not_taken_for_what_came_before() -> None:
    with pytest.raises(ValueError, match="'§'"):
        PHONES.segments("ipa", [(0.0, 0.1, "m"), (0.1, 0.2, "§")])


@pytest.mark.parametrize(("symbol", "phone"), [("iy", "i"), ("uw", "u"), ("T", "t"), ("D", "d"), ("@", "a")])
def test_long_vowels_and_retroflex_stops_of_hindi_and_telugu_are_known(symbol: str, phone: str) -> None:
    assert spoken("festival-indic", "m", symbol) == ["m", phone]


def test_frames_are_labelled_at_their_centres_and_silent_elsewhere() -> None:
    labels = PHONES.frames([Segment(0.015, 0.045, "m")], 7, 0.01)
    m = PHONES.names.index("m")
    np.testing.assert_array_equal(labels, [0, 0, m, m, m, 0, 0])
