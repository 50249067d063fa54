from __future__ import annotations

import pytest

from koekata.capture.timecode import Timecode


@pytest.mark.parametrize(
    ("start", "fps", "seconds", "expected"),
    [
        ("00:00:00:00", 24.0, 1.0, "00:00:01:00"),
        ("23:59:59:24", 25.0, 0.04, "00:00:00:00"),
        ("10:00:00:00", 23.976, 1001 / 1000, "10:00:01:00"),
        # Ten minutes of drop-frame timecode are 17,982 pictures.
        ("00:00:00;00", 30000 / 1001, 17982 * 1001 / 30000, "00:10:00;00"),
        ("00:08:59;29", 30000 / 1001, 1001 / 30000, "00:09:00;02"),
        ("00:09:59;29", 30000 / 1001, 1001 / 30000, "00:10:00;00"),
        ("00:00:59;59", 60000 / 1001, 1001 / 60000, "00:01:00;04"),
        ("01:00:00;00", 30000 / 1001, 0.0, "01:00:00;00"),
    ],
)
def test_labels_follow_the_standard(start, fps, seconds, expected):
    timecode = Timecode.parse(start, fps)
    assert timecode is not None
    assert timecode.at(seconds) == expected


@pytest.mark.parametrize("text", [None, "", "noon", "1:2:3:4", "01:00:00"])
def test_what_is_no_timecode_is_none(text):
    assert Timecode.parse(text, 25.0) is None


def test_every_drop_frame_label_of_an_hour_is_unique_and_legal():
    timecode = Timecode.parse("00:00:00;00", 30000 / 1001)
    assert timecode is not None
    labels = [timecode.at(number * 1001 / 30000) for number in range(107892)]
    assert len(set(labels)) == len(labels)
    assert labels[-1] == "00:59:59;29"
    illegal = [label for label in labels if label.endswith((":00;00", ":00;01")) and label[4] != "0"]
    assert illegal == []
