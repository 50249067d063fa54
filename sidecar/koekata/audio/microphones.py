"""Which microphones there are."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from types import ModuleType

from koekata.errors import SoundMissingError

__all__ = ["MicrophoneInfo", "find_microphone", "list_microphones", "portaudio"]


@dataclass(frozen=True, slots=True)
class MicrophoneInfo:
    """An input that PortAudio knows."""

    index: int
    """As PortAudio counts it; changes when devices come and go."""
    name: str
    system: str
    """The sound system through which it is reached, such as WASAPI. One device may be listed under several."""
    channels: int
    rate: float
    """Samples a second that it prefers."""
    default: bool


def portaudio() -> ModuleType:
    """The module sounddevice. Raises SoundMissingError where PortAudio is not installed."""
    try:
        import sounddevice
    except OSError as error:
        raise SoundMissingError(
            "PortAudio is missing, through which microphones are heard",
            remedy="On Debian and Ubuntu: sudo apt install libportaudio2. Without it, sound comes from files only.",
        ) from error
    module: ModuleType = sounddevice
    return module


def list_microphones() -> list[MicrophoneInfo]:
    """Every input, lowest index first. Raises SoundMissingError where PortAudio is not installed."""
    sound = portaudio()
    systems = [system["name"] for system in sound.query_hostapis()]
    chosen = sound.default.device[0]
    if chosen is None or chosen < 0:
        chosen = next((api["default_input_device"] for api in sound.query_hostapis()), -1)
    return [
        MicrophoneInfo(
            index,
            device["name"],
            systems[device["hostapi"]],
            device["max_input_channels"],
            device["default_samplerate"],
            index == chosen,
        )
        for index, device in enumerate(sound.query_devices())
        if device["max_input_channels"] > 0
    ]


def find_microphone(wanted: str, known: list[MicrophoneInfo]) -> MicrophoneInfo:
    """The microphone with this index, name or part of a name; empty or `default` is the system's choice.

    Where one device is listed under several sound systems, the one with the least delay is taken.
    Raises SoundMissingError that lists all.
    """
    if wanted in ("", "default"):
        matches = [each for each in known if each.default] or known[:1]
    elif wanted.isascii() and wanted.isdigit():
        matches = [each for each in known if each.index == int(wanted)]
    else:
        matches = [each for each in known if wanted.casefold() in each.name.casefold()]
        matches = [each for each in matches if each.name.casefold() == wanted.casefold()] or matches
    if matches and len({each.name for each in matches}) == 1:
        return min(matches, key=_delay_rank)
    raise _no_such_microphone(wanted, matches, known)


def _delay_rank(microphone: MicrophoneInfo) -> int:
    quickest = ("Windows WASAPI", "Core Audio", "ALSA", "JACK Audio Connection Kit", "Windows DirectSound")
    return quickest.index(microphone.system) if microphone.system in quickest else len(quickest)


def _no_such_microphone(wanted: str, matches: list[MicrophoneInfo], known: list[MicrophoneInfo]) -> SoundMissingError:
    listing = "; ".join(f"{each.index}: {each.name}" for each in matches or known)
    if matches:
        return SoundMissingError(
            f"`{wanted}` fits several microphones: {listing}", remedy="Give the index, or more of the name."
        )
    if known:
        return SoundMissingError(f"there is no microphone `{wanted}`", remedy=f"These exist: {listing}.")
    rights = {
        "darwin": "Allow the microphone in System Settings, Privacy & Security.",
        "win32": "Allow desktop apps to use the microphone in the privacy settings.",
    }.get(sys.platform, "Check that the sound server runs (`pactl list short sources`).")
    return SoundMissingError("no microphone is connected", remedy=f"Connect one, or name a sound file. {rights}")
