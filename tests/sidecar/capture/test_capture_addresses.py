from __future__ import annotations

import pytest

from koekata.capture.addresses import SourceKind, recognise, without_password
from koekata.errors import SourceNotFoundError


@pytest.mark.parametrize(
    ("source", "kind", "value"),
    [
        ("0", SourceKind.CAMERA, "0"),
        (" 12 ", SourceKind.CAMERA, "12"),
        ("/dev/video3", SourceKind.CAMERA, "3"),
        ("C920", SourceKind.CAMERA, "C920"),
        ("OBS Virtual Camera", SourceKind.CAMERA, "OBS Virtual Camera"),
        ("-", SourceKind.PIPE, ""),
        ("-:640x480:rgb24:30", SourceKind.PIPE, "640x480:rgb24:30"),
        ("rtsp://10.0.0.5/main", SourceKind.NETWORK, "rtsp://10.0.0.5/main"),
        ("HTTP://host:8080/video", SourceKind.NETWORK, "HTTP://host:8080/video"),
        ("no/such/file", SourceKind.FILE, "no/such/file"),
        ("missing.mp4", SourceKind.FILE, "missing.mp4"),
        ("frames/%04d.png", SourceKind.IMAGES, "frames/%04d.png"),
        ("frames/*.jpg", SourceKind.IMAGES, "frames/*.jpg"),
    ],
)
def test_the_source_string_says_what_it_is(source, kind, value):
    address = recognise(source)
    assert (address.kind, address.value) == (kind, value)


def test_what_exists_on_disk_comes_before_patterns_and_names(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "take[1].mov").touch()
    (tmp_path / "C920").mkdir()
    (tmp_path / "face.png").touch()
    assert recognise("take[1].mov").kind is SourceKind.FILE
    assert recognise("C920").kind is SourceKind.IMAGES
    assert recognise("face.png").kind is SourceKind.IMAGES
    assert recognise((tmp_path / "take[1].mov").as_uri()).kind is SourceKind.FILE


@pytest.mark.parametrize("source", ["", "   ", "ftp://host/film.mp4"])
def test_what_can_be_nothing_is_refused_with_a_remedy(source):
    with pytest.raises(SourceNotFoundError) as caught:
        recognise(source)
    assert caught.value.remedy


def test_passwords_are_removed_from_addresses():
    assert without_password("rtsp://anna:pa:ss@host:554/a@b") == "rtsp://host:554/a@b"
