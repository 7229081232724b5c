from collections.abc import Callable, Iterator
from contextlib import suppress
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from tests.desk.records import quiet
from tests.desk.scene import MOTIVE, RATE, START, Office, hits, indexed
from tests.desk.test_cutting import admitted, cut_of
from tests.desk.test_watched import archive_of
from vsa_core.desk.projection import FILES, NAMED, Lifted, Projection, _named
from vsa_core.domain.coverage import Level
from vsa_core.domain.footage import Footage
from vsa_core.domain.moment import Window
from vsa_core.domain.ports import Picture
from vsa_core.domain.verdict import Verdict
from vsa_core.errors import Refused, Tampered

SECOND = 1_000_000
OPEN: list[Projection] = []


def projection(at: Office, window: Window | None = None) -> Projection:
    """The camera of the case, open from its start."""
    found = cut_of(at, window or Window(START, START + 600 * SECOND))
    assert found is not None
    made = Projection(archive_of(at), found, at.desks.playing._projector)
    OPEN.append(made)
    return made


@pytest.fixture(autouse=True)
def _closed() -> Iterator[None]:
    yield
    while OPEN:
        with suppress(Refused):
            OPEN.pop().end()


def tick(at: Office, picture: int) -> int:
    """The pts of the nth picture."""
    stream = at.footage.stream
    assert stream is not None
    return stream.span.start + int(Fraction(picture, RATE) / stream.time_base)


def test_a_lifted_mask_is_off_only_within_its_span(ready: Office) -> None:
    shown = projection(ready)
    span = Window(START + 4 * SECOND, START + 5 * SECOND)
    for lifted in (False, True):
        for picture in (39, 40, 49, 50):
            found = shown.shot(ready.footage.digest, tick(ready, picture), 0)
            assert found.examined == (lifted and 40 <= picture < 50)
            assert len(found.seen.revealed) == int(found.examined)
            assert len(found.seen.hidden) == int(not found.examined)
        shown.lift(Lifted(0, 0, span))


def test_what_a_person_accepts_or_rejects_meanwhile_is_shown_so(fresh: Office) -> None:
    (hit,) = hits(indexed(fresh))
    shown = projection(fresh)

    def revealed() -> int:
        return len(shown.shot(fresh.footage.digest, tick(fresh, 45), 0).seen.revealed)

    assert (revealed(), shown.accepted()) == (0, frozenset())
    fresh.desks.reviews.judge(fresh.who, fresh.where, hit.name, Verdict.MATCH, "M02")
    assert (revealed(), shown.accepted()) == (1, frozenset({0}))
    fresh.desks.reviews.judge(fresh.who, fresh.where, hit.name, Verdict.REJECT, "M02")
    assert revealed() == 0


def test_an_accepted_track_is_not_examined(fresh: Office) -> None:
    (hit,) = hits(indexed(fresh))
    fresh.desks.reviews.judge(fresh.who, fresh.where, hit.name, Verdict.MATCH, "M02")
    shown = projection(fresh)
    shown.lift(Lifted(0, 0, Window(START, START + 12 * SECOND)))
    found = shown.shot(fresh.footage.digest, tick(fresh, 45), 0)
    assert (len(found.seen.revealed), found.examined) == (1, False)


def test_what_was_shown_is_told_at_the_end(ready: Office) -> None:
    shown = projection(ready)
    for picture in (10, 45, 44, 45):
        shown.shot(ready.footage.digest, tick(ready, picture), 0)
    assert shown.shot(ready.footage.digest, tick(ready, 10), 0).seen.shown == ()
    shown.lift(Lifted(0, 0, Window(START, START + 12 * SECOND)))
    shown.shot(ready.footage.digest, tick(ready, 46), 0)
    track = {"recording": ready.footage.digest, "track": 0}
    assert shown.end() == {
        "pictures": 4,
        "files": [
            {
                "footage": ready.footage.digest,
                "pictures": 4,
                "first": tick(ready, 10),
                "last": tick(ready, 46),
            }
        ],
        "masked": 1,
        "revealed": [track],
        "examined": [{**track, "window_us": [START, START + 12 * SECOND]}],
    }


def test_after_the_end_nothing_is_shown(ready: Office) -> None:
    shown = projection(ready)
    shown.end()
    with pytest.raises(Refused, match="CAS-072"):
        shown.shot(ready.footage.digest, tick(ready, 10), 0)
    with pytest.raises(Refused, match="CAS-072"):
        shown.lift(Lifted(0, 0, Window(START, START + SECOND)))
    with pytest.raises(Refused, match="CAS-072"):
        shown.end()


@pytest.mark.parametrize("picture", [-1, 19, 40, 119])
def test_a_picture_outside_the_window_is_refused(ready: Office, picture: int) -> None:
    shown = projection(ready, Window(START + 2 * SECOND, START + 4 * SECOND))
    for inside in (20, 39):
        assert shown.shot(ready.footage.digest, tick(ready, inside), 0).seen.at.pts == tick(
            ready, inside
        )
    with pytest.raises(Refused, match="CAS-073"):
        shown.shot(ready.footage.digest, tick(ready, picture), 0)
    with pytest.raises(Refused, match="CAS-073"):
        shown.shot("0" * 64, tick(ready, 20), 0)


def test_between_two_pictures_the_first_is_on_show(ready: Office) -> None:
    shown = projection(ready)
    found = shown.shot(ready.footage.digest, tick(ready, 41) - 1, 0)
    assert found.seen.at.pts == tick(ready, 40)


def test_where_nobody_looked_closely_no_picture_is_shown(fresh: Office) -> None:
    for scanned in (False, True):
        if scanned:
            fresh.desks.indexing.index(
                fresh.who, fresh.where, Level.SCAN, (), MOTIVE, quiet, lambda: False
            )
        with pytest.raises(Refused, match="CAS-050"):
            projection(fresh).shot(fresh.footage.digest, tick(fresh, 10), 0)


def test_a_look_that_comes_later_changes_nothing_of_what_is_open(fresh: Office) -> None:
    """Masks and what was looked at are of the same look: a Scan afterwards unmasks nobody."""
    shown = projection(indexed(fresh))
    fresh.desks.indexing.index(fresh.who, fresh.where, Level.SCAN, (), MOTIVE, quiet, lambda: False)
    assert len(shown.shot(fresh.footage.digest, tick(fresh, 45), 0).seen.hidden) == 1


def test_a_file_touched_while_it_is_played_is_shown_no_more(fresh: Office) -> None:
    shown = projection(indexed(fresh))
    shown.shot(fresh.footage.digest, tick(fresh, 10), 0)
    path = Path(fresh.footage.path)
    path.write_bytes(path.read_bytes() + b"more")
    with pytest.raises(Tampered, match="SRC-009"):
        shown.shot(fresh.footage.digest, tick(fresh, 11), 0)


def test_only_a_few_files_are_open_at_once(fresh: Office, tmp_path: Path) -> None:
    others = [admitted(fresh, tmp_path / f"{n}.mp4", 60 * n * SECOND, n) for n in (1, 2, 3)]
    shown = projection(indexed(fresh))
    for _ in range(2):
        for footage in (fresh.footage, *others):
            shown.shot(footage.digest, tick(fresh, 10), 0)
            assert len(shown._sources) <= FILES
    told = shown.end()
    assert told["pictures"] == 4


def test_a_long_list_is_told_by_its_length() -> None:
    assert _named([1] * NAMED) == [1] * NAMED
    assert _named([1] * (NAMED + 5)) == [*[1] * NAMED, {"others": 5}]


def test_stepping_to_and_fro_shows_the_same_pictures(ready: Office) -> None:
    shown = projection(ready)

    def picture(number: int) -> Picture:
        return shown.shot(ready.footage.digest, tick(ready, number), 0).seen.picture

    forward = [picture(number) for number in range(30, 50)]
    back = [picture(number) for number in range(49, 29, -1)]
    assert all(np.array_equal(a, b) for a, b in zip(forward, reversed(back), strict=True))


def test_an_untouched_file_is_read_whole_once_however_often_it_is_opened(
    fresh: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Indexing read it too, in this very program."""
    identity = indexed(fresh).desks.playing._projector._identity
    read: list[str] = []
    check = identity._check

    def counting(footage: Footage, tell: Callable[[], None]) -> None:
        read.append(footage.name)
        check(footage, tell)

    monkeypatch.setattr(identity, "_check", counting)
    for _ in range(3):
        projection(fresh).shot(fresh.footage.digest, tick(fresh, 10), 0)
    assert read == []
    Path(fresh.footage.path).touch()
    for _ in range(3):
        projection(fresh).shot(fresh.footage.digest, tick(fresh, 10), 0)
    assert read == ["rue.mp4"]


def ready_before(shown: Projection, at: Office, picture: int) -> int:
    """How many pictures before the nth could be shown at once."""
    source = shown._sources[at.footage.digest]
    return sum(source.holds(tick(at, number)) for number in range(picture))


def test_going_back_the_group_before_is_prepared_and_going_on_a_few_pictures(
    fresh: Office,
) -> None:
    shown = projection(indexed(fresh))
    digest = fresh.footage.digest
    shown.shot(digest, tick(fresh, 45), 160)
    shown._sources[digest].fit(161, 90, 320)  # forgets what learning the scene left behind
    shown.shot(digest, tick(fresh, 45), 160)
    assert ready_before(shown, fresh, 40) == 0
    shown.warm(digest, tick(fresh, 45), 160, -1, lambda: False)
    assert ready_before(shown, fresh, 40) == 10
    shown.warm(digest, tick(fresh, 45), 160, 1, lambda: False)
    source = shown._sources[digest]
    assert [source.holds(tick(fresh, number)) for number in (46, 51, 52)] == [True, True, False]
    assert shown.end()["pictures"] == 1


def test_a_preparation_ends_when_it_is_cancelled_or_its_file_is_let_go_of(fresh: Office) -> None:
    shown = projection(indexed(fresh))
    digest = fresh.footage.digest
    shown.shot(digest, tick(fresh, 5), 160)
    shown._sources[digest].fit(161, 90, 320)
    shown.warm(digest, tick(fresh, 95), 160, 0, lambda: True)
    assert ready_before(shown, fresh, 120) == 0

    def closing() -> bool:
        if shown._open:
            shown.end()
        return False

    shown.warm(digest, tick(fresh, 95), 160, 0, closing)
    assert shown._sources == {}


def test_what_lies_ahead_where_nobody_looked_is_not_prepared(fresh: Office) -> None:
    fresh.desks.indexing.index(fresh.who, fresh.where, Level.SCAN, (), MOTIVE, quiet, lambda: False)
    with pytest.raises(Refused, match="CAS-050"):
        projection(fresh).warm(fresh.footage.digest, tick(fresh, 10), 0, 0, lambda: False)
