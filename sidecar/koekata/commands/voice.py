"""`koekata voice`: calibrate the viseme network to a voice, and manage what is stored."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from rich.console import Console

from koekata.audio.adapt.calibrate import Calibration, Plan, calibrate
from koekata.audio.adapt.pieces import Take
from koekata.audio.adapt.profile import VoiceProfile, list_voices, read_voice, remove_voice, save_voice
from koekata.audio.adapt.recording import check_recording, read_recording
from koekata.audio.adapt.script import load_script, read_script, readings
from koekata.audio.adapt.shipped import open_shipped
from koekata.audio.microphones import list_microphones
from koekata.commands._session import calibrations
from koekata.commands.voice_progress import Progress
from koekata.commands.voice_reading import read_aloud

__all__ = ["Wishes", "calibrate_voice", "microphones", "remove", "script", "show", "show_all"]


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the command line says of a calibration."""

    language: str
    microphone: str = ""
    file: Path | None = None
    script: Path | None = None


def calibrate_voice(name: str, wishes: Wishes, console: Console, plan: Plan | None = None) -> int:
    """Hear the script, learn the voice and store it. Returns 0, or 1 where the voice is heard no better afterwards."""
    sentences = read_script(wishes.script, wishes.language) if wishes.script else load_script(wishes.language)
    shipped = open_shipped()
    if wishes.file:
        samples = read_recording(wishes.file)
        check_recording(str(wishes.file), samples)
        takes = [Take(samples, sentences)]
    else:
        takes = read_aloud(sentences, wishes.microphone, console)
    with Progress(console) as progress:
        calibration = calibrate(shipped, takes, progress.told, plan)
    _report(calibration, console)
    if not calibration.gained:
        console.print(
            "The voice is not heard better than before; nothing was stored. The network knows such voices already, or "
            "the recording is noisy: read again, closer to the microphone, if the mouth follows badly.",
            style="yellow",
        )
        return 1
    path = save_voice(calibrations(), name, wishes.language, shipped, calibration)
    console.print(f"{path}: stored")
    console.print(f"Use it with `koekata run --voice {name}`.")
    return 0


def show_all(console: Console) -> None:
    """A line for each stored voice."""
    names = list_voices(calibrations())
    for name in names:
        show(name, console)
    if not names:
        console.print(f"No voice is stored in {calibrations()}. Make one with `koekata voice calibrate --name NAME`.")


def show(name: str, console: Console) -> None:
    """When and from what it was made, and what it gained. Raises ConfigError, ModelError."""
    console.print(_line(read_voice(calibrations(), name)))


def remove(name: str, console: Console) -> None:
    """Delete it. Raises ConfigError where there is none of that name."""
    console.print(f"{remove_voice(calibrations(), name)}: removed")


def microphones(console: Console) -> None:
    """A line for each. Raises SoundMissingError where PortAudio is not installed."""
    found = list_microphones()
    for each in found:
        chosen = ", default" if each.default else ""
        console.print(f"{each.index}: {each.name} ({each.system}, {each.rate:.0f} Hz{chosen})")
    if not found:
        console.print("No microphone is connected. `koekata voice calibrate FILE --name NAME` takes a recording.")


def script(language: str, console: Console) -> None:
    """The script as it can be edited and given to `--text`. Raises ConfigError for an unknown language."""
    for text, reading in readings(language):
        console.print(f"{text} | {reading}", soft_wrap=True)


def _report(calibration: Calibration, console: Console) -> None:
    before, after, fit = calibration.before, calibration.after, calibration.fit
    console.print(f"{calibration.seconds:.0f} s heard; {fit.share:.0%} of the words of the script were found")
    console.print(
        f"on speech that was kept out: viseme right {before.viseme:.0%} -> {after.viseme:.0%}, "
        f"vowel {before.vowel:.0%} -> {after.vowel:.0%}"
    )


def _line(profile: VoiceProfile) -> str:
    before, after = profile.before, profile.after
    return (
        f"{profile.name}: made {profile.created} from {profile.seconds:.0f} s in '{profile.language}' for edition "
        f"{profile.edition} of the network; viseme right {before.viseme:.0%} -> {after.viseme:.0%}, vowel "
        f"{before.vowel:.0%} -> {after.vowel:.0%}"
    )
