import os
from dataclasses import replace
from pathlib import Path

import pytest

from tests.desk.records import acts, count, denied, last, quiet, records
from tests.desk.scene import (
    HOUR,
    MOTIVE,
    START,
    Office,
    crossing,
    hits,
    indexed,
    office,
)
from tests.desk.walkers import heads, manifest, pictures, two_walkers
from vsa_core.desk.exports import Exported
from vsa_core.desk.footage import Admission
from vsa_core.desk.scope import Wish
from vsa_core.domain.case import Act
from vsa_core.domain.coverage import Level
from vsa_core.domain.event import Hit
from vsa_core.domain.moment import ClockClaim, Window
from vsa_core.domain.verdict import Verdict
from vsa_core.errors import Refused, Tampered, Unreadable, WrongUsage

SECOND = 1_000_000
WISH = Wish((), "", None, SECOND, "", "tribunal de Lille", "fr")


def export(at: Office, wish: Wish) -> Exported:
    """Take something out."""
    return at.desks.exports.export(at.who, at.where, wish, "M04", quiet, lambda: False)


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> tuple[Office, Hit, Hit]:
    """Two people on the second camera of an indexed case: the one above, and the one below."""
    folder = tmp_path_factory.mktemp("pair")
    at = office(folder, cameras=("rue", "cour"))
    admission = Admission(
        str(two_walkers(folder / "cour.mp4")), "cour", "S2", ClockClaim(START, 0, 0, "alice")
    )
    at.desks.footage.admit(at.who, at.where, admission, MOTIVE)
    indexed(at)
    above, below = sorted(
        hits(at, replace(crossing(), cameras=("cour",))), key=lambda hit: hit.event.box[1]
    )
    return at, above, below


def test_only_the_matched_one_is_unmasked(pair: tuple[Office, Hit, Hit]) -> None:
    at, above, below = pair
    at.desks.reviews.judge(at.who, at.where, below.name, Verdict.MATCH, MOTIVE)
    exported = export(at, replace(WISH, hits=(above.name, below.name), margin=0))
    assert manifest(exported)["masking"]["unmasked"] == [below.event.track]
    assert last(at.home)["about"]["frames"] == exported.frames
    for picture in pictures(exported):
        high, low = heads(picture)
        assert high < 40
        assert low > 200


def test_what_is_examined_stays_masked_in_an_export(pair: tuple[Office, Hit, Hit]) -> None:
    """Examining is for the screen: an export written meanwhile unmasks nobody."""
    at, above, below = pair
    for hit in (above, below):
        at.desks.reviews.judge(at.who, at.where, hit.name, Verdict.REJECT, MOTIVE)
    playing, window = at.desks.playing, Window(START, START + 8 * SECOND)
    reel = playing.open(at.who, at.where, "cour", window, MOTIVE)
    track = reel.track_of(above.event.start.footage, above.event.track)
    playing.examine(at.who, at.where, reel, track, reel.window, "M02")
    exported = export(at, replace(WISH, hits=(above.name,), margin=200_000))
    assert manifest(exported)["masking"]["unmasked"] == []
    for picture in pictures(exported):
        assert max(heads(picture)) < 40
    playing.close(at.who, at.where, reel)
    (ended,) = last(at.home)["about"]["examined"]
    assert ended["track"] == above.event.track


def test_the_paper_says_that_the_pictures_were_looked_at_afresh(
    pair: tuple[Office, Hit, Hit],
) -> None:
    at, above, _ = pair
    exported = export(at, replace(WISH, hits=(above.name,), margin=0))
    fresh = manifest(exported)["masking"]["fresh"]
    assert (fresh["rule"], fresh["detector"], fresh["reach_us"]) == ("fresh-look 1", "", 250_000)


def test_without_a_match_everybody_is_masked(pair: tuple[Office, Hit, Hit]) -> None:
    at, above, below = pair
    at.desks.reviews.judge(at.who, at.where, below.name, Verdict.REJECT, MOTIVE)
    exported = export(at, replace(WISH, hits=(above.name,), margin=200_000))
    assert manifest(exported)["masking"]["unmasked"] == []
    for picture in pictures(exported):
        assert max(heads(picture)) < 40


def test_the_order_is_recorded_before_and_its_end_after(ready: Office) -> None:
    (hit,) = hits(ready)
    before = count(ready)
    exported = export(ready, replace(WISH, hits=(hit.name,)))
    assert acts(ready, before) == [Act.EXPORT, Act.EXPORT_DONE]
    order, done = records(ready.home)[-2:]
    assert (order["seq"], order["motive"]) == (exported.receipt, "M04")
    assert order["about"]["recipient"] == "tribunal de Lille"
    assert order["about"]["camera"] == "rue"
    assert (done["about"]["of"], done["question"]) == (order["seq"], order["question"])
    assert done["about"]["clip"] == exported.clip
    assert done["about"]["manifest"] == exported.manifest


def test_the_catalogue_keeps_what_left(ready: Office) -> None:
    exported = export(ready, replace(WISH, camera="rue", window=Window(START, START + 2 * SECOND)))
    archive = ready.desks.cases._tickets.archive(ready.who, ready.where)
    row = archive.catalogue.exports.all()[-1]
    assert (row.sequence, row.person) == (exported.receipt, "alice")
    assert row.fields["manifest"] == exported.manifest


def test_the_paper_names_its_ancestors_and_the_journal(ready: Office) -> None:
    (hit,) = hits(ready)
    exported = export(ready, replace(WISH, hits=(hit.name,)))
    paper = manifest(exported)
    assert [source["sha256"] for source in paper["sources"]] == [ready.footage.digest]
    assert paper["order"]["hits"] == [hit.name]
    assert paper["mentions"]["habilitation"] == "H-1"
    assert paper["receipt"]["sequence"] == exported.receipt
    size, root = paper["journal"]["head"].split(":")
    assert int(size) == exported.receipt + 1
    assert ready.desks.audits.verify(f"{size} : {root}").records > int(size)
    assert ready.desks.audits.verify(exported.head).records > int(size)


def test_a_package_is_whole_until_one_bit_of_it_changes(ready: Office) -> None:
    (hit,) = hits(ready)
    exported = export(ready, replace(WISH, hits=(hit.name,)))
    folder = Path(exported.folder)
    checked = ready.desks.exports.verify(str(folder))
    assert (checked.files, checked.case) == (5, "2024/17")
    assert checked.files == len(list(folder.iterdir()))
    for path in sorted(folder.iterdir()):
        whole = path.read_bytes()
        path.write_bytes(whole[:-20] + bytes([whole[-20] ^ 1]) + whole[-19:])
        with pytest.raises(Tampered, match="EXP-10"):
            ready.desks.exports.verify(str(folder))
        path.write_bytes(whole)
    assert ready.desks.exports.verify(str(folder)) == checked


def test_an_expected_signer_must_have_signed(ready: Office) -> None:
    exported = export(ready, replace(WISH, camera="rue", window=Window(START, START + SECOND)))
    person, installation = ready.desks.exports.verify(exported.folder).signers
    for key in (person, installation):
        assert ready.desks.exports.verify(exported.folder, key).signers == (person, installation)
    with pytest.raises(Tampered, match="EXP-105"):
        ready.desks.exports.verify(exported.folder, "00" * 32)


def test_what_is_no_package_is_said(ready: Office, tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="EXP-011"):
        ready.desks.exports.verify(str(tmp_path / "nowhere"))
    with pytest.raises(Tampered, match="EXP-102"):
        ready.desks.exports.verify(str(tmp_path))


def test_a_margin_beyond_the_basis_is_refused_and_recorded(tmp_path: Path) -> None:
    at = indexed(office(tmp_path, window=Window(START + 3 * SECOND, START + 8 * SECOND)))
    (hit,) = hits(at)
    with pytest.raises(Refused, match="CAS-064"):
        export(at, replace(WISH, hits=(hit.name,), margin=2 * SECOND))
    assert denied(at.home) == ("alice", "export", "CAS-064")
    exported = export(at, replace(WISH, hits=(hit.name,), margin=SECOND))
    assert exported.microseconds == 2 * SECOND


def test_a_camera_whose_time_nobody_claimed_does_not_leave(tmp_path: Path) -> None:
    at = office(tmp_path, window=Window(0, START + HOUR))
    untimed = Admission(str(two_walkers(tmp_path / "b.mp4")), "rue", "S2", None)
    at.desks.footage.admit(at.who, at.where, untimed, MOTIVE)
    with pytest.raises(Refused, match="CAS-064"):
        export(at, replace(WISH, camera="rue", window=Window(0, SECOND)))
    assert denied(at.home) == ("alice", "export", "CAS-064")


def test_more_than_ten_minutes_do_not_leave(ready: Office) -> None:
    archive = ready.desks.cases._tickets.archive(ready.who, ready.where)
    stream = ready.footage.stream
    assert stream is not None
    longer = replace(
        ready.footage,
        digest="f" * 64,
        clock=ClockClaim(START + 60 * SECOND, 0, 0, "alice"),
        stream=replace(stream, span=replace(stream.span, end=stream.span.end * 100)),
    )
    archive.catalogue.footage.add(longer)
    window = Window(START + 60 * SECOND, START + 661 * SECOND)
    before = count(ready)
    with pytest.raises(WrongUsage, match="CAS-062"):
        export(ready, replace(WISH, camera="rue", window=window))
    assert count(ready) == before


def test_a_failure_on_the_way_is_recorded_and_leaves_nothing(ready: Office) -> None:
    folder = Path(ready.where.folder) / "here"
    folder.mkdir(exist_ok=True)
    wish = replace(WISH, camera="rue", window=Window(START, START + SECOND), folder=str(folder))
    before = count(ready)
    with pytest.raises(Refused, match="EXP-006"):
        export(ready, wish)
    assert acts(ready, before) == [Act.EXPORT, Act.ABORTED]
    order, end = records(ready.home)[-2:]
    assert end["about"] == {"of": order["seq"], "code": "EXP-006"}
    assert list(folder.iterdir()) == []


def test_a_folder_that_cannot_be_made_is_said(ready: Office, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    out = str(tmp_path / "file" / "export")
    wish = replace(WISH, camera="rue", window=Window(START, START + SECOND), folder=out)
    with pytest.raises(Unreadable, match="EXP-005"):
        export(ready, wish)
    assert last(ready.home)["act"] == Act.ABORTED


def test_a_changed_file_does_not_leave(fresh: Office) -> None:
    (hit,) = hits(indexed(fresh))
    path = Path(fresh.footage.path)
    data, times = bytearray(path.read_bytes()), path.stat()
    data[-1] ^= 1
    path.write_bytes(bytes(data))
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
    with pytest.raises(Tampered, match="SRC-009"):
        export(fresh, replace(WISH, hits=(hit.name,)))
    assert last(fresh.home)["about"]["code"] == "SRC-009"
    assert not list((Path(fresh.where.folder) / "exports").iterdir())


@pytest.mark.parametrize("glanced_at", [False, True])
def test_what_nobody_looked_at_closely_leaves_no_picture(fresh: Office, glanced_at: bool) -> None:
    if glanced_at:
        fresh.desks.indexing.index(
            fresh.who, fresh.where, Level.SCAN, (), MOTIVE, quiet, lambda: False
        )
    with pytest.raises(Refused, match="CAS-050"):
        export(fresh, replace(WISH, camera="rue", window=Window(START, START + SECOND)))
    assert last(fresh.home)["act"] == Act.ABORTED


@pytest.mark.parametrize("patience", [0, 1, 20])
def test_a_cancelled_export_leaves_nothing_and_is_recorded(ready: Office, patience: int) -> None:
    (hit,) = hits(ready)
    wish, asked = replace(WISH, hits=(hit.name,)), iter(range(10**9))
    before = set(Path(ready.where.folder).rglob("*.*"))
    with pytest.raises(Refused, match="EXP-007"):
        ready.desks.exports.export(
            ready.who, ready.where, wish, "M04", quiet, cancel=lambda: next(asked) >= patience
        )
    assert set(Path(ready.where.folder).rglob("*.*")) == before
    assert last(ready.home)["act"] == Act.ABORTED
    assert last(ready.home)["about"]["code"] == "EXP-007"
