from __future__ import annotations

import random
import threading
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest

from koekata.capture import open_source
from koekata.config import CaptureConfig
from koekata.errors import SourceNotFoundError, SourceUnreadableError

ENCODINGS = [
    ("a.mp4", "libx264", "yuv420p"),
    ("a.avi", "mpeg4", "yuv420p"),
    ("a.webm", "libvpx-vp9", "yuv420p"),
    ("a.mov", "prores_ks", "yuv422p10le"),
    ("a.mkv", "ffv1", "bgra"),
    ("jpeg.avi", "mjpeg", "yuvj420p"),
    ("a.ts", "mpeg2video", "yuv420p"),
    ("a.h264", "libx264", "yuv420p"),
    ("deep.mov", "png", "rgb48be"),
    ("alpha.mov", "png", "rgba"),
    ("a.gif", "gif", "rgb8"),
]


@pytest.mark.parametrize(("name", "codec", "pixels"), ENCODINGS, ids=[f"{n}-{c}-{p}" for n, c, p in ENCODINGS])
def test_every_frame_arrives_in_order_whatever_the_codec(encode, read_offline, name, codec, pixels):
    result = read_offline(encode(name, codec, pixels))
    assert result.states == ["running", "ended"]
    assert [frame.time.sequence for frame in result.frames] == list(range(1, 13))
    assert result.times == pytest.approx([number / 25 for number in range(12)], abs=1e-3)
    assert all(frame.dropped == 0 for frame in result.frames)
    image = result.frames[0].image
    assert image.shape == (48, 64, 3)
    assert image.dtype == np.uint8
    assert image.flags.c_contiguous
    assert [result.corner(y, x) for y in (0, -1) for x in (0, -1)] == [
        (True, True),
        (False, True),
        (True, False),
        (False, False),
    ]


def test_colours_survive_a_lossless_codec_exactly(encode, read_offline, picture_of):
    result = read_offline(encode("a.mkv", "ffv1", "bgra"))
    for number, frame in enumerate(result.frames):
        np.testing.assert_array_equal(frame.image, picture_of(number))


def test_grey_becomes_three_equal_channels(encode, read_offline):
    image = read_offline(encode("grey.mkv", "ffv1", "gray16le")).frames[0].image
    assert image.shape == (48, 64, 3)
    assert (image == image[:, :, :1]).all()


def test_odd_sizes_keep_every_row_and_column(encode, read_offline, picture_of):
    image = read_offline(encode("odd.mkv", "ffv1", "bgra", size=(63, 47))).frames[0].image
    np.testing.assert_array_equal(image, picture_of(0, 63, 47))


def test_variable_frame_rate_keeps_its_own_times(encode, read_offline):
    stamps = [0, 1, 2, 10, 11, 30]
    path = encode("vfr.mkv", rate=30, count=6, stamps=stamps)
    assert read_offline(path).times == pytest.approx([stamp / 30 for stamp in stamps], abs=2e-3)


def test_the_time_line_starts_at_zero_even_when_the_stamps_do_not(encode, read_offline):
    path = encode("late.mkv", count=4, stamps=[250, 251, 252, 253])
    assert read_offline(path).times == pytest.approx([0.0, 0.04, 0.08, 0.12], abs=1e-3)


@pytest.mark.parametrize(
    ("degrees", "flipped", "red_corners"),
    [
        # The red half is on the left as stored. A positive angle turns counter-clockwise.
        (90, False, {(-1, 0), (-1, -1)}),
        (-90, False, {(0, 0), (0, -1)}),
        (180, False, {(0, -1), (-1, -1)}),
        (0, True, {(0, -1), (-1, -1)}),
    ],
)
def test_phone_footage_is_turned_upright(encode, read_offline, degrees, flipped, red_corners):
    path = encode("phone.mp4", setup=lambda stream: stream.set_display_rotation(degrees, hflip=flipped))
    result = read_offline(path)
    assert result.frames[0].image.shape == ((64, 48, 3) if abs(degrees) == 90 else (48, 64, 3))
    assert {(y, x) for y in (0, -1) for x in (0, -1) if result.corner(y, x)[0]} == red_corners
    assert result.frames[0].image.flags.c_contiguous


def test_pixels_that_are_not_square_are_stretched(encode, read_offline):
    def anamorphic(stream):
        stream.codec_context.sample_aspect_ratio = Fraction(4, 3)

    assert read_offline(encode("hdv.mp4", setup=anamorphic)).frames[0].image.shape == (48, 85, 3)


def test_a_mirror_image_is_turned_back_left_is_left(encode, read_offline):
    path = encode("a.mkv", "ffv1", "bgra")
    plain, turned = read_offline(path), read_offline(path, mirrored=True)
    assert plain.corner(0, 0) == (True, True)
    assert turned.corner(0, 0) == (False, True)
    assert turned.corner(0, -1) == (True, True)
    np.testing.assert_array_equal(turned.frames[3].image, plain.frames[3].image[:, ::-1])
    assert turned.frames[0].image.flags.c_contiguous


def test_timecode_follows_the_container(encode, read_offline):
    path = encode("a.mov", "prores_ks", "yuv422p10le", rate=30, count=4, metadata={"timecode": "01:00:59:28"})
    labels = [frame.time.timecode for frame in read_offline(path).frames]
    assert labels == ["01:00:59:28", "01:00:59:29", "01:01:00:00", "01:01:00:01"]


def test_drop_frame_timecode_leaves_out_two_labels_a_minute(encode, read_offline):
    path = encode(
        "a.mov", "prores_ks", "yuv422p10le", rate=Fraction(30000, 1001), count=3, metadata={"timecode": "01:00:59;28"}
    )
    labels = [frame.time.timecode for frame in read_offline(path).frames]
    assert labels == ["01:00:59;28", "01:00:59;29", "01:01:00;02"]


def test_without_a_timecode_there_is_none(encode, read_offline):
    assert {frame.time.timecode for frame in read_offline(encode("a.mp4")).frames} == {None}


def test_the_source_describes_itself(encode):
    path = encode("a.mp4")
    with open_source(CaptureConfig(source=str(path)), live=False) as source:
        assert source.fps == 25
        assert source.frame_count == 12
        assert "a.mp4 (64x48, 25 fps, h264)" in source.description


def test_shared_footage_gives_as_many_frames_as_it_has_packets(shared_dir: Path, read_offline):
    path = shared_dir / "footage" / "lp_d18.mp4"
    if not path.exists():
        pytest.skip("this footage is not here")
    with av.open(str(path)) as container:
        packets = sum(1 for packet in container.demux(video=0) if packet.size)
    result = read_offline(path)
    assert len(result.frames) == packets > 100
    assert result.states == ["running", "ended"]
    assert "truncated" not in result.events[-1].detail


def test_a_truncated_file_delivers_what_it_has_and_says_so(encode, read_offline):
    path = encode("a.mp4", count=60, options={"movflags": "faststart"})
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * 0.8)])
    result = read_offline(path)
    assert 0 < len(result.frames) < 60
    assert result.states == ["running", "ended"]
    assert f"truncated after {len(result.frames)} frames" in result.events[-1].detail


def test_a_truncated_matroska_file_is_noticed_by_its_duration(encode, read_offline):
    path = encode("a.mkv", count=100)
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    assert "truncated after" in read_offline(path).events[-1].detail


def test_damaged_pictures_in_the_middle_are_counted(encode, read_offline):
    path = encode("a.avi", "png", "rgb24", count=20)
    data = bytearray(path.read_bytes())
    starts = [at for at in range(len(data) - 8) if data[at : at + 8] == b"\x89PNG\r\n\x1a\n"]
    dice = random.Random(1)
    for start in starts[5:8]:
        # The header of the image, behind the signature by which FFmpeg finds its beginning.
        data[start + 16 : start + 33] = dice.randbytes(17)
    path.write_bytes(data)
    result = read_offline(path)
    assert len(result.frames) == 17
    assert sum(frame.dropped for frame in result.frames) == 3
    assert result.frames[-1].time.sequence == 20
    assert "3 of the pictures could not be decoded" in result.events[-1].detail


def test_a_file_cut_off_before_its_index_is_refused(encode):
    path = encode("a.mp4")
    path.write_bytes(path.read_bytes()[:600])
    with pytest.raises(SourceUnreadableError, match="index is missing") as caught:
        open_source(CaptureConfig(source=str(path)), live=False)
    assert caught.value.remedy


def test_a_file_with_an_index_and_no_picture_is_refused(encode, read_offline):
    path = encode("a.mp4", options={"movflags": "faststart"})
    data = path.read_bytes()
    path.write_bytes(data[: data.index(b"mdat") + 4])
    with pytest.raises(SourceUnreadableError, match="not one picture"):
        read_offline(path)


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("empty.mp4", b"", "0 bytes"),
        ("text.mp4", b"this is a text\n" * 100, "no video"),
        ("notes.txt", b"this is a text\n" * 100, "only text"),
    ],
)
def test_what_is_no_video_is_refused(tmp_path, name, content, message):
    (tmp_path / name).write_bytes(content)
    with pytest.raises(SourceUnreadableError, match=message) as caught:
        open_source(CaptureConfig(source=str(tmp_path / name)), live=False)
    assert caught.value.remedy


def test_sound_without_picture_is_refused(tmp_path):
    path = tmp_path / "voice.wav"
    with av.open(str(path), "w") as container:
        stream = container.add_stream("pcm_s16le", rate=48000, layout="mono")
        frame = av.AudioFrame.from_ndarray(np.zeros((1, 1024), np.int16), format="s16", layout="mono")
        frame.rate = 48000
        container.mux(stream.encode(frame))
    with pytest.raises(SourceUnreadableError, match="only audio"):
        open_source(CaptureConfig(source=str(path)), live=False)


def test_an_unknown_codec_is_named(encode):
    path = encode("a.mp4")
    path.write_bytes(path.read_bytes().replace(b"avc1\0", b"zzzz\0"))
    with pytest.raises(SourceUnreadableError, match="no decoder for its codec `zzzz`"):
        open_source(CaptureConfig(source=str(path)), live=False)


def test_a_wrong_path_suggests_the_nearest_name(encode):
    path = encode("interview.mp4")
    with pytest.raises(SourceNotFoundError) as caught:
        open_source(CaptureConfig(source=str(path.with_name("intervew.mp4"))), live=False)
    assert f"Did you mean {path}?" in caught.value.remedy


def test_a_wrong_folder_is_named(tmp_path):
    with pytest.raises(SourceNotFoundError, match="there is no folder"):
        open_source(CaptureConfig(source=str(tmp_path / "nowhere" / "a.mp4")), live=False)


def test_closing_from_another_thread_ends_a_slow_consumer(encode):
    path = encode("a.mp4", count=50)
    with open_source(CaptureConfig(source=str(path)), live=False) as source:
        next(source)
        closer = threading.Thread(target=source.close)
        closer.start()
        closer.join()
        assert list(source) == []
    assert "koekata-capture" not in {thread.name for thread in threading.enumerate()}


def test_ctrl_c_in_the_consumer_leaves_no_thread_behind(encode):
    path = encode("a.mp4", count=50)

    def consume() -> None:
        with open_source(CaptureConfig(source=str(path)), live=True) as source:
            for _ in source:
                raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        consume()
    assert "koekata-capture" not in {thread.name for thread in threading.enumerate()}


def test_a_source_that_is_never_read_can_be_left(encode):
    with open_source(CaptureConfig(source=str(encode("a.mp4"))), live=True) as source:
        pass
    assert list(source) == []
