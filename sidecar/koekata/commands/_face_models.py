"""`koekata models` for the face models that others publish: licences, registrations, and what is known of a file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console

from koekata.commands._licence import accepts, ask_credentials, print_licence
from koekata.commands._progress import download_bar
from koekata.errors import ModelError
from koekata.face_model.flame import load_flame
from koekata.face_model.ict import is_ict, load_ict
from koekata.face_model.model import load_builtin
from koekata.models import faces

__all__ = ["Row", "about_path", "get", "import_file", "known", "remove", "rows", "show"]


@dataclass(frozen=True, slots=True)
class Row:
    """A line of `koekata models list`."""

    name: str
    state: str
    licence: str
    title: str


def known(name: str) -> bool:
    """Whether this is the name of a face model, here or not."""
    return name == faces.BUILTIN or name in faces.face_catalogue() or name in faces.stored_faces()


def rows() -> Iterator[Row]:
    """A line for each face model."""
    table = faces.face_catalogue()
    yield Row(faces.BUILTIN, "here", "MIT", "Koekata's own face model")
    for name in [*table, *(name for name in faces.stored_faces() if name not in table)]:
        yield _row(name, table)


def show(name: str, console: Console) -> None:
    """Everything that is known of a face model. Raises ModelError where it is damaged."""
    table = faces.face_catalogue()
    if name == faces.BUILTIN:
        _show_builtin(console)
    elif name in faces.stored_faces():
        _show_stored(faces.read_stored(name), table, console)
    else:
        entry = table[name]
        console.print(entry.title)
        print_licence(entry.licence, console)
        console.print(f"about       {entry.about_url}")
        console.print(f"state       not here\nhow to get  {entry.how}")


def about_path(path: Path, console: Console) -> None:
    """What a file or folder is that has not been imported. Raises ModelError."""
    table = faces.face_catalogue()
    if is_ict(path):
        ict = load_ict(path)
        console.print("ICT-FaceKit light")
        print_licence(faces.licence_of_edition("ICT-FaceKit light", table), console)
        _counts(len(ict.surface.vertices), len(ict.identity), len(ict.shapes), console)
        console.print(f"SHA-256     {ict.sha256} (of its arrays)")
        return
    flame = load_flame(path)
    console.print(f"{faces.edition_text(flame.edition, flame.edition_evidence)}")
    print_licence(faces.licence_of_edition(flame.edition, table), console)
    _counts(len(flame.v_template), flame.shape_count, flame.expression_count, console)
    console.print(f"SHA-256     {flame.sha256}")


def get(name: str, console: Console, *, accepted: bool) -> None:
    """Download with the user's own registration. Raises ModelError."""
    table = faces.face_catalogue()
    entry = table.get(name)
    if entry is None or entry.download is None:
        what = "is part of Koekata" if name == faces.BUILTIN else "cannot be downloaded"
        raise ModelError(f"'{name}' {what}", remedy=entry.how if entry else "`koekata models list` shows what is here.")
    if name in faces.stored_faces() and _state(name) == "here":
        console.print(f"{faces.read_stored(name).path} is here and intact.")
        return
    console.print(entry.title)
    if not accepts(entry.licence, console, accepted=accepted):
        raise ModelError(f"'{name}' was not downloaded: its licence is not accepted", remedy=entry.how)
    credentials = ask_credentials(entry, entry.download)
    with download_bar(console) as bar:
        task = bar.add_task(entry.name, total=None)
        imported = faces.get_face(
            entry, credentials, lambda done, total: bar.update(task, completed=done, total=total or None)
        )
    _tell(imported, console)


def import_file(name: str, source: Path, console: Console, *, accepted: bool) -> None:
    """Check a file or folder and keep it. Raises ModelError."""

    def accept(licence: faces.Licence) -> bool:
        return accepts(licence, console, accepted=accepted)

    _tell(faces.import_face(name, source, accept, table=faces.face_catalogue()), console)


def remove(name: str, console: Console) -> int:
    """Delete a model, its acceptance, and what was computed from it. Returns 1 where it was not there."""
    if name == faces.BUILTIN:
        raise ModelError("the built-in face model is part of Koekata and cannot be removed")
    if name not in faces.stored_faces():
        console.print(f"'{name}' is not here")
        return 1
    faces.remove_stored(name)
    console.print(f"{faces.faces_folder() / name}: removed")
    return 0


def _row(name: str, table: faces.FaceTable) -> Row:
    state = _state(name)
    if state == "here":
        about = faces.read_stored(name)
        return Row(name, state, faces.licence_of(about, table).name, f"{about.edition}, from {about.origin}")
    if name in table:
        return Row(name, state, table[name].licence.name, table[name].title)
    return Row(name, state, "", "import it again")


def _state(name: str) -> str:
    if name not in faces.stored_faces():
        return "not here"
    return "here" if faces.is_here(name) else "damaged"


def _show_stored(about: faces.StoredFace, table: faces.FaceTable, console: Console) -> None:
    title = table[about.name].title if about.name in table else f"'{about.name}'"
    console.print(f"{title}, imported {about.imported} from {about.origin}")
    console.print(f"edition     {faces.edition_text(about.edition, about.evidence)}")
    print_licence(faces.licence_of(about, table), console)
    if about.accepted is not None:
        console.print(f"accepted    {about.accepted.date}: {about.accepted.licence}, {about.accepted.licence_url}")
    _counts(about.vertices, about.identity_modes, about.expression_modes, console)
    console.print(f"kept at     {about.path}")
    console.print(f"SHA-256     {about.sha256}")
    console.print(f"state       {_state(about.name)}")


def _show_builtin(console: Console) -> None:
    model = load_builtin()
    console.print("Koekata's own face model, of the face-mesh landmarks alone")
    console.print("licence     MIT, with ICT-FaceKit's notice: commercial work too")
    console.print(
        f"holds       {len(model.mean)} landmarks, {len(model.identity_modes)} identity modes, "
        f"{len(model.expression_names)} channels"
    )
    console.print("state       here")


def _counts(vertices: int, identity: int, expression: int, console: Console) -> None:
    console.print(f"holds       {vertices} vertices, {identity} identity modes, {expression} expression modes")


def _tell(imported: faces.Imported, console: Console) -> None:
    for warning in imported.warnings:
        console.print(warning, style="yellow")
    about = imported.about
    console.print(f"{about.path}: {faces.edition_text(about.edition, about.evidence)}")
    _counts(about.vertices, about.identity_modes, about.expression_modes, console)
    console.print(f"Use it with `koekata run --face-model {about.name}`.")
