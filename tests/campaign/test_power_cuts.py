"""The power goes at any instant of any errand: whatever the medium holds, nothing shown is lost."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.audit.world import (
    NEXT,
    ORIGIN,
    Ticking,
    inception,
    lines_of,
    names_of,
    pen,
    query,
    result,
    rewrite,
)
from tests.campaign.afterwards import Hasty, Tally
from tests.campaign.recorded import Recorded, Tree, distinct, lay
from vsa_core.audit.disk import Disk
from vsa_core.audit.entry import Entry
from vsa_core.audit.journal import Journal
from vsa_core.errors import Fault, Unreadable


class Errand:
    """Writes in `audit`, with the second head copy in `second`, and remembers what it was shown."""

    def __init__(self, root: Path, disk: type[Recorded]) -> None:
        self.folder = root / "audit"
        self.second: Path | None = None
        self.disk = disk(root)
        self.shown: list[str] = []

    def begin(self, disk: Disk | None = None) -> Journal:
        """The journal, founded on that disk."""
        return Journal.create(self.folder, inception(), pen(disk=disk), self.second)

    def open(self, t: int | None = None, disk: Disk | None = None) -> Journal:
        """The journal, opened at `t` on that disk or the one that records."""
        means = pen(disk=disk or self.disk, clock=Ticking(t) if t else None)
        return Journal.open(self.folder, origin=ORIGIN, pen=means, head_path=self.second)

    def append(self, journal: Journal, entry: Entry) -> None:
        """Append, and be shown the receipt."""
        self.shown.append(journal.append(entry).entry)
        self.disk.shown = len(self.shown)
        self.disk.look()


def appending(errand: Errand) -> None:
    """Three records, the journal being open."""
    errand.begin().close()
    with errand.open() as journal:
        errand.disk.begin()
        errand.append(journal, query(1))
        errand.append(journal, result(1, 1))
        errand.append(journal, query(2))


def recovering(errand: Errand) -> None:
    """An opening that finds a torn line, and two questions whose program is gone."""
    with errand.begin() as journal:
        for number in range(2):
            errand.append(journal, query(number))
    rewrite(errand.folder, [*lines_of(errand.folder), b'{"half":'])
    errand.disk.begin()
    with errand.open() as journal:
        errand.append(journal, query(3))


def founding(errand: Errand) -> None:
    """The first files, and the first question."""
    errand.disk.begin()
    with errand.begin(errand.disk) as journal:
        errand.append(journal, query(1))


def marking(errand: Errand) -> None:
    """A checkpoint that is kept for good, between two records."""
    errand.begin().close()
    with errand.open() as journal:
        errand.disk.begin()
        errand.append(journal, query(1))
        journal.checkpoint()
        errand.append(journal, result(1, 1))


def turning(errand: Errand) -> None:
    """The half-year has ended: the shard too, and another begins."""
    with errand.begin() as journal:
        errand.append(journal, query(1))
        errand.append(journal, result(1, 1))
    errand.disk.begin()
    with errand.open(NEXT) as journal:
        errand.append(journal, query(2))
    assert len(names_of(errand.folder)) == 2


def copying(errand: Errand) -> None:
    """The first opening with a second copy of the head, and two records."""
    errand.begin().close()
    errand.second = errand.folder.parent / "second"
    errand.second.mkdir()
    errand.disk.begin()
    with errand.open() as journal:
        errand.append(journal, query(1))
        errand.append(journal, result(1, 1))


ERRANDS = (appending, recovering, founding, marking, turning, copying)


def cut_everywhere(
    work: Callable[[Errand], None], folder: Path, disk: type[Recorded] = Recorded
) -> Tally:
    """Do the errand once, then open what the medium may hold after a cut at each instant.

    Stops at the first state that is not as it must be.
    """
    errand, tally = Errand(folder, disk), Tally()
    work(errand)
    tally.acknowledged = len(errand.shown)
    for shown, tree in distinct(errand.disk.instants):
        shutil.rmtree(folder)
        lay(tree, folder)
        check(tree, errand, shown, tally)
        assert tally.clean, (tally, sorted(tree))
    return tally


def check(tree: Tree, errand: Errand, shown: int, tally: Tally) -> None:
    """A journal that nobody was told of may be missing, and is then begun again."""
    if not shown and not any(path.startswith("audit/2") for path in tree):
        with pytest.raises(Unreadable, match="AUD-001"):
            errand.open(disk=Hasty())
        errand.begin(Hasty()).close()
    tally.take(errand.folder, errand.shown[:shown], errand.second)


@pytest.mark.parametrize("work", ERRANDS)
def test_no_power_cut_loses_what_was_shown(work: Callable[[Errand], None], tmp_path: Path) -> None:
    tally = cut_everywhere(work, tmp_path)
    print(work.__name__, tally)
    assert tally.cases >= 40


class Forgetful(Recorded):
    """A program that does not wait for its files to be on the medium."""

    def sync(self, file: int) -> None:
        """Nothing, where a sync is due."""


class Homeless(Recorded):
    """A program that does not wait for its names to be on the medium."""

    def sync_folder(self, folder: Path) -> None:
        """Nothing, where a sync is due."""


@pytest.mark.parametrize(("disk", "work"), [(Forgetful, appending), (Homeless, founding)])
def test_a_missing_sync_is_caught(
    disk: type[Recorded], work: Callable[[Errand], None], tmp_path: Path
) -> None:
    with pytest.raises((AssertionError, Fault)):
        cut_everywhere(work, tmp_path, disk)
