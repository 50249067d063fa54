"""`koekata models`: files that are downloaded once, each with its licence."""

from __future__ import annotations

from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TransferSpeedColumn

from koekata import models

__all__ = ["get", "import_file", "remove", "show", "show_all"]


def show_all(console: Console) -> None:
    """A line for each model of the catalogue."""
    for entry in models.catalogue().values():
        console.print(f"{entry.name:<18}{entry.size / 1e6:6.1f} MB  {entry.licence:<12}{_state(entry)}  {entry.title}")


def show(name: str, console: Console) -> None:
    """Everything that is known of a model. Raises ModelError."""
    entry = models.entry(name)
    _licence(entry, console)
    console.print(f"from      {entry.url}")
    console.print(f"SHA-256   {entry.sha256}")
    console.print(f"kept at   {models.model_path(name)}")
    console.print(f"state     {_state(entry)}")


def get(name: str, console: Console) -> None:
    """Show the licence, download, and check. Raises ModelError."""
    entry = models.entry(name)
    _licence(entry, console)
    if models.is_intact(models.model_path(name), entry):
        console.print(f"{models.model_path(name)} is here and intact.")
        return
    console.print(f"downloading {entry.url}")
    with _bar(console) as bar:
        task = bar.add_task(entry.name, total=entry.size)
        path = models.get(name, lambda done, total: bar.update(task, completed=done, total=total))
    console.print(f"{path}: SHA-256 {entry.sha256} is right")


def import_file(name: str, file: Path, console: Console) -> None:
    """Check a file and keep it. Raises ModelError."""
    entry = models.entry(name)
    _licence(entry, console)
    console.print(f"{models.import_file(name, file)}: SHA-256 {entry.sha256} is right")


def remove(name: str, console: Console) -> int:
    """Delete a model. Returns 1 where it was not there; raises ModelError for an unknown one."""
    path = models.model_path(name)
    if not path.exists():
        console.print(f"{path}: is not there")
        return 1
    path.unlink()
    console.print(f"{path}: removed")
    return 0


def _state(entry: models.ModelEntry) -> str:
    path = models.model_path(entry.name)
    if not path.exists():
        return "not here"
    return "here" if models.is_intact(path, entry) else "damaged"


def _licence(entry: models.ModelEntry, console: Console) -> None:
    console.print(f"{entry.title}, {entry.size / 1e6:.1f} MB")
    console.print(f"licence   {entry.licence}: {entry.licence_url}")
    console.print(f"about     {entry.about_url}")


def _bar(console: Console) -> Progress:
    columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn(), TransferSpeedColumn())
    return Progress(*columns, console=console, transient=True, disable=not console.is_terminal)
