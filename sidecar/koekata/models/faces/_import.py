"""Bringing a face model in: read as data, its edition found out, its licence accepted, and kept."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timezone
from pathlib import Path

from koekata.errors import ModelError
from koekata.face_model.flame import FlameModel, load_flame
from koekata.face_model.ict import is_ict, load_ict, save_ict
from koekata.face_model.kept import bring_along
from koekata.models.faces._archive import take_model
from koekata.models.faces._catalogue import (
    UNKNOWN_LICENCE,
    FaceEntry,
    FaceTable,
    Licence,
    check_own_name,
    face_catalogue,
    licence_of_edition,
)
from koekata.models.faces._library import Acceptance, StoredFace, read_stored, sha256_of, storing, write_about

__all__ = ["Accept", "Imported", "import_face", "licence_of"]

Accept = Callable[[Licence], bool]
"""Asks the user, and returns whether they accept."""
_ICT_EDITION = "ICT-FaceKit light"


@dataclass(frozen=True, slots=True)
class Imported:
    """What was imported, and what is doubtful about it."""

    about: StoredFace
    licence: Licence
    warnings: tuple[str, ...]


def import_face(name: str, source: Path, accept: Accept, *, table: FaceTable | None = None) -> Imported:
    """Check a model and keep it under a name; returns what it is.

    `source` is a FLAME .pkl or .npz, the publisher's .zip, or an ICT-FaceKit folder. `accept` is called where the
    licence demands acceptance, unless it was accepted for this name and edition before. Raises ModelError: not
    readable, another edition than the name says, not accepted, or no room. Nothing changes then.
    """
    table = face_catalogue() if table is None else table
    entry = table.get(name)
    if entry is None:
        check_own_name(name)
    with storing(name) as folder:
        about = _ict(name, source, folder) if is_ict(source) else _flame(name, source, folder, entry)
        bring_along(source, folder / about.file)
        warnings = tuple(_doubts(source, about, entry))
        licence = licence_of(about, table)
        about = replace(about, accepted=_acceptance(about, licence, accept) if licence.acceptance else None)
        write_about(folder, about)
    return Imported(about, licence, warnings)


def licence_of(about: StoredFace, table: FaceTable) -> Licence:
    """The licence of the edition that the file is; where that is not known, of the one that its name stands for."""
    known = licence_of_edition(about.edition, table)
    return table[about.name].licence if known is UNKNOWN_LICENCE and about.name in table else known


def _flame(name: str, source: Path, folder: Path, entry: FaceEntry | None) -> StoredFace:
    if source.is_dir():
        remedy = "Give the file of a FLAME model, or the folder FaceXModel of ICT-FaceKit."
        raise ModelError(f"{source}: there is no ICT-FaceKit model in this folder", remedy=remedy)
    if source.suffix.lower() == ".zip":
        return _flame_of_archive(name, source, folder, entry)
    model = load_flame(source)
    kept = folder / ("model.npz" if source.suffix.lower() == ".npz" else "model.pkl")
    shutil.copyfile(source, kept)
    if sha256_of(kept) != model.sha256:
        raise ModelError(f"{source}: the file changed while it was read", remedy="Wait until it is complete.")
    return _about_flame(name, kept.name, source.name, model)


def _flame_of_archive(name: str, source: Path, folder: Path, entry: FaceEntry | None) -> StoredFace:
    """The model is read under its own name, in a folder named like the archive: both tell its edition."""
    wanted = entry.download.files if entry is not None and entry.download is not None else ()
    unpacked = folder / "unpacked" / source.stem
    unpacked.mkdir(parents=True)
    member = take_model(source, wanted, unpacked / "taken")
    file = (unpacked / "taken").rename(unpacked / member)
    model = load_flame(file)
    file.rename(folder / "model.pkl")
    shutil.rmtree(folder / "unpacked")
    return _about_flame(name, "model.pkl", f"{source.name}: {member}", model)


def _about_flame(name: str, file: str, origin: str, model: FlameModel) -> StoredFace:
    return StoredFace(
        name=name,
        kind="flame",
        file=file,
        origin=origin,
        edition=model.edition,
        evidence=model.edition_evidence,
        sha256=model.sha256,
        vertices=len(model.v_template),
        identity_modes=model.shape_count,
        expression_modes=model.expression_count,
        imported=_now(),
        accepted=None,
    )


def _ict(name: str, source: Path, folder: Path) -> StoredFace:
    model = load_ict(source)
    save_ict(folder / "model.npz", model)
    return StoredFace(
        name=name,
        kind="ict",
        file="model.npz",
        origin=source.name,
        edition=_ICT_EDITION,
        evidence="contents",
        sha256=sha256_of(folder / "model.npz"),
        vertices=len(model.surface.vertices),
        identity_modes=len(model.identity),
        expression_modes=len(model.shapes),
        imported=_now(),
        accepted=None,
    )


def _doubts(source: Path, about: StoredFace, entry: FaceEntry | None) -> Iterator[str]:
    """What speaks against the edition. Raises ModelError where it is another one for certain."""
    if entry is None:
        if about.evidence == "file name":
            yield f"That this is {about.edition} is a guess by its name."
        return
    if about.kind != entry.kind or (about.edition != entry.edition and about.evidence in ("checksum", "contents")):
        raise ModelError(
            f"{source}: this is {about.edition} (known by its {about.evidence}), not {entry.edition}",
            remedy="Import it under the name of its edition; see `koekata models list`.",
        )
    if about.edition != entry.edition:
        found = "nothing in it tells" if about.evidence == "nothing" else f"its name says {about.edition}"
        yield f"Whether this is {entry.edition} is not certain: {found}. Check where it came from."
    elif about.evidence == "file name":
        yield f"That this is {entry.edition} is a guess by its name: it is not a release whose checksum is known."


def _acceptance(about: StoredFace, licence: Licence, accept: Accept) -> Acceptance:
    with suppress(ModelError):
        before = read_stored(about.name).accepted
        if before is not None and (before.licence_url, before.edition) == (licence.url, about.edition):
            return before
    if not accept(licence):
        raise ModelError(
            f"'{about.name}' was not imported: its licence, {licence.name} ({licence.url}), is not accepted",
            remedy="Read it; if you accept it, import again and say yes, or add --accept-licence.",
        )
    return Acceptance(date=_now(), licence=licence.name, licence_url=licence.url, edition=about.edition)


def _now() -> str:
    return datetime.now(timezone.utc).isoformat(timespec="seconds")
