"""`koekata models`: files that are downloaded once, and face models that the user brings, each with its licence."""

from __future__ import annotations

import difflib
from pathlib import Path

from rich.console import Console

from koekata import models
from koekata.commands import _face_models as faces
from koekata.commands._progress import download_bar
from koekata.errors import ModelError

__all__ = ["draw", "get", "import_file", "remove", "show", "show_all"]


def show_all(console: Console) -> None:
    """A line for each model: what is here, and under which licence."""
    rows = [faces.Row(name, _state(entry), entry.licence, entry.title) for name, entry in models.catalogue().items()]
    rows += faces.rows()
    name, state, licence = (max(len(getattr(row, key)) for row in rows) for key in ("name", "state", "licence"))
    for row in rows:
        console.print(f"{row.name:<{name}}  {row.state:<{state}}  {row.licence:<{licence}}  {row.title}")


def show(name: str, console: Console) -> None:
    """Everything that is known of a model, or of a file or folder that could be one. Raises ModelError."""
    if name in models.catalogue():
        _show_download(models.entry(name), console)
    elif faces.known(name):
        faces.show(name, console)
    elif Path(name).exists():
        faces.about_path(Path(name), console)
    else:
        raise _unknown(name)


def draw(name: str, picture: Path | None, basis: Path | None, console: Console) -> None:
    """Write what a face model looks like: its landmarks as a PNG, its channels as a folder of OBJ meshes."""
    if picture is None and basis is None:
        return
    from koekata.commands import _face_meshes

    meshes = _face_meshes.open_meshes(name, console.print)
    if picture is not None:
        _face_meshes.write_picture(meshes, picture)
        console.print(f"{picture}: where the landmarks lie")
    if basis is not None:
        _face_meshes.write_channels(meshes, basis)
        console.print(f"{basis}: a mesh for each of {len(meshes.names)} channels")


def get(name: str, console: Console, *, accepted: bool) -> None:
    """Show the licence, download, and check. Raises ModelError."""
    if name not in models.catalogue():
        if not faces.known(name):
            raise _unknown(name)
        faces.get(name, console, accepted=accepted)
        return
    entry = models.entry(name)
    _licence(entry, console)
    if models.is_intact(models.model_path(name), entry):
        console.print(f"{models.model_path(name)} is here and intact.")
        return
    console.print(f"downloading {entry.url}")
    with download_bar(console) as bar:
        task = bar.add_task(entry.name, total=entry.size)
        path = models.get(name, lambda done, total: bar.update(task, completed=done, total=total))
    console.print(f"{path}: SHA-256 {entry.sha256} is right")


def import_file(name: str, file: Path, console: Console, *, accepted: bool) -> None:
    """Check a file and keep it. Raises ModelError."""
    if name not in models.catalogue():
        faces.import_file(name, file, console, accepted=accepted)
        return
    entry = models.entry(name)
    _licence(entry, console)
    console.print(f"{models.import_file(name, file)}: SHA-256 {entry.sha256} is right")


def remove(name: str, console: Console) -> int:
    """Delete a model. Returns 1 where it was not there; raises ModelError for an unknown one."""
    if name not in models.catalogue():
        if not faces.known(name):
            raise _unknown(name)
        return faces.remove(name, console)
    path = models.model_path(name)
    if not path.exists():
        console.print(f"{path}: is not there")
        return 1
    path.unlink()
    console.print(f"{path}: removed")
    return 0


def _unknown(name: str) -> ModelError:
    names = [*models.catalogue(), *(row.name for row in faces.rows())]
    close = difflib.get_close_matches(name, names, n=1)
    hint = f"Did you mean '{close[0]}'?" if close else f"There are: {', '.join(names)}."
    return ModelError(f"'{name}': there is no such model", remedy=hint)


def _state(entry: models.ModelEntry) -> str:
    path = models.model_path(entry.name)
    if not path.exists():
        return "not here"
    return "here" if models.is_intact(path, entry) else "damaged"


def _show_download(entry: models.ModelEntry, console: Console) -> None:
    _licence(entry, console)
    console.print(f"from      {entry.url}")
    console.print(f"SHA-256   {entry.sha256}")
    console.print(f"kept at   {models.model_path(entry.name)}")
    console.print(f"state     {_state(entry)}")


def _licence(entry: models.ModelEntry, console: Console) -> None:
    console.print(f"{entry.title}, {entry.size / 1e6:.1f} MB")
    console.print(f"licence   {entry.licence}: {entry.licence_url}")
    console.print(f"about     {entry.about_url}")
