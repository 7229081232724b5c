"""A small made-up archive for the tests of the search bench, and our answers over it."""

from pathlib import Path

from tools.archive.__main__ import CASE, KEY, make
from tools.archive.filling import Size
from vsa_core.bench.search_ours import Ours
from vsa_core.bench.search_points import flat
from vsa_core.bench.search_questions import Question, questions
from vsa_core.bench.search_rivals import Rival
from vsa_core.engine import bare_archive

SIZE = Size(60_000, cameras=3, days=1)


def made_up(folder: Path) -> Path:
    """The archive, in a folder that is not there yet."""
    make(folder, SIZE)
    return folder


def ours(folder: Path) -> Ours:
    """Our own answers over it."""
    return Ours(bare_archive(folder / CASE, bytes.fromhex((folder / KEY).read_text())))


def asked(over: Ours) -> tuple[Question, ...]:
    """The bench's questions of it."""
    return questions(over.cameras[1], over.window)


def filled(rival: Rival, archive: Path) -> None:
    """Give a rival the columns of the archive, and open it."""
    over = ours(archive)
    rival.fill(flat(over.shelf, over.cameras))
    over.close()
    rival.open()


def it_counts_what_we_count(rival: Rival, archive: Path) -> None:
    """Every question of the bench has one answer, and most of them are not nought."""
    over = ours(archive)
    found = {}
    for question in asked(over):
        camera = over.cameras.index(question.camera) if question.camera else None
        found[question.name] = (over.count(question), rival.count(question, camera))
    over.close()
    assert all(mine == theirs for mine, theirs in found.values()), found
    assert sum(mine > 0 for mine, _ in found.values()) >= 4, "questions that nothing answers"
