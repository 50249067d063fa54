"""The decoder against arbitrary bytes."""

from __future__ import annotations

import contextlib
from collections.abc import Callable

import msgpack
from hypothesis import given, settings
from hypothesis import strategies as st

from koekata.errors import StreamError
from koekata.frames import SolvedFace
from koekata.publish.wire import Messages
from koekata.receive import FrameMessage, decode

ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**63 - 1) | st.floats() | st.text(max_size=8) | st.binary(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=8,
)


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=200))
def test_arbitrary_bytes_are_refused_and_nothing_else_happens(payload: bytes) -> None:
    with contextlib.suppress(StreamError):
        decode(payload)


def test_any_value_under_any_key_of_a_frame_is_taken_or_refused(make_face: Callable[..., SolvedFace]) -> None:
    messages, face = Messages(), make_face()
    messages.needs_layout(face)
    frame = msgpack.unpackb(messages.frame(face, 1))

    @settings(max_examples=300, deadline=None)
    @given(st.sampled_from(sorted(frame)), ANYTHING)
    def check(key: str, value: object) -> None:
        with contextlib.suppress(StreamError):
            decode(msgpack.packb({**frame, key: value}))

    check()


def test_any_cut_or_flipped_bit_of_a_frame_is_taken_or_refused(make_face: Callable[..., SolvedFace]) -> None:
    messages, face = Messages(), make_face()
    messages.needs_layout(face)
    payload = messages.frame(face, 1)
    assert isinstance(decode(payload), FrameMessage)

    @settings(max_examples=300, deadline=None)
    @given(st.integers(0, len(payload) - 1), st.integers(0, 7), st.integers(1, len(payload)))
    def check(at: int, bit: int, length: int) -> None:
        damaged = bytearray(payload)
        damaged[at] ^= 1 << bit
        with contextlib.suppress(StreamError):
            decode(bytes(damaged[:length]))

    check()
