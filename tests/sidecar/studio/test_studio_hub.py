"""From the pipeline to the pages: no queue grows, and nothing old is shown."""

from __future__ import annotations

import asyncio

import pytest

from koekata.studio.hub import WINDOW, Client, Hub, TooSlowError


async def take(client: Client) -> bytes:
    return await asyncio.wait_for(client.next(), 5.0)


def test_a_page_that_takes_nothing_has_a_few_messages_and_then_the_newest_only():
    async def play() -> None:
        client = Client()
        for number in range(1000):
            client.offer_frame(0, str(number).encode())
            if number < WINDOW:
                await take(client)
        assert client.waiting == 1
        assert client.skipped == 1000 - WINDOW - 1
        with pytest.raises(asyncio.TimeoutError):
            await asyncio.wait_for(client.next(), 0.05)
        client.taken()
        assert await take(client) == b"999"

    asyncio.run(play())


def test_notes_come_before_frames_and_in_their_order():
    async def play() -> list[bytes]:
        client = Client()
        client.offer_frame(0, b"frame")
        client.offer_note(b"first")
        client.offer_note(b"second")
        return [await take(client) for _ in range(3)]

    assert asyncio.run(play()) == [b"first", b"second", b"frame"]


def test_a_page_that_lets_notes_lie_is_given_up():
    async def play() -> None:
        client = Client()
        for _ in range(WINDOW):
            client.offer_note(b"")
            await take(client)
        for _ in range(1000):
            client.offer_note(b"note")
        assert client.waiting < 1000
        with pytest.raises(TooSlowError):
            await take(client)

    asyncio.run(play())


def test_each_performer_has_a_place_of_its_own():
    async def play() -> set[bytes]:
        hub, client = Hub(), Client()
        hub.attach(asyncio.get_running_loop())
        hub.clients.add(client)
        for number in range(10):
            hub.post_frame(0, b"a%d" % number)
            hub.post_frame(1, b"b%d" % number)
        return {await take(client), await take(client)}

    assert asyncio.run(play()) == {b"a9", b"b9"}
