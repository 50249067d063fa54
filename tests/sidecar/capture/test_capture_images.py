from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest
from PIL import Image

from koekata.capture import open_source
from koekata.config import CaptureConfig
from koekata.errors import SourceNotFoundError, SourceUnreadableError


@pytest.fixture
def folder(tmp_path: Path, picture_of) -> Path:
    for number in (1, 2, 10, 11):
        Image.fromarray(picture_of(number)).save(tmp_path / f"shot_{number}.png")
    return tmp_path


def blue_levels(result) -> list[int]:
    return [int(frame.image[0, 0, 2]) // 4 for frame in result.frames]


def test_a_folder_is_read_in_natural_order(folder, read_offline):
    result = read_offline(folder)
    assert blue_levels(result) == [1, 2, 10, 11]
    assert result.times == pytest.approx([0, 1 / 30, 2 / 30, 3 / 30])
    assert result.states == ["running", "ended"]


def test_the_rate_of_images_comes_from_the_configuration(folder, read_offline):
    assert read_offline(folder, fps=12.0).times == pytest.approx([0, 1 / 12, 2 / 12, 3 / 12])


@pytest.mark.parametrize(
    ("pattern", "numbers"),
    [
        ("shot_*.png", [1, 2, 10, 11]),
        ("shot_?.png", [1, 2]),
        ("shot_1[01].png", [10, 11]),
        ("shot_%d.png", [1, 2, 10, 11]),
        ("shot_%02d.png", [10, 11]),
        ("shot_2.png", [2]),
    ],
)
def test_patterns_select_images(folder, read_offline, pattern, numbers):
    assert blue_levels(read_offline(folder / pattern)) == numbers


@pytest.mark.parametrize("suffix", ["png", "jpg", "bmp", "tif", "tga", "webp", "ppm"])
def test_image_formats_give_upright_rgb(tmp_path, picture_of, read_offline, suffix):
    Image.fromarray(picture_of(3)).save(tmp_path / f"a%b.{suffix}")
    result = read_offline(tmp_path / f"a%b.{suffix}")
    assert result.frames[0].image.shape == (48, 64, 3)
    assert result.corner(0, 0) == (True, True)
    assert result.corner(-1, -1) == (False, False)


@pytest.mark.parametrize("mode", ["L", "LA", "RGBA", "P", "I;16", "1"])
def test_grey_alpha_palette_and_16_bit_images_become_rgb(tmp_path, read_offline, mode):
    if mode == "I;16":
        image = Image.fromarray(np.full((21, 31), 40000, np.uint16))
    else:
        image = Image.new("RGB", (31, 21), (255, 255, 255)).convert(mode)
    image.save(tmp_path / "a.png")
    pixels = read_offline(tmp_path).frames[0].image
    assert pixels.shape == (21, 31, 3)
    assert pixels.dtype == np.uint8
    assert pixels.min() > 100


def test_the_orientation_of_a_photo_is_applied(tmp_path, picture_of, read_offline):
    exif = Image.Exif()
    exif[0x0112] = 6
    Image.fromarray(picture_of(0)).save(tmp_path / "photo.jpg", exif=exif, quality=95)
    result = read_offline(tmp_path / "photo.jpg")
    # Orientation 6 turns clockwise: what is stored on the left is shown at the top.
    assert result.frames[0].image.shape == (64, 48, 3)
    assert [result.corner(0, 0)[0], result.corner(0, -1)[0], result.corner(-1, 0)[0]] == [True, True, False]


def test_images_of_another_program_are_read_alike(tmp_path, picture_of, read_offline):
    cv2.imwrite(str(tmp_path / "a.png"), cv2.cvtColor(picture_of(5), cv2.COLOR_RGB2BGR))
    np.testing.assert_array_equal(read_offline(tmp_path).frames[0].image, picture_of(5))


def test_a_damaged_image_keeps_its_place_and_is_counted(folder, read_offline):
    (folder / "shot_2.png").write_bytes(b"not an image")
    result = read_offline(folder)
    assert blue_levels(result) == [1, 10, 11]
    assert [frame.time.sequence for frame in result.frames] == [1, 3, 4]
    assert [frame.dropped for frame in result.frames] == [0, 1, 0]
    assert result.times == pytest.approx([0, 2 / 30, 3 / 30])
    assert "1 of the pictures could not be decoded" in result.events[-1].detail


def test_only_damaged_images_are_an_error(tmp_path, read_offline):
    (tmp_path / "a.png").write_bytes(b"not an image")
    with pytest.raises(SourceUnreadableError, match="not one picture"):
        read_offline(tmp_path)


def test_a_folder_without_images_is_an_error(tmp_path):
    (tmp_path / "notes.txt").write_text("no image")
    with pytest.raises(SourceNotFoundError, match="no images in this folder") as caught:
        open_source(CaptureConfig(source=str(tmp_path)), live=False)
    assert caught.value.remedy


def test_a_pattern_that_fits_nothing_says_what_is_there(folder):
    with pytest.raises(SourceNotFoundError) as caught:
        open_source(CaptureConfig(source=str(folder / "take_%04d.png")), live=False)
    assert "shot_1.png to shot_11.png" in caught.value.remedy


def test_an_empty_image_file_is_an_error(tmp_path):
    (tmp_path / "a.png").touch()
    with pytest.raises(SourceUnreadableError, match="0 bytes"):
        open_source(CaptureConfig(source=str(tmp_path / "a.png")), live=False)
