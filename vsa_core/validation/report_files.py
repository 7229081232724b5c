"""The report as a folder: for programs, for the printer, and its pictures; whole, or not there."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from vsa_core.domain.assessment import Assessment
from vsa_core.errors import Refused, Unreadable
from vsa_core.intake.opening import visible_name
from vsa_core.store.durable import sync_folder
from vsa_core.validation.report_json import as_json, picture_name
from vsa_core.validation.report_words import Words

JSON, PDF = "validation.json", "validation.pdf"


def write_report(assessment: Assessment, folder: Path, words: Words) -> Path:
    """Write the report as `folder`, new or empty; the folder.

    Into it: validation.json, validation.pdf in the language of `words`, and
    pictures/NNNN-….png. Written aside, synced, and renamed: through any kill
    or power cut the folder is as it was, or holds everything. Raises Refused
    (VAL-050) when something is there already, Unreadable (VAL-051) when it
    cannot be written.
    """
    folder = folder.absolute()
    ensure_free(folder)
    partial = folder.with_name(f".{folder.name}.part")
    try:
        shutil.rmtree(partial, ignore_errors=True)  # what a power cut may have left
        (partial / "pictures").mkdir(parents=True)
        for name, data in _files(assessment, words):
            _write(partial / name, data)
        sync_folder(partial / "pictures")
        sync_folder(partial)
        partial.replace(folder)
        sync_folder(folder.parent)
    except OSError as error:
        why = error.strerror or str(error)
        raise Unreadable("VAL-051", folder=visible_name(folder), why=why) from error
    finally:
        shutil.rmtree(partial, ignore_errors=True)
    return folder


def ensure_free(folder: Path) -> None:
    """Say before measuring that a report can go there: nothing is, or an empty folder.

    Raises Refused (VAL-050) for a file, a link or a folder that holds
    something, Unreadable (VAL-051) where that cannot be seen.
    """
    name = visible_name(folder.absolute())
    try:
        if folder.is_symlink() or (folder.exists() and not _is_empty(folder)):
            raise Refused("VAL-050", folder=name)
    except OSError as error:
        raise Unreadable("VAL-051", folder=name, why=error.strerror or str(error)) from error


def _is_empty(folder: Path) -> bool:
    return folder.is_dir() and not any(folder.iterdir())


def _files(assessment: Assessment, words: Words) -> Iterator[tuple[str, bytes]]:
    # A quarter of a second to import, for one command.
    from vsa_core.validation.report_pdf import as_pdf

    yield JSON, as_json(assessment)
    yield PDF, as_pdf(assessment, words)
    for number, mistake in enumerate(assessment.mistakes, 1):
        if mistake.picture:
            yield picture_name(number, mistake), mistake.picture


def _write(path: Path, data: bytes) -> None:
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
